/**
 * A page that follows its files: `argmap serve` tells it when there is something newer.
 *
 * What was at a place of the window stays there; boxes glide to their new places, and what is new or
 * says something else flashes once.
 */

import { dataOf } from "./data.js";
import { Findings } from "./findings.js";
import { Paper } from "./paper.js";

/**
 * @typedef {import("./findings.js").Finding} Finding
 * @typedef {object} State
 * @property {string} version
 * @property {boolean} good whether the page shows its files as they are
 * @property {Finding[]} findings
 * @property {Record<string, string>} places the address in an editor of each claim and argument
 *
 * A map has another page, which is linked: its explorer has its slides, and they have it.
 * @typedef {{version: string, events: string, other?: {href: string, name: string}}} Own
 */

const GLIDE = 260;
const FLASH = 1400;
const RETRY = 700;
/** The key that opens in an editor what has the focus. */
const EDITS = "e";
const BOX = "svg [data-id], svg [data-claim], svg [data-argument]";

class LivePage {
  /** @param {Own} data */
  constructor(data) {
    this.version = data.version;
    this.events = data.events;
    /** @type {State | null} */
    this.state = null;
    /** @type {EventSource | null} */
    this.source = null;
    this.busy = false;
    /** @type {Findings | null} */
    this.panel = null;
    this.calm = window.matchMedia("(prefers-reduced-motion: reduce)");
    document.addEventListener("dblclick", (event) => {
      // There two clicks are two steps.
      if (!talkOf()) this.openEditor(event.target);
    });
    // Once the page has its bar.
    document.addEventListener("DOMContentLoaded", () => {
      link(data.other);
      this.panel = new Findings();
      this.tell();
    });
    document.addEventListener("keydown", (event) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key === EDITS && isPlain && !isWriting(event.target)) this.openEditor(event.target);
    });
    document.addEventListener("visibilitychange", () => this.listen());
    this.listen();
  }

  /** Follow the news while the page is seen; browsers allow few connections at once. */
  listen() {
    if (document.hidden) {
      this.source?.close();
      this.source = null;
      return;
    }
    if (this.source) return;
    const source = new EventSource(this.events);
    this.source = source;
    source.onmessage = (event) => {
      document.documentElement.classList.remove("argmap-lost");
      document.documentElement.dataset.argmapLive = "on";
      this.state = JSON.parse(event.data);
      this.follow();
    };
    source.onerror = () => {
      document.documentElement.classList.add("argmap-lost");
      if (source.readyState !== EventSource.CLOSED) return;
      // The server ended, or does not know this page yet.
      this.source = null;
      setTimeout(() => this.listen(), RETRY);
    };
  }

  /** Show the newest page, then what is wrong with a newer one. */
  async follow() {
    if (this.busy) return;
    this.busy = true;
    try {
      while (this.state && this.state.version !== this.version) {
        const wanted = this.state.version;
        const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
        if (!answer.ok) break;
        const text = await answer.text();
        this.show(new DOMParser().parseFromString(text, "text/html"), wanted);
      }
    } catch {
      // The server is gone; its next news come when it is back.
    } finally {
      this.busy = false;
    }
    this.tell();
  }

  /**
   * @param {Document} page
   * @param {string} wanted
   */
  show(page, wanted) {
    const made = page.getElementById("argmap-live")?.textContent;
    this.version = made ? JSON.parse(made).version : wanted;
    const before = seen();
    const known = new Set(/** @type {any} */ (window).argmapExplorer?.graph.claims.keys());
    const at = { x: window.scrollX, y: window.scrollY };
    const frames = scrolled();
    if (!replaced(page)) {
      location.reload();
      return;
    }
    document.title = page.title;
    window.scrollTo({ left: at.x, top: at.y, behavior: "instant" });
    scrolled().forEach((frame, place) => {
      frame.scrollTo({ left: frames[place]?.scrollLeft ?? 0, top: frames[place]?.scrollTop ?? 0 });
    });
    this.move(before, known);
    window.dispatchEvent(new CustomEvent("argmap-live", { detail: this.version }));
  }

  /**
   * Let boxes glide from where they were, and mark what is new or says something else.
   *
   * @param {Map<string, Seen>} before
   * @param {ReadonlySet<string>} known claims that may have been there without being seen
   */
  move(before, known) {
    if (!before.size) return;
    for (const [id, now] of seen()) {
      const old = before.get(id);
      const scale = now.element.getScreenCTM()?.a || 1;
      const x = old ? (old.x - now.x) / scale : 0;
      const y = old ? (old.y - now.y) / scale : 0;
      if (old && !this.calm.matches && Math.abs(x) + Math.abs(y) > 0.5) {
        now.element.animate([{ translate: `${x}px ${y}px` }, { translate: "0px 0px" }], {
          duration: GLIDE,
          easing: "ease-out",
        });
      }
      if (old ? old.says !== now.says : !known.has(id)) this.flash(now.element);
    }
  }

  /** @param {Element} element */
  flash(element) {
    element.classList.add(this.calm.matches ? "argmap-news-calm" : "argmap-news");
    setTimeout(() => element.classList.remove("argmap-news", "argmap-news-calm"), FLASH);
  }

  /** Say what keeps the page from being newer. */
  tell() {
    const findings = this.state?.findings ?? [];
    document.documentElement.classList.toggle("argmap-stale", this.state?.good === false);
    this.panel?.tell(findings, this.state?.good === false);
    edits(Object.keys(this.state?.places ?? {}).length > 0);
  }

  /** @param {EventTarget | null} target */
  openEditor(target) {
    const box = target instanceof Element ? target.closest(BOX) : null;
    const id = talkOf() ? talkOf().slide?.of : box && idOf(box);
    const address = id && this.state?.places[id];
    if (address) location.assign(address);
  }
}

