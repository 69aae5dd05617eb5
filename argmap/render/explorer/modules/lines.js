/** Lines between boxes that stand elsewhere than they were drawn, with their heads. */

import { around } from "./camera.js";
import { svg } from "./elements.js";

/**
 * @typedef {import("./camera.js").Area} Area
 * @typedef {{x: number, y: number}} Point
 *
 * A line is drawn when somebody sees it: of a large drawing that is few of them.
 * @typedef {{area: Area, drawn: () => SVGElement[]}} Line
 */

const HEAD = 9;
// So near a line may come to a box that it has nothing to do with.
const CLEARANCE = 3;
const SAMPLES = 14;
/** How far from the edge of a box in a column its lines arrive. @type {Record<string, number>} */
const TRUNKS = { attack: 7, support: 18 };

/** From the middle of which side a line leaves, and at which it arrives. @type {Record<string, Point>} */
const TOWARDS = {
  right: { x: -1, y: 0 },
  left: { x: 1, y: 0 },
  down: { x: 0, y: -1 },
  up: { x: 0, y: 1 },
};

/**
 * Return a line between two boxes.
 *
 * @param {Area} from
 * @param {Area} to
 * @param {string} kind
 * @param {string} direction
 * @returns {Line}
 */
export function line(from, to, kind, direction) {
  const towards = TOWARDS[direction] ?? { x: 0, y: -1 };
  if (direction === "column") {
    const start = { x: from.x, y: from.y + from.height / 2 };
    const end = { x: to.x + (TRUNKS[kind] ?? 14), y: to.y + to.height };
    const last = before(end, towards, kind);
    return { area: areaOf([start, last]), drawn: () => parts(elbow(start, last), end, towards, kind) };
  }
  const start = edge(from, towards);
  const end = edge(to, { x: -towards.x, y: -towards.y });
  const last = before(end, towards, kind);
  const { one, two } = bent(start, last, towards);
  return { area: areaOf([start, one, two, last]), drawn: () => parts(bow(start, last, towards), end, towards, kind) };
}

/**
 * Return a line that an engine has led from one box to another.
 *
 * @param {readonly Point[]} curve
 * @param {Area} from
 * @param {Area} to
 * @param {string} kind
 * @param {string} direction
 * @returns {Line}
 */
export function led(curve, from, to, kind, direction) {
  const points = curve.map((one) => ({ ...one }));
  const [first, last, previous] = [points[0], points.at(-1), points.at(-2)];
  if (!first || !last || !previous) return line(from, to, kind, direction);
  let towards = TOWARDS[direction] ?? { x: 0, y: -1 };
  if (kind === "contradiction") {
    const long = Math.hypot(last.x - previous.x, last.y - previous.y) || 1;
    towards = { x: (last.x - previous.x) / long, y: (last.y - previous.y) / long };
  } else {
    // The boxes of a rank have been moved to its edge since the line was led to them.
    const side = towards.x ? "x" : "y";
    first[side] = edge(from, towards)[side];
    last[side] = edge(to, { x: -towards.x, y: -towards.y })[side];
  }
  const end = { ...last };
  Object.assign(last, before(end, towards, kind));
  const drawn = () => {
    const [start = "", ...rest] = points.map(({ x, y }) => `${round(x)},${round(y)}`);
    return parts(`M${start}C${rest.join(" ")}`, end, towards, kind);
  };
  return { area: areaOf(points), drawn };
}

