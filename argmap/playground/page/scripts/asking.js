// What argmap is asked about the map that is open, and what is said of how it gets on.

import { Engine } from "./engine.js";
import { by, say, unsay, warn } from "./notices.js";

const STATES = { loading: "Loading Python …", starting: "Starting argmap …", fetching: "Loading a library for this notation …", importing: "Loading more of argmap …", working: "", ready: "", broken: "" };

/** Return argmap; the page shows whether it is at work. */
export function begun() {
  return new Engine((state, words) => {
    document.body.dataset.state = state;
    if (state === "broken") warn(`argmap could not be started here: ${words}`);
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
  }

  /**
   * Ask about the text as it is now.
   * @param {string} question
   * @param {object} [given]
   * @param {{seconds?: number, rank?: number, key?: string}} [how]
   * @returns {Promise<any>}
   */
  ask(question, given = {}, how = {}) {
    return this.engine.ask(question, { text: this.map.text(), name: this.map.name, ...given }, how);
  }
}
