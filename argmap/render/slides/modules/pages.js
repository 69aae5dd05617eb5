/**
 * The slides as they stand in the page: what each says, and its picture.
 *
 * @typedef {import("./sheet.js").Card} Card
 *
 * @typedef {object} Slide
 * @property {number} number
 * @property {HTMLElement} section
 * @property {string} name what it is called in a list
 * @property {string} of the argument or the claim that it tells of, if it is of one
 * @property {string} kind what sort of a slide it is: its title, a step, its conclusion
 * @property {string[]} cards the names of its pictures
 *
 * @typedef {Card & {element: HTMLElement, how: string, number: string}} Drawn
 * @typedef {{tag: string, words: Record<string, string>}} PageData
 */

const LONGEST_NAME = 70;
// The room of a slide for words that have no picture beside them, with some around them.
export const WORDS = { width: 1140, height: 646 };
const KINDS = ["title", "step", "conclusion"];

/**
 * Return the data of the page.
 *
 * @param {Document} page
 * @returns {PageData}
 */
export function dataOf(page) {
  return { tag: "en", words: {}, ...JSON.parse(page.getElementById("argmap-data")?.textContent ?? "{}") };
}

/**
 * Return all slides in their order.
 *
 * @param {Document} page
 * @returns {Slide[]}
 */
export function slidesOf(page) {
  const sections = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("main > .slide")]);
  return sections.map((section, at) => {
    // Slides with the same claim differ in its premises.
    const told = section.querySelector("li > p") ?? section.querySelector("h1, h2");
    const words = /** @type {Element | undefined} */ (told?.cloneNode(true));
    words?.querySelector(".unseen")?.remove();
    return {
      number: at + 1,
      section,
      name: shortened(words?.textContent ?? ""),
      of: section.dataset.of ?? "",
      kind: KINDS.find((kind) => section.classList.contains(kind)) ?? "",
      cards: cardsOf(section, `${at + 1}`).map(({ name }) => name),
    };
  });
}

/**
 * Return the slide that tells of the same as one before, perhaps of a map that has changed since.
 *
 * @param {readonly Slide[]} slides
 * @param {{of?: string, kind?: string} | undefined} before
 */
export function sameSlide(slides, before) {
  return before?.kind ? slides.find(({ of, kind }) => of === before.of && kind === before.kind) : undefined;
}

/**
 * Return the number of the slide that tells of a claim or an argument, else of the first that shows it.
 *
 * @param {readonly Slide[]} slides
 * @param {string} id
 */
export function slideOf(slides, id) {
  const name = window.CSS.escape(id);
  const shown = `[data-claim="${name}"], [data-argument="${name}"]`;
  const found = slides.find(({ of }) => of === id) ?? slides.find(({ section }) => section.querySelector(shown));
  return found?.number;
}

/**
 * Return all pictures; of a slide that has none, its words.
 *
 * @param {Document} page
 * @returns {Drawn[]}
 */
export function drawnOf(page) {
  const sections = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("main > .slide")]);
  return sections.flatMap((section, at) => cardsOf(section, `${at + 1}`));
}

/**
 * @param {HTMLElement} section
 * @param {string} number
 * @returns {Drawn[]}
 */
function cardsOf(section, number) {
  const figures = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("figure.card")]);
  if (!figures.length) return [{ name: `words-${number}`, element: section, how: told(section), number, ...WORDS }];
  return figures.map((element) => {
    const { card: name = "", how = "" } = element.dataset;
    const svg = element.querySelector("svg");
    const [width = 1, height = 1] = ["width", "height"].map((one) => Number(svg?.getAttribute(one) ?? 1));
    return { name, element, how, width, height, number };
  });
}

/**
 * Return by which classes the words of a slide look as they do on it.
 *
 * @param {HTMLElement} section
 */
function told(section) {
  return ["told", ...section.classList].filter((one) => one !== "slide").join(" ");
}

/** @param {string} text */
function shortened(text) {
  const letters = [...text.trim()];
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join("")}…` : letters.join("");
}