/** @param {readonly Point[]} points */
function areaOf(points) {
  const area = around(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  return area ?? { x: 0, y: 0, width: 0, height: 0 };
}

/**
 * Return whether a plain line between two boxes would lead across another one.
 *
 * @param {Area} from
 * @param {Area} to
 * @param {string} direction
 * @param {readonly Area[]} all
 */
export function crosses(from, to, direction, all) {
  const towards = TOWARDS[direction] ?? { x: 0, y: -1 };
  const [start, end] = [edge(from, towards), edge(to, { x: -towards.x, y: -towards.y })];
  const points = Array.from({ length: SAMPLES }, (_, at) => onBow(start, end, towards, (at + 1) / (SAMPLES + 1)));
  return all.some((area) => area !== from && area !== to && points.some((point) => isIn(point, area)));
}

/**
 * @param {Point} point
 * @param {Area} area
 */
function isIn({ x, y }, area) {
  return (
    x > area.x - CLEARANCE &&
    x < area.x + area.width + CLEARANCE &&
    y > area.y - CLEARANCE &&
    y < area.y + area.height + CLEARANCE
  );
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}

/**
 * @param {string} path
 * @param {Point} end
 * @param {Point} towards
 * @param {string} kind
 */
function parts(path, end, towards, kind) {
  const found = [svg("path", { class: kind === "join" ? "line" : `line ${kind}`, d: path })];
  if (kind === "support") found.push(svg("path", { class: "head", d: tip(end, towards) }));
  if (kind === "attack" || kind === "contradiction") found.push(svg("path", { class: "bar", d: bar(end, towards) }));
  return found;
}

/**
 * Return where a line ends that has a head before its target.
 *
 * @param {Point} end
 * @param {Point} towards
 * @param {string} kind
 */
function before(end, towards, kind) {
  const back = kind === "support" ? HEAD - 1 : 0;
  return { x: end.x - towards.x * back, y: end.y - towards.y * back };
}

/**
 * @param {Area} area
 * @param {Point} towards
 */
function edge(area, towards) {
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  return { x: middle.x + (towards.x * area.width) / 2, y: middle.y + (towards.y * area.height) / 2 };
}

/** @param {Point} start @param {Point} end */
function elbow(start, end) {
  const round = Math.min(6, Math.abs(start.x - end.x), Math.abs(start.y - end.y));
  const side = start.x >= end.x ? round : -round;
  return `M${start.x},${start.y}H${end.x + side}Q${end.x},${start.y} ${end.x},${start.y - round}V${end.y}`;
}

/**
 * Return the points that a bow between two points is drawn towards.
 *
 * @param {Point} start
 * @param {Point} end
 * @param {Point} towards
 */
function bent(start, end, towards) {
  const reach = Math.max(24, Math.abs((end.x - start.x) * towards.x + (end.y - start.y) * towards.y) / 2);
  const one = { x: start.x + towards.x * reach, y: start.y + towards.y * reach };
  return { one, two: { x: end.x - towards.x * reach, y: end.y - towards.y * reach } };
}

/**
 * Return the point at a part of the way along a bow.
 *
 * @param {Point} start
 * @param {Point} end
 * @param {Point} towards
 * @param {number} part
 */
function onBow(start, end, towards, part) {
  const { one, two } = bent(start, end, towards);
  const rest = 1 - part;
  /** @param {"x" | "y"} axis */
  const along = (axis) =>
    rest ** 3 * start[axis] + 3 * rest ** 2 * part * one[axis] + 3 * rest * part ** 2 * two[axis] + part ** 3 * end[axis];
  return { x: along("x"), y: along("y") };
}

/** @param {Point} start @param {Point} end @param {Point} towards */
function bow(start, end, towards) {
  const { one, two } = bent(start, end, towards);
  return `M${start.x},${start.y}C${one.x},${one.y} ${two.x},${two.y} ${end.x},${end.y}`;
}

/** @param {Point} end @param {Point} towards */
function tip(end, towards) {
  const back = { x: end.x - towards.x * HEAD, y: end.y - towards.y * HEAD };
  const across = { x: -towards.y * 4.2, y: towards.x * 4.2 };
  return `M${end.x},${end.y}L${back.x + across.x},${back.y + across.y}L${back.x - across.x},${back.y - across.y}Z`;
}

/** @param {Point} end @param {Point} towards */
function bar(end, towards) {
  const at = { x: end.x - towards.x * 2, y: end.y - towards.y * 2 };
  const across = { x: -towards.y * 7, y: towards.x * 7 };
  return `M${at.x + across.x},${at.y + across.y}L${at.x - across.x},${at.y - across.y}`;
}
