import assert from "node:assert/strict";
import test from "node:test";

import { absentIn, fragmentOf, stepOf } from "../../../argmap/render/slides/modules/addressing.js";
import { gliding, lasting } from "../../../argmap/render/slides/modules/gliding.js";
import { CELL, columnsOf, laidOut } from "../../../argmap/render/slides/modules/sheet.js";

const screen = { width: 900, height: 600 };

test("an address tells its slide, and one that there is not leads to the nearest", () => {
  for (const number of [1, 3, 17]) assert.equal(stepOf(fragmentOf(number), 17), number);
  assert.equal(stepOf("", 17), 1);
  assert.equal(stepOf("#step=0", 17), 1);
  assert.equal(stepOf("#step=99", 17), 17);
  assert.equal(stepOf("#step=x", 17), 1);
  assert.equal(stepOf("#claim=a&step=4", 17), 4);
  assert.equal(stepOf("#footstep=4", 17), 1);
  assert.equal(stepOf("#step=5", 0), 1);
});

test("what an address names in vain is told as it stands there", () => {
  for (const fragment of ["", "#anchor", "#step=1", "#step=17"]) assert.deepEqual(absentIn(fragment, 17), []);
  assert.deepEqual(absentIn("#step=0&step=x&claim=a%20b", 17), ["step=0", "step=x", "claim=a b"]);
  assert.deepEqual(absentIn("#step=18", 17), ["step=18"]);
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
