"""The path to a part of a map as markup: each name leads to where it is argued."""

from collections.abc import Iterator

from argmap.render.markup import Attributes, element
from argmap.render.renderer import LeadsTo
from argmap.render.svg.extent import Extent
from argmap.render.svg.look import Look
from argmap.render.svg.words import line_start, text_markup

# From the line of the path down to the drawing.
ABOVE_DRAWING = 10.0


def trail_markup(look: Look, extent: Extent, leads_to: LeadsTo | None) -> Iterator[str]:
    """Yield the lines of markup of the path above a picture."""
    y = extent.top - ABOVE_DRAWING
    yield '<g class="path">'
    for crumb in extent.trail:
        left = extent.margin + crumb.x
        start = line_start("sources trail", [crumb.words], left, left + crumb.width)
        words = text_markup(look, [], [({**start, "y": y}, crumb.words)])
        if leads_to is not None and crumb.part is not None:
            words = element("a", {"href": leads_to(crumb.part)}, words)
        yield words
        after: Attributes = {"class": "sources trail", "x": extent.margin + crumb.end, "y": y}
        yield text_markup(look, [], [(after, crumb.sign)])
    yield "</g>"
