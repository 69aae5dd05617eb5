/** The pane with the text of a source: its passages lead to their claims, and claims lead to them. */

import { toAddress } from "./addressing.js";
import { html, icon } from "./elements.js";
import { Marks } from "./marks.js";
import { button } from "./shell.js";
import { citedOf, numberOf, paragraphOf } from "./texts.js";
import { cover } from "./views.js";
import { counted, filled, published } from "./wording.js";

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {import("./data.js").Citation} Citation
 * @typedef {import("./marks.js").Mark} Mark
 */

const FLASH = 1600;
// Of longer texts only what is seen is laid out.
const MANY = 300;

export class Reading {
  /**
   * @param {Explorer} app
   * @param {Reading} [before] that of the map as it was
   */
  constructor(app, before) {
    this.app = app;
    this.element = app.parts.reading;
    this.texts = new Map(app.data.texts.flatMap((text) => text.sources.map((key) => [key, text.paragraphs])));
    this.sources = app.data.sources.filter((one) => this.texts.has(one.id));
    /** @type {{source: string, marks: Marks, body: HTMLElement} | null} */
    this.shown = null;
    /** Where the focus returns. @type {Element | null} */
    this.from = before?.from ?? null;
    /** The source, the claim and the place that are shown. */
    this.at = before?.at ?? "";
    /** The frame in which what is shown is looked at a second time. */
    this.second = 0;
    app.pane.place = (id, citation) => this.place(id, citation);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** Show what the state asks for. */
  follow() {
    const { state, parts } = this.app;
    const { source } = state;
    const wasOpen = this.isOpen;
    this.element.hidden = source === null || !this.texts.has(source);
    parts.element.classList.toggle("has-reading", this.isOpen);
    this.press();
    if (!this.isOpen || source === null) {
      this.element.replaceChildren();
      this.shown = null;
      this.at = "";
    } else if (this.shown?.source !== source) this.fill(source);
    this.chosen();
    if (wasOpen === this.isOpen) return;
    cover(this.app);
    // Rather than half of it under the text.
    this.app.stage.again();
  }

  /** Show by its button whether a text is shown; without one there is no button. */
  press() {
    const made = this.app.parts.tools.querySelector("[data-mode=sources]");
    made?.toggleAttribute("hidden", this.sources.length === 0);
    made?.setAttribute("aria-pressed", String(this.isOpen));
  }

  /** @param {string} source */
  fill(source) {
    const { app } = this;
    const { words, data } = app;
    const cited = citedOf(data, source);
    const marks = new Marks(app, cited, (mark) => this.choose(mark));
    const paragraphs = (this.texts.get(source) ?? []).map((text, at) => marks.paragraph(text, at + 1));
    const large = paragraphs.length > MANY ? " large" : "";
    const body = html("div", { class: `reading-body${large}` }, this.lost(cited.missing), ...paragraphs);
    const own = this.sources.find((one) => one.id === source);
    const number = counted(words.tag, words.passages ?? "{}", cited.passages.length + cited.paragraphs.size);
    const about = own && published(own) !== own.name ? `${number} · ${published(own)}` : number;
    const close = button(words.close, () => this.close(), icon("close"), { class: "close" });
    const head = html("div", { class: "reading-head" }, this.choice(source), close, html("p", { dir: "auto", title: about }, about));
    const before = this.element.querySelector(".reading-body")?.scrollTop ?? 0;
    this.element.replaceChildren(head, body);
    this.shown = { source, marks, body };
    // The same text of a map that has changed is where it was.
    if (this.at.startsWith(JSON.stringify([source]).slice(0, -1))) body.scrollTop = before;
  }

  /**
   * The name of the source; of several, a field to choose one.
   *
   * @param {string} source
   */
  choice(source) {
    const { words } = this.app;
    const name = this.sources.find((one) => one.id === source)?.name ?? source;
    if (this.sources.length < 2) return html("h2", { tabindex: "-1", dir: "auto" }, name);
    const options = this.sources.map((one) => html("option", { value: one.id, selected: one.id === source }, one.name));
    /** @param {Event} event */
    const change = (event) => {
      this.open(/** @type {HTMLSelectElement} */ (event.target).value, null);
      this.element.querySelector("select")?.focus();
    };
    return html("select", { "aria-label": words.source, change }, ...options);
  }

  /**
   * Say which quotations are not in the text.
   *
   * @param {{node: string, quote: string}[]} missing
   */
  lost(missing) {
    const { words, pane } = this.app;
    const lines = missing.map(({ node, quote }) => html("li", { dir: "auto" }, `“${quote}” `, pane.link(node)));
    return lines.length
      ? html("section", { class: "lost" }, html("h3", {}, words.not_in_text ?? ""), html("ul", {}, ...lines))
      : null;
  }

  /**
   * Open a text at a paragraph, or at its beginning.
   *
   * @param {string} source
   * @param {string | null} at
   */
  open(source, at) {
    if (!this.element.contains(document.activeElement)) this.from = document.activeElement;
    Object.assign(this.app.state, { source, at });
    this.follow();
    toAddress(this.app, true);
  }

  /** Close what is open: the list of what cites a passage, then the text. The focus returns. */
  close() {
    const mark = this.shown?.marks.all.find((one) => one.element.getAttribute("aria-expanded") === "true");
    if (mark && this.element.querySelector(".citers")?.contains(document.activeElement)) {
      this.unfold(mark);
      return mark.element.focus();
    }
    const had = this.element.contains(document.activeElement);
    Object.assign(this.app.state, { source: null, at: null });
    this.follow();
    toAddress(this.app, true);
    if (!had) return;
    const { tools, pane } = this.app.parts;
    const back = this.from?.isConnected ? this.from : (pane.querySelector("h2") ?? tools.querySelector("[data-mode=sources]"));
    /** @type {HTMLElement | null} */ (back)?.focus();
  }

  /** Open the text that a chosen claim cites, or the first; close it where one is open. */
  turn() {
    if (this.isOpen) return this.close();
    const { graph, state } = this.app;
    const node = graph.claims.get(state.claim ?? "") ?? graph.arguments.get(state.claim ?? "");
    const cited = (node?.citations ?? []).find((one) => this.texts.has(one.source));
    const source = cited?.source ?? this.sources[0]?.id;
    if (source === undefined) return;
    this.open(source, null);
    /** @type {HTMLElement | null} */ (this.element.querySelector("h2, select"))?.focus();
  }

  /** Mark what the chosen claim cites, and show it, or the paragraph that the address names. */
  chosen() {
    const { shown } = this;
    if (!shown) return;
    shown.marks.tell();
    const { source, claim, at } = this.app.state;
    const marks = shown.marks.choose(claim);
    const wanted = JSON.stringify([source, claim, at]);
    if (wanted === this.at) return;
    this.at = wanted;
    const number = numberOf(at);
    const paragraph = number === null ? null : this.paragraph(number);
    const inside = marks.find((one) => paragraph?.contains(one.element));
    // What is chosen now counts more than where the address has led before.
    const target = (inside ?? marks[0])?.element ?? paragraph;
    if (target) this.show(target);
  }

  /** @param {number} number */
  paragraph(number) {
    return this.shown?.body.querySelector(`[data-at="${number}"]`) ?? null;
  }

  /** @param {Element} target */
  show(target) {
    // A paragraph is read from its beginning on, a passage in what surrounds it.
    const block = target.closest(".number") || target.matches(".paragraph") ? "start" : "center";
    const look = () => target.scrollIntoView({ block, behavior: "instant" });
    look();
    const body = this.shown?.body;
    const top = body?.scrollTop;
    cancelAnimationFrame(this.second);
    this.second = requestAnimationFrame(() => {
      // What lies between is laid out only now. Who has scrolled meanwhile stays there.
      if (body?.scrollTop === top) look();
    });
  }

  /**
   * Go from a citation of a claim to its passage, which is told by a flash and has the focus.
   *
   * @param {string} id
   * @param {Citation} citation
   */
  reach(id, citation) {
    const number = paragraphOf(citation);
    this.open(citation.source, number === undefined ? null : String(number));
    const spans = JSON.stringify(citation.spans);
    const marks = this.shown?.marks.all.filter((one) => one.nodes.includes(id)) ?? [];
    const own = citation.spans
      ? marks.filter((one) => one.passages.some((passage) => JSON.stringify(passage.spans) === spans))
      : marks.filter((one) => number !== undefined && this.paragraph(number)?.contains(one.element));
    const first = own[0]?.element ?? this.element.querySelector("h2, select");
    if (first) this.show(first);
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    for (const { element } of own) {
      element.classList.add("flash");
      setTimeout(() => element.classList.remove("flash"), FLASH);
    }
  }

  /**
   * Go from a passage to its claim; of several, let one choose.
   *
   * @param {Mark} mark
   */
  choose(mark) {
    const [only] = mark.nodes;
    if (mark.nodes.length > 1) return this.unfold(mark);
    if (only !== undefined) this.leave(only);
  }

  /** @param {string} id */
  leave(id) {
    const { app } = this;
    // On a telephone the text lies over everything.
    if (app.narrow.matches) Object.assign(app.state, { source: null, at: null });
    this.follow();
    app.go(id, { enters: true });
  }

  /**
   * Show below its paragraph what cites a passage, or hide it again.
   *
   * @param {Mark} mark
   */
  unfold(mark) {
    const open = mark.element.getAttribute("aria-expanded") === "true";
    for (const one of this.shown?.marks.all ?? []) {
      if (one.nodes.length > 1) one.element.setAttribute("aria-expanded", "false");
    }
    this.element.querySelector(".citers")?.remove();
    if (open) return;
    const { words, pane } = this.app;
    const items = mark.nodes.map((id) => html("li", {}, pane.link(id, undefined, () => this.leave(id))));
    const label = words.cited_by ?? "";
    const list = html("ul", { class: "links" }, ...items);
    mark.element.setAttribute("aria-expanded", "true");
    const citers = html("div", { class: "citers", role: "group", "aria-label": label }, html("h3", {}, label), list);
    mark.element.closest(".paragraph")?.append(citers);
    citers.querySelector("a")?.focus();
  }

  /**
   * What the pane of a claim says of the place of a citation: a link to it, or that it is nowhere.
   *
   * @param {string} id
   * @param {Citation} citation
   */
  place(id, citation) {
    const { words } = this.app;
    if (!this.texts.has(citation.source)) return null;
    if (citation.missing) return html("p", { class: "missing" }, icon("warning"), words.not_in_text ?? "");
    const number = paragraphOf(citation);
    const at = number === undefined ? "" : `&at=${number}`;
    const href = `#claim=${encodeURIComponent(id)}&source=${encodeURIComponent(citation.source)}${at}`;
    /** @param {MouseEvent} event */
    const click = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.reach(id, citation);
    };
    const text = number === undefined ? words.show_text : filled(words.show_in_text ?? "{}", `¶${number}`);
    return html("p", { class: "place" }, html("a", { href, click }, icon("book"), text ?? ""));
  }
}
