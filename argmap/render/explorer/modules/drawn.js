/** The drawing of a map put on the stage, with all that is done to it there. */

import { Folding } from "./folding.js";
import { Picture } from "./picture.js";
import { Sight } from "./sight.js";
import { Tree } from "./tree.js";

/** @typedef {import("./app.js").Explorer} Explorer */

/**
 * Draw the map as it fits the width of the window, and have it read as a tree.
 *
 * @param {Explorer} app
 */
export function drawn(app) {
  const had = app.tree?.current ?? null;
  const focused = app.parts.sheet.contains(document.activeElement);
  // Nobody has moved the focus where it goes to what stands for the same box.
  let isSame = false;
  const { paper, data } = app;
  const at = app.narrow.matches && data.drawings.length > 1 ? 1 : 0;
  const [copy, drawing] = [paper.copy(at), data.drawings[at]];
  if (!copy || !drawing) return;
  app.picture?.lend(true);
  app.picture = new Picture(copy, drawing, (svg, id, toPage) => paper.lend(at, svg, id, toPage));
  app.sight = new Sight(app.picture);
  app.folding = new Folding(app.picture, app.graph, (id) => app.turn(id));
  app.sight.came = (id) => app.folding.tell(id);
  app.tree = new Tree(app.picture, app.graph, app.data.reading_order, app.words, {
    open: (id) => app.choose(id, { enters: true }),
    focused: (id) => app.focused(id, isSame),
    fold: (id, folds) => app.turn(id, folds),
    folded: () => app.folds,
    keep: (element) => app.sight.keep(element),
    isHidden: (id) => app.hidden.has(id),
    tells: (id) => app.tells(id),
    isTaken: (key) => (app.parts.stage.getAttribute("aria-keyshortcuts") ?? "").split(" ").includes(key.toLowerCase()),
  });
  app.stage.show(app.picture.svg, app.picture.size);
  app.walk?.renew();
  if (app.study) app.picture.mark("known", app.study.known.keys());
  if (had !== null && app.picture.shapes.has(had)) {
    app.tree.rove(had);
    isSame = true;
    if (focused) app.tree.focus(had);
    isSame = false;
  }
}
