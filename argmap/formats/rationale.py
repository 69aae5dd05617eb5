"""Outlines in the words of Rationale, in plain text → ArgumentMap.

Rationale’s own files, `.rtnl`, are not described anywhere; what its maps say is read here as people
write it in a text: a line for each box, indented below the one that it bears on, that begins with
“Contention:”, “Reason:”, “Objection:”, “Rebuttal:” or “Co-premise:”, or with another mark of
`outline_marks`. Such a word alone stands for the box around the premises below it.
"""

import re

from argmap.faults import FaultLog
from argmap.formats.carriers.decoding import read_text
from argmap.formats.losses import Losses
from argmap.formats.nested_lists.marks import item_of
from argmap.formats.nested_lists.reading import NestedOutline
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Position, Span

KEEPS: frozenset[str] = frozenset()
# “1.”, “1.2.”, “2)”, “(B)” and “c.”: points within say how deep a line stands, as its indent does.
# “A.” may be the initial of a name.
_NUMBER = re.compile(
    r"(?:\(?[0-9]{1,9}(?P<points>(?:\.[0-9]{1,9})*)[.)]|\(?[A-Za-z]\)|[a-z]\.)[ \t]+"
)
_START = re.compile(
    rf"^[ \t]*(?:{_NUMBER.pattern}|[-+*•][ \t]+)?"
    r"(?:contention|position|reason|objection|rebuttal|co-?premise)(?:[ \t]+[0-9]+)?[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)


def recognises(text: str) -> bool:
    """Return whether a text seems to be an outline in these words."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of an outline, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    outline = NestedOutline(file, log, losses)
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if not words:
            continue
        indent = len(line[: len(line) - len(line.lstrip())].expandtabs(4))
        span = Span(file, Position(number, 1), Position(number, len(line) + 1))
        if found := _NUMBER.match(words):
            indent += (found["points"] or "").count(".")
            words = words[found.end() :]
        outline.take(indent, item_of(words), span)
    return outline.built()
