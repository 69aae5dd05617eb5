/** What if: claims and steps are taken to stand or to fall, and every verdict follows at once. */

import { toAddress } from "./addressing.js";
import { html, icon } from "./elements.js";
import { keepingFocus } from "./focus.js";
import { changes, evaluate, UnfitQuestionError, usualQuestion } from "./labelling.js";
import { News } from "./labelling/news.js";
import { button } from "./shell.js";
import { counted, named, whole } from "./wording.js";

/**
 * @typedef {import("./app.js").Explorer} Explorer
 * @typedef {import("./labelling.js").Verdict} Verdict
 * @typedef {import("./labelling.js").Change} Change
 */

/** The verdicts on a map, as it is written and as a reader asks. */
export class Asking {
  /** @param {import("./data.js").PageData} data */
  constructor(data) {
    this.network = data.network ?? null;
    this.news = data.network && data.news_words ? new News(data, data.news_words) : null;
    /** @type {Map<string, Verdict>} */
    this.written = new Map();
    /** @type {Map<string, Verdict>} */
    this.verdicts = new Map();
    /** @type {Change[]} */
    this.changes = [];
    this.usual = usual(data);
    /** the last question that was put to the network, and its answer */
    this.last = { asked: "", found: this.written };
    /** @type {{verdicts: Map<string, Verdict>, picture: import("./picture.js").Picture} | null} */
    this.shown = null;
    if (this.network) this.written = evaluate(this.network, { audience: this.usual.audience });
    this.verdicts = this.written;
    /** Whether the last question contradicted itself. */
    this.refused = false;
  }

  /**
   * Ask what follows; false where the question contradicts itself, and then nothing changes.
   *
   * @param {string[]} accept
   * @param {string[]} reject
   */
  ask(accept, reject) {
    if (!this.network) return true;
    const found = this.answer(accept, reject);
    if (!found) return false;
    this.verdicts = found;
    this.changes = changes(this.written, found);
    return true;
  }

  /**
   * @param {string[]} accept
   * @param {string[]} reject
   */
  answer(accept, reject) {
    if (!this.network) return null;
    if (!accept.length && !reject.length) return this.written;
    const asked = JSON.stringify([accept, reject]);
    if (asked === this.last.asked) return this.last.found;
    try {
      const found = evaluate(this.network, { accept, reject, audience: this.usual.audience });
      this.last = { asked, found };
      return found;
    } catch (error) {
      if (error instanceof UnfitQuestionError) return null;
      throw error;
    }
  }
}

/**
 * Return what was asked when the map was drawn.
 *
 * @param {import("./data.js").PageData} data
 */
export function usual(data) {
  return data.network ? usualQuestion(data.network) : { accept: [], reject: [], audience: null };
}

/**
 * Show the verdicts that follow from what is asked, in the picture and all lists.
 *
 * @param {Explorer} app
 */
export function answered(app) {
  const { state, asking } = app;
  asking.refused = !asking.ask(state.accept, state.reject);
  if (asking.refused) {
    state.accept = [];
    state.reject = [];
    asking.ask([], []);
  }
  const { verdicts, shown } = asking;
  if (shown?.verdicts !== verdicts || shown.picture !== app.picture) judged(app);
  app.picture.mark("supposed", askedOf(app));
  tell(app);
}

/**
 * Show verdicts that are others than before, or in another picture.
 *
 * @param {Explorer} app
 */
function judged(app) {
  const { asking, graph, picture } = app;
  asking.shown = { verdicts: asking.verdicts, picture };
  const changed = new Set(asking.changes.map((one) => one.id));
  /** @type {string[]} */
  const anew = [];
  for (const [id, verdict] of asking.verdicts) {
    const node = graph.claims.get(id) ?? graph.arguments.get(id);
    if (node?.standing !== verdict.standing) anew.push(id);
    if (node) node.standing = verdict.standing;
    picture.judge(id, verdict.standing, changed.has(id));
  }
  fails(app);
  app.tree?.name(anew);
}

/**
 * Lines of arguments without effect are thin, as argmap draws them.
 *
 * @param {Explorer} app
 */
function fails(app) {
  const { graph, picture, asking } = app;
  if (!asking.network) return;
  /** @param {import("./data.js").Argument} step */
  const without = (step) => {
    const label = asking.verdicts.get(step.id)?.label;
    const target = asking.verdicts.get(step.target)?.label;
    return label === "rejected" || (step.polarity === "attack" && target === "accepted");
  };
  picture.drawing.arrows.forEach(([tail, head, kind], at) => {
    if (kind === "contradiction") return;
    const leaving = graph.arguments.get(kind === "join" ? head : tail);
    const found = leaving ?? (graph.serving.get(tail) ?? []).find((one) => one.target === head);
    if (found) picture.arrows[at]?.classList.toggle("fails", without(found));
  });
}

/**
 * Return what is supposed to stand or to fall; nothing where the page has no verdicts.
 *
 * @param {Explorer} app
 */
function askedOf({ state, asking }) {
  return asking.network ? [...state.accept, ...state.reject] : [];
}

