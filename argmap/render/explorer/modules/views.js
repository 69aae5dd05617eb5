/** What the stage shows of the drawing: all of it, its beginning, or what the pane leaves free. */

import { around, centred, filling, fitted, STEP } from "./camera.js";
import { icon } from "./elements.js";
import { button } from "./shell.js";

/** @typedef {import("./app.js").Explorer} Explorer */

// A drawing that is smaller than this when it is seen whole is shown from its thesis on.
const READABLE = 0.5;

/**
 * Know how much of the stage the panes cover.
 *
 * @param {Explorer} app
 */
export function cover(app) {
  const { pane, reading, stage } = app.parts;
  const own = stage.getBoundingClientRect();
  // On a telephone the pane lies below, and a text over everything, where it leaves nothing to see.
  if (app.narrow.matches) {
    const bottom = pane.hidden ? 0 : Math.max(own.bottom - pane.getBoundingClientRect().top, 0);
    app.stage.covered = { right: 0, left: 0, bottom };
    return;
  }
  const over = [pane, reading].filter((one) => !one.hidden).map((one) => one.getBoundingClientRect());
  const leftwards = over.some((one) => one.left <= own.left);
  const left = leftwards ? Math.max(...over.map((one) => one.right)) - own.left : 0;
  const right = over.length && !leftwards ? own.right - Math.min(...over.map((one) => one.left)) : 0;
  app.stage.covered = { right: Math.max(right, 0), left: Math.max(left, 0), bottom: 0 };
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
