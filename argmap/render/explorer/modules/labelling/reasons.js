/**
 * Why each node has its label, read off the rounds in which the labels were found.
 *
 * Only what was known in an earlier round counts as a reason, so that reasons never go in a circle;
 * but for circular support, whose reason is the circle.
 */

import { OWN, contestOf, powerOf } from "./contest.js";
import { GIVEN, IN, LEFT_OPEN, NOTHING, OUT, UNDECIDED } from "./network.js";
import { strongestPossible, strongestRival } from "./propagation.js";
import { isEnough, prevails } from "./standards.js";

/** @typedef {import("./network.js").Network} Network */
/** @typedef {import("./state.js").State} State */
/** @typedef {"stands" | "falls" | "not-shown" | "undecided"} Standing */

/**
 * The reason for a verdict in a word, and the nodes that decided; ReasonKind in Python has the words.
 *
 * @typedef {object} Reason
 * @property {string} kind
 * @property {number[]} because
 */

/** @type {readonly Standing[]} */
const STANDINGS = ["undecided", "stands", "falls"];

/** The reasons for the labels of a network. */
export class Reasons {
  /**
   * @param {Network} network
   * @param {State} state
   */
  constructor(network, state) {
    this.network = network;
    this.state = state;
  }

  /**
   * @param {number} node a claim or an argument
   * @returns {Reason}
   */
  of(node) {
    return this.network.isArgument(node) ? this.#ofArgument(node) : this.#ofClaim(node);
  }

  /**
   * The verdict as people read it: what nothing speaks against is only not shown.
   *
   * @param {number} node a claim or an argument
   * @returns {Standing}
   */
  standing(node) {
    const { network, state } = this;
    if (state.label[node] !== OUT) return STANDINGS[state.label[node]];
    if (network.isArgument(node)) return this.#standingOfFallenArgument(node);
    if (network.forced.has(node)) return "falls";
    return this.#whatStandsAgainst(node).length ? "falls" : "not-shown";
  }

  /**
   * @param {number} argument
   * @returns {Standing}
   */
  #standingOfFallenArgument(argument) {
    const { network, state } = this;
    const step = network.step(argument);
    if (step >= 0) {
      if (network.forced.get(step) === OUT || this.#attacksThatStand(step).length) return "falls";
    }
    const fell = network
      .premisesOf(argument)
      .some((one) => state.label[one] === OUT && this.standing(one) === "falls");
    return fell ? "falls" : "not-shown";
  }

