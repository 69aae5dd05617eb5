// A look at the text: what is wrong with it, what mends that, and what it says.

import { Absent, Broken, Outdated, PATIENCE, Stopped } from "./engine.js";
import { by, ofPicture, warn } from "./notices.js";

/**
 * @typedef {import("./engine.js").Finding} Finding
 * @typedef {import("./engine.js").Fix} Fix
 * @typedef {import("./claims.js").Sides} Sides
 */

/** Most findings for which fixes are looked for, as in editors. */
const MOST_FIXED = 10;
/** For how long a map may think when the reader asks for it, in seconds. */
const LONG = 60;
/** What is done for a question, where that is more than to draw the map. */
const WORK = /** @type {Record<string, string>} */ ({
  findings: "Checking this map",
  explanation: "Explaining this claim",
  layout: "Formatting this map",
  written: "Writing this file",
});
const LEFT_ALONE = " You can write on: argmap tries again when the map is a tenth shorter or longer, or when you say so.";
/** Here the picture is one for telephones. */
export const NARROW = matchMedia("(max-width: 40rem)");

export class Looking {
  /**
   * @param {import("./asking.js").Asking} asking
   * @param {Sides} sides
   * @param {import("./findings.js").Findings} list
   * @param {() => import("./claims.js").Claims} claims
   */
  constructor(asking, sides, list, claims) {
    this.asking = asking;
    this.map = asking.map;
    this.sides = sides;
    this.list = list;
    this.claims = claims;
    this.hasLooked = false;
    /** @type {Finding[]} */
    this.findings = [];
    /** @type {Map<Finding, Fix[]>} */
    this.fixes = new Map();
  }

  /** What was said is of another map. */
  clear() {
    this.findings = [];
    this.fixes = new Map();
    this.asking.begin();
    this.list.wait();
  }

  get hasErrors() {
    return this.findings.some((one) => one.severity === "error");
  }

  /** Find out what is wrong with the text, and show what it says. */
  async look() {
    const now = this.map.version;
    this.asking.engine.clear();
    const view = () => this.view(now);
    const check = () => this.check(now);
    // At first the picture: what helps to write takes longer to load.
    let hasView = true;
    for (const step of this.hasLooked ? [check, view] : [view, check]) {
      try {
        await step();
      } catch (error) {
        // What is wrong with the picture is wrong with the findings, too, and is said already.
        if (hasView) this.halted(error, now);
        hasView = step !== view;
        if (!(error instanceof Outdated) && step === check) this.leave();
        // What is said of the text is of use, too, where its picture takes too long.
        if (error instanceof Outdated || step !== view) return;
      }
      if (now !== this.map.version) return;
      this.hasLooked = true;
    }
    await this.mend(now);
  }

  /**
   * Say that argmap could not finish, if it could not.
   * @param {unknown} error
   * @param {number} now
   * @param {() => void} [redo] what the reader has asked for, where that was no look at the map
   */
  halted(error, now, redo) {
    if (error instanceof Outdated) return;
    if (!(error instanceof Stopped || error instanceof Broken || error instanceof Absent)) throw error;
    if (now !== this.map.version && !redo) {
      // What is there now may be what mends it.
      void this.look();
      return;
    }
    const { dataset, classList } = document.body;
    if (dataset.shown !== dataset.version) classList.add("stale");
    const again = (/** @type {number} */ seconds = PATIENCE) => () => {
      // The button that was pressed goes with its notice.
      this.sides.editor.view.focus();
      warn("");
      this.asking.begin(seconds);
      if (error instanceof Absent) {
        classList.remove("stale");
        this.asking.engine.start(true);
      }
      if (error instanceof Absent || !redo) void this.look();
      redo?.();
    };
    const offers = [{ label: "Try again", does: again() }];
    if (error instanceof Stopped) offers.push({ label: `Try for ${LONG} seconds`, does: again(LONG) });
    warn(`${told(error)}${redo || error instanceof Absent ? "" : LEFT_ALONE}`, offers);
  }

  /** What was found was found in another text. */
  leave() {
    this.findings = [];
    this.fixes = new Map();
    this.sides.editor.mark([], this.fixes);
    this.list.giveUp();
  }

  /** @param {number} now */
  async check(now) {
    const found = await this.asking.ask("findings");
    if (now !== this.map.version) return;
    this.findings = found.findings ?? [];
    const before = this.fixes;
    this.fixes = new Map();
    // A fix is shown until it is known anew: buttons should not come and go while one types.
    for (const one of this.findings) {
      const same = [...before.keys()].find((two) => JSON.stringify(two) === JSON.stringify(one));
      if (same) this.fixes.set(one, before.get(same) ?? []);
    }
    this.showFindings();
  }

  showFindings() {
    this.sides.editor.mark(this.findings, this.fixes);
    this.list.show(this.findings, this.fixes);
  }

  /**
   * Look for fixes; what cannot be mended in time is left to the writer.
   * @param {number} now
   */
  async mend(now) {
    for (const one of this.findings.slice(0, MOST_FIXED)) {
      const found = await this.asking.ask("fixes", { start: one.start, end: one.end }, { rank: 2 }).catch(() => null);
      if (!found || now !== this.map.version) return;
      this.fixes.set(one, found.fixes ?? []);
      this.showFindings();
    }
  }

  /** @param {number} now */
  async view(now) {
    /** @type {import("./engine.js").View} */
    const found = await this.asking.ask("view", { narrow: NARROW.matches });
    if (now !== this.map.version) return;
    const { picture, outline, explanation } = this.sides;
    const isShown = found.whole && found.picture !== undefined;
    document.body.classList.toggle("stale", !isShown);
    document.body.dataset.shown = String(now);
    if (!found.whole) {
      warn(picture.source ? "The map has faults. The picture is of the last map that had none." : "The map has faults, so there is no picture of it yet.");
      ofPicture();
      return;
    }
    warn(found.no_picture ?? "");
    for (const id of ["frame", "outline", "reasons"]) by(id).lang = found.language ?? "";
    outline.show(found.outline ?? "", found.tally ?? "");
    explanation.offer(found.claims ?? []);
    if (found.picture !== undefined) picture.show(found.narrow ?? found.picture, found.narrow !== undefined);
    if (found.title) by("frame").setAttribute("aria-label", `Picture of the map “${found.title}”`);
    document.title = `${found.title || this.map.name} · argmap playground`;
    this.claims().choose(this.claims().selected || (found.claims?.[0]?.id ?? ""));
  }
}

/**
 * Say why argmap could not finish.
 * @param {Stopped | Broken | Absent} error
 */
function told(error) {
  if (error instanceof Stopped) {
    return `${WORK[error.message] ?? "This map"} took longer than ${error.seconds} seconds, so argmap was stopped. The text is as it was.`;
  }
  const last = error.message.trim().split("\n").pop();
  if (error instanceof Broken) return `argmap broke down over this map, and was started anew. The text is as it was. (${last})`;
  const what = error.isLoaded ? "argmap could not be started in this browser." : "argmap could not be loaded whole: the connection may have broken off.";
  return `${what} You can write on: drafts are kept in this browser. (${last})`;
}
