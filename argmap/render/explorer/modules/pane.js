/** The pane beside the picture: all that is known of the claim or the step that is chosen. */

import { badge, html, icon } from "./elements.js";
import { named, published } from "./wording.js";

/**
 * @typedef {import("./data.js").PageData} PageData
 * @typedef {import("./data.js").Claim} Claim
 * @typedef {import("./data.js").Argument} Argument
 * @typedef {import("./data.js").Citation} Citation
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {{go: (id: string) => void, close: () => void}} Doors
 */

export class Pane {
  /**
   * @param {HTMLElement} element
   * @param {PageData} data
   * @param {Graph} graph
   * @param {Doors} doors
   */
  constructor(element, data, graph, doors) {
    this.element = element;
    this.data = data;
    this.graph = graph;
    this.doors = doors;
    this.words = data.words;
    this.sources = new Map(data.sources.map((one) => [one.id, one]));
    /** What else the pane shows of a claim or a step. @type {(id: string) => (Node | null)[]} */
    this.more = () => [];
    /** What leads to the text of a citation. @type {(id: string, citation: Citation) => Node | null} */
    this.place = () => null;
    /** Whether a verdict may be told. @type {(id: string) => boolean} */
    this.tells = () => true;
    /** Why it is so, in a sentence. @type {(id: string) => {sentence: string, language: string} | null} */
    this.reason = () => null;
  }

  /**
   * Show a claim or a step; nothing for null.
   *
   * @param {string | null} id
   */
  show(id) {
    const claim = id === null ? undefined : this.graph.claims.get(id);
    const step = id === null ? undefined : this.graph.arguments.get(id);
    // What is told anew of the same stays where it was read.
    const top = this.element.dataset.tells === id ? this.element.scrollTop : 0;
    this.element.dataset.tells = id ?? "";
    this.element.hidden = !claim && !step;
    if (id === null || (!claim && !step)) return this.element.replaceChildren();
    const close = { type: "button", class: "close", "aria-label": this.words.close, click: () => this.doors.close() };
    const body = html("div", { class: "pane-body" }, this.trail(id));
    body.append(...(claim ? this.claim(claim) : this.step(/** @type {Argument} */ (step))));
    this.element.replaceChildren(html("button", close, icon("close")), body);
    this.element.scrollTop = top;
  }

  /**
   * The way from the thesis to what is chosen.
   *
   * @param {string} id
   */
  trail(id) {
    const way = this.graph.path(id).filter((one) => one !== id);
    if (!way.length) return null;
    const links = way.map((one) => html("li", {}, this.link(one)));
    return html("nav", { class: "trail", "aria-label": this.words.path }, html("ol", {}, ...links));
  }

  /** @param {Claim} claim */
  claim(claim) {
    const { words, graph } = this;
    const role = graph.roots.includes(claim.id) ? words.thesis : words.claim;
    return present([
      html("p", { class: "kind" }, this.verdict(claim), role ?? ""),
      html("h2", { tabindex: "-1", dir: "auto" }, claim.label ?? claim.text),
      claim.label ? html("p", { class: "said", dir: "auto" }, claim.text) : null,
      this.why(claim),
      ...this.details(claim),
      ...this.more(claim.id),
      this.cited(claim),
      this.supports(claim),
      this.bearing(claim.id),
      this.contradicted(claim),
    ]);
  }

  /** @param {Argument} step */
  step(step) {
    const { words, graph } = this;
    const premises = step.premises.map((one) => html("li", {}, this.link(one), this.said(one)));
    return present([
      html("p", { class: "kind" }, this.verdict(step), words[step.kind] ?? step.kind),
      html("h2", { tabindex: "-1", dir: "auto" }, named(graph, step.id, words)),
      step.scheme ? html("p", { class: "scheme", dir: "auto" }, step.scheme) : null,
      this.why(step),
      ...this.details(step),
      ...this.more(step.id),
      this.cited(step),
      section(words.premises_heading, html("ul", { class: "links" }, ...premises)),
      section(words.bears_on, html("ul", { class: "links" }, html("li", {}, this.link(step.target)))),
      this.bearing(step.id),
    ]);
  }

  /**
   * The text of a claim that is named by its label.
   *
   * @param {string} id
   */
  said(id) {
    const claim = this.graph.claims.get(id);
    return claim?.label ? html("p", { class: "said-beside", dir: "auto" }, claim.text) : null;
  }

  /** @param {Claim | Argument} node */
  verdict(node) {
    if (!node.standing || !this.tells(node.id)) return null;
    return html("span", { class: `verdict-word ${node.standing}` }, badge(node.standing),
      html("span", { class: "word" }, this.words[node.standing] ?? ""));
  }

