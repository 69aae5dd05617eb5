"""Flowcharts of Mermaid → ArgumentMap; `argmap.render.mermaid` draws them.

Boxes are claims, and lines are arguments by their words and their ends. What argmap writes has the
map in comments below it.
"""

from argmap.formats.drawings.carrying import carried_or, with_comments
from argmap.formats.losses import EVERYTHING
from argmap.formats.mermaid.reading import read_chart
from argmap.formats.mermaid.statements import begins_chart
from argmap.model import ArgumentMap
from argmap.reader import Reading

# With the map that goes along.
KEEPS = EVERYTHING
_SIGN = "%%"


def recognises(text: str) -> bool:
    """Return whether a text seems to be a flowchart of Mermaid."""
    return begins_chart(text)


def carrying(drawing: str, a_map: ArgumentMap) -> str:
    """Return a flowchart that argmap has drawn, with the map below it."""
    return with_comments(drawing, a_map, sign=_SIGN)


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a flowchart, or the faults that keep it from being one."""
    return carried_or(read_chart, text, sign=_SIGN, file=file)
