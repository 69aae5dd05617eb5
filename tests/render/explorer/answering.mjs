// Answers questions to the labelling: a line of JSON in, a line of JSON out.

import { createInterface } from "node:readline";

import {
  UnfitQuestionError,
  changes,
  evaluate,
} from "../../../argmap/render/explorer/modules/labelling.js";

import { Graph } from "../../../argmap/render/explorer/modules/graph.js";
import { whole } from "../../../argmap/render/explorer/modules/wording.js";
import { News } from "../../../argmap/render/explorer/modules/labelling/news.js";

/** @typedef {import("../../../argmap/render/explorer/modules/labelling.js").WhatIf} WhatIf */

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(reply(JSON.parse(line)))}\n`);
}

/** @param {any} asked */
function reply(asked) {
  if (asked.sentences) return sentences(asked);
  return asked.words ? told(asked) : answer(asked);
}

/** @param {any} asked */
function answer({ network, question }) {
  try {
    const after = evaluate(network, question);
    const before = evaluate(network, { audience: question?.audience });
    return {
      verdicts: Object.fromEntries(after),
      changes: changes(before, after).map((change) => change.id),
    };
  } catch (error) {
    if (!(error instanceof UnfitQuestionError)) throw error;
    return { refused: true };
  }
}

/**
 * Sentences on what has changed.
 *
 * @param {any} asked
 */
function told({ data, words, question }) {
  const before = evaluate(data.network, { audience: question.audience });
  return new News(data, words).of(changes(before, evaluate(data.network, question)));
}

/**
 * The sentences on all verdicts, made whole from the data of a page.
 *
 * @param {any} data
 */
function sentences({ claims, arguments: steps = [], theses = [], sentences }) {
  for (const one of steps) one.premises ??= [];
  const graph = new Graph(claims, steps, theses);
  const told = [...claims, ...steps].map(({ id, why: [form, ...ids] }) => [id, whole(graph, sentences[form], ids)]);
  return Object.fromEntries(told);
}
