import assert from "node:assert/strict";
import test from "node:test";

import { absentIn, heldBy } from "../../../argmap/render/explorer/modules/absent.js";
import { fragmentOf, stateOf } from "../../../argmap/render/explorer/modules/address.js";
import * as cameras from "../../../argmap/render/explorer/modules/camera.js";
import { Graph } from "../../../argmap/render/explorer/modules/graph.js";
import { led, line } from "../../../argmap/render/explorer/modules/lines.js";
import { foldedAtFirst } from "../../../argmap/render/explorer/modules/opened.js";
import { extent } from "../../../argmap/render/explorer/modules/outlines.js";
import { folded, Index } from "../../../argmap/render/explorer/modules/search.js";
import { citedOf, cutsOf, nodesOf, numberOf, paragraphOf, runsOf } from "../../../argmap/render/explorer/modules/texts.js";
import { Typing } from "../../../argmap/render/explorer/modules/typing.js";
import { Ways } from "../../../argmap/render/explorer/modules/ways.js";
import { counted, filled } from "../../../argmap/render/explorer/modules/wording.js";

const screenOf = (camera, x, y) => [camera.x + x * camera.scale, camera.y + y * camera.scale];
const near = (one, other, by = 1e-6) => one.forEach((value, at) => assert.ok(Math.abs(value - other[at]) < by));
// A generator of numbers that are the same in every run.
const chance = (seed) => () => ((seed = (seed * 16807) % 2147483647) / 2147483647);

test("what is under the pointer stays there when the picture is enlarged", () => {
  const next = chance(7);
  let camera = { x: 0, y: 0, scale: 1 };
  for (let round = 0; round < 500; round += 1) {
    const [x, y] = [next() * 1000, next() * 800];
    const point = [(x - camera.x) / camera.scale, (y - camera.y) / camera.scale];
    camera = cameras.zoomed(camera, 0.5 + next() * 1.5, x, y);
    near(screenOf(camera, ...point), [x, y], 1e-3);
    assert.ok(camera.scale >= cameras.SMALLEST && camera.scale <= cameras.LARGEST);
  }
});

test("a picture that fits is seen whole, in the middle, and never larger than it is", () => {
  for (const area of [{ x: 0, y: 0, width: 5000, height: 300 }, { x: 40, y: -20, width: 10, height: 10 }]) {
    const screen = { width: 900, height: 600 };
    const camera = cameras.fitted(area, screen);
    const [left, top] = screenOf(camera, area.x, area.y);
    const [right, bottom] = screenOf(camera, area.x + area.width, area.y + area.height);
    assert.ok(left >= 23 && top >= 23 && right <= 877 && bottom <= 577);
    near([left + right, top + bottom], [900, 600]);
    assert.ok(camera.scale <= 1);
  }
});

test("a flight begins and ends where it should", () => {
  const [from, to] = [{ x: 3, y: 4, scale: 0.2 }, { x: -900, y: 70, scale: 1.5 }];
  assert.deepEqual(cameras.between(from, to, 0), from);
  const end = cameras.between(from, to, 1);
  near([end.x, end.y, end.scale], [to.x, to.y, to.scale]);
});

test("what is in sight already does not move the camera, and what is not comes into sight", () => {
  const screen = { width: 800, height: 600 };
  const camera = { x: 0, y: 0, scale: 1 };
  const box = { x: 100, y: 100, width: 200, height: 80 };
  assert.deepEqual(cameras.showing(camera, box, screen), camera);
  const moved = cameras.showing(camera, { ...box, x: 2000 }, screen);
  near(screenOf(moved, 2200, 100), [760, 100]);
});

test("what is in sight is moved from under what covers it where there is room, and else stays", () => {
  const room = { x: 0, y: 0, width: 900, height: 600 };
  const card = { x: 16, y: 16, width: 368, height: 300 };
  const next = chance(31);
  const lies = (box, other) =>
    box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height;
  for (let round = 0; round < 500; round += 1) {
    const area = { x: next() * 700, y: next() * 500, width: 20 + next() * 180, height: 20 + next() * 80 };
    const before = { x: 0, y: 0, scale: 1 };
    const camera = cameras.cleared(before, area, [card], room);
    const [x, y] = screenOf(camera, area.x, area.y);
    assert.ok(!lies({ ...area, x, y }, card));
    if (lies(area, card)) assert.ok(x >= 0 && y >= 0 && x + area.width <= 900 && y + area.height <= 600);
    else assert.deepEqual(camera, before);
  }
  const large = { x: 10, y: 10, width: 890, height: 590 };
  assert.deepEqual(cameras.cleared({ x: 0, y: 0, scale: 1 }, large, [card], room), { x: 0, y: 0, scale: 1 });
});

