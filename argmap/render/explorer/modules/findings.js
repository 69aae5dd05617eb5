/**
 * What keeps a live page from being newer: a panel over the picture, under the tools.
 *
 * It lies in what holds the picture, whose camera knows what covers it; where there is none, above
 * the page. Whoever hides it sees in one line that there is something until all is mended.
 */

import { html } from "./elements.js";

/** @typedef {{severity: string, message: string, place: string | null, address: string | null}} Finding */

export class Findings {
  constructor() {
    this.sum = html("strong");
    this.fold = html("button", { type: "button", "aria-controls": "argmap-findings-list", click: () => this.hide(!this.list.hidden) });
    const list = { id: "argmap-findings-list", class: "list", role: "group", "aria-label": "Findings", tabindex: "0" };
    this.list = html("div", list);
    const head = html("div", { class: "head" }, this.sum, this.fold);
    this.element = html("section", { id: "argmap-findings", role: "status", lang: "en", hidden: true }, head, this.list);
    this.hide(false);
    this.place();
    new MutationObserver(() => this.place()).observe(document.documentElement, { attributeFilter: ["class"] });
    const sizes = new ResizeObserver(() => this.fit());
    for (const one of beside()) sizes.observe(one);
    // What sticks to the window sticks below the panel.
    const style = document.documentElement.style;
    new ResizeObserver(() => style.setProperty("--argmap-told", `${this.element.offsetHeight}px`)).observe(this.element);
  }

  /** Be where the picture is, or the text that is read in its place. */
  place() {
    const reads = document.documentElement.classList.contains("as-text");
    const home = (!reads && document.querySelector(".explorer .room")) || document.body;
    if (this.element.parentElement !== home) home.prepend(this.element);
    this.fit();
  }

  /** Leave room for what stands beside the picture, wherever it glides just then. */
  fit() {
    const room = /** @type {HTMLElement | null} */ (this.element.closest(".room"));
    let [left, right] = [0, 0];
    for (const one of room ? beside() : []) {
      const { offsetLeft: x, offsetWidth: width } = one;
      if (!room || width >= room.offsetWidth || one.offsetTop > room.offsetTop) continue;
      if (x > room.offsetLeft) right = Math.max(right, room.offsetWidth - x + room.offsetLeft);
      else left = Math.max(left, x + width - room.offsetLeft);
    }
    Object.assign(this.element.style, { left: `${left}px`, right: `${right}px` });
  }

  /** @param {boolean} hidden */
  hide(hidden) {
    this.list.hidden = hidden;
    this.fold.textContent = hidden ? "Show" : "Hide";
    this.fold.setAttribute("aria-expanded", String(!hidden));
  }

  /**
   * Say what is wrong, if anything is.
   *
   * @param {Finding[]} findings
   * @param {boolean} stale whether the page is as it was before
   */
  tell(findings, stale) {
    const many = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
    const said = stale ? `${many}: what you see is the last good state` : many;
    const lines = findings.map(told);
    // What is said already is not said again, and keeps the focus.
    if (said !== this.sum.textContent) this.sum.textContent = said;
    const there = this.list.children;
    const same = lines.length === there.length && lines.every((one, n) => one.isEqualNode(there.item(n)));
    if (!same) this.list.replaceChildren(...lines);
    if (!findings.length) this.hide(false);
    this.element.hidden = findings.length === 0;
  }
}

/** What stands beside the picture, or over it. @returns {NodeListOf<HTMLElement>} */
function beside() {
  return document.querySelectorAll(".explorer > :is(.pane, .reading)");
}

/** @param {Finding} finding */
function told({ place, address, message }) {
  const where = place && (address ? html("a", { href: address }, place) : html("span", {}, place));
  return html("p", {}, where, where ? " " : null, message);
}
