/** Graphviz in a worker of its own, so that the page stays in hand; it is ended when it takes long. */

import { rendered } from "./guest.js";

/** @type {Promise<WebAssembly.Module> | undefined} */
let program;

/** @param {Uint8Array<ArrayBuffer>} packed */
async function unpacked(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

self.onmessage = async ({ data: { packed, dot } }) => {
  try {
    program ??= unpacked(packed);
    self.postMessage({ answer: rendered(await program, dot) });
  } catch (error) {
    self.postMessage({ broken: `${error}` });
  }
};
