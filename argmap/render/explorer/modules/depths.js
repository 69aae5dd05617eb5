/** Buttons that show the first levels of the argument, each with the number of claims it shows. */

import { closeGaps, offered } from "./modes.js";
import { button } from "./shell.js";
import { showAll } from "./views.js";
import { counted, filled } from "./wording.js";

/** @typedef {import("./app.js").Explorer} Explorer */

const MOST = 6;

/**
 * Make the buttons for a map.
 *
 * @param {Explorer} app
 */
export function depthButtons(app) {
  const counts = app.graph.levels();
  const levels = counts.map((count, at) => ({ count, level: at + 1 }));
  const few = levels.length > MOST ? [...levels.slice(0, MOST - 1), ...levels.slice(-1)] : levels;
  const { claims = "{}", show_claims = "{}", tag } = app.words;
  const buttons = few.map(({ count, level }) => {
    const name = filled(show_claims, counted(tag, claims, count));
    const click = () => {
      const folds = level === levels.length ? [] : [...app.graph.foldsAt(level)];
      closeGaps(app, folds.length > 0);
      app.refold(folds);
      showAll(app);
      app.say(name);
    };
    return button(name, click, String(count), { "data-count": String(count), "aria-pressed": "false" });
  });
  app.parts.depths.replaceChildren(...buttons);
  app.parts.depths.hidden = buttons.length < 2;
  offered(app);
}

/**
 * Press the button of as many claims as are shown.
 *
 * @param {Explorer} app
 */
export function tellDepth(app) {
  const count = String(app.shownClaims());
  for (const one of app.parts.depths.children) {
    one.setAttribute("aria-pressed", String(one.getAttribute("data-count") === count));
  }
}
