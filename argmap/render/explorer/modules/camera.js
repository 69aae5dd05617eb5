/**
 * The arithmetic of a camera: where on the screen a point of the drawing is seen.
 *
 * A point (x, y) of the drawing is seen at (camera.x + x * scale, camera.y + y * scale).
 *
 * @typedef {{x: number, y: number, scale: number}} Camera
 * @typedef {{width: number, height: number}} Size
 * @typedef {{x: number, y: number, width: number, height: number}} Area
 */

// By hand nothing becomes smaller than this; what is larger still is shown whole when it is asked for.
export const SMALLEST = 0.02;
export const LARGEST = 4;
// By so much a key or a button enlarges.
export const STEP = 1.25;
// So far what is in sight stays from what would cover it.
const BESIDE = 8;
// The letters of a drawing have 13 pixels, and those that are read on a screen at least 11.
export const READABLE = 11 / 13;

/**
 * Return the camera moved by so many pixels of the screen.
 *
 * @param {Camera} camera
 * @param {number} right
 * @param {number} down
 * @returns {Camera}
 */
export function panned(camera, right, down) {
  return { ...camera, x: camera.x + right, y: camera.y + down };
}

/**
 * Return the camera enlarged by a factor; what is seen at `x`, `y` stays there.
 *
 * @param {Camera} camera
 * @param {number} factor
 * @param {number} x
 * @param {number} y
 * @returns {Camera}
 */
export function zoomed(camera, factor, x, y) {
  const least = Math.min(SMALLEST, camera.scale);
  const scale = Math.min(Math.max(camera.scale * factor, least), LARGEST);
  const part = scale / camera.scale;
  return { scale, x: x - (x - camera.x) * part, y: y - (y - camera.y) * part };
}

/**
 * Return the camera that shows an area whole in the middle of a screen, no larger than it is.
 *
 * @param {Area} area
 * @param {Size} screen
 * @param {{margin?: number, largest?: number}} [options]
 * @returns {Camera}
 */
export function fitted(area, screen, { margin = 24, largest = 1 } = {}) {
  const room = { x: Math.max(screen.width - 2 * margin, 1), y: Math.max(screen.height - 2 * margin, 1) };
  const fit = Math.min(room.x / Math.max(area.width, 1), room.y / Math.max(area.height, 1), largest);
  return centred(area, screen, fit);
}

/**
 * Return the camera of a scale that has the middle of an area in the middle of the screen.
 *
 * @param {Area} area
 * @param {Size} screen
 * @param {number} scale
 * @returns {Camera}
 */
export function centred(area, screen, scale) {
  return {
    scale,
    x: screen.width / 2 - (area.x + area.width / 2) * scale,
    y: screen.height / 2 - (area.y + area.height / 2) * scale,
  };
}

/**
 * Return the camera that shows an area with the least movement, at a readable scale.
 *
 * @param {Camera} camera
 * @param {Area} area
 * @param {Size} screen
 * @param {{margin?: number, readable?: number}} [options]
 * @returns {Camera}
 */
export function showing(camera, area, screen, { margin = 40, readable = READABLE } = {}) {
  if (camera.scale < readable) return centred(area, screen, readable);
  const right = shift(camera.x + area.x * camera.scale, area.width * camera.scale, screen.width, margin);
  const down = shift(camera.y + area.y * camera.scale, area.height * camera.scale, screen.height, margin);
  return panned(camera, right, down);
}

/**
 * Return the camera moved so that an area lies beside what covers the screen, or below or above it.
 *
 * @param {Camera} camera
 * @param {Area} area
 * @param {readonly Area[]} covers
 * @param {Area} room what is free but for them
 * @returns {Camera}
 */
