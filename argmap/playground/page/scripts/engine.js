// argmap in a worker: one question at a time, each within a time, and a new worker when it is over.

/**
 * @typedef {{line: number, character: number}} Place
 * @typedef {{start: Place, end: Place}} Range
 * @typedef {Range & {text: string}} Edit
 * @typedef {Range & {severity: "error" | "warning" | "hint", code: string, message: string}} Finding
 * @typedef {{title: string, edits: Edit[], preferred: boolean}} Fix
 * @typedef {{id: string, name: string, sign: string}} Claim
 * @typedef {{
 *   whole: boolean, title?: string, language?: string, tally?: string, outline?: string, claims?: Claim[],
 *   picture?: string, narrow?: string, no_picture?: string, error?: string,
 * }} View
 * @typedef {{depth: number, id: string, sentence: string}} Step
 * @typedef {"loading" | "starting" | "fetching" | "importing" | "ready" | "working" | "broken"} State
 * @typedef {{
 *   question: string, given: object, data?: Uint8Array, seconds: number, rank: number, key: string, stays: boolean,
 *   resolve: (answer: any) => void, reject: (error: Error) => void,
 * }} Task
 */

/** How long argmap may think about one question, in seconds. */
export const PATIENCE = 5;

/** How long a library may take to come, in seconds. */
const LONG = 120;

/** A question was given up, for it took too long; the worker is started anew. */
export class Stopped extends Error {
  /**
   * @param {string} question
   * @param {number} seconds that it was given
   */
  constructor(question, seconds) {
    super(question);
    this.seconds = seconds;
  }
}
/** A question was too much for the worker, such as for its memory; it is started anew. */
export class Broken extends Error {}
/** argmap could not be loaded, or not be started: no question is answered until it is tried again. */
export class Absent extends Error {
  /**
   * @param {string} words
   * @param {boolean} isLoaded whether it is there at least
   */
  constructor(words, isLoaded) {
    super(words);
    this.isLoaded = isLoaded;
  }
}
/** A question is no longer of interest: a newer one of its kind was asked. */
export class Outdated extends Error {}

export class Engine {
  /** @param {(state: State) => void} tell what is called when the state changes */
  constructor(tell) {
    this.tell = tell;
    /** @type {Task[]} */
    this.waiting = [];
    /** @type {Task | null} */
    this.current = null;
    /** @type {Worker | null} */
    this.worker = null;
    this.isReady = false;
    this.isLoaded = false;
    /** @type {Absent | null} */
    this.absent = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.start();
  }

  /** @param {boolean} [isAgain] whether something had not come whole, which browsers may have kept */
  start(isAgain = false) {
    this.worker?.terminate();
    this.isReady = false;
    this.isLoaded = false;
    this.absent = null;
    this.tell("loading");
    // A worker from a blob is under the same policy as the page: it can load from nowhere else.
    const address = JSON.stringify(new URL(isAgain ? "worker.js?again" : "worker.js", document.baseURI).href);
    const blob = new Blob([`import ${address};`], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(blob), { type: "module" });
    worker.onmessage = ({ data }) => this.hear(worker, data);
    worker.onerror = (event) => this.hear(worker, { broken: event.message || "it did not load" });
    this.worker = worker;
  }

  /**
   * Ask for an answer. Of several questions with one key only the newest is answered; those of a
   * lower rank go first. One that `stays` is answered although the reader writes on meanwhile.
   * @param {string} question
   * @param {object} given
   * @param {{data?: Uint8Array, seconds?: number, rank?: number, key?: string, stays?: boolean}} [how]
   * @returns {Promise<any>}
   */
  ask(question, given, { data, seconds = PATIENCE, rank = 1, key = question, stays = false } = {}) {
    if (this.absent) return Promise.reject(this.absent);
    const outdated = this.waiting.findIndex((one) => one.key === key);
    if (outdated >= 0) this.waiting.splice(outdated, 1)[0].reject(new Outdated(key));
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, given, data, seconds, rank, key, stays, resolve, reject });
      this.next();
    });
  }

  /** Forget what has not been asked yet of a text that is another by now. */
  clear() {
    const before = this.waiting;
    this.waiting = before.filter((one) => one.stays);
    for (const one of before) if (!one.stays) one.reject(new Outdated(one.key));
  }

  next() {
    if (!this.isReady || this.current || !this.waiting.length || !this.worker) return;
    const first = this.waiting.reduce((best, one) => (one.rank < best.rank ? one : best));
    this.waiting.splice(this.waiting.indexOf(first), 1);
    this.current = first;
    this.limit(first.seconds);
    this.tell("working");
    const { question, given, data } = first;
    this.worker.postMessage({ question, given: JSON.stringify(given), data });
  }

  /** @param {number} seconds from now on, for the question that is being answered */
  limit(seconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.giveUp(), seconds * 1000);
  }

  giveUp() {
    const task = this.current;
    this.current = null;
    this.worker?.terminate();
    task?.reject(new Stopped(task.question, task.seconds));
    this.start();
  }

  /**
   * @param {Worker} worker
   * @param {{state?: State, answer?: string, missing?: string, broken?: string}} message
   */
  hear(worker, message) {
    if (worker !== this.worker) return;
    if (message.broken !== undefined) {
      this.fail(message.broken);
      return;
    }
    if (message.state) {
      if (message.state === "starting") this.isLoaded = true;
      if (message.state === "ready") this.isReady = true;
      // To load what an answer needs is no work on the map.
      if (this.current && ["fetching", "importing"].includes(message.state)) this.limit(LONG);
      if (message.state === "working" && this.current) this.limit(this.current.seconds);
      this.tell(message.state);
    }
    if (message.missing !== undefined && this.current) {
      clearTimeout(this.timer);
      const task = this.current;
      this.current = null;
      task.reject(new Absent(message.missing, false));
      this.tell("ready");
    }
    if (message.answer !== undefined && this.current) {
      clearTimeout(this.timer);
      const task = this.current;
      this.current = null;
      task.resolve(JSON.parse(message.answer));
      this.tell("ready");
    }
    this.next();
  }

  /** @param {string} words */
  fail(words) {
    clearTimeout(this.timer);
    this.worker?.terminate();
    const task = this.current;
    this.current = null;
    if (this.isReady) {
      task?.reject(new Broken(words));
      this.start();
      return;
    }
    this.absent = new Absent(words, this.isLoaded);
    this.tell("broken");
    for (const one of this.waiting.splice(0)) one.reject(this.absent);
  }
}
