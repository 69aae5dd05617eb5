"""The course of a line by ranks, from the node nearer to the thesis to the one farther out."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from argmap.drawing.shapes import Arrow, ArrowKind
from argmap.layout.flow import Frame, Rank, into_flow
from argmap.layout.placed import Direction, PlacedArrow, Point

# A line is straight for a moment where it ends, so that heads and bars stand upright.
HEAD_STUB = 13.0
PLAIN_STUB = 3.0
STEPS = tuple(step / 48 for step in range(49))


class Leg(NamedTuple):
    """The course of an arrow from the node nearer to the thesis to the one farther out.

    `through` is the height at which it was led through each rank between; `outwards` says that the
    arrow runs that way; the stubs are how far it runs straight at its ends.
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


def leg_of(
    arrow: PlacedArrow,
    frames: Mapping[str, Frame],
    ranks: Sequence[Rank],
    rank_of: Mapping[str, int],
    direction: Direction,
) -> Leg:
    """Return the course of an arrow, led through ranks as the engine drew it."""
    tail, head = arrow.arrow.tail, arrow.arrow.head
    outwards = rank_of[tail] <= rank_of[head]
    inner, outer = (tail, head) if outwards else (head, tail)
    between = ranks[rank_of[inner] + 1 : rank_of[outer]]
    through: tuple[float, ...] = ()
    if between:
        course = [into_flow(point, direction) for point in arrow.curve]
        samples = sorted(_sampled(course), key=itemgetter(0))
        through = tuple(_height_at(samples, rank.centre) for rank in between)
    stubs = [_stub(arrow.arrow, at_head=at_head) for at_head in (not outwards, outwards)]
    return Leg(inner, outer, rank_of[inner], rank_of[outer], through, outwards, *stubs)


def _stub(arrow: Arrow, *, at_head: bool) -> float:
    if arrow.kind is ArrowKind.CONTRADICTION:
        return HEAD_STUB
    return HEAD_STUB if at_head and arrow.kind is not ArrowKind.JOIN else PLAIN_STUB


def _sampled(curve: Sequence[Point]) -> Iterable[tuple[float, float]]:
    for start in range(0, len(curve) - 1, 3):
        (x, y), *others = ((point.x, point.y) for point in curve[start : start + 4])
        (bx, by), (cx, cy), (dx, dy) = others
        # The same curve as a polynomial, which is quicker to follow.
        x1, x2, x3 = 3 * (bx - x), 3 * (x - 2 * bx + cx), dx - x + 3 * (bx - cx)
        y1, y2, y3 = 3 * (by - y), 3 * (y - 2 * by + cy), dy - y + 3 * (by - cy)
        for t in STEPS:
            yield ((x3 * t + x2) * t + x1) * t + x, ((y3 * t + y2) * t + y1) * t + y


def _height_at(samples: Sequence[tuple[float, float]], along: float) -> float:
    number = bisect_left(samples, along, key=itemgetter(0))
    if number == 0:
        return samples[0][1]
    if number == len(samples):
        return samples[-1][1]
    (x, y), (next_x, next_y) = samples[number - 1 : number + 1]
    if next_x == x:
        return next_y
    return y + (next_y - y) * (along - x) / (next_x - x)
