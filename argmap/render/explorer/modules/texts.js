/**
 * The texts of sources: which of their passages are cited, by what, and how that divides a text.
 *
 * @typedef {import("./data.js").PageData} PageData
 * @typedef {import("./data.js").Citation} Citation
 *
 * A span is [paragraph, start, end]: paragraphs count from 1, places as a script counts them.
 * @typedef {[number, number, number]} Span
 * @typedef {{nodes: string[], spans: Span[]}} Passage
 * @typedef {{start: number, end: number, passages: Passage[], ends: Passage[]}} Run
 *
 * @typedef {object} Cited
 * @property {Passage[]} passages what is quoted, in the order of the text
 * @property {Map<number, string[]>} paragraphs what cites a paragraph without its words
 * @property {{node: string, quote: string}[]} missing quotations that are not in the text
 */

/**
 * Return what claims and steps cite of the text of a source.
 *
 * @param {PageData} data
 * @param {string} source
 * @returns {Cited}
 */
export function citedOf(data, source) {
  /** @type {Map<string, Passage>} */
  const passages = new Map();
  /** @type {Cited} */
  const cited = { passages: [], paragraphs: new Map(), missing: [] };
  for (const node of [...data.claims, ...data.arguments]) {
    for (const one of node.citations ?? []) {
      if (one.source !== source) continue;
      if (one.spans) {
        const key = JSON.stringify(one.spans);
        if (!passages.has(key)) passages.set(key, { nodes: [], spans: one.spans });
        add(passages.get(key)?.nodes ?? [], node.id);
      } else if (one.missing) cited.missing.push({ node: node.id, quote: one.quote ?? "" });
      else if (one.paragraphs) note(cited.paragraphs, one.paragraphs, node.id);
    }
  }
  cited.passages = [...passages.values()].sort((one, other) => before(one.spans[0], other.spans[0]));
  return cited;
}

/**
 * @param {string[]} list
 * @param {string} id
 */
function add(list, id) {
  if (!list.includes(id)) list.push(id);
}

/**
 * @param {Map<number, string[]>} paragraphs
 * @param {[number, number]} range
 * @param {string} id
 */
function note(paragraphs, [first, last], id) {
  for (let number = first; number <= last; number += 1) {
    if (!paragraphs.has(number)) paragraphs.set(number, []);
    add(paragraphs.get(number) ?? [], id);
  }
}

/**
 * @param {Span | undefined} one
 * @param {Span | undefined} other
 */
function before(one, other) {
  return one && other ? one[0] - other[0] || one[1] - other[1] || one[2] - other[2] : 0;
}

/**
 * Return where a paragraph is divided that is longer than a browser lays out at once.
 *
 * @param {string} text
 * @param {number} [longest]
 */
export function cutsOf(text, longest = 10_000) {
  const cuts = [];
  for (let at = longest; at < text.length; at += longest) {
    const space = text.slice(at - longest, at).search(/\s\S*$/u);
    const between = space > 0 ? at - longest + space + 1 : at;
    // The halves of a character stay together.
    at = between - Number(/[\uDC00-\uDFFF]/.test(text[between] ?? ""));
    cuts.push(at);
  }
  return cuts;
}

/**
 * Divide a paragraph so that within each run the same passages are cited; the runs are all of it.
 *
 * @param {number} length of the paragraph
 * @param {number} number of the paragraph
 * @param {Passage[]} passages
 * @param {number[]} [cuts] where it is divided, too
 * @returns {Run[]}
 */
export function runsOf(length, number, passages, cuts = []) {
  const own = passages.flatMap((passage) =>
    passage.spans.filter((span) => span[0] === number).map((span) => ({ passage, span })),
  );
  const ends = new Set([0, length, ...cuts, ...own.flatMap(({ span }) => [span[1], span[2]])]);
  const places = [...ends].filter((place) => place <= length).sort((one, other) => one - other);
  return places.slice(1).map((end, at) => {
    const start = places[at] ?? 0;
    const here = own.filter(({ span }) => span[1] <= start && end <= span[2]);
    const last = here.filter(({ passage, span }) => span[2] === end && span === passage.spans.at(-1));
    return { start, end, passages: unique(here), ends: unique(last) };
  });
}

/** @param {{passage: Passage}[]} found */
function unique(found) {
  return [...new Set(found.map((one) => one.passage))];
}

/**
 * Return the claims and steps that cite any of some passages, each once.
 *
 * @param {Passage[]} passages
 */
export function nodesOf(passages) {
  return [...new Set(passages.flatMap((one) => one.nodes))];
}

/**
 * Return the number of the paragraph where a citation leads; none where it leads nowhere.
 *
 * @param {Citation} citation
 */
export function paragraphOf(citation) {
  return citation.spans?.[0]?.[0] ?? citation.paragraphs?.[0];
}

/**
 * Return the number of the paragraph that an address names, as 3 or ¶3.
 *
 * @param {string | null} at
 */
export function numberOf(at) {
  const found = /^¶?(\d{1,9})$/u.exec(at ?? "");
  return found ? Number(found[1]) : null;
}
