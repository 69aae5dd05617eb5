"""A view of a map, drawn and placed: in ranks, in a column, or as it can be read at its place."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from argmap.destinations import Destination
from argmap.drawing.builder import drawing_of
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Drawing
from argmap.drawing.showing import Showing
from argmap.drawing.sizes import COLUMN_WIDTH, SMALL_TEXT_SIZE
from argmap.layout.clock import Clock
from argmap.layout.engine import EngineName, Limits
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.layout.placing import place
from argmap.layout.tidy import extent, least_extent
from argmap.render.svg.extent import extent_of, smallest_letters
from argmap.style import Style
from argmap.themes import Theme

# Widths of boxes that are tried where the usual ones are too wide.
NARROWER = (220.0, 180.0)
# A tidy tree is about as large as the engine's picture; where it is larger than this, that is too.
CLEARLY_TOO_LARGE = 1.4
# Letters may be smaller by what nobody sees.
TOLERANCE = 0.05
_PART = "cut it into parts, or show one with below"


class Way(NamedTuple):
    """How places are found: by which engine, and within which limits."""

    engine: EngineName
    limits: Limits


def arranged(showing: Showing, *, direction: Direction | None, way: Way) -> PlacedDrawing:
    """Return a drawing with its places; without a direction it is the one that suits a page.

    Raises EngineError where the layout cannot be made, LayoutLimitError where it takes too long.
    """
    drawing = drawing_of(showing)
    if direction is Direction.COLUMN:
        return _in_column(drawing)
    return _in_ranks(drawing, direction, way)


def fitted(
    showing: Showing,
    to: Destination,
    *,
    direction: Direction | None,
    style: Style,
    way: Way,
    free: PlacedDrawing | None = None,
) -> PlacedDrawing:
    """Return the drawing as it can be read at a place, shown as large as there is room for it.

    Of the trees whose letters reach the smallest size it is the one most like the `free` picture,
    which `arranged` returns and is made where nobody has it yet: with boxes of its width and in its
    direction, else with narrower ones, else in another direction. Where there is none, it is a
    column, unless another direction is asked for.

    Raises what `arranged` raises.
    """
    if direction is not Direction.COLUMN:
        free = free or _in_ranks(drawing_of(showing), direction, way)
        if is_readable(free, showing, to):
            return _shown(free, showing, to)
        for drawing, towards in _others(free.drawing, showing, to, direction, style):
            if _is_hopeless(drawing, towards, to, way):
                continue
            tree = _in_ranks(drawing, towards, way)
            if is_readable(tree, showing, to):
                return _shown(tree, showing, to)
        if direction is not None:
            return _shown(free, showing, to)
    # Where letters may be smaller than ours, a wider column is shown smaller.
    width = style.width or to.width * SMALL_TEXT_SIZE / to.smallest
    options = replace(showing.options, column=True, width=width)
    column = _in_column(drawing_of(replace(showing, options=options)))
    wide = extent_of(column, letter_width=options.letter_width).width
    return replace(column, shown_at=min(to.width / wide, to.smallest / SMALL_TEXT_SIZE))


def letters_at(placed: PlacedDrawing, to: Destination, *, letter_width: float) -> float:
    """Return how large the smallest letters of a picture are at a place, in pixels.

    A picture is made smaller until it has room there, and is never enlarged.
    """
    whole = extent_of(placed, letter_width=letter_width)
    wide, high = whole.width * placed.shown_at, whole.height * placed.shown_at
    tall = to.height / high if to.height else 1.0
    return smallest_letters(placed.drawing) * placed.shown_at * min(1.0, to.width / wide, tall)


def shortfall(
    placed: PlacedDrawing, to: Destination, *, letter_width: float, style: Style, fits: bool
) -> str | None:
    """Return what letters a reader gets where they are too small, and what mends it.

    None where they can be read. `fits` says that the picture was made for that place; `style` is
    what insists on how it looks.
    """
    letters = letters_at(placed, to, letter_width=letter_width)
    if letters >= to.smallest - TOLERANCE:
        return None
    said = f"letters would be {to.told(letters)} high {to.said}"
    if not fits:
        return f"{said}; write fit={to.name} or parts"
    if placed.direction is not Direction.COLUMN:
        return f"{said}; leave the direction to argmap"
    if style.width and style.width > to.width:
        return f"{said}; leave the width to argmap"
    return f"{said}, because it is as high as {_sheets(placed, to, letter_width)}; {_PART}"


def is_readable(placed: PlacedDrawing, showing: Showing, to: Destination) -> bool:
    """Return whether the smallest letters of a picture are large enough at a place."""
    letters = smallest_letters(placed.drawing) * _scale(placed, showing, to)
    return letters >= to.smallest - TOLERANCE


def _sheets(placed: PlacedDrawing, to: Destination, letter_width: float) -> str:
    """Return how many times the height of a place a picture has."""
    high = extent_of(placed, letter_width=letter_width).height * placed.shown_at
    number = math.ceil(high / (to.height or high))
    return f"{number} sheets" if number > 1 else "a sheet"


def _scale(placed: PlacedDrawing, showing: Showing, to: Destination) -> float:
    """Return how large a picture is shown where it may have the whole of a place."""
    whole = extent_of(placed, letter_width=showing.options.letter_width)
    scale = min(1.0, to.width / whole.width) if to.height is None else to.width / whole.width
    if to.height is None:
        return scale
    # On a sheet letters need not be larger than in print.
    return min(scale, to.height / whole.height, max(1.0, to.smallest / SMALL_TEXT_SIZE))


def _shown(placed: PlacedDrawing, showing: Showing, to: Destination) -> PlacedDrawing:
    return replace(placed, shown_at=_scale(placed, showing, to))


def _others(
    free: Drawing, showing: Showing, to: Destination, direction: Direction | None, style: Style
) -> Iterator[tuple[Drawing, Direction]]:
    """Yield the drawings of trees to try where the free one cannot be read.

    Narrower boxes are not drawn where they would be too wide whatever their texts say.
    """
    ways = (direction,) if direction else (Direction.DOWN, Direction.RIGHT)
    for width in () if style.width else NARROWER:
        boxes = tuple(replace(box, width=width, height=0.0) for box in free.boxes)
        flat = replace(free, boxes=boxes)
        possible = [
            way for way in ways if not _exceeds(least_extent(flat, direction=way), free, to)
        ]
        if possible:
            options = replace(showing.options, width=width)
            narrow = drawing_of(replace(showing, options=options))
            yield from ((narrow, way) for way in possible)
    if direction is None:
        yield from ((free, way) for way in ways)


def _is_hopeless(drawing: Drawing, direction: Direction, to: Destination, way: Way) -> bool:
    if _exceeds(least_extent(drawing, direction=direction), drawing, to):
        return True
    return _exceeds(extent(drawing, direction=direction, clock=Clock(way.limits)), drawing, to)


def _exceeds(size: tuple[float, float], drawing: Drawing, to: Destination) -> bool:
    """Return whether so large a picture of a drawing is clearly too large for a place."""
    width, height = size
    room = smallest_letters(drawing) / to.smallest * CLEARLY_TOO_LARGE
    return width > to.width * room or (to.height is not None and height > to.height * room)


def drawing_options(style: Style, theme: Theme, *, column: bool) -> DrawingOptions:
    """Return what a style and a theme say of a drawing."""
    standard = DrawingOptions(width=COLUMN_WIDTH, column=True) if column else DrawingOptions()
    return DrawingOptions(
        width=standard.width if style.width is None else style.width,
        sources=standard.sources if style.sources is None else style.sources,
        legend=standard.legend if style.legend is None else style.legend,
        letter_width=theme.letter_width,
        tag_colours=style.tag_colours,
        column=column,
    )


def _in_column(drawing: Drawing) -> PlacedDrawing:
    # Only then: no tree needs it.
    from argmap.layout.column import placed_as_column

    return placed_as_column(drawing)


def _in_ranks(drawing: Drawing, direction: Direction | None, way: Way) -> PlacedDrawing:
    def run(source: str) -> str:
        # An engine is loaded where one is needed; a tree needs none.
        from argmap.layout.engines import laid_out

        return laid_out(source, way.engine, way.limits)

    return place(
        drawing,
        direction=direction,
        run=run,
        limits=way.limits,
    )
