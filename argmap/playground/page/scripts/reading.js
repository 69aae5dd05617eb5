// Files that the reader opens, in any notation.

import { Absent, Broken, Outdated, Stopped } from "./engine.js";
import { say, warn } from "./notices.js";

/** Above so many characters a text is no map that anybody writes here. */
const LARGEST_FILE = 8_000_000;

/**
 * Open a file; what cannot be read is said.
 * @param {File} file
 * @param {import("./engine.js").Engine} engine
 * @param {(text: string, of: {name: string}) => void} show
 */
export async function openFile(file, engine, show) {
  if (file.size > LARGEST_FILE) {
    say(`${file.name} is larger than ${LARGEST_FILE / 1e6} MB, so it is not opened here.`);
    return;
  }
  say(`Opening ${file.name} …`);
  try {
    const data = new Uint8Array(await file.arrayBuffer());
    const found = await engine.ask("opened", { name: file.name }, { data, rank: 0, stays: true });
    if (found.error) {
      say("");
      warn(found.error);
      return;
    }
    show(found.text, { name: found.notation ? `${file.name.replace(/\.[^.]*$/, "")}.yaml` : file.name });
    say(found.notation ? `${file.name} was read as ${found.notation}.` : "");
    if (found.losses) warn(found.losses);
  } catch (error) {
    // Another file was chosen since.
    if (error instanceof Outdated) return;
    say("");
    warn(`${file.name} ${told(error)}, so it is not opened.`);
  }
}

/**
 * Say what keeps a file from being opened.
 * @param {unknown} error
 */
function told(error) {
  if (error instanceof Absent) return "cannot be read without argmap, which is not there";
  if (error instanceof Stopped || error instanceof Broken) return "took too long or too much memory to read";
  return "cannot be read: it may be a folder, or have gone";
}
