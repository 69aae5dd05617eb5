// The playground: a map as text on one side, and what argmap makes of it on the other.

import { Explanation, Outline } from "./beside.js";
import { drafts, keep } from "./drafts.js";
import { Editor } from "./editor.js";
import { Broken, Engine, Outdated, Stopped } from "./engine.js";
import { bitmap, decoded, save, takeDropped } from "./files.js";
import { Findings } from "./findings.js";
import { later } from "./later.js";
import { menu } from "./menus.js";
import { by, ofPicture, say, unsay, warn } from "./notices.js";
import { fillOpenMenu } from "./opening.js";
import { Picture } from "./picture.js";
import { copy, share } from "./share-dialog.js";
import { textIn } from "./sharing.js";
import { Tabs } from "./tabs.js";

/**
 * @typedef {import("./engine.js").Finding} Finding
 * @typedef {import("./engine.js").Fix} Fix
 * @typedef {import("./opening.js").Example} Example
 */

/** How long nobody has typed before a text is looked at, in milliseconds. */
const PAUSE = 200;
/** Most findings for which fixes are looked for, as in editors. */
const MOST_FIXED = 10;
/** Above so many characters a text is no map that anybody writes here. */
const LARGEST_FILE = 8_000_000;
/** For how long a map may think when the reader asks for it, in seconds. */
const LONG = 60;
/** Here the picture is one for telephones. */
const NARROW = matchMedia("(max-width: 40rem)");
const STATES = { loading: "Loading Python …", starting: "Starting argmap …", fetching: "Loading a library for this notation …", working: "", ready: "", broken: "" };
const TYPES = /** @type {Record<string, string>} */ ({ svg: "image/svg+xml", html: "text/html" });

/** What is open: its draft has this id, and `isChanged` once it is the reader's own. */
const open = { id: "", name: "map.yaml", isChanged: false };
let version = 0;
let isPrepared = false;
let selected = "";
/** @type {Finding[]} */
let findings = [];
/** @type {Map<Finding, Fix[]>} */
let fixes = new Map();
/** @type {Example[]} */
let examples = [];

const engine = new Engine((state, words) => {
  document.body.dataset.state = state;
  if (state === "broken") warn(`argmap could not be started here: ${words}`);
  unsay(Object.values(STATES));
  // What is said of a map is not driven away by that.
  if (STATES[state] && !by("status").textContent) say(STATES[state]);
});

const editor = new Editor(by("editor"), {
  completions: async (at) => (await asked("completions", { at }, { rank: 0 })).items ?? [],
  hover: (at) => asked("hover", { at }, { rank: 0 }),
  changed: () => changed(),
  moved: later(() => follow(), 400),
  layout: () => layout(),
  kept: () => say("Drafts are kept in this browser by themselves. Download the map to have it as a file."),
});
const picture = new Picture(by("frame"), (id) => choose(id, { go: true }));
const outline = new Outline(by("outline"), (id) => choose(id, { go: true }));
const explanation = new Explanation(by("claim"), by("reasons"), (id) => choose(id, { go: true }));
const list = new Findings(by("findings-list"), by("findings-heading"), {
  go: (one) => goTo(one.start),
  fix: (fix) => {
    editor.apply(fix.edits);
    editor.view.focus();
  },
});
const tabs = new Tabs(by("tabs"), (name) => name === "why" && explain());

/**
 * Ask about the text as it is now.
 * @param {string} question
 * @param {object} [given]
 * @param {{seconds?: number, rank?: number, key?: string, data?: Uint8Array}} [how]
 * @returns {Promise<any>}
 */
function asked(question, given = {}, how = {}) {
  return engine.ask(question, { text: editor.text, name: open.name, ...given }, how);
}

function renew() {
  version += 1;
  document.body.dataset.version = String(version);
}

const lookLater = later(() => void look(), PAUSE);
const keepLater = later(() => {
  if (!open.isChanged) return;
  const kept = keep({ id: open.id, name: open.name, text: editor.text, at: Date.now() });
  if (!kept) say("This draft is not kept: the browser has no room for it. Download it.");
}, 500);

function changed() {
  renew();
  if (!open.isChanged) {
    open.isChanged = true;
    open.id = crypto.randomUUID?.() ?? `${Date.now()}`;
    // The address would show the map as it was when the page is loaded again.
    if (location.hash.startsWith("#map=")) history.replaceState(null, "", location.pathname + location.search);
  }
  keepLater();
  lookLater();
}

/**
 * Show another text.
 * @param {string} text
 * @param {{name: string, id?: string}} of
 */
