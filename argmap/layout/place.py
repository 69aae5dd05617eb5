"""Where everything goes: the engine is asked for one direction, or for two and the better taken."""

from collections.abc import Callable

from argmap.drawing.shapes import Drawing
from argmap.layout.dot_source import layout_source
from argmap.layout.placement import placed_as_tree, placed_by_engine
from argmap.layout.places import Direction, PlacedDrawing

PAGE = (420.0, 297.0)
CLEARLY_LARGER = 1.15
# Beyond it the engine's care costs more time than it saves crossings; docs/explanation/layout.md
# has the measurements.
LARGEST_FOR_ENGINE = 1200


def place(
    drawing: Drawing, *, direction: Direction | None, run: Callable[[str], str]
) -> PlacedDrawing:
    """Return the drawing with places; `run` turns DOT into Graphviz's `json`.

    Without a direction the thesis stands on top, unless the picture is clearly larger on a page
    of paper, upright or lying, when it grows to the right.
    """
    if direction is not None:
        return _placed(drawing, direction, run)
    down = _placed(drawing, Direction.DOWN, run)
    if down.width <= PAGE[0]:
        return down
    right = _placed(drawing, Direction.RIGHT, run)
    return right if _scale(right) > CLEARLY_LARGER * _scale(down) else down


def _placed(drawing: Drawing, direction: Direction, run: Callable[[str], str]) -> PlacedDrawing:
    if len(drawing.nodes) > LARGEST_FOR_ENGINE:
        return placed_as_tree(drawing, direction=direction)
    answer = run(layout_source(drawing, direction=direction))
    return placed_by_engine(drawing, answer, direction=direction)


def _scale(picture: PlacedDrawing) -> float:
    """Return how large the picture can be on a page, the better way round."""
    long, short = PAGE
    width, height = max(picture.width, 1.0), max(picture.height, 1.0)
    return max(min(long / width, short / height), min(short / width, long / height))
