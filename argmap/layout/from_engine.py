"""A placed drawing, from Graphviz's answer in JSON or as a tidy tree."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from argmap.drawing.shapes import Drawing
from argmap.layout.areas import areas
from argmap.layout.bridges import bridged
from argmap.layout.clock import Clock
from argmap.layout.engine import Limits
from argmap.layout.flow import out_of_flow
from argmap.layout.placed import (
    NO_ROOMS,
    Direction,
    Placed,
    PlacedArrow,
    PlacedDrawing,
    PlacedGroup,
    Point,
    Room,
    placed_in,
)
from argmap.layout.routing import routed
from argmap.layout.tidy import tidy


def placed_by_engine(
    drawing: Drawing, answer: str, *, direction: Direction, rooms: Mapping[str, Room] = NO_ROOMS
) -> PlacedDrawing:
    """Return the drawing with the places of `answer`, Graphviz's `json` for its layout source.

    The engine works downwards, whatever the direction, with a y that grows upwards. The lines are
    Graphviz's own; `with_lines` leads them as argmap does.
    """
    # Only then: no tree needs it.
    import json

    graph: dict[str, Any] = json.loads(answer)
    centres = {
        node["name"]: _point(node["pos"], direction)
        for node in graph.get("objects", ())
        if "pos" in node
    }
    curves = {edge["id"]: _curve(edge["pos"], direction) for edge in graph.get("edges", ())}
    nodes = []
    for number, shape in enumerate(drawing.nodes):
        nodes.append(placed_in(centres[f"n{number}"], shape, rooms, direction))
    arrows = [
        PlacedArrow(arrow, curves[f"e{number}"]) for number, arrow in enumerate(drawing.arrows)
    ]
    return _moved_to_origin(drawing, nodes, arrows, direction)


def with_lines(picture: PlacedDrawing, *, clock: Clock | None = None) -> PlacedDrawing:
    """Return a placed drawing with its lines led anew, and its ranks apart where they need room.

    Raises LayoutLimitError where the clock runs out.
    """
    direction, clock = picture.direction, clock or Clock(Limits())
    nodes, arrows = routed(picture.nodes, picture.arrows, direction=direction, clock=clock)
    arrows = bridged(arrows, direction=direction, clock=clock)
    return _moved_to_origin(picture.drawing, nodes, arrows, direction)


def placed_as_tree(
    drawing: Drawing,
    *,
    direction: Direction,
    clock: Clock | None = None,
    rooms: Mapping[str, Room] = NO_ROOMS,
) -> PlacedDrawing:
    """Return the drawing as a tidy tree, without an engine.

    Raises LayoutLimitError where the clock runs out.
    """
    clock = clock or Clock(Limits())
    nodes, arrows = tidy(drawing, direction=direction, clock=clock, rooms=rooms)
    nodes, arrows = routed(nodes, arrows, direction=direction, clock=clock)
    arrows = bridged(arrows, direction=direction, clock=clock)
    return _moved_to_origin(drawing, nodes, arrows, direction)


def _moved_to_origin(
    drawing: Drawing, nodes: list[Placed], arrows: Sequence[PlacedArrow], direction: Direction
) -> PlacedDrawing:
    groups = areas(drawing.groups, nodes, drawing.arrows, direction)
    points = [point for arrow in arrows for point in arrow.curve]
    boxes: list[Placed | PlacedGroup] = [*nodes, *groups]
    across, down = [point.x for point in points], [point.y for point in points]
    left = min(across + [box.x for box in boxes], default=0.0)
    top = min(down + [box.y for box in boxes], default=0.0)
    right = max(across + [box.right for box in boxes], default=0.0)
    bottom = max(down + [box.bottom for box in boxes], default=0.0)
    return PlacedDrawing(
        drawing=drawing,
        direction=direction,
        width=right - left,
        height=bottom - top,
        nodes=tuple(Placed(node.shape, node.x - left, node.y - top) for node in nodes),
        arrows=tuple(
            PlacedArrow(arrow.arrow, tuple([Point(x - left, y - top) for x, y in arrow.curve]))
            for arrow in arrows
        ),
        groups=tuple(replace(group, x=group.x - left, y=group.y - top) for group in groups),
    )


def _point(text: str, direction: Direction) -> Point:
    across, back = text.split(",")
    return out_of_flow(Point(-float(back), float(across)), direction)


def _curve(text: str, direction: Direction) -> tuple[Point, ...]:
    """Return the points from the bearing node to its target: the edge was laid the other way."""
    return tuple(_point(pair, direction) for pair in reversed(text.split()))
