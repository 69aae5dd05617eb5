// The labelling in JavaScript, case by case; test_labelling.py compares it with Python’s.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  UnfitQuestionError,
  changes,
  evaluate,
} from "../../../argmap/render/explorer/modules/labelling.js";

/** @typedef {import("../../../argmap/render/explorer/modules/labelling.js").NetworkData} NetworkData */

/**
 * A thesis with a reason for it and, stronger or weaker, a reason against it.
 *
 * @param {Partial<NetworkData>} [changed]
 * @returns {NetworkData}
 */
function library(changed = {}) {
  return {
    ids: ["open", "useful", "dear", "open.1", "open.2"],
    claims: 3,
    premises: [[1], [2]],
    targets: [0, 0],
    supports: [true, false],
    strengths: [0.5, 0.5],
    given: [0, 1, 1],
    own: [0, 0, 0],
    standards: [],
    forced: [],
    contradicts: [],
    audiences: [{ id: "readers", strengths: [[4, 0.25]], ranks: [] }],
    audience: null,
    accept: [],
    reject: [],
    ...changed,
  };
}

/**
 * @param {NetworkData} data
 * @param {import("../../../argmap/render/explorer/modules/labelling.js").WhatIf} [question]
 */
const thesis = (data, question) => evaluate(data, question).get("open");

test("equally strong reasons leave a claim undecided, and an audience settles it", () => {
  assert.equal(thesis(library())?.standing, "undecided");
  assert.equal(thesis(library(), { audience: "readers" })?.standing, "stands");
  assert.equal(thesis(library({ audience: "readers" }))?.standing, "stands");
});

test("what a reader rejects falls, and what changes by it is told", () => {
  const data = library();
  const after = evaluate(data, { reject: ["dear"] });
  assert.deepEqual(
    changes(evaluate(data), after).map(({ id, before, after }) => [
      id,
      before.standing,
      after.standing,
    ]),
    [
      ["open", "undecided", "stands"],
      ["dear", "stands", "falls"],
      ["open.2", "stands", "falls"],
    ],
  );
});

test("a step that is rejected takes its reason away and leaves the premise", () => {
  const after = evaluate(library(), { reject: ["open.1"] });
  assert.equal(after.get("useful")?.standing, "stands");
  assert.equal(after.get("open.1")?.reason, "rejected");
  assert.equal(after.get("open")?.standing, "falls");
});

test("two claims that contradict each other are not accepted together", () => {
  const data = library({ contradicts: [[1, [2]], [2, [1]]] });
  assert.throws(() => evaluate(data, { accept: ["useful", "dear"] }), UnfitQuestionError);
  assert.throws(() => evaluate(data, { accept: ["dear"], reject: ["dear"] }), UnfitQuestionError);
  assert.equal(evaluate(data, { accept: ["dear"] }).get("useful")?.standing, "falls");
});

test("ids that the map does not have are passed over", () => {
  assert.deepEqual(evaluate(library(), { accept: ["unheard-of"] }), evaluate(library()));
});
