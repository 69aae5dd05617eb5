/**
 * The data of the page, as argmap writes them; what is null or empty there is left out.
 *
 * @typedef {"stands" | "falls" | "not-shown" | "undecided"} Standing
 * @typedef {import("./texts.js").Span} Span
 * The number of the form of a sentence, and the ids of the claims that it names.
 * @typedef {[number, ...string[]]} Why
 *
 * Where the text of its source is in the page, a citation has the spans of its quotation, or the
 * first and last paragraph that it names.
 * @typedef {object} Citation
 * @property {string} source
 * @property {string} [at]
 * @property {string} [quote]
 * @property {Span[]} [spans]
 * @property {[number, number]} [paragraphs]
 * @property {boolean} [missing]
 *
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} text
 * @property {string} [label]
 * @property {string} role
 * @property {Standing} [standing]
 * @property {Why} [why]
 * @property {string} [status]
 * @property {boolean} [unstated]
 * @property {string} [note]
 * @property {string} [link]
 * @property {string[]} [tags]
 * @property {string[]} [remarks]
 * @property {string[]} [contradicts]
 * @property {Citation[]} [citations]
 *
 * @typedef {object} Argument
 * @property {string} id
 * @property {"support" | "rebut" | "undercut" | "backing"} kind
 * @property {"support" | "attack"} polarity
 * @property {string[]} premises
 * @property {string} target
 * @property {string} [label]
 * @property {string} [scheme]
 * @property {Standing} [standing]
 * @property {Why} [why]
 * @property {boolean} [fails]
 * @property {string} [note]
 * @property {string[]} [tags]
 * @property {Citation[]} [citations]
 *
 * @typedef {object} Source
 * @property {string} id
 * @property {string} name
 * @property {string} [title]
 * @property {string[]} [authors]
 * @property {string} [container]
 * @property {string} [publisher]
 * @property {string} [year]
 * @property {string} [url]
 * @property {string} [note]
 *
 * An arrow is [tail, head, kind], in the order of the drawing; a group has its members.
 * @typedef {{direction: string, arrows: [string, string, string][], groups: string[][]}} Drawing
 *
 * @typedef {object} PageData
 * @property {string} [title]
 * @property {string} [language]
 * @property {string[]} theses
 * @property {string[]} reading_order
 * @property {Claim[]} claims
 * @property {Argument[]} arguments
 * @property {string[][]} sentences the form of each: what stands around the names of claims
 * @property {Source[]} sources
 * @property {{sources: string[], paragraphs: string[]}[]} texts
 * @property {Drawing[]} drawings
 * @property {import("./labelling/network.js").NetworkData | null} [network]
 * @property {import("./labelling/news.js").NewsWords} [news_words]
 * @property {import("./graphviz/dot.js").Gaps} [layout] where the page brings a layout engine along
 * @property {Record<string, string>} words
 */

/**
 * Return the data that stand in the page.
 *
 * @param {Document} page
 * @returns {PageData}
 */
export function dataOf(page) {
  const text = page.getElementById("argmap-data")?.textContent ?? "{}";
  const found = JSON.parse(text);
  for (const name of ["theses", "reading_order", "claims", "arguments", "sentences", "sources", "texts", "drawings"]) {
    found[name] ??= [];
  }
  found.words ??= {};
  for (const one of found.arguments) one.premises ??= [];
  for (const one of found.drawings) {
    one.arrows ??= [];
    one.groups ??= [];
  }
  return found;
}
