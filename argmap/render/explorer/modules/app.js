/** The explorer: its state, and what follows from it in the picture, the pane and the address. */

import { stateOf } from "./address.js";
import { toAddress } from "./addressing.js";
import { arriving, begin, firstState, opened } from "./arriving.js";
import { answered, Asking } from "./asking.js";
import { besides } from "./beside.js";
import { READABLE } from "./camera.js";
import { depthButtons, tellDepth } from "./depths.js";
import { drawn } from "./drawn.js";
import { keepingFocus } from "./focus.js";
import { settleIn } from "./framed.js";
import { Graph } from "./graph.js";
import { engineOf } from "./graphviz/engine.js";
import { keyed, pointed } from "./hands.js";
import { Minimap } from "./minimap.js";
import { modeButtons } from "./modes.js";
import { tidied } from "./moving.js";
import { foldedAtFirst } from "./opened.js";
import { shell } from "./shell.js";
import { Stage } from "./stage.js";
import { cover, zoomButtons } from "./views.js";
import { filled } from "./wording.js";

/** @typedef {import("./data.js").PageData} PageData */

/** The value of a field that `mount` fills before anything reads it. @returns {any} */
const later = () => undefined;

export class Explorer {
  /** @type {PageData} */ data = later();
  /** @type {import("./paper.js").Paper} */ paper = later();
  /** @type {Record<string, string>} */ words = {};
  /** @type {Graph} */ graph = later();
  /** @type {import("./pane.js").Pane} */ pane = later();
  /** @type {import("./reading.js").Reading} */ reading = later();
  /** @type {import("./finder.js").Finder | undefined} */ finder = undefined;
  /** @type {import("./picture.js").Picture} */ picture = later();
  /** @type {import("./sight.js").Sight} */ sight = later();
  /** @type {import("./folding.js").Folding} */ folding = later();
  /** @type {ReadonlySet<string>} what is folded now */ folds = new Set();
  /** @type {import("./tree.js").Tree | undefined} */ tree = undefined;
  /** @type {Minimap | undefined} */ minimap = undefined;
  /** @type {Asking} */ asking = later();
  /** @type {import("./walking.js").Walk | null} */ walk = null;
  /** @type {import("./studying.js").Study | null} */ study = null;
  tidy = false;
  /** whether the page has been shown: what moves from then on may glide */
  begun = false;
  engine = engineOf(document);
  /** while an address is taken in: whether it has to be told anew @type {{owes: boolean} | null} */ arriving = { owes: false };

  /**
   * @param {PageData} data
   * @param {import("./paper.js").Paper} paper with a drawing for each of `data.drawings`
   */
  constructor(data, paper) {
    this.parts = shell(data);
    /** @type {string[]} what is folded where the address does not tell */
    this.usual = [];
    this.state = stateOf("");
    /** @type {Set<string>} */
    this.hidden = new Set();
    /** @type {string | null} the box that stays where it is when others are moved */
    this.held = null;
    document.body.prepend(this.parts.element);
    this.stage = new Stage(this.parts.stage, this.parts.sheet, () => this.moved());
    this.minimap = new Minimap(this.parts.minimap, this.stage);
    this.narrow = window.matchMedia("(max-width: 559px)");
    this.data = data;
    this.graph = new Graph(data.claims, data.arguments, data.theses);
    this.usual = foldedAtFirst(this.graph);
    // Folded, a large drawing has gaps that are larger than any screen.
    this.tidy = this.usual.length > 0;
    this.state = firstState(this);
    this.mount(data, paper);
    zoomButtons(this);
    modeButtons(this);
    this.listen();
    settleIn(document.documentElement);
    opened(this);
    this.begun = true;
    if (this.tidy && this.engine) void tidied(this, this.shapeFor(this.state.claim ?? "")?.id ?? this.graph.roots[0] ?? null);
  }

  /**
   * Show a map: called again when it has changed, while camera, folds and choices stay.
   *
   * @param {PageData} data
   * @param {import("./paper.js").Paper} paper
   */
  mount(data, paper) {
    this.data = data;
    this.paper = paper;
    this.words = data.words;
    this.graph = new Graph(data.claims, data.arguments, data.theses);
    this.usual = foldedAtFirst(this.graph);
    this.parts.title.textContent = data.title ?? data.words.map ?? "";
    this.asking = new Asking(data);
    besides(this);
    this.show();
  }

  /** Draw the map as it fits the width of the window, and have all follow; the focus stays. */
  show() {
    keepingFocus(this, () => {
      drawn(this);
      depthButtons(this);
      this.follow();
    });
  }

  /** Let picture, pane and address show the state. */
  follow() {
    this.folds = new Set(this.state.fold);
    this.hidden = this.graph.hidden(this.folds);
    this.picture.hide(this.hidden, this.folds);
    this.folding.show(this.folds, this.hidden);
    answered(this);
    this.sight.changed();
    if (this.tidy && this.picture.laid !== this.state.fold) void tidied(this, this.held);
    this.moved();
    this.tree?.settle();
    this.minimap?.draw(this.picture, this.hidden);
    this.reading.follow();
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

  /** Follow the camera. */
  moved() {
    this.sight?.look(this.stage.camera, this.stage.seenSize);
    this.minimap?.follow();
  }

  showChoice() {
    const { claim } = this.state;
    this.pane.show(claim);
    this.parts.element.classList.toggle("has-pane", !this.parts.pane.hidden);
    this.picture.mark("chosen", claim === null ? [] : [claim]);
    this.tree?.select(claim);
    this.reading.chosen();
    cover(this);
  }

  /**
   * Choose a claim or a step: the pane tells of it.
   *
   * @param {string | null} id
   * @param {{enters?: boolean, steps?: boolean}} [options] whether the focus goes into the pane, and one can go back
   */
  choose(id, { enters = false, steps = true } = {}) {
    this.state.claim = id;
    this.showChoice();
    toAddress(this, steps);
    if (id !== null && this.picture.shapes.has(id)) this.tree?.rove(id);
    if (enters) this.parts.pane.querySelector("h2")?.focus();
  }

  /**
   * Fly to a claim or a step and choose it.
   *
   * @param {string} id
   * @param {{enters?: boolean}} [options] whether the focus goes into the pane
   */
  go(id, { enters = this.parts.pane.contains(document.activeElement) } = {}) {
    this.unfoldTo(id);
    this.choose(id, { enters });
    const shape = this.shapeFor(id);
    if (!shape) return;
    this.stage.reveal(shape.area);
    if (!enters) this.tree?.focus(shape.id);
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

  /** Unfold as little as it takes to see a claim or a step. @param {string} id */
  unfoldTo(id) {
    if (!this.hidden.has(id)) return;
    const way = new Set(this.graph.path(id));
    if (!this.graph.arguments.has(id)) way.delete(id);
    this.held = this.shapeFor(id)?.id ?? null;
    this.refold(this.state.fold.filter((one) => !way.has(one)));
    this.held = null;
  }

  /** Tell something to those who cannot see it. @param {string} text */
  say(text) {
    this.parts.message.textContent = text;
  }

  /** @param {string} id @param {boolean} stays whether the camera does */
  focused(id, stays) {
    const shape = this.picture.shapes.get(id);
    if (!shape?.element.matches(":focus-visible")) return;
    if (!stays) this.stage.reveal(shape.area, { readable: Math.min(this.stage.camera.scale, READABLE) });
    this.picture.showTrail(this.graph.trail(id));
  }

  listen() {
    pointed(this);
    keyed(this);
    arriving(this);
    this.narrow.addEventListener("change", () => {
      this.show();
      begin(this);
    });
  }
}
