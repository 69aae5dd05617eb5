/** The stage: where the drawing is seen, moved and enlarged by hand, wheel and keys. */

import * as cameras from "./camera.js";
import { handled } from "./gestures.js";

/**
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {import("./camera.js").Area} Area
 */

const SETTLED = 160;
const FLIGHT = 320;

export class Stage {
  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} sheet
   * @param {() => void} moved called when the camera has moved
   */
  constructor(element, sheet, moved) {
    this.element = element;
    this.sheet = sheet;
    this.moved = moved;
    /** @type {Camera} */
    this.camera = { x: 0, y: 0, scale: 1 };
    this.drawing = { width: 1, height: 1 };
    /** tells what covers the stage at its end and at its foot */
    this.coverOf = () => ({ right: 0, bottom: 0, left: 0 });
    /** @type {{right: number, bottom: number, left: number} | null} what it has told */
    this.known = null;
    this.settling = 0;
    this.flight = 0;
    /** @type {{from: Camera, target: Camera} | null} of the flight that goes on */
    this.way = null;
    /** how often somebody has looked elsewhere */
    this.looks = 0;
    this.stills = window.matchMedia("(prefers-reduced-motion: reduce)");
    handled(element, {
      pan: (right, down) => this.look(cameras.panned(this.camera, right, down)),
      zoom: (factor, x, y) => this.look(cameras.zoomed(this.camera, factor, x, y)),
    });
    this.seenSize = { width: element.clientWidth, height: element.clientHeight };
    /** @type {Camera | null} what the page began with, until somebody looks elsewhere */
    this.first = null;
    /** begins again, for a window of another size */
    this.begin = () => {};
    new ResizeObserver(() => this.resized()).observe(element);
  }

  /** Begin with this, and with the like of it in a window of another size, while nobody moves. */
  begun(/** @type {() => void} */ begin) {
    this.begin = begin;
    this.first = this.camera;
  }

  /** Begin again for another room, as long as nobody has looked elsewhere. */
  again() {
    if (this.camera === this.first) this.begin();
  }

  /** Keep in the middle what was there before the stage became larger or smaller. */
  resized() {
    const { clientWidth: width, clientHeight: height } = this.element;
    const before = this.seenSize;
    this.seenSize = { width, height };
    this.known = null;
    if (width === before.width && height === before.height) return;
    if (this.camera === this.first) return this.begin();
    const [right, down] = [(width - before.width) / 2, (height - before.height) / 2];
    this.adjust((camera) => cameras.panned(camera, right, down));
  }

  /** Return what is looked at, or will be when the flight ends. */
  get wanted() {
    return this.way?.target ?? this.camera;
  }

  /** Return what covers the stage; it is measured when somebody needs to know. */
  get covered() {
    return (this.known ??= this.coverOf());
  }

  /** Return how much of the stage is free to look at. */
  get room() {
    const { clientWidth, clientHeight } = this.element;
    return {
      width: Math.max(clientWidth - this.covered.right - this.covered.left, 80),
      height: Math.max(clientHeight - this.covered.bottom, 80),
    };
  }

  /** Return where what stands beside the stage lies over it, such as buttons and cards. */
  get covers() {
    const own = this.element.getBoundingClientRect();
    const others = [...(this.element.parentElement?.children ?? [])].filter((one) => one !== this.element);
    // What is only heard is no larger than a point.
    const boxes = others.map((one) => one.getBoundingClientRect()).filter((one) => one.width > 1);
    return boxes.map(({ x, y, width, height }) => ({ x: x - own.x, y: y - own.y, width, height }));
  }

  /**
   * Put a drawing on the sheet; the camera stays.
   *
   * @param {SVGSVGElement} svg
   * @param {{width: number, height: number}} size
   */
  show(svg, size) {
    this.drawing = size;
    this.sheet.replaceChildren(svg);
    this.look(this.camera);
  }

  /**
   * Look through a camera at once.
   *
   * @param {Camera} camera
   */
  look(camera) {
    this.land();
    this.looks += 1;
    this.seenSize = { width: this.element.clientWidth, height: this.element.clientHeight };
    this.apply(camera);
  }

  /**
   * Change the camera for something else than a look elsewhere; a flight goes on, changed alike.
   *
   * @param {(camera: Camera) => Camera} change
   */
  adjust(change) {
    if (this.way) this.way = { from: change(this.way.from), target: change(this.way.target) };
    // What it shows is drawn anew with it, so that a layer would be one more thing to draw.
    this.apply(change(this.camera), this.way !== null);
  }

  /** End a flight where it is. */
  land() {
    cancelAnimationFrame(this.flight);
    this.way = null;
  }

  /**
   * @param {Camera} camera
   * @param {boolean} [moves] whether more of its kind follow
   */
  apply(camera, moves = true) {
    // Not measured here: when boxes have moved, the browser would lay them out just for that.
    this.camera = cameras.held(camera, this.drawing, this.seenSize);
    const { x, y, scale } = this.camera;
    const style = this.sheet.style;
    style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    if (moves) {
      // A layer of its own moves fast; it is drawn sharp again once it is at rest.
      style.willChange = "transform";
      clearTimeout(this.settling);
      this.settling = window.setTimeout(() => (style.willChange = "auto"), SETTLED);
    }
    this.moved();
  }

  /**
   * Fly to a camera, or be there at once where nobody wants movement.
   *
   * @param {Camera} target
   */
  fly(target) {
    this.land();
    this.looks += 1;
    if (this.stills.matches) return this.apply(target);
    this.way = { from: this.camera, target };
    const begun = performance.now();
    /** @param {number} now */
    const step = (now) => {
      if (!this.way) return;
      const part = Math.min(Math.max((now - begun) / FLIGHT, 0), 1);
      const eased = part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2;
      this.apply(cameras.between(this.way.from, this.way.target, eased));
      if (part < 1) this.flight = requestAnimationFrame(step);
      else this.way = null;
    };
    this.flight = requestAnimationFrame(step);
  }

  /**
   * Show an area whole.
   *
   * @param {Area} area
   * @param {{at_once?: boolean}} [options]
   */
  fit(area, { at_once = false } = {}) {
    const shown = cameras.whole(cameras.fitted(area, this.room), this.drawing, this.room);
    const target = cameras.panned(shown, this.covered.left, 0);
    if (at_once) this.look(target);
    else this.fly(target);
  }

  /**
   * Bring an area into sight, with no more movement than it takes.
   *
   * @param {Area} area
   * @param {{readable?: number, at_once?: boolean}} [options]
   */
  reveal(area, { at_once = false, ...options } = {}) {
    const own = cameras.panned(this.camera, -this.covered.left, 0);
    // What is seen whole is not cut to bring a part of it nearer to the middle.
    const whole = cameras.whole(cameras.showing(own, area, this.room, options), this.drawing, this.room);
    const shown = cameras.panned(whole, this.covered.left, 0);
    const target = cameras.cleared(shown, area, this.covers, { x: this.covered.left, y: 0, ...this.room });
    if (at_once) this.look(target);
    else this.fly(target);
  }

  /**
   * Enlarge by a factor around the middle of what is free, or of an area of it that is in sight.
   *
   * @param {number} factor
   * @param {Area | null} [around]
   */
  zoom(factor, around = null) {
    const { width, height } = this.room;
    // Of two quick steps the second goes on from where the first leads.
    const { wanted } = this;
    const middle = { x: this.covered.left + width / 2, y: height / 2 };
    const own = around && { x: wanted.x + (around.x + around.width / 2) * wanted.scale, y: wanted.y + (around.y + around.height / 2) * wanted.scale };
    const isSeen = own && own.x > this.covered.left && own.x < this.covered.left + width && own.y > 0 && own.y < height;
    const { x, y } = isSeen ? own : middle;
    this.fly(cameras.zoomed(wanted, factor, x, y));
  }

  /**
   * Show the drawing as large as it is, around what is in the middle now, or an area that is in sight.
   *
   * @param {Area | null} [around]
   */
  actual(around = null) {
    this.zoom(1 / this.wanted.scale, around);
  }
}
