/** Boxes moved to where a tidy layout has them, with their lines; and back to where they were drawn. */

import { around, seen as viewed, touches } from "./camera.js";
import { isTree, placedBy, sourceOf } from "./graphviz/dot.js";
import { crosses, led, line } from "./lines.js";
import { placed, treeOf } from "./tidying.js";

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {import("./camera.js").Area} Area
 * @typedef {import("./lines.js").Point} Point
 * @typedef {{places: Map<string, Point>, curves?: Map<number, Point[]>}} Layout
 */

const MARGIN = 28;
// More boxes than these are there at once: browsers draw each anew for every frame of its way.
const MOST_GLIDING = 250;
const GLIDE = { duration: 320, easing: "cubic-bezier(.3, 0, .2, 1)" };

/**
 * Lay out anew what is unfolded, as argmap does where the page brings its engine along. The box with
 * this id stays where it is on the screen.
 *
 * @param {Explorer} app
 * @param {string | null} held
 * @param {() => void} [then] called once everything stands, unless somebody has looked elsewhere
 */
export async function tidied(app, held, then = () => undefined) {
  const { picture, stage, state } = app;
  picture.laid = state.fold;
  if (![...picture.shapes.keys()].some((id) => app.hidden.has(id))) {
    // Argmap has laid it out itself.
    moveBack(app, held);
    return then();
  }
  const found = app.begun ? engineLayout(app) : null;
  if (!found) {
    move(app, held, ownLayout(app));
    return then();
  }
  const { looks } = stage;
  const layout = await found;
  // Another picture is shown by now, or something else of it.
  if (app.picture !== picture || picture.laid !== state.fold || !app.tidy) return;
  move(app, held, layout ?? ownLayout(app));
  if (stage.looks === looks) then();
}

/**
 * Put everything back where it was drawn.
 *
 * @param {Explorer} app
 * @param {string | null} held
 */
export function untidied(app, held) {
  app.picture.laid = null;
  moveBack(app, held);
}

/**
 * @param {Explorer} app
 * @returns {Layout}
 */
function ownLayout({ picture, graph, hidden, state }) {
  const shown = (/** @type {string} */ id) => picture.shapes.has(id) && !hidden.has(id);
  const sizeOf = (/** @type {string} */ id) => picture.drawn.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const roots = treeOf(graph, shown, new Set(state.fold));
  return { places: placed(roots, sizeOf, picture.drawing.direction) };
}

/**
 * Return what the engine makes of all that is shown; null where there is none, or no need of one.
 *
 * @param {Explorer} app
 * @returns {Promise<Layout | null> | null}
 */
function engineLayout({ engine, picture, data, hidden }) {
  const { drawing, shapes, arrows, gone } = picture;
  const gaps = data.layout;
  if (!engine || !gaps || drawing.direction === "column") return null;
  const nodes = [...data.claims, ...data.arguments].flatMap(({ id }) => {
    const shape = hidden.has(id) ? undefined : shapes.get(id);
    const { width = 0, height = 0 } = picture.drawn.get(id) ?? {};
    return shape ? [{ id, width, height, isClaim: shape.isClaim }] : [];
  });
  const lines = drawing.arrows
    .map(([tail, head, kind], at) => ({ at, tail, head, kind }))
    .filter(({ at }) => arrows[at] && !gone.has(arrows[at]));
  if (isTree(lines) || nodes.length > gaps.most) return null;
  const source = sourceOf(nodes, lines, drawing.direction, gaps);
  return engine.layout(source).then((answer) => (answer === null ? null : placedBy(answer, nodes, drawing.direction)));
}

/**
 * @param {Explorer} app
 * @param {string | null} held
 * @param {Layout} layout
 */
function move(app, held, { places, curves }) {
  const { picture, hidden, stage } = app;
  const before = seen(app, held);
  const shown = [...places].filter(([id]) => picture.shapes.has(id) && !hidden.has(id));
  const [left, top] = [Math.min(...shown.map(([, one]) => one.x)), Math.min(...shown.map(([, one]) => one.y))];
  const shift = { x: MARGIN - left, y: MARGIN - top };
  for (const [id, place] of shown) {
    const shape = picture.shapes.get(id);
    const from = picture.drawn.get(id);
    if (!shape || !from) continue;
    shape.area = { ...from, x: place.x + shift.x, y: place.y + shift.y };
    shape.element.style.transform = `translate(${shape.area.x - from.x}px, ${shape.area.y - from.y}px)`;
  }
  picture.svg.classList.add("tidied");
  ledAnew(app, shift, curves);
  const all = around(shown.flatMap(([id]) => picture.shapes.get(id)?.area ?? []));
  if (all) stage.drawing = { width: all.x + all.width + MARGIN, height: all.y + all.height + MARGIN };
  arrive(app, held, before);
}