/** @typedef {{element: SVGGraphicsElement, x: number, y: number, says: string}} Seen */

/**
 * Where the boxes are on the screen, and what they say, by their ids.
 *
 * @returns {Map<string, Seen>}
 */
function seen() {
  /** @type {Map<string, Seen>} */
  const found = new Map();
  for (const element of document.querySelectorAll(talkOf() ? `.frame-of.shown :is(${BOX})` : BOX)) {
    if (!(element instanceof SVGGraphicsElement) || found.has(idOf(element))) continue;
    const { x, y, width } = element.getBoundingClientRect();
    if (!width) continue;
    const verdict = element.getAttribute("data-verdict") ?? element.getAttribute("aria-label");
    const says = [verdict, element.textContent].join("\n").replace(/\s+/gu, " ");
    found.set(idOf(element), { element, x, y, says });
  }
  return found;
}

/** @param {Element} element */
function idOf(element) {
  const { id, claim, argument } = /** @type {SVGElement} */ (element).dataset;
  return id ?? claim ?? argument ?? "";
}

/** What scrolls within the page. */
function scrolled() {
  return [...document.querySelectorAll(".frame, .argmap-frame")];
}

/**
 * Put the content of a newer page in the place of this one's; return whether it could be.
 *
 * @param {Document} page
 */
function replaced(page) {
  const explorer = /** @type {any} */ (window).argmapExplorer;
  const talk = talkOf();
  const data = page.getElementById("argmap-data");
  if (Boolean(explorer ?? talk) !== Boolean(data)) return false;
  explorer?.paper.show();
  for (const name of ["body > header", "main"]) {
    const [own, newer] = [document.querySelector(name), page.querySelector(name)];
    if (!own !== !newer) return false;
    if (own && newer) {
      if (!own.childElementCount && newer.childElementCount && !data) return false;
      own.replaceChildren(...newer.childNodes);
    }
  }
  const [style, newStyle] = [document.querySelector("style"), page.querySelector("style")];
  if (style && newStyle) style.textContent = newStyle.textContent;
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  if (talk) talk.follow();
  if (explorer && data) {
    document.getElementById("argmap-data")?.replaceWith(data);
    explorer.mount(dataOf(document), new Paper(document));
  }
  return true;
}

/** The talk of a page with slides. @returns {any} */
function talkOf() {
  return /** @type {any} */ (window).argmapTalk;
}

/**
 * Put a link to the other page of the map into the bar of this one.
 *
 * @param {Own["other"]} other
 */
function link(other) {
  const bar = document.querySelector(".explorer .tools, .talk .controls");
  if (!bar || !other) return;
  const made = document.createElement("a");
  Object.assign(made, { className: "argmap-other", href: other.href, textContent: other.name, lang: "en" });
  // It leads to what is told of just then.
  for (const kind of ["pointerenter", "focus", "click"]) {
    made.addEventListener(kind, () => {
      const { slide } = talkOf() ?? {};
      const id = talkOf() ? slide?.of : /** @type {any} */ (window).argmapExplorer?.state.claim;
      made.href = id ? `${other.href}#claim=${encodeURIComponent(id)}` : other.href;
    });
  }
  bar.append(made);
}

/**
 * Say by which key a box is opened in an editor, where there is one: a tree takes other letters for names.
 *
 * @param {boolean} can
 */
function edits(can) {
  const stage = document.querySelector(".explorer .stage");
  const keys = stage?.getAttribute("aria-keyshortcuts")?.split(" ").filter((key) => key !== EDITS) ?? [];
  stage?.setAttribute("aria-keyshortcuts", [...keys, ...(can ? [EDITS] : [])].join(" "));
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

const own = document.getElementById("argmap-live");
if (own?.textContent) new LivePage(JSON.parse(own.textContent));
