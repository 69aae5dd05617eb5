/** What the page tells in its address: its state, in the mode that is on. */

import { fragmentOf } from "./address.js";
import { addressed, framed } from "./framed.js";

/** @typedef {import("./app.js").Explorer} Explorer */

// Browsers let no page change its address more often than some times a second.
const LATER = 500;

/** Return whether the page is read as a text, so that no key is meant for the picture. */
export function isText() {
  return document.documentElement.classList.contains("as-text");
}

/**
 * Return the mode that the address tells.
 *
 * @param {Explorer} app
 */
function modeOf({ walk, study }) {
  if (isText()) return "text";
  return walk ? "walk" : study && "study";
}

/**
 * Return what the address of a state is, with its “#”.
 *
 * @param {Explorer} app
 * @param {import("./address.js").State} state
 */
export function told({ usual, asking }, state) {
  return fragmentOf(state, usual, asking.usual);
}

/**
 * Write the state into the address; as a step that one can go back from, where it is one.
 *
 * @param {Explorer} app
 * @param {boolean} [asStep]
 */
export function toAddress(app, asStep = false) {
  if (app.arriving) {
    app.arriving.owes = true;
    return;
  }
  app.state.mode = modeOf(app);
  const fragment = told(app, app.state);
  if (fragment === location.hash || !addressed) return;
  const address = `${location.pathname}${location.search}${fragment}`;
  try {
    if (asStep && !framed) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // It is told once more, below.
  }
  if (location.hash !== fragment) setTimeout(() => toAddress(app), LATER);
}
