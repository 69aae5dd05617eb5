// The menu of what can be opened: a file, the examples, the drafts in this browser.

import { drafts, forget } from "./drafts.js";
import { by } from "./notices.js";

/**
 * @typedef {{group: string, file: string, title: string, text: string}} Example
 * @typedef {object} Doors
 * @property {(text: string, of: {name: string, id?: string}) => void} show
 * @property {(id: string) => void} forgotten called when a draft is deleted
 */

/**
 * Fill the menu of what can be opened: it changes with the drafts.
 * @param {Example[]} examples
 * @param {Doors} doors
 */
export function fillOpenMenu(examples, doors) {
  const home = by("open-menu");
  const kept = drafts();
  const groups = [...new Set(examples.map((one) => one.group))];
  home.replaceChildren(
    item("A file …", "Any notation that argmap reads; or drop it on the page", () => by("file").click()),
    ...groups.flatMap((group) => [
      heading(group),
      ...examples.filter((one) => one.group === group).map((one) => item(one.title, one.file, () => doors.show(one.text, { name: one.file }))),
    ]),
    ...(kept.length ? [heading("Drafts in this browser")] : []),
    ...kept.map((one) => draftItem(one, doors)),
  );
}

/**
 * @param {import("./drafts.js").Draft} one
 * @param {Doors} doors
 */
function draftItem(one, doors) {
  const row = document.createElement("div");
  row.className = "row";
  const when = new Date(one.at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  const away = item("×", "", () => {
    forget(one.id);
    doors.forgotten(one.id);
  });
  away.className = "away";
  away.setAttribute("aria-label", `Delete the draft ${one.name} of ${when}`);
  row.append(item(one.name, when, () => doors.show(one.text, one)), away);
  return row;
}

/** @param {string} words */
function heading(words) {
  const made = document.createElement("p");
  made.className = "group";
  made.textContent = words;
  return made;
}

/**
 * @param {string} words
 * @param {string} more
 * @param {() => void} does
 */
function item(words, more, does) {
  const made = document.createElement("button");
  made.type = "button";
  made.append(words);
  if (more) {
    const small = document.createElement("small");
    small.textContent = more;
    made.append(" ", small);
  }
  made.addEventListener("click", does);
  return made;
}
