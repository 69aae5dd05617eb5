/**
 * The argument as a tree for the keyboard: one box can be reached by Tab, arrows lead to the others.
 *
 * https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ describes the keys.
 */

import { Typing } from "./typing.js";
import { named, spoken } from "./wording.js";

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./picture.js").Picture} Picture
 *
 * @typedef {object} Doors
 * @property {(id: string) => void} open
 * @property {(id: string) => void} focused
 * @property {(id: string, folds: boolean) => void} fold
 * @property {() => ReadonlySet<string>} folded
 * @property {(element: Element) => void} keep have a box in the page, however far away it is
 * @property {(id: string) => boolean} isHidden
 * @property {(id: string) => boolean} tells whether a verdict may be told
 * @property {(key: string) => boolean} isTaken whether a letter is a key of the page
 */

export class Tree {
  /**
   * @param {Picture} picture
   * @param {Graph} graph
   * @param {readonly string[]} order
   * @param {Record<string, string>} words
   * @param {Doors} doors
   */
  constructor(picture, graph, order, words, doors) {
    this.picture = picture;
    this.graph = graph;
    this.words = words;
    this.doors = doors;
    this.order = order.filter((id) => picture.shapes.has(id));
    /** @type {string | null} */
    this.current = null;
    /** @type {string | null} */
    this.selected = null;
    this.typing = new Typing((id) => named(graph, id, words), doors.isTaken);
    picture.svg.setAttribute("role", "tree");
    // Chromium would stop at it with Tab, as at all of SVG that hears of the focus.
    picture.svg.setAttribute("tabindex", "-1");
    picture.svg.setAttribute("aria-label", words.the_argument ?? "");
    picture.ground.setAttribute("role", "presentation");
    /** what can be folded @type {[string, Element][]} */
    this.foldable = [...picture.shapes.values()].flatMap(({ id, element, isClaim }) =>
      isClaim && graph.children(id).length ? [[id, element]] : [],
    );
    this.name();
    for (const { id, element } of picture.shapes.values()) {
      element.setAttribute("role", "treeitem");
      element.setAttribute("aria-level", String(this.level(id)));
      element.setAttribute("tabindex", "-1");
      element.setAttribute("aria-selected", "false");
    }
    picture.svg.addEventListener("keydown", (event) => this.pressed(event));
    picture.svg.addEventListener("focusin", (event) => {
      const id = picture.idAt(event.target);
      if (id === null) return;
      this.rove(id);
      doors.focused(id);
    });
    this.rove(this.order[0] ?? null);
  }

  /**
   * Tell readers of screens what boxes say and where they stand.
   *
   * @param {Iterable<string>} [ids] all where none are given
   */
  name(ids = this.picture.shapes.keys()) {
    for (const id of ids) {
      const said = spoken(this.graph, id, this.words, this.doors.tells(id));
      this.element(id)?.setAttribute("aria-label", said);
    }
  }

  /** @param {string} id */
  level(id) {
    const step = this.graph.arguments.get(id);
    const claim = step ? this.graph.claimAbove(step) : id;
    return (this.graph.depths.get(claim ?? "") ?? 0) + (step ? 2 : 1);
  }

  /**
   * Let Tab lead to this box and to no other.
   *
   * @param {string | null} id
   */
  rove(id) {
    this.element(this.current)?.setAttribute("tabindex", "-1");
    this.current = id;
    const element = this.element(id);
    element?.setAttribute("tabindex", "0");
    if (element) this.doors.keep(element);
  }

  /**
   * Tell which box is chosen; Tab leads to it, unless the focus is in the tree.
   *
   * @param {string | null} id
   */
  select(id) {
    const isInside = this.picture.svg.contains(document.activeElement);
    if (id !== this.selected && this.element(id) && id !== null && !this.doors.isHidden(id) && !isInside) this.rove(id);
    this.element(this.selected)?.setAttribute("aria-selected", "false");
    this.selected = id;
    this.element(id)?.setAttribute("aria-selected", "true");
  }

  /** See to it that Tab leads to a box that is shown. */
  settle() {
    const folded = this.doors.folded();
    for (const [id, element] of this.foldable) {
      const expanded = String(!folded.has(id));
      if (element.getAttribute("aria-expanded") !== expanded) element.setAttribute("aria-expanded", expanded);
    }
    if (this.current === null || !this.doors.isHidden(this.current)) return;
    const hadFocus = document.activeElement === this.element(this.current);
    const way = this.graph.path(this.current).reverse();
    const shown = way.find((one) => !this.doors.isHidden(one) && this.picture.shapes.has(one));
    this.rove(shown ?? this.order.find((one) => !this.doors.isHidden(one)) ?? null);
    if (hadFocus) this.focus(this.current);
  }

  /**
   * Give a box the focus, or the one that had it last.
   *
   * @param {string | null} [id]
   */
  focus(id = this.current) {
    const element = this.element(id);
    if (element) this.doors.keep(element);
    element?.focus({ preventScroll: true });
  }

  /** @param {string | null} id */
  element(id) {
    return id === null ? undefined : this.picture.shapes.get(id)?.element;
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const id = this.picture.idAt(event.target);
    if (id === null || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const shown = this.order.filter((one) => !this.doors.isHidden(one));
    const at = shown.indexOf(id);
    const typed = this.typing.typed(event, shown, at);
    if (event.shiftKey && typed === undefined) return;
    const folds = this.graph.claims.has(id) && this.graph.children(id).length > 0;
    /** @type {string | undefined} */
    let next;
    if (typed !== undefined) next = typed ?? undefined;
    else if (event.key === "ArrowDown") next = shown[at + 1];
    else if (event.key === "ArrowUp") next = shown[at - 1];
    else if (event.key === "Home") next = shown[0];
    else if (event.key === "End") next = shown.at(-1);
    else if (event.key === "ArrowRight") {
      if (folds && this.doors.folded().has(id)) this.doors.fold(id, false);
      else next = this.below(id);
    } else if (event.key === "ArrowLeft") {
      if (folds && !this.doors.folded().has(id)) this.doors.fold(id, true);
      else next = this.above(id);
    } else if (event.key === "Enter") this.doors.open(id);
    else if (event.key === " " && folds) this.doors.fold(id, !this.doors.folded().has(id));
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== undefined) this.focus(next);
  }

  /** @param {string} id */
  below(id) {
    const step = this.graph.arguments.get(id);
    const all = [...(step?.premises ?? []), ...this.graph.argumentsOn(id).flatMap((one) => [one.id, ...one.premises])];
    return all.find((one) => this.picture.shapes.has(one) && !this.doors.isHidden(one));
  }

  /** @param {string} id */
  above(id) {
    const step = this.graph.arguments.get(id);
    const way = step ? this.graph.climb(step) : this.wayUp(id);
    return way.find((one) => this.picture.shapes.has(one) && !this.doors.isHidden(one));
  }

  /** @param {string} id */
  wayUp(id) {
    const path = this.graph.path(id);
    const parent = path.at(-2);
    const leading = (this.graph.serving.get(id) ?? []).find((one) => this.graph.claimAbove(one) === parent);
    return leading ? [leading.id, ...this.graph.climb(leading)] : [];
  }
}
