/** The beginning: the page that is read becomes one that is explored. */

import { Explorer } from "./app.js";
import { dataOf } from "./data.js";

const drawings = /** @type {SVGSVGElement[]} */ ([...document.querySelectorAll("main .argmap-frame > svg.argmap")]);
const explorer = new Explorer(dataOf(document), drawings);
// Whoever shows a changed map in the same page calls `mount` again.
Object.assign(window, { argmapExplorer: explorer });
