// Runs Python in Pyodide: node pyodide.mjs SETTINGS, with the paths that it needs in JSON.
// What Python prints goes to standard output.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { pyodide, folders, code } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(pyodide));
const python = await loadPyodide();
for (const [there, here] of Object.entries(folders)) python.mountNodeFS(there, here);
try {
  python.runPython(code);
} catch (error) {
  // Node would show all of Pyodide’s own source before the message.
  console.error(error.message);
  process.exit(1);
}
