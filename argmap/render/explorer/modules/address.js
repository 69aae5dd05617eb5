/**
 * The state of the page in its address:
 * #claim=ID&fold=ID,ID&accept=ID&reject=ID&find=WORDS&source=KEY&at=3&mode=walk.
 *
 * A large map is folded at first. Of such a map an address without `fold` leaves it so, but for the
 * claims of `open`, and `fold=` alone unfolds all. So `accept=` alone asks nothing of a map that was
 * drawn with a question.
 *
 * @typedef {object} State
 * @property {string | null} claim
 * @property {string[]} fold
 * @property {string[]} accept
 * @property {string[]} reject
 * @property {string} find
 * @property {string | null} source whose text is shown
 * @property {string | null} at the number of a paragraph in it
 * @property {string | null} mode one of MODES
 *
 * @typedef {Pick<State, "accept" | "reject">} Question
 */

export const MODES = ["walk", "study", "text"];

/** @type {readonly ("accept" | "reject")[]} */
const LISTS = ["accept", "reject"];
/** @type {Question} */
const NOTHING = { accept: [], reject: [] };

/**
 * Return the state that the fragment of an address tells; parts of other names are passed over.
 *
 * @param {string} fragment
 * @param {readonly string[]} [usual] what is folded where the address does not tell
 * @param {Question} [asked] what is asked there
 * @returns {State}
 */
export function stateOf(fragment, usual = [], asked = NOTHING) {
  /** @type {State} */
  const state = { claim: null, fold: [], accept: [], reject: [], find: "", source: null, at: null, mode: null };
  let asks = false;
  /** @type {string[] | null} */
  let fold = null;
  /** @type {string[] | null} */
  let open = null;
  for (const [name, value] of partsOf(fragment)) {
    if (name === "claim" || name === "source" || name === "at" || name === "mode") state[name] = plain(value) || null;
    else if (name === "find") state.find = plain(value.replaceAll("+", " "));
    else if (name === "fold") fold = listed(value);
    else if (name === "open") open = listed(value);
    else {
      const list = LISTS.find((one) => one === name);
      if (list) state[list] = listed(value);
      asks ||= list !== undefined;
    }
  }
  if (!asks) Object.assign(state, { accept: [...asked.accept], reject: [...asked.reject] });
  const without = new Set(open);
  const still = fold === null || open !== null ? usual.filter((id) => !without.has(id)) : [];
  return { ...state, fold: [...new Set([...still, ...(fold ?? [])])] };
}

/**
 * Return the parts of a fragment, each with its name and, still coded, what it says.
 *
 * @param {string} fragment
 * @returns {[string, string][]}
 */
export function partsOf(fragment) {
  const parts = fragment.replace(/^#/, "").split("&").filter((part) => part.includes("="));
  return parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]);
}

/**
 * Return the fragment that tells a state, with its “#”; nothing at all where there is none.
 *
 * @param {State} state
 * @param {readonly string[]} [usual] what is folded where the address does not tell
 * @param {Question} [asked] what is asked there
 * @returns {string}
 */
export function fragmentOf(state, usual = [], asked = NOTHING) {
  const parts = [];
  if (state.claim) parts.push(`claim=${written(state.claim)}`);
  parts.push(...foldsOf(state.fold, usual));
  for (const name of LISTS) {
    if (state[name].length) parts.push(`${name}=${state[name].map(written).join(",")}`);
  }
  if (!asks(state) && asks(asked)) parts.push("accept=");
  if (state.find) parts.push(`find=${written(state.find)}`);
  if (state.source) parts.push(`source=${written(state.source)}`);
  if (state.source && state.at) parts.push(`at=${written(state.at)}`);
  if (state.mode) parts.push(`mode=${written(state.mode)}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

/** @param {Question} question */
function asks({ accept, reject }) {
  return accept.length + reject.length > 0;
}

/**
 * Return the shortest that tells what is folded.
 *
 * @param {readonly string[]} fold
 * @param {readonly string[]} usual
 */
function foldsOf(fold, usual) {
  const [folded, before] = [new Set(fold), new Set(usual)];
  const open = usual.filter((id) => !folded.has(id));
  const more = fold.filter((id) => !before.has(id));
  /** @param {string} name @param {readonly string[]} ids */
  const told = (name, ids) => `${name}=${ids.map(written).join(",")}`;
  if (!open.length && !more.length) return [];
  if (open.length + more.length >= fold.length) return [told("fold", fold)];
  return [told("open", open), ...(more.length ? [told("fold", more)] : [])];
}

/** @param {string} value */
export function listed(value) {
  return [...new Set(value.split(",").map(plain).filter(Boolean))];
}

/** @param {string} text */
function written(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** @param {string} text */
export function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
