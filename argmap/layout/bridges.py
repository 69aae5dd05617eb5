"""Bridges: where lines of one colour cross, one of them leads over the other in a small arch.

Lines that share a stretch belong together, so a crossing without a bridge would look like one more
of these joints. Of two straight lines the one along the flow has the bridge; of a straight line
and a bend, the straight one. Bridges that would touch become one.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.drawing.shapes import Role
from argmap.layout.bends import QUARTER
from argmap.layout.clock import Clock
from argmap.layout.flow import into_flow, out_of_flow
from argmap.layout.placed import Direction, PlacedArrow, Point

RADIUS = 4.0
# What stays straight between a bridge and the end of its stretch.
REST = 1.0
CELL = 160.0
HALVINGS = 16
# In larger maps most lines cross some other, and bridges would take as long as all the rest.
MOST_ARROWS = 4000
LEVEL = 0.05


class Piece(NamedTuple):
    """A stretch or a bend of a line in the flow: the arrow, which cubic of it, and its ends."""

    arrow: int
    cubic: int
    start: Point
    end: Point
    middle: float | None

    @property
    def is_level(self) -> bool:
        """Return whether it is straight along the flow."""
        return self.middle is None and abs(self.start.y - self.end.y) < LEVEL

    @property
    def is_upright(self) -> bool:
        """Return whether it is straight across the flow."""
        return self.middle is None and abs(self.start.x - self.end.x) < LEVEL


class Span(NamedTuple):
    """Where a bridge begins and ends on its stretch, from the start of the stretch."""

    first: float
    last: float


def bridged(
    arrows: Sequence[PlacedArrow], *, direction: Direction, clock: Clock
) -> list[PlacedArrow]:
    """Return the arrows with bridges where lines of one colour cross.

    Raises LayoutLimitError where the clock runs out.
    """
    if len(arrows) > MOST_ARROWS:
        return list(arrows)
    curves = [[into_flow(point, direction) for point in arrow.curve] for arrow in arrows]
    by_role: dict[Role, list[Piece]] = defaultdict(list)
    for number, arrow in enumerate(clock.over(arrows)):
        by_role[arrow.arrow.role] += _pieces(number, curves[number])
    spans: dict[tuple[int, int], list[Span]] = defaultdict(list)
    for pieces in by_role.values():
        for over, place in _crossings(pieces, clock):
            length = abs(over.end.x - over.start.x) + abs(over.end.y - over.start.y)
            if RADIUS + REST <= place <= length - RADIUS - REST:
                spans[over.arrow, over.cubic].append(Span(place - RADIUS, place + RADIUS))
    changed = {arrow for arrow, _ in spans}
    found = list(arrows)
    for number in changed:
        curve = _with_bridges(number, curves[number], spans)
        points = tuple(out_of_flow(point, direction) for point in curve)
        found[number] = PlacedArrow(arrows[number].arrow, points)
    return found


def _pieces(number: int, curve: Sequence[Point]) -> Iterator[Piece]:
    """Yield the straight stretches of a line and its bends; corners are too short to be crossed."""
    for cubic in range((len(curve) - 1) // 3):
        a, b, c, d = curve[3 * cubic : 3 * cubic + 4]
        if a == b and c == d:
            yield Piece(number, cubic, a, d, None)
        elif b.x == c.x and a.y == b.y and c.y == d.y:
            yield Piece(number, cubic, a, d, b.x)


def _crossings(pieces: Sequence[Piece], clock: Clock) -> Iterator[tuple[Piece, float]]:
    """Yield the stretches that lead over others, and how far from their start they cross them."""
    grid: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    for piece in clock.over(pieces):
        if not piece.is_level:
            for cell in _cells(piece):
                grid[cell].append(piece)
    for over in clock.over(pieces):
        if over.middle is None:
            for other in {other for cell in _cells(over) for other in grid.get(cell, ())}:
                if other.arrow == over.arrow:
                    continue
                place = _level_over(over, other) if over.is_level else _upright_over(over, other)
                if place is not None:
                    yield over, place


def _level_over(over: Piece, other: Piece) -> float | None:
    """Return how far from its start a level stretch leads over another or a bend, if it does."""
    y = over.start.y
    if not _between(y, other.start.y, other.end.y):
        return None
    x = other.start.x
    if other.middle is not None:
        x = _along(other, _share(y, other))
    return abs(x - over.start.x) if _between(x, over.start.x, over.end.x) else None


def _upright_over(over: Piece, other: Piece) -> float | None:
    """Return how far from its start an upright stretch leads over a bend, if it does."""
    x = over.start.x
    if other.middle is None or not _between(x, other.start.x, other.end.x):
        return None
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        share = (low + high) / 2
        if (_along(other, share) < x) == (other.start.x < other.end.x):
            low = share
        else:
            high = share
    y = other.start.y + (other.end.y - other.start.y) * (3 * low**2 - 2 * low**3)
    return abs(y - over.start.y) if _between(y, over.start.y, over.end.y) else None


def _share(y: float, bend: Piece) -> float:
    """Return the parameter at which a bend is at a height: its height is a smooth step."""
    share = (y - bend.start.y) / (bend.end.y - bend.start.y)
    return 0.5 - math.sin(math.asin(1 - 2 * share) / 3)


def _along(bend: Piece, t: float) -> float:
    """Return how far along the flow a bend is at a parameter."""
    middle = bend.middle or 0.0
    u = 1 - t
    return u**3 * bend.start.x + 3 * u * t * middle + t**3 * bend.end.x


def _between(place: float, one: float, other: float) -> bool:
    return min(one, other) < place < max(one, other)


def _with_bridges(
    number: int, curve: Sequence[Point], spans: Mapping[tuple[int, int], list[Span]]
) -> list[Point]:
    points = [curve[0]]
    for cubic in range((len(curve) - 1) // 3):
        start, end = curve[3 * cubic], curve[3 * cubic + 3]
        for span in _joined(spans.get((number, cubic), ())):
            points += _bridge(points[-1], start, end, span)
        if (number, cubic) in spans:
            points += [points[-1], end, end]
        else:
            points += curve[3 * cubic + 1 : 3 * cubic + 4]
    return points


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.first):
        if found and span.first <= found[-1].last + REST:
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return found


def _bridge(before: Point, start: Point, end: Point, span: Span) -> list[Point]:
    """Return the points after `before` up to the end of a bridge on the stretch."""
    length = abs(end.x - start.x) + abs(end.y - start.y)
    ahead = Point((end.x - start.x) / length, (end.y - start.y) / length)
    # Over a level line is up in the picture of a map that grows to the right.
    side = Point(-abs(ahead.y), -abs(ahead.x))

    def at(place: float, height: float) -> Point:
        return Point(
            start.x + ahead.x * place + side.x * height, start.y + ahead.y * place + side.y * height
        )

    near, handle = RADIUS, RADIUS * QUARTER
    foot, far_foot = at(span.first, 0.0), at(span.last, 0.0)
    top, far_top = at(span.first + near, near), at(span.last - near, near)
    points = [before, foot, foot]
    points += [at(span.first, handle), at(span.first + near - handle, near), top]
    if span.last - span.first > 2 * RADIUS + LEVEL:
        points += [top, far_top, far_top]
    return [*points, at(span.last - near + handle, near), at(span.last, handle), far_foot]


def _cells(piece: Piece) -> Iterator[tuple[int, int]]:
    left, right = sorted((piece.start.x, piece.end.x))
    top, bottom = sorted((piece.start.y, piece.end.y))
    for column in range(int(left // CELL), int(right // CELL) + 1):
        for row in range(int(top // CELL), int(bottom // CELL) + 1):
            yield column, row
