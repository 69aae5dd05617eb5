"""What is put into a place with lines of its own → the same as it stands there."""

import re

from argmap.embed.documents.marked_places import Filled
from argmap.embed.documents.markups import Markup, attached
from argmap.embed.request import Shape

_LINE_END = re.compile(r"\r\n|\r|\n")
# The end of a place that is alone in its line, and code below it.
_CODE_BELOW = re.compile(r"<!--[^>]*-->[ \t]*(?:\r\n|\r|\n)[ >]*(?: {4}|\t)[ \t>]*\S")


def fitted(content: str, place: Filled, text: str, *, shape: Shape, markup: Markup) -> str:
    """Return content with the line ends and the indentation of its place in the text."""
    end = _line_end(text, place)
    if shape in markup.apart:
        content = attached(content, shape) if place.attached else f"\n{content}\n"
    lines = [f"{place.prefix}{line}".rstrip() for line in content.split("\n")]
    return end + end.join(lines) + end + place.prefix


def on_next_line(content: str, place: Filled, text: str) -> str:
    """Return content that begins a line of its own below its marker.

    In Markdown the rest of a line that a comment begins is HTML to some readers and not to others.
    """
    indent = re.sub(r"[^ >\t]", " ", place.prefix)
    end = _line_end(text, place)
    # What is indented goes on with a paragraph above it, and is code below a comment.
    is_above_code = place.alone and _CODE_BELOW.match(text, place.end)
    return f"{end}{indent}{content}{end + place.prefix if is_above_code else ''}"


def _line_end(text: str, place: Filled) -> str:
    """Return how lines end in a place, else in the lines around it."""
    inside = _LINE_END.search(text, place.start, place.end)
    found = inside or _LINE_END.search(text, place.end) or _LINE_END.search(text)
    return found.group() if found else "\n"
