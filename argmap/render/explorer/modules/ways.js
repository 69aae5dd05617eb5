/**
 * The lines of a drawing, as they were drawn or led elsewhere; what leads elsewhere is drawn when it
 * is seen.
 *
 * @typedef {import("./camera.js").Area} Area
 * @typedef {import("./lines.js").Line} Line
 */

import { extent } from "./outlines.js";

export class Ways {
  /**
   * @param {readonly Element[]} arrows
   * @param {{x: number, y: number}} origin
   */
  constructor(arrows, origin) {
    this.arrows = arrows;
    this.origin = origin;
    /** the parts of each line as it was drawn */
    this.own = arrows.map((arrow) => [...arrow.childNodes]);
    this.paths = arrows.map((arrow) => arrow.querySelector("path"));
    /** @type {(Area | undefined)[]} where each was drawn, once somebody has asked */
    this.extents = [];
    /** @type {Map<number, Line>} those that lead elsewhere */
    this.led = new Map();
    /** @type {Set<number>} those that have other parts than they should */
    this.owed = new Set();
  }

  /**
   * @param {number} at
   * @param {Line} line
   */
  lead(at, line) {
    this.led.set(at, line);
    this.owed.add(at);
  }

  /** Lead all of them as they were drawn. */
  back() {
    for (const at of this.led.keys()) this.owed.add(at);
    this.led.clear();
  }

  /**
   * Return the area in the drawing that the points of a line lie in.
   *
   * @param {number} at
   * @returns {Area}
   */
  areaOf(at) {
    const { x, y } = this.origin;
    const led = this.led.get(at)?.area;
    if (led) return { ...led, x: led.x + x, y: led.y + y };
    return (this.extents[at] ??= extent(this.paths[at]?.getAttribute("d") ?? "", this.origin));
  }

  /**
   * Let a line be seen as it leads now.
   *
   * @param {number} at
   */
  draw(at) {
    if (this.owed.delete(at)) this.arrows[at]?.replaceChildren(...(this.led.get(at)?.drawn() ?? this.own[at] ?? []));
  }

  /** Let all be seen as they lead now. */
  drawAll() {
    for (const at of this.owed) this.draw(at);
  }
}
