"""The ends of arrows: a head for support, a bar for attack, and the line shortened before them."""

import math
from itertools import pairwise
from typing import NamedTuple

from argmap.drawing.shapes import ArrowKind
from argmap.layout.placed import PlacedArrow, Point

HEAD_LENGTH = 10.0
HEAD_HALF_WIDTH = 4.4
BAR_DISTANCE = 4.0
BAR_HALF_LENGTH = 6.5
# In a column lines run close to each other.
SHORT_BAR_HALF_LENGTH = 4.8


class DrawnArrow(NamedTuple):
    """An arrow ready to be drawn: its line, the corners of its head, the ends of its bars."""

    curve: tuple[Point, ...]
    head: tuple[Point, ...]
    bars: tuple[tuple[Point, Point], ...]


def drawn(arrow: PlacedArrow, *, bar: float = BAR_HALF_LENGTH) -> DrawnArrow:
    """Return the line of an arrow cut where its head or bars begin, and these.

    Bars reach `bar` pixels to each side.
    """
    kind = arrow.arrow.kind
    if arrow.joins and kind is ArrowKind.CONTRADICTION:
        backwards, at_tail = _barred(arrow.curve[::-1], bar)
        return DrawnArrow(backwards[::-1], (), (at_tail,))
    if arrow.joins or kind is ArrowKind.JOIN:
        return DrawnArrow(arrow.curve, (), ())
    if kind is ArrowKind.SUPPORT:
        tip = arrow.curve[-1]
        curve = _cut_end(arrow.curve, HEAD_LENGTH - 1)
        base = curve[-1]
        along = _unit(base, tip)
        root = Point(tip.x - along.x * HEAD_LENGTH, tip.y - along.y * HEAD_LENGTH)
        return DrawnArrow(curve, (tip, *_across(root, along, HEAD_HALF_WIDTH)), ())
    curve, at_head = _barred(arrow.curve, bar)
    if kind is ArrowKind.ATTACK:
        return DrawnArrow(curve, (), (at_head,))
    backwards, at_tail = _barred(tuple(reversed(curve)), bar)
    return DrawnArrow(tuple(reversed(backwards)), (), (at_head, at_tail))


def _barred(curve: tuple[Point, ...], bar: float) -> tuple[tuple[Point, ...], tuple[Point, Point]]:
    tip = curve[-1]
    shorter = _cut_end(curve, BAR_DISTANCE)
    along = _unit(shorter[-1], tip)
    return shorter, _across(shorter[-1], along, bar)


def _across(middle: Point, along: Point, half: float) -> tuple[Point, Point]:
    return (
        Point(middle.x - along.y * half, middle.y + along.x * half),
        Point(middle.x + along.y * half, middle.y - along.x * half),
    )


def _unit(start: Point, end: Point) -> Point:
    length = math.dist((start.x, start.y), (end.x, end.y))
    if length == 0:
        return Point(0.0, 1.0)
    return Point((end.x - start.x) / length, (end.y - start.y) / length)


def _cut_end(curve: tuple[Point, ...], distance: float) -> tuple[Point, ...]:
    """Return the curve without its last stretch, so that it ends `distance` from its old end."""
    tip = curve[-1]
    points = curve
    while len(points) > 4 and _apart(points[-4], tip) < distance:
        points = points[:-3]
    straight = _shortened(points[-4:], distance)
    if straight:
        return (*points[:-4], *straight)
    low, high = 0.0, 1.0
    for _ in range(24):
        middle = (low + high) / 2
        if _apart(_split(points[-4:], middle)[-1], tip) < distance:
            high = middle
        else:
            low = middle
    return (*points[:-4], *_split(points[-4:], low))


def _shortened(segment: tuple[Point, ...], distance: float) -> tuple[Point, ...] | None:
    """Return an upright or level segment without its last stretch; None if it is another one."""
    start, one, other, end = segment
    level = start.y == one.y == other.y == end.y
    upright = start.x == one.x == other.x == end.x
    length = abs(end.x - start.x) + abs(end.y - start.y)
    if not (level or upright) or length <= distance:
        return None
    kept = 1 - distance / length
    along = (end.x - start.x) * kept, (end.y - start.y) * kept
    return tuple(
        Point(start.x + along[0] * part / 3, start.y + along[1] * part / 3) for part in range(4)
    )


def _apart(one: Point, other: Point) -> float:
    return math.dist((one.x, one.y), (other.x, other.y))


def _split(segment: tuple[Point, ...], where: float) -> tuple[Point, ...]:
    """Return the first part of a cubic curve up to `where` in [0, 1], by de Casteljau's method."""
    first = [segment[0]]
    points = list(segment)
    while len(points) > 1:
        points = [
            Point(a.x + (b.x - a.x) * where, a.y + (b.y - a.y) * where) for a, b in pairwise(points)
        ]
        first.append(points[0])
    return tuple(first)
