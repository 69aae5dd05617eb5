"""The course of a line by ranks, from the node nearer to the thesis to the one farther out."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.drawing.shapes import Arrow, ArrowKind
from argmap.layout.flow import Frame, Rank, into_flow
from argmap.layout.places import Direction, PlacedArrow, Point

# A line is straight for a moment where it ends, so that heads and bars stand upright.
HEAD_STUB = 13.0
PLAIN_STUB = 3.0
STEPS = 48


@dataclass(frozen=True, slots=True)
class Leg:
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
        samples = sorted(_sampled(course), key=lambda point: point.x)
        through = tuple(_height_at(samples, rank.centre) for rank in between)
    stubs = [_stub(arrow.arrow, at_head=at_head) for at_head in (not outwards, outwards)]
    return Leg(inner, outer, rank_of[inner], rank_of[outer], through, outwards, *stubs)


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
