/** Ways to look at the map, each turned on by a button: tidy, walk, study, and the page as a text. */

import { isText, toAddress } from "./addressing.js";
import { icon } from "./elements.js";
import { inHand } from "./framed.js";
import { tidied, untidied } from "./moving.js";
import { button } from "./shell.js";
import { Study } from "./studying.js";
import { showAnew } from "./views.js";
import { Walk } from "./walking.js";

/** @typedef {import("./app.js").Explorer} Explorer */

/**
 * Make the buttons.
 *
 * @param {Explorer} app
 */
export function modeButtons(app) {
  const { words, parts } = app;
  /** @param {string} name @param {Parameters<typeof icon>[0]} sign @param {() => void} act */
  const tool = (name, sign, act) => {
    const title = words[`${name}_help`] ?? words[name] ?? "";
    const made = button(words[name], act, icon(sign), { title, "data-mode": name, "aria-pressed": "false" });
    made.append(label(words[name]));
    return made;
  };
  const text = button(words.read_as_text, () => turnText(app, true), icon("text"), { class: "reads" });
  text.append(label(words.read_as_text));
  parts.tools.replaceChildren(
    tool("tidy", "tidy", () => turnTidy(app)),
    tool("walk", "play", () => turnWalk(app)),
    // Without verdicts there is nothing to expect.
    ...(app.asking.network ? [tool("study", "study", () => turnStudy(app))] : []),
    tool("sources", "book", () => app.reading.turn()),
    text,
  );
  pressed(app);
  offered(app);
  app.reading.press();
  const back = button(words.read_as_picture, () => turnText(app, false), words.read_as_picture ?? "", {
    class: "argmap-back",
  });
  document.querySelector(".argmap-back")?.remove();
  document.body.prepend(back);
}

/**
 * Turn to the mode that an address tells; behind a text the others are left as they are.
 *
 * @param {Explorer} app
 * @param {string | null} mode
 */
export function turnTo(app, mode) {
  if (isText() !== (mode === "text")) turnText(app, mode === "text");
  if (mode === "text") return;
  if (Boolean(app.study) !== (mode === "study")) turnStudy(app);
  if (Boolean(app.walk) !== (mode === "walk")) turnWalk(app);
  else app.walk?.turn(app.state.claim);
}

/**
 * Show the page as a text, or the picture again; the focus goes to what leads back.
 *
 * @param {Explorer} app
 * @param {boolean} reads
 */
export function turnText(app, reads) {
  document.documentElement.classList.toggle("as-text", reads);
  if (reads) app.paper.show();
  app.picture.lend(reads);
  if (inHand()) /** @type {HTMLElement | null} */ (document.querySelector(reads ? ".argmap-back" : ".tools .reads"))?.focus();
  if (!reads) app.stage.resized();
  toAddress(app, reads);
}

/** @param {string | undefined} word */
function label(word) {
  const made = document.createElement("span");
  made.className = "label";
  made.textContent = word ?? "";
  return made;
}

/**
 * Show by the buttons what is on.
 *
 * @param {Explorer} app
 */
function pressed(app) {
  const on = { tidy: app.tidy, walk: app.walk !== null, study: app.study !== null };
  for (const [name, is] of Object.entries(on)) {
    app.parts.tools.querySelector(`[data-mode=${name}]`)?.setAttribute("aria-pressed", String(is));
  }
}

/**
 * Offer what needs an argument only where there is one.
 *
 * @param {Explorer} app
 */
export function offered(app) {
  for (const one of app.parts.tools.querySelectorAll("[data-mode=tidy], [data-mode=walk], [data-mode=study]")) {
    one.toggleAttribute("hidden", app.graph.arguments.size === 0);
  }
}

/**
 * Lay out a column anew, from which the gaps of what is folded would push the rest out of sight.
 *
 * @param {Explorer} app
 * @param {boolean} has whether anything is folded
 */
export function closeGaps(app, has) {
  if (app.picture.drawing.direction !== "column") return;
  app.tidy = has;
  if (!has) untidied(app, null);
  pressed(app);
}

/** @param {Explorer} app */
export function turnTidy(app) {
  app.tidy = !app.tidy;
  const held = app.shapeFor(app.state.claim ?? "")?.id ?? null;
  if (app.tidy) void tidied(app, held, () => showAnew(app));
  else {
    untidied(app, held);
    showAnew(app);
  }
  pressed(app);
}

/** @param {Explorer} app */
export function turnWalk(app) {
  if (app.walk) {
    app.walk.end();
    app.tree?.focus(app.shapeFor(app.state.claim ?? "")?.id ?? null);
  } else {
    if (app.study) turnStudy(app);
    const { element } = new Walk(app, () => turnWalk(app));
    if (inHand()) element.querySelectorAll("button")[1]?.focus();
  }
  pressed(app);
  toAddress(app);
}

/** @param {Explorer} app */
export function turnStudy(app) {
  if (app.study) {
    const study = app.study;
    app.study = null;
    study.end();
  } else {
    if (app.walk) turnWalk(app);
    app.study = new Study(app);
    toAddress(app, true);
    app.study.begin();
  }
  pressed(app);
  toAddress(app);
}
