/** The explorer: its state, and what follows from it in the picture, the pane and the address. */

import { stateOf } from "./address.js";
import { arriving, begin, toAddress } from "./arriving.js";
import { answered, Asking, usual, reasoned, supposing } from "./asking.js";
import { depthButtons, tellDepth } from "./depths.js";
import { Finder } from "./finder.js";
import { Folding } from "./folding.js";
import { firstFragment, settleIn } from "./framed.js";
import { Graph } from "./graph.js";
import { hanging } from "./hanging.js";
import { keyed, pointed } from "./hands.js";
import { Minimap } from "./minimap.js";
import { modeButtons } from "./modes.js";
import { tidied } from "./moving.js";
import { Pane } from "./pane.js";
import { Picture } from "./picture.js";
import { shell } from "./shell.js";
import { Stage } from "./stage.js";
import { Tree } from "./tree.js";
import { cover, zoomButtons } from "./views.js";
import { filled } from "./wording.js";

/** @typedef {import("./data.js").PageData} PageData */


/**
 * The value of a field that `mount` fills before anything reads it.
 *
 * @returns {any}
 */
const later = () => undefined;

export class Explorer {
  /** @type {PageData} */ data = later();
  /** @type {SVGSVGElement[]} */ drawings = [];
  /** @type {Record<string, string>} */ words = {};
  /** @type {Graph} */ graph = later();
  /** @type {Pane} */ pane = later();
  /** @type {Finder | undefined} */ finder = undefined;
  /** @type {Picture} */ picture = later();
  /** @type {Folding} */ folding = later();
  /** @type {Tree | undefined} */ tree = undefined;
  /** @type {Minimap | undefined} */ minimap = undefined;
  /** @type {Asking} */ asking = later();
  /** @type {import("./walking.js").Walk | null} */ walk = null;
  /** @type {import("./studying.js").Study | null} */ study = null;
  tidy = false;

  /**
   * @param {PageData} data
   * @param {SVGSVGElement[]} drawings one for each of `data.drawings`
   */
  constructor(data, drawings) {
    this.parts = shell(data);
    this.state = stateOf(firstFragment());
    /** @type {Set<string>} */
    this.hidden = new Set();
    /** @type {string | null} the box that stays where it is when others are moved */
    this.held = null;
    document.body.prepend(this.parts.element);
    this.stage = new Stage(this.parts.stage, this.parts.sheet, () => this.minimap?.follow());
    this.minimap = new Minimap(this.parts.minimap, this.stage);
    this.narrow = window.matchMedia("(max-width: 559px)");
    const { accept, reject } = usual(data);
    if (!this.state.accept.length && !this.state.reject.length) Object.assign(this.state, { accept, reject });
    this.mount(data, drawings);
    zoomButtons(this);
    modeButtons(this);
    this.listen();
    settleIn(document.documentElement);
    begin(this);
  }

  /**
   * Show a map: called again when it has changed, while camera, folds and choices stay.
   *
   * @param {PageData} data
   * @param {SVGSVGElement[]} drawings
   */
  mount(data, drawings) {
    this.data = data;
    this.drawings = drawings;
    this.words = data.words;
    this.graph = new Graph(data.claims, data.arguments, data.theses);
    this.parts.title.textContent = data.title ?? data.words.map ?? "";
    this.asking = new Asking(data);
    this.pane = new Pane(this.parts.pane, data, this.graph, { go: (id) => this.go(id), close: () => this.close() });
    this.pane.more = (id) => (this.tells(id) ? this.acts(id) : (this.study?.question(id) ?? []));
    this.pane.tells = (id) => this.tells(id);
    this.pane.reason = (id) => reasoned(this, id);
    const { field, list, told } = this.parts;
    this.finder?.retire();
    this.finder = new Finder(field, list, told, data, this.graph, {
      found: (words, ids) => this.found(words, ids),
      go: (id) => this.go(id),
    });
    this.draw();
    depthButtons(this);
    this.follow();
  }

  /** Draw the map as it fits the width of the window, and have it read as a tree. */
  draw() {
    const had = this.tree?.current ?? null;
    const focused = this.parts.sheet.contains(document.activeElement);
    const at = this.narrow.matches && this.drawings.length > 1 ? 1 : 0;
    const [original, drawing] = [this.drawings[at], this.data.drawings[at]];
    if (!original || !drawing) return;
    this.picture?.lend(true);
    this.picture = new Picture(original, drawing);
    this.folding = new Folding(this.picture, this.graph, (id) => this.turn(id));
    this.tree = new Tree(this.picture, this.graph, this.data.reading_order, this.words, {
      open: (id) => this.choose(id, { enters: true }),
      focused: (id) => this.focused(id),
      fold: (id, folds) => this.turn(id, folds),
      isFolded: (id) => this.state.fold.includes(id),
      isHidden: (id) => this.hidden.has(id),
      tells: (id) => this.tells(id),
    });
    this.stage.show(this.picture.svg, this.picture.size);
    if (this.study) this.picture.mark("known", this.study.known.keys());
    if (had !== null && this.picture.shapes.has(had)) {
      this.tree?.rove(had);
      if (focused) this.tree?.focus(had);
    }
  }

