/** The beginning: the page that is read becomes one that is explored. */

import { Explorer } from "./app.js";
import { dataOf } from "./data.js";
import { Paper } from "./paper.js";

const explorer = new Explorer(dataOf(document), new Paper(document));
// Whoever shows a changed map in the same page calls `mount` again.
Object.assign(window, { argmapExplorer: explorer });
