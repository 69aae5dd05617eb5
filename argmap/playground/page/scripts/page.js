// The playground: a map as text on one side, and what argmap makes of it on the other.

import { Asking, begun } from "./asking.js";
import { Explanation, Outline } from "./beside.js";
import { Claims } from "./claims.js";
import { download } from "./downloading.js";
import { drafts } from "./drafts.js";
import { Editor } from "./editor.js";
import { takeDropped } from "./files.js";
import { Findings } from "./findings.js";
import { later } from "./later.js";
import { Looking, NARROW } from "./looking.js";
import { menu } from "./menus.js";
import { by, say, warn } from "./notices.js";
import { OpenMap } from "./open-map.js";
import { fillOpenMenu } from "./opening.js";
import { Picture } from "./picture.js";
import { openFile } from "./reading.js";
import { keepOffline } from "./renewing.js";
import { copy, share } from "./share-dialog.js";
import { LARGEST, textIn, TooLarge } from "./sharing.js";
import { Tabs } from "./tabs.js";

/** How long nobody has typed before a text is looked at, in milliseconds. */
const PAUSE = 200;

/** @type {Editor} */
const editor = new Editor(by("editor"), {
  completions: async (at) => (await asking.ask("completions", { at }, { rank: 0 })).items ?? [],
  hover: (at) => asking.ask("hover", { at }, { rank: 0 }),
  changed: () => changed(),
  moved: later(() => looking.hasLooked && void claims.follow(), 400),
  layout: () => layout(),
  kept: () => say("Drafts are kept in this browser by themselves. Download the map to have it as a file."),
});
const map = new OpenMap(() => editor.text);
/** @type {Asking} */
const asking = new Asking(begun(), map);
const chosen = (/** @type {string} */ id) => claims.choose(id, { go: true });
const picture = new Picture(by("frame"), chosen);
const outline = new Outline(by("outline"), chosen);
const explanation = new Explanation(by("claim"), by("reasons"), chosen);
const sides = { picture, outline, explanation, editor };
const list = new Findings(by("findings-list"), by("findings-heading"), {
  go: (one) => goTo(one.start),
  fix: (fix) => {
    editor.apply(fix.edits);
    editor.view.focus();
  },
});
const looking = new Looking(asking, sides, list, () => claims);
const claims = new Claims(asking, sides, (error, version) => looking.halted(error, version));
const tabs = new Tabs(by("tabs"), (name) => name === "why" && claims.explain());
const lookLater = later(() => void looking.look(), PAUSE);

function changed() {
  map.change();
  lookLater();
}

/**
 * Show another text.
 * @param {string} text
 * @param {{name: string, id?: string, text?: string}} of
 */
function show(text, of) {
  map.become(of);
  claims.selected = "";
  by("name").textContent = of.name;
  warn("");
  say("");
  editor.show(text);
  // What is shown beside it is of this map, or there is nothing.
  picture.clear();
  outline.clear();
  explanation.clear();
  looking.clear();
  picture.fit();
  void looking.look();
}

/** @param {import("./engine.js").Place} place */
function goTo(place) {
  if (by("text").offsetParent === null) tabs.show("text");
  editor.go(place);
}

async function layout() {
  const now = map.version;
  const found = await asking.ask("layout", {}, { insists: true }).catch((error) => looking.halted(error, now, () => void layout()));
  if (!found || now !== map.version) return;
  if (found.edits?.length) editor.apply(found.edits);
  const words = looking.hasErrors ? "A map with errors is left as it is." : "The map has its layout already.";
  say(found.edits?.length ? "The map has its layout." : words);
}

/** @param {{format: string, suffix: string, notation: boolean}} what */
function take(what) {
  void download(what, asking, (error, version, redo) => looking.halted(error, version, redo));
}

/** @param {File} file */
function open(file) {
  void openFile(file, asking.engine, (text, of) => {
    show(text, of);
    changed();
  });
}

/** Open the map in the address, and return whether there is one. */
async function openShared() {
  try {
    const { hash } = location;
    const text = await textIn(hash);
    if (text === null) return false;
    // The map of another address is on its way.
    if (hash !== location.hash) return true;
    show(text, { name: "shared.yaml" });
    return true;
  } catch (error) {
    const isLarge = error instanceof TooLarge;
    say(isLarge ? `The address holds more than ${LARGEST / 1e6} MB, so it is not opened here.` : "The address holds no whole map; some of it may be missing.");
    return false;
  }
}

/**
 * Have the examples there, unless they are already; without them the menu has drafts and files.
 * @param {import("./opening.js").Example[]} examples
 */
async function fetchExamples(examples) {
  try {
    const found = await (await fetch("examples.json")).json();
    if (!examples.length) examples.push(...found);
  } catch {
    say("The examples could not be loaded. Open looks for them again.");
  }
}

/** @param {import("./opening.js").Example[]} examples */
function offerMenus(examples) {
  const fill = () => fillOpenMenu(examples, { show, forgotten: (id) => map.forget(id) });
  const offer = () => {
    fill();
    if (!examples.length) void fetchExamples(examples).then(fill);
  };
  by("open").addEventListener("pointerdown", offer);
  menu(by("open"), by("open-menu"), offer);
  menu(by("download"), by("download-menu"));
  by("download-menu").addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    const { format, suffix, notation } = button?.dataset ?? {};
    if (format && suffix) take({ format, suffix, notation: notation !== undefined });
  });
}

function listen() {
  by("layout").addEventListener("click", () => void layout());
  by("share").addEventListener("click", () => void share(editor.text));
  by("copy").addEventListener("click", () => void copy());
  by("instead").addEventListener("click", () => take({ format: "yaml", suffix: ".yaml", notation: false }));
  by("smaller").addEventListener("click", () => picture.scale(-1));
  by("larger").addEventListener("click", () => picture.scale(1));
  by("fit").addEventListener("click", () => picture.fit());
  const chooser = /** @type {HTMLInputElement} */ (by("file"));
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    if (file) open(file);
    chooser.value = "";
  });
  takeDropped(open);
  addEventListener("hashchange", () => void openShared());
  addEventListener("pagehide", () => map.keepNow());
  NARROW.addEventListener("change", () => void looking.look());
}

/** Begin with the map in the address, else with the last draft, else with an example. */
async function begin() {
  /** @type {import("./opening.js").Example[]} */
  const examples = [];
  offerMenus(examples);
  listen();
  await fetchExamples(examples);
  // Whoever writes already goes on with that.
  if (!map.isChanged && !(await openShared())) {
    const [last] = drafts();
    // What the address lacks is still to be said beside what is opened in its stead.
    const said = by("status").textContent ?? "";
    if (last) show(last.text, last);
    else if (examples.length) show(examples[0].text, { name: examples[0].file });
    else show("", { name: map.name });
    say(said);
  }
  // Not before all that the first picture needs is asked for.
  await keepOffline(() => map.keepNow());
}

void begin();