function show(text, { name, id = "" }) {
  keepNow();
  open.id = id;
  open.name = name;
  open.isChanged = Boolean(id);
  renew();
  selected = "";
  by("name").textContent = name;
  warn("");
  say("");
  editor.show(text);
  // What is shown beside it is of this map, or there is nothing.
  picture.clear();
  outline.clear();
  explanation.clear();
  findings = [];
  fixes = new Map();
  picture.fit();
  void look();
}

function keepNow() {
  if (open.isChanged) keep({ id: open.id, name: open.name, text: editor.text, at: Date.now() });
}

/**
 * Find out what is wrong with the text, and show what it says.
 * @param {number} [seconds]
 */
async function look(seconds) {
  const now = version;
  engine.clear();
  try {
    // At first the picture: what helps to write takes longer to load.
    if (!isPrepared) await view(now, seconds);
    if (!isPrepared) await engine.ask("findings", { text: "argmap: 1", name: "first.yaml" }, { seconds: LONG, key: "prepare" });
    const wasPrepared = isPrepared;
    isPrepared = true;
    if (now !== version) return;
    await check(now, seconds);
    if (wasPrepared) await view(now, seconds);
    await mendings(now);
  } catch (error) {
    halted(error, now);
  }
}

/**
 * Say that argmap could not finish, if it could not.
 * @param {unknown} error
 * @param {number} now
 */
function halted(error, now) {
  if (error instanceof Outdated) return;
  if (!(error instanceof Stopped || error instanceof Broken)) throw error;
  isPrepared = false;
  if (now !== version) {
    // What is there now may be what mends it.
    void look();
    return;
  }
  document.body.classList.add("stale");
  if (error instanceof Broken) {
    warn(`argmap broke down over this map, and was started anew. The text is as it was. (${error.message.trim().split("\n").pop()})`);
    return;
  }
  warn("This map took longer than 5 seconds, so argmap was stopped. The text is as it was.", {
    label: `Try for ${LONG} seconds`,
    does: () => {
      warn("");
      void look(LONG);
    },
  });
}

/**
 * @param {number} now
 * @param {number} [seconds]
 */
async function check(now, seconds) {
  const found = await asked("findings", {}, { seconds });
  if (now !== version) return;
  findings = found.findings ?? [];
  const before = fixes;
  fixes = new Map();
  // A fix is shown until it is known anew: buttons should not come and go while one types.
  for (const one of findings) {
    const same = [...before.keys()].find((two) => JSON.stringify(two) === JSON.stringify(one));
    if (same) fixes.set(one, before.get(same) ?? []);
  }
  showFindings();
}

function showFindings() {
  editor.mark(findings, fixes);
  list.show(findings, fixes);
}

/** @param {number} now */
async function mendings(now) {
  for (const one of findings.slice(0, MOST_FIXED)) {
    const found = await asked("fixes", { start: one.start, end: one.end }, { rank: 2 });
    if (now !== version) return;
    fixes.set(one, found.fixes ?? []);
    showFindings();
  }
}

/**
 * @param {number} now
 * @param {number} [seconds]
 */
async function view(now, seconds) {
  /** @type {import("./engine.js").View} */
  const found = await asked("view", { narrow: NARROW.matches }, { seconds });
  if (now !== version) return;
  const isShown = found.whole && found.picture !== undefined;
  document.body.classList.toggle("stale", !isShown);
  document.body.dataset.shown = String(now);
  if (!found.whole) {
    warn(picture.source ? "The map has faults. The picture is of the last map that had none." : "The map has faults, so there is no picture of it yet.");
    ofPicture();
    return;
  }
  warn(found.no_picture ?? "");
  for (const id of ["frame", "outline", "reasons"]) by(id).lang = found.language ?? "";
  outline.show(found.outline ?? "", found.tally ?? "");
  explanation.offer(found.claims ?? []);
  if (found.picture !== undefined) picture.show(found.narrow ?? found.picture, found.narrow !== undefined);
  if (found.title) by("frame").setAttribute("aria-label", `Picture of the map “${found.title}”`);
  document.title = `${found.title || open.name} · argmap playground`;
  choose(selected || (found.claims?.[0]?.id ?? ""), {});
}

/**
 * Choose a claim, on all sides.
 * @param {string} id
 * @param {{go?: boolean}} how
 */
function choose(id, { go = false }) {
  selected = explanation.select(id);
  picture.mark(selected);
  outline.mark(selected);
  if (document.body.dataset.panel === "why") void explain();
  if (go) void goToClaim(selected);
}

async function explain() {
  const id = selected;
  if (!id) return;
  try {
    const found = await asked("explanation", { id });
    if (id === selected) explanation.show(found);
  } catch (error) {
    halted(error, version);
  }
}

/** What the reader is at: an answer to what was asked before they went on must not lead them away. */
function at() {
  return JSON.stringify([version, selected, editor.cursor]);
}

