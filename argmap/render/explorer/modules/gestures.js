/**
 * Gestures on the stage: drag, pinch and wheel, each told as a movement or an enlargement.
 *
 * @typedef {object} Hands
 * @property {(right: number, down: number) => void} pan
 * @property {(factor: number, x: number, y: number) => void} zoom
 */

import { inHand } from "./framed.js";

// So far a finger may slip before it drags.
const SLIP = 5;
const LINE = 16;

/**
 * Have the gestures on an element told.
 *
 * @param {HTMLElement} element
 * @param {Hands} hands
 */
export function handled(element, hands) {
  wheel(element, hands);
  /** @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  let dragged = false;
  let start = { x: 0, y: 0 };

  element.addEventListener("pointerdown", (event) => {
    // Fingers that scroll the page around a frame do not move what is in it.
    if (event.pointerType === "mouse" ? event.button !== 0 : !inHand()) return;
    if (fingers.size === 0) dragged = false;
    start = { x: event.clientX, y: event.clientY };
    fingers.set(event.pointerId, start);
  });
  element.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!dragged && fingers.size === 1 && Math.hypot(now.x - start.x, now.y - start.y) < SLIP) return;
    if (!dragged) {
      dragged = true;
      element.classList.add("dragging");
      for (const id of fingers.keys()) element.setPointerCapture(id);
    }
    if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
      pinched(element, hands, before, now, other);
    } else {
      hands.pan(now.x - before.x, now.y - before.y);
    }
    fingers.set(event.pointerId, now);
  });
  // The first drag after a tap may still be a browser's own, whatever a style sheet says by then.
  element.addEventListener(
    "touchmove",
    (event) => {
      if (inHand() && event.cancelable) event.preventDefault();
    },
    { passive: false },
  );
  /** @param {PointerEvent} event */
  const lifted = (event) => {
    fingers.delete(event.pointerId);
    if (fingers.size === 0) element.classList.remove("dragging");
  };
  element.addEventListener("pointerup", lifted);
  element.addEventListener("pointercancel", lifted);
  // What ends a drag is no click.
  element.addEventListener(
    "click",
    (event) => {
      if (dragged) event.stopPropagation();
      dragged = false;
    },
    { capture: true },
  );
}

/**
 * @param {HTMLElement} element
 * @param {Hands} hands
 * @param {{x: number, y: number}} before
 * @param {{x: number, y: number}} now
 * @param {{x: number, y: number}} other
 */
function pinched(element, hands, before, now, other) {
  const box = element.getBoundingClientRect();
  const apart = Math.hypot(before.x - other.x, before.y - other.y);
  const then = Math.hypot(now.x - other.x, now.y - other.y);
  const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
  hands.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  if (apart > 0) hands.zoom(then / apart, middle.x - box.left, middle.y - box.top);
}

/**
 * @param {HTMLElement} element
 * @param {Hands} hands
 */
function wheel(element, hands) {
  element.addEventListener(
    "wheel",
    (event) => {
      if (!inHand() && !event.ctrlKey) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
      const [right, down] = [event.deltaX * unit, event.deltaY * unit];
      // What goes to the side as well is a hand on a touch pad.
      if (!event.ctrlKey && (right !== 0 || event.shiftKey)) {
        const sideways = event.shiftKey && right === 0;
        hands.pan(-(sideways ? down : right), sideways ? 0 : -down);
        return;
      }
      const box = element.getBoundingClientRect();
      const speed = event.ctrlKey ? 0.01 : 0.0018;
      const turned = Math.max(-240, Math.min(240, down));
      hands.zoom(Math.exp(-turned * speed), event.clientX - box.left, event.clientY - box.top);
    },
    { passive: false },
  );
}
