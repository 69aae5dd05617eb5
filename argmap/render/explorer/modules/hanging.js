/** What a verdict hangs on: the claims of which each alone would turn it, tried one after another. */

import { html, icon } from "./elements.js";
import { button } from "./shell.js";

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {import("./data.js").Standing} Standing
 * @typedef {{id: string, then: Standing}} Crux
 */

// So long one turn of work may take, that the page stays alive, and so long all of them.
const TURN = 12;
const LONGEST = 20_000;

/**
 * The button of the pane, and what it finds.
 *
 * @param {Explorer} app
 * @param {string} id
 */
export function hanging(app, id) {
  if (!app.asking.network || !app.graph.stepsBelow(id).length) return [];
  const { words } = app;
  const place = html("div", { class: "hanging", "aria-live": "polite" });
  const start = button(words.hangs, () => void find(app, id, place, start), words.hangs ?? "");
  start.prepend(icon("hang"));
  return [html("div", { class: "acts" }, start), place];
}

/**
 * @param {Explorer} app
 * @param {string} id
 * @param {HTMLElement} place
 * @param {HTMLButtonElement} start
 */
async function find(app, id, place, start) {
  // Disabled, it would lose the focus.
  if (start.getAttribute("aria-disabled") === "true") return;
  start.setAttribute("aria-disabled", "true");
  const list = html("ul", { class: "links" });
  place.replaceChildren(list);
  /** @type {string[]} */
  const found = [];
  for await (const crux of cruxes(app, id, () => place.isConnected)) {
    found.push(crux.id);
    const then = html("span", { class: "then" }, `→ ${app.words[crux.then] ?? crux.then}`);
    list.append(html("li", {}, app.pane.link(crux.id), then));
    app.picture.mark("crux", found);
  }
  if (!place.isConnected) return;
  if (!found.length) place.replaceChildren(html("p", {}, app.words.hangs_none ?? ""));
}

/**
 * Yield the claims below one that would turn its verdict if they stood otherwise.
 *
 * @param {Explorer} app
 * @param {string} id
 * @param {() => boolean} wanted
 * @returns {AsyncGenerator<Crux>}
 */
async function* cruxes(app, id, wanted) {
  const { asking, graph, state } = app;
  const now = asking.verdicts.get(id)?.standing;
  const begun = performance.now();
  let turn = begun;
  const below = [...graph.reached([id], new Set())].filter((one) => one !== id && graph.claims.has(one));
  for (const one of below) {
    const falls = asking.verdicts.get(one)?.label !== "rejected";
    const accept = state.accept.filter((other) => other !== one);
    const reject = state.reject.filter((other) => other !== one);
    const found = asking.answer(falls ? accept : [...accept, one], falls ? [...reject, one] : reject);
    const then = found?.get(id)?.standing;
    if (then && now && then !== now) yield { id: one, then };
    if (performance.now() - turn > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
      if (!wanted() || turn - begun > LONGEST) return;
    }
  }
}
