/** What the stage shows of the drawing: all of it, its beginning, or what the pane leaves free. */

import { around, centred, filling, fitted, STEP } from "./camera.js";
import { icon } from "./elements.js";
import { button } from "./shell.js";

/** @typedef {import("./app.js").Explorer} Explorer */

// A drawing that is smaller than this when it is seen whole is shown from its thesis on.
const READABLE = 0.5;

/**
 * Know how much of the stage the pane covers.
 *
 * @param {Explorer} app
 */
export function cover(app) {
  const { pane, stage } = app.parts;
  const own = stage.getBoundingClientRect();
  const over = pane.hidden ? null : pane.getBoundingClientRect();
  const sheet = app.narrow.matches;
  const leftwards = over !== null && over.left <= own.left;
  const beside = over === null || sheet ? 0 : leftwards ? over.right - own.left : own.right - over.left;
  app.stage.covered = {
    right: leftwards ? 0 : Math.max(beside, 0),
    left: leftwards ? Math.max(beside, 0) : 0,
    bottom: over && sheet ? Math.max(own.bottom - over.top, 0) : 0,
  };
}

/**
 * Show the drawing whole; where that is too small to read, begin at its thesis.
 *
 * @param {Explorer} app
 */
export function opening(app) {
  const { stage } = app;
  const { drawing, room } = stage;
  const whole = fitted({ x: 0, y: 0, ...drawing }, room);
  const thesis = app.picture.shapes.get(app.data.theses[0] ?? app.tree?.order[0] ?? "");
  if (!thesis || whole.scale >= READABLE) return stage.fit({ x: 0, y: 0, ...drawing }, { at_once: true });
  const column = app.picture.drawing.direction === "column";
  const scale = column ? Math.min(1, room.width / drawing.width) : READABLE;
  stage.look(filling(centred(thesis.area, room, scale), drawing, room));
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
