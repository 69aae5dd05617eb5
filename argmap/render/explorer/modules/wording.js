/**
 * What the page says of claims, steps and sources, in plain texts.
 *
 * @typedef {import("./data.js").PageData} PageData
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./data.js").Argument} Argument
 * @typedef {import("./data.js").Source} Source
 * @typedef {import("./graph.js").Graph} Graph
 */

import { mention, withinSentence } from "./labelling/naming.js";

/**
 * Return a sentence with its places filled.
 *
 * @param {string} sentence with {} for each value
 * @param {...(string | number)} values
 */
export function filled(sentence, ...values) {
  return values.reduce((/** @type {string} */ text, value) => text.replace("{}", () => String(value)), sentence);
}

/**
 * Return a number with what it counts: the words have a form for each kind of number, by “|”.
 *
 * @param {string | undefined} language
 * @param {string} forms
 * @param {number} number
 */
export function counted(language, forms, number) {
  const choices = forms.split("|");
  const kinds = { one: 0, few: 1, many: 2, other: choices.length - 1, zero: 2, two: 1 };
  let rules;
  try {
    rules = new Intl.PluralRules(language);
  } catch {
    rules = new Intl.PluralRules("en");
  }
  const at = Math.min(kinds[rules.select(number)], choices.length - 1);
  return filled(choices[at] ?? "{}", number);
}

/**
 * Return the name of a claim in a line: its label, or its text.
 *
 * @param {Claim} claim
 */
export function nameOf(claim) {
  return claim.label || claim.text;
}

/**
 * Return the name of a claim or a step in a line.
 *
 * @param {Graph} graph
 * @param {string} id
 * @param {Record<string, string>} words
 */
export function named(graph, id, words) {
  const claim = graph.claims.get(id);
  if (claim) return nameOf(claim);
  const step = graph.arguments.get(id);
  if (!step) return id;
  if (step.label) return step.label;
  // A step on a step is told by that step's own kind, without going on.
  const target = graph.claims.get(step.target);
  const aim = target ? nameOf(target) : graph.arguments.get(step.target)?.label || (words.step ?? step.target);
  return `${words[step.kind] ?? step.kind}: ${aim}`;
}

/**
 * Return what a claim or a step says to somebody who cannot see its box.
 *
 * @param {Graph} graph
 * @param {string} id
 * @param {Record<string, string>} words
 * @param {boolean} [tells] whether its verdict is told
 */
export function spoken(graph, id, words, tells = true) {
  const claim = graph.claims.get(id);
  const node = claim ?? graph.arguments.get(id);
  const text = claim ? [claim.label, claim.text].filter(Boolean).join(": ") : named(graph, id, words);
  return tells && node?.standing ? `${text} (${words[node.standing] ?? node.standing})` : text;
}

/**
 * Return the sentence on a verdict, of which the page has the form, and the claims that it names.
 *
 * @param {Graph} graph
 * @param {readonly string[]} form what stands around the names
 * @param {readonly string[]} ids
 */
export function whole(graph, form, ids) {
  const names = ids.map((id) => {
    const name = mention(nameOf(/** @type {Claim} */ (graph.claims.get(id))));
    return `“${withinSentence(name)}”`;
  });
  return form.map((part, at) => part + (names[at] ?? "")).join("");
}

/**
 * Return what is known of a source, in a line without its address.
 *
 * @param {Source} source
 */
export function published(source) {
  const authors = (source.authors ?? []).join(", ");
  const parts = [authors, source.title, source.container, source.publisher, source.year];
  return parts.filter(Boolean).join(". ");
}

/**
 * Return all texts by which a claim or a step can be found, the most telling first.
 *
 * @param {PageData} data
 * @returns {{id: string, texts: string[]}[]}
 */
export function searched(data) {
  /** @type {Map<string, string>} */
  const sources = new Map();
  for (const one of data.sources) sources.set(one.id, [one.name, published(one), one.id].join(" "));
  /** @param {Claim | Argument} node */
  const cited = (node) =>
    (node.citations ?? []).flatMap((one) => [sources.get(one.source) ?? "", one.at ?? "", one.quote ?? ""]);
  /** @param {(string | undefined)[]} texts */
  const kept = (texts) => texts.filter((one) => one !== undefined && one !== "");
  const claims = data.claims.map((one) => ({
    id: one.id,
    texts: kept([one.label, one.text, one.id, (one.tags ?? []).join(" "), one.note, ...cited(one)]),
  }));
  const steps = data.arguments.map((one) => ({
    id: one.id,
    texts: kept([one.label, one.scheme, (one.tags ?? []).join(" "), one.note, ...cited(one)]),
  }));
  return /** @type {{id: string, texts: string[]}[]} */ ([...claims, ...steps.filter((one) => one.texts.length)]);
}
