/** The layout engine that a page may bring along: asked one drawing at a time, within a time. */

// So long a layout may take, in milliseconds, before another one is made without Graphviz.
const PATIENCE = 5000;

export class Engine {
  /**
   * @param {string} script what runs in the worker
   * @param {string} packed the program, compressed, in base64
   */
  constructor(script, packed) {
    this.script = script;
    this.packed = packed;
    this.patience = PATIENCE;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {{resolve: (answer: string | null) => void, timer: number} | null} */
    this.asked = null;
  }

  /**
   * Return what Graphviz makes of a drawing; null where it takes too long, breaks down, or where
   * another drawing has been asked for since.
   *
   * @param {string} dot
   * @returns {Promise<string | null>}
   */
  layout(dot) {
    // What is still thought about is of no interest any more.
    if (this.asked) this.end();
    return new Promise((resolve) => {
      this.asked = { resolve, timer: window.setTimeout(() => this.end(), this.patience) };
      try {
        const isNew = this.worker === null;
        this.worker ??= this.start();
        this.worker.postMessage(isNew ? { packed: bytesOf(this.packed), dot } : { dot });
      } catch {
        this.end();
      }
    });
  }

  start() {
    const address = URL.createObjectURL(new Blob([this.script], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.onmessage = ({ data }) => (data.answer === undefined ? this.end() : this.answer(data.answer));
    worker.onerror = () => this.end();
    return worker;
  }

  end() {
    this.worker?.terminate();
    this.worker = null;
    this.answer(null);
  }

  /** @param {string | null} answer */
  answer(answer) {
    const asked = this.asked;
    this.asked = null;
    clearTimeout(asked?.timer);
    asked?.resolve(answer);
  }
}

/**
 * Return the engine of a page; null where it brings none along.
 *
 * @param {Document} page
 */
export function engineOf(page) {
  const [script, packed] = ["worker", "program"].map(
    (part) => page.getElementById(`argmap-layout-${part}`)?.textContent,
  );
  return script && packed ? new Engine(script, packed) : null;
}

/** @param {string} text */
function bytesOf(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
