/** Study: verdicts stay out of sight until the reader has said what to expect; nobody keeps scores. */

import { badge, html } from "./elements.js";
import { inHand } from "./framed.js";
import { button } from "./shell.js";
import { showAll } from "./views.js";
import { filled } from "./wording.js";

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {import("./data.js").Standing} Standing
 */

/** @type {Standing[]} */
const CHOICES = ["stands", "falls", "undecided"];

export class Study {
  /** @param {Explorer} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<string, Standing | null>} what was expected of each claim that is shown */
    this.known = new Map();
  }

  /** Fold all but the thesis, and ask what to expect of it; or go on where an address leads. */
  begin() {
    const { app } = this;
    app.parts.element.classList.add("studying");
    const { claim } = app.state;
    const isFresh = !app.arriving || claim === null;
    app.refold(isFresh ? [...app.graph.foldsAt(1)] : app.state.fold);
    app.tree?.name();
    // What the pane leaves free is known once it is there.
    app.choose(isFresh ? (app.graph.roots[0] ?? null) : claim, { enters: inHand(), steps: false });
    if (isFresh) showAll(app);
  }

  end() {
    this.app.parts.element.classList.remove("studying");
    this.app.picture.mark("known", []);
    this.app.refold([...(this.app.arriving ? this.app.state.fold : this.app.usual)]);
    this.app.tree?.name();
  }

  /**
   * Return whether the verdict on a claim or a step may be seen.
   *
   * @param {string} id
   */
  knows(id) {
    return this.known.has(id);
  }

  /**
   * What the pane asks of a claim or a step, or what came of it.
   *
   * @param {string} id
   */
  question(id) {
    const { words } = this.app;
    const expected = this.known.get(id);
    if (this.known.has(id)) return expected ? [html("p", { class: "expected" }, this.answer(id, expected))] : [];
    const choices = CHOICES.map((one) => {
      const made = button(words[one], () => this.say(id, one), html("span", { class: "word" }, words[one] ?? one));
      made.prepend(badge(one) ?? "");
      return made;
    });
    const skip = button(words.reveal, () => this.say(id, null), words.reveal ?? "", { class: "quiet" });
    const group = { class: "expecting", role: "group", "aria-label": words.expect };
    return [html("div", group, html("p", {}, words.expect ?? ""), html("div", { class: "acts" }, ...choices), skip)];
  }

  /**
   * @param {string} id
   * @param {Standing} expected
   */
  answer(id, expected) {
    const { words, graph } = this.app;
    const found = (graph.claims.get(id) ?? graph.arguments.get(id))?.standing ?? "undecided";
    return filled(words.expected ?? "{} {}", words[expected] ?? expected, words[found] ?? found);
  }

  /**
   * Take what a reader expects, show the verdict, and unfold what it rests on.
   *
   * @param {string} id
   * @param {Standing | null} expected
   */
  say(id, expected) {
    const { app } = this;
    this.known.set(id, expected);
    app.picture.mark("known", this.known.keys());
    const below = app.graph.children(id).filter((one) => app.hidden.has(one));
    const folds = new Set(app.state.fold);
    folds.delete(id);
    for (const one of below) if (app.graph.children(one).length) folds.add(one);
    app.refold([...folds]);
    app.tree?.name();
    app.choose(id, { enters: true });
    if (expected) app.say(this.answer(id, expected));
    const shape = app.shapeFor(id);
    if (shape) app.stage.reveal(shape.area);
  }
}
