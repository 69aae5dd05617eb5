/** The keyboard's focus where what has it is made anew: it goes to what stands for the same. */

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {{tag: string, does: string, text: string, place: string, marks: boolean}} Signs
 * @typedef {{part: HTMLElement, signs: Signs, rank: number}} Held
 */

const REACHED = "a[href], button, select, h2[tabindex]";
const HEADING = "h2[tabindex], select";
// What is alike in no more than its place stands for something else.
const LEAST = 2;

/**
 * Make parts of the page anew; the focus stays with what it was on, and the pane where it was scrolled to.
 *
 * Where that is gone, the focus goes to the heading of its part, of the pane, or to the picture.
 *
 * @param {Explorer} app
 * @param {() => void} change
 */
export function keepingFocus(app, change) {
  const { pane } = app.parts;
  const top = pane.scrollTop;
  const held = heldIn(app);
  change();
  pane.scrollTop = top;
  if (!held) return;
  for (const one of [successor(held), held.part.querySelector(HEADING), pane.querySelector(HEADING)]) {
    if (!isLost()) return;
    if (one instanceof HTMLElement) one.focus({ preventScroll: true });
  }
  if (isLost()) app.tree?.focus();
}

function isLost() {
  return document.activeElement === null || document.activeElement === document.body;
}

/**
 * Return what has the focus in a part that is made anew; the list of what cites a passage counts as the passage.
 *
 * @param {Explorer} app
 * @returns {Held | null}
 */
function heldIn({ parts }) {
  const active = document.activeElement;
  const part = [parts.pane, parts.reading, parts.card, parts.depths].find((one) => one.contains(active));
  if (!part || !active) return null;
  const element = (active.closest(".citers") && part.querySelector(".mark[aria-expanded=true]")) || active;
  const signs = signsOf(element, part);
  const same = reachedIn(part).filter((one) => JSON.stringify(signsOf(one, part)) === JSON.stringify(signs));
  return { part, signs, rank: Math.max(same.indexOf(element), 0) };
}

/** @param {HTMLElement} part */
function reachedIn(part) {
  return [...part.querySelectorAll(REACHED)];
}

/**
 * What an element stands for: what it does, what it says without signs of a verdict, and where.
 *
 * @param {Element} element
 * @param {HTMLElement} part
 * @returns {Signs}
 */
function signsOf(element, part) {
  const usual = element.matches("select") ? "select" : element.className;
  const does = element.getAttribute("href") ?? element.getAttribute("data-suppose") ?? usual;
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const sign of copy.querySelectorAll(".sign, svg")) sign.remove();
  const names = [element.closest("section")?.querySelector("h3")?.textContent ?? ""];
  for (let one = element.parentElement; one && one !== part; one = one.parentElement) names.push(one.className);
  const marks = element.matches(".mark");
  return { tag: element.tagName, does, text: copy.textContent?.trim() ?? "", place: names.join("\n"), marks };
}

/**
 * Return what is most like what had the focus; of several, that with its number among those like it.
 *
 * @param {Held} held
 */
function successor({ part, signs, rank }) {
  const found = reachedIn(part).map((element) => ({ element, like: likeness(signs, signsOf(element, part)) }));
  const best = Math.max(LEAST, ...found.map((one) => one.like));
  const equal = found.filter((one) => one.like === best);
  return (equal[rank] ?? equal.at(-1))?.element ?? null;
}

/**
 * A link is what it leads to, before what it says; a mark is the words of its passage, before who cites them.
 *
 * @param {Signs} one
 * @param {Signs} other
 */
function likeness(one, other) {
  if (one.tag !== other.tag || one.marks !== other.marks) return 0;
  const does = Number(one.does !== "" && one.does === other.does);
  const says = Number(one.text !== "" && one.text === other.text);
  return (one.marks ? 2 * does + 4 * says : 4 * does + 2 * says) + Number(one.place === other.place);
}
