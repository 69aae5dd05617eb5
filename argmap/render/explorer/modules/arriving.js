/** The address of the page and its state, each kept true to the other. */

import { absentIn, hasOf, heldBy } from "./absent.js";
import { fragmentOf, stateOf } from "./address.js";
import { usual } from "./asking.js";
import { addressed, firstFragment, framed } from "./framed.js";
import { cover, opening } from "./views.js";

/** @typedef {import("./app.js").Explorer} Explorer */

/**
 * Write the state into the address; as a step that one can go back from, where it is one.
 *
 * @param {Explorer} app
 * @param {boolean} [asStep]
 */
export function toAddress(app, asStep = false) {
  const fragment = fragmentOf(app.state, app.usual);
  if (fragment === location.hash || !addressed) return;
  const address = `${location.pathname}${location.search}${fragment}`;
  if (asStep && !framed) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/**
 * Return the state that an address tells of what the page has, and say what else it names.
 *
 * @param {Explorer} app
 * @param {string} fragment
 */
function arrived(app, fragment) {
  const has = hasOf(app.data, app.graph);
  app.parts.absent.tell(absentIn(fragment, has));
  return heldBy(stateOf(fragment, app.usual), has);
}

/**
 * Return the state with which the page begins; without a question in the address that of the drawing.
 *
 * @param {Explorer} app
 */
export function firstState(app) {
  const state = arrived(app, firstFragment());
  const { accept, reject } = usual(app.data);
  return state.accept.length || state.reject.length ? state : { ...state, accept, reject };
}

/**
 * Show all, or what the address asks for; what was asked when the map was drawn is asked first.
 *
 * @param {Explorer} app
 */
export function begin(app) {
  const { claim } = app.state;
  if (claim !== null) app.unfoldTo(claim);
  cover(app);
  opening(app);
  const shape = claim === null ? undefined : app.shapeFor(claim);
  if (shape) app.stage.reveal(shape.area, { at_once: true });
  app.stage.begun(() => begin(app));
}

/**
 * Follow the address whenever it becomes another one, and paper when the page is printed.
 *
 * @param {Explorer} app
 */
export function arriving(app) {
  const arrive = () => {
    const state = arrived(app, location.hash);
    if (fragmentOf(state, app.usual) === fragmentOf(app.state, app.usual)) return;
    const before = app.state.claim;
    app.state = state;
    app.follow();
    const shape = state.claim !== null && state.claim !== before ? app.shapeFor(state.claim) : undefined;
    if (shape) app.stage.reveal(shape.area);
  };
  /** @param {boolean} prints */
  const printed = (prints) => {
    if (prints) app.paper.show();
    app.picture.lend(prints);
  };
  const print = window.matchMedia("print");
  print.addEventListener("change", () => printed(print.matches));
  // Some browsers ask for what is printed before they tell of paper.
  window.addEventListener("beforeprint", () => printed(true));
  window.addEventListener("afterprint", () => printed(false));
  window.addEventListener("hashchange", arrive);
  app.parts.absent.leave = () => app.tree?.focus();
  window.addEventListener("popstate", arrive);
}
