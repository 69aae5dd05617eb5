/** The slide in the address: #step=3, or #claim=ID for the one that tells of a claim or a step first. */

import { partsOf, plain } from "../../explorer/modules/address.js";

/**
 * @typedef {object} Has what a page has
 * @property {number} length how many slides
 * @property {(id: string) => number | undefined} slideOf the number of the slide of a claim or a step
 */

/**
 * Return the slide that the fragment of an address names, within those that there are.
 *
 * @param {string} fragment
 * @param {Has} has
 * @returns {number} from 1
 */
export function stepOf(fragment, { length, slideOf }) {
  const found = /(?:^#?|&)step=(\d{1,6})(?:&|$)/.exec(fragment);
  if (found) return within(Number(found[1]), length);
  const claim = partsOf(fragment).findLast(([name]) => name === "claim");
  return (claim && slideOf(plain(claim[1]))) ?? 1;
}

/**
 * Return what an address names in vain, as it stands there, such as `step=99`.
 *
 * @param {string} fragment
 * @param {Has} has
 */
export function absentIn(fragment, { length, slideOf }) {
  /** @type {Record<string, (value: string) => boolean>} */
  const finds = {
    step: (value) => /^\d{1,6}$/.test(value) && within(Number(value), length) === Number(value),
    claim: (value) => slideOf(plain(value)) !== undefined,
  };
  const absent = partsOf(fragment).filter(([name, value]) => !(Object.hasOwn(finds, name) && finds[name]?.(value)));
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
