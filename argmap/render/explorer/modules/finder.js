/** The field that finds claims, with the list of what it has found. */

import { badge, html } from "./elements.js";
import { Index } from "./search.js";
import { counted, named, searched } from "./wording.js";

/**
 * @typedef {import("./data.js").PageData} PageData
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {{found: (words: string, ids: string[]) => void, go: (id: string) => void, leave: () => void, tells: (id: string) => boolean}} Doors
 */

const MOST = 60;

export class Finder {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list
   * @param {HTMLElement} told where the number of hits is told
   * @param {PageData} data
   * @param {Graph} graph
   * @param {Doors} doors
   */
  constructor(field, list, told, data, graph, doors) {
    this.field = field;
    this.list = list;
    this.told = told;
    this.data = data;
    this.graph = graph;
    this.doors = doors;
    this.index = new Index(searched(data));
    /** @type {string[]} */
    this.ids = [];
    this.at = -1;
    this.ended = new AbortController();
    const own = { signal: this.ended.signal };
    field.addEventListener("input", () => this.look(field.value), own);
    field.addEventListener("focus", () => this.open(this.ids.length > 0), own);
    field.addEventListener("keydown", (event) => this.pressed(event), own);
    field.addEventListener("blur", () => this.open(false), own);
    list.addEventListener("pointerdown", (event) => event.preventDefault(), own);
    /** @param {MouseEvent} event */
    const clicked = (event) => {
      const item = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (item) this.choose([...list.children].indexOf(item));
    };
    list.addEventListener("click", clicked, own);
  }

  /** Hear the field no longer. */
  retire() {
    this.ended.abort();
  }

  /**
   * Look for words, as if they were written into the field.
   *
   * @param {string} words
   * @param {{opens?: boolean}} [options]
   */
  look(words, { opens = true } = {}) {
    if (this.field.value !== words) this.field.value = words;
    this.ids = this.index.find(words).map((hit) => hit.id);
    this.at = -1;
    const shown = this.ids.slice(0, MOST);
    this.list.replaceChildren(...shown.map((id, at) => this.item(id, at)));
    const { hits = "{}", no_hits = "" } = this.data.words;
    const number = this.ids.length;
    this.told.textContent = !words.trim() ? "" : number ? counted(this.data.words.tag, hits, number) : no_hits;
    this.open(opens && number > 0);
    this.mark();
    this.doors.found(words, words.trim() ? this.ids : []);
  }

  /**
   * @param {string} id
   * @param {number} at
   */
  item(id, at) {
    const claim = this.graph.claims.get(id);
    const node = claim ?? this.graph.arguments.get(id);
    const name = html("span", { class: "called", dir: "auto" }, named(this.graph, id, this.data.words));
    const text = claim?.label ? html("span", { class: "said", dir: "auto" }, claim.text) : null;
    return html("li", { role: "option", id: `argmap-hit-${at}`, "aria-selected": "false" }, badge(this.doors.tells(id) ? node?.standing : undefined), html("span", {}, name, text));
  }

  /** @param {boolean} opens */
  open(opens) {
    this.list.hidden = !opens;
    this.field.setAttribute("aria-expanded", String(opens));
    if (!opens) this.field.removeAttribute("aria-activedescendant");
  }

  mark() {
    [...this.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === this.at)));
    const item = this.list.children[this.at];
    if (item) {
      this.field.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {number} at */
  choose(at) {
    const id = this.ids[at];
    if (id === undefined) return;
    this.open(false);
    this.doors.go(id);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const last = this.list.children.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.open(this.ids.length > 0);
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.at = this.at < 0 && step < 0 ? last : Math.min(Math.max(this.at + step, 0), last);
      this.mark();
    } else if (event.key === "Enter") this.choose(Math.max(this.at, 0));
    else if (event.key === "Escape") {
      if (!this.list.hidden) this.open(false);
      else if (this.field.value) this.look("");
      else this.doors.leave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
