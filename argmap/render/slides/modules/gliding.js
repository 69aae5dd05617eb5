/**
 * The glide from one picture to the next: the further it is, the more of the way is seen from afar.
 *
 * @typedef {import("../../explorer/modules/camera.js").Camera} Camera
 * @typedef {import("../../explorer/modules/camera.js").Size} Size
 */

const SHORTEST = 450;
const LONGEST = 1100;
// So much smaller things become at most on the way.
const DEEPEST = 0.55;

/**
 * Return the camera a part of the way between two.
 *
 * @param {Camera} from
 * @param {Camera} to
 * @param {number} part from 0 to 1
 * @param {Size} screen
 * @returns {Camera}
 */
export function gliding(from, to, part, screen) {
  if (part <= 0) return from;
  if (part >= 1) return to;
  const [start, end] = [middle(from, screen), middle(to, screen)];
  const dip = 1 - DEEPEST * Math.sin(Math.PI * part) * reach(from, to, screen);
  const scale = from.scale * (to.scale / from.scale) ** part * dip;
  // What is near moves as fast as it is seen to: where things are small, further.
  const way = from.scale === to.scale ? part : (1 - (from.scale / to.scale) ** part) / (1 - from.scale / to.scale);
  const x = start.x + (end.x - start.x) * way;
  const y = start.y + (end.y - start.y) * way;
  return { scale, x: screen.width / 2 - x * scale, y: screen.height / 2 - y * scale };
}

/**
 * Return how long the glide takes, in milliseconds.
 *
 * @param {Camera} from
 * @param {Camera} to
 * @param {Size} screen
 */
export function lasting(from, to, screen) {
  return SHORTEST + (LONGEST - SHORTEST) * reach(from, to, screen);
}

/**
 * Return how far it is, from 0 to 1 where it is more than a few screens.
 *
 * @param {Camera} from
 * @param {Camera} to
 * @param {Size} screen
 */
function reach(from, to, screen) {
  const [start, end] = [middle(from, screen), middle(to, screen)];
  const apart = Math.hypot(end.x - start.x, end.y - start.y) * Math.min(from.scale, to.scale);
  return Math.min(apart / (3 * Math.max(screen.width, screen.height, 1)), 1);
}

/**
 * @param {Camera} camera
 * @param {Size} screen
 */
function middle(camera, screen) {
  return { x: (screen.width / 2 - camera.x) / camera.scale, y: (screen.height / 2 - camera.y) / camera.scale };
}
