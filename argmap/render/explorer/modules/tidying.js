/**
 * A layout of what is unfolded: a tree in the direction of the drawing, without a gap.
 *
 * @typedef {import("./camera.js").Area} Area
 * @typedef {{width: number, height: number, x?: number}} Size in a column a box keeps its indent
 * @typedef {{id: string, children: Node[]}} Node
 * @typedef {{across: number, along: number}} Spot
 */

const BESIDE = 18;
const BEHIND = 64;
const INDENT = 34;

/**
 * Return the tree of what is shown: each claim and step where reading first comes to it.
 *
 * @param {import("./graph.js").Graph} graph
 * @param {(id: string) => boolean} shown whether something has a shape that is not hidden
 * @param {ReadonlySet<string>} folds
 * @returns {Node[]}
 */
export function treeOf(graph, shown, folds) {
  /** @type {Set<string>} */
  const met = new Set();
  /** @param {string} id @returns {string[]} */
  const below = (id) => {
    if (folds.has(id)) return [];
    const premises = graph.arguments.get(id)?.premises ?? [];
    const steps = graph.argumentsOn(id).flatMap((one) => (shown(one.id) ? [one.id] : one.premises));
    return [...premises, ...steps];
  };
  /** @type {Node[]} */
  const roots = [];
  /** @type {{id: string, into: Node[]}[]} */
  const stack = [...graph.roots].reverse().map((id) => ({ id, into: roots }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (met.has(next.id) || !shown(next.id)) continue;
    met.add(next.id);
    /** @type {Node} */
    const node = { id: next.id, children: [] };
    next.into.push(node);
    for (const id of below(next.id).reverse()) stack.push({ id, into: node.children });
  }
  return roots;
}

/**
 * Return where each box is to stand.
 *
 * @param {Node[]} roots
 * @param {(id: string) => Size} sizeOf
 * @param {string} direction
 * @returns {Map<string, {x: number, y: number}>}
 */
export function placed(roots, sizeOf, direction) {
  return direction === "column" ? rows(roots, sizeOf) : levels(roots, sizeOf, direction);
}

/**
 * @param {Node[]} roots
 * @param {(id: string) => Size} sizeOf
 */
function rows(roots, sizeOf) {
  /** @type {Map<string, {x: number, y: number}>} */
  const places = new Map();
  let y = 0;
  const stack = [...roots].reverse().map((node) => ({ node, depth: 0 }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { x = next.depth * INDENT, height } = sizeOf(next.node.id);
    places.set(next.node.id, { x, y });
    y += height + BESIDE;
    for (const node of [...next.node.children].reverse()) stack.push({ node, depth: next.depth + 1 });
  }
  return places;
}

/**
 * @param {Node[]} roots
 * @param {(id: string) => Size} sizeOf
 * @param {string} direction
 */
function levels(roots, sizeOf, direction) {
  const sideways = direction === "right" || direction === "left";
  /** @param {string} id */
  const wide = (id) => (sideways ? sizeOf(id).height : sizeOf(id).width);
  /** @param {string} id */
  const deep = (id) => (sideways ? sizeOf(id).width : sizeOf(id).height);
  const spots = spread(roots, wide, deep);
  let end = 0;
  for (const [id, spot] of spots) end = Math.max(end, spot.along + deep(id));
  /** @type {Map<string, {x: number, y: number}>} */
  const places = new Map();
  for (const [id, { across, along }] of spots) {
    const back = end - along - deep(id);
    if (direction === "right") places.set(id, { x: along, y: across });
    else if (direction === "left") places.set(id, { x: back, y: across });
    else if (direction === "up") places.set(id, { x: across, y: back });
    else places.set(id, { x: across, y: along });
  }
  return places;
}

/**
 * Return how far across and along each box stands: branches lie side by side, as near as their
 * contours let them, and what they bear on stands at their middle.
 *
 * @param {Node[]} roots
 * @param {(id: string) => number} wide
 * @param {(id: string) => number} deep
 * @returns {Map<string, Spot>}
 */
function spread(roots, wide, deep) {
  /** @type {Map<string, Spot>} */
  const spots = new Map();
  const { order, along, parent } = walked(roots, deep);
  /** @type {Map<Node, {low: Map<number, number>, high: Map<number, number>}>} by level */
  const contours = new Map();
  /** @type {Map<Node, number>} how far a branch is moved beside its siblings */
  const moved = new Map();
  const every = Math.max(BESIDE, 1);
  /** @param {Node} node */
  const stripes = (node) => {
    const first = Math.floor((along.get(node) ?? 0) / every);
    const last = Math.floor(((along.get(node) ?? 0) + deep(node.id)) / every);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  };
  for (const node of [...order].reverse()) {
    const whole = joined(node.children, contours, moved);
    const [first, last] = [node.children[0], node.children.at(-1)];
    const middle =
      first && last ? ((moved.get(first) ?? 0) + (moved.get(last) ?? 0)) / 2 : 0;
    // The middle of a node is 0 of its own contour.
    for (const child of node.children) moved.set(child, (moved.get(child) ?? 0) - middle);
    const low = new Map([...whole.low].map(([stripe, value]) => [stripe, value - middle]));
    const high = new Map([...whole.high].map(([stripe, value]) => [stripe, value - middle]));
    for (const stripe of stripes(node)) {
      low.set(stripe, Math.min(low.get(stripe) ?? Infinity, -wide(node.id) / 2));
      high.set(stripe, Math.max(high.get(stripe) ?? -Infinity, wide(node.id) / 2));
    }
    node.children.forEach((child) => contours.delete(child));
    contours.set(node, { low, high });
  }
  joined(roots, contours, moved);
  /** @type {Map<Node, number>} */
  const middles = new Map();
  let least = Infinity;
  for (const node of order) {
    const above = parent.get(node);
    const middle = (moved.get(node) ?? 0) + (above ? (middles.get(above) ?? 0) : 0);
    middles.set(node, middle);
    least = Math.min(least, middle - wide(node.id) / 2);
    spots.set(node.id, { across: middle - wide(node.id) / 2, along: along.get(node) ?? 0 });
  }
  for (const spot of spots.values()) spot.across -= least;
  return spots;
}

/**
 * @param {Node[]} roots
 * @param {(id: string) => number} deep
 */
function walked(roots, deep) {
  /** @type {Node[]} */
  const order = [];
  /** @type {Map<Node, number>} */
  const along = new Map(roots.map((one) => [one, 0]));
  /** @type {Map<Node, Node>} */
  const parent = new Map();
  const stack = [...roots].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    order.push(node);
    for (const child of [...node.children].reverse()) {
      along.set(child, (along.get(node) ?? 0) + deep(node.id) + BEHIND);
      parent.set(child, node);
      stack.push(child);
    }
  }
  return { order, along, parent };
}

/**
 * Lay branches side by side; return the contour of all of them.
 *
 * @param {Node[]} nodes
 * @param {Map<Node, {low: Map<number, number>, high: Map<number, number>}>} contours
 * @param {Map<Node, number>} moved
 */
function joined(nodes, contours, moved) {
  /** @type {Map<number, number>} */
  const low = new Map();
  /** @type {Map<number, number>} */
  const high = new Map();
  for (const node of nodes) {
    const own = contours.get(node);
    if (!own) continue;
    let shift = high.size ? -Infinity : 0;
    for (const [stripe, value] of own.low) shift = Math.max(shift, (high.get(stripe) ?? -Infinity) + BESIDE - value);
    // Branches that share no level still follow one another.
    if (!Number.isFinite(shift)) shift = Math.max(...high.values()) + BESIDE - Math.min(...own.low.values());
    moved.set(node, shift);
    for (const [stripe, value] of own.low) low.set(stripe, Math.min(low.get(stripe) ?? Infinity, value + shift));
    for (const [stripe, value] of own.high) high.set(stripe, Math.max(high.get(stripe) ?? -Infinity, value + shift));
  }
  return { low, high };
}