  /** @param {number} node */
  #attacksThatStand(node) {
    return this.network.attacks[node].filter((one) => this.state.label[one] === IN);
  }

  /** @param {number} node */
  #partnersIn(node) {
    const partners = this.network.partners.get(node) ?? [];
    return partners.filter((one) => this.state.label[one] === IN);
  }

  /** @param {number} node */
  #whatStandsAgainst(node) {
    return [...this.#attacksThatStand(node), ...this.#partnersIn(node)];
  }

  /**
   * Whether `node` had the label before `at` got its own.
   *
   * @param {number} node
   * @param {number} label
   * @param {number} at
   */
  #isKnown(node, label, at) {
    return this.state.label[node] === label && this.state.rank[node] < this.state.rank[at];
  }

  /**
   * @param {number} node
   * @returns {Reason}
   */
  #ofClaim(node) {
    const { network, state } = this;
    const forced = network.forced.get(node);
    if (forced !== undefined) return reason(forced === IN ? "granted" : "rejected");
    if (state.label[node] === IN) {
      const carried = this.#carrying(node);
      // What came later may rest on the node itself; then it is enough that the node is given.
      const first = carried.length > 0 && this.#isKnown(carried[0], IN, node);
      return first ? reason("supported", carried) : reason("given");
    }
    if (network.valued.has(node)) return this.#ofValuedClaim(node);
    return state.label[node] === UNDECIDED ? this.#doubt(node) : this.#whyOut(node);
  }

  /**
   * @param {number} node
   * @returns {Reason}
   */
  #whyOut(node) {
    const { network, state } = this;
    const { label, rank } = state;
    const against = this.#whatStandsAgainst(node);
    let alive = network.grounds[node].filter(
      (one) => label[one] !== OUT || rank[one] >= rank[node],
    );
    if (state.circular[node]) {
      const lasting = alive.filter((one) => label[one] !== OUT);
      if (!lasting.length && !network.given[node]) return reason("circular", [...alive, ...against]);
      // It had something else to stand on, which was not enough.
      alive = lasting;
    } else if (!alive.length && !network.given[node]) {
      return reason("unsupported", [...network.grounds[node], ...against]);
    }
    const own = network.given[node] ? network.own[node] : NOTHING;
    const best = Math.max(own, network.strongest(alive));
    const standard = network.standards.get(node);
    const contradicting = against.filter((one) => !network.isArgument(one));
    const stronger = against.filter(
      (one) => network.isArgument(one) && !isEnough(standard, best, network.strength(one)),
    );
    const decisive = [...stronger, ...contradicting];
    if (decisive.length) return reason("defeated", state.byRank(decisive));
    return reason("below-standard", alive);
  }

  /**
   * The arguments each of which is enough to keep a judged node in, the one that brought it in first.
   *
   * @param {number} node
   */
  #carrying(node) {
    const { network, state } = this;
    let found = network.grounds[node].filter((one) => state.label[one] === IN);
    const rival = strongestRival(network, state, node);
    if (network.valued.has(node)) {
      const inside = contestOf(network, state, node, rival).inside.grounds;
      found = found.filter((one) => inside.has(one));
    } else if (!network.isStep(node)) {
      const bar = network.strongest(network.attacks[node].filter((a) => state.label[a] !== OUT));
      const standard = network.standards.get(node);
      found = found.filter((one) => prevails(standard, network.strength(one), bar));
      found = found.filter((one) => network.strength(one) > rival);
    }
    return state.byRank(found);
  }

  /**
   * @param {number} node
   * @returns {Reason}
   */
  #doubt(node) {
    const { network, state } = this;
    const standard = network.standards.get(node);
    const beatenBy = network.strongest(this.#attacksThatStand(node));
    const possible = network.grounds[node].filter(
      (one) => state.label[one] !== OUT && isEnough(standard, network.strength(one), beatenBy),
    );
    const own = isEnough(standard, network.own[node], beatenBy) ? network.given[node] : 0;
    let best = network.strongest(possible.filter((one) => state.label[one] === IN));
    if (own === GIVEN) best = Math.max(best, network.own[node]);
    if (best >= 0) {
      const inTheWay = network.attacks[node].filter(
        (one) => state.label[one] !== OUT && !prevails(standard, best, network.strength(one)),
      );
      return reason("contested", [...inTheWay, ...this.#rivals(node, best)]);
    }
    return own === LEFT_OPEN ? reason("open") : reason("unsettled", possible);
  }

  /**
   * The undecided claims that contradict one, with grounds that are as strong.
   *
   * @param {number} node
   * @param {number} best
   */
  #rivals(node, best) {
    const { network, state } = this;
    return (network.partners.get(node) ?? []).filter(
      (one) =>
        state.label[one] === UNDECIDED && strongestPossible(network, state, one) >= best,
    );
  }

  /**
   * Why a claim on which an audience's values make a difference is not in.
   *
   * @param {number} node
   * @returns {Reason}
   */
  #ofValuedClaim(node) {
    const { network, state } = this;
    const { label } = state;
    const contest = contestOf(network, state, node);
    if (label[node] === OUT) {
      const alive = network.grounds[node].filter((one) => label[one] !== OUT);
      if (!alive.length && !network.given[node]) return this.#whyOut(node);
      // Counters are in the order of the network, as everywhere.
      const counters = network.attacks[node].filter((one) => contest.inside.counters.has(one));
      const against = state.byRank([...counters, ...this.#partnersIn(node)]);
      return against.length ? reason("defeated", against) : reason("below-standard", alive);
    }
    const possible = [...contest.possible.grounds];
    const holding = possible.filter((one) =>
      one === OWN ? network.given[node] === GIVEN : label[one] === IN,
    );
    if (!holding.length) {
      const others = possible.filter((one) => one !== OWN);
      return others.length ? reason("unsettled", others) : reason("open");
    }
    const best = Math.max(...holding.map((one) => powerOf(network, node, one)));
    const inTheWay = network.attacks[node].filter((one) => contest.possible.counters.has(one));
    return reason("contested", [...inTheWay, ...this.#rivals(node, best)]);
  }

  /**
   * @param {number} argument
   * @returns {Reason}
   */
  #ofArgument(argument) {
    const { network, state } = this;
    const premises = [...new Set(network.premisesOf(argument))];
    const step = network.step(argument);
    if (state.label[argument] === IN) {
      const backing = step < 0 || network.forced.has(step) ? [] : this.#carrying(step);
      const known = backing.filter((one) => this.#isKnown(one, IN, step));
      return reason("stands", [...premises, ...known]);
    }
    if (state.label[argument] === UNDECIDED) {
      const undecided = premises.filter((one) => state.label[one] === UNDECIDED);
      return undecided.length ? reason("unsettled", undecided) : this.#doubtfulStep(step);
    }
    const fallen = premises.filter((one) => this.#isKnown(one, OUT, argument));
    if (fallen.length) return reason("premise-fell", fallen);
    if (network.forced.get(step) === OUT) return reason("rejected");
    const undercuts = this.#attacksThatStand(step);
    if (undercuts.length) return reason("undercut", state.byRank(undercuts));
    return reason("unbacked", [...network.grounds[step]]);
  }

  /**
   * @param {number} step
   * @returns {Reason}
   */
  #doubtfulStep(step) {
    const alive = (/** @type {number} */ one) => this.state.label[one] !== OUT;
    const undercuts = this.network.attacks[step].filter(alive);
    if (undercuts.length) return reason("contested", undercuts);
    return reason("unsettled", this.network.grounds[step].filter(alive));
  }
}

/**
 * @param {string} kind
 * @param {number[]} [because]
 * @returns {Reason}
 */
function reason(kind, because = []) {
  return { kind, because };
}
