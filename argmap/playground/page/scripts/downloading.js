// Files that the reader takes away, in every format and notation.

import { Absent, Broken, Outdated, Stopped } from "./engine.js";
import { bitmap, decoded, save } from "./files.js";
import { say, warn } from "./notices.js";

const TYPES = /** @type {Record<string, string>} */ ({ svg: "image/svg+xml", html: "text/html" });

/**
 * Write the map as a file of a format, and have the browser save it.
 * @param {{format: string, suffix: string, notation: boolean}} what
 * @param {import("./asking.js").Asking} asking
 * @param {(error: unknown, version: number, redo: () => void) => void} halted called where argmap
 *   could not finish
 */
export async function download({ format, suffix, notation }, asking, halted) {
  const { map } = asking;
  const name = `${map.name.replace(/\.ya?ml$/, "")}${suffix}`;
  if (format === "yaml") {
    save(name, new Blob([map.text()], { type: "application/yaml" }));
    return;
  }
  try {
    const wanted = format === "png" ? "svg" : format;
    const found = await asking.ask("written", { format: wanted, notation }, { rank: 0, key: name, insists: true, stays: true });
    if (found.error) {
      warn(found.error);
      return;
    }
    const content = decoded(found.data);
    if (format === "png") save(name, await bitmap(new TextDecoder().decode(content)));
    else save(name, new Blob([content], { type: TYPES[format] ?? "text/plain" }));
    say(`${name} is written.`);
    if (found.losses) warn(found.losses);
  } catch (error) {
    if (error instanceof Stopped || error instanceof Broken || error instanceof Absent) halted(error, map.version, () => void download({ format, suffix, notation }, asking, halted));
    else if (!(error instanceof Outdated)) say(`${name} could not be written: ${error}`);
  }
}
