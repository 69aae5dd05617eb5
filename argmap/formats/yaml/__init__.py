"""argmap’s own YAML ↔ ArgumentMap."""

import re

from argmap.document.parsing import parse
from argmap.formats.losses import EVERYTHING, Writing
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader import Reading, read

KEEPS = EVERYTHING
_MARK = re.compile(r"""^[{\s"']*argmap["']?\s*:""", re.MULTILINE)
_LIKE_MARK = re.compile(
    r"""^[{\s"'“”]*argmap(?:["'“”]?\s*[:：﹕︓=]|[ \t]+1[ \t]*$)""", re.MULTILINE | re.IGNORECASE
)


def recognises(text: str) -> bool:
    """Return whether a text seems to be a map: it has the key `argmap`."""
    return _MARK.search(text) is not None


def resembles(text: str) -> bool:
    """Return whether a text is meant as a map, though its first key may be wrong, or be UTF-16."""
    return _LIKE_MARK.search(text.replace("\0", "").lstrip("\ufffd")) is not None


def loads(
    text: str | bytes,
    *,
    file: str = "<text>",
    folder: Folder | None = None,
    opens_seals: bool = False,
) -> Reading:
    """Return the map that a text holds, or the faults that keep it from being one.

    What it includes is read from `folder`; where that is None, nothing is. A map that `opens_seals`
    has what is argued in files that are sealed.
    """
    return read(parse(text, file=file), folder=folder, opens_seals=opens_seals)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as YAML that reads back as an equal map."""
    # Only then: nothing that reads a map needs what writes one.
    from argmap.formats.yaml import writing

    return writing.dumps(a_map)
