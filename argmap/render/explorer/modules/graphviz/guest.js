/**
 * Graphviz as a program of WebAssembly, asked as `argmap.layout.guest` asks it. It finds no file, no
 * stream and no environment.
 */

const DONE = 0;
const NOT_OPEN = 8;
const OF_FILES = [
  ...["fd_close", "fd_fdstat_get", "fd_fdstat_set_flags", "fd_filestat_get", "fd_prestat_dir_name", "fd_prestat_get"],
  ...["fd_read", "fd_seek", "fd_write", "path_filestat_get", "path_open"],
];

/**
 * Return what Graphviz makes of a DOT source, as JSON.
 *
 * @param {WebAssembly.Module} program
 * @param {string} dot
 * @returns {string}
 */
export function rendered(program, dot) {
  // Asked for each time: memory that grows leaves its old buffer behind.
  const memory = () => new Uint8Array(exports.memory.buffer);
  const instance = new WebAssembly.Instance(program, { wasi_snapshot_preview1: answers(memory) });
  const exports = /** @type {any} */ (instance.exports);
  /** @param {string} text */
  const put = (text) => {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const address = exports.malloc(bytes.length) >>> 0;
    if (!address) throw new Error("there is no memory left");
    memory().set(bytes, address);
    return address;
  };
  const length = put("    ");
  const address = exports.graphviz_render(put(dot), put("json"), put("dot"), length) >>> 0;
  const complaint = exports.graphviz_last_error() >>> 0;
  if (!address || memory()[complaint]) throw new Error("Graphviz does not take the drawing");
  const size = new DataView(exports.memory.buffer).getUint32(length, true);
  return new TextDecoder().decode(memory().slice(address, address + size));
}

/**
 * Return an answer to each call of WASI that Graphviz names.
 *
 * @param {() => Uint8Array} memory
 * @returns {Record<string, (...given: any[]) => number>}
 */
function answers(memory) {
  return {
    ...Object.fromEntries(OF_FILES.map((name) => [name, () => NOT_OPEN])),
    environ_get: () => DONE,
    environ_sizes_get: (count, size) => {
      memory().fill(0, count >>> 0, (count >>> 0) + 4);
      memory().fill(0, size >>> 0, (size >>> 0) + 4);
      return DONE;
    },
    clock_time_get: (_clock, _precision, address) => {
      memory().fill(0, address >>> 0, (address >>> 0) + 8);
      return DONE;
    },
    random_get: (address, length) => {
      memory().fill(4, address >>> 0, (address >>> 0) + length);
      return DONE;
    },
    proc_exit: (status) => {
      throw new Error(`Graphviz ended itself with status ${status}`);
    },
  };
}
