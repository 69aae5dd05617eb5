/**
 * Proof standards: how strong a ground must be against what speaks against the claim.
 *
 * The standards are those of Gordon, Prakken and Walton (2007), with the thresholds of Carneades 4.
 */

/** @typedef {import("./network.js").Network} Network */
/** @typedef {string | undefined} Standard undefined is the usual one */

const MARGIN = 0.5;
const DOUBT = 0.3;
/** Differences of decimal fractions are off by a hair. */
const HAIR = 1e-9;

/**
 * Whether a ground of this strength may hold, though a counter-ground does so too.
 *
 * `against` is the strength of the strongest counter-ground whose argument is in. A tie is enough
 * to go on: it is settled elsewhere.
 *
 * @param {Standard} standard
 * @param {number} ground
 * @param {number} against
 */
export function isEnough(standard, ground, against) {
  if (standard === undefined) return ground >= against;
  if (standard === "scintilla") return true;
  if (standard === "dialectical-validity") return against < 0;
  if (ground - Math.max(against, 0) <= MARGIN + HAIR) return false;
  return standard === "clear-and-convincing" || against < DOUBT - HAIR;
}

/**
 * Whether a ground of this strength holds against all that may still be in.
 *
 * @param {Standard} standard
 * @param {number} ground
 * @param {number} against
 */
export function prevails(standard, ground, against) {
  return standard === undefined ? ground > against : isEnough(standard, ground, against);
}

/**
 * Whether a standard lets no ground hold beside such a counter-ground that is in.
 *
 * @param {Standard} standard
 * @param {number} ground
 * @param {number} counter
 */
export function refutes(standard, ground, counter) {
  return standard !== undefined && !isEnough(standard, ground, counter);
}

/**
 * Whether one bearing on a claim, if it holds, defeats one of the other side.
 *
 * For an audience, what promotes a lesser value does not defeat what promotes a dearer one.
 *
 * @param {Network} network
 * @param {number} one
 * @param {number} strength
 * @param {number} other
 * @param {number} otherStrength
 */
export function defeats(network, one, strength, other, otherStrength) {
  if (strength < otherStrength) return false;
  const rank = network.ranks.get(one);
  const otherRank = network.ranks.get(other);
  return rank === undefined || otherRank === undefined || rank <= otherRank;
}

