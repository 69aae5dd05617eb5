"""What is put into a place with lines of its own → the same as it stands there."""

import re

from argmap.embed.documents.marked_places import Filled
from argmap.embed.documents.markups import Markup, attached
from argmap.embed.request import Shape

_LINE_END = re.compile(r"\r\n|\r|\n")


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
    return f"{_line_end(text, place)}{indent}{content}"


def _line_end(text: str, place: Filled) -> str:
    """Return how lines end in a place, else in the lines around it."""
    inside = _LINE_END.search(text, place.start, place.end)
    found = inside or _LINE_END.search(text, place.end) or _LINE_END.search(text)
    return found.group() if found else "\n"
