/** What a question changes, in sentences: the words come from argmap, in the language of the map. */

import { mention, withinSentence } from "./naming.js";

/** @typedef {import("../labelling.js").Change} Change */
/** @typedef {import("../labelling.js").Verdict} Verdict */
/** @typedef {import("./reasons.js").Standing} Standing */

/**
 * @typedef {object} NewsWords
 * @property {string} tag
 * @property {string} conjunction
 * @property {string} quotation
 * @property {Record<Standing, string>} news
 * @property {string} because
 * @property {string} argument_named
 * @property {string} argument_from
 * @property {string} linked
 * @property {string[]} others
 * @property {string} untold
 * @property {Record<Standing, string>} away
 * @property {Record<string, string>} reasons
 * @property {Record<string, string>} reasons_of_several
 */

/** @typedef {{map: string, verdict: Standing}} Home the map in which a claim is argued, with its verdict there */
/** @typedef {{id: string, text: string, label?: string | null, status?: string | null, home?: Home | null}} ToldClaim */

/**
 * @typedef {object} ToldArgument
 * @property {string} id
 * @property {string[]} premises
 * @property {string} target
 * @property {string} polarity
 * @property {string | null} [label]
 * @property {string | null} [scheme]
 */

const MOST_NAMED = 3;
const COUNTED = ["stands", "unsupported"];

/** Tells what has changed of the claims and arguments of a page. */
export class News {
  /**
   * @param {{claims: ToldClaim[], arguments: ToldArgument[]}} data
   * @param {NewsWords} words
   */
  constructor(data, words) {
    this.words = words;
    this.claims = new Map(data.claims.map((one) => [one.id, one]));
    this.arguments = new Map(data.arguments.map((one) => [one.id, one]));
  }

  /**
   * A sentence for each change. A step that has no name of its own is passed over where it has but
   * one premise: that premise has changed, or what it bears on, and either is told.
   *
   * @param {Change[]} changes
   * @returns {{id: string, sentence: string}[]}
   */
  of(changes) {
    return changes
      .filter(({ id }) => !this.#isPlainStep(id))
      .map(({ id, after }) => ({ id, sentence: this.sentence(id, after) }));
  }

  /**
   * The sentence that says how a claim or an argument now stands, and why.
   *
   * @param {string} id
   * @param {Verdict} verdict
   */
  sentence(id, verdict) {
    const { words } = this;
    const now = filled(words.news[verdict.standing], this.#subject(id));
    const told = filled(words.because, now, this.reason(id, verdict));
    return told.charAt(0).toLocaleUpperCase(words.tag) + told.slice(1);
  }

  /**
   * Why a claim or an argument has its verdict, as half a sentence.
   *
   * @param {string} id
   * @param {Verdict} verdict
   */
  reason(id, verdict) {
    const { words } = this;
    const home = this.claims.get(id)?.home;
    if (home?.verdict === verdict.standing) return filled(words.away[home.verdict], home.map);
    const decided = this.#deciding(id, verdict);
    const kind = this.#kind(id, verdict);
    // Where the words are on what is named, two of one name are one.
    const named = COUNTED.includes(verdict.reason) ? decided : this.#names(decided);
    const count = named.length + verdict.hidden;
    const several = count > 1 ? words.reasons_of_several[kind] : undefined;
    return filled(several ?? words.reasons[kind] ?? "{}", this.#listed(decided, verdict.hidden));
  }

  /**
   * What a claim or an argument is called within a sentence.
   *
   * @param {string} id
   * @returns {string}
   */
  named(id) {
    const claim = this.claims.get(id);
    if (claim) return this.#quoted(mention(claim.label || claim.text));
    const argument = this.arguments.get(id);
    const own = this.#own(argument);
    if (own) return filled(this.words.argument_named, this.#quoted(own));
    const premises = [...new Set(argument?.premises ?? [])];
    if (premises.length < 2) return this.#listed(premises, 0);
    const [first, ...others] = premises;
    return filled(this.words.linked, this.named(first), this.#listed(others, 0));
  }

  /**
   * What a sentence speaks of: an argument is told apart from its premises, which may stand otherwise.
   *
   * @param {string} id
   */
  #subject(id) {
    const argument = this.arguments.get(id);
    if (!argument || this.#own(argument)) return this.named(id);
    return filled(this.words.argument_from, this.#listed(argument.premises, 0));
  }

  /**
   * The name of an argument itself: its label, and of one with many premises its scheme.
   *
   * @param {ToldArgument | undefined} argument
   */
  #own(argument) {
    if (!argument) return "";
    return argument.label || (argument.premises.length > MOST_NAMED ? (argument.scheme ?? "").replace(/[-_]/gu, " ") : "");
  }

  /** @param {string} id */
  #isPlainStep(id) {
    const argument = this.arguments.get(id);
    return argument !== undefined && argument.premises.length === 1 && !argument.label;
  }

  /**
   * The word for a reason: what the author lays down is told apart from what the question does.
   *
   * @param {string} id
   * @param {Verdict} verdict
   */
  #kind(id, verdict) {
    const status = this.claims.get(id)?.status;
    if (verdict.reason === "granted" && status === "certain") return "certain";
    if (verdict.reason === "rejected" && status === "rejected") return "rejected-by-author";
    const unproven = verdict.reason === "premise-fell" && verdict.standing === "not-shown";
    return unproven ? "premise-not-shown" : verdict.reason;
  }

  /**
   * What is named of what decided: of arguments that fell, only those for the claim.
   *
   * @param {string} id
   * @param {Verdict} verdict
   */
  #deciding(id, verdict) {
    if (verdict.reason !== "unsupported" && verdict.reason !== "circular") return verdict.because;
    return verdict.because.filter((one) => {
      const argument = this.arguments.get(one);
      return argument?.target === id && argument.polarity === "support";
    });
  }

  /** @param {string[]} ids */
  #names(ids) {
    return [...new Set(ids.map((id) => this.named(id)))];
  }

  /**
   * @param {string[]} ids
   * @param {number} hidden how many more there are that may not be named
   * @returns {string}
   */
  #listed(ids, hidden) {
    const { words } = this;
    const names = this.#names(ids);
    if (hidden) names.push(words.untold);
    if (names.length > MOST_NAMED) {
      const rest = names.splice(MOST_NAMED - 1).length;
      names.push(filled(form(words, rest), String(rest)));
    }
    const last = names.pop() ?? words.untold;
    return names.length ? `${names.join(", ")} ${words.conjunction} ${last}` : last;
  }

  /** @param {string} name */
  #quoted(name) {
    return filled(this.words.quotation, withinSentence(name));
  }
}

/**
 * The form of the word for others that goes with a number.
 *
 * @param {NewsWords} words
 * @param {number} number
 */
function form(words, number) {
  const last = words.others.length - 1;
  const places = { zero: last, one: 0, two: 1, few: 1, many: 2, other: last };
  const place = places[new Intl.PluralRules(words.tag).select(number)];
  return words.others[Math.min(place, last)] ?? "{}";
}

/**
 * A text with its places filled one after another.
 *
 * @param {string} text
 * @param {...string} values
 */
function filled(text, ...values) {
  const parts = text.split("{}");
  return parts.reduce((all, part, place) => all + (values[place - 1] ?? "") + part);
}
