"""Where everything goes: in the direction that suits a page, as a tidy tree or by the engine."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from argmap.drawing.shapes import Drawing
from argmap.layout.areas import rooms
from argmap.layout.clock import Clock
from argmap.layout.dot_source import layout_source
from argmap.layout.engine import Limits
from argmap.layout.from_engine import placed_as_tree, placed_by_engine, with_lines
from argmap.layout.placed import NO_ROOMS, Direction, PlacedDrawing, Room
from argmap.layout.tidy import extent, is_tree, least_extent

PAGE = (420.0, 297.0)
CLEARLY_LARGER = 1.15
# Beyond it the engine's care costs more time than it saves crossings; docs/explanation/layout.md
# has the measurements.
LARGEST_FOR_ENGINE = 1200
ROUNDS_FOR_GROUPS = 3


def place(
    drawing: Drawing,
    *,
    direction: Direction | None,
    run: Callable[[str], str],
    limits: Limits | None = None,
) -> PlacedDrawing:
    """Return the drawing with places; `run` turns DOT into Graphviz's `json`.

    Without a direction the thesis stands on top, unless the picture would be clearly larger on a
    page of paper, upright or lying, when it grows to the right; the size of a tidy tree tells.
    What is a tree, as most maps are, needs no engine. Groups are framed where their members stand
    anyway; a second layout leaves room for the frames.

    Raises LayoutLimitError where a limit is passed.
    """
    clock = Clock(limits or Limits())
    chosen = direction or _direction_of(drawing, clock)
    picture = _placed(drawing, chosen, run, clock)
    for _ in range(ROUNDS_FOR_GROUPS if picture.groups else 0):
        # What stands together is a group of its own now, and keeps its room.
        before = picture.groups
        pieces = replace(drawing, groups=tuple(area.group for area in before))
        needed = rooms(before, picture.nodes, chosen)
        picture = _placed(pieces, chosen, run, clock, needed)
        if len(picture.groups) == len(before):
            break
    return replace(picture, drawing=drawing)


def needs_engine(drawing: Drawing) -> bool:
    """Return whether the engine makes a better picture of a drawing than the tidy tree."""
    if len(drawing.nodes) > LARGEST_FOR_ENGINE:
        return False
    return not is_tree(drawing)


def _placed(
    drawing: Drawing,
    direction: Direction,
    run: Callable[[str], str],
    clock: Clock,
    needed: Mapping[str, Room] = NO_ROOMS,
) -> PlacedDrawing:
    """Return the drawing with places; where groups have areas, with the room `needed` for them."""
    if not needs_engine(drawing):
        return placed_as_tree(drawing, direction=direction, clock=clock, rooms=needed)
    answer = run(layout_source(drawing, direction=direction, rooms=needed))
    picture = placed_by_engine(drawing, answer, direction=direction, rooms=needed)
    return with_lines(picture, clock=clock)


def _direction_of(drawing: Drawing, clock: Clock) -> Direction:
    # The engine is not asked for both: it takes the most time of all.
    least = least_extent(drawing, direction=Direction.DOWN)
    right = _scale(*extent(drawing, direction=Direction.RIGHT, clock=clock))
    # What is too large where it stands closest need not be settled.
    if least[0] > PAGE[0] and right > CLEARLY_LARGER * _scale(*least):
        return Direction.RIGHT
    down = extent(drawing, direction=Direction.DOWN, clock=clock)
    larger = down[0] > PAGE[0] and right > CLEARLY_LARGER * _scale(*down)
    return Direction.RIGHT if larger else Direction.DOWN


def _scale(width: float, height: float) -> float:
    """Return how large a picture of that size can be on a page, the better way round."""
    long, short = PAGE
    width, height = max(width, 1.0), max(height, 1.0)
    return max(min(long / width, short / height), min(short / width, long / height))
