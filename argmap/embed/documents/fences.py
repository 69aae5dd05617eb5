"""The blocks of code in a text in Markdown that say `argmap`: each holds a map or names a file."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.settings.words import words_of

_OPENING = re.compile(r"(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>.*?)[ \t]*")
# What may hold blocks that are indented: items, definitions, notes, tabs, footnotes.
_HOLDER = re.compile(r"[ \t>]*(?:[-*+][ \t]|\w{1,9}[.)][ \t]|:|!!!|\?\?\?|===|///|\[\^?[^\]]+\]:)")
_CODE = 4
_NAME = re.compile(r"argmap(?=\s|$)|\{\s*\.argmap(?=[\s}])(?P<braced>.*)\}$")


class FencedMap(NamedTuple):
    """A block of code with a map: its lines, from 0, the last one excluded, and what is written.

    `words` are its options; `text` is what it holds, without the indentation of its own.
    """

    start: int
    end: int
    indent: str
    words: tuple[str, ...]
    text: str


def words_in(info: str) -> tuple[str, ...] | None:
    """Return the options of a block with this info string, None where it is not argmap’s.

    The words may be written as in `argmap a.yaml as=outline` and `{.argmap file=a.yaml}`.
    """
    found = _NAME.match(info)
    if found is None:
        return None
    if found["braced"] is None:
        return tuple(word.text for word in words_of(info[found.end() :]))
    # Braces may hold ids and further classes for other tools.
    words = (word.text for word in words_of(found["braced"]))
    return tuple(word for word in words if not word.startswith(("#", ".")))


def fenced_maps(lines: Sequence[str]) -> Iterator[FencedMap]:
    """Yield the blocks of argmap among the lines of a document, in their order.

    What is shown inside another block of code is left alone, and so is a block without an end.
    """
    at = 0
    while at < len(lines):
        opening = _OPENING.fullmatch(lines[at])
        if opening is None or (opening["fence"][0] == "`" and "`" in opening["info"]):
            at += 1
            continue
        end = _closing(lines, at, opening["fence"])
        words = words_in(opening["info"])
        if words is not None and end < len(lines) and not _is_code(lines, at):
            indent = opening["indent"]
            text = "\n".join(_outdented(line, indent) for line in lines[at + 1 : end])
            yield FencedMap(at, end + 1, indent, words, text)
        at = end + 1


def _closing(lines: Sequence[str], start: int, fence: str) -> int:
    """Return the number of the line that ends the block, or of the line after the last."""
    closing = re.compile(rf"[ \t>]*{re.escape(fence)}{re.escape(fence[0])}*[ \t]*")
    for number in range(start + 1, len(lines)):
        if closing.fullmatch(lines[number]):
            return number
    return len(lines)


def _outdented(line: str, indent: str) -> str:
    if line.startswith(indent):
        return line[len(indent) :]
    return line.lstrip(" \t>") if ">" in indent else line.lstrip(" \t")


def _is_code(lines: Sequence[str], at: int) -> bool:
    """Return whether a block is indented below nothing that holds it, and so only shown."""
    indentation = _indentation(lines[at])
    for line in reversed(lines[:at]):
        if indentation < _CODE:
            return False
        if line.strip() and _indentation(line) < indentation:
            if _HOLDER.match(line):
                return False
            indentation = _indentation(line)
            if indentation < _CODE:
                return True
    return indentation >= _CODE


def _indentation(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))
