"""Groups as markup: the tinted area, and the heading on it."""

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.layout.placed import PlacedGroup
from argmap.render.markup import Attributes
from argmap.render.svg.look import Look
from argmap.render.svg.shapes import rectangle
from argmap.render.svg.words import line_start, text_markup

HALO = 3.0


def group_area(look: Look, group: PlacedGroup) -> str:
    """Return the tinted area of a group."""
    size: Attributes = {"width": group.width, "height": group.height}
    return rectangle(look, "group", {"x": group.x, "y": group.y, **size, "rx": 10.0})


def group_heading(look: Look, group: PlacedGroup) -> str:
    """Return the heading of a group; lines that pass beneath it stop at its edge."""
    left, right = group.x + group.margin, group.x + group.width - group.margin
    y = group.y + group.margin + 10.0
    heading = group.group.heading
    start = line_start("group-heading", heading, left, right)
    grounds, lines = [], []
    for line in heading:
        width = text_width(line, size=sizes.TEXT_SIZE, bold=True) * look.theme.letter_width
        x = right - width if "direction" in start else left
        place = {"x": x - HALO, "y": y - sizes.TEXT_SIZE, "width": width + 2 * HALO}
        grounds.append(rectangle(look, "group", {**place, "height": sizes.LINE_HEIGHT + 1.0}))
        lines.append(({**start, "y": y}, line))
        y += sizes.LINE_HEIGHT
    return "".join(grounds) + text_markup(look, [], lines)
