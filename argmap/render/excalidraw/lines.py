"""Lines as arrows of Excalidraw, bound to the shapes at their ends."""

import math
from collections.abc import Mapping
from typing import Any

from argmap.layout.placed import Point
from argmap.render.excalidraw.elements import Element, element
from argmap.render.scene.courses import Course
from argmap.render.scene.things import End, Line, Panel

HEADS = {End.NONE: None, End.HEAD: "triangle", End.BAR: "bar"}
# How far a line ends from its shape, so that its end is seen.
GAPS = {End.NONE: 0.0, End.HEAD: 1.0, End.BAR: 4.0}


def arrow(name: str, line: Line, way: Course, panels: Mapping[str, Panel]) -> Element:
    """Return the arrow of a line, which takes that way."""
    tail, head = (panels.get(end or "") for end in (line.tail, line.head))
    points = list(way.points)
    points[-1] = _short_of(points[-1], points[-2], GAPS[line.at_head] if head else 0.0)
    points[0] = _short_of(points[0], points[1], GAPS[line.at_tail] if tail else 0.0)
    start = points[0]
    across, down = [point.x for point in points], [point.y for point in points]
    elbowed = not way.bow and bool(tail and head)
    size = (max(across) - min(across), max(down) - min(down))
    elbow = {"fixedSegments": None, "startIsSpecial": None, "endIsSpecial": None}
    return element(
        name,
        "arrow",
        (start.x, start.y, *size),
        line.paint,
        (),
        roundness={"type": 2} if way.bow else None,
        points=[[round(point.x - start.x, 1), round(point.y - start.y, 1)] for point in points],
        lastCommittedPoint=None,
        startBinding=_binding(tail, points[0], points[1], line.at_tail),
        endBinding=_binding(head, points[-1], points[-2], line.at_head),
        startArrowhead=HEADS[line.at_tail],
        endArrowhead=HEADS[line.at_head],
        elbowed=elbowed,
        **(elbow if elbowed else {}),
    )


def _short_of(end: Point, before: Point, gap: float) -> Point:
    """Return a place that is a gap before the end of a line."""
    length = math.dist(end, before)
    if length <= gap:
        return end
    share = gap / length
    return Point(end.x + (before.x - end.x) * share, end.y + (before.y - end.y) * share)


def _binding(panel: Panel | None, end: Point, before: Point, kind: End) -> dict[str, Any] | None:
    """Return how a line is bound to a shape: at a fixed point, or by what it aims at."""
    if panel is None:
        return None
    fixed = [(end.x - panel.x) / panel.width, (end.y - panel.y) / panel.height]
    return {
        "elementId": panel.name,
        "focus": _focus(panel, end, before),
        "gap": max(GAPS[kind], 1.0),
        # Exactly in the middle, a line might turn to either side.
        "fixedPoint": [0.5001 if abs(share - 0.5) < 0.0001 else round(share, 4) for share in fixed],
    }


def _focus(panel: Panel, end: Point, before: Point) -> float:
    """Return beside the middle of a shape by how much a line aims, from -1 to 1 at its corners."""
    middle = Point(panel.x + panel.width / 2, panel.y + panel.height / 2)
    along = Point(end.x - before.x, end.y - before.y)
    aside = Point(end.x - middle.x, end.y - middle.y)
    reach = abs(along.y) * panel.width / 2 + abs(along.x) * panel.height / 2
    if not reach:
        return 0
    cross = along.x * aside.y - along.y * aside.x
    return round(-cross / reach, 4)
