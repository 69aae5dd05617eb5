// What argmap is asked about the map that is open, and what is said of how it gets on.

import { Broken, Engine, PATIENCE, Stopped } from "./engine.js";
import { by, say, unsay } from "./notices.js";

const STATES = { loading: "Loading Python …", starting: "Starting argmap …", fetching: "Loading a library for this notation …", importing: "Loading more of argmap …", working: "", ready: "", broken: "" };

/** A text whose length is another by more than this share is no longer the one that was too much. */
const NEARLY = 0.1;

/** Return argmap; the page shows whether it is at work. */
export function begun() {
  return new Engine((state) => {
    document.body.dataset.state = state;
    unsay(Object.values(STATES));
    // What is said of a map is not driven away by that.
    if (STATES[state] && !by("status").textContent) say(STATES[state]);
  });
}

export class Asking {
  /**
   * @param {Engine} engine
   * @param {import("./open-map.js").OpenMap} map
   */
  constructor(engine, map) {
    this.engine = engine;
    this.map = map;
    this.seconds = PATIENCE;
    /**
     * What was stopped or broke argmap down, by its question, and how long the text was.
     * @type {Map<string, {error: Error, length: number}>}
     */
    this.stopped = new Map();
  }

  /**
   * From now on nothing has been too much.
   * @param {number} [seconds] that a question may take
   */
  begin(seconds = PATIENCE) {
    this.seconds = seconds;
    this.stopped = new Map();
  }

  /**
   * Ask about the text as it is now. What was too much is not asked again of nearly the same
   * text: each key would cost as many seconds, and a worker. Whoever asks for it by name `insists`.
   * @param {string} question
   * @param {object} [given]
   * @param {{rank?: number, key?: string, insists?: boolean, stays?: boolean}} [how]
   * @returns {Promise<any>}
   */
  async ask(question, given = {}, { insists = false, ...how } = {}) {
    const text = this.map.text();
    const { stopped, seconds } = this;
    const before = stopped.get(question);
    if (before && !insists && Math.abs(text.length - before.length) <= NEARLY * before.length) throw before.error;
    try {
      const found = await this.engine.ask(question, { text, name: this.map.name, ...given }, { seconds, ...how });
      stopped.delete(question);
      return found;
    } catch (error) {
      if (error instanceof Stopped || error instanceof Broken) {
        stopped.set(question, { error, length: text.length });
        if (stopped === this.stopped) this.seconds = PATIENCE;
      }
      throw error;
    }
  }
}
