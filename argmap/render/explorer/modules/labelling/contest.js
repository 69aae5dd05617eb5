/**
 * Grounds and counter-grounds held against each other one by one, where an audience ranks values.
 *
 * A bearing whose value ranks below that of the other side does not defeat it (Bench-Capon 2003), so
 * that it is not enough any more to look at the strongest of each side.
 */

import { GIVEN, IN, NOTHING, OUT } from "./network.js";
import { defeats, isEnough, refutes } from "./standards.js";

/** @typedef {import("./network.js").Network} Network */
/** @typedef {import("./state.js").State} State */

/** The number of the ground that a claim has of its own. */
export const OWN = -1;

/**
 * @typedef {object} Bearings
 * @property {Set<number>} grounds
 * @property {Set<number>} counters
 */

/**
 * What holds already of what bears on a claim, and what may still hold.
 *
 * @typedef {object} Contest
 * @property {Bearings} inside
 * @property {Bearings} possible
 */

/**
 * The strength of an argument, or of what the claim has of its own.
 *
 * @param {Network} network
 * @param {number} claim
 * @param {number} bearing
 */
export function powerOf(network, claim, bearing) {
  return bearing === OWN ? network.own[claim] : network.strength(bearing);
}

/**
 * What holds of an undecided claim, as far as the labels of arguments tell.
 *
 * `rival` is the strength of the strongest ground that a contradicting claim may have.
 *
 * @param {Network} network
 * @param {State} state
 * @param {number} claim
 * @param {number} [rival]
 * @returns {Contest}
 */
export function contestOf(network, state, claim, rival = NOTHING) {
  const { label } = state;
  const fears = network.standards.get(claim) !== "scintilla";
  const alive = (/** @type {number} */ one) => label[one] !== OUT;
  const isIn = (/** @type {number} */ one) =>
    one === OWN ? network.given[claim] === GIVEN : label[one] === IN;
  const grounds = network.grounds[claim].filter(alive);
  if (network.given[claim]) grounds.push(OWN);
  const counters = network.attacks[claim].filter(alive);
  const standing = counters.filter(isIn);
  const lasting = grounds.filter((one) => !isRefuted(network, claim, one, standing));
  const safe = lasting.filter(
    (one) =>
      isIn(one) && powerOf(network, claim, one) > rival && !isRefuted(network, claim, one, counters),
  );
  /** @type {Bearings} */
  let inside = { grounds: new Set(), counters: new Set() };
  for (;;) {
    /** @type {Bearings} */
    const possible = {
      grounds: undefeated(network, claim, lasting, fears ? inside.counters : []),
      counters: undefeated(network, claim, counters, inside.grounds),
    };
    /** @type {Bearings} */
    const more = {
      grounds: undefeated(network, claim, safe, fears ? possible.counters : []),
      counters: undefeated(network, claim, standing, possible.grounds),
    };
    if (isSame(more.grounds, inside.grounds) && isSame(more.counters, inside.counters)) {
      return { inside, possible };
    }
    inside = more;
  }
}

/**
 * The strength of the strongest of the grounds, negative where there is none.
 *
 * @param {Network} network
 * @param {number} claim
 * @param {Iterable<number>} grounds
 */
export function strongestPower(network, claim, grounds) {
  let best = NOTHING;
  for (const one of grounds) best = Math.max(best, powerOf(network, claim, one));
  return best;
}

/**
 * Whether an undecided claim or step may rest on a ground, the number OWN for its own.
 *
 * @param {Network} network
 * @param {State} state
 * @param {number} node
 * @param {number} ground
 */
export function canFound(network, state, node, ground) {
  if (network.valued.has(node)) return contestOf(network, state, node).possible.grounds.has(ground);
  const standard = network.standards.get(node);
  const power = powerOf(network, node, ground);
  return standard === undefined || isEnough(standard, power, state.bestAttack[node]);
}

/**
 * @param {Network} network
 * @param {number} claim
 * @param {number} ground
 * @param {number[]} counters
 */
function isRefuted(network, claim, ground, counters) {
  const standard = network.standards.get(claim);
  const power = powerOf(network, claim, ground);
  if (refutes(standard, power, NOTHING)) return true;
  return counters.some((one) => refutes(standard, power, network.strength(one)));
}

/**
 * Those bearings that none of the other side defeats.
 *
 * @param {Network} network
 * @param {number} claim
 * @param {number[]} ones
 * @param {Iterable<number>} others
 */
function undefeated(network, claim, ones, others) {
  const against = [...others].map((one) => ({ one, force: powerOf(network, claim, one) }));
  const found = ones.filter((one) => {
    const power = powerOf(network, claim, one);
    return !against.some((other) => defeats(network, other.one, other.force, one, power));
  });
  return new Set(found);
}

/**
 * @param {Set<number>} one
 * @param {Set<number>} other
 */
function isSame(one, other) {
  return one.size === other.size && [...one].every((member) => other.has(member));
}
