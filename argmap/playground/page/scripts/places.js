// Places as argmap counts them, by line and character from 0, and as the editor does, from the start.

/** @typedef {import("./engine.js").Place} Place */
/** @typedef {import("@codemirror/state").Text} Text */

/**
 * @param {Text} text
 * @param {Place} place
 */
export function offset(text, place) {
  if (place.line >= text.lines) return text.length;
  const line = text.line(place.line + 1);
  return Math.min(line.from + place.character, line.to);
}

/**
 * @param {Text} text
 * @param {number} at
 * @returns {Place}
 */
export function place(text, at) {
  const line = text.lineAt(at);
  return { line: line.number - 1, character: at - line.from };
}

/**
 * @param {Text} text
 * @param {import("./engine.js").Edit[]} edits
 */
export function changes(text, edits) {
  return edits.map((one) => ({
    from: offset(text, one.start),
    to: offset(text, one.end),
    insert: one.text,
  }));
}
