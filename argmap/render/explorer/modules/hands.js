/** What hands do on the page: click a box, rest on it, press keys. */

import { isText } from "./addressing.js";
import { STEP } from "./camera.js";
import { turnStudy, turnText, turnWalk } from "./modes.js";
import { fitAll } from "./views.js";

/** @typedef {import("./app.js").Explorer} Explorer */

const PAN = 80;
const LINGER = 140;

/**
 * Hear clicks on boxes, and show the way to the thesis of a box under a mouse that rests.
 *
 * @param {Explorer} app
 */
export function pointed(app) {
  const { stage } = app.parts;
  let lingering = 0;
  stage.addEventListener("click", (event) => {
    const id = app.picture.idAt(event.target);
    if (id !== null) {
      app.choose(id);
      app.tree?.focus(id);
    } else if (app.state.claim !== null) app.choose(null);
  });
  stage.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return;
    const id = app.picture.idAt(event.target);
    clearTimeout(lingering);
    const show = () => app.picture.showTrail(id === null ? null : app.graph.trail(id));
    lingering = window.setTimeout(show, LINGER);
  });
  // A mouse that still rests somewhere does not overrule who goes on by keys.
  document.addEventListener("keydown", () => clearTimeout(lingering), true);
  stage.addEventListener("pointerleave", () => {
    clearTimeout(lingering);
    app.picture.showTrail(null);
  });
  stage.addEventListener("focusout", () => app.picture.showTrail(null));
}

/**
 * Hear the keys of the page, wherever the focus is but in a field.
 *
 * @param {Explorer} app
 */
export function keyed(app) {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const writes = target instanceof HTMLElement && target.matches("input, textarea, select");
    if (event.key === "Escape" && !writes) escaped(app);
    if (writes || isText() || event.ctrlKey || event.metaKey || event.altKey) return;
    const { pane, reading, card } = app.parts;
    const scrolls = target instanceof Node && [pane, reading, card].some((one) => one.contains(target));
    const action = { ...sizes(app), ...(scrolls ? {} : arrows(app)) }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/**
 * Leave what is open, the last first: the page as a text, a walk, the text that is read, the pane, the study.
 *
 * @param {Explorer} app
 */
function escaped(app) {
  if (isText()) turnText(app, false);
  else if (app.walk) turnWalk(app);
  else if (app.reading.isOpen && (isRead(app) || app.state.claim === null)) app.reading.close();
  else if (app.state.claim !== null) app.close();
  else if (app.study) turnStudy(app);
}

/** @param {Explorer} app */
function isRead(app) {
  return app.narrow.matches || app.parts.reading.contains(document.activeElement);
}

/**
 * @param {Explorer} app
 * @returns {Record<string, () => void>}
 */
function sizes(app) {
  const { stage, picture } = app;
  // Whoever is at a box keeps it in sight.
  const around = () => picture.shapes.get(picture.idAt(document.activeElement) ?? "")?.area ?? null;
  return {
    "+": () => stage.zoom(STEP, around()),
    "=": () => stage.zoom(STEP, around()),
    "-": () => stage.zoom(1 / STEP, around()),
    0: () => fitAll(app),
    1: () => stage.actual(around()),
    "/": () => app.parts.field.focus(),
  };
}

/**
 * @param {Explorer} app
 * @returns {Record<string, () => void>}
 */
function arrows(app) {
  const { stage } = app;
  /** @param {number} right @param {number} down */
  const pan = (right, down) => () => stage.look({ ...stage.camera, x: stage.camera.x + right, y: stage.camera.y + down });
  return { ArrowLeft: pan(PAN, 0), ArrowRight: pan(-PAN, 0), ArrowUp: pan(0, PAN), ArrowDown: pan(0, -PAN) };
}
