/** The drawing of a map on the stage: its boxes, steps and lines, found and shown by their ids. */

import { SIGNS, svg } from "./elements.js";
import { Ways } from "./ways.js";

/**
 * @typedef {import("./camera.js").Area} Area
 * @typedef {import("./data.js").Drawing} Drawing
 * @typedef {import("./data.js").Standing} Standing
 * @typedef {{id: string, element: SVGGElement, area: Area, isClaim: boolean}} Shape
 */

const LABELS = { stands: "accepted", falls: "rejected", "not-shown": "rejected", undecided: "undecided" };
// What a style sheet says of these follows the verdict; as attributes they would stay behind.
const PAINTED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "stroke-opacity"];

export class Picture {
  /**
   * @param {SVGSVGElement} svg a copy of the drawing in the page
   * @param {Drawing} drawing
   * @param {(svg: SVGSVGElement, id: string, toPage: boolean) => void} lent lends its id to the page
   */
  constructor(svg, drawing, lent) {
    this.drawing = drawing;
    this.svg = svg;
    this.root = svg.id;
    this.lent = lent;
    const box = (svg.getAttribute("viewBox") ?? "0 0 1 1").split(" ").map(Number);
    this.size = { width: box[2] ?? 1, height: box[3] ?? 1 };
    bare(this.svg, this.size);
    this.lend(false);
    this.ground = /** @type {SVGGElement} */ (this.svg.querySelector("g.arrows")?.parentNode);
    const moved = /translate\(([-\d.]+),([-\d.]+)\)/.exec(this.ground.getAttribute("transform") ?? "");
    this.origin = { x: Number(moved?.[1] ?? 0), y: Number(moved?.[2] ?? 0) };
    /** @type {Map<string, Shape>} */
    this.shapes = new Map();
    for (const element of this.ground.querySelectorAll(":scope > g.claim, :scope > g.pill")) {
      const shape = this.shapeOf(/** @type {SVGGElement} */ (element));
      if (shape) this.shapes.set(shape.id, shape);
    }
    /** @type {Map<string, Area>} where each was drawn */
    this.drawn = new Map([...this.shapes.values()].map(({ id, area }) => [id, area]));
    this.arrows = [...(this.svg.querySelector("g.arrows")?.children ?? [])];
    this.ways = new Ways(this.arrows, this.origin);
    this.groups = [...this.ground.querySelectorAll(":scope > rect.group")];
    /** @type {Set<Element>} what is hidden */
    this.gone = new Set();
    /** @type {ReadonlySet<Element>} what is in the page only while it is seen: there is nothing to hide there */
    this.seldom = new Set();
    /** @type {readonly string[] | null} what was folded when it was laid out anew */
    this.laid = null;
    /** @type {Map<string, Element[]>} what has each mark */
    this.marked = new Map();
    /** @type {Map<string, Element>} */
    this.mentions = new Map();
    for (const element of this.ground.querySelectorAll(":scope > g.mention")) {
      this.mentions.set(element.getAttribute("data-named") ?? "", element);
    }
  }

  /**
   * Give the id, by which style sheets know a drawing, to the one in the page that is read, or take
   * it for the one on the stage.
   *
   * @param {boolean} toPage
   */
  lend(toPage) {
    this.lent(this.svg, this.root, toPage);
  }