export function cleared(camera, area, covers, room) {
  let found = camera;
  for (const cover of covers) {
    const x = found.x + area.x * found.scale;
    const y = found.y + area.y * found.scale;
    const [width, height] = [area.width * found.scale, area.height * found.scale];
    const right = cover.x + cover.width;
    const bottom = cover.y + cover.height;
    if (x >= right || x + width <= cover.x || y >= bottom || y + height <= cover.y) continue;
    /** @type {[number, number][]} */
    const moves = [[right + BESIDE - x, 0], [cover.x - BESIDE - x - width, 0], [0, bottom + BESIDE - y], [0, cover.y - BESIDE - y - height]];
    /** @param {[number, number]} by */
    const fits = ([across, down]) =>
      x + across >= room.x && x + across + width <= room.x + room.width && y + down >= room.y && y + down + height <= room.y + room.height;
    const [best] = moves.filter(fits).sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
    if (best) found = panned(found, ...best);
  }
  return found;
}

/**
 * Return by how much a stretch has to move to lie within so much room.
 *
 * @param {number} start
 * @param {number} length
 * @param {number} room
 * @param {number} margin
 */
function shift(start, length, room, margin) {
  if (length + 2 * margin > room) return (room - length) / 2 - start;
  if (start < margin) return margin - start;
  return Math.min(room - margin - length - start, 0);
}

/**
 * Return the camera held so that some of the drawing is always seen.
 *
 * @param {Camera} camera
 * @param {Size} drawing
 * @param {Size} screen
 * @param {number} [least]
 * @returns {Camera}
 */
export function held(camera, drawing, screen, least = 60) {
  const width = drawing.width * camera.scale;
  const height = drawing.height * camera.scale;
  return {
    scale: camera.scale,
    x: Math.min(Math.max(camera.x, least - width), screen.width - least),
    y: Math.min(Math.max(camera.y, least - height), screen.height - least),
  };
}

/**
 * Return the camera moved so that a drawing leaves no more of the screen empty than it must.
 *
 * @param {Camera} camera
 * @param {Size} drawing
 * @param {Size} screen
 * @returns {Camera}
 */
export function filling(camera, drawing, screen) {
  /** @param {number} at @param {number} length @param {number} room */
  const along = (at, length, room) =>
    length <= room ? (room - length) / 2 : Math.min(Math.max(at, room - length), 0);
  return {
    scale: camera.scale,
    x: along(camera.x, drawing.width * camera.scale, screen.width),
    y: along(camera.y, drawing.height * camera.scale, screen.height),
  };
}

/**
 * Return the camera moved so that a drawing is seen whole along each side for which there is room.
 *
 * @param {Camera} camera
 * @param {Size} drawing
 * @param {Size} screen
 * @returns {Camera}
 */
export function whole(camera, drawing, screen) {
  /** @param {number} at @param {number} length @param {number} room */
  const along = (at, length, room) => (length <= room ? Math.min(Math.max(at, 0), room - length) : at);
  return {
    scale: camera.scale,
    x: along(camera.x, drawing.width * camera.scale, screen.width),
    y: along(camera.y, drawing.height * camera.scale, screen.height),
  };
}

/**
 * Return the camera a part of the way between two; the zoom is even to the eye.
 *
 * @param {Camera} from
 * @param {Camera} to
 * @param {number} part from 0 to 1
 * @returns {Camera}
 */
export function between(from, to, part) {
  const scale = from.scale * (to.scale / from.scale) ** part;
  // Along the way the same point of the drawing stays on a straight line of the screen.
  const same = Math.abs(to.scale - from.scale) < 1e-9;
  const way = same ? part : (scale - from.scale) / (to.scale - from.scale);
  return { scale, x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
}

/**
 * Return the part of the drawing that a screen shows.
 *
 * @param {Camera} camera
 * @param {Size} screen
 * @returns {Area}
 */
export function seen(camera, screen) {
  return {
    x: -camera.x / camera.scale,
    y: -camera.y / camera.scale,
    width: screen.width / camera.scale,
    height: screen.height / camera.scale,
  };
}

/**
 * Return the smallest area that holds all of these; null where there are none.
 *
 * @param {Iterable<Area>} areas
 * @returns {Area | null}
 */
export function around(areas) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const one of areas) {
    left = Math.min(left, one.x);
    top = Math.min(top, one.y);
    right = Math.max(right, one.x + one.width);
    bottom = Math.max(bottom, one.y + one.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Return whether two areas have a point in common.
 *
 * @param {Area} one
 * @param {Area} other
 */
export function touches(one, other) {
  return (
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  );
}
