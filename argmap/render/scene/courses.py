"""The courses of lines for programs that draw none as Bézier curves: a few corners, or a bow."""

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.layout.placed import Point
from argmap.render.scene.things import Line

# So near each other are places that are taken for one.
NEAR = 0.6
# So many places of each curve of a bow are kept.
STEPS = 3
# How far a curve goes that leads out and back again, as a share of the way to its handles.
DEPTH = 0.75


class Course(NamedTuple):
    """The places of a line from its tail to its head; a `bow` runs smoothly through them."""

    points: tuple[Point, ...]
    bow: bool


def courses(lines: Sequence[Line]) -> tuple[Course, ...]:
    """Return the courses of lines; one that joins another follows that one to their head."""
    own = [_course(line.curve) for line in lines]
    hosts = defaultdict(list)
    for line, course in zip(lines, own, strict=True):
        if not line.joins:
            hosts[line.head].append(course)
    return tuple(
        _joined(course, hosts[line.head]) if line.joins else course
        for line, course in zip(lines, own, strict=True)
    )


def _joined(own: Course, hosts: Sequence[Course]) -> Course:
    """Return a course that goes on along the host which it reaches."""
    reached = [_from(own.points[-1], host.points) for host in hosts]
    if not reached:
        return own
    _, rest = min(reached, key=lambda pair: pair[0])
    return Course(_without_repeats((*own.points, *rest)), own.bow)


def _course(curve: Sequence[Point]) -> Course:
    points = [curve[0]]
    for at in range(1, len(curve), 3):
        points += _corners(points[-1], *curve[at : at + 3])
    if all(_is_level(one, other) for one, other in pairwise(points)):
        return Course(_without_repeats(points), bow=False)
    return Course(_without_repeats(_sampled(curve)), bow=True)


def _corners(start: Point, one: Point, other: Point, end: Point) -> tuple[Point, ...]:
    """Return the corners that a curve rounds, and where it ends."""
    if {one, other} <= {start, end}:
        return (end,)
    # A round corner: it begins along one side, and ends along the other.
    if one.y == start.y and other.x == end.x:
        return Point(end.x, start.y), end
    if one.x == start.x and other.y == end.y:
        return Point(start.x, end.y), end
    if one.x == other.x and (one.x - start.x) * (other.x - end.x) > 0:
        deep = start.x + DEPTH * (one.x - start.x)
        return Point(deep, start.y), Point(deep, end.y), end
    if one.y == other.y and (one.y - start.y) * (other.y - end.y) > 0:
        deep = start.y + DEPTH * (one.y - start.y)
        return Point(start.x, deep), Point(end.x, deep), end
    return one, other, end


def _sampled(curve: Sequence[Point]) -> list[Point]:
    points = [curve[0]]
    for at in range(1, len(curve), 3):
        start, (one, other, end) = points[-1], curve[at : at + 3]
        straight = {one, other} <= {start, end}
        steps = (1.0,) if straight else [step / STEPS for step in range(1, STEPS + 1)]
        points += [_at(step, start, one, other, end) for step in steps]
    return points


def _at(where: float, *corners: Point) -> Point:
    rest = 1 - where
    shares = (rest**3, 3 * rest**2 * where, 3 * rest * where**2, where**3)
    return Point(
        sum(share * corner.x for share, corner in zip(shares, corners, strict=True)),
        sum(share * corner.y for share, corner in zip(shares, corners, strict=True)),
    )


def _from(place: Point, points: Sequence[Point]) -> tuple[float, tuple[Point, ...]]:
    """Return how far a place lies from a course, and what of it comes after the nearest point."""
    found = [
        (_distance(place, one, other), tuple(points[number:]))
        for number, (one, other) in enumerate(pairwise(points), start=1)
    ]
    return min(found, key=lambda pair: pair[0], default=(math.inf, ()))


def _distance(place: Point, one: Point, other: Point) -> float:
    along = Point(other.x - one.x, other.y - one.y)
    length = along.x**2 + along.y**2
    share = 0.0
    if length:
        share = ((place.x - one.x) * along.x + (place.y - one.y) * along.y) / length
        share = min(1.0, max(0.0, share))
    return math.dist((place.x, place.y), (one.x + share * along.x, one.y + share * along.y))


def _is_level(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < NEAR or abs(one.y - other.y) < NEAR


def _without_repeats(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the places without those that say nothing new: repeated, or on a level line."""
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) < NEAR:
            if len(kept) > 1:
                kept[-1] = point
            continue
        if len(kept) > 1 and _on_the_way(kept[-2], kept[-1], point):
            kept[-1] = point
            continue
        kept.append(point)
    return tuple(kept) if len(kept) > 1 else (points[0], points[-1])


def _on_the_way(one: Point, between: Point, other: Point) -> bool:
    level = abs(one.y - between.y) < NEAR and abs(between.y - other.y) < NEAR
    upright = abs(one.x - between.x) < NEAR and abs(between.x - other.x) < NEAR
    return level or upright