test("some of the drawing is always seen", () => {
  const held = cameras.held({ x: 1e6, y: -1e6, scale: 1 }, { width: 400, height: 300 }, { width: 800, height: 600 });
  assert.deepEqual(held, { x: 740, y: -240, scale: 1 });
});

test("a drawing that is larger than the screen leaves nothing of it empty", () => {
  const [drawing, screen] = [{ width: 3000, height: 200 }, { width: 800, height: 600 }];
  assert.deepEqual(cameras.filling({ x: 500, y: 0, scale: 1 }, drawing, screen), { x: 0, y: 200, scale: 1 });
});

test("the state comes back from its address, whatever ids and words it has", () => {
  const states = [
    { claim: null, fold: [], accept: [], reject: [], find: "", source: null, at: null, mode: null },
    { claim: "a", fold: ["b", "c.1"], accept: ["d"], reject: ["e", "f"], find: "two words", source: "s", at: "3", mode: "walk" },
    { claim: "тезис", fold: ["a,b", "c&d=e"], accept: ["%41"], reject: ["#"], find: "100 % + ½ = ?", source: "&", at: null, mode: null },
  ];
  for (const state of states) assert.deepEqual(stateOf(fragmentOf(state)), state);
  assert.equal(fragmentOf(states[0]), "");
  assert.deepEqual(stateOf("#claim=a&fold=b,,b,c&find=x+y&new=1&x&%"), {
    claim: "a", fold: ["b", "c"], accept: [], reject: [], find: "x y", source: null, at: null, mode: null,
  });
  // A place is one in a text.
  assert.equal(fragmentOf({ ...states[0], at: "3" }), "");
  assert.equal(stateOf("#find=%E0%A4%A").find, "%E0%A4%A");
});

/** What a page with two claims, a step and a text of two paragraphs has. */
const has = {
  claim: (id) => ["a", "b"].includes(id),
  node: (id) => ["a", "b", "step"].includes(id),
  paragraphs: (source) => (source === "s" ? 2 : 0),
  mode: (mode) => mode === "study",
};

test("an address that names only what the page has names nothing in vain", () => {
  for (const fragment of ["", "#", "#anchor", "#claim=a&fold=b,a&accept=step&reject=b&find=x+y&source=s&at=2&mode=study", "#open=b&claim="]) {
    assert.deepEqual(absentIn(fragment, has), []);
    assert.deepEqual(heldBy(stateOf(fragment), has), stateOf(fragment));
  }
});

test("an address that asks nothing of a map that was drawn with a question says so", () => {
  const asked = { accept: [], reject: ["q"] };
  for (const [accept, reject] of [[[], []], [[], ["q"]], [["a"], []], [["a", "b"], ["q"]]]) {
    const state = { ...stateOf(""), claim: "c", accept, reject };
    assert.deepEqual(stateOf(fragmentOf(state, [], asked), [], asked), state);
  }
  assert.equal(fragmentOf(stateOf(""), [], asked), "#accept=");
  assert.deepEqual(stateOf("#claim=c", [], asked).reject, ["q"]);
  assert.equal(fragmentOf(stateOf("")), "");
});

test("what an address names in vain is told as it stands there, and the rest of it holds", () => {
  const fragment = "#claim=x&fold=a,y,b&open=z&accept=step,%D0%B9&reject=q&find=a&source=none&at=1&clam=a&toString=b&mode=walk";
  assert.deepEqual(absentIn(fragment, has), [
    "claim=x", "fold=y", "open=z", "accept=й", "reject=q", "source=none", "at=1", "clam=a", "toString=b", "mode=walk",
  ]);
  assert.deepEqual(heldBy(stateOf(fragment), has), {
    claim: null, fold: ["a", "b"], accept: ["step"], reject: [], find: "a", source: null, at: null, mode: null,
  });
  assert.deepEqual(absentIn("#fold=step&source=s&at=3", has), ["fold=step", "at=3"]);
  assert.deepEqual(absentIn("#at=¶2&source=s", has), []);
});

