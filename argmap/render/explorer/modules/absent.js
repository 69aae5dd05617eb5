/** What an address names that the page does not have: a reader is told of it, and the rest of it holds. */

import { listed, MODES, partsOf, plain } from "./address.js";
import { html, icon } from "./elements.js";
import { numberOf } from "./texts.js";

/**
 * @typedef {import("./address.js").State} State
 * @typedef {object} Has what a page has
 * @property {(id: string) => boolean} node
 * @property {(id: string) => boolean} claim
 * @property {(mode: string) => boolean} mode
 * @property {(source: string | null) => number} paragraphs none where the text of a source is not there
 */

// So many are named, and no name is longer.
const MOST = 6;
const LONGEST = 60;

/**
 * Return what a page has, by the data of its map.
 *
 * @param {import("./data.js").PageData} data
 * @param {import("./graph.js").Graph} graph
 * @returns {Has}
 */
export function hasOf(data, graph) {
  return {
    claim: (id) => graph.claims.has(id),
    node: (id) => graph.claims.has(id) || graph.arguments.has(id),
    mode: (mode) => (mode === "text" || graph.arguments.size > 0) && MODES.includes(mode) && (mode !== "study" || Boolean(data.network)),
    paragraphs: (source) => data.texts.find((text) => source !== null && text.sources.includes(source))?.paragraphs.length ?? 0,
  };
}

/**
 * Return what an address names in vain, as it stands there, such as `claim=ID`.
 *
 * @param {string} fragment
 * @param {Has} has
 */
export function absentIn(fragment, has) {
  const parts = partsOf(fragment);
  const source = parts.findLast(([name]) => name === "source");
  const paragraphs = has.paragraphs(source ? plain(source[1]) : null);
  /** @type {Record<string, (value: string) => string[]>} */
  const lacks = {
    claim: (value) => one(value).filter((id) => !has.node(id)),
    source: (value) => one(value).filter((key) => !has.paragraphs(key)),
    at: (value) => one(value).filter((at) => !isWithin(at, paragraphs)),
    fold: (value) => listed(value).filter((id) => !has.claim(id)),
    open: (value) => listed(value).filter((id) => !has.claim(id)),
    accept: (value) => listed(value).filter((id) => !has.node(id)),
    reject: (value) => listed(value).filter((id) => !has.node(id)),
    find: () => [],
    mode: (value) => one(value).filter((mode) => !has.mode(mode)),
  };
  return parts.flatMap(([name, value]) => {
    const found = Object.hasOwn(lacks, name) ? lacks[name]?.(value) : [plain(value)];
    return (found ?? []).map((missing) => `${name}=${missing}`);
  });
}

/** @param {string} value */
function one(value) {
  return [plain(value)].filter(Boolean);
}

/** @param {string} at @param {number} paragraphs */
function isWithin(at, paragraphs) {
  const number = numberOf(at);
  return number !== null && number >= 1 && number <= paragraphs;
}

/**
 * Return what is left of a state when all that the page does not have is taken from it.
 *
 * @param {State} state
 * @param {Has} has
 * @returns {State}
 */
export function heldBy(state, has) {
  const { claim, source, at, mode } = state;
  return {
    ...state,
    claim: claim !== null && has.node(claim) ? claim : null,
    fold: state.fold.filter(has.claim),
    accept: state.accept.filter(has.node),
    reject: state.reject.filter(has.node),
    source: has.paragraphs(source) ? source : null,
    at: at !== null && isWithin(at, has.paragraphs(source)) ? at : null,
    mode: mode !== null && has.mode(mode) ? mode : null,
  };
}

/** A line on the page that says what an address names in vain; hidden where there is nothing. */
export class Absent {
  /** @param {{tag?: string, close?: string, not_here?: string}} words */
  constructor(words) {
    this.words = words;
    /** Where the focus goes that its button had. */
    this.leave = () => {};
    this.told = html("p", { role: "status" });
    const close = { type: "button", class: "close", "aria-label": words.close, title: words.close, click: () => this.close() };
    this.element = html("div", { class: "absent", hidden: true, lang: words.tag }, this.told, html("button", close, icon("close")));
  }

  close() {
    this.tell([]);
    this.leave();
  }

  /** @param {readonly string[]} names */
  tell(names) {
    const shown = names.slice(0, MOST).map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name));
    const all = [...shown, ...(names.length > MOST ? ["…"] : [])].join(", ");
    const [before = "", after = ""] = (this.words.not_here ?? "{}").split("{}");
    this.element.hidden = names.length === 0;
    this.told.replaceChildren(...(names.length ? [before, html("bdi", {}, all), after] : []));
  }
}
