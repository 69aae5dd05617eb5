/** The slide in the address: #step=3. */

import { partsOf, plain } from "../../explorer/modules/address.js";

/**
 * Return the slide that the fragment of an address names, within those that there are.
 *
 * @param {string} fragment
 * @param {number} length how many slides there are
 * @returns {number} from 1
 */
export function stepOf(fragment, length) {
  const found = /(?:^#?|&)step=(\d{1,6})(?:&|$)/.exec(fragment);
  return within(found ? Number(found[1]) : 1, length);
}

/**
 * Return what an address names in vain, as it stands there, such as `step=99`.
 *
 * @param {string} fragment
 * @param {number} length how many slides there are
 */
export function absentIn(fragment, length) {
  /** @param {string} value */
  const isThere = (value) => /^\d{1,6}$/.test(value) && within(Number(value), length) === Number(value);
  const absent = partsOf(fragment).filter(([name, value]) => name !== "step" || !isThere(value));
  return absent.map(([name, value]) => `${name}=${plain(value)}`);
}

/**
 * Return the nearest slide that there is.
 *
 * @param {number} number
 * @param {number} length
 */
export function within(number, length) {
  return Math.min(Math.max(number, 1), Math.max(length, 1));
}

/** @param {number} number */
export function fragmentOf(number) {
  return `#step=${number}`;
}
