"""DOT of Graphviz → ArgumentMap, by Graphviz itself; `argmap.render.dot` draws it.

Nodes are claims, and edges are arguments by their words, their ends and their colour. What argmap
writes has the map in comments below it.
"""

import re

from argmap.formats.dot.reading import read_graph
from argmap.formats.drawings.carrying import carried_or, with_comments
from argmap.formats.losses import EVERYTHING
from argmap.model import ArgumentMap
from argmap.reader import Reading

# With the map that goes along.
KEEPS = EVERYTHING
_SIGN = "//"
_START = re.compile(
    r"(?:\s++|//[^\n]*+|/\*.*?\*/|(?<![^\n])#[^\n]*+)*+(?:strict\s+)?(?:di)?graph\b[^;:\[\]{}]*\{",
    re.DOTALL | re.IGNORECASE,
)
_LATIN_1 = re.compile(rb"\bcharset\s*=\s*\"?(?:latin-?1|l1|iso[-_]?8859[-_]1)\b", re.IGNORECASE)


def recognises(text: str) -> bool:
    """Return whether a text seems to be a graph in DOT."""
    return _START.match(text) is not None


def carrying(drawing: str, a_map: ArgumentMap) -> str:
    """Return a graph that argmap has drawn, with the map below it."""
    return with_comments(drawing, a_map, sign=_SIGN)


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a graph, or the faults that keep it from being one.

    Raises EngineError where there is no Graphviz inside argmap.
    """
    if isinstance(text, bytes) and _LATIN_1.search(text) and not _is_utf_8(text):
        text = text.decode("latin-1")
    return carried_or(read_graph, text, sign=_SIGN, file=file)


def _is_utf_8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
