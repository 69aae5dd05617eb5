/** The beginning: the page that is read becomes a talk. */

import { dataOf, drawnOf, slidesOf } from "./pages.js";
import { Talk } from "./talk.js";

const talk = new Talk(dataOf(document), slidesOf(document), drawnOf(document));
// Whoever shows a changed map in the same page calls `follow`.
Object.assign(window, { argmapTalk: talk });
