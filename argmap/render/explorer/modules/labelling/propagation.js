/** Labels handed on from node to node, round by round, until nothing follows any more. */

import { OWN, canFound, contestOf, strongestPower } from "./contest.js";
import { GIVEN, IN, NOTHING, OUT, UNDECIDED } from "./network.js";
import { isEnough, prevails } from "./standards.js";
import { State } from "./state.js";

/** @typedef {import("./network.js").Network} Network */
/** @typedef {import("./network.js").Label} Label */

/**
 * What is to be done in a round: nodes to be judged, and nodes that get their label.
 *
 * @typedef {object} Work
 * @property {number[]} judged
 * @property {number[]} cameIn
 * @property {number[]} wentOut
 */

/**
 * The labels of all nodes: the grounded labelling.
 *
 * @param {Network} network
 */
export function labelled(network) {
  const state = new State(network);
  propagate(network, state, begun(network, state));
  for (;;) {
    const unfounded = unfoundedNodes(network, state);
    if (!unfounded.length) return state;
    for (const node of unfounded) state.circular[node] = 1;
    propagate(network, state, { judged: [], cameIn: [], wentOut: unfounded });
  }
}

/**
 * Lay down the labels that are forced, and return what follows at once.
 *
 * @param {Network} network
 * @param {State} state
 */
function begun(network, state) {
  /** @type {Work} */
  const work = { judged: [], cameIn: [], wentOut: [] };
  state.round = 1;
  state.rank.fill(1);
  for (const [node, label] of network.forced) state.label[node] = label;
  for (let node = 0; node < network.size; node++) {
    if (state.label[node]) continue;
    if (network.isArgument(node)) {
      const rests = network.restsOn(node).filter((one) => state.label[one] !== IN);
      state.need[node] = rests.length;
      if (!rests.length) work.cameIn.push(node);
      else if (rests.some((one) => state.label[one] === OUT)) work.wentOut.push(node);
    } else {
      state.bestGround[node] = network.given[node] === GIVEN ? network.own[node] : NOTHING;
      work.judged.push(node);
    }
  }
  return work;
}

/**
 * Label all that follows. In each round nodes are judged by the labels of earlier rounds alone, so
 * that rounds, and the reasons read off them, do not depend on the order of anything.
 *
 * @param {Network} network
 * @param {State} state
 * @param {Work} work
 */
function propagate(network, state, work) {
  while (work.judged.length || work.cameIn.length || work.wentOut.length) {
    judge(network, state, work);
    state.round += 1;
    /** @type {number[]} */
    const events = [];
    for (const { news, mark } of [
      { news: work.cameIn, mark: IN },
      { news: work.wentOut, mark: OUT },
    ]) {
      for (const node of news) {
        if (state.label[node]) continue;
        state.label[node] = mark;
        state.rank[node] = state.round;
        events.push(node);
      }
    }
    work = handedOn(network, state, events);
  }
}

/**
 * Sort judged nodes into those that are in and those that are out.
 *
 * @param {Network} network
 * @param {State} state
 * @param {Work} work
 */
function judge(network, state, work) {
  for (const node of work.judged) {
    if (state.label[node]) continue;
    const found = network.isStep(node)
      ? stepLabel(network, state, node)
      : claimLabel(network, state, node);
    if (found === IN) work.cameIn.push(node);
    else if (found === OUT) work.wentOut.push(node);
  }
}

/**
 * What an undercut and the backing leave of a step, whatever their strengths.
 *
 * @param {Network} network
 * @param {State} state
 * @param {number} step
 * @returns {Label}
 */
function stepLabel(network, state, step) {
  if (state.bestAttack[step] >= 0 || strongestPossible(network, state, step) < 0) return OUT;
  const unsure = state.bestGround[step] < 0 || strongestPossibleAttack(network, state, step) >= 0;
  return unsure ? UNDECIDED : IN;
}

/**
 * @param {Network} network
 * @param {State} state
 * @param {number} node
 * @returns {Label}
 */
function claimLabel(network, state, node) {
  const standard = network.standards.get(node);
  const partners = network.partners.get(node) ?? [];
  if (partners.some((other) => state.label[other] === IN)) return OUT;
  const rival = strongestRival(network, state, node);
  if (network.valued.has(node)) {
    const contest = contestOf(network, state, node, rival);
    if (contest.inside.grounds.size) return IN;
    return contest.possible.grounds.size ? UNDECIDED : OUT;
  }
  const possible = strongestPossible(network, state, node);
  if (possible < 0 || !isEnough(standard, possible, state.bestAttack[node])) return OUT;
  const holds = state.bestGround[node];
  const against = strongestPossibleAttack(network, state, node);
  return holds >= 0 && prevails(standard, holds, against) && holds > rival ? IN : UNDECIDED;
}

