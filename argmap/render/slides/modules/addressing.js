/** The slide in the address: #step=3. */

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
