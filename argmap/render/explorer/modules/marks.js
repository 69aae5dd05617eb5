/** The marks in a text: each is a link to what cites it, and says by form and colour how that stands. */

import { badge, html } from "./elements.js";
import { cutsOf, nodesOf, runsOf } from "./texts.js";
import { spoken } from "./wording.js";

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {import("./texts.js").Cited} Cited
 * @typedef {import("./texts.js").Passage} Passage
 * @typedef {{element: HTMLAnchorElement, sign: HTMLElement | null, nodes: string[], passages: Passage[]}} Mark
 */

export class Marks {
  /**
   * @param {Explorer} app
   * @param {Cited} cited
   * @param {(mark: Mark) => void} follow what is done when one is chosen
   */
  constructor(app, cited, follow) {
    this.app = app;
    this.cited = cited;
    this.follow = follow;
    /** @type {Mark[]} */
    this.all = [];
    /** @type {Map<number, Passage[]>} */
    this.byParagraph = new Map();
    for (const passage of cited.passages) {
      for (const number of new Set(passage.spans.map((span) => span[0]))) {
        this.byParagraph.set(number, [...(this.byParagraph.get(number) ?? []), passage]);
      }
    }
  }

  /**
   * Return the paragraph with that number, with its marks.
   *
   * @param {string} text
   * @param {number} number
   */
  paragraph(text, number) {
    const noted = this.cited.paragraphs.get(number);
    const name = `¶${number}`;
    const label = noted ? this.mark(name, noted, [], true) : name;
    const cuts = cutsOf(text);
    const runs = runsOf(text.length, number, this.byParagraph.get(number) ?? [], cuts);
    const parts = [0, ...cuts].map((start, at) => {
      const end = cuts[at] ?? text.length;
      const own = runs.filter((run) => start <= run.start && run.end <= end);
      return html("p", { dir: "auto" }, ...own.map((run) => this.run(text, run)));
    });
    const body = parts.length > 1 ? html("div", { class: "long" }, ...parts) : parts[0];
    return html("div", { class: "paragraph", "data-at": number }, html("span", { class: "number", dir: "ltr" }, label), body);
  }

  /**
   * @param {string} text
   * @param {import("./texts.js").Run} run
   */
  run(text, { start, end, passages, ends }) {
    const own = text.slice(start, end);
    return passages.length ? this.mark(own, nodesOf(passages), passages, ends.length > 0) : own;
  }

  /**
   * @param {string} text
   * @param {string[]} nodes
   * @param {Passage[]} passages
   * @param {boolean} ends whether a sign of how it stands follows
   */
  mark(text, nodes, passages, ends) {
    const sign = ends ? html("span", { class: "sign", "aria-hidden": "true" }) : null;
    /** @param {MouseEvent} event */
    const click = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.follow(mark);
    };
    const href = `#claim=${encodeURIComponent(nodes[0] ?? "")}`;
    const element = html("a", { href, click, class: "mark" }, text, sign);
    /** @type {Mark} */
    const mark = { element, sign, nodes, passages };
    if (nodes.length > 1) element.setAttribute("aria-expanded", "false");
    this.all.push(mark);
    return element;
  }

  /** Let all marks say how what cites them stands now. */
  tell() {
    const { graph, words } = this.app;
    for (const { element, sign, nodes } of this.all) {
      const standings = new Set(nodes.map((id) => this.standing(id)));
      const standing = standings.size === 1 ? [...standings][0] : undefined;
      element.dataset.verdict = standing ?? (standings.size > 1 ? "several" : "untold");
      const names = nodes.map((id) => spoken(graph, id, words, this.app.tells(id)));
      element.title = `${words.cited_by}: ${names.join(" · ")}`;
      const number = nodes.length > 1 ? html("span", { class: "count" }, String(nodes.length)) : null;
      sign?.replaceChildren(...[badge(standing), number].filter((one) => one !== null));
    }
  }

  /** @param {string} id */
  standing(id) {
    const { graph } = this.app;
    const node = graph.claims.get(id) ?? graph.arguments.get(id);
    return this.app.tells(id) ? node?.standing : undefined;
  }

  /**
   * Mark what a claim or a step cites as such, and return those marks.
   *
   * @param {string | null} id
   */
  choose(id) {
    const chosen = this.all.filter((one) => id !== null && one.nodes.includes(id));
    for (const one of this.all) {
      if (chosen.includes(one)) one.element.setAttribute("aria-current", "true");
      else one.element.removeAttribute("aria-current");
    }
    return chosen;
  }
}
