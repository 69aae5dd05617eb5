/** What stands beside the picture, put up for a map: the pane, the text of a source, the field that finds. */

import { toAddress } from "./addressing.js";
import { reasoned, supposing } from "./asking.js";
import { Finder } from "./finder.js";
import { hanging } from "./hanging.js";
import { Pane } from "./pane.js";
import { Reading } from "./reading.js";

/** @typedef {import("./app.js").Explorer} Explorer */

/**
 * Put up all of it, in the place of that of the map as it was.
 *
 * @param {Explorer} app
 */
export function besides(app) {
  const { data, graph, parts } = app;
  app.pane = new Pane(parts.pane, data, graph, { go: (id) => app.go(id), close: () => app.close() });
  app.pane.more = (id) => acts(app, id);
  app.pane.tells = (id) => app.tells(id);
  app.pane.reason = (id) => reasoned(app, id);
  app.reading = new Reading(app, app.reading);
  app.finder?.retire();
  app.finder = new Finder(parts.field, parts.list, parts.told, data, graph, {
    found: (words, ids) => found(app, words, ids),
    go: (id) => app.go(id),
    leave: () => app.tree?.focus(),
    tells: (id) => app.tells(id),
  });
}

/**
 * What the pane lets a reader do with a claim or a step; who studies says first what to expect.
 *
 * @param {Explorer} app
 * @param {string} id
 * @returns {(Node | null)[]}
 */
function acts(app, id) {
  const asked = app.study?.question(id) ?? [];
  return app.tells(id) ? [...asked, ...supposing(app, id), ...hanging(app, id)] : asked;
}

/**
 * Mark what the field has found.
 *
 * @param {Explorer} app
 * @param {string} words
 * @param {string[]} ids
 */
function found(app, words, ids) {
  app.picture.mark("found", ids);
  app.picture.svg.classList.toggle("searched", ids.length > 0);
  if (words === app.state.find) return;
  app.state.find = words;
  toAddress(app);
}
