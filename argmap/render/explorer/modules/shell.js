/** The frame of the page: the bar, the stage with its buttons, the pane. */

import { Absent } from "./absent.js";
import { html, icon } from "./elements.js";

/**
 * Return the parts of the page, not yet in it.
 *
 * @param {import("./data.js").PageData} data
 */
export function shell(data) {
  const { words } = data;
  const own = { lang: words.tag };
  const field = html("input", {
    ...{ type: "search", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list" },
    ...{ "aria-controls": "argmap-hits", "aria-label": words.find, placeholder: words.find },
    ...{ autocomplete: "off", spellcheck: "false", enterkeyhint: "search" },
  });
  const list = html("ul", { id: "argmap-hits", class: "hits", role: "listbox", "aria-label": words.find, hidden: true });
  const told = html("span", { class: "told", role: "status", ...own });
  const finder = html("div", { class: "finder", ...own }, icon("search"), field, told, list);
  const depths = html("div", { class: "depths", role: "group", "aria-label": words.depth, ...own });
  const many = html("span", { class: "many", "aria-hidden": "true", ...own }, words.claims_heading ?? "");
  const tools = html("div", { class: "tools", ...own });
  const title = html("h1", { dir: "auto" }, data.title ?? words.map ?? "");
  const bar = html("div", { class: "bar", role: "banner" }, title, many, depths, finder, tools);

  const sheet = html("div", { class: "sheet" });
  const stage = html("div", {
    ...{ class: "stage", tabindex: "0", role: "region", "aria-label": words.picture },
    "aria-keyshortcuts": "+ - 0 1 / ArrowLeft ArrowRight ArrowUp ArrowDown",
  }, sheet);
  const zoom = html("div", { class: "zoom", role: "group", "aria-label": words.zoom, ...own });
  const minimap = html("div", { class: "minimap", "aria-hidden": "true" });
  const pane = html("aside", { class: "pane", "aria-label": words.pane, hidden: true });
  const reading = html("aside", { class: "reading", "aria-label": words.source_text, hidden: true });
  const message = html("p", { class: "message", role: "status", ...own });
  const card = html("section", { class: "card", "aria-labelledby": "argmap-card", hidden: true, ...own });
  const room = html("div", { class: "room", role: "main" }, stage, zoom, minimap, card, message);
  const absent = new Absent(words);
  const element = html("div", { class: "explorer" }, bar, absent.element, room, pane, reading);
  return { element, title, field, list, told, depths, tools, stage, sheet, zoom, minimap, card, room, pane, reading, message, absent };
}

/**
 * Return a button with a sign, a word, or both.
 *
 * @param {string | undefined} name what it does, for all
 * @param {(event: MouseEvent) => void} click
 * @param {Node | string} content
 * @param {Record<string, string>} [attributes]
 */
export function button(name, click, content, attributes = {}) {
  const told = typeof content === "string" && content === name ? {} : { "aria-label": name, title: name };
  return html("button", { type: "button", click, ...told, ...attributes }, content);
}