test("search hears no difference of case, accents and marks", () => {
  const same = [
    ["Éléphant", "elephant"], ["STRASSE", "straße"], ["Ёлка", "елка"], ["ΣΊΣΥΦΟΣ", "σισυφος"], ["ﬁne", "FINE"],
    ["مُحَمَّد", "محمد"], ["שָׁלוֹם", "שלום"], ["Nguyễn", "nguyen"], ["don’t", "don't"], ["ÅNGSTRÖM", "angstrom"],
    ["Wałęsa z Łodzi", "walesa z lodzi"], ["Ørsted, Æsop, Þór", "orsted, aesop, thor"], ["đường", "duong"], ["Œuvre", "oeuvre"],
    ["ılık İstanbul", "ILIK istanbul"], ["„so“ «so» “so”", '"so" "so" "so"'], ["ab – cd — ef‑gh", "ab - cd - ef-gh"], ["½", "1/2"],
  ];
  for (const [one, other] of same) assert.equal(folded(one), folded(other));
  for (const [one, other] of [["कि", "का"], ["が", "か"]]) assert.notEqual(folded(one), folded(other));
});

test("hits have all the words, those in a label and as a phrase first", () => {
  const index = new Index([
    { id: "far", texts: ["Red", "A house that is green"] },
    { id: "text", texts: ["Blue", "The green house burns"] },
    { id: "label", texts: ["Green house", "It burns"] },
    { id: "none", texts: ["Green", "Tree"] },
  ]);
  assert.deepEqual(index.find("GREEN  house").map((hit) => hit.id), ["label", "text", "far"]);
  assert.deepEqual(index.find("  "), []);
});

const argument = (id, premises, target, polarity = "support") => ({ id, premises, target, polarity, kind: "support" });
const graphOf = (claims, args, theses) => new Graph(claims.map((id) => ({ id, text: id, role: "support" })), args, theses);
const TREE = graphOf(
  ["t", "a", "b", "c", "d", "u"],
  [argument("1", ["a", "b"], "t"), argument("2", ["c"], "a"), argument("3", ["d"], "c"), argument("4", ["u"], "1"),
    argument("5", ["c"], "b")],
  ["t"],
);

test("folding hides what nothing else leads to, and counts it", () => {
  const hidden = TREE.hidden(new Set(["a"]));
  assert.deepEqual([...hidden].sort(), ["2"]);
  const both = TREE.hidden(new Set(["a", "b"]));
  assert.deepEqual([...both].sort(), ["2", "3", "5", "c", "d"]);
  assert.equal(TREE.countBelow("a", both), 2);
  assert.deepEqual([...TREE.hidden(new Set(["t"]))].filter((id) => TREE.claims.has(id)), ["a", "b", "c", "d", "u"]);
});

test("levels count the claims that their folds leave in sight", () => {
  TREE.levels().forEach((count, at) => {
    const hidden = TREE.hidden(TREE.foldsAt(at + 1));
    assert.equal([...TREE.claims.keys()].filter((id) => !hidden.has(id)).length, count);
  });
  assert.deepEqual(TREE.levels(), [1, 4, 5, 6]);
});

test("the path leads from the thesis, also through a step", () => {
  assert.deepEqual(TREE.path("d"), ["t", "a", "c", "d"]);
  assert.deepEqual(TREE.path("u"), ["t", "u"]);
  assert.deepEqual([...TREE.trail("u")].sort(), ["1", "4", "t", "u"]);
  assert.deepEqual(TREE.path("3"), ["t", "a", "c"]);
});

test("circles, rings of steps and premises nobody told end", () => {
  const ring = graphOf(
    ["a", "b", "c"],
    [argument("1", ["a"], "b"), argument("2", ["b"], "a"), argument("3", ["c"], "4"), argument("4", ["zz"], "3")],
    [],
  );
  assert.deepEqual(ring.roots, ["a"].concat(ring.roots.slice(1)));
  assert.equal(ring.hidden(new Set()).has("b"), false);
  for (const id of ["a", "b", "c", "1", "3", "4"]) assert.ok(Array.isArray(ring.path(id)));
});

