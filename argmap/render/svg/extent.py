"""How large a picture is: the drawing with its title, its legend and its margins."""

from math import ceil
from typing import NamedTuple

from argmap.drawing import sizes
from argmap.drawing.shapes import Drawing, Manner, Mention
from argmap.drawing.wrap import wrap
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.render.svg import legend
from argmap.render.svg.trail import LINE_HEIGHT, Crumb, crumbs

MARGIN = 24.0
LEGEND_GAP = 16.0
SMALLEST_WIDTH = 320.0


class Extent(NamedTuple):
    """The size of a picture, and where its parts begin.

    The path that leads to a part ends above the drawing, which begins at `top`; the `rows` of the
    legend begin at `below`. What stands between the margins is `inner` wide.
    """

    margin: float
    inner: float
    title: tuple[str, ...]
    trail: tuple[Crumb, ...]
    rows: tuple[tuple[legend.Entry, ...], ...]
    top: float
    below: float
    width: float
    height: float


def extent_of(placed: PlacedDrawing, *, letter_width: float, titled: bool = True) -> Extent:
    """Return how large the picture of a placed drawing is; not `titled` leaves out its title."""
    drawing = placed.drawing
    margin, inner = measures(placed)
    title: tuple[str, ...] = ()
    if drawing.title and titled:
        measure = inner / letter_width
        title = wrap(drawing.title, width=measure, size=sizes.TITLE_SIZE, bold=True)
    trail = crumbs(drawing.trail, width=inner, letter_width=letter_width)
    rows = legend.rows(legend.entries(drawing, letter_width), width=inner)
    top = margin + (len(title) * sizes.TITLE_LINE_HEIGHT + 10.0 if title else 0.0)
    top += LINE_HEIGHT if trail else 0.0
    below = top + placed.height + (LEGEND_GAP if rows else 0.0)
    # Whole pixels: some programs stretch a picture to those that its edges lie in.
    width = ceil(inner + 2 * margin)
    height = ceil(below + len(rows) * legend.ROW_HEIGHT + (margin if not rows else 14.0))
    return Extent(margin, inner, title, trail, rows, top, below, width, height)


def measures(placed: PlacedDrawing) -> tuple[float, float]:
    """Return how wide the margin of a picture is, and what stands between its margins."""
    if placed.direction is Direction.COLUMN:
        return sizes.COLUMN_MARGIN, placed.width
    return MARGIN, max(placed.width, SMALLEST_WIDTH)


def smallest_letters(drawing: Drawing) -> float:
    """Return the size in pixels of the smallest letters in a picture at its full size."""
    small = bool(drawing.trail) or any(
        box.sources or box.more or box.leads for box in drawing.boxes
    )
    mentions = (row.shape for row in drawing.rows if isinstance(row.shape, Mention))
    if small or any(mention.manner is Manner.REMINDER for mention in mentions):
        return sizes.SMALL_TEXT_SIZE
    pills = any(pill.lines for pill in drawing.pills)
    return sizes.PILL_TEXT_SIZE if pills or legend.entries(drawing) else sizes.TEXT_SIZE