  /**
   * @param {SVGGElement} element
   * @returns {Shape | null}
   */
  shapeOf(element) {
    const isClaim = element.classList.contains("claim");
    const id = element.getAttribute(isClaim ? "data-claim" : "data-argument");
    const frame = element.querySelector(".frame");
    if (id === null || !frame) return null;
    const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
      Number(frame.getAttribute(name)),
    );
    return { id, element, area: { x: x + this.origin.x, y: y + this.origin.y, width, height }, isClaim };
  }

  /**
   * Return the id of the box or step that an element belongs to; null where it does to none.
   *
   * @param {EventTarget | null} target
   * @returns {string | null}
   */
  idAt(target) {
    const found = target instanceof Element ? target.closest("g.claim, g.pill, g.mention") : null;
    if (!found || !this.svg.contains(found)) return null;
    const names = ["data-claim", "data-argument", "data-mention"];
    return names.map((name) => found.getAttribute(name)).find((one) => one !== null) ?? null;
  }

  /**
   * Hide claims and steps, with the lines, groups and mentions that belong to them alone.
   *
   * @param {ReadonlySet<string>} hidden
   * @param {ReadonlySet<string>} folds
   */
  hide(hidden, folds) {
    for (const [id, { element }] of this.shapes) this.away(element, hidden.has(id));
    /** @type {Set<string>} */
    const seen = new Set();
    this.drawing.arrows.forEach(([tail, head, kind], at) => {
      const folded = kind !== "contradiction" && folds.has(head);
      const gone = hidden.has(tail) || hidden.has(head) || folded;
      if (!gone) seen.add(tail);
      const element = this.arrows[at];
      if (element) this.away(element, gone);
    });
    for (const [id, element] of this.mentions) {
      const leads = element.getAttribute("data-mention") ?? "";
      const begins = element.classList.contains("heading") || element.classList.contains("reminder");
      this.away(element, hidden.has(leads) || (begins ? folds.has(leads) : !seen.has(id)));
    }
    this.drawing.groups.forEach((members, at) => {
      const gone = members.every((id) => hidden.has(id));
      const element = this.groups[at];
      if (element) this.away(element, gone);
    });
    this.headings().forEach((elements, at) => {
      const gone = (this.drawing.groups[at] ?? []).every((id) => hidden.has(id));
      elements.forEach((element) => this.away(element, gone));
    });
  }

  /**
   * Hide or show an element.
   *
   * @param {Element} element
   * @param {boolean} gone
   */
  away(element, gone) {
    if (this.gone.has(element) === gone) return;
    if (gone) this.gone.add(element);
    else this.gone.delete(element);
    if (!this.seldom.has(element)) hide(element, gone);
  }

  /** Return the elements of the heading of each group: the grounds and the text after the arrows. */
  headings() {
    const after = [...this.ground.children];
    const found = after.slice(after.findIndex((one) => one.classList.contains("arrows")) + 1);
    /** @type {Element[][]} */
    const headings = [];
    /** @type {Element[]} */
    let own = [];
    for (const element of found) {
      if (element.matches("rect.group")) own.push(element);
      else if (element.matches("text")) {
        headings.push([...own, element]);
        own = [];
      } else break;
    }
    return headings;
  }

  /**
   * Show the way to the thesis, and all else paler; nothing is paler without one.
   *
   * @param {ReadonlySet<string> | null} trail
   */
  showTrail(trail) {
    this.svg.classList.toggle("trailed", trail !== null);
    const boxes = [...(trail ?? [])].flatMap((id) => this.shapes.get(id)?.element ?? []);
    const lines = this.arrows.filter((_, at) => {
      const [tail = "", head = "", kind] = this.drawing.arrows[at] ?? [];
      return trail?.has(tail) && trail.has(head) && kind !== "contradiction";
    });
    this.markElements("on-trail", [...boxes, ...lines]);
  }

  /**
   * Mark boxes and steps with a class, and no others.
   *
   * @param {string} name
   * @param {Iterable<string>} ids
   */
  mark(name, ids) {
    this.markElements(name, [...ids].flatMap((id) => this.shapes.get(id)?.element ?? []));
  }

  /**
   * @param {string} name
   * @param {Element[]} elements
   */
  markElements(name, elements) {
    for (const element of this.marked.get(name) ?? []) element.classList.remove(name);
    for (const element of elements) element.classList.add(name);
    this.marked.set(name, elements);
  }

  /**
   * Show another verdict on a claim or a step, and whether it is another one than as written.
   *
   * @param {string} id
   * @param {Standing} standing
   * @param {boolean} changed
   */
  judge(id, standing, changed) {
    const element = this.shapes.get(id)?.element;
    if (!element) return;
    element.classList.toggle("changed", changed);
    if (element.getAttribute("data-verdict") === standing) return;
    element.setAttribute("data-verdict", standing);
    element.classList.remove("accepted", "rejected", "not-shown", "undecided");
    element.classList.add(LABELS[standing], standing === "not-shown" ? standing : LABELS[standing]);
    for (const part of element.querySelectorAll(".frame, .stripe, .inference, text")) {
      PAINTED.forEach((name) => part.removeAttribute(name));
    }
    const badge = element.querySelector("g.badge");
    const disc = badge?.querySelector(".disc");
    if (!badge || !disc) return;
    const middle = `translate(${disc.getAttribute("cx")},${disc.getAttribute("cy")})`;
    const own = standing === "not-shown" ? `${LABELS[standing]} ${standing}` : LABELS[standing];
    badge.setAttribute("class", `badge ${own}`);
    const sign = svg("path", { class: "sign", d: SIGNS[standing], transform: middle });
    PAINTED.forEach((name) => disc.removeAttribute(name));
    badge.querySelector(".sign")?.replaceWith(sign);
  }
}

/**
 * Hide an element of the page, or show it again.
 *
 * @param {Element} element
 * @param {boolean} gone
 */
export function hide(element, gone) {
  element.classList.toggle("away", gone);
  if (!element.matches("g.claim, g.pill")) return;
  // Chromium tells readers of screens of what an SVG does not display.
  if (gone) element.setAttribute("aria-hidden", "true");
  else element.removeAttribute("aria-hidden");
}

/**
 * Take from a copy what would be there twice or lead elsewhere, and show it as large as it is.
 *
 * @param {SVGSVGElement} copy
 * @param {{width: number, height: number}} size
 */
function bare(copy, size) {
  for (const name of ["aria-labelledby", "aria-describedby", "display", "role"]) copy.removeAttribute(name);
  copy.setAttribute("width", String(size.width));
  copy.setAttribute("height", String(size.height));
  const root = `${copy.id}-`;
  for (const element of copy.querySelectorAll("[id]")) {
    if (element.matches("g.mention")) element.setAttribute("data-named", element.id.slice(root.length));
    element.removeAttribute("id");
  }
  // A name is told once: what a box says is its label.
  copy.querySelectorAll("title, desc").forEach((one) => one.remove());
  for (const link of copy.querySelectorAll("a")) {
    link.removeAttribute("href");
    link.removeAttribute("tabindex");
  }
  for (const element of copy.querySelectorAll("g.claim, g.pill")) element.removeAttribute("aria-hidden");
}
