/** The stage: the sheet of all pictures, seen through a camera that glides from one to the next. */

import { around, centred, filling, fitted } from "../../explorer/modules/camera.js";
import { html } from "../../explorer/modules/elements.js";
import { gliding, lasting } from "./gliding.js";
import { columnsOf, laidOut } from "./sheet.js";

/**
 * @typedef {import("../../explorer/modules/camera.js").Camera} Camera
 * @typedef {import("../../explorer/modules/camera.js").Area} Area
 * @typedef {import("./pages.js").Drawn} Drawn
 */

const MARGIN = 8;
// So many pixels of a slide are the letters of the stage large; and how small such a pixel becomes.
const UNITS = 100;
const SMALLEST_UNIT = 0.6;
// Larger than on paper nothing needs to be.
const LARGEST = 1.15;
// Of a sheet that would be seen smaller than this, only a part is seen.
const LEAST = 0.06;
// So many pictures are put on the sheet at once.
const AT_ONCE = 24;

export class Stage {
  /**
   * @param {HTMLElement} element
   * @param {readonly Drawn[]} drawn
   * @param {{leftwards: boolean}} options
   */
  constructor(element, drawn, options) {
    this.element = element;
    this.drawn = new Map(drawn.map((one) => [one.name, one]));
    /** as wide for its height as the window is */
    this.shape = Math.min(Math.max(window.innerWidth / Math.max(window.innerHeight, 1), 0.4), 3);
    this.areas = laidOut(drawn, { ...options, shape: this.shape });
    this.columns = columnsOf(drawn.length, this.shape);
    this.whole = around(this.areas.values()) ?? { x: 0, y: 0, width: 1, height: 1 };
    /** @type {Map<string, HTMLElement>} what is on the sheet; of a long talk that is little */
    this.cards = new Map();
    /** @type {Set<string>} */
    this.missing = new Set(this.areas.keys());
    /** @type {readonly string[]} the pictures of the slide */
    this.marked = [];
    this.sheet = html("div", { class: "sheet" });
    element.append(this.sheet);
    /** @type {Camera} */
    this.camera = { x: 0, y: 0, scale: 1 };
    this.flight = 0;
    this.stills = window.matchMedia("(prefers-reduced-motion: reduce)");
  }

  get size() {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /**
   * Return the camera that shows some pictures, or all of them where none is named.
   *
   * @param {readonly string[]} names
   * @returns {Camera}
   */
  cameraOn(names) {
    const area = this.areaOf(names);
    if (area) {
      const unit = parseFloat(getComputedStyle(this.element).fontSize) / UNITS;
      return fitted(area, this.size, { margin: MARGIN, largest: LARGEST * Math.max(unit, SMALLEST_UNIT) });
    }
    const all = fitted(this.whole, this.size, { margin: MARGIN });
    if (all.scale >= LEAST) return all;
    return filling(centred(this.areaOf(this.marked) ?? this.whole, this.size, LEAST), this.whole, this.size);
  }

  /** @param {readonly string[]} names */
  areaOf(names) {
    return around(names.flatMap((name) => this.areas.get(name) ?? []));
  }

  get glides() {
    return this.element.classList.contains("gliding");
  }

  /**
   * Glide to some pictures, or be there at once.
   *
   * @param {readonly string[]} names none for all
   * @param {{at_once?: boolean}} [options]
   */
  show(names, { at_once = false } = {}) {
    for (const name of names) this.fill(name);
    cancelAnimationFrame(this.flight);
    const target = this.cameraOn(names);
    this.element.classList.remove("gliding");
    if (at_once || this.stills.matches) return this.apply(target);
    this.element.classList.add("gliding");
    const [from, screen] = [this.camera, this.size];
    const begun = performance.now();
    const long = lasting(from, target, screen);
    /** @param {number} now */
    const step = (now) => {
      const part = Math.min(Math.max((now - begun) / long, 0), 1);
      const eased = part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
      this.apply(gliding(from, target, eased, screen));
      if (part < 1) this.flight = requestAnimationFrame(step);
      else this.element.classList.remove("gliding");
    };
    this.flight = requestAnimationFrame(step);
  }

  /**
   * Mark the pictures of the slide.
   *
   * @param {readonly string[]} names
   */
  mark(names) {
    for (const name of this.marked) this.cards.get(name)?.classList.remove("shown");
    this.marked = names;
    for (const name of names) this.cards.get(name)?.classList.add("shown");
  }

  /** @param {Camera} camera */
  apply(camera) {
    this.camera = camera;
    const { x, y, scale } = camera;
    this.sheet.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.fillWhatIsSeen();
  }

  /** Put on the sheet what is seen of it; the rest waits. */
  fillWhatIsSeen() {
    const { x, y, scale } = this.camera;
    if (!this.missing.size) return;
    const { width, height } = this.size;
    let filled = 0;
    for (const name of this.missing) {
      const area = this.areas.get(name);
      if (!area) continue;
      const [left, top] = [x + area.x * scale, y + area.y * scale];
      const seen = left < width && top < height && left + area.width * scale > 0 && top + area.height * scale > 0;
      if (!seen) continue;
      if (filled >= AT_ONCE) {
        requestAnimationFrame(() => this.fillWhatIsSeen());
        return;
      }
      this.fill(name);
      filled += 1;
    }
  }

  /**
   * Put a copy of a picture on the sheet; the page that is printed keeps its own.
   *
   * @param {string} name
   */
  fill(name) {
    const [own, area] = [this.drawn.get(name), this.areas.get(name)];
    const original = own?.element.querySelector(":scope > svg, .words");
    if (!this.missing.delete(name) || !own || !area || !original) return;
    const copy = /** @type {Element} */ (original.cloneNode(true));
    for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
    for (const one of ["role", "aria-labelledby", "aria-describedby"]) copy.removeAttribute(one);
    copy.querySelectorAll("title, desc").forEach((one) => one.remove());
    // What leads elsewhere would lead away from the talk.
    copy.querySelectorAll("a").forEach((one) => one.removeAttribute("href"));
    const number = html("span", { class: "number" }, own.number);
    const frame = html("div", { class: `frame-of ${own.how}`, "data-card": name }, number, copy);
    const place = { left: area.x, top: area.y, width: area.width, height: area.height };
    for (const [side, length] of Object.entries(place)) frame.style.setProperty(side, `${length}px`);
    frame.style.setProperty("--u", `${area.width / own.width}px`);
    frame.classList.toggle("shown", this.marked.includes(name));
    this.cards.set(name, frame);
    this.sheet.append(frame);
  }

  /**
   * Return the name of the picture that an element belongs to; null where it does to none.
   *
   * @param {EventTarget | null} target
   */
  nameAt(target) {
    const frame = target instanceof Element ? target.closest(".frame-of") : null;
    return frame?.getAttribute("data-card") ?? null;
  }
}
