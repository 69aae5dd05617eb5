// What waits until nobody has asked for it again for a while.

/**
 * @template {any[]} T
 * @param {(...given: T) => void} does
 * @param {number} milliseconds
 * @returns {(...given: T) => void}
 */
export function later(does, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => does(...given), milliseconds);
  };
}
