// Python in a worker: loads Pyodide and argmap from the folder of the page, and answers questions.

const folder = new URL("./", import.meta.url);
/** A map that is drawn before any other, so that all that drawing needs is there. */
const FIRST = { text: "{argmap: 1, thesis: {text: T., premises: [P.]}}", name: "first.yaml" };

/** @type {any} */
let python;
/** @type {(question: string, given: string, data?: any) => string} */
let answer;
let hasFurther = false;

/** @param {object} message */
function say(message) {
  self.postMessage(message);
}

/** @param {string} name */
async function archive(name) {
  const response = await fetch(new URL(name, folder));
  if (!response.ok) throw new Error(`${name} cannot be loaded (${response.status})`);
  return response.arrayBuffer();
}

/** @param {ArrayBuffer} content */
function unpack(content) {
  python.unpackArchive(content, "zip", { extractDir: "/packages" });
}

async function pyodide() {
  const { loadPyodide } = await import(new URL("pyodide/pyodide.mjs", folder).href);
  return loadPyodide({ indexURL: new URL("pyodide/", folder).href });
}

async function start() {
  const [ready, packages] = await Promise.all([pyodide(), archive("argmap.zip")]);
  python = ready;
  say({ state: "starting" });
  unpack(packages);
  python.runPython("import sys; sys.path.insert(0, '/packages'); sys.dont_write_bytecode = True");
  answer = python.runPython("from argmap.playground.answers import answer; answer");
  answer("view", JSON.stringify(FIRST));
  // From now on an answer has its time, and loading is none of that.
  const watch = python.runPython("from argmap.playground.loading import watch_loading; watch_loading");
  watch((/** @type {boolean} */ isLoading) => say({ state: isLoading ? "importing" : "working" }));
  say({ state: "ready" });
}

/**
 * @param {string} question
 * @param {string} given
 * @param {Uint8Array} [data]
 */
async function answered(question, given, data) {
  const bytes = data && python.toPy(data).tobytes();
  try {
    const found = answer(question, given, bytes);
    // Some notations need more than is loaded at first.
    if (!hasFurther && JSON.parse(found).needs_more) {
      say({ state: "fetching" });
      unpack(await archive("further.zip"));
      python.runPython("import importlib; importlib.invalidate_caches()");
      python.runPython("import defusedxml.ElementTree, networkx");
      hasFurther = true;
      say({ state: "working" });
      return answer(question, given, bytes);
    }
    return found;
  } finally {
    bytes?.destroy?.();
  }
}

self.onmessage = async ({ data: { question, given, data } }) => {
  try {
    say({ answer: await answered(question, given, data) });
  } catch (error) {
    say({ broken: `${error instanceof Error ? error.message : error}` });
  }
};

start().catch((error) => say({ broken: `${error?.message ?? error}` }));