test("10,000 claims in a chain are walked without a stack", () => {
  const ids = Array.from({ length: 10000 }, (_, at) => `c${at}`);
  const chain = graphOf(ids, ids.slice(1).map((id, at) => argument(`s${at}`, [id], `c${at}`)), ["c0"]);
  assert.equal(chain.path("c9999").length, 10000);
  assert.equal(chain.hidden(new Set(["c5"])).size, 9994 + 9994);
});

test("numbers take the form of their language", () => {
  assert.equal(counted("ru", "{} а|{} б|{} в", 22), "22 б");
  assert.equal(counted("en", "{} claim|{} claims", 1), "1 claim");
  assert.equal(counted("not a tag", "{} claim|{} claims", 2), "2 claims");
  assert.equal(filled("{} of {}", "$&", 2), "$& of 2");
});

test("an address tells what is folded, whatever is folded at first", () => {
  const next = chance(11);
  const ids = Array.from({ length: 12 }, (_, at) => `c${at}`);
  const some = () => ids.filter(() => next() < 0.5);
  for (let round = 0; round < 500; round += 1) {
    const usual = round % 3 ? some() : [];
    const fold = round % 5 ? some() : [...usual];
    const state = { claim: null, fold, accept: [], reject: [], find: "" };
    const read = stateOf(fragmentOf(state, usual), usual);
    assert.deepEqual(new Set(read.fold), new Set(fold));
    assert.equal(fragmentOf(read, usual) === "", fold.length === usual.length && fold.every((id) => usual.includes(id)));
  }
  assert.deepEqual(stateOf("#fold=a", ["b", "c"]).fold, ["a"]);
  assert.deepEqual(stateOf("#open=b&fold=a", ["b", "c"]).fold, ["c", "a"]);
  assert.deepEqual(stateOf("#fold=", ["b", "c"]).fold, []);
  assert.deepEqual(stateOf("#claim=b", ["b", "c"]).fold, ["b", "c"]);
});

test("a small map is shown whole at first, and of a large one as many levels as can be read", () => {
  const claims = (count) => Array.from({ length: count }, (_, at) => ({ id: `c${at}`, text: "", role: "support" }));
  const tree = (count) => {
    const steps = claims(count).slice(1).map(({ id }, at) => ({ id: `a${at}`, premises: [id], target: `c${Math.floor(at / 3)}`, kind: "support", polarity: "support" }));
    return new Graph(claims(count), steps, ["c0"]);
  };
  assert.deepEqual(foldedAtFirst(tree(300)), []);
  const graph = tree(1000);
  const shown = [...graph.claims.keys()].filter((id) => !graph.hidden(new Set(foldedAtFirst(graph))).has(id));
  assert.equal(shown.length, 1 + 3 + 9 + 27);
  // Where nothing bears on anything there is nothing to fold.
  assert.deepEqual(foldedAtFirst(new Graph(claims(1000), [], ["c0"])), []);
});

test("the area of a line holds all that its path goes through", () => {
  const line = extent("M281,238.2H285C292.2,250 298,-12.5 298,24V14.7H-3", { x: 10, y: 20 });
  assert.deepEqual(line, { x: 7, y: 7.5, width: 301, height: 262.5 });
  assert.deepEqual(extent("", { x: 10, y: 20 }), { x: 0, y: 0, width: 0, height: 0 });
});

// Elements that know their attributes, as a page would have them.
const made = { createElementNS: (_, name) => ({ name, setAttribute(key, value) { this[key] = value } }) };
const drawnIn = (page, line) => {
  globalThis.document = page;
  const [path] = line.drawn();
  delete globalThis.document;
  return path.d;
};

test("the area of a line is known before it is drawn", () => {
  const next = chance(11);
  const box = () => ({ x: next() * 900, y: next() * 900, width: 40 + next() * 200, height: 20 + next() * 90 });
  for (let round = 0; round < 500; round += 1) {
    const [from, to] = [box(), box()];
    const direction = ["down", "up", "left", "right", "column"][round % 5];
    const kind = ["support", "attack", "join", "contradiction"][round % 4];
    const curve = Array.from({ length: 4 }, () => ({ x: next() * 900, y: next() * 900 }));
    for (const one of [line(from, to, kind, direction), led(curve, from, to, kind, direction)]) {
      const { x, y, width, height } = extent(drawnIn(made, one), { x: 0, y: 0 });
      // A path in a column turns a corner of so much.
      const { area } = one;
      const known = [area.x, area.y, area.x + area.width, area.y + area.height];
      near([x, y, x + width, y + height], known, 6.01);
    }
  }
});

