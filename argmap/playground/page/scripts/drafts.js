// Drafts: what the reader has written stays in this browser, and goes nowhere else.

/** @typedef {{id: string, name: string, text: string, at: number}} Draft */

const KEY = "argmap-drafts";
const MOST = 40;
/** Browsers keep about 5 million characters for a site. */
const LARGEST = 1_000_000;
const ALL = 3_000_000;

/** @returns {Draft[]} the newest first */
export function drafts() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isDraft) : [];
  } catch {
    return [];
  }
}

/**
 * Keep a draft, and return whether that could be done.
 * @param {Draft} draft
 */
export function keep(draft) {
  if (draft.text.length > LARGEST) return false;
  let room = ALL;
  const kept = [draft, ...drafts().filter((one) => one.id !== draft.id)]
    .slice(0, MOST)
    .filter((one) => (room -= one.text.length) >= 0);
  return write(kept);
}

/** @param {string} id */
export function forget(id) {
  write(drafts().filter((one) => one.id !== id));
}

/** @param {Draft[]} kept */
function write(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    // A browser may be told to keep nothing.
    return false;
  }
}

/**
 * @param {any} one
 * @returns {one is Draft}
 */
function isDraft(one) {
  return typeof one?.id === "string" && typeof one.name === "string" && typeof one.text === "string";
}