/**
 * The strength of the strongest ground that is not out, negative without one.
 *
 * @param {Network} network
 * @param {State} state
 * @param {number} node
 */
export function strongestPossible(network, state, node) {
  if (network.valued.has(node)) {
    return strongestPower(network, node, contestOf(network, state, node).possible.grounds);
  }
  const own = network.given[node] ? network.own[node] : NOTHING;
  const ground = network.grounds[node].find((one) => state.label[one] !== OUT);
  return ground === undefined ? own : Math.max(own, network.strength(ground));
}

/**
 * The strength of the strongest attack that is not out, negative without one.
 *
 * @param {Network} network
 * @param {State} state
 * @param {number} node
 */
function strongestPossibleAttack(network, state, node) {
  const attack = network.attacks[node].find((one) => state.label[one] !== OUT);
  return attack === undefined ? NOTHING : network.strength(attack);
}

/**
 * The strength of the strongest ground of an undecided claim that contradicts.
 *
 * @param {Network} network
 * @param {State} state
 * @param {number} node
 */
export function strongestRival(network, state, node) {
  let best = NOTHING;
  for (const other of network.partners.get(node) ?? []) {
    if (state.label[other] === UNDECIDED) {
      best = Math.max(best, strongestPossible(network, state, other));
    }
  }
  return best;
}

/**
 * Tell the neighbours of nodes that have just got a label; return what that leaves to be done.
 *
 * @param {Network} network
 * @param {State} state
 * @param {number[]} events
 */
function handedOn(network, state, events) {
  /** @type {Work} */
  const work = { judged: [], cameIn: [], wentOut: [] };
  for (const node of events) {
    if (network.isArgument(node)) tellTarget(network, state, node, work);
    else tellUsers(network, state, node, work);
  }
  return work;
}

/**
 * @param {Network} network
 * @param {State} state
 * @param {number} argument
 * @param {Work} work
 */
function tellTarget(network, state, argument, work) {
  const on = network.targetOf(argument);
  const supports = network.isSupport(argument);
  if (state.label[on]) return;
  if (state.label[argument] === IN) {
    const best = supports ? state.bestGround : state.bestAttack;
    if (network.strength(argument) <= best[on]) return;
    best[on] = network.strength(argument);
  }
  work.judged.push(on);
  if (state.label[argument] === OUT && supports) {
    // What contradicts this claim has less to fear.
    work.judged.push(...(network.partners.get(on) ?? []));
  }
}

/**
 * @param {Network} network
 * @param {State} state
 * @param {number} node
 * @param {Work} work
 */
function tellUsers(network, state, node, work) {
  for (const argument of network.restingOn(node)) {
    if (state.label[argument]) continue;
    if (state.label[node] === OUT) work.wentOut.push(argument);
    else if (state.need[argument] === 1) work.cameIn.push(argument);
    else state.need[argument] -= 1;
  }
  work.judged.push(...(network.partners.get(node) ?? []));
}

/**
 * What rests on nothing but itself: the judged nodes among the undecided that nothing can found.
 *
 * The unfounded sets are those of Van Gelder, Ross and Schlipf (1991).
 *
 * @param {Network} network
 * @param {State} state
 */
function unfoundedNodes(network, state) {
  const founded = new Uint8Array(network.size);
  const waits = new Uint32Array(network.size);
  /** @type {number[]} */
  const ready = [];
  const found = (/** @type {number} */ node) => {
    if (state.label[node] || founded[node]) return;
    founded[node] = 1;
    ready.push(node);
  };
  const hand = (/** @type {number} */ argument) => {
    const on = network.targetOf(argument);
    if (!network.isSupport(argument) || state.label[on]) return;
    if (canFound(network, state, on, argument)) found(on);
  };
  for (let node = 0; node < network.size; node++) {
    if (network.isArgument(node)) {
      if (state.label[node] === IN) hand(node);
      if (state.label[node]) continue;
      waits[node] = network.restsOn(node).filter((one) => !state.label[one]).length;
    } else if (network.given[node] && canFound(network, state, node, OWN)) found(node);
  }
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const argument of network.restingOn(node)) {
      if (state.label[argument]) continue;
      waits[argument] -= 1;
      if (!waits[argument]) hand(argument);
    }
  }
  /** @type {number[]} */
  const unfounded = [];
  for (let node = 0; node < network.size; node++) {
    const left = !state.label[node] && !founded[node];
    if (left && !network.isArgument(node)) unfounded.push(node);
  }
  return unfounded;
}
