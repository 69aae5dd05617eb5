/** What a large map shows at first: its beginning, laid out without gaps. */

// A map of no more claims is shown whole.
const MANY = 300;
// Levels are shown while they have no more claims than these in all.
const AT_FIRST = 60;

/**
 * Return the claims that are folded as long as an address says nothing else.
 *
 * @param {import("./graph.js").Graph} graph
 * @returns {string[]}
 */
export function foldedAtFirst(graph) {
  if (graph.claims.size <= MANY) return [];
  const levels = graph.levels();
  const level = levels.findLastIndex((count) => count <= AT_FIRST) + 1;
  return [...graph.foldsAt(Math.max(level, 1))];
}
