/** The talk: which slide is shown, and what follows from that on the stage, in words, in the address. */

import { Absent } from "../../explorer/modules/absent.js";
import { html, icon } from "../../explorer/modules/elements.js";
import { absentIn, fragmentOf, stepOf, within } from "./addressing.js";
import { keyed, swiped } from "./hands.js";
import { drawnOf, sameSlide, slideOf, slidesOf } from "./pages.js";
import { Stage } from "./stage.js";

/**
 * @typedef {import("./pages.js").Slide} Slide
 * @typedef {import("./pages.js").Drawn} Drawn
 * @typedef {import("./pages.js").PageData} PageData
 */

export class Talk {
  /** @type {readonly Slide[]} */ slides = [];
  /** @type {Stage} filled by `mount`, before anything reads it */ stage = /** @type {any} */ (undefined);

  /**
   * @param {PageData} data
   * @param {readonly Slide[]} slides
   * @param {readonly Drawn[]} drawn
   */
  constructor({ tag, words }, slides, drawn) {
    this.slides = slides;
    this.at = stepOf(location.hash, this.has);
    this.overview = false;
    const own = { lang: tag };
    this.said = html("div", { class: "said", "aria-live": "polite" });
    this.sheet = html("div", { class: "stage", "aria-hidden": "true" });
    this.progress = html("span", { class: "at" });
    this.list = html("select", { "aria-label": words.slide, change: () => this.go(Number(this.list.value)) });
    this.back = this.button(words.previous, "previous", () => this.step(-1));
    this.on = this.button(words.next, "next", () => this.step(1));
    this.all = this.button(words.overview, "grid", () => this.turnOverview());
    const bar = html(
      "div",
      { class: "controls", role: "group", "aria-label": words.slides_help, ...own },
      ...[this.back, html("label", { class: "jump" }, this.progress, this.list), this.on, this.all],
      document.fullscreenEnabled ? this.button(words.full_screen, "fit", () => void this.turnFull()) : null,
    );
    this.heading = html("h1", { class: "running", dir: "auto" });
    this.absent = new Absent({ ...words, tag });
    this.absent.leave = () => this.on.focus();
    this.element = html("div", { class: "talk", role: "main" }, this.said, this.sheet, this.heading, bar, this.absent.element);
    document.body.prepend(this.element);
    this.mount(slides, drawn, told(slides, this.at));
    this.absent.tell(absentIn(location.hash, this.has));
    this.listen();
  }

  /** Return what an address can name. */
  get has() {
    const { slides } = this;
    return { length: slides.length, slideOf: (/** @type {string} */ id) => (id ? slideOf(slides, id) : undefined) };
  }

  /** Show the page's slides anew, as they have changed, while one stays on the same slide. */
  follow() {
    this.mount(slidesOf(document), drawnOf(document), this.slide);
  }

  /**
   * @param {readonly Slide[]} slides
   * @param {readonly Drawn[]} drawn
   * @param {Slide | undefined} before the slide that is to be shown, as it was
   */
  mount(slides, drawn, before) {
    this.slides = slides;
    this.at = sameSlide(slides, before)?.number ?? within(this.at, slides.length);
    const options = slides.map(({ number, name }) => html("option", { value: number }, `${number}. ${name}`));
    this.list.replaceChildren(...options);
    this.heading.textContent = slides[0]?.section.querySelector("h1")?.textContent ?? "";
    this.sheet.replaceChildren();
    this.stage = new Stage(this.sheet, drawn, { leftwards: document.documentElement.dir === "rtl" });
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
    window.addEventListener("hashchange", () => this.arrive());
    // What glides already goes on to where it now has to be.
    new ResizeObserver(() => this.look({ at_once: !this.stage.glides })).observe(this.sheet);
  }

  /** Show the slide that the address names, or the nearest, and say what it names in vain. */
  arrive() {
    const { hash } = location;
    this.absent.tell(absentIn(hash, this.has));
    this.go(stepOf(hash, this.has));
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
    this.say(words);
    this.progress.textContent = `${this.at} / ${slides.length}`;
    this.list.value = String(this.at);
    // Disabled, they would lose the focus.
    this.back.setAttribute("aria-disabled", String(this.at === 1));
    this.on.setAttribute("aria-disabled", String(this.at === slides.length));
    this.remember(slide);
    this.look(options);
  }

  /**
   * Show what a slide says; the focus stays in it, and in the overview goes to what leads back.
   *
   * @param {Node | undefined} words
   */
  say(words) {
    const { said } = this;
    const had = said.contains(document.activeElement);
    // What says the same stays where it is.
    if (!words || !said.firstChild?.isEqualNode(words)) {
      said.replaceChildren(...(words ? [words] : []));
      said.scrollTop = 0;
    }
    // What scrolls has to be reached by keys as well.
    if (said.scrollHeight > said.clientHeight + 1) said.setAttribute("tabindex", "0");
    else if (had) said.setAttribute("tabindex", "-1");
    else said.removeAttribute("tabindex");
    if (had && !said.contains(document.activeElement)) said.focus({ preventScroll: true });
    if (had && this.overview) this.all.focus();
  }

  /**
   * Keep in the address which slide is shown; beside it what it tells of, for when the page is loaded anew.
   *
   * @param {Slide} slide
   */
  remember({ of, kind }) {
    const isThere = /^(?:#step=\d+)?$/.test(location.hash) && stepOf(location.hash, this.has) === this.at;
    history.replaceState({ of, kind }, "", isThere ? undefined : fragmentOf(this.at));
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

/**
 * Return the slide that was shown before the page was loaded anew, else the one in the address.
 *
 * @param {readonly Slide[]} slides
 * @param {number} at
 */
function told(slides, at) {
  const { of, kind } = history.state ?? {};
  return sameSlide(slides, { of, kind }) ?? slides[at - 1];
}
