"""The parts of a map on sheets: which stand on which page, and where."""

from collections.abc import Iterator, Sequence

from argmap.destinations import COLUMN_GAP, Destination
from argmap.drawing.sizes import COLUMN_MARGIN
from argmap.render.renderer import Book, Leaf, Picture, Spot
from argmap.render.svg.extent import Extent, extent_of

# Between parts that share a page, beside their own margins, in pixels.
GAP = 8.0
# What nobody sees.
TOLERANCE = 0.5


def bound(pictures: Sequence[Picture], sheet: Destination) -> Book:
    """Return pictures on sheets, in their order; small ones share a page or a column of it."""
    whole = [_extent(picture) for picture in pictures]
    heights = [
        extent.height * picture.places.shown_at
        for extent, picture in zip(whole, pictures, strict=True)
    ]
    leaves = []
    for picture, extent, spot in zip(pictures, whole, _spots(heights, sheet), strict=True):
        shown_at = picture.places.shown_at
        # All begin at the same edge, whatever their margins.
        shift = (extent.margin - COLUMN_MARGIN) * shown_at
        place = Spot(spot.page, spot.x - shift, spot.y - shift)
        leaves.append(Leaf(picture, place, extent.width * shown_at, extent.height * shown_at))
    return Book(sheet, tuple(leaves))


def _extent(picture: Picture) -> Extent:
    return extent_of(picture.places, letter_width=picture.theme.letter_width)


def _spots(heights: Sequence[float], sheet: Destination) -> Iterator[Spot]:
    assert sheet.height is not None
    page, column, y = 1, 0, 0.0
    for height in heights:
        if y and y + height > sheet.height + TOLERANCE:
            column, y = column + 1, 0.0
        if column == sheet.columns:
            page, column = page + 1, 0
        yield Spot(page, column * (sheet.column.width + COLUMN_GAP), y)
        y += height + GAP
