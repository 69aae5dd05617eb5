"""Where lines change their height, in the free gap between two ranks.

What goes to one point bends as one: its lines share an upright stretch, and so they join. Bundles
that would lie on each other get a track each, side by side. (Routing in channels, as on circuit
boards: Hashimoto and Stevens 1971 give each wire the first free track from one edge to the other.)
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from argmap.layout.placed import Point

TRACK_GAP = 5.0
MOST_TRACKS = 24
SMALLEST_CORNER = 4.0
LARGEST_CORNER = 16.0
SAME_HEIGHT = 0.5
# A quarter of a circle as a cubic curve: how far its handles reach, in radii.
QUARTER = 0.5523


class Bend(NamedTuple):
    """A change of height in the gap with that number, from nearer to the thesis to farther out."""

    gap: int
    start: Point
    end: Point

    @property
    def bundle(self) -> tuple[int, float]:
        """Return what lines have in common that bend as one."""
        return self.gap, round(self.start.y, 1)

    @property
    def is_straight(self) -> bool:
        """Return whether there is nothing to bend."""
        return abs(self.end.y - self.start.y) < SAME_HEIGHT


class _Bundle(NamedTuple):
    key: tuple[int, float]
    first: float
    last: float
    near: float
    far: float
    ends: tuple[float, ...]

    @property
    def goes_on(self) -> bool:
        """Return whether it leads farther across the flow more than back."""
        return self.last - self.key[1] > self.key[1] - self.first

    def crossed_behind(self, other: "_Bundle") -> int:
        """Return how many lines cross where this one changes its height before the other does."""
        inside = bisect_left(self.ends, other.last) - bisect_right(self.ends, other.first)
        return inside + (self.first < other.key[1] < self.last)


def tracks(bends: Iterable[Bend]) -> dict[tuple[int, float], float]:
    """Return how far along the flow each bundle of bends changes its height; none is straight."""
    found: dict[tuple[int, float], float] = {}
    for crowd in _crowds(bends):
        found.update(_side_by_side(crowd))
    return found


def missing_room(bends: Iterable[Bend]) -> dict[int, float]:
    """Return by how much gaps are too narrow for the tracks in them; wide ones are left out."""
    found: dict[int, float] = {}
    for crowd in _crowds(bends):
        near, far = max(one.near for one in crowd), min(one.far for one in crowd)
        tracks_beside = max(_numbered(crowd).values())
        missing = 2 * SMALLEST_CORNER + TRACK_GAP * tracks_beside - (far - near)
        gap = crowd[0].key[0]
        if missing > found.get(gap, 0.0):
            found[gap] = missing
    return found


def _crowds(bends: Iterable[Bend]) -> Iterator[list[_Bundle]]:
    """Yield the bundles of bends that overlap, directly or through others."""
    members: dict[tuple[int, float], list[Bend]] = defaultdict(list)
    for bend in bends:
        members[bend.bundle].append(bend)
    gaps: dict[int, list[_Bundle]] = defaultdict(list)
    for key, group in members.items():
        ends = sorted(bend.end.y for bend in group)
        heights = [key[1], *ends]
        near, far = max(one.start.x for one in group), min(one.end.x for one in group)
        gaps[key[0]].append(_Bundle(key, min(heights), max(heights), near, far, tuple(ends)))
    for bundles in gaps.values():
        yield from _overlapping(bundles)


def _overlapping(bundles: Iterable[_Bundle]) -> Iterator[list[_Bundle]]:
    """Yield the bundles of a gap that overlap, in the order of their start."""
    crowd: list[_Bundle] = []
    reach = float("-inf")
    for bundle in sorted(bundles, key=lambda one: (one.first, one.last)):
        if crowd and bundle.first > reach:
            yield crowd
            crowd = []
            reach = float("-inf")
        crowd.append(bundle)
        reach = max(reach, bundle.last)
    if crowd:
        yield crowd


def _side_by_side(crowd: Sequence[_Bundle]) -> Mapping[tuple[int, float], float]:
    """Return the place of each bundle of a crowd."""
    chosen = _numbered(crowd)
    most = max(chosen.values()) + 1
    near, far = max(one.near for one in crowd), min(one.far for one in crowd)
    room = max(far - near - 2 * SMALLEST_CORNER, 0.0)
    gap = min(TRACK_GAP, room / (most - 1)) if most > 1 else 0.0
    first = (near + far) / 2 - gap * (most - 1) / 2
    return {key: first + gap * track for key, track in chosen.items()}


def _numbered(crowd: Sequence[_Bundle]) -> dict[tuple[int, float], int]:
    """Return the track of each bundle of a crowd, counted from the thesis on."""
    if len(crowd) == 1:
        return {crowd[0].key: 0}
    depth = _depth(crowd)
    in_order = _uncrossed(crowd) if depth <= MOST_TRACKS else None
    return in_order or _first_free(crowd, min(depth, MOST_TRACKS))


def _uncrossed(crowd: Sequence[_Bundle]) -> dict[tuple[int, float], int] | None:
    """Return tracks on which bundles that overlap cross as little as their order can help.

    None where such an order would lay bundles on each other.
    """
    beside: dict[int, list[int]] = {number: [] for number in range(len(crowd))}
    behind: dict[int, list[int]] = {number: [] for number in range(len(crowd))}
    waits = [0] * len(crowd)
    open_ones: list[int] = []
    for number, bundle in enumerate(crowd):
        open_ones = [one for one in open_ones if crowd[one].last >= bundle.first]
        for other in open_ones:
            beside[number].append(other)
            beside[other].append(number)
            is_first = _comes_first(crowd[other], bundle)
            before, after = (other, number) if is_first else (number, other)
            behind[before].append(after)
            waits[after] += 1
        open_ones.append(number)
    chosen: dict[int, int] = {}
    waiting = [(wait, number) for number, wait in enumerate(waits)]
    heapify(waiting)
    while waiting:
        # Where each waits for another, the one that waits for the fewest begins.
        wait, number = heappop(waiting)
        if number in chosen or wait != waits[number]:
            continue
        taken = {chosen[other] for other in beside[number] if other in chosen}
        wanted = max(taken, default=-1) + 1
        if wanted >= MOST_TRACKS:
            free = (track for track in range(MOST_TRACKS) if track not in taken)
            wanted = next(free, MOST_TRACKS)
        if wanted == MOST_TRACKS:
            return None
        chosen[number] = wanted
        for other in behind[number]:
            waits[other] -= 1
            heappush(waiting, (waits[other], other))
    return {crowd[number].key: track for number, track in chosen.items()}


def _comes_first(one: _Bundle, other: _Bundle) -> bool:
    """Return whether the first of two bundles better changes its height nearer to the thesis."""
    cost, otherwise = one.crossed_behind(other), other.crossed_behind(one)
    return cost < otherwise if cost != otherwise else not one.goes_on


def _first_free(crowd: Sequence[_Bundle], most: int) -> dict[tuple[int, float], int]:
    """Return the first of `most` tracks that is free for each bundle, for crowds of many.

    Of two that lead on, the earlier one turns nearer to its end, so that the lines do not cross
    once more; of two that lead back, nearer to its start.
    """
    chosen: dict[tuple[int, float], int] = {}
    until = [float("-inf")] * most
    for bundle in crowd:
        free = [track for track in range(most) if until[track] < bundle.first]
        free = free or [min(range(most), key=until.__getitem__)]
        track = free[-1] if bundle.goes_on else free[0]
        until[track] = max(until[track], bundle.last)
        chosen[bundle.key] = track
    return chosen


def _depth(crowd: Sequence[_Bundle]) -> int:
    """Return how many bundles of a crowd lie beside each other at most."""
    edges = sorted(edge for one in crowd for edge in ((one.first, 0, 1), (one.last, 1, -1)))
    depth = deepest = 0
    for _, _, change in edges:
        depth += change
        deepest = max(deepest, depth)
    return deepest


def bent(bend: Bend, along: float) -> list[tuple[Point, Point, Point, Point]]:
    """Return the curves of a bend with its upright at `along`; between them it is straight."""
    start, end = bend.start, bend.end
    height = abs(end.y - start.y)
    if height <= end.x - start.x:
        middle = (start.x + end.x) / 2
        return [(start, Point(middle, start.y), Point(middle, end.y), end)]
    along = min(max(along, start.x), end.x)
    way = 1.0 if end.y > start.y else -1.0
    first = min(along - start.x, height / 2, LARGEST_CORNER)
    second = min(end.x - along, height / 2, LARGEST_CORNER)
    turn = (
        Point(along - first, start.y),
        Point(along - first * (1 - QUARTER), start.y),
        Point(along, start.y + way * first * (1 - QUARTER)),
        Point(along, start.y + way * first),
    )
    back = (
        Point(along, end.y - way * second),
        Point(along, end.y - way * second * (1 - QUARTER)),
        Point(along + second * (1 - QUARTER), end.y),
        Point(along + second, end.y),
    )
    return [turn, back]
