/**
 * Letters typed on a tree: the focus goes on to what begins with them.
 *
 * https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ calls it type-ahead.
 */

import { folded } from "./search.js";

// Letters that follow one another sooner are one word, in milliseconds.
const PAUSE = 1000;
const LETTER = /^[\p{L}\p{M}\p{N}]$/u;
// Quotation marks and the like are not typed to find what stands between them.
const BEFORE = /^[^\p{L}\p{N}]+/u;

/** @typedef {{key: string, timeStamp: number}} Pressed */

export class Typing {
  /**
   * @param {(id: string) => string} nameOf
   * @param {(key: string) => boolean} isTaken whether a key does something else, unless a word is being typed
   */
  constructor(nameOf, isTaken) {
    this.nameOf = nameOf;
    this.isTaken = isTaken;
    this.word = "";
    this.until = 0;
  }

  /**
   * Return what a key leads to: nothing (null) where nothing begins so; undefined where the key means something else.
   *
   * @param {Pressed} pressed
   * @param {readonly string[]} all in their order
   * @param {number} at which of them has the focus
   * @returns {string | null | undefined}
   */
  typed({ key, timeStamp }, all, at) {
    const before = timeStamp <= this.until ? this.word : "";
    const word = before + key;
    if (key === " ") {
      // It folds, unless the word goes on with it.
      if (!before || !this.first(word, all, at)) return undefined;
    } else if (!LETTER.test(key) || (!before && this.isTaken(key))) return undefined;
    this.word = word;
    this.until = timeStamp + PAUSE;
    // Who goes on with a word stays where it still fits.
    const found = this.first(word, all, before ? at : at + 1);
    // Of one letter again and again each leads one further.
    const same = before !== "" && [...word].every((one) => folded(one) === folded(key));
    return found ?? (same ? this.first(key, all, at + 1) : null);
  }

  /**
   * Return the first that begins with a word, from a place on and then from the beginning.
   *
   * @param {string} word
   * @param {readonly string[]} all
   * @param {number} from
   */
  first(word, all, from) {
    const begin = folded(word) + (word.endsWith(" ") ? " " : "");
    const fits = (/** @type {string} */ id) => `${folded(this.nameOf(id).replace(BEFORE, ""))} `.startsWith(begin);
    return all.slice(from).find(fits) ?? all.slice(0, from).find(fits) ?? null;
  }
}
