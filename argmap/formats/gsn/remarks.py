"""The note of a part of a map ↔ what an element has beside its text.

A reader notes the lines of a text that has several, then the contexts of an element, each after its
name, then what else it says; so a note is taken apart again. What is taken apart otherwise than it
would be put together stays a note.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from argmap.formats.gsn.elements import is_laid_out, lines_of
from argmap.values import is_text

# What another layer of the same element would be noted as.
_LAYER = re.compile(r"\w[\w -]*: ")
_CONTEXT = re.compile(r"([CAJ][\w.-]*): (?=\S)")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a note says: the `written` lines of the text, contexts by their names, and the rest."""

    written: str | None = None
    contexts: tuple[tuple[str, str], ...] = ()
    rest: str | None = None


def remarks_in(
    note: str | None, text: str | None, is_context: Callable[[str, str], bool]
) -> Remarks:
    """Return what the note of a part with a text says.

    `is_context` tells whether a name and what follows it are a context.
    """
    if note is None:
        return Remarks()
    lines = note.split("\n")
    start = _written(lines, text)
    named: list[tuple[str, str]] = []
    at = start
    while at < len(lines) and (found := _CONTEXT.match(lines[at])):
        end = at + 1
        while end < len(lines) and not _LAYER.match(lines[end]):
            end += 1
        said = "\n".join([lines[at][found.end() :], *lines[at + 1 : end]])
        # White space at the end of a line is not read.
        if lines_of(said) != said or not is_text(said) or not is_context(found[1], said):
            break
        named.append((found[1], said))
        at = end
    written, rest = "\n".join(lines[:start]), "\n".join(lines[at:])
    if at < len(lines) and not is_text(rest):
        return Remarks(rest=note)
    return Remarks(written or None, tuple(named), rest or None)


def _written(lines: Sequence[str], text: str | None) -> int:
    """Return how many lines the note has of a text that says more by its lines."""
    if text is None:
        return 0
    wanted = text.split()
    words = 0
    for number, line in enumerate(lines, start=1):
        words += len(line.split())
        if words > len(wanted):
            break
        if words == len(wanted) and line:
            so_far = "\n".join(lines[:number])
            is_same = so_far.split() == wanted and lines_of(so_far) == so_far
            return number if is_same and is_laid_out(so_far) else 0
    return 0
