/**
 * What is unfolded, as a drawing for Graphviz, and the places that it answers.
 *
 * `argmap.layout.dot_source` and `argmap.layout.from_engine` say the same of a whole map.
 *
 * @typedef {{x: number, y: number}} Point
 * @typedef {{id: string, width: number, height: number, isClaim: boolean}} Node
 * @typedef {{at: number, tail: string, head: string, kind: string}} Line `at` is its place in the drawing
 * @typedef {{within_rank: number, between_ranks: number, beside_pills: number, most: number}} Gaps
 */

const POINTS_PER_INCH = 72;
const SAME_RANK = 0.5;

/**
 * Return whether every box and step bears on one other at most, so that no line need cross.
 *
 * @param {readonly Line[]} lines
 */
export function isTree(lines) {
  return new Set(lines.map((one) => one.tail)).size === lines.length && lines.every((one) => one.kind !== "contradiction");
}

/**
 * Return the drawing in DOT: nodes by number, and edges from the target to what bears on it.
 *
 * @param {readonly Node[]} nodes
 * @param {readonly Line[]} lines
 * @param {string} direction
 * @param {Gaps} gaps
 */
export function sourceOf(nodes, lines, direction, gaps) {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const pills = new Set(nodes.filter((one) => !one.isClaim).map((one) => one.id));
  /** @param {number} pixels */
  const inches = (pixels) => (pixels / POINTS_PER_INCH).toFixed(4);
  const gap = pills.size ? gaps.beside_pills : gaps.between_ranks;
  const sideways = direction === "right" || direction === "left";
  /** @param {Line} line */
  const weighed = ({ tail, head, kind }) => {
    if (kind === "contradiction") return "constraint=false";
    const ends = [pills.has(head), pills.has(tail)];
    const ranks = pills.size && ends[0] === ends[1] ? 2 : 1;
    return `weight=${ends.includes(true) ? 2 : 1}, minlen=${ranks}`;
  };
  return [
    "digraph {",
    `graph [ordering=out, splines=true, nodesep=${inches(gaps.within_rank)}, ranksep=${inches(gap)}]`,
    'node [shape=box, fixedsize=true, label="", margin=0]',
    "edge [dir=none]",
    ...nodes.map(({ width, height }, number) => {
      const [across, along] = sideways ? [height, width] : [width, height];
      return `n${number} [width=${inches(across)}, height=${inches(along)}]`;
    }),
    ...lines.map((one) => `n${numbers.get(one.head)} -> n${numbers.get(one.tail)} [id=e${one.at}, ${weighed(one)}]`),
    "}",
    "",
  ].join("\n");
}

/**
 * Return the corner of each node, and the points of each line from what bears to its target.
 *
 * @param {string} answer
 * @param {readonly Node[]} nodes
 * @param {string} direction
 */
export function placedBy(answer, nodes, direction) {
  const graph = JSON.parse(answer);
  /** @param {string} text @returns {Point} */
  const point = (text) => {
    const [across = 0, back = 0] = text.split(",").map(Number);
    return outOfFlow({ x: -back, y: across }, direction);
  };
  /** @type {Map<string, Point>} */
  const places = new Map();
  for (const { name, pos } of graph.objects ?? []) {
    const node = nodes[Number(name.slice(1))];
    if (!node || !pos) continue;
    const middle = point(pos);
    places.set(node.id, { x: middle.x - node.width / 2, y: middle.y - node.height / 2 });
  }
  /** @type {Map<number, Point[]>} */
  const curves = new Map();
  for (const { id, pos } of graph.edges ?? []) curves.set(Number(id.slice(1)), pos.split(" ").reverse().map(point));
  return { places: aligned(places, nodes, direction), curves };
}

/**
 * Return the places with the boxes of each rank at its nearer edge; steps stay in its middle.
 *
 * @param {Map<string, Point>} places
 * @param {readonly Node[]} nodes
 * @param {string} direction
 */
function aligned(places, nodes, direction) {
  const sideways = direction === "right" || direction === "left";
  const backwards = direction === "left" || direction === "up";
  const frames = nodes.flatMap((node) => {
    const place = places.get(node.id);
    if (!place) return [];
    const long = sideways ? node.width : node.height;
    const start = sideways ? place.x : place.y;
    const near = backwards ? -start - long : start;
    return [{ node, near, centre: near + long / 2 }];
  });
  const ordered = frames.sort((one, other) => one.centre - other.centre);
  /** @type {Map<string, Point>} */
  const found = new Map(places);
  for (let first = 0; first < ordered.length; ) {
    let end = first + 1;
    while (end < ordered.length && (ordered[end]?.centre ?? 0) - (ordered[end - 1]?.centre ?? 0) < SAME_RANK) end += 1;
    const rank = ordered.slice(first, end);
    const nearest = Math.min(...rank.map((one) => one.near));
    for (const { node, near } of rank) {
      const place = places.get(node.id);
      if (!node.isClaim || !place) continue;
      const move = outOfFlow({ x: nearest - near, y: 0 }, direction);
      found.set(node.id, { x: place.x + move.x, y: place.y + move.y });
    }
    first = end;
  }
  return found;
}

/**
 * Return a point of the flow, which grows along x, as a point of the picture.
 *
 * @param {Point} point
 * @param {string} direction
 * @returns {Point}
 */
function outOfFlow({ x, y }, direction) {
  if (direction === "right") return { x, y };
  if (direction === "left") return { x: -x, y };
  return { x: y, y: direction === "down" ? x : -x };
}