test("lines are drawn where somebody sees them, and are then as they were drawn where they lead back", () => {
  let drawings = 0;
  const arrow = (d) => {
    const path = { getAttribute: () => d };
    return { childNodes: [path], querySelector: () => path, replaceChildren(...all) { this.childNodes = all } };
  };
  const arrows = [arrow("M0,0L10,20"), arrow("M5,5L6,8")];
  const own = arrows.map((one) => one.childNodes[0]);
  const ways = new Ways(arrows, { x: 100, y: 200 });
  const other = { area: { x: 1, y: 2, width: 3, height: 4 }, drawn: () => [`drawn ${(drawings += 1)}`] };
  assert.deepEqual(ways.areaOf(0), { x: 100, y: 200, width: 10, height: 20 });
  [0, 1].forEach((at) => ways.lead(at, other));
  assert.deepEqual(ways.areaOf(0), { x: 101, y: 202, width: 3, height: 4 });
  assert.equal(drawings, 0);
  ways.draw(0);
  ways.draw(0);
  assert.deepEqual([arrows[0].childNodes, arrows[1].childNodes], [["drawn 1"], [own[1]]]);
  ways.back();
  assert.deepEqual(ways.areaOf(0), { x: 100, y: 200, width: 10, height: 20 });
  ways.drawAll();
  assert.deepEqual(arrows.map((one) => one.childNodes), own.map((one) => [one]));
  assert.equal(drawings, 1);
});

const cites = (id, ...citations) => ({ id, citations: citations.map((one) => ({ source: "s", ...one })) });

test("what quotes the same words shares a passage, and passages stand in the order of the text", () => {
  const data = {
    claims: [
      cites("a", { quote: "y", spans: [[2, 5, 9]] }, { quote: "gone", missing: true }),
      cites("b", { quote: "x", spans: [[1, 0, 4], [2, 0, 3]] }, { quote: "y", spans: [[2, 5, 9]] }),
      cites("c", { paragraphs: [2, 3] }, { source: "other", spans: [[1, 0, 9]] }),
    ],
    arguments: [cites("d", { paragraphs: [3, 3] }, { quote: "y", spans: [[2, 5, 9]] }), { id: "e" }],
  };
  const { passages, paragraphs, missing } = citedOf(data, "s");
  assert.deepEqual(passages, [
    { nodes: ["b"], spans: [[1, 0, 4], [2, 0, 3]] },
    { nodes: ["a", "b", "d"], spans: [[2, 5, 9]] },
  ]);
  assert.deepEqual([...paragraphs], [[2, ["c"]], [3, ["c", "d"]]]);
  assert.deepEqual(missing, [{ node: "a", quote: "gone" }]);
});

test("the runs of a paragraph are all of it, each with exactly the passages that have it", () => {
  const next = chance(11);
  for (let round = 0; round < 300; round += 1) {
    const length = Math.floor(next() * 40);
    const passages = Array.from({ length: Math.floor(next() * 5) }, (_, at) => {
      const spans = Array.from({ length: 1 + Math.floor(next() * 2) }, () => {
        const ends = [next(), next()].map((one) => Math.floor(one * (length + 1))).sort((one, other) => one - other);
        return [next() < 0.8 ? 1 : 2, ...ends];
      });
      return { nodes: [`n${at}`], spans };
    });
    const runs = runsOf(length, 1, passages);
    assert.equal(runs.map((run) => run.end - run.start).reduce((sum, one) => sum + one, 0), length);
    for (const run of runs) {
      for (let place = run.start; place < run.end; place += 1) {
        const wanted = passages.filter(({ spans }) =>
          spans.some(([number, start, end]) => number === 1 && start <= place && place < end),
        );
        assert.deepEqual(new Set(run.passages), new Set(wanted));
      }
    }
  }
  const twice = { nodes: ["a", "b"], spans: [[1, 0, 2], [1, 4, 6]] };
  const over = { nodes: ["b", "c"], spans: [[1, 1, 5]] };
  const runs = runsOf(6, 1, [twice, over]);
  assert.deepEqual(runs.map((run) => [run.start, run.end, nodesOf(run.passages), run.ends.length]), [
    [0, 1, ["a", "b"], 0], [1, 2, ["a", "b", "c"], 0], [2, 4, ["b", "c"], 0], [4, 5, ["a", "b", "c"], 1],
    [5, 6, ["a", "b"], 1],
  ]);
});

