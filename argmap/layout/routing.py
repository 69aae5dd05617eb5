"""Lines drawn anew between the places of the engine: calm, and never across a box.

Nodes stand in ranks, and the gaps between ranks are free. So a line changes its height only in a
gap, in one bend, and runs straight where it passes a rank, at the height where the engine led it
through. A line between nodes of one rank goes round through the gap behind it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.drawing.shapes import Arrow, ArrowKind, Pill
from argmap.layout.flow import Frame, Rank, frame_of, into_flow, out_of_flow, ranks_of
from argmap.layout.places import Direction, Placed, PlacedArrow, Point

CLOSEST, WIDEST = 16.0, 44.0
SIDE_MARGIN = 8.0
PILL_MARGIN = 8.0
CLEARANCE = 4.0
SHORTEST = 0.01
# A line is straight for a moment where it ends, so that heads and bars stand upright.
HEAD_STUB = 13.0
PLAIN_STUB = 3.0
# How far a line goes into the gap to turn round there; it gets three quarters of the way.
TURN = 40.0

# An arrow by number, and whether its inner end is meant.
End = tuple[int, bool]
STEPS = 48


def routed(
    nodes: Sequence[Placed], arrows: Sequence[PlacedArrow], *, direction: Direction
) -> tuple[PlacedArrow, ...]:
    """Return the arrows with new curves, in their order."""
    frames = {node.shape.id: frame_of(node, direction) for node in nodes}
    pills = {node.shape.id for node in nodes if isinstance(node.shape, Pill)}
    ranks, rank_of = ranks_of(frames)
    legs = [_leg(arrow, frames, ranks, rank_of, direction) for arrow in arrows]
    ends = _ends(legs, arrows, frames, pills)
    found = []
    for number, (arrow, leg) in enumerate(zip(arrows, legs, strict=True)):
        curve = _curve(leg, ends[number, True], ends[number, False], frames, ranks)
        if not leg.outwards:
            curve = curve[::-1]
        points = tuple(out_of_flow(point, direction) for point in curve)
        found.append(PlacedArrow(arrow.arrow, points))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Leg:
    """The course of an arrow from the node nearer to the thesis to the one farther out.

    `through` is its height at each rank between; `outwards` says that the arrow runs that way.
    """

    inner: str
    outer: str
    inner_rank: int
    outer_rank: int
    through: tuple[float, ...]
    outwards: bool
    inner_stub: float
    outer_stub: float

    @property
    def stays_in_rank(self) -> bool:
        """Return whether both nodes have one rank, so that the arrow leaves and comes outside."""
        return self.inner_rank == self.outer_rank


def _leg(
    arrow: PlacedArrow,
    frames: Mapping[str, Frame],
    ranks: Sequence[Rank],
    rank_of: Mapping[str, int],
    direction: Direction,
) -> _Leg:
    tail, head = arrow.arrow.tail, arrow.arrow.head
    outwards = rank_of[tail] <= rank_of[head]
    inner, outer = (tail, head) if outwards else (head, tail)
    between = ranks[rank_of[inner] + 1 : rank_of[outer]]
    through: tuple[float, ...] = ()
    if between:
        course = [into_flow(point, direction) for point in arrow.curve]
        samples = sorted(_sampled(course), key=lambda point: point.x)
        through = tuple(_clear(_height_at(samples, rank.centre), rank) for rank in between)
    stubs = [_stub(arrow.arrow, at_head=at_head) for at_head in (not outwards, outwards)]
    return _Leg(inner, outer, rank_of[inner], rank_of[outer], through, outwards, *stubs)


def _stub(arrow: Arrow, *, at_head: bool) -> float:
    if arrow.kind is ArrowKind.CONTRADICTION:
        return HEAD_STUB
    return HEAD_STUB if at_head and arrow.kind is not ArrowKind.JOIN else PLAIN_STUB


def _sampled(curve: Sequence[Point]) -> Iterable[Point]:
    for start in range(0, len(curve) - 1, 3):
        a, b, c, d = curve[start : start + 4]
        for step in range(STEPS + 1):
            t = step / STEPS
            u = 1 - t
            weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            yield Point(
                sum(w * p.x for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p.y for w, p in zip(weights, (a, b, c, d), strict=True)),
            )


def _height_at(samples: Sequence[Point], along: float) -> float:
    number = bisect_left(samples, along, key=lambda point: point.x)
    if number == 0:
        return samples[0].y
    if number == len(samples):
        return samples[-1].y
    before, after = samples[number - 1], samples[number]
    if after.x == before.x:
        return after.y
    share = (along - before.x) / (after.x - before.x)
    return before.y + (after.y - before.y) * share


def _clear(height: float, rank: Rank) -> float:
    """Return a height near the given one at which a straight line meets no node of the rank."""
    after = bisect_left(rank.frames, height, key=lambda frame: frame.middle)
    lower = rank.frames[after - 1].last if after else float("-inf")
    upper = rank.frames[after].first if after < len(rank.frames) else float("inf")
    if upper - lower <= 2 * CLEARANCE:
        return (lower + upper) / 2
    return min(max(height, lower + CLEARANCE), upper - CLEARANCE)


def _ends(
    legs: Sequence[_Leg],
    arrows: Sequence[PlacedArrow],
    frames: Mapping[str, Frame],
    pills: set[str],
) -> dict[End, float]:
    """Return the height at which each leg meets its inner (True) and its outer (False) node.

    Lines that end at a node are spread along its side in the order they come from, so that their
    heads do not lie on each other. Linked premises meet in one point, and what a node says to
    several others leaves it in one point.
    """
    # By node and side (the far one is True): by point of that side: what comes from which height.
    sides: dict[tuple[str, bool], dict[str, list[tuple[float, End]]]] = defaultdict(dict)
    for number, leg in enumerate(legs):
        heights = [frames[leg.inner].middle, *leg.through, frames[leg.outer].middle]
        for inner, name, towards in (
            (True, leg.inner, heights[1]),
            (False, leg.outer, heights[-2]),
        ):
            point = _meeting_point(arrows[number].arrow, number, at_head=leg.outwards != inner)
            far_side = inner or leg.stays_in_rank
            sides[name, far_side].setdefault(point, []).append((towards, (number, inner)))
    ends: dict[End, float] = {}
    for (name, _), points in sides.items():
        margin = PILL_MARGIN if name in pills else SIDE_MARGIN
        bundles = sorted(
            points.values(), key=lambda bundle: sum(y for y, _ in bundle) / len(bundle)
        )
        for height, bundle in zip(
            _spread(frames[name], len(bundles), margin), bundles, strict=True
        ):
            ends.update((end, height) for _, end in bundle)
    return ends


def _meeting_point(arrow: Arrow, number: int, *, at_head: bool) -> str:
    """Return a name for the point of a node's side that an arrow shares with others, or its own."""
    if arrow.kind is ArrowKind.CONTRADICTION:
        return f"arrow {number} {at_head}"
    if not at_head:
        return "departure"
    return "join" if arrow.kind is ArrowKind.JOIN else f"arrow {number}"


