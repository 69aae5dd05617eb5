/** A small picture of the whole drawing, with a frame around what is seen of it. */

import { seen } from "./camera.js";
import { roleOf, ROLES } from "./outlines.js";

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./stage.js").Stage} Stage
 */

const WIDTH = 176;
const HEIGHT = 112;

export class Minimap {
  /**
   * @param {HTMLElement} element
   * @param {Stage} stage
   */
  constructor(element, stage) {
    this.element = element;
    this.stage = stage;
    this.canvas = document.createElement("canvas");
    this.frame = document.createElement("div");
    this.frame.className = "minimap-frame";
    element.append(this.canvas, this.frame);
    this.scale = 1;
    this.coming = 0;
    /** @param {PointerEvent} event */
    const aim = (event) => {
      const box = element.getBoundingClientRect();
      const x = (event.clientX - box.left) / this.scale;
      const y = (event.clientY - box.top) / this.scale;
      const { camera, room, covered } = stage;
      stage.look({
        scale: camera.scale,
        x: covered.left + room.width / 2 - x * camera.scale,
        y: room.height / 2 - y * camera.scale,
      });
    };
    element.addEventListener("pointerdown", (event) => {
      element.setPointerCapture(event.pointerId);
      aim(event);
    });
    element.addEventListener("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) aim(event);
    });
  }

  /**
   * Draw the boxes that are shown: once in a frame, however much has changed before it.
   *
   * @param {Picture} picture
   * @param {ReadonlySet<string>} hidden
   */
  draw(picture, hidden) {
    cancelAnimationFrame(this.coming);
    this.coming = requestAnimationFrame(() => this.paint(picture, hidden));
  }

  /**
   * @param {Picture} picture
   * @param {ReadonlySet<string>} hidden
   */
  paint(picture, hidden) {
    const { width, height } = this.stage.drawing;
    this.scale = Math.min(WIDTH / width, HEIGHT / height);
    const [wide, high] = [Math.max(width * this.scale, 8), Math.max(height * this.scale, 8)];
    const dense = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(wide * dense);
    this.canvas.height = Math.round(high * dense);
    Object.assign(this.element.style, { width: `${wide}px`, height: `${high}px` });
    const paper = this.canvas.getContext("2d");
    if (!paper) return;
    paper.scale(this.scale * dense, this.scale * dense);
    const inks = getComputedStyle(this.element);
    /** @param {string} name */
    const ink = (name) => inks.getPropertyValue(`--${name}`).trim() || "gray";
    const colours = Object.fromEntries(ROLES.map((role) => [role, ink(role)]));
    for (const { id, element, area, isClaim } of picture.shapes.values()) {
      if (hidden.has(id) || !isClaim) continue;
      paper.globalAlpha = element.classList.contains("rejected") ? 0.35 : 0.8;
      paper.fillStyle = colours[roleOf(element)];
      paper.fillRect(area.x, area.y, area.width, area.height);
    }
    this.follow();
  }

  /** Frame what the stage shows. */
  follow() {
    const area = seen(this.stage.camera, this.stage.seenSize);
    const all = this.stage.drawing;
    const left = Math.max(area.x, 0);
    const top = Math.max(area.y, 0);
    const right = Math.min(area.x + area.width, all.width);
    const bottom = Math.min(area.y + area.height, all.height);
    const style = this.frame.style;
    style.transform = `translate(${left * this.scale}px, ${top * this.scale}px)`;
    style.width = `${Math.max(right - left, 0) * this.scale}px`;
    style.height = `${Math.max(bottom - top, 0) * this.scale}px`;
    const whole = left <= 0 && top <= 0 && right >= all.width && bottom >= all.height;
    this.element.classList.toggle("needless", whole);
  }
}
