/** What is known of each node of a network while labels are found. */

import { NOTHING } from "./network.js";

/** @typedef {import("./network.js").Network} Network */

/**
 * What is known of each node; every list has one entry a node.
 *
 * `rank` is the round in which a node was labelled, so that what decided it has a lower one. `need`
 * counts what an argument still waits for; `bestGround` and `bestAttack` are the strengths of the
 * strongest ground that is in and of the strongest such attack.
 */
export class State {
  /** @param {Network} network */
  constructor(network) {
    this.label = new Uint8Array(network.size);
    this.circular = new Uint8Array(network.size);
    this.rank = new Uint32Array(network.size);
    this.need = new Uint32Array(network.size);
    this.bestGround = new Float64Array(network.size).fill(NOTHING);
    this.bestAttack = new Float64Array(network.size).fill(NOTHING);
    this.round = 0;
  }

  /**
   * Nodes in the order in which they got their labels, those of one round as they were.
   *
   * @param {number[]} nodes
   */
  byRank(nodes) {
    return [...nodes].sort((one, other) => this.rank[one] - this.rank[other]);
  }
}