def _spread(frame: Frame, count: int, margin: float) -> list[float]:
    room = frame.last - frame.first - 2 * margin
    wish = min(max(CLOSEST, room / (count + 1)), WIDEST)
    spacing = min(wish, room / (count - 1)) if count > 1 else 0.0
    start = frame.middle - spacing * (count - 1) / 2
    return [start + spacing * number for number in range(count)]


def _curve(
    leg: _Leg, start: float, end: float, frames: Mapping[str, Frame], ranks: Sequence[Rank]
) -> list[Point]:
    """Return the curve from the inner node to the outer one: straight in ranks, bent in gaps."""
    if leg.stays_in_rank:
        return _turn(
            frames[leg.inner].far, frames[leg.outer].far, start, end, ranks[leg.inner_rank]
        )
    near, far = ranks[leg.inner_rank].far, ranks[leg.outer_rank].near
    knots = [Point(frames[leg.inner].far, start), Point(near + leg.inner_stub, start)]
    for rank, height in zip(ranks[leg.inner_rank + 1 :], leg.through, strict=False):
        knots += [Point(rank.near, height), Point(rank.far, height)]
    knots += [Point(far - leg.outer_stub, end), Point(frames[leg.outer].near, end)]
    points = [knots[0]]
    for before, after in pairwise(knots):
        if after.x - before.x > SHORTEST:
            middle = (before.x + after.x) / 2
            points += [Point(middle, before.y), Point(middle, after.y), after]
    return points


def _turn(inner: float, outer: float, start: float, end: float, rank: Rank) -> list[Point]:
    """Return a curve that leaves a node of the rank outwards and comes back to the same rank."""
    knots = [Point(inner, start), Point(rank.far, start), Point(rank.far, end), Point(outer, end)]
    points = [knots[0]]
    for number, (before, after) in enumerate(pairwise(knots)):
        out = TURN if number == 1 else 0.0
        points += [Point(before.x + out, before.y), Point(after.x + out, after.y), after]
    return points
