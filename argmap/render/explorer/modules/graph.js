/**
 * The argument as a graph: what bears on what, paths to the thesis, and what folding hides.
 *
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./data.js").Argument} Argument
 */

export class Graph {
  /**
   * @param {readonly Claim[]} claims
   * @param {readonly Argument[]} args
   * @param {readonly string[]} theses
   */
  constructor(claims, args, theses) {
    /** @type {Map<string, Claim>} */
    this.claims = new Map(claims.map((one) => [one.id, one]));
    /** @type {Map<string, Argument>} */
    this.arguments = new Map(args.map((one) => [one.id, one]));
    /** @type {Map<string, Argument[]>} the arguments on each claim or argument */
    this.on = new Map();
    /** @type {Map<string, Argument[]>} the arguments that each claim is a premise of */
    this.serving = new Map();
    for (const one of args) {
      added(this.on, one.target, one);
      for (const premise of new Set(one.premises)) added(this.serving, premise, one);
    }
    /** @type {string[]} where reading begins: no other claim leads to these */
    this.roots = rootsOf(this, claims, theses);
    /** @type {Map<string, number>} how many steps a claim is away from where reading begins */
    this.depths = depthsOf(this);
  }

  /**
   * Return the arguments on a claim or an argument.
   *
   * @param {string} id
   * @returns {Argument[]}
   */
  argumentsOn(id) {
    return this.on.get(id) ?? [];
  }

  /**
   * Return the claims that bear on a claim directly, also by its steps, each once.
   *
   * @param {string} id
   * @returns {string[]}
   */
  children(id) {
    /** @type {Set<string>} */
    const found = new Set();
    for (const one of this.stepsBelow(id)) one.premises.forEach((premise) => found.add(premise));
    found.delete(id);
    return [...found];
  }

  /**
   * Return the arguments on a claim, each followed by those on its step.
   *
   * @param {string} id
   * @returns {Argument[]}
   */
  stepsBelow(id) {
    /** @type {Argument[]} */
    const found = [];
    /** @type {Set<string>} */
    const met = new Set();
    const stack = [...this.argumentsOn(id)].reverse();
    for (let one = stack.pop(); one; one = stack.pop()) {
      if (met.has(one.id)) continue;
      met.add(one.id);
      found.push(one);
      stack.push(...[...this.argumentsOn(one.id)].reverse());
    }
    return found;
  }

  /**
   * Return the claims on which a claim bears directly.
   *
   * @param {string} id
   * @returns {string[]}
   */
  parents(id) {
    /** @type {Set<string>} */
    const found = new Set();
    for (const one of this.serving.get(id) ?? []) {
      const above = this.claimAbove(one);
      if (above !== null && above !== id) found.add(above);
    }
    return [...found];
  }

  /**
   * Return the claim on which an argument bears in the end; null where there is none.
   *
   * @param {Argument} argument
   * @returns {string | null}
   */
  claimAbove(argument) {
    return this.climb(argument).at(-1) ?? null;
  }

  /**
   * Return what an argument bears on, step by step, up to a claim; nothing where steps go in a ring.
   *
   * @param {Argument} argument
   * @returns {string[]}
   */
  climb(argument) {
    const way = [argument.target];
    const met = new Set([argument.id]);
    for (let at = this.arguments.get(argument.target); at; at = this.arguments.get(at.target)) {
      if (met.has(at.id)) return [];
      met.add(at.id);
      way.push(at.target);
    }
    return way;
  }

  /**
   * Return the claims on the shortest way to where reading begins, which is the first of them.
   *
   * @param {string} id
   * @returns {string[]}
   */
  path(id) {
    const step = this.arguments.get(id);
    const start = step ? this.claimAbove(step) : id;
    if (start === null || !this.claims.has(start)) return [];
    /** @type {string[]} */
    const way = [start];
    for (let at = start; ; ) {
      const depth = this.depths.get(at) ?? 0;
      const above = this.parents(at).find((one) => (this.depths.get(one) ?? 0) < depth);
      if (above === undefined) return way.reverse();
      way.push((at = above));
    }
  }

