/**
 * What is near the part of a large drawing that is seen: only that is in the page.
 *
 * Ten thousand boxes with their letters take a browser seconds; those on a screen take it a moment.
 *
 * @typedef {import("./camera.js").Area} Area
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {import("./camera.js").Size} Size
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {{at: number, element: Element, area: Area | null}} Thing a line has no area before it is asked for
 * @typedef {{home: Node, end: Node | null, things: Thing[], there: Set<Thing>}} Row
 */

import { seen, touches } from "./camera.js";
import { silhouette } from "./outlines.js";
import { hide } from "./picture.js";

// A drawing of fewer boxes is always there whole.
export const MANY = 400;
// More boxes than these at once are seen as spots, with no letters and no lines.
const MOST = 1500;
// So much of a screen is there on each side of it, so that not every movement brings something new.
const BESIDE = 0.5;
// Letters that are enlarged by less cannot be read, and are most of the work.
const LEGIBLE = 0.2;

export class Sight {
  /** @param {Picture} picture */
  constructor(picture) {
    this.picture = picture;
    /** @type {Row[]} boxes, and lines, each in the order of the drawing */
    this.rows = [];
    /** @type {(Area & {scale: number}) | null} what was around the screen when things were looked at */
    this.around = null;
    /** @type {Element | null} what is there wherever it is, so that it can have the focus */
    this.kept = null;
    /** called with the id of a box that comes into the page @type {(id: string) => void} */
    this.came = () => undefined;
    /** whether a large drawing is seen from so far that its letters cannot be read, and nothing glides */
    this.isFar = false;
    /** @type {Element[]} what is hidden though it is there */
    this.masked = [];
    /** @type {Element | null} all boxes as spots, where there are too many */
    this.spots = null;
    if (picture.shapes.size <= MANY) return;
    const boxes = [...picture.shapes.values()].map((one) => one.element);
    this.rows = [boxes, picture.arrows].flatMap((elements) => rowOf(elements));
    picture.seldom = new Set([...boxes, ...picture.arrows]);
    this.placed();
  }

  /** Learn where everything stands now. */
  placed() {
    const shapes = [...this.picture.shapes.values()];
    const [boxes, lines] = this.rows;
    boxes?.things.forEach((thing, at) => (thing.area = shapes[at]?.area ?? null));
    for (const line of lines?.things ?? []) line.area = null;
    if (!lines) this.picture.ways.drawAll();
    this.changed();
  }

  /** Forget what was looked at: something else is hidden now, or stands elsewhere. */
  changed() {
    this.around = null;
  }

  /**
   * Show what is near to what a camera shows.
   *
   * @param {Camera} camera
   * @param {Size} screen
   */
  look(camera, screen) {
    if (!this.rows.length) return;
    const view = seen(camera, screen);
    if (this.around && holds(this.around, view) && camera.scale < 2 * this.around.scale) return;
    const [right, down] = [view.width * BESIDE, view.height * BESIDE];
    const around = { x: view.x - right, y: view.y - down, width: view.width + 2 * right, height: view.height + 2 * down };
    this.around = { ...around, scale: camera.scale };
    this.isFar = camera.scale < LEGIBLE;
    this.picture.svg.classList.toggle("small", this.isFar);
    this.bring(this.around);
  }

  /**
   * Have a box there wherever it is, so that it can have the focus.
   *
   * @param {Element} element
   */
  keep(element) {
    this.kept = element;
    if (!element.isConnected && this.around) this.bring(this.around);
  }

  /** @param {Area} around */
  bring(around) {
    const [boxRow, lineRow] = this.rows;
    if (!boxRow) return;
    const { gone, ways } = this.picture;
    /** @param {Thing} one */
    const isNear = (one) => !gone.has(one.element) && touches((one.area ??= ways.areaOf(one.at)), around);
    const boxes = boxRow.things.filter(isNear);
    const many = boxes.length > MOST;
    const lines = (many ? [] : lineRow?.things.filter(isNear)) ?? [];
    for (const { at } of lines) ways.draw(at);
    this.show(boxRow, [...(many ? [] : boxes), ...this.held(boxRow)]);
    if (lineRow) this.show(lineRow, lines);
    this.spots?.remove();
    this.spots = many ? silhouette(this.picture) : null;
    if (this.spots) this.picture.ground.prepend(this.spots);
  }

  /**
   * Return the boxes that stay in the page wherever they are; of these, what is folded away is hidden.
   *
   * @param {Row} boxes
   */
  held({ things }) {
    const { gone } = this.picture;
    const focused = document.activeElement?.closest("g.claim, g.pill");
    const held = things.filter(({ element }) => element === this.kept || element === focused);
    for (const element of this.masked) hide(element, false);
    this.masked = held.map(({ element }) => element).filter((element) => gone.has(element));
    for (const element of this.masked) hide(element, true);
    return held;
  }

  /**
   * @param {Row} row
   * @param {readonly Thing[]} near
   */
  show({ home, end, there }, near) {
    const wanted = new Set(near);
    for (const one of there) {
      if (wanted.has(one)) continue;
      there.delete(one);
      one.element.remove();
    }
    let next = end;
    for (const one of [...wanted].sort((first, second) => second.at - first.at)) {
      if (!there.has(one)) {
        there.add(one);
        home.insertBefore(one.element, next);
        this.came(one.element.getAttribute("data-claim") ?? "");
      }
      next = one.element;
    }
  }
}

/**
 * Take elements that follow one another out of the drawing.
 *
 * @param {Element[]} elements
 * @returns {Row[]}
 */
function rowOf(elements) {
  const home = elements[0]?.parentNode;
  if (!home) return [];
  const end = elements.at(-1)?.nextSibling ?? null;
  for (const element of elements) element.remove();
  const things = elements.map((element, at) => ({ at, element, area: null }));
  return [{ home, end, things, there: new Set() }];
}

/**
 * @param {Area} outer
 * @param {Area} inner
 */
function holds(outer, inner) {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
