/**
 * The page that is read, and printed: its elements, or in a large page its text alone until then.
 *
 * Argmap puts the text of a large page into a comment, where scripts run: elements of ten thousand
 * claims take a browser seconds, and most who explore them never read them from end to end.
 */

const DRAWING = "main .argmap-frame > svg.argmap";
const WRITTEN = /<svg [^>]*\bclass="argmap"[^>]*>/gu;
const END = "</svg>";

export class Paper {
  /** @param {Document} page */
  constructor(page) {
    this.page = page;
    /** @type {Comment | null} */
    this.kept = null;
    const after = page.getElementById("argmap-keep")?.nextSibling;
    if (after?.nodeType === Node.COMMENT_NODE && !page.querySelector("main")) {
      this.kept = /** @type {Comment} */ (after);
    }
  }

  /** Have the whole page there as elements. */
  show() {
    const { kept } = this;
    this.kept = null;
    // What ends the comment has begun another one.
    kept?.replaceWith(...parsed(kept.data.slice(0, kept.data.lastIndexOf("<!--"))));
  }

  /**
   * Return a copy of a drawing, so that the page keeps its own; null where there is none.
   *
   * @param {number} at its place among the drawings of the page
   * @returns {SVGSVGElement | null}
   */
  copy(at) {
    if (!this.kept) return /** @type {SVGSVGElement | undefined} */ (this.drawing(at)?.cloneNode(true)) ?? null;
    const { data } = this.kept;
    const begin = [...data.matchAll(WRITTEN)][at]?.index;
    if (begin === undefined) return null;
    const [svg] = parsed(data.slice(begin, data.indexOf(END, begin) + END.length));
    return /** @type {SVGSVGElement} */ (svg);
  }

  /**
   * Give the id, by which style sheets know a drawing, to the one in the page, or take it for a copy.
   *
   * @param {number} at
   * @param {SVGSVGElement} copy
   * @param {string} id
   * @param {boolean} toPage
   */
  lend(at, copy, id, toPage) {
    const own = this.drawing(at);
    const [holder, other] = toPage ? [own, copy] : [copy, own];
    other?.removeAttribute("id");
    if (holder) holder.id = id;
  }

  /** @param {number} at */
  drawing(at) {
    return this.page.querySelectorAll(DRAWING)[at];
  }
}

/**
 * Return what a part of the page consists of, in which argmap has written all texts as texts.
 *
 * @param {string} part
 */
function parsed(part) {
  const { body } = new DOMParser().parseFromString(part, "text/html");
  return [...body.childNodes].map((one) => document.adoptNode(one));
}