  /**
   * Return the claims and steps on the way from one up to where reading begins, with itself.
   *
   * @param {string} id
   * @returns {Set<string>}
   */
  trail(id) {
    const way = this.path(id);
    const found = new Set([...way, id]);
    const own = this.arguments.get(id);
    if (own) this.climb(own).forEach((one) => found.add(one));
    for (let at = 1; at < way.length; at += 1) {
      const leading = (this.serving.get(way[at] ?? "") ?? []).find((one) => this.claimAbove(one) === way[at - 1]);
      if (leading) [leading.id, ...this.climb(leading)].forEach((one) => found.add(one));
    }
    return found;
  }

  /**
   * Return the claims and steps that are out of sight while these claims are folded.
   *
   * @param {ReadonlySet<string>} folds
   * @returns {Set<string>}
   */
  hidden(folds) {
    const met = this.reached(this.roots, folds);
    const all = [...this.claims.keys(), ...this.arguments.keys()];
    return new Set(all.filter((id) => !met.has(id)));
  }

  /**
   * Return what is reached from some claims through all that is not folded.
   *
   * @param {readonly string[]} starts
   * @param {ReadonlySet<string>} folds
   * @returns {Set<string>}
   */
  reached(starts, folds) {
    const met = new Set(starts);
    const stack = [...starts];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (folds.has(id)) continue;
      const below = this.arguments.get(id)?.premises ?? [];
      for (const next of [...below, ...this.argumentsOn(id).map((one) => one.id)]) {
        if (!met.has(next)) {
          met.add(next);
          stack.push(next);
        }
      }
    }
    return met;
  }

  /**
   * Return how many of the hidden claims lie below a claim.
   *
   * @param {string} id
   * @param {ReadonlySet<string>} hidden
   * @returns {number}
   */
  countBelow(id, hidden) {
    const met = this.reached([id], new Set());
    let count = 0;
    for (const one of met) if (one !== id && hidden.has(one) && this.claims.has(one)) count += 1;
    return count;
  }

  /**
   * Return the claims to fold so that those of the first levels are seen; the thesis is level 1.
   *
   * @param {number} level
   * @returns {Set<string>}
   */
  foldsAt(level) {
    const deep = [...this.claims.keys()].filter((id) => (this.depths.get(id) ?? 0) >= level - 1);
    return new Set(deep.filter((id) => this.children(id).length));
  }

  /**
   * Return how many claims are seen at each level, the first one first.
   *
   * @returns {number[]}
   */
  levels() {
    /** @type {number[]} */
    const counts = [];
    for (const depth of this.depths.values()) counts[depth] = (counts[depth] ?? 0) + 1;
    let sum = 0;
    return Array.from(counts, (count) => (sum += count ?? 0));
  }
}

/**
 * @template T
 * @param {Map<string, T[]>} lists
 * @param {string} key
 * @param {T} value
 */
function added(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * @param {Graph} graph
 * @param {readonly Claim[]} claims
 * @param {readonly string[]} theses
 */
function rootsOf(graph, claims, theses) {
  const free = claims.map((one) => one.id).filter((id) => !graph.serving.has(id));
  const roots = [...new Set([...theses.filter((id) => graph.claims.has(id)), ...free])];
  // What only goes in a circle has no beginning of its own.
  const met = graph.reached(roots, new Set());
  for (const { id } of claims) {
    if (met.has(id)) continue;
    roots.push(id);
    graph.reached([id], new Set()).forEach((one) => met.add(one));
  }
  return roots;
}

/** @param {Graph} graph */
function depthsOf(graph) {
  /** @type {Map<string, number>} */
  const depths = new Map(graph.roots.map((id) => [id, 0]));
  const queue = [...graph.roots];
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at] ?? "";
    for (const child of graph.children(id)) {
      if (depths.has(child)) continue;
      depths.set(child, (depths.get(id) ?? 0) + 1);
      queue.push(child);
    }
  }
  return depths;
}
