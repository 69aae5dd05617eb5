// The claim that is chosen, on all sides: in the picture, the outline, the explanation and the text.

/**
 * @typedef {object} Sides
 * @property {import("./picture.js").Picture} picture
 * @property {import("./beside.js").Outline} outline
 * @property {import("./beside.js").Explanation} explanation
 * @property {import("./editor.js").Editor} editor
 */

export class Claims {
  /**
   * @param {import("./asking.js").Asking} asking
   * @param {Sides} sides
   * @param {(error: unknown, version: number) => void} halted called where argmap could not finish
   */
  constructor(asking, sides, halted) {
    this.asking = asking;
    this.map = asking.map;
    this.sides = sides;
    this.halted = halted;
    this.selected = "";
  }

  /**
   * Choose a claim.
   * @param {string} id
   * @param {{go?: boolean}} [how] whether to go to its text
   */
  choose(id, { go = false } = {}) {
    const { picture, outline, explanation } = this.sides;
    this.selected = explanation.select(id);
    picture.mark(this.selected);
    outline.mark(this.selected);
    if (document.body.dataset.panel === "why") void this.explain();
    if (go) void this.goTo(this.selected);
  }

  async explain() {
    const id = this.selected;
    if (!id) return;
    try {
      const found = await this.asking.ask("explanation", { id });
      if (id === this.selected) this.sides.explanation.show(found);
    } catch (error) {
      this.halted(error, this.map.version);
    }
  }

  /** What the reader is at: an answer to what was asked before they went on must not lead them away. */
  at() {
    return JSON.stringify([this.map.version, this.selected, this.sides.editor.cursor]);
  }

  /** @param {string} id */
  async goTo(id) {
    const before = this.at();
    // A look at the text that begins meanwhile must not drop it.
    const found = await this.asking.ask("place", { id }, { rank: 0, stays: true }).catch(() => null);
    // Where the text is not beside the picture, one goes on looking at that.
    if (found?.start && this.at() === before) this.sides.editor.go(found.start, false);
  }

  /** Choose the claim in whose text the cursor stands. */
  async follow() {
    const before = this.at();
    const found = await this.asking.ask("place", { at: this.sides.editor.cursor }, { key: "follow" }).catch(() => null);
    if (found?.id && found.id !== this.selected && this.at() === before) this.choose(found.id);
  }
}
