"""Where everything goes: in the direction that suits a page, by the engine or as a tidy tree."""

from collections.abc import Callable

from argmap.drawing.shapes import Drawing
from argmap.layout.clock import Clock
from argmap.layout.dot_source import layout_source
from argmap.layout.engine import Limits
from argmap.layout.placement import placed_as_tree, placed_by_engine, with_lines
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

    Without a direction the thesis stands on top, unless the picture would be clearly larger on a
    page of paper, upright or lying, when it grows to the right; the size of a tidy tree tells. A
    picture that would be hard to read on such a page is packed until it has the shape of one, as
    far as that can be.

    Raises LayoutLimitError where a limit is passed.
    """
    clock = Clock(limits or Limits())
    chosen = direction or _direction_of(drawing, clock)
    if len(drawing.nodes) > LARGEST_FOR_ENGINE:
        return placed_as_tree(drawing, direction=chosen, clock=clock)
    return with_lines(_on_a_page(_placed(drawing, chosen, run), run), clock=clock)


def _direction_of(drawing: Drawing, clock: Clock) -> Direction:
    # The engine is not asked for both: it takes the most time of all.
    ways = (Direction.RIGHT, Direction.DOWN)
    right, down = (extent(drawing, direction=one, clock=clock) for one in ways)
    larger = down[0] > PAGE[0] and _scale(*right) > CLEARLY_LARGER * _scale(*down)
    return Direction.RIGHT if larger else Direction.DOWN


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


def _scale(width: float, height: float) -> float:
    """Return how large a picture of that size can be on a page, the better way round."""
    long, short = PAGE
    width, height = max(width, 1.0), max(height, 1.0)
    return max(min(long / width, short / height), min(short / width, long / height))
