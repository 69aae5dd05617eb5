"""Lines drawn anew between the places of the engine: calm, and never across a box.

Nodes stand in ranks, and the gaps between ranks are free. So a line changes its height only in a
gap, in one bend, and runs straight where it passes a rank: on at its own height where that is
free, or else where the engine led it through. A line between nodes of one rank goes round through
the gap behind it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from argmap.drawing.shapes import Box, Pill
from argmap.layout.bends import Bend, bent, missing_room, tracks
from argmap.layout.clock import Clock
from argmap.layout.flow import Frame, Rank, frame_of, in_ranks, out_of_flow, ranks_of
from argmap.layout.line_course import Leg, leg_of
from argmap.layout.line_ends import End, ends_of
from argmap.layout.placed import Direction, Placed, PlacedArrow, Point

CLEARANCE = 4.0
SHORTEST = 0.01
# How far a line goes into the gap to turn round there; it gets three quarters of the way.
TURN = 40.0


def routed(
    nodes: Sequence[Placed], arrows: Sequence[PlacedArrow], *, direction: Direction, clock: Clock
) -> tuple[list[Placed], list[PlacedArrow]]:
    """Return the nodes and the arrows with new curves.

    The boxes of a rank are moved to its nearer edge, so that they begin on one line, and ranks
    are moved apart where lines need more room.

    Raises LayoutLimitError where the clock runs out.
    """
    frames = {node.shape.id: frame_of(node, direction) for node in nodes}
    pills = {node.shape.id for node in nodes if isinstance(node.shape, Pill)}
    rank_of = ranks_of(frames)
    ranks = in_ranks(frames, rank_of)
    nodes = _aligned(nodes, frames, ranks, rank_of, direction)
    frames = {node.shape.id: frame_of(node, direction) for node in nodes}
    ranks = in_ranks(frames, rank_of)
    legs = [leg_of(arrow, frames, ranks, rank_of, direction) for arrow in clock.over(arrows)]
    ends = ends_of(legs, arrows, frames, pills)

    courses = _courses(clock.over(legs), ends, frames, ranks)
    missing = missing_room(bend for course in courses for bend in course.bends)
    if missing:
        nodes = _moved_apart(nodes, rank_of, missing, direction)
        frames = {node.shape.id: frame_of(node, direction) for node in nodes}
        ranks = in_ranks(frames, rank_of)
        courses = _courses(clock.over(legs), ends, frames, ranks)
    places = tracks(bend for course in courses for bend in course.bends)
    found = []
    for arrow, leg, course in clock.over(zip(arrows, legs, courses, strict=True)):
        curve = _curve(course, places)
        if not leg.outwards:
            curve = curve[::-1]
        points = tuple(out_of_flow(point, direction) for point in curve)
        found.append(PlacedArrow(arrow.arrow, points))
    return list(nodes), found


def _aligned(
    nodes: Sequence[Placed],
    frames: Mapping[str, Frame],
    ranks: Sequence[Rank],
    rank_of: Mapping[str, int],
    direction: Direction,
) -> list[Placed]:
    """Return the nodes with the boxes of each rank at its nearer edge; pills stay in its middle."""
    found = []
    for node in nodes:
        name = node.shape.id
        back = frames[name].near - ranks[rank_of[name]].near
        if isinstance(node.shape, Box) and back:
            move = out_of_flow(Point(-back, 0.0), direction)
            node = Placed(node.shape, node.x + move.x, node.y + move.y)
        found.append(node)
    return found


def _moved_apart(
    nodes: Sequence[Placed],
    rank_of: Mapping[str, int],
    missing: Mapping[int, float],
    direction: Direction,
) -> list[Placed]:
    """Return the nodes with the gaps after some ranks widened."""
    ranks = range(max(rank_of.values()) + 1)
    moves = list(accumulate((missing.get(rank, 0.0) for rank in ranks), initial=0.0))
    found = []
    for node in nodes:
        move = out_of_flow(Point(moves[rank_of[node.shape.id]], 0.0), direction)
        found.append(Placed(node.shape, node.x + move.x, node.y + move.y))
    return found


class _Course(NamedTuple):
    """The way of a line: where it starts and ends, and its bends between.

    A line that stays in its rank has no bends, but a curve that is done.
    """

    start: Point
    end: Point
    bends: tuple[Bend, ...]
    turn: tuple[Point, ...] = ()


def _courses(
    legs: Iterable[Leg], ends: Mapping[End, float], frames: Mapping[str, Frame], ranks: list[Rank]
) -> list[_Course]:
    return [
        _course(leg, ends[number, True], ends[number, False], frames, ranks)
        for number, leg in enumerate(legs)
    ]


def _course(
    leg: Leg, start: float, end: float, frames: Mapping[str, Frame], ranks: Sequence[Rank]
) -> _Course:
    """Return the way from the inner node to the outer one: straight in ranks, bent in gaps."""
    inner, outer = frames[leg.inner], frames[leg.outer]
    first, last = Point(inner.far, start), Point(outer.near, end)
    if leg.stays_in_rank:
        turn = _turn(inner.far, outer.far, start, end, ranks[leg.inner_rank])
        return _Course(first, last, (), tuple(turn))
    between = ranks[leg.inner_rank + 1 : leg.outer_rank]
    bends: list[Bend] = []
    before = Point(ranks[leg.inner_rank].far + leg.inner_stub, start)
    for rank, height in zip(between, _calm(leg.through, between, end), strict=True):
        bends.append(Bend(leg.inner_rank + len(bends), before, Point(rank.near, height)))
        before = Point(rank.far, height)
    after = Point(ranks[leg.outer_rank].near - leg.outer_stub, end)
    bends.append(Bend(leg.inner_rank + len(bends), before, after))
    return _Course(first, last, tuple(bend for bend in bends if not bend.is_straight))


def _curve(course: _Course, places: Mapping[tuple[int, float], float]) -> list[Point]:
    """Return the points of a course as a chain of cubic curves."""
    if course.turn:
        return list(course.turn)
    points = [course.start]
    for bend in course.bends:
        for curve in bent(bend, places[bend.bundle]):
            points += _straight(points[-1], curve[0])
            points += curve[1:]
    return points + _straight(points[-1], course.end)


def _straight(start: Point, end: Point) -> list[Point]:
    """Return the points after the start of a straight stretch; none where it is too short."""
    if abs(end.x - start.x) + abs(end.y - start.y) <= SHORTEST:
        return []
    return [start, end, end]


def _turn(inner: float, outer: float, start: float, end: float, rank: Rank) -> list[Point]:
    """Return a curve that leaves a node of the rank outwards and comes back to the same rank."""
    knots = [Point(inner, start), Point(rank.far, start), Point(rank.far, end), Point(outer, end)]
    points = [knots[0]]
    for number, (before, after) in enumerate(pairwise(knots)):
        out = TURN if number == 1 else 0.0
        points += [Point(before.x + out, before.y), Point(after.x + out, after.y), after]
    return points


def _calm(led: Sequence[float], between: Sequence[Rank], start: float) -> tuple[float, ...]:
    """Return the heights at which a line passes ranks, of which `start` is before the outermost.

    It goes straight on where that leads between the same two nodes as the engine led it.
    """
    heights: list[float] = []
    for height, rank in zip(reversed(led), reversed(between), strict=True):
        lower, upper = _free(height, rank)
        if upper - lower <= 2 * CLEARANCE:
            start = (lower + upper) / 2
        elif not lower + CLEARANCE <= start <= upper - CLEARANCE:
            start = min(max(height, lower + CLEARANCE), upper - CLEARANCE)
        heights.append(start)
    return tuple(reversed(heights))


def _free(height: float, rank: Rank) -> tuple[float, float]:
    """Return where the nodes of a rank end and begin that are beside a height."""
    after = bisect_left(rank.frames, height, key=lambda frame: frame.middle)
    lower = rank.frames[after - 1].last if after else float("-inf")
    upper = rank.frames[after].first if after < len(rank.frames) else float("inf")
    return lower, upper
