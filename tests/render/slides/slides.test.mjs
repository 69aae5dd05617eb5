import assert from "node:assert/strict";
import test from "node:test";

import { absentIn, fragmentOf, stepOf } from "../../../argmap/render/slides/modules/addressing.js";
import { gliding, lasting } from "../../../argmap/render/slides/modules/gliding.js";
import { CELL, columnsOf, laidOut } from "../../../argmap/render/slides/modules/sheet.js";

const screen = { width: 900, height: 600 };

const places = new Map([["a", 7], ["a b", 2]]);
/** A page of so many slides. */
const has = (length) => ({ length, slideOf: (id) => places.get(id) });

test("an address tells its slide, and one that there is not leads to the nearest", () => {
  for (const number of [1, 3, 17]) assert.equal(stepOf(fragmentOf(number), has(17)), number);
  assert.equal(stepOf("", has(17)), 1);
  assert.equal(stepOf("#step=0", has(17)), 1);
  assert.equal(stepOf("#step=99", has(17)), 17);
  assert.equal(stepOf("#step=x", has(17)), 1);
  assert.equal(stepOf("#claim=a&step=4", has(17)), 4);
  assert.equal(stepOf("#footstep=4", has(17)), 1);
  assert.equal(stepOf("#step=5", has(0)), 1);
});

test("an address names the slide of a claim, and without one the first", () => {
  assert.equal(stepOf("#claim=a", has(17)), 7);
  assert.equal(stepOf("#find=x&claim=a%20b", has(17)), 2);
  assert.equal(stepOf("#claim=nobody", has(17)), 1);
});

test("what an address names in vain is told as it stands there", () => {
  for (const fragment of ["", "#anchor", "#step=1", "#step=17", "#claim=a%20b"]) assert.deepEqual(absentIn(fragment, has(17)), []);
  assert.deepEqual(absentIn("#step=0&step=x&claim=b%20b", has(17)), ["step=0", "step=x", "claim=b b"]);
  assert.deepEqual(absentIn("#step=18", has(17)), ["step=18"]);
  assert.deepEqual(absentIn("#constructor=1", has(17)), ["constructor=1"]);
});

test("a glide begins and ends where it should, and never jumps", () => {
  const [from, to] = [{ x: 3, y: 4, scale: 0.2 }, { x: -9000, y: -700, scale: 1.5 }];
  assert.deepEqual(gliding(from, to, 0, screen), from);
  assert.deepEqual(gliding(from, to, 1, screen), to);
  let before = from;
  for (let part = 0.001; part <= 1; part += 0.001) {
    const camera = gliding(from, to, part, screen);
    assert.ok(Object.values(camera).every(Number.isFinite));
    assert.ok(camera.scale > 0 && Math.abs(Math.log(camera.scale / before.scale)) < 0.05);
    before = camera;
  }
});

test("what is far is seen from further away on the way, and takes longer", () => {
  const from = { x: 0, y: 0, scale: 1 };
  const [near, far] = [{ x: -300, y: 0, scale: 1 }, { x: -30000, y: 0, scale: 1 }];
  assert.ok(gliding(from, far, 0.5, screen).scale < gliding(from, near, 0.5, screen).scale);
  assert.ok(lasting(from, far, screen) > lasting(from, near, screen));
});

test("pictures stand in the order of reading, and none lies on another", () => {
  const cards = Array.from({ length: 40 }, (_, at) => ({ name: `${at}`, width: 100 + 90 * at, height: 900 - 20 * at }));
  for (const leftwards of [false, true]) {
    const areas = [...laidOut(cards, { leftwards, shape: 16 / 9 }).values()];
    const columns = columnsOf(cards.length, 16 / 9);
    areas.forEach((one, at) => {
      assert.ok(one.width <= CELL.width + 1e-6 && one.height <= CELL.height + 1e-6);
      const next = areas[at + 1];
      if (!next) return;
      if ((at + 1) % columns === 0) assert.ok(next.y > one.y);
      else if (leftwards) assert.ok(next.x + next.width < one.x);
      else assert.ok(one.x + one.width < next.x);
      for (const other of areas.slice(at + 1)) {
        const apart = one.x + one.width < other.x || other.x + other.width < one.x;
        assert.ok(apart || one.y + one.height < other.y || other.y + other.height < one.y);
      }
    });
  }
});

test("a sheet without pictures has a place for none", () => {
  assert.equal(laidOut([], { shape: 1 }).size, 0);
});
