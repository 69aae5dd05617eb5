/**
 * The network of a map with a question put to it: what bears on what, as lists of whole numbers.
 *
 * Claims come first, then arguments, then the steps that something bears on. Claims and steps are
 * judged: arguments speak for and against them.
 */

export const UNDECIDED = 0;
export const IN = 1;
export const OUT = 2;
/** @typedef {0 | 1 | 2} Label */

export const NO_GROUND = 0;
export const GIVEN = 1;
export const LEFT_OPEN = 2;

/** The strength of nothing at all: less than that of any ground. */
export const NOTHING = -1;

/**
 * What the data of a page has under `network`; docs/json-drawing.md describes it.
 *
 * @typedef {object} NetworkData
 * @property {(string | null)[]} ids claims, then arguments; null for what is hidden
 * @property {number} claims how many of them are claims
 * @property {number[][]} premises
 * @property {number[]} targets
 * @property {boolean[]} supports
 * @property {number[]} strengths
 * @property {number[]} given
 * @property {number[]} own
 * @property {[number, string][]} standards
 * @property {[number, boolean][]} forced
 * @property {[number, number[]][]} contradicts
 * @property {HeardData[]} audiences
 * @property {string | null} audience
 * @property {number[]} accept
 * @property {number[]} reject
 */

/**
 * @typedef {object} HeardData
 * @property {string} id
 * @property {[number, number][]} strengths
 * @property {[number, number][]} ranks
 */

/**
 * @typedef {object} Question
 * @property {Iterable<number>} [accept] claims and arguments that are taken to stand
 * @property {Iterable<number>} [reject] those that are taken to fall
 * @property {string | null} [audience] the id of who weighs the arguments; null for the author
 */

/** A question that has no answer: both sides of a contradiction accepted, or one thing both ways. */
export class UnfitQuestionError extends Error {
  /**
   * @param {string} message
   * @param {number} first
   * @param {number} second
   */
  constructor(message, first, second) {
    super(message);
    this.name = "UnfitQuestionError";
    this.first = first;
    this.second = second;
  }
}

/** What bears on what; a list has one entry for each node. */
export class Network {
  /**
   * @param {NetworkData} data
   * @param {Question} [question]
   */
  constructor(data, question = {}) {
    const accept = [...(question.accept ?? [])];
    const reject = [...(question.reject ?? [])];
    requireOneWay(accept, reject);
    const heard = audienceOf(data, question.audience ?? null);
    const first = data.claims;
    const after = data.ids.length;
    this.claimCount = first;
    this.argumentEnd = after;
    this.owners = steppedArguments(data, [...accept, ...reject]);
    this.size = after + this.owners.length;
    /** @type {Map<number, number>} the step of an argument, where it has a number */
    this.stepOf = new Map(this.owners.map((argument, place) => [argument, after + place]));
    this.premises = data.premises;
    this.supports = data.supports;
    /** @type {number[]} the node that each argument bears on */
    this.targets = data.targets.map((node) => (node < first ? node : this.step(node)));
    this.strengths = [...data.strengths];
    for (const [argument, strength] of heard?.strengths ?? []) {
      this.strengths[argument - first] = strength;
    }
    /** @type {Map<number, number>} the places of the values that arguments promote, from 0 */
    this.ranks = new Map(heard?.ranks ?? []);
    /** @type {Map<number, readonly number[]>} */
    this.partners = new Map(data.contradicts);
    this.standards = new Map(data.standards);
    /** @type {number[][]} */
    this.grounds = [];
    /** @type {number[][]} */
    this.attacks = [];
    /** @type {number[][]} */
    this.uses = [];
    this.#join();
    const steps = this.owners.map((_, place) => after + place);
    /** @type {number[]} */
    this.given = [...data.given];
    this.own = [...data.own];
    for (const step of steps) {
      this.given[step] = this.grounds[step].length ? NO_GROUND : GIVEN;
      this.own[step] = 0;
    }
    /** @type {Map<number, Label>} */
    this.forced = new Map(data.forced.map(([node, stands]) => [node, stands ? IN : OUT]));
    for (const node of accept) this.forced.set(node < first ? node : this.step(node), IN);
    for (const node of reject) this.forced.set(node < first ? node : this.step(node), OUT);
    this.#requireNoContradiction(accept);
    this.valued = this.#valuedClaims();
  }

