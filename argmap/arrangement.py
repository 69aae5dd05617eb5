"""A view of a map, drawn and placed: in ranks, or in a column."""

from dataclasses import dataclass

from argmap.drawing.builder import drawing_of
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Drawing
from argmap.drawing.showing import Showing
from argmap.drawing.sizes import COLUMN_WIDTH
from argmap.layout.column import placed_as_column
from argmap.layout.engine import Limits
from argmap.layout.engines import EngineName, choose
from argmap.layout.place import place
from argmap.layout.places import Direction, PlacedDrawing
from argmap.style import Style
from argmap.themes import Theme


@dataclass(frozen=True, slots=True)
class Way:
    """How places are found: by which engine, and within which limits."""

    engine: EngineName
    limits: Limits


def arranged(showing: Showing, *, direction: Direction | None, way: Way) -> PlacedDrawing:
    """Return a drawing with its places; without a direction it is the one that suits a page.

    Raises EngineError where the layout cannot be made, LayoutLimitError where it takes too long.
    """
    drawing = drawing_of(showing)
    if direction is Direction.COLUMN:
        return placed_as_column(drawing)
    return _in_ranks(drawing, direction, way)


def _in_ranks(drawing: Drawing, direction: Direction | None, way: Way) -> PlacedDrawing:
    engine = choose(way.engine)
    return place(
        drawing,
        direction=direction,
        run=lambda source: engine.run(source, limits=way.limits),
        limits=way.limits,
    )


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
