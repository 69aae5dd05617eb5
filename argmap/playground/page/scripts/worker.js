// Python in a worker: loads Pyodide and argmap from the folder of the page, and answers questions.

const folder = new URL("./", import.meta.url);
/** Whether it is tried again, after something had not come whole. */
const isAgain = new URL(import.meta.url).searchParams.has("again");
const FILES = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"].map((one) => `pyodide/${one}`);
/** A map that is drawn before any other, so that all that drawing needs is there. */
const FIRST = { text: "{argmap: 1, thesis: {text: T., premises: [P.]}}", name: "first.yaml" };

/** @type {any} */
let python;
/** @type {(question: string, given: string, data?: any) => string} */
let answer;
let hasFurther = false;

/** A library does not come; what is there works as before. */
class Missing extends Error {}

/** @param {object} message */
function say(message) {
  self.postMessage(message);
}

/**
 * Return what a file of the folder holds; browsers may keep half of one that a connection has cut.
 * @param {string} name
 * @param {RequestCache} [cache]
 */
async function archive(name, cache = isAgain ? "reload" : "default") {
  const response = await fetch(new URL(name, folder), { cache });
  if (!response.ok) throw new Error(`${name} cannot be loaded (${response.status})`);
  return whole(response);
}

/**
 * Return what a response holds; Firefox takes half of it for all.
 * @param {Response} response
 */
async function whole(response) {
  const content = await response.arrayBuffer();
  const { headers, url } = response;
  const isCut = !headers.has("content-encoding") && content.byteLength < Number(headers.get("content-length"));
  if (isCut) throw new Error(`${url} came by halves`);
  return content;
}

/** @param {ArrayBuffer} content */
function unpack(content) {
  python.unpackArchive(content, "zip", { extractDir: "/packages" });
}

async function pyodide() {
  if (isAgain) await Promise.all(FILES.map((one) => archive(one)));
  const { loadPyodide } = await import(new URL("pyodide/pyodide.mjs", folder).href);
  const load = self.fetch;
  return new Promise((resolve, reject) => {
    // Pyodide itself waits for ever for what does not come whole.
    self.fetch = async (...given) => {
      const response = await load(...given);
      whole(response.clone()).catch(reject);
      return response;
    };
    loadPyodide({ indexURL: new URL("pyodide/", folder).href })
      .finally(() => (self.fetch = load))
      .then(resolve, reject);
  });
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
      unpack(await archive("further.zip").catch((error) => Promise.reject(new Missing(error.message))));
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
    const words = `${error instanceof Error ? error.message : error}`;
    say(error instanceof Missing ? { missing: words } : { broken: words });
  }
};

start().catch((error) => say({ broken: `${error?.message ?? error}` }));