  /** Let picture, pane and address show the state. */
  follow() {
    const folds = new Set(this.state.fold);
    this.hidden = this.graph.hidden(folds);
    this.picture.hide(this.hidden, folds);
    this.folding.show(folds, this.hidden);
    answered(this);
    if (this.tidy) tidied(this, this.held);
    this.tree?.settle();
    this.minimap?.draw(this.picture, this.hidden);
    this.showChoice();
    this.finder?.look(this.state.find, { opens: false });
    tellDepth(this);
  }

  /**
   * Return whether a verdict may be told: not before a reader who studies has said what to expect.
   *
   * @param {string} id
   */
  tells(id) {
    return this.study === null || this.study.knows(id);
  }

  /**
   * What the pane lets a reader do with a claim or a step.
   *
   * @param {string} id
   * @returns {(Node | null)[]}
   */
  acts(id) {
    const before = this.study?.question(id) ?? [];
    return [...before, ...supposing(this, id), ...hanging(this, id)];
  }

  showChoice() {
    const { claim } = this.state;
    this.pane.show(claim);
    this.parts.element.classList.toggle("has-pane", !this.parts.pane.hidden);
    this.picture.mark("chosen", claim === null ? [] : [claim]);
    for (const { id, element } of this.picture.shapes.values()) {
      element.setAttribute("aria-selected", String(id === claim));
    }
    cover(this);
  }

  /**
   * Choose a claim or a step: the pane tells of it.
   *
   * @param {string | null} id
   * @param {{enters?: boolean}} [options] whether the focus goes into the pane
   */
  choose(id, { enters = false } = {}) {
    this.state.claim = id;
    this.showChoice();
    toAddress(this, true);
    if (id !== null && this.picture.shapes.has(id)) this.tree?.rove(id);
    if (enters) this.parts.pane.querySelector("h2")?.focus();
  }

  /**
   * Fly to a claim or a step and choose it.
   *
   * @param {string} id
   */
  go(id) {
    const inPane = this.parts.pane.contains(document.activeElement);
    this.unfoldTo(id);
    this.choose(id, { enters: inPane });
    const shape = this.shapeFor(id);
    if (!shape) return;
    this.stage.reveal(shape.area);
    if (!inPane) this.tree?.focus(shape.id);
  }

  /**
   * Return the shape of a claim or a step; a step without one has that of its target.
   *
   * @param {string} id
   */
  shapeFor(id) {
    const step = this.graph.arguments.get(id);
    return this.picture.shapes.get(id) ?? (step && this.picture.shapes.get(this.graph.claimAbove(step) ?? ""));
  }

  /** Close the pane; the focus returns to the box that it told of. */
  close() {
    const { claim } = this.state;
    const inPane = this.parts.pane.contains(document.activeElement);
    this.choose(null);
    if (inPane && claim !== null) this.tree?.focus(this.shapeFor(claim)?.id ?? null);
  }

  /**
   * Fold or unfold what bears on a claim; everything else stays where it is.
   *
   * @param {string} id
   * @param {boolean} [folds]
   */
  turn(id, folds = !this.state.fold.includes(id)) {
    const others = this.state.fold.filter((one) => one !== id);
    this.held = id;
    this.refold(folds ? [...others, id] : others);
    this.held = null;
    const { claims_shown = "{}" } = this.words;
    this.say(filled(claims_shown, this.shownClaims(), this.graph.claims.size));
  }

  shownClaims() {
    return [...this.graph.claims.keys()].filter((id) => !this.hidden.has(id)).length;
  }

  /** @param {string[]} folds */
  refold(folds) {
    this.state.fold = folds.filter((id) => this.graph.claims.has(id));
    this.follow();
    toAddress(this);
  }

  /**
   * Unfold as little as it takes to see a claim or a step.
   *
   * @param {string} id
   */
  unfoldTo(id) {
    if (!this.hidden.has(id)) return;
    const way = new Set(this.graph.path(id));
    if (!this.graph.arguments.has(id)) way.delete(id);
    this.refold(this.state.fold.filter((one) => !way.has(one)));
  }

  /** Tell something to those who cannot see it. @param {string} text */
  say(text) {
    this.parts.message.textContent = text;
  }

  /**
   * Mark what the field has found.
   *
   * @param {string} words
   * @param {string[]} ids
   */
  found(words, ids) {
    this.picture.mark("found", ids);
    this.picture.svg.classList.toggle("searched", ids.length > 0);
    if (words === this.state.find) return;
    this.state.find = words;
    toAddress(this);
  }

  /** @param {string} id */
  focused(id) {
    const shape = this.picture.shapes.get(id);
    if (!shape) return;
    if (shape.element.matches(":focus-visible")) {
      this.stage.reveal(shape.area, { readable: Math.min(this.stage.camera.scale, 0.8) });
      this.picture.showTrail(this.graph.trail(id));
    }
  }

  listen() {
    pointed(this);
    keyed(this);
    arriving(this);
    this.narrow.addEventListener("change", () => {
      this.draw();
      this.follow();
      begin(this);
    });
  }
}
