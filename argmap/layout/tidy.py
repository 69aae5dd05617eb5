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
from argmap.layout.clock import Clock
from argmap.layout.flow import out_of_flow, sizes_in_flow
from argmap.layout.gaps import GAP_BESIDE_PILLS, GAP_BETWEEN_RANKS, GAP_WITHIN_RANK
from argmap.layout.places import Direction, Placed, PlacedArrow, Point

GAP_BETWEEN_SUBTREES = 16.0


@dataclass(slots=True)
class Outline:
    """The outline of a subtree by rank, the deepest rank first; each side has its own offset.

    Where two outlines merge, the deeper one's list is taken over and changed at its end. `top` is
    how many ranks its node takes: one more where a line leads on from it through a rank of pills.
    """

    firsts: list[float]
    first_offset: float
    lasts: list[float]
    last_offset: float
    top: int = 1

    def lead_on(self) -> None:
        """Add the line from its node through the next rank."""
        self.firsts.append(-self.first_offset)
        self.lasts.append(-self.last_offset)
        self.top = 2


@dataclass(frozen=True, slots=True)
class Forest:
    """The nodes by number, each but the roots with one parent; `order` has parents first.

    Boxes have even depths and pills odd ones, if there are pills.
    """

    children: Sequence[Sequence[int]]
    roots: Sequence[int]
    order: Sequence[int]
    depths: Sequence[int]


def tidy(
    drawing: Drawing, *, direction: Direction, clock: Clock
) -> tuple[list[Placed], list[PlacedArrow]]:
    """Return the nodes with places, and the arrows as straight lines between their middles.

    Raises LayoutLimitError where the clock runs out.
    """
    placed = _placed(drawing, direction, clock)
    return placed, _straight_arrows(drawing, placed)


def extent(drawing: Drawing, *, direction: Direction, clock: Clock) -> tuple[float, float]:
    """Return the width and the height that the nodes of a tree take.

    Raises LayoutLimitError where the clock runs out.
    """
    placed = _placed(drawing, direction, clock)
    if not placed:
        return 0.0, 0.0
    left, top = min(node.x for node in placed), min(node.y for node in placed)
    right, bottom = max(node.right for node in placed), max(node.bottom for node in placed)
    return right - left, bottom - top


def _placed(drawing: Drawing, direction: Direction, clock: Clock) -> list[Placed]:
    nodes = drawing.nodes
    forest = _forest(drawing)
    gap = GAP_BESIDE_PILLS if drawing.pills else GAP_BETWEEN_RANKS
    along, across = (
        zip(*(sizes_in_flow(node, direction) for node in nodes), strict=True) if nodes else ((), ())
    )
    heights = _across(forest, across, clock)
    middles = _along(forest, along, gap)
    placed = []
    for number, node in enumerate(nodes):
        centre = out_of_flow(Point(middles[forest.depths[number]], heights[number]), direction)
        placed.append(Placed(node, centre.x - node.width / 2, centre.y - node.height / 2))
    return placed


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
    boxes, has_pills = len(drawing.boxes), bool(drawing.pills)

    def is_pill(number: int) -> bool:
        return number >= boxes

    def step(child: int, parent: int) -> int:
        return 2 if has_pills and is_pill(child) == is_pill(parent) else 1

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
            depths[node] = depths[parent] + step(node, parent) if parent >= 0 else 0
            if parent >= 0:
                children[parent].append(node)
            order.append(node)
            stack += [(child, node) for child in reversed(bearing[node]) if depths[child] < 0]
    return Forest(children, roots, order, depths)


def _along(forest: Forest, along: Sequence[float], gap: float) -> list[float]:
    """Return the middle of each rank, along the flow."""
    thickness: dict[int, float] = defaultdict(float)
    for number, depth in enumerate(forest.depths):
        thickness[depth] = max(thickness[depth], along[number])
    middles, start = [], 0.0
    for depth in range(max(thickness, default=-1) + 1):
        middles.append(start + thickness[depth] / 2)
        start += thickness[depth] + gap
    return middles


def _across(forest: Forest, across: Sequence[float], clock: Clock) -> list[float]:
    """Return the middle of each node, across the flow."""
    outlines: list[Outline | None] = [None] * len(across)
    shifts = [0.0] * len(across)
    above = list(forest.depths)
    for node in forest.order:
        for child in forest.children[node]:
            above[child] = forest.depths[node]
    for node in clock.over(reversed(forest.order)):
        outline = _side_by_side(forest.children[node], outlines, shifts)
        half = across[node] / 2
        family = forest.children[node]
        if outline is None:
            outline = Outline([-half], 0.0, [half], 0.0)
        else:
            middle = (shifts[family[0]] + shifts[family[-1]]) / 2
            for child in family:
                shifts[child] -= middle
            outline.first_offset -= middle
            outline.last_offset -= middle
            outline.firsts.append(-half - outline.first_offset)
            outline.lasts.append(half - outline.last_offset)
            outline.top = 1
        if forest.depths[node] - above[node] == 2:
            outline.lead_on()
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
    siblings = min(whole.top, outline.top)
    offset = whole.last_offset - outline.first_offset
    distance = float("-inf")
    for rank in range(1, shared + 1):
        gap = GAP_WITHIN_RANK if rank <= siblings else GAP_BETWEEN_SUBTREES
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
    return Outline(firsts, first_offset, lasts, last_offset, added.top)


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
