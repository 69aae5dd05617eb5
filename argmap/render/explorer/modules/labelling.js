/**
 * What stands in a map, in the browser: the grounded labelling, equal to that of `argmap evaluate`.
 *
 * Data in, verdicts out. The network of a page's data has numbers only, so that what is hidden of a
 * map can be weighed without being told.
 */

import { Network, UnfitQuestionError } from "./labelling/network.js";
import { labelled } from "./labelling/propagation.js";
import { Reasons } from "./labelling/reasons.js";

/** @typedef {import("./labelling/network.js").NetworkData} NetworkData */
/** @typedef {import("./labelling/reasons.js").Standing} Standing */

/**
 * What is asked: ids that are taken to stand or to fall, and who weighs the arguments.
 *
 * @typedef {object} WhatIf
 * @property {Iterable<string>} [accept]
 * @property {Iterable<string>} [reject]
 * @property {string | null} [audience] null for the author
 */

/**
 * The verdict on a claim or an argument.
 *
 * `because` has the ids of what decided, and `hidden` counts what else did, out of sight.
 *
 * @typedef {object} Verdict
 * @property {"accepted" | "rejected" | "undecided"} label
 * @property {Standing} standing
 * @property {string} reason
 * @property {string[]} because
 * @property {number} hidden
 */

/**
 * What has another verdict than before.
 *
 * @typedef {object} Change
 * @property {string} id
 * @property {Verdict} before
 * @property {Verdict} after
 */

export { UnfitQuestionError };

/** @type {readonly Verdict["label"][]} by the numbers of labels in a network */
const LABELS = ["undecided", "accepted", "rejected"];

/**
 * The verdicts on all claims and arguments that are shown, by id, claims first.
 *
 * Without a question it is answered as the picture was: `usualQuestion` has what was asked then.
 * Ids that the map does not show are passed over. Throws UnfitQuestionError where claims that
 * contradict each other are accepted, or one is accepted and rejected.
 *
 * @param {NetworkData} data
 * @param {WhatIf} [question]
 * @returns {Map<string, Verdict>}
 */
export function evaluate(data, question = usualQuestion(data)) {
  const number = new Map(data.ids.map((id, node) => [id, node]));
  const numbers = (/** @type {Iterable<string>} */ ids) =>
    [...new Set(ids)].flatMap((id) => number.get(id) ?? []);
  const accept = [...numbers(question.accept ?? []), ...hiddenOf(data, data.accept)];
  const reject = [...numbers(question.reject ?? []), ...hiddenOf(data, data.reject)];
  const network = new Network(data, { accept, reject, audience: question.audience });
  const state = labelled(network);
  const reasons = new Reasons(network, state);
  /** @type {Map<string, Verdict>} */
  const verdicts = new Map();
  data.ids.forEach((id, node) => {
    if (id === null) return;
    const { kind, because } = reasons.of(node);
    const told = because.flatMap((one) => data.ids[one] ?? []);
    verdicts.set(id, {
      label: LABELS[state.label[node]],
      standing: reasons.standing(node),
      reason: kind,
      because: told,
      hidden: because.length - told.length,
    });
  });
  return verdicts;
}

/**
 * What was asked when the picture was drawn, as far as it is shown.
 *
 * @param {NetworkData} data
 * @returns {{accept: string[], reject: string[], audience: string | null}}
 */
export function usualQuestion(data) {
  return {
    accept: data.accept.flatMap((node) => data.ids[node] ?? []),
    reject: data.reject.flatMap((node) => data.ids[node] ?? []),
    audience: data.audience,
  };
}

/**
 * What has another verdict in `after`; a verdict whose reason alone is new does not count.
 *
 * @param {Map<string, Verdict>} before
 * @param {Map<string, Verdict>} after
 * @returns {Change[]}
 */
export function changes(before, after) {
  /** @type {Change[]} */
  const found = [];
  for (const [id, old] of before) {
    const now = after.get(id);
    if (now && now.standing !== old.standing) found.push({ id, before: old, after: now });
  }
  return found;
}

/**
 * What was asked of what is not shown stays asked.
 *
 * @param {NetworkData} data
 * @param {number[]} nodes
 */
function hiddenOf(data, nodes) {
  return nodes.filter((node) => data.ids[node] === null);
}
