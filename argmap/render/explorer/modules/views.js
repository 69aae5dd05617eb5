/** What the stage shows of the drawing: all of it, its beginning, or what the pane leaves free. */

import { around, centred, filling, fitted, panned, READABLE, STEP } from "./camera.js";
import { icon } from "./elements.js";
import { button } from "./shell.js";

/** @typedef {import("./app.js").Explorer} Explorer */

// So much lies below a drawing that is not seen whole, for the buttons over its corner.
const FOOT = 72;

/**
 * Have the stage know how much of it the panes cover now.
 *
 * @param {Explorer} app
 */
export function cover(app) {
  app.stage.known = null;
  app.stage.coverOf = () => covered(app);
}

/** @param {Explorer} app */
function covered(app) {
  const { pane, reading, stage } = app.parts;
  const open = [pane, reading].filter((one) => !one.hidden);
  const foot = app.walk ? FOOT : 0;
  if (!open.length) return { right: 0, left: 0, bottom: foot };
  // On a telephone the pane lies below, wherever it glides now, and a text over everything, where it leaves nothing to see.
  if (app.narrow.matches) return { right: 0, left: 0, bottom: pane.offsetHeight + foot };
  const own = stage.getBoundingClientRect();
  const over = open.map((one) => one.getBoundingClientRect());
  const leftwards = over.some((one) => one.left <= own.left);
  const left = leftwards ? Math.max(...over.map((one) => one.right)) - own.left : 0;
  const right = leftwards ? 0 : own.right - Math.min(...over.map((one) => one.left));
  return { right: Math.max(right, 0), left: Math.max(left, 0), bottom: foot };
}

/**
 * Show the drawing whole; where that is too small to read, begin at its thesis.
 *
 * @param {Explorer} app
 */
export function opening(app) {
  const { stage } = app;
  const begun = beginning(app);
  if (begun) stage.look(begun);
  else stage.fit({ x: 0, y: 0, ...stage.drawing }, { at_once: true });
}

/**
 * Return the camera that has the thesis of a large drawing in sight; null where all of it can be read.
 *
 * @param {Explorer} app
 */
function beginning(app) {
  const { drawing, room, covered } = app.stage;
  const all = fitted({ x: 0, y: 0, ...drawing }, room);
  const thesis = app.picture.shapes.get(app.data.theses[0] ?? app.tree?.order[0] ?? "");
  if (!thesis || all.scale >= READABLE) return null;
  const across = Math.min(1, room.width / drawing.width);
  const scale = isColumn(app) ? across : Math.max(across, READABLE);
  const whole = { ...drawing, height: drawing.height + FOOT / scale };
  return panned(filling(centred(thesis.area, room, scale), whole, room), covered.left, 0);
}

/** @param {Explorer} app */
function isColumn({ picture }) {
  return picture.drawing.direction === "column";
}

/**
 * Show all that is not folded; a column, which is high, from its beginning on.
 *
 * @param {Explorer} app
 */
export function showAll(app) {
  const begun = isColumn(app) ? beginning(app) : null;
  if (begun) app.stage.fly(begun);
  else fitAll(app);
}

/**
 * Show what has been laid out anew: the claim that is chosen, else the drawing as a page begins with it.
 *
 * @param {Explorer} app
 */
export function showAnew(app) {
  const chosen = app.shapeFor(app.state.claim ?? "");
  const begun = beginning(app);
  if (chosen) app.stage.reveal(chosen.area);
  else if (begun) app.stage.fly(begun);
  else fitAll(app);
}

/**
 * Make the buttons that enlarge and fit.
 *
 * @param {Explorer} app
 */
export function zoomButtons(app) {
  const { words, stage } = app;
  app.parts.zoom.append(
    button(words.zoom_in, () => stage.zoom(STEP), icon("in")),
    button(words.zoom_out, () => stage.zoom(1 / STEP), icon("out")),
    button(words.fit, () => fitAll(app), icon("fit")),
    button(words.actual_size, () => stage.actual(), "1:1"),
  );
}

/**
 * Show all that is not folded.
 *
 * @param {Explorer} app
 */
export function fitAll(app) {
  const shown = [...app.picture.shapes.values()].filter((one) => !app.hidden.has(one.id));
  const area = shown.length === app.picture.shapes.size ? null : around(shown.map((one) => one.area));
  app.stage.fit(area ?? { x: 0, y: 0, ...app.stage.drawing });
}
