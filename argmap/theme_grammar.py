"""The keys of a theme, as tables like those of the map format."""

from argmap.grammar import VERSION
from argmap.kinds.block import Block
from argmap.kinds.choice import Choice
from argmap.kinds.colour import Colour
from argmap.kinds.font_name import FontName
from argmap.kinds.number import Number
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.record import Field, Record
from argmap.themes import THEME_NAMES

_COLOURS = {
    "page": "Behind everything.",
    "text": "What claims say.",
    "quiet": "Citations, headings of groups, the legend.",
    "border": "Around boxes.",
    "group": "Behind a group.",
    "support": "Lines and edges of what supports.",
    "support_fill": "Boxes that support.",
    "attack": "Lines and edges of what attacks.",
    "attack_fill": "Boxes that attack.",
    "neutral": "Lines and edges of what does neither.",
    "neutral_fill": "Boxes that do neither.",
    "thesis": "The box of a thesis.",
    "thesis_border": "Around a thesis.",
    "thesis_text": "What a thesis says.",
    "thesis_quiet": "Citations of a thesis.",
    "gold": "The edge of a thesis.",
}

PALETTE = Record(
    "palette",
    "a set of colours",
    "The colours that differ from those of the theme it is based on.",
    tuple(Field(name, Colour(), description) for name, description in _COLOURS.items()),
)

THEME = Record(
    "theme",
    "a theme",
    "How pictures look: what differs from a theme that argmap has.",
    (
        Field("argmap-theme", Choice((VERSION,)), "The version of the format.", required=True),
        Field("base", Choice(THEME_NAMES), "The theme that it changes; `auto` if it is not said."),
        Field("colours", Block("palette"), "Its colours."),
        Field("dark", Block("palette"), "Its colours for readers who want dark pages."),
        Field("fonts", OneOrMany(FontName()), "Names of faces, the best first."),
        Field("letter_width", Number(0.5, 2), "How wide the letters are; those of Arial are 1."),
        Field("corner", Number(0, 20), "The radius of the corners of boxes, in pixels."),
        Field("line_width", Number(0.5, 6), "How wide lines are, in pixels."),
        Field("border_width", Number(0, 6), "How wide the borders of boxes are, in pixels."),
    ),
)
