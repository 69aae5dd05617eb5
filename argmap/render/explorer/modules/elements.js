/** Elements made from plain values; a text is always a text, never markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @typedef {string | number | boolean | null | undefined | ((event: any) => void)} Value
 * @typedef {(Node | string | null | undefined | false)[]} Children
 */

/**
 * Return an element of HTML; a function is called on the event that its name tells.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, Value>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * Return an element of SVG.
 *
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, Value>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} made
 * @param {Record<string, Value>} attributes
 * @param {Children} children
 * @returns {E}
 */
function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

const ICONS = {
  in: "M8 3v10M3 8h10",
  out: "M3 8h10",
  fit: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
  close: "M4 4l8 8M12 4l-8 8",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9M10.4 10.4L14 14",
  next: "M6 3l5 5-5 5",
  previous: "M10 3L5 8l5 5",
  play: "M5 3l8 5-8 5z",
  text: "M3 4h10M3 8h10M3 12h6",
  tidy: "M6 2.5h4v3H6zM2 10.5h4v3H2zM10 10.5h4v3h-4zM8 5.5V8M4 10.5V8h8v2.5",
  hang: "M8 2v5M8 7a3 3 0 1 0 .01 0M8 13v1.5",
  book: "M8 4.2C6.5 3 4.5 2.7 2 3v9.5c2.5-.3 4.5 0 6 1.2c1.5-1.2 3.5-1.5 6-1.2V3c-2.5-.3-4.5 0-6 1.2zM8 4.2v9.5",
  warning: "M8 2.5L1.5 13.5h13zM8 6.5v3.5M8 11.9v.1",
  grid: "M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5h-4.5zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5h-4.5z",
  study: "M8 3.5L1.5 6.5L8 9.5l6.5-3zM4.5 8.2v3c1.8 1.7 5.2 1.7 7 0v-3",
};

/**
 * Return a small sign, which says nothing to those who cannot see it.
 *
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const frame = { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" };
  return svg("svg", frame, svg("path", { d: ICONS[name] }));
}

/** @type {Record<import("./data.js").Standing, string>} */
export const SIGNS = {
  stands: "M-3.4,0.2l2.5,2.6l4.4,-5.4",
  falls: "M-2.6,-2.6l5.2,5.2M-2.6,2.6l5.2,-5.2",
  "not-shown": "M-2.7,0a2.7,2.7 0 1 1 5.4,0a2.7,2.7 0 1 1 -5.4,0",
  undecided: "M-2,-2.4A2.1,2.1 0 1 1 0,0.4v0.9M0,3.6v0.1",
};

/**
 * Return the badge of a verdict as it stands in a text.
 *
 * @param {import("./data.js").Standing | undefined} standing
 * @returns {SVGElement | null}
 */
export function badge(standing) {
  if (!standing) return null;
  const frame = { viewBox: "-8 -8 16 16", class: `verdict-badge ${standing}`, "aria-hidden": "true" };
  return svg("svg", frame, svg("circle", { r: 7 }), svg("path", { d: SIGNS[standing] }));
}
