/**
 * The sheet: where the picture of each argument stands, row after row in the order of reading.
 *
 * @typedef {import("../../explorer/modules/camera.js").Area} Area
 * @typedef {{name: string, width: number, height: number}} Card
 */

// The room of a picture, in pixels of the sheet, and what is between one and the next.
export const CELL = { width: 704, height: 608 };
const BESIDE = 110;
const BELOW = 120;

/**
 * Return how many pictures stand in a row, where there are so many.
 *
 * @param {number} number
 * @param {number} shape how wide all of them are to be for their height
 */
export function columnsOf(number, shape) {
  return Math.max(Math.ceil(Math.sqrt((number * shape * (CELL.height + BELOW)) / (CELL.width + BESIDE))), 1);
}

/**
 * Return where each picture is to stand; one that is larger than its room is made smaller.
 *
 * @param {readonly Card[]} cards
 * @param {{leftwards?: boolean, shape: number}} options
 * @returns {Map<string, Area>}
 */
export function laidOut(cards, { leftwards = false, shape }) {
  const [wide, high] = [CELL.width + BESIDE, CELL.height + BELOW];
  const columns = columnsOf(cards.length, shape);
  return new Map(
    cards.map(({ name, width, height }, at) => {
      const along = at % columns;
      const scale = Math.min(CELL.width / Math.max(width, 1), CELL.height / Math.max(height, 1), 1);
      const size = { width: width * scale, height: height * scale };
      const x = (leftwards ? columns - 1 - along : along) * wide + (CELL.width - size.width) / 2;
      const y = Math.floor(at / columns) * high + (CELL.height - size.height) / 2;
      return [name, { x, y, ...size }];
    }),
  );
}