test("a citation leads to its first passage, else to the paragraph that it names", () => {
  assert.equal(paragraphOf({ source: "s", spans: [[4, 1, 2], [5, 0, 1]] }), 4);
  assert.equal(paragraphOf({ source: "s", paragraphs: [2, 3] }), 2);
  assert.equal(paragraphOf({ source: "s" }), undefined);
  assert.deepEqual(["3", "¶12", "p. 3", "", "1e3", null].map(numberOf), [3, 12, null, null, null, null]);
});

test("a long paragraph is divided between words, and nowhere within a character", () => {
  assert.deepEqual(cutsOf("short", 10), []);
  assert.deepEqual(cutsOf("one two three four.", 10), [8, 14]);
  assert.deepEqual(cutsOf("x".repeat(25), 10), [10, 20]);
  assert.deepEqual(cutsOf("a" + "😀".repeat(10), 10), [9, 19]);
  const next = chance(5);
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: Math.floor(next() * 80) }, () => ["a", " ", "😀", "bc"][Math.floor(next() * 4)]).join("");
    const cuts = cutsOf(text, 10);
    const parts = [0, ...cuts].map((start, at) => text.slice(start, cuts[at] ?? text.length));
    assert.equal(parts.join(""), text);
    assert.ok(parts.every((part) => part.length <= 10 && part.isWellFormed()));
    const ends = runsOf(text.length, 1, [{ nodes: ["n"], spans: [[1, 0, text.length]] }], cuts).map((run) => run.end);
    if (text.length) assert.deepEqual(ends, [...cuts, text.length]);
  }
});

/** Returns what types words on these names, which are their own ids, and goes where that leads. */
function typist(names, taken = "") {
  const typing = new Typing((name) => name, (key) => taken.includes(key));
  let [at, now] = [names[0], 0];
  return (word, { pause = 5000 } = {}) => {
    now += pause;
    const found = [...word].map((key) => {
      const led = typing.typed({ key, timeStamp: (now += 10) }, names, names.indexOf(at));
      at = led ?? at;
      return led;
    });
    return found.includes(undefined) ? undefined : at;
  };
}

test("letters lead to the next that begins so, and around", () => {
  const type = typist(["Trees", "The oak", "“Élan” grows", "the pine", "2 of them"]);
  assert.equal(type("t"), "The oak");
  assert.equal(type("T"), "the pine");
  assert.equal(type("t"), "Trees");
  assert.equal(type("the p"), "the pine");
  assert.equal(type("elan"), "“Élan” grows");
  assert.equal(type("tr"), "Trees");
  assert.equal(type("2"), "2 of them");
});

test("one letter again and again leads one further each time", () => {
  const type = typist(["ash", "beech", "birch", "box"]);
  assert.equal(type("b"), "beech");
  assert.equal(type("bb"), "box");
  assert.equal(typist(["ash", "beech", "bbc", "birch"])("bb"), "bbc");
});

test("who goes on with a word stays where it fits, and where nothing does", () => {
  const type = typist(["a", "stand", "steam", "stay"]);
  assert.equal(type("st"), "stand");
  assert.equal(type("stay"), "stay");
  assert.equal(type("steamboat"), "steam");
  assert.equal(type("zebra"), "steam");
});

test("a key of the page is a letter only within a word, and a space only where the word goes on", () => {
  const type = typist(["oak", "elm", "seed", "so be it"], "e1");
  assert.equal(type("e"), undefined);
  assert.equal(type("1"), undefined);
  assert.equal(type("se"), "seed");
  assert.equal(type("e"), undefined);
  assert.equal(type("so be"), "so be it");
  assert.equal(type(" "), undefined);
  assert.equal(type("se "), undefined);
  assert.equal(type("+"), undefined);
  const typing = new Typing((name) => name, () => false);
  for (const key of ["ArrowDown", "Enter", "Dead", "F1"]) {
    assert.equal(typing.typed({ key, timeStamp: 1 }, ["Another", "Error", "Door", "Fir"], 0), undefined);
  }
});
