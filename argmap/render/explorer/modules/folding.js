/** Folds on the picture: a handle at each box that something bears on, with what it hides. */

import { svg } from "./elements.js";

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./picture.js").Picture} Picture
 */

// The corner of a box at which lines arrive, by the direction of the drawing.
const CORNERS = { down: [1, 1], column: [1, 1], up: [1, 0], right: [1, 1], left: [0, 1] };
// So far out of its box a handle stands, that it covers none of its letters.
const OUT = 4;
// In a column, whose rows lie close, it stands beside its box, so far above the lower end.
const ABOVE = 8;

export class Folding {
  /**
   * @param {Picture} picture
   * @param {Graph} graph
   * @param {(id: string) => void} turned called when a handle is clicked
   */
  constructor(picture, graph, turned) {
    this.graph = graph;
    this.picture = picture;
    /** @type {Map<string, SVGGElement>} */
    this.handles = new Map();
    /** @type {ReadonlySet<string> | null} */
    this.folds = null;
    /** @type {ReadonlySet<string>} */
    this.hidden = new Set();
    for (const { id, element, isClaim } of picture.shapes.values()) {
      if (!isClaim || !graph.children(id).length) continue;
      const handle = svg("g", { class: "fold", "aria-hidden": "true" });
      handle.addEventListener("click", (event) => {
        event.stopPropagation();
        turned(id);
      });
      element.append(handle);
      this.handles.set(id, handle);
    }
  }

  /**
   * Show which claims are folded, and how many claims each of them hides.
   *
   * @param {ReadonlySet<string>} folds
   * @param {ReadonlySet<string>} hidden
   */
  show(folds, hidden) {
    this.folds = folds;
    this.hidden = hidden;
    for (const id of this.handles.keys()) if (!hidden.has(id)) this.tell(id);
  }

  /**
   * Show the handle of a box that is in the page; of others it is drawn when they come there.
   *
   * @param {string} id
   */
  tell(id) {
    const { folds, hidden } = this;
    const handle = this.handles.get(id);
    if (!handle?.isConnected || !folds) return;
    const count = folds.has(id) ? this.graph.countBelow(id, hidden) : null;
    const told = count === null ? "−" : count ? `+${count}` : "+";
    if (handle.getAttribute("data-told") === told) return;
    handle.setAttribute("data-told", told);
    handle.classList.toggle("folded", count !== null);
    handle.replaceChildren(...this.drawn(id, told, count === null));
  }

  /**
   * Return where the coloured edge of a box is, at the side of its lines.
   *
   * @param {string} id
   */
  leads(id) {
    const edge = this.picture.shapes.get(id)?.element.querySelector(".stripe")?.getAttribute("d") ?? "";
    return Number(/^M([-\d.]+)/.exec(edge)?.[1] ?? 0);
  }

  /**
   * @param {string} id
   * @param {string} told
   * @param {boolean} open
   */
  drawn(id, told, open) {
    const frame = this.picture.shapes.get(id)?.element.querySelector(".frame");
    const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
      Number(frame?.getAttribute(name)),
    );
    const corner = /** @type {Record<string, number[]>} */ (CORNERS)[this.picture.drawing.direction];
    const [across = 1, down = 1] = corner ?? [1, 1];
    const half = open ? 8 : 7 + told.length * 3.4;
    const middle = { x: across ? x + width - half - 8 : x + half + 8, y: y + down * height + (down ? OUT : -OUT) };
    if (this.picture.drawing.direction === "column") {
      const isLeft = this.leads(id) > x + width / 2;
      const inwards = open ? 0 : half - 8;
      middle.x = isLeft ? x + inwards : x + width - inwards;
      if (open) middle.y = y + height - ABOVE;
    }
    const pill = { x: middle.x - half, y: middle.y - 8, width: 2 * half, height: 16, rx: 8 };
    const reach = { x: middle.x - Math.max(half, 13), y: middle.y - 13, width: 2 * Math.max(half, 13), height: 26 };
    return [
      svg("rect", { class: "reach", ...reach }),
      svg("rect", { class: "knob", ...pill }),
      open
        ? svg("path", { class: "minus", d: `M${middle.x - 3.5},${middle.y}h7` })
        : svg("text", { class: "count", x: middle.x, y: middle.y + 4 }, told),
    ];
  }
}
