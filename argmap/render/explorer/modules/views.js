/** What the stage shows of the drawing: all of it, its beginning, or what the pane leaves free. */

import { around, centred, filling, fitted, panned, READABLE, STEP } from "./camera.js";
import { icon } from "./elements.js";
import { button } from "./shell.js";

/** @typedef {import("./app.js").Explorer} Explorer */

// So much lies below a drawing that is not seen whole, for the buttons over its corner.
const FOOT = 72;

/**
 * Know how much of the stage the panes cover.
 *
 * @param {Explorer} app
 */
export function cover(app) {
  const { pane, reading, stage } = app.parts;
  const own = stage.getBoundingClientRect();
  // On a telephone the pane lies below, and a text over everything, where it leaves nothing to see.
  const foot = app.walk ? FOOT : 0;
  if (app.narrow.matches) {
    // Wherever it glides now.
    app.stage.covered = { right: 0, left: 0, bottom: pane.offsetHeight + foot };
    return;
  }
  const over = [pane, reading].filter((one) => !one.hidden).map((one) => one.getBoundingClientRect());
  const leftwards = over.some((one) => one.left <= own.left);
  const left = leftwards ? Math.max(...over.map((one) => one.right)) - own.left : 0;
  const right = over.length && !leftwards ? own.right - Math.min(...over.map((one) => one.left)) : 0;
  app.stage.covered = { right: Math.max(right, 0), left: Math.max(left, 0), bottom: foot };
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
