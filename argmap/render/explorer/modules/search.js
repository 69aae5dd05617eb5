/**
 * Search that hears no difference of case, accents and marks, in any script.
 *
 * @typedef {{id: string, texts: string[]}} Searched
 * @typedef {{id: string, at: number}} Hit
 */

// Signs of vowels, as in Hindi, are letters to their readers; accents and points are not.
const MARKS = /(?=\p{M})(?![\u3099\u309a])\p{Diacritic}/gu;
// Letters with a stroke and joined ones, which Unicode does not take apart, and signs that no keyboard has.
const PLAIN = new Map([
  ...pairs("ŁØĐÐĦŦ", "LODDHT"),
  ...pairs("ÆŒÞŊ", ["AE", "OE", "TH", "NG"]),
  ...pairs("‘’‚‛′“”„‟«»", "'''''\"\"\"\"\"\""),
  ...pairs("‐‒–—―−⁄", "------/"),
]);
const OTHER = new RegExp(`[${[...PLAIN.keys()].join("")}]`, "gu");

/**
 * @param {string} from
 * @param {string | string[]} to
 * @returns {[string, string][]}
 */
function pairs(from, to) {
  return [...from].map((one, at) => [one, to[at] ?? one]);
}

/**
 * Return a text as it is compared.
 *
 * @param {string} text
 * @returns {string}
 */
export function folded(text) {
  const bare = text.normalize("NFKD").replace(MARKS, "").toUpperCase();
  return bare.normalize("NFKD").replace(MARKS, "").replace(OTHER, (one) => PLAIN.get(one) ?? one).replace(/\s+/gu, " ").trim();
}

/** An index of what can be found, made once for a map. */
export class Index {
  /** @param {Iterable<Searched>} nodes each with its texts, the most telling first */
  constructor(nodes) {
    /** @type {{id: string, texts: string[]}[]} */
    this.nodes = Array.from(nodes, ({ id, texts }) => ({ id, texts: texts.map(folded) }));
  }

  /**
   * Return what has all the words, the best first: those in which they stand as they are written,
   * at the beginning of a word, in a more telling text.
   *
   * @param {string} wanted
   * @returns {Hit[]}
   */
  find(wanted) {
    const whole = folded(wanted);
    if (!whole) return [];
    const words = whole.split(" ");
    /** @type {(Hit & {rank: number})[]} */
    const hits = [];
    this.nodes.forEach(({ id, texts }, order) => {
      if (!words.every((word) => texts.some((text) => text.includes(word)))) return;
      const phrase = texts.findIndex((text) => text.includes(whole));
      const at = phrase >= 0 ? phrase : texts.findIndex((text) => text.includes(words[0] ?? ""));
      const begins = phrase >= 0 && ` ${texts[phrase]}`.includes(` ${whole}`);
      const rank = (phrase < 0 ? 20 : 0) + (begins ? 0 : 8) + at + order / (this.nodes.length + 1);
      hits.push({ id, at, rank });
    });
    return hits.sort((one, other) => one.rank - other.rank).map(({ id, at }) => ({ id, at }));
  }
}
