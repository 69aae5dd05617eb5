/** What a claim is called within a sentence, as argmap/outline.py and argmap/values.py say it. */

const LONGEST = 60;
// A full stop, but neither points that leave something out nor all that there is.
const STOP = /^(.*[^.。．।۔])[.。．।۔]$/su;

/**
 * A few words that remind of a claim: its label, or how its text begins.
 *
 * @param {string} name
 */
export function mention(name) {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const cut = letters.slice(0, LONGEST).join("");
  const space = cut.lastIndexOf(" ");
  const start = space > 0 ? cut.slice(0, space) : cut;
  return `${start.replace(/[ ,;:.–—-]+$/u, "")} …`;
}

/**
 * A sentence as it is named within another one: without the full stop at its end.
 *
 * @param {string} words
 */
export function withinSentence(words) {
  const bare = STOP.exec(words)?.[1];
  return bare?.trim() ? bare : words;
}
