"""Argdown in Markdown: in blocks of code that say `argdown` ↔ ArgumentMap.

Each block is a map of its own. Of several in a document an author names one by its number.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from argmap.faults import Fault, FaultLog
from argmap.formats import argdown
from argmap.formats.argdown import KEEPS as KEEPS
from argmap.formats.carriers.decoding import read_text
from argmap.formats.losses import Losses, Writing
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader import Reading
from argmap.source import Position, Span, at_start

_OPENING = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\n]*)")
_NAMED = re.compile(
    r"argdown(?:-map)?(?![\w-])|\{[^}\n]*\.argdown(?:-map)?(?![\w-])", re.IGNORECASE
)
_SUFFIXES = (".md", ".markdown")
_MOST_NAMED = 3
_START = re.compile(
    r"^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:argdown|\{[^}\n]*\.argdown)", re.MULTILINE | re.IGNORECASE
)


class Block(NamedTuple):
    """What stands in a block of Argdown, and its first line in the document, counted from 1."""

    text: str
    line: int


def recognises(text: str) -> bool:
    """Return whether a text in Markdown has a block of Argdown."""
    return _START.search(text) is not None


def loads(
    text: str | bytes,
    *,
    file: str = "<text>",
    folder: Folder | None = None,
    block: int | None = None,
) -> Reading:
    """Return the map in the block with a number, or the faults that keep it from being one.

    Without a number it is the only block. What a block includes is read from `folder`; where that
    is None, nothing is.
    """
    included: dict[str, str] = {}
    # What a block is joined of is not asked for: it is no file.
    read = argdown.reader(folder, included, [])

    def read_block(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
        chosen = _chosen(blocks_of(text), block, file=file, log=log)
        # Empty lines before it keep its place.
        return chosen and read("\n" * (chosen.line - 1) + chosen.text, file, log, losses)

    return replace(read_text(text, file=file, read=read_block), included=included)


def _chosen(
    blocks: tuple[Block, ...], number: int | None, *, file: str, log: FaultLog
) -> Block | None:
    """Return the block with a number, or the only one; None after a fault."""
    if not blocks:
        message = "there is no block of Argdown in this text"
        log.report(Fault.NOT_A_MAP, at_start(file), message)
        return None
    if number is None and len(blocks) == 1:
        return blocks[0]
    if number is not None and number <= len(blocks):
        return blocks[number - 1]
    name = file if file.lower().endswith(_SUFFIXES) else "doc.md"
    count = "1 block" if len(blocks) == 1 else f"{len(blocks)} blocks"
    message = f"this document has {count} of Argdown, each a map of its own"
    if number is not None:
        message = f"there is no block {number} of Argdown: this document has {len(blocks)}"
    places = ", ".join(f"“{name}#{n}”" for n in range(1, min(len(blocks), _MOST_NAMED) + 1))
    further = " and so on" if len(blocks) > _MOST_NAMED else ""
    at = Position(blocks[0].line - 1, 1)
    advice = f"name one of them: {places}{further}; or convert all: argmap convert {name} folder/"
    log.report(Fault.NOT_A_MAP, Span(file, at, at), message, help=advice)
    return None


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the map as a block of Argdown, with what it cannot say."""
    written = argdown.dumps(a_map)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", written.text)), default=0))
    return Writing(f"{fence}argdown\n{written.text}{fence}\n", written.losses)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of Argdown in a text, but for empty ones."""
    found: list[Block] = []
    # The fence of the block that is open, if any, and its lines where it is one of Argdown.
    fence, begun = "", 0
    inside: list[str] | None = None
    for number, line in enumerate([*text.split("\n"), None], start=1):
        mark = _OPENING.fullmatch(line) if line is not None else None
        if not fence and mark and not ("`" in mark["fence"] and "`" in mark["info"]):
            fence, begun = mark["fence"], number + 1
            inside = [] if _NAMED.match(mark["info"]) else None
        elif line is None or (fence and mark and _closes(mark, fence)):
            if inside and any(one.strip() for one in inside):
                found.append(Block("\n".join(inside) + "\n", begun))
            fence, inside = "", None
        elif inside is not None:
            inside.append(line)
    return tuple(found)


def _closes(mark: re.Match[str], fence: str) -> bool:
    return not mark["info"].strip() and mark["fence"].startswith(fence)