  /** @param {number} node */
  isArgument(node) {
    return node >= this.claimCount && node < this.argumentEnd;
  }

  /** @param {number} node */
  isStep(node) {
    return node >= this.argumentEnd;
  }

  /**
   * The step of an argument, or -1.
   *
   * @param {number} argument
   */
  step(argument) {
    return this.stepOf.get(argument) ?? -1;
  }

  /** @param {number} argument */
  premisesOf(argument) {
    return this.premises[argument - this.claimCount];
  }

  /** @param {number} argument */
  targetOf(argument) {
    return this.targets[argument - this.claimCount];
  }

  /** @param {number} argument */
  strength(argument) {
    return this.strengths[argument - this.claimCount];
  }

  /** @param {number} argument */
  isSupport(argument) {
    return this.supports[argument - this.claimCount];
  }

  /**
   * The arguments that rest on a claim or on a step.
   *
   * @param {number} node
   */
  restingOn(node) {
    return node < this.claimCount ? this.uses[node] : [this.owners[node - this.argumentEnd]];
  }

  /**
   * The premises of an argument, and its step where something bears on that.
   *
   * @param {number} argument
   */
  restsOn(argument) {
    const step = this.step(argument);
    const premises = this.premisesOf(argument);
    return step < 0 ? premises : [...premises, step];
  }

  /**
   * The strongest of some arguments, less than any where there is none.
   *
   * @param {Iterable<number>} ones
   */
  strongest(ones) {
    let best = NOTHING;
    for (const one of ones) best = Math.max(best, this.strength(one));
    return best;
  }

  #join() {
    for (let node = 0; node < this.size; node++) {
      this.grounds.push([]);
      this.attacks.push([]);
      this.uses.push([]);
    }
    for (let argument = this.claimCount; argument < this.argumentEnd; argument++) {
      const bearing = this.isSupport(argument) ? this.grounds : this.attacks;
      bearing[this.targetOf(argument)].push(argument);
      for (const premise of this.premisesOf(argument)) this.uses[premise].push(argument);
    }
    for (const bearing of [...this.grounds, ...this.attacks]) {
      bearing.sort((one, other) => this.strength(other) - this.strength(one));
    }
  }

  /** The claims that have both for and against them arguments whose values are ranked. */
  #valuedClaims() {
    const found = new Set();
    if (!this.ranks.size) return found;
    for (let claim = 0; claim < this.claimCount; claim++) {
      const sides = [this.grounds[claim], this.attacks[claim]];
      if (sides.every((side) => side.some((one) => this.ranks.has(one)))) found.add(claim);
    }
    return found;
  }

  /** @param {number[]} accept */
  #requireNoContradiction(accept) {
    for (const node of accept) {
      for (const other of this.partners.get(node) ?? []) {
        if (this.forced.get(other) === IN) {
          throw new UnfitQuestionError("these two contradict each other", node, other);
        }
      }
    }
  }
}

/**
 * @param {number[]} accept
 * @param {number[]} reject
 */
function requireOneWay(accept, reject) {
  const asked = new Set(reject);
  const both = accept.find((node) => asked.has(node));
  if (both !== undefined) {
    throw new UnfitQuestionError("this cannot be both accepted and rejected", both, both);
  }
}

/**
 * @param {NetworkData} data
 * @param {string | null} name
 */
function audienceOf(data, name) {
  return name === null ? undefined : data.audiences.find((audience) => audience.id === name);
}

/**
 * The arguments whose steps something bears on, or a question asks about.
 *
 * @param {NetworkData} data
 * @param {number[]} asked
 */
function steppedArguments(data, asked) {
  const stepped = new Set([...data.targets, ...asked].filter((node) => node >= data.claims));
  return [...stepped].sort((one, other) => one - other);
}
