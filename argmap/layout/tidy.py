"""Places for large maps in linear time: a tidy tree of boxes of any size, in ranks.

Most of a map is a tree, and its links across are what makes a layered layout slow. So every node
hangs on the first thing it bears on, its subtree stands beside those of its siblings as close as
their outlines allow, and the lines that remain are led between the boxes afterwards. (Reingold and
Tilford 1981, “Tidier drawings of trees”; that outlines merge at the cost of the shallower one, and
so in linear time in all, is their observation; van der Ploeg 2014 has boxes of any size.)
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.drawing.shapes import Box, Drawing, Pill
from argmap.layout.flow import out_of_flow, sizes_in_flow
from argmap.layout.gaps import GAP_BETWEEN_RANKS, GAP_WITHIN_RANK
from argmap.layout.places import Direction, Placed, PlacedArrow, Point

GAP_BETWEEN_SUBTREES = 16.0


@dataclass(slots=True)
class Outline:
    """The outline of a subtree by rank, the deepest rank first; each side has its own offset.

    Where two outlines merge, the deeper one's list is taken over and changed at its end.
    """

    firsts: list[float]
    first_offset: float
    lasts: list[float]
    last_offset: float


@dataclass(frozen=True, slots=True)
class Forest:
    """The nodes by number, each but the roots with one parent; `order` has parents first."""

    children: Sequence[Sequence[int]]
    roots: Sequence[int]
    order: Sequence[int]
    depths: Sequence[int]


def tidy(drawing: Drawing, *, direction: Direction) -> tuple[list[Placed], list[PlacedArrow]]:
    """Return the nodes with places, and the arrows as straight lines between their middles."""
    nodes = drawing.nodes
    forest = _forest(drawing)
    along, across = (
        zip(*(sizes_in_flow(node, direction) for node in nodes), strict=True) if nodes else ((), ())
    )
    heights = _across(forest, across)
    middles = _along(forest, along)
    placed = []
    for number, node in enumerate(nodes):
        centre = out_of_flow(Point(middles[forest.depths[number]], heights[number]), direction)
        placed.append(Placed(node, centre.x - node.width / 2, centre.y - node.height / 2))
    return placed, _straight_arrows(drawing, placed)


def _forest(drawing: Drawing) -> Forest:
    nodes: Sequence[Box | Pill] = drawing.nodes
    numbers = {node.id: number for number, node in enumerate(nodes)}
    bearing: dict[int, list[int]] = defaultdict(list)
    borne = set()
    for arrow in drawing.arrows:
        if arrow.kind != "contradiction":
            bearing[numbers[arrow.head]].append(numbers[arrow.tail])
            borne.add(numbers[arrow.tail])
    first = [numbers[thesis] for thesis in drawing.theses]
    free = [number for number in range(len(nodes)) if number not in borne]
    depths = [-1] * len(nodes)
    children: list[list[int]] = [[] for _ in nodes]
    roots, order = [], []
    for root in (*first, *free, *range(len(nodes))):
        if depths[root] >= 0:
            continue
        roots.append(root)
        stack = [(root, -1)]
        while stack:
            node, parent = stack.pop()
            if depths[node] >= 0:
                continue
            depths[node] = depths[parent] + 1 if parent >= 0 else 0
            if parent >= 0:
                children[parent].append(node)
            order.append(node)
            stack += [(child, node) for child in reversed(bearing[node]) if depths[child] < 0]
    return Forest(children, roots, order, depths)


def _along(forest: Forest, along: Sequence[float]) -> list[float]:
    """Return the middle of each rank, along the flow."""
    thickness: dict[int, float] = defaultdict(float)
    for number, depth in enumerate(forest.depths):
        thickness[depth] = max(thickness[depth], along[number])
    middles, start = [], 0.0
    for depth in range(len(thickness)):
        middles.append(start + thickness[depth] / 2)
        start += thickness[depth] + GAP_BETWEEN_RANKS
    return middles


def _across(forest: Forest, across: Sequence[float]) -> list[float]:
    """Return the middle of each node, across the flow."""
    outlines: list[Outline | None] = [None] * len(across)
    shifts = [0.0] * len(across)
    for node in reversed(forest.order):
        outline = _side_by_side(forest.children[node], outlines, shifts)
        half = across[node] / 2
        if outline is None:
            outlines[node] = Outline([-half], 0.0, [half], 0.0)
            continue
        family = forest.children[node]
        middle = (shifts[family[0]] + shifts[family[-1]]) / 2
        for child in family:
            shifts[child] -= middle
        outline.first_offset -= middle
        outline.last_offset -= middle
        outline.firsts.append(-half - outline.first_offset)
        outline.lasts.append(half - outline.last_offset)
        outlines[node] = outline
    _side_by_side(forest.roots, outlines, shifts)
    heights = list(shifts)
    for node in forest.order:
        for child in forest.children[node]:
            heights[child] += heights[node]
    return heights


def _side_by_side(
    family: Sequence[int], outlines: list[Outline | None], shifts: list[float]
) -> Outline | None:
    """Return the outline of subtrees set beside each other, and note how far each was shifted."""
    whole: Outline | None = None
    for member in family:
        outline = outlines[member]
        outlines[member] = None
        if whole is None or outline is None:
            whole = outline
            continue
        shifts[member] = _distance(whole, outline)
        outline.first_offset += shifts[member]
        outline.last_offset += shifts[member]
        whole = _merged(whole, outline)
    return whole


def _distance(whole: Outline, outline: Outline) -> float:
    """Return how far the second subtree has to go so that it clears the first at every rank."""
    shared = min(len(whole.lasts), len(outline.firsts))
    offset = whole.last_offset - outline.first_offset
    distance = float("-inf")
    for rank in range(1, shared + 1):
        gap = GAP_WITHIN_RANK if rank == 1 else GAP_BETWEEN_SUBTREES
        distance = max(distance, whole.lasts[-rank] - outline.firsts[-rank] + gap)
    return distance + offset


def _merged(whole: Outline, added: Outline) -> Outline:
    firsts, first_offset = whole.firsts, whole.first_offset
    if len(added.firsts) > len(firsts):
        shared = len(firsts)
        change = first_offset - added.first_offset
        added.firsts[-shared:] = [first + change for first in firsts]
        firsts, first_offset = added.firsts, added.first_offset
    lasts, last_offset = added.lasts, added.last_offset
    if len(whole.lasts) > len(lasts):
        shared = len(lasts)
        change = last_offset - whole.last_offset
        whole.lasts[-shared:] = [last + change for last in lasts]
        lasts, last_offset = whole.lasts, whole.last_offset
    return Outline(firsts, first_offset, lasts, last_offset)


def _straight_arrows(drawing: Drawing, placed: Sequence[Placed]) -> list[PlacedArrow]:
    middles = {
        node.shape.id: Point((node.x + node.right) / 2, (node.y + node.bottom) / 2)
        for node in placed
    }
    arrows = []
    for arrow in drawing.arrows:
        start, end = middles[arrow.tail], middles[arrow.head]
        thirds = [
            Point(start.x + (end.x - start.x) * t / 3, start.y + (end.y - start.y) * t / 3)
            for t in range(4)
        ]
        arrows.append(PlacedArrow(arrow, tuple(thirds)))
    return arrows