  /** @param {Claim | Argument} node */
  why(node) {
    const reason = this.tells(node.id) ? this.reason(node.id) : null;
    if (!reason) return null;
    return html("p", { class: "why", lang: reason.language, dir: "ltr" }, reason.sentence);
  }

  /** @param {Claim | Argument} node */
  details(node) {
    const claim = /** @type {Claim} */ (node);
    const remarks = (claim.remarks ?? []).map((one) => html("li", { dir: "auto" }, one));
    const tags = (node.tags ?? []).map((one) => html("li", { class: "tag", dir: "auto" }, one));
    const link = { href: claim.link, rel: "noopener" };
    return [
      remarks.length || tags.length ? html("ul", { class: "remarks" }, ...remarks, ...tags) : null,
      node.note ? html("p", { class: "remark", dir: "auto" }, node.note) : null,
      claim.link ? html("p", {}, html("a", link, this.words.link ?? claim.link)) : null,
    ];
  }

  /** @param {Claim | Argument} node */
  cited(node) {
    const citations = (node.citations ?? []).map((one) => {
      const source = this.sources.get(one.source);
      const name = source?.name ?? one.source;
      const title = source && published(source) !== name ? published(source) : undefined;
      const work = source?.url
        ? html("a", { href: source.url, rel: "noopener", title }, name)
        : html("cite", { title }, name);
      const at = one.at ? html("span", { class: "at" }, `, ${one.at}`) : null;
      const quote = one.quote ? html("blockquote", { dir: "auto" }, one.quote) : null;
      return html("li", {}, html("p", { dir: "auto" }, work, at), quote, this.place(node.id, one));
    });
    return citations.length ? section(this.words.cites, html("ul", { class: "cited" }, ...citations)) : null;
  }

  /** @param {Claim} claim */
  supports(claim) {
    const uses = this.graph.serving.get(claim.id) ?? [];
    const links = uses.map((one) => html("li", { class: one.polarity }, this.how(one), this.link(one.target)));
    return links.length ? section(this.words.bears_on, html("ul", { class: "links" }, ...links)) : null;
  }

  /**
   * What bears on a claim or a step: each argument with its premises, and what bears on its step.
   *
   * @param {string} id
   */
  bearing(id) {
    const steps = this.graph.stepsBelow(id);
    const items = steps.map((one) => {
      const premises = one.premises.map((premise) => html("li", {}, this.link(premise)));
      const inner = one.target !== id;
      const label = one.label || one.scheme;
      const opens = label ? this.link(one.id, label) : null;
      return html(
        "li",
        { class: `${one.polarity}${inner ? " inner" : ""}` },
        html("p", { class: "how-line" }, this.how(one), opens),
        html("ul", { class: "links" }, ...premises),
      );
    });
    return items.length ? section(this.words.what_bears, html("ul", { class: "bearing" }, ...items)) : null;
  }

  /** @param {Claim} claim */
  contradicted(claim) {
    const links = (claim.contradicts ?? []).map((one) => html("li", {}, this.link(one)));
    return links.length ? section(this.words.contradicts, html("ul", { class: "links" }, ...links)) : null;
  }

  /** @param {Argument} step */
  how(step) {
    return html("span", { class: `how ${step.polarity}` }, this.words[step.kind] ?? step.kind);
  }

  /**
   * A link that flies to a claim or a step.
   *
   * @param {string} id
   * @param {string} [text]
   * @param {() => void} [go]
   */
  link(id, text = named(this.graph, id, this.words), go = () => this.doors.go(id)) {
    const node = this.graph.claims.get(id) ?? this.graph.arguments.get(id);
    /** @param {Event} event */
    const click = (event) => {
      event.preventDefault();
      go();
    };
    const attributes = { href: `#claim=${encodeURIComponent(id)}`, click };
    const name = html("span", { class: "called", dir: "auto" }, text);
    const standing = this.tells(id) ? node?.standing : undefined;
    const link = html("a", attributes, badge(standing), name);
    if (standing) link.setAttribute("aria-label", `${text} (${this.words[standing] ?? standing})`);
    return link;
  }
}

/**
 * @param {string | undefined} heading
 * @param {...Node} content
 */
function section(heading, ...content) {
  return html("section", {}, html("h3", {}, heading ?? ""), ...content);
}

/**
 * @param {(Node | null)[]} nodes
 * @returns {Node[]}
 */
function present(nodes) {
  return /** @type {Node[]} */ (nodes.filter(Boolean));
}
