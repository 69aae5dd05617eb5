/** The state that the address asks for: as the page opens, and whenever it becomes another one. */

import { absentIn, hasOf, heldBy } from "./absent.js";
import { stateOf } from "./address.js";
import { toAddress, told } from "./addressing.js";
import { usual } from "./asking.js";
import { firstFragment } from "./framed.js";
import { turnTo } from "./modes.js";
import { cover, opening } from "./views.js";

/** @typedef {import("./app.js").Explorer} Explorer */

/**
 * Return the state that an address tells of what the page has, and say what else it names; without a
 * question in the address that of the drawing is asked.
 *
 * @param {Explorer} app
 * @param {string} fragment
 */
function arrived(app, fragment) {
  const has = hasOf(app.data, app.graph);
  app.parts.absent.tell(absentIn(fragment, has));
  return heldBy(stateOf(fragment, app.usual, usual(app.data)), has);
}

/**
 * Return the state with which the page begins.
 *
 * @param {Explorer} app
 */
export function firstState(app) {
  return arrived(app, firstFragment());
}

/**
 * Begin, in the mode that the address tells.
 *
 * @param {Explorer} app
 */
export function opened(app) {
  const { mode } = app.state;
  begin(app);
  taken(app, mode);
}

/**
 * Turn to the mode of an address; what that has changed of the state is told there.
 *
 * @param {Explorer} app
 * @param {string | null} mode
 */
function taken(app, mode) {
  const owed = app.arriving ?? { owes: false };
  app.arriving = owed;
  turnTo(app, mode);
  app.arriving = null;
  if (owed.owes) toAddress(app);
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
    if (told(app, state) === told(app, app.state)) return;
    const before = app.state.claim;
    const { mode } = state;
    app.state = state;
    app.follow();
    const shape = state.claim !== null && state.claim !== before ? app.shapeFor(state.claim) : undefined;
    if (shape) app.stage.reveal(shape.area);
    taken(app, mode);
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
