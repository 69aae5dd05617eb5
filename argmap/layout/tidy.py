"""Places in linear time, without an engine: a tidy tree of boxes of any size, in ranks.

Most maps are trees, and links across are what makes a layered layout slow. So every node hangs on
the first thing it bears on and has its rank and its order there; `settling` finds the places, and
the lines are led between the boxes afterwards.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.drawing.shapes import ArrowKind, Drawing
from argmap.last_answer import last_answer_kept
from argmap.layout.clock import Clock
from argmap.layout.flow import out_of_flow, sizes_in_flow
from argmap.layout.placed import (
    NO_ROOM,
    NO_ROOMS,
    Direction,
    Placed,
    PlacedArrow,
    Point,
    Room,
    placed_in,
)
from argmap.layout.settling import Ranks, closest, settled
from argmap.layout.spacing import GAP_BESIDE_PILLS, GAP_BETWEEN_RANKS, GAP_WITHIN_RANK

GAP_BETWEEN_FAMILIES = 16.0
# How much room a line takes that leads through a rank of pills.
LEAD_WIDTH = 2.0
# Small trees get the best places there are; large ones good ones, soon.
MOST_ROUNDS, FEWEST_ROUNDS, NODES_A_ROUND = 24, 6, 12_000
# How large something is can be seen without settling where everything is small on a page anyway.
MOST_TO_SETTLE = 2_000


class Forest(NamedTuple):
    """The nodes by number, then the leads: places where a line passes a rank of pills.

    Each but the roots has one parent; `ranks` are in order, and have boxes at even and pills at odd
    depths, if there are pills. `leads` are by the number of the node whose line leads through.
    """

    families: Sequence[Sequence[int]]
    parents: Sequence[int]
    ranks: Sequence[Sequence[int]]
    leads: dict[int, int]


class Tree(NamedTuple):
    """A forest with the place of each node and lead in the flow, along and across."""

    forest: Forest
    along: Sequence[float]
    across: Sequence[float]

    def point(self, number: int) -> Point:
        """Return the middle of a node or a lead in the flow."""
        return Point(self.along[number], self.across[number])


def is_tree(drawing: Drawing) -> bool:
    """Return whether every box and pill bears on one other at most, so that no line need cross."""
    tails = [arrow.tail for arrow in drawing.arrows]
    return len(set(tails)) == len(tails) and all(
        arrow.kind is not ArrowKind.CONTRADICTION for arrow in drawing.arrows
    )


def tidy(
    drawing: Drawing, *, direction: Direction, clock: Clock, rooms: Mapping[str, Room] = NO_ROOMS
) -> tuple[list[Placed], list[PlacedArrow]]:
    """Return the nodes with places, and the arrows as lines between their middles.

    `rooms` are what nodes need beside themselves, by their ids.

    Raises LayoutLimitError where the clock runs out.
    """
    tree = _tree(drawing, direction, clock, rooms) if rooms else _best(drawing, direction, clock)
    placed = list(_placed(drawing, tree, direction, rooms))
    return placed, list(_lines(drawing, tree, direction))


def extent(drawing: Drawing, *, direction: Direction, clock: Clock) -> tuple[float, float]:
    """Return about which width and height the nodes of a tree take.

    Raises LayoutLimitError where the clock runs out.
    """
    if len(drawing.nodes) <= MOST_TO_SETTLE:
        tree = _best(drawing, direction, clock)
    else:
        tree = _tree(drawing, direction, clock, NO_ROOMS, rounds=0)
    placed = list(_placed(drawing, tree, direction, NO_ROOMS))
    if not placed:
        return 0.0, 0.0
    left, top = min(node.x for node in placed), min(node.y for node in placed)
    right, bottom = max(node.right for node in placed), max(node.bottom for node in placed)
    return right - left, bottom - top


def least_extent(drawing: Drawing, *, direction: Direction) -> tuple[float, float]:
    """Return a width and a height below which the nodes of a tree cannot stay."""
    forest = _forest(drawing)
    sizes = _sizes(drawing, forest, direction, NO_ROOMS)
    along, across = -_gap(drawing), 0.0
    for rank in forest.ranks:
        along += max(sizes[node][0] for node in rank) + _gap(drawing)
        ends = [
            (offset - sizes[node][1] / 2, offset + sizes[node][1] / 2)
            for node, offset in zip(rank, _offsets(forest, rank, sizes), strict=True)
            if node < len(drawing.nodes)
        ]
        across = max(across, ends[-1][1] - ends[0][0] if ends else 0.0)
    size = out_of_flow(Point(along, across), direction)
    return abs(size.x), abs(size.y)


def _sizes(
    drawing: Drawing, forest: Forest, direction: Direction, rooms: Mapping[str, Room]
) -> list[tuple[float, float]]:
    """Return how much room each node takes along the flow and across, and each lead."""
    sizes = []
    for node in drawing.nodes:
        along, across = sizes_in_flow(node, direction)
        room = rooms.get(node.id, NO_ROOM)
        sizes.append((room.above + along, room.before + across + room.after))
    return sizes + [(0.0, LEAD_WIDTH)] * len(forest.leads)


def _gap(drawing: Drawing) -> float:
    return GAP_BESIDE_PILLS if drawing.pills else GAP_BETWEEN_RANKS


def _best(drawing: Drawing, direction: Direction, clock: Clock) -> Tree:
    """Return the tree in a direction where nothing needs more room; it is found once."""
    known = _trees(drawing)
    if direction not in known:
        known[direction] = _tree(drawing, direction, clock, NO_ROOMS)
    return known[direction]


@last_answer_kept
def _trees(drawing: Drawing) -> dict[Direction, Tree]:
    """Return where trees of a drawing are kept."""
    return {}


def _tree(
    drawing: Drawing,
    direction: Direction,
    clock: Clock,
    rooms: Mapping[str, Room],
    *,
    rounds: int | None = None,
) -> Tree:
    forest = _forest(drawing)
    sizes = _sizes(drawing, forest, direction, rooms)
    ranks = Ranks(
        members=forest.ranks,
        offsets=[_offsets(forest, rank, sizes) for rank in clock.over(forest.ranks)],
        families=forest.families,
        parents=forest.parents,
    )
    if rounds is None:
        rounds = max(FEWEST_ROUNDS, min(MOST_ROUNDS, NODES_A_ROUND // max(len(sizes), 1)))
    return Tree(
        forest, _along(forest, sizes, _gap(drawing)), settled(ranks, rounds=rounds, clock=clock)
    )


def _offsets(
    forest: Forest, rank: Sequence[int], sizes: Sequence[tuple[float, float]]
) -> list[float]:
    gaps = [
        GAP_WITHIN_RANK if forest.parents[one] == forest.parents[other] else GAP_BETWEEN_FAMILIES
        for one, other in pairwise(rank)
    ]
    return closest([sizes[node][1] for node in rank], gaps)


def _along(forest: Forest, sizes: Sequence[tuple[float, float]], gap: float) -> list[float]:
    """Return the middle of each node along the flow: that of its rank."""
    middles = [0.0] * len(sizes)
    start = 0.0
    for rank in forest.ranks:
        thickness = max((sizes[node][0] for node in rank), default=0.0)
        for node in rank:
            middles[node] = start + thickness / 2
        start += thickness + gap
    return middles


def _placed(
    drawing: Drawing, tree: Tree, direction: Direction, rooms: Mapping[str, Room]
) -> Iterator[Placed]:
    for number, node in enumerate(drawing.nodes):
        yield placed_in(out_of_flow(tree.point(number), direction), node, rooms, direction)


def _lines(drawing: Drawing, tree: Tree, direction: Direction) -> Iterator[PlacedArrow]:
    numbers = {node.id: number for number, node in enumerate(drawing.nodes)}
    for arrow in drawing.arrows:
        tail, head = numbers[arrow.tail], numbers[arrow.head]
        lead = tree.forest.leads.get(tail)
        knots = [tail, head]
        if lead is not None and tree.forest.parents[lead] == head:
            knots = [tail, lead, head]
        points = [out_of_flow(tree.point(knot), direction) for knot in knots]
        curve = [points[0]]
        for start, end in pairwise(points):
            step = Point((end.x - start.x) / 3, (end.y - start.y) / 3)
            curve += [
                Point(start.x + step.x, start.y + step.y),
                Point(end.x - step.x, end.y - step.y),
                end,
            ]
        yield PlacedArrow(arrow, tuple(curve))


@last_answer_kept
def _forest(drawing: Drawing) -> Forest:
    numbers = {node.id: number for number, node in enumerate(drawing.nodes)}
    bearing, roots = _bearing(drawing, numbers)
    boxes, has_pills = len(drawing.boxes), bool(drawing.pills)
    families: list[list[int]] = [[] for _ in numbers]
    parents = [-1] * len(numbers)
    seen = [False] * len(numbers)
    ranks: list[list[int]] = []
    leads: dict[int, int] = {}

    def hang(node: int, parent: int, depth: int) -> None:
        parents[node] = parent
        if parent >= 0:
            families[parent].append(node)
        while len(ranks) <= depth:
            ranks.append([])
        ranks[depth].append(node)

    for root in roots:
        stack = [(root, -1, -1)]
        while stack:
            node, parent, depth = stack.pop()
            if seen[node]:
                continue
            seen[node] = True
            depth += 1
            if parent >= 0 and has_pills and (node >= boxes) == (parent >= boxes):
                lead = leads[node] = len(parents)
                parents.append(-1)
                families.append([])
                hang(lead, parent, depth)
                parent, depth = lead, depth + 1
            hang(node, parent, depth)
            stack += [(child, node, depth) for child in reversed(bearing[node]) if not seen[child]]
    return Forest(families, parents, ranks, leads)


def _bearing(
    drawing: Drawing, numbers: dict[str, int]
) -> tuple[dict[int, list[int]], Sequence[int]]:
    """Return what bears on each node, and the order in which trees are begun."""
    bearing: dict[int, list[int]] = defaultdict(list)
    borne = set()
    for arrow in drawing.arrows:
        if arrow.kind is not ArrowKind.CONTRADICTION:
            bearing[numbers[arrow.head]].append(numbers[arrow.tail])
            borne.add(numbers[arrow.tail])
    theses = [numbers[thesis] for thesis in drawing.theses]
    free = [number for number in range(len(numbers)) if number not in borne]
    return bearing, (*theses, *free, *range(len(numbers)))
