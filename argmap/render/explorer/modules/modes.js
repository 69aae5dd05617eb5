/** Ways to look at the map, each turned on by a button: tidy, walk, study, and the page as a text. */

import { icon } from "./elements.js";
import { tidied, untidied } from "./moving.js";
import { button } from "./shell.js";
import { Study } from "./studying.js";
import { fitAll } from "./views.js";
import { Walk } from "./walking.js";

/** @typedef {import("./app.js").Explorer} Explorer */

/**
 * Make the buttons.
 *
 * @param {Explorer} app
 */
export function modeButtons(app) {
  const { words, parts } = app;
  /** @param {string} name @param {string | undefined} word @param {Parameters<typeof icon>[0]} sign @param {() => void} act */
  const tool = (name, word, sign, act) => {
    const made = button(word, act, icon(sign), { "data-mode": name, "aria-pressed": "false" });
    made.append(label(word));
    return made;
  };
  const text = button(words.read_as_text, () => turnText(app, true), icon("text"), { class: "reads" });
  text.append(label(words.read_as_text));
  parts.tools.replaceChildren(
    tool("tidy", words.tidy, "tidy", () => turnTidy(app)),
    tool("walk", words.walk, "play", () => turnWalk(app)),
    // Without verdicts there is nothing to expect.
    ...(app.asking.network ? [tool("study", words.study, "study", () => turnStudy(app))] : []),
    tool("sources", words.sources, "book", () => app.reading.turn()),
    text,
  );
  pressed(app);
  app.reading.press();
  const back = button(words.read_as_picture, () => turnText(app, false), words.read_as_picture ?? "", {
    class: "argmap-back",
  });
  document.querySelector(".argmap-back")?.remove();
  document.body.prepend(back);
}

/** Return whether the page is read as a text, so that no key is meant for the picture. */
export function isText() {
  return document.documentElement.classList.contains("as-text");
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
  /** @type {HTMLElement | null} */ (document.querySelector(reads ? ".argmap-back" : ".tools .reads"))?.focus();
  if (!reads) app.stage.resized();
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

/** @param {Explorer} app */
export function turnTidy(app) {
  app.tidy = !app.tidy;
  if (app.tidy) void tidied(app, null, () => fitAll(app));
  else {
    untidied(app, null);
    fitAll(app);
  }
  pressed(app);
}

/** @param {Explorer} app */
export function turnWalk(app) {
  if (app.walk) {
    app.walk.end();
    app.walk = null;
    app.tree?.focus(app.shapeFor(app.state.claim ?? "")?.id ?? null);
  } else {
    if (app.study) turnStudy(app);
    app.walk = new Walk(app);
    app.walk.element.querySelectorAll("button")[1]?.focus();
  }
  pressed(app);
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
    app.study.begin();
  }
  pressed(app);
}
