/** The beginning: the page that is read becomes one that is explored. */

import { Explorer } from "./app.js";
import { dataOf, drawingsOf } from "./data.js";

const explorer = new Explorer(dataOf(document), drawingsOf(document));
// Whoever shows a changed map in the same page calls `mount` again.
Object.assign(window, { argmapExplorer: explorer });
