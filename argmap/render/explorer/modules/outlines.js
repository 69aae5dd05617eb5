/** Outlines of what is drawn, known without the browser laying it out. */

import { svg } from "./elements.js";

/** @typedef {import("./camera.js").Area} Area */

/** The roles of claims, each with a colour of its own. */
export const ROLES = /** @type {const} */ (["thesis", "support", "attack", "neutral"]);

/**
 * Return the role of a claim, by its box.
 *
 * @param {Element} element
 */
export function roleOf(element) {
  return ROLES.find((one) => element.classList.contains(one)) ?? "neutral";
}

/**
 * Return the area that the points of a line lie in.
 *
 * @param {string} path
 * @param {{x: number, y: number}} origin
 * @returns {Area}
 */
export function extent(path, origin) {
  /** @type {number[]} */
  const across = [];
  /** @type {number[]} */
  const down = [];
  for (const [, letter = "", numbers = ""] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
    if (letter === "H") across.push(...values);
    else if (letter === "V") down.push(...values);
    else values.forEach((value, at) => (at % 2 ? down : across).push(value));
  }
  if (!across.length || !down.length) return { x: 0, y: 0, width: 0, height: 0 };
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return { x: left + origin.x, y: top + origin.y, width: Math.max(...across) - left, height: Math.max(...down) - top };
}

/**
 * Return the boxes that are not hidden as spots, a path for each role.
 *
 * @param {import("./picture.js").Picture} picture
 */
export function silhouette({ shapes, origin, gone }) {
  /** @type {Map<string, string[]>} */
  const parts = new Map(ROLES.map((role) => [role, []]));
  for (const { element, area, isClaim } of shapes.values()) {
    if (!isClaim || gone.has(element)) continue;
    const { x, y, width, height } = area;
    parts.get(roleOf(element))?.push(`M${x - origin.x},${y - origin.y}h${width}v${height}h${-width}z`);
  }
  const paths = [...parts].map(([role, path]) => svg("path", { class: role, d: path.join("") }));
  return svg("g", { class: "silhouette", "aria-hidden": "true" }, ...paths);
}