/**
 * Tell what is asked and what changes, in a card over the picture.
 *
 * @param {Explorer} app
 */
function tell(app) {
  const { state, asking, words, parts } = app;
  const asked = askedOf(app);
  parts.card.hidden = asked.length === 0 && !asking.refused;
  if (parts.card.hidden) return parts.card.replaceChildren();
  const supposed = asked.map((id) => {
    const word = state.accept.includes(id) ? words.stands : words.falls;
    const name = `${words.take_back}: ${named(app.graph, id, words)}`;
    const back = button(name, () => suppose(app, id, null), icon("close"), { class: "small" });
    return html("li", {}, app.pane.link(id), html("span", { class: "supposed-word" }, word ?? ""), back);
  });
  // Whoever studies is told of no verdict before they have said what they expect.
  const may = asking.changes.filter((one) => app.tells(one.id));
  const told = asking.news?.of(may);
  const sentences = (told ?? []).map(({ id, sentence }) => {
    /** @param {Event} event */
    const click = (event) => {
      event.preventDefault();
      app.go(id);
    };
    // Not by the name at its begin: all languages of argmap's own are read rightwards.
    return html("li", { dir: "ltr" }, html("a", { href: `#claim=${encodeURIComponent(id)}`, click }, sentence));
  });
  // A step that no sentence tells is not counted either.
  const count = (told ?? may).length;
  const sum = count ? counted(words.tag, words.changes ?? "{}", count) : (words.nothing_changes ?? "");
  const refused = html("p", { class: "refused", role: "status" }, words.cannot_suppose ?? "");
  const follows = html("p", { class: "sum" }, sum);
  parts.card.replaceChildren(
    html("h2", { id: "argmap-card" }, words.what_if ?? ""),
    html("ul", { class: "supposed" }, ...supposed),
    ...(asking.refused ? [refused] : []),
    ...(asked.length && may.length === asking.changes.length ? [follows] : []),
    html("ul", { class: "news" }, ...sentences),
    button(words.take_all_back, () => supposeNothing(app), words.take_all_back ?? ""),
  );
}

/**
 * Take a claim or a step to stand, to fall, or as it is written; refused where that cannot be.
 *
 * @param {Explorer} app
 * @param {string} id
 * @param {"accept" | "reject" | null} list
 */
function suppose(app, id, list) {
  const { state, asking } = app;
  const accept = state.accept.filter((one) => one !== id);
  const reject = state.reject.filter((one) => one !== id);
  if (list === "accept") accept.push(id);
  if (list === "reject") reject.push(id);
  asking.refused = !asking.answer(accept, reject);
  if (asking.refused) return tell(app);
  supposed(app, accept, reject);
}

/** @param {Explorer} app */
function supposeNothing(app) {
  supposed(app, [], []);
}

/**
 * Show what follows, and tell it to those who cannot see it; the button that was pressed is a new one now.
 *
 * @param {Explorer} app
 * @param {string[]} accept
 * @param {string[]} reject
 */
function supposed(app, accept, reject) {
  Object.assign(app.state, { accept, reject });
  keepingFocus(app, () => app.follow());
  toAddress(app);
  app.say([...app.parts.card.querySelectorAll(".sum, .news li")].map((one) => one.textContent).join(" "));
}

/**
 * The buttons of the pane that suppose of a claim or a step that it stands or falls.
 *
 * @param {Explorer} app
 * @param {string} id
 */
export function supposing(app, id) {
  if (!app.asking.network) return [];
  const { words, state } = app;
  /** @param {"accept" | "reject"} list @param {string | undefined} word */
  const choice = (list, word) => {
    const pressed = state[list].includes(id);
    const click = () => suppose(app, id, pressed ? null : list);
    return button(word, click, word ?? "", { "aria-pressed": String(pressed), "data-suppose": list });
  };
  const group = { class: "supposing", role: "group", "aria-label": words.what_if };
  return [
    html("div", group, choice("accept", words.suppose_stands), choice("reject", words.suppose_falls)),
  ];
}

/**
 * Why a verdict is as it is, in a sentence: argmap's own in English, else in the language of the map.
 *
 * @param {Explorer} app
 * @param {string} id
 * @returns {{sentence: string, language: string} | null}
 */
export function reasoned(app, id) {
  const { asking, graph, words } = app;
  const verdict = asking.verdicts.get(id);
  const node = graph.claims.get(id) ?? graph.arguments.get(id);
  const asked = app.state.accept.length + app.state.reject.length > 0;
  if (node?.why && (!asking.news || !verdict || (words.tag === "en" && !asked))) {
    const [form, ...ids] = node.why;
    return { sentence: whole(graph, app.data.sentences[form] ?? [], ids), language: "en" };
  }
  if (!asking.news || !verdict) return null;
  const reason = asking.news.reason(id, verdict);
  return { sentence: `${reason.charAt(0).toLocaleUpperCase(words.tag)}${reason.slice(1)}.`, language: words.tag ?? "en" };
}
