// Answers questions to the labelling: a line of JSON in, a line of JSON out.

import { createInterface } from "node:readline";

import {
  UnfitQuestionError,
  changes,
  evaluate,
} from "../../../argmap/render/explorer/modules/labelling.js";

/** @typedef {import("../../../argmap/render/explorer/modules/labelling.js").WhatIf} WhatIf */

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
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
