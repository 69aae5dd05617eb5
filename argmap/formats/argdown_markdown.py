"""Argdown in Markdown: in blocks of code that say `argdown` ↔ ArgumentMap.

All blocks of a file are read together, as one text: what one says of a statement holds in all.
"""

import re
from dataclasses import replace

from argmap.faults import Fault, FaultLog
from argmap.formats import argdown
from argmap.formats.argdown import KEEPS as KEEPS
from argmap.formats.carriers.decoding import read_text
from argmap.formats.losses import Losses, Writing
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader import Reading
from argmap.source import at_start

_OPENING = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n]*)")
_NAMED = re.compile(
    r"argdown(?:-map)?(?![\w-])|\{[^}\n]*\.argdown(?:-map)?(?![\w-])", re.IGNORECASE
)
_START = re.compile(
    r"^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:argdown|\{[^}\n]*\.argdown)", re.MULTILINE | re.IGNORECASE
)


def recognises(text: str) -> bool:
    """Return whether a text in Markdown has a block of Argdown."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>", folder: Folder | None = None) -> Reading:
    """Return the map that the blocks make, or the faults that keep them from being one.

    What the blocks include is read from `folder`; where that is None, nothing is.
    """
    included: dict[str, str] = {}
    read = argdown.reader(folder, included)

    def read_blocks(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        blocks = without_prose(text)
        if not blocks.strip():
            message = "there is no block of Argdown in this text"
            log.report(Fault.NOT_A_MAP, at_start(file), message)
            return None
        return read(blocks, file, log, losses)

    return replace(read_text(text, file=file, read=read_blocks), included=included)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as a block of Argdown, with what it cannot say."""
    written = argdown.dumps(a_map)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", written.text)), default=0))
    return Writing(f"{fence}argdown\n{written.text}{fence}\n", written.losses)


def without_prose(text: str) -> str:
    """Return the text with empty lines for all that stands outside of the blocks of Argdown."""
    shown: list[str] = []
    # The fence of the block that is open, if any, and whether it is one of Argdown.
    fence, is_argdown = "", False
    for line in text.split("\n"):
        found = _OPENING.fullmatch(line)
        if not fence and found and not ("`" in found["fence"] and "`" in found["info"]):
            fence, is_argdown = found["fence"], _NAMED.match(found["info"]) is not None
            shown.append("")
        elif fence and found and not found["info"].strip() and found["fence"].startswith(fence):
            fence, is_argdown = "", False
            shown.append("")
        else:
            shown.append(line if is_argdown else "")
    return "\n".join(shown)
