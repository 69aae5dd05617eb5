/** The talk: which slide is shown, and what follows from that on the stage, in words, in the address. */

import { html, icon } from "../../explorer/modules/elements.js";
import { fragmentOf, stepOf, within } from "./addressing.js";
import { keyed, swiped } from "./hands.js";
import { Stage } from "./stage.js";

/**
 * @typedef {import("./pages.js").Slide} Slide
 * @typedef {import("./pages.js").Drawn} Drawn
 * @typedef {import("./pages.js").PageData} PageData
 */

export class Talk {
  /**
   * @param {PageData} data
   * @param {readonly Slide[]} slides
   * @param {readonly Drawn[]} drawn
   */
  constructor({ tag, words }, slides, drawn) {
    this.words = words;
    this.slides = slides;
    this.at = stepOf(location.hash, slides.length);
    this.overview = false;
    const own = { lang: tag };
    this.said = html("div", { class: "said", "aria-live": "polite" });
    this.sheet = html("div", { class: "stage", "aria-hidden": "true" });
    this.progress = html("span", { class: "at" });
    this.list = html("select", { "aria-label": words.slide, change: () => this.go(Number(this.list.value)) });
    for (const { number, name } of slides) this.list.append(html("option", { value: number }, `${number}. ${name}`));
    this.back = this.button(words.previous, "previous", () => this.step(-1));
    this.on = this.button(words.next, "next", () => this.step(1));
    this.all = this.button(words.overview, "grid", () => this.turnOverview());
    const bar = html(
      "div",
      { class: "controls", role: "group", "aria-label": words.slides_help, ...own },
      ...[this.back, html("label", { class: "jump" }, this.progress, this.list), this.on, this.all],
      document.fullscreenEnabled ? this.button(words.full_screen, "fit", () => void this.turnFull()) : null,
    );
    const title = document.querySelector(".slide h1")?.textContent ?? "";
    const heading = html("h1", { class: "running", dir: "auto" }, title);
    this.element = html("div", { class: "talk", role: "main" }, this.said, this.sheet, heading, bar);
    document.body.prepend(this.element);
    this.stage = new Stage(this.sheet, drawn, { leftwards: document.documentElement.dir === "rtl" });
    this.listen();
    this.show({ at_once: true });
  }

  /**
   * @param {string | undefined} name
   * @param {Parameters<typeof icon>[0]} sign
   * @param {() => void} click
   */
  button(name, sign, click) {
    return html("button", { type: "button", "aria-label": name, title: name, click }, icon(sign));
  }

  listen() {
    keyed(this);
    swiped(this);
    window.addEventListener("hashchange", () => this.go(stepOf(location.hash, this.slides.length)));
    // What glides already goes on to where it now has to be.
    new ResizeObserver(() => this.look({ at_once: !this.stage.glides })).observe(this.sheet);
  }

  /** @param {number} by */
  step(by) {
    this.go(this.at + by, { opens: !this.overview });
  }

  /**
   * Show the slide with a number, or the nearest.
   *
   * @param {number} number
   * @param {{opens?: boolean}} [options] whether it is shown large
   */
  go(number, { opens = true } = {}) {
    const next = within(number, this.slides.length);
    if (next === this.at && !(opens && this.overview)) return;
    this.at = next;
    if (opens) this.overview = false;
    this.show();
  }

  turnOverview() {
    this.overview = !this.overview;
    this.show();
  }

  async turnFull() {
    // A browser may refuse it.
    await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
      () => undefined,
    );
  }

  get slide() {
    return this.slides[this.at - 1];
  }

  /** @param {{at_once?: boolean}} [options] */
  show(options = {}) {
    const { slide, slides, element } = this;
    if (!slide) return;
    const kinds = [...slide.section.classList].filter((one) => one !== "slide");
    element.className = `talk ${kinds.join(" ")}`;
    element.classList.toggle("overview", this.overview);
    this.all.setAttribute("aria-pressed", String(this.overview));
    const words = slide.section.querySelector(".words")?.cloneNode(true);
    this.said.replaceChildren(...(words ? [words] : []));
    this.said.scrollTop = 0;
    // What scrolls has to be reached by keys as well.
    const scrolls = this.said.scrollHeight > this.said.clientHeight + 1;
    if (scrolls) this.said.setAttribute("tabindex", "0");
    else this.said.removeAttribute("tabindex");
    this.progress.textContent = `${this.at} / ${slides.length}`;
    this.list.value = String(this.at);
    this.back.disabled = this.at === 1;
    this.on.disabled = this.at === slides.length;
    if (stepOf(location.hash, slides.length) !== this.at) history.replaceState(null, "", fragmentOf(this.at));
    this.look(options);
  }

  /** @param {{at_once?: boolean}} [options] */
  look(options = {}) {
    const cards = this.slide?.section.matches(".step") && !this.overview ? this.slide.cards : [];
    this.stage.mark(this.slide?.cards ?? []);
    this.stage.show(cards, options);
  }

  /** @param {string} card */
  goTo(card) {
    const found = this.slides.find((one) => one.cards.includes(card));
    if (found) this.go(found.number);
  }
}
