/** Boxes moved to where a tidy layout has them, with their lines; and back to where they were drawn. */

import { around } from "./camera.js";
import { svg } from "./elements.js";
import { placed, treeOf } from "./tidying.js";

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {import("./camera.js").Area} Area
 * @typedef {{x: number, y: number}} Point
 */

const MARGIN = 28;
const HEAD = 9;

/** From the middle of which side a line leaves, and at which it arrives. @type {Record<string, Point>} */
const TOWARDS = {
  right: { x: -1, y: 0 },
  left: { x: 1, y: 0 },
  down: { x: 0, y: -1 },
  up: { x: 0, y: 1 },
};

/**
 * Lay out anew what is unfolded; the box with this id stays where it is on the screen.
 *
 * @param {Explorer} app
 * @param {string | null} held
 */
export function tidied(app, held) {
  const { picture, graph, hidden, stage } = app;
  const before = held === null ? undefined : picture.shapes.get(held)?.area;
  const shown = (/** @type {string} */ id) => picture.shapes.has(id) && !hidden.has(id);
  const sizeOf = (/** @type {string} */ id) => picture.drawn.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const roots = treeOf(graph, shown, new Set(app.state.fold));
  const { direction } = picture.drawing;
  for (const [id, place] of placed(roots, sizeOf, direction)) {
    const shape = picture.shapes.get(id);
    const from = sizeOf(id);
    if (!shape) continue;
    shape.area = { ...from, x: place.x + MARGIN, y: place.y + MARGIN };
    shape.element.style.transform = `translate(${shape.area.x - from.x}px, ${shape.area.y - from.y}px)`;
  }
  picture.laid = app.state.fold;
  picture.svg.classList.add("tidied");
  redrawn(app);
  const all = around([...picture.shapes.values()].filter((one) => shown(one.id)).map((one) => one.area));
  if (all) stage.drawing = { width: all.x + all.width + MARGIN, height: all.y + all.height + MARGIN };
  app.sight.placed();
  keep(app, held, before);
}

/**
 * Put everything back where it was drawn.
 *
 * @param {Explorer} app
 * @param {string | null} held
 */
export function untidied(app, held) {
  const { picture, stage } = app;
  const before = held === null ? undefined : picture.shapes.get(held)?.area;
  for (const shape of picture.shapes.values()) {
    shape.area = picture.drawn.get(shape.id) ?? shape.area;
    shape.element.style.transform = "";
  }
  picture.arrows.forEach((arrow, at) => arrow.replaceChildren(...(picture.lines[at] ?? [])));
  picture.laid = null;
  picture.svg.classList.remove("tidied");
  stage.drawing = picture.size;
  app.sight.placed();
  keep(app, held, before);
}

/**
 * @param {Explorer} app
 * @param {string | null} held
 * @param {Area | undefined} before
 */
function keep(app, held, before) {
  const after = held === null ? undefined : app.picture.shapes.get(held)?.area;
  const { camera } = app.stage;
  if (!before || !after) return app.stage.look(camera);
  const x = camera.x + (before.x - after.x) * camera.scale;
  const y = camera.y + (before.y - after.y) * camera.scale;
  app.stage.look({ ...camera, x, y });
}

/** @param {Explorer} app */
function redrawn(app) {
  const { picture } = app;
  const { direction } = picture.drawing;
  picture.drawing.arrows.forEach(([tail, head, kind], at) => {
    const [from, to] = [picture.shapes.get(tail)?.area, picture.shapes.get(head)?.area];
    const arrow = picture.arrows[at];
    if (!arrow || app.hidden.has(tail) || app.hidden.has(head)) return;
    arrow.replaceChildren(...(from && to ? line(moved(from, picture.origin), moved(to, picture.origin), kind, direction) : []));
  });
}

/**
 * @param {Area} area
 * @param {Point} origin
 * @returns {Area}
 */
function moved(area, origin) {
  return { ...area, x: area.x - origin.x, y: area.y - origin.y };
}

/**
 * Return the parts of a line between two boxes.
 *
 * @param {Area} from
 * @param {Area} to
 * @param {string} kind
 * @param {string} direction
 */
function line(from, to, kind, direction) {
  const column = direction === "column";
  const towards = TOWARDS[direction] ?? { x: 0, y: -1 };
  const start = column ? { x: from.x, y: from.y + from.height / 2 } : edge(from, towards);
  const end = column ? { x: to.x + 14, y: to.y + to.height } : edge(to, { x: -towards.x, y: -towards.y });
  const back = kind === "support" ? HEAD - 1 : 0;
  const stop = { x: end.x - towards.x * back, y: end.y - towards.y * back };
  const path = column ? elbow(start, stop) : bow(start, stop, towards);
  const parts = [svg("path", { class: kind === "join" ? "line" : `line ${kind}`, d: path })];
  if (kind === "support") parts.push(svg("path", { class: "head", d: tip(end, towards) }));
  if (kind === "attack" || kind === "contradiction") parts.push(svg("path", { class: "bar", d: bar(end, towards) }));
  return parts;
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

/** @param {Point} start @param {Point} end @param {Point} towards */
function bow(start, end, towards) {
  const reach = Math.max(24, Math.abs((end.x - start.x) * towards.x + (end.y - start.y) * towards.y) / 2);
  const one = { x: start.x + towards.x * reach, y: start.y + towards.y * reach };
  const two = { x: end.x - towards.x * reach, y: end.y - towards.y * reach };
  return `M${start.x},${start.y}C${one.x},${one.y} ${two.x},${two.y} ${end.x},${end.y}`;
}

/** @param {Point} end @param {Point} towards */
function tip(end, towards) {
  const back = { x: end.x - towards.x * HEAD, y: end.y - towards.y * HEAD };
  const across = { x: towards.y * 4.2, y: towards.x * 4.2 };
  return `M${end.x},${end.y}L${back.x + across.x},${back.y + across.y}L${back.x - across.x},${back.y - across.y}Z`;
}

/** @param {Point} end @param {Point} towards */
function bar(end, towards) {
  const at = { x: end.x - towards.x * 2, y: end.y - towards.y * 2 };
  const across = { x: towards.y * 7, y: towards.x * 7 };
  return `M${at.x + across.x},${at.y + across.y}L${at.x - across.x},${at.y - across.y}`;
}
