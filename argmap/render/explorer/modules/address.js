/**
 * The state of the page in its address: #claim=ID&fold=ID,ID&find=WORDS&accept=ID&reject=ID.
 *
 * @typedef {object} State
 * @property {string | null} claim
 * @property {string[]} fold
 * @property {string[]} accept
 * @property {string[]} reject
 * @property {string} find
 */

/** @type {readonly ("fold" | "accept" | "reject")[]} */
const LISTS = ["fold", "accept", "reject"];

/**
 * Return the state that the fragment of an address tells; what is unknown is passed over.
 *
 * @param {string} fragment
 * @returns {State}
 */
export function stateOf(fragment) {
  /** @type {State} */
  const state = { claim: null, fold: [], accept: [], reject: [], find: "" };
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const cut = part.indexOf("=");
    if (cut < 0) continue;
    const [name, value] = [part.slice(0, cut), part.slice(cut + 1)];
    if (name === "claim") state.claim = plain(value) || null;
    else if (name === "find") state.find = plain(value.replaceAll("+", " "));
    else {
      const list = LISTS.find((one) => one === name);
      if (list) state[list] = [...new Set(value.split(",").map(plain).filter(Boolean))];
    }
  }
  return state;
}

/**
 * Return the fragment that tells a state, with its “#”; nothing at all where there is none.
 *
 * @param {State} state
 * @returns {string}
 */
export function fragmentOf(state) {
  const parts = [];
  if (state.claim) parts.push(`claim=${written(state.claim)}`);
  for (const name of LISTS) {
    if (state[name].length) parts.push(`${name}=${state[name].map(written).join(",")}`);
  }
  if (state.find) parts.push(`find=${written(state.find)}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

/** @param {string} text */
function written(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** @param {string} text */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