/**
 * @param {Explorer} app
 * @param {string | null} held
 */
function moveBack(app, held) {
  const { picture, stage } = app;
  if (!picture.svg.classList.contains("tidied")) return;
  const before = seen(app, held);
  for (const shape of picture.shapes.values()) {
    const drawn = picture.drawn.get(shape.id) ?? shape.area;
    if (shape.area === drawn) continue;
    shape.area = drawn;
    shape.element.style.transform = "";
  }
  picture.ways.back();
  picture.svg.classList.remove("tidied");
  stage.drawing = picture.size;
  arrive(app, held, before);
}

/**
 * Return where the boxes are that are in the page and shown.
 *
 * @param {Explorer} app
 * @param {string | null} held
 */
function seen({ picture, hidden }, held) {
  const all = [...picture.shapes.values()].filter(({ id, element }) => id === held || (element.isConnected && !hidden.has(id)));
  return new Map(all.map(({ id, area }) => [id, area]));
}

/**
 * Hold a box where it was on the screen, and let the others glide there from where they were.
 *
 * @param {Explorer} app
 * @param {string | null} held
 * @param {Map<string, Area>} before
 */
function arrive(app, held, before) {
  const { picture, stage } = app;
  app.sight.placed();
  const [was, is] = [before.get(held ?? ""), picture.shapes.get(held ?? "")?.area];
  const shift = was && is ? { x: is.x - was.x, y: is.y - was.y } : { x: 0, y: 0 };
  stage.adjust((one) => ({ ...one, x: one.x - shift.x * one.scale, y: one.y - shift.y * one.scale }));
  app.minimap?.draw(picture, app.hidden);
  if (!app.begun || stage.stills.matches || app.sight.isFar) return;
  const ways = waysInSight(app, before, shift);
  for (const { element, x, y } of ways.length > MOST_GLIDING ? [] : ways) {
    element.animate([{ translate: `${x}px ${y}px` }, { translate: "0px 0px" }], GLIDE);
  }
  // Lines follow when there is something for them to lead to.
  picture.svg.querySelector("g.arrows")?.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], GLIDE);
}

/**
 * Return the boxes whose way leads through what is looked at, and how far back each begins. One that
 * nobody sees glide costs a browser as much as others, and far away it makes all others cost more.
 *
 * @param {Explorer} app
 * @param {Map<string, Area>} before
 * @param {Point} shift
 */
function waysInSight({ picture, stage }, before, shift) {
  const view = around([stage.camera, stage.wanted].map((one) => viewed(one, stage.seenSize)));
  return [...before].flatMap(([id, from]) => {
    const shape = picture.shapes.get(id);
    if (!shape?.element.isConnected) return [];
    const { element, area } = shape;
    const [x, y] = [from.x - area.x + shift.x, from.y - area.y + shift.y];
    const way = around([area, { ...area, x: area.x + x, y: area.y + y }]);
    return Math.abs(x) + Math.abs(y) >= 0.5 && view && way && touches(way, view) ? [{ element, x, y }] : [];
  });
}

/**
 * @param {Explorer} app
 * @param {Point} shift
 * @param {Map<number, Point[]>} [curves]
 */
function ledAnew({ picture, hidden }, shift, curves) {
  const { origin, drawing } = picture;
  const { direction } = drawing;
  /** @type {Map<string, Area>} */
  const areas = new Map();
  for (const { id, area } of picture.shapes.values()) {
    if (!hidden.has(id)) areas.set(id, { ...area, x: area.x - origin.x, y: area.y - origin.y });
  }
  const all = [...areas.values()];
  drawing.arrows.forEach(([tail, head, kind], at) => {
    const [from, to] = [areas.get(tail), areas.get(head)];
    if (!from || !to) return;
    const curve = curves?.get(at)?.map(({ x, y }) => ({ x: x + shift.x - origin.x, y: y + shift.y - origin.y }));
    const isLed = curve && (kind === "contradiction" || crosses(from, to, direction, all));
    picture.ways.lead(at, isLed ? led(curve, from, to, kind, direction) : line(from, to, kind, direction));
  });
}
