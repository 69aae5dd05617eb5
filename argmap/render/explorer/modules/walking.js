/** A guided walk: the thesis, then argument after argument, each with the camera on it. */

import { toAddress } from "./addressing.js";
import { around, fitted, READABLE } from "./camera.js";
import { html, icon } from "./elements.js";
import { button } from "./shell.js";
import { cover } from "./views.js";
import { filled, spoken } from "./wording.js";

/** @typedef {import("./app.js").Explorer} Explorer */

/** @param {Explorer} app */
function stopsOf({ graph, data }) {
  return [...graph.roots.slice(0, 1), ...data.reading_order.filter((id) => graph.arguments.has(id))];
}

export class Walk {
  /**
   * @param {Explorer} app
   * @param {() => void} leave what the button does that ends it
   */
  constructor(app, leave) {
    this.app = app;
    this.stops = stopsOf(app);
    this.at = this.stopOf(app.state.claim);
    const { words } = app;
    this.told = html("span", { class: "walk-at", role: "status" });
    this.element = html(
      "div",
      { class: "walk", role: "group", "aria-label": words.walk },
      button(words.previous, () => this.step(-1), icon("previous")),
      this.told,
      button(words.next, () => this.step(1), icon("next")),
      button(words.end_walk, leave, icon("close")),
    );
    this.element.addEventListener("keydown", (event) => this.pressed(event));
    app.parts.room.append(this.element);
    app.walk = this;
    toAddress(app, true);
    this.show();
  }

  /**
   * Return where a claim or a step is shown, at the beginning where nowhere.
   *
   * @param {string | null} id
   */
  stopOf(id) {
    const own = this.stops.indexOf(id ?? "");
    const uses = (/** @type {string} */ stop) => this.app.graph.arguments.get(stop)?.premises.includes(id ?? "");
    return Math.max(own < 0 ? this.stops.findIndex(uses) : own, 0);
  }

  /**
   * Turn over to where something is shown, unless it is shown just now.
   *
   * @param {string | null} id
   */
  turn(id) {
    const next = this.stopOf(id);
    if (next === this.at && this.stops[next] === id) return;
    this.at = next;
    this.show();
  }

  /** Arrows turn over, as on slides. @param {KeyboardEvent} event */
  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const onward = document.documentElement.dir === "rtl" ? -1 : 1;
    const { length } = this.stops;
    const steps = { ArrowRight: onward, ArrowLeft: -onward, ArrowDown: 1, ArrowUp: -1, PageDown: 1, PageUp: -1, Home: -length, End: length };
    const by = /** @type {Record<string, number>} */ (steps)[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.step(by);
  }

  /** @param {number} by */
  step(by) {
    const next = Math.min(Math.max(this.at + by, 0), this.stops.length - 1);
    if (next === this.at) return;
    this.at = next;
    this.show();
  }

  /** Show the argument: what it bears on, its premises, and the line between them. */
  show() {
    const { app } = this;
    const id = this.stops[this.at];
    if (id === undefined) return;
    const shown = this.shown(id);
    for (const one of shown) app.unfoldTo(one);
    app.choose(id, { steps: false });
    app.say(spoken(app.graph, id, app.words));
    this.tell(shown);
    const area = this.readable([...shown].flatMap((one) => app.picture.shapes.get(one)?.area ?? []));
    if (area) app.stage.fit(area);
  }

  /** What is shown of an argument or the thesis. @param {string} id */
  shown(id) {
    const { graph } = this.app;
    const step = graph.arguments.get(id);
    return new Set([id, ...(step ? [...step.premises, ...graph.climb(step)] : [])]);
  }

  /** Tell how far the walk has come, and what is shown. @param {Set<string>} shown */
  tell(shown) {
    this.told.textContent = filled(this.app.words.step_of ?? "{} / {}", this.at + 1, this.stops.length);
    this.app.picture.showTrail(shown);
  }

  /** Go on in another drawing, at the same step where that still is; the camera stays. */
  renew() {
    const here = this.stops[this.at] ?? "";
    this.stops = stopsOf(this.app);
    const found = this.stops.indexOf(here);
    this.at = found < 0 ? Math.max(Math.min(this.at, this.stops.length - 1), 0) : found;
    this.tell(this.shown(this.stops[this.at] ?? here));
  }

  /**
   * Return an area with as many of these as can be read at once, those that come first before others.
   *
   * @param {import("./camera.js").Area[]} areas
   */
  readable(areas) {
    /** @type {import("./camera.js").Area | null} */
    let found = null;
    for (const one of areas) {
      const both = around(found ? [found, one] : [one]);
      if (!found || (both && fitted(both, this.app.stage.room).scale >= READABLE)) found = both;
    }
    return found;
  }

  end() {
    this.app.walk = null;
    this.element.remove();
    this.app.picture.showTrail(null);
    cover(this.app);
  }
}