/** @param {string} id */
async function goToClaim(id) {
  const before = at();
  const found = await asked("place", { id }, { rank: 0 }).catch(() => null);
  // Where the text is not beside the picture, one goes on looking at that.
  if (found?.start && at() === before) editor.go(found.start, false);
}

/** Choose the claim in whose text the cursor stands. */
async function follow() {
  if (!isPrepared) return;
  const before = at();
  const found = await asked("place", { at: editor.cursor }, { key: "follow" }).catch(() => null);
  if (found?.id && found.id !== selected && at() === before) choose(found.id, {});
}

/** @param {import("./engine.js").Place} place */
function goTo(place) {
  if (by("text").offsetParent === null) tabs.show("text");
  editor.go(place);
}

async function layout() {
  const now = version;
  const found = await asked("layout").catch(() => null);
  if (!found || now !== version) return;
  if (found.edits?.length) editor.apply(found.edits);
  say(found.edits?.length ? "The map has its layout." : layoutWords());
}

function layoutWords() {
  const isFaulty = findings.some((one) => one.severity === "error");
  return isFaulty ? "A map with errors is left as it is." : "The map has its layout already.";
}

/** @param {File} file */
async function openFile(file) {
  if (file.size > LARGEST_FILE) {
    say(`${file.name} is larger than ${LARGEST_FILE / 1e6} MB, so it is not opened here.`);
    return;
  }
  say(`Opening ${file.name} …`);
  const data = new Uint8Array(await file.arrayBuffer());
  try {
    const found = await engine.ask("opened", { name: file.name }, { data, rank: 0 });
    if (found.error) {
      say("");
      warn(found.error);
      return;
    }
    show(found.text, { name: found.notation ? `${file.name.replace(/\.[^.]*$/, "")}.yaml` : file.name });
    changed();
    say(found.notation ? `${file.name} was read as ${found.notation}.` : "");
    if (found.losses) warn(found.losses);
  } catch (error) {
    if (error instanceof Outdated) return;
    isPrepared = false;
    warn(`${file.name} took too long or too much memory to read, so it is not opened.`);
  }
}

/** @param {{format: string, suffix: string, notation: boolean}} what */
async function download({ format, suffix, notation }) {
  const name = `${open.name.replace(/\.ya?ml$/, "")}${suffix}`;
  if (format === "yaml") {
    save(name, new Blob([editor.text], { type: "application/yaml" }));
    return;
  }
  try {
    const wanted = format === "png" ? "svg" : format;
    const found = await asked("written", { format: wanted, notation }, { rank: 0 });
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
    if (error instanceof Stopped || error instanceof Broken) halted(error, version);
    else if (!(error instanceof Outdated)) say(`${name} could not be written: ${error}`);
  }
}

/** Open the map in the address, and return whether there is one. */
async function openShared() {
  try {
    const text = await textIn(location.hash);
    if (text === null) return false;
    show(text, { name: "shared.yaml" });
    return true;
  } catch {
    say("The address holds no whole map; some of it may be missing.");
    return false;
  }
}

/** Offer what can be opened. */
function offer() {
  const forgotten = (/** @type {string} */ id) => {
    if (open.id === id) open.isChanged = false;
  };
  fillOpenMenu(examples, { show, forgotten });
}

async function begin() {
  by("open").addEventListener("pointerdown", offer);
  menu(by("open"), by("open-menu"), offer);
  menu(by("download"), by("download-menu"));
  by("download-menu").addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"));
    const { format, suffix, notation } = button?.dataset ?? {};
    if (format && suffix) void download({ format, suffix, notation: notation !== undefined });
  });
  by("layout").addEventListener("click", () => void layout());
  by("share").addEventListener("click", () => void share(editor.text));
  by("copy").addEventListener("click", () => void copy());
  by("smaller").addEventListener("click", () => picture.scale(-1));
  by("larger").addEventListener("click", () => picture.scale(1));
  by("fit").addEventListener("click", () => picture.fit());
  const chooser = /** @type {HTMLInputElement} */ (by("file"));
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    if (file) void openFile(file);
    chooser.value = "";
  });
  takeDropped((file) => void openFile(file));
  addEventListener("hashchange", () => void openShared());
  addEventListener("pagehide", keepNow);
  NARROW.addEventListener("change", () => void look());
  examples = await (await fetch("examples.json")).json();
  // Whoever writes already goes on with that.
  if (!open.isChanged && !(await openShared())) {
    const [last] = drafts();
    // What the address lacks is still to be said beside what is opened in its stead.
    const said = by("status").textContent ?? "";
    if (last) show(last.text, last);
    else show(examples[0].text, { name: examples[0].file });
    say(said);
  }
  // Not before all that the first picture needs is asked for.
  await navigator.serviceWorker?.register("service-worker.js").catch(() => undefined);
}

void begin();
