"""Where everything goes: the engine is asked for one direction, or for two and the better taken."""

from collections.abc import Callable

from argmap.drawing.shapes import Drawing
from argmap.layout.clock import Clock
from argmap.layout.dot_source import layout_source
from argmap.layout.engine import Limits
from argmap.layout.flow import length_turned
from argmap.layout.placement import placed_as_tree, placed_by_engine
from argmap.layout.places import Direction, PlacedDrawing
from argmap.layout.tidy import extent

PAGE = (420.0, 297.0)
CLEARLY_LARGER = 1.15
# Pixels that an A3 page holds, beside a title and a legend, when text is six points high.
READABLE = (2450.0, 1650.0)
# Beyond it the engine's care costs more time than it saves crossings; docs/explanation/layout.md
# has the measurements.
LARGEST_FOR_ENGINE = 1200


def place(
    drawing: Drawing,
    *,
    direction: Direction | None,
    run: Callable[[str], str],
    limits: Limits | None = None,
) -> PlacedDrawing:
    """Return the drawing with places; `run` turns DOT into Graphviz's `json`.

    Without a direction the thesis stands on top, unless the picture is clearly larger on a page
    of paper, upright or lying, when it grows to the right. A picture that would be hard to read on
    such a page is packed until it has the shape of one, as far as that can be.

    Raises LayoutLimitError where a limit is passed.
    """
    if len(drawing.nodes) > LARGEST_FOR_ENGINE:
        clock = Clock(limits or Limits())
        chosen = direction or _direction_of_tree(drawing, clock)
        return placed_as_tree(drawing, direction=chosen, clock=clock)
    if direction is not None:
        return _on_a_page(_placed(drawing, direction, run), run)
    down = _placed(drawing, Direction.DOWN, run)
    if down.width <= PAGE[0]:
        return down
    most = _most_across(length_turned(down, Direction.RIGHT), Direction.RIGHT)
    right = _placed(drawing, Direction.RIGHT, run, most_across=most)
    larger = _is_clearly_larger((right.width, right.height), (down.width, down.height))
    return right if larger else _on_a_page(down, run)


def _direction_of_tree(drawing: Drawing, clock: Clock) -> Direction:
    # Its lines take the most time, and say little of its size.
    ways = (Direction.RIGHT, Direction.DOWN)
    right, down = (extent(drawing, direction=one, clock=clock) for one in ways)
    return Direction.RIGHT if _is_clearly_larger(right, down) else Direction.DOWN


def _placed(
    drawing: Drawing,
    direction: Direction,
    run: Callable[[str], str],
    *,
    most_across: float | None = None,
) -> PlacedDrawing:
    answer = run(layout_source(drawing, direction=direction, most_across=most_across))
    return placed_by_engine(drawing, answer, direction=direction)


def _on_a_page(picture: PlacedDrawing, run: Callable[[str], str]) -> PlacedDrawing:
    """Return the picture, packed if it is too large across the flow."""
    along, across = picture.height, picture.width
    if _is_lying(picture.direction):
        along, across = across, along
    most = _most_across(along, picture.direction)
    if across <= most:
        return picture
    return _placed(picture.drawing, picture.direction, run, most_across=most)


def _most_across(along: float, direction: Direction) -> float:
    """Return how large a picture may be across the flow before it is packed."""
    width, height = READABLE
    if _is_lying(direction):
        return max(along * height / width, height)
    return max(along * width / height, width)


def _is_lying(direction: Direction) -> bool:
    return direction in (Direction.RIGHT, Direction.LEFT)


def _is_clearly_larger(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return _scale(*one) > CLEARLY_LARGER * _scale(*other)


def _scale(width: float, height: float) -> float:
    """Return how large a picture of that size can be on a page, the better way round."""
    long, short = PAGE
    width, height = max(width, 1.0), max(height, 1.0)
    return max(min(long / width, short / height), min(short / width, long / height))
