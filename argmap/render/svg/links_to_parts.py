"""Where in a picture the words are that lead to other parts of the map."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.shapes import Box
from argmap.render.renderer import Picture
from argmap.render.svg.extent import extent_of
from argmap.render.svg.trail_markup import ABOVE_DRAWING
from argmap.render.svg.words import lead_lines


@dataclass(frozen=True, slots=True)
class PlacedLead:
    """A rectangle of a picture, in its pixels, that leads to the part with that number."""

    part: int
    x: float
    y: float
    width: float
    height: float = sizes.SMALL_LINE_HEIGHT


def placed_leads(picture: Picture) -> Iterator[PlacedLead]:
    """Yield the rectangles of a picture that lead elsewhere."""
    placed, letters = picture.places, picture.theme.letter_width
    extent = extent_of(placed, letter_width=letters)
    rise = sizes.SMALL_TEXT_SIZE
    for crumb in extent.trail:
        if crumb.part is not None:
            top = extent.top - ABOVE_DRAWING - rise
            yield PlacedLead(crumb.part, extent.margin + crumb.x, top, crumb.width)
    left = extent.margin + (extent.inner - placed.width) / 2
    for node in placed.nodes:
        if not isinstance(node.shape, Box):
            continue
        for (place, words), part in lead_lines(node.shape, node):
            x, y = float(str(place["x"])), float(str(place["y"]))
            width = text_width(words, size=sizes.SMALL_TEXT_SIZE) * letters
            # What is read leftwards begins at its right edge.
            x -= width if "direction" in place else 0.0
            yield PlacedLead(part, left + x, extent.top + y - rise, width)
