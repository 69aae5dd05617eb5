"""Flowcharts of Mermaid → ArgumentMap; `argmap.render.mermaid` draws them.

Boxes are claims, and lines are arguments by their words and their ends. What argmap writes has the
map in comments below it.
"""

from argmap.faults import FaultLog
from argmap.formats.carriers.decoding import read_text
from argmap.formats.drawings.carrying import Carried, parted, with_comments
from argmap.formats.losses import EVERYTHING, Losses
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
    along: list[Carried] = []

    def read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        drawing, carried = parted(text, sign=_SIGN, file=file)
        if carried is not None and carried.whole() is not None:
            along.append(carried)
            return carried.reading.map
        rest = carried.rest(losses) if carried is not None else None
        return read_chart(drawing, file, log, losses, rest)

    reading = read_text(text, file=file, read=read)
    whole = along[0].whole() if along else None
    return reading if whole is None else whole
