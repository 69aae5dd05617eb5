"""What is left as it was typed: between `fmt off` and `fmt on`, and what stands outside the map."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Sequence as ListOf
from itertools import accumulate
from typing import NamedTuple

from argmap.document.handwriting import Comment
from argmap.editing.formatting.tree_lines import Line
from argmap.source import Position

_SWITCH = re.compile(r"#\s*argmap:\s*fmt\s+(on|off)\b")
# The signs at which a document begins and ends, and directives.
_OUTSIDE = re.compile(r"(?:---|\.\.\.)(?=\s|$)|%")


class Kept(NamedTuple):
    """Lines that are left as they were, but for how far they are indented.

    `lines` are those of the map that are among them.
    """

    start: Position
    end: Position
    texts: tuple[str, ...]
    lines: tuple[Line, ...] = ()


def with_kept_parts(
    lines: ListOf[Line], comments: ListOf[Comment], source: ListOf[str]
) -> tuple[list[Line | Kept], list[Comment]]:
    """Return the lines of a map with what is kept in their places, and the comments elsewhere."""
    first = lines[0].start.line if lines else 1
    last = lines[-1].end.line if lines else 0
    numbers = [*range(1, first), *range(last + 1, len(source) + 1)]
    kept = [_outside(n, source[n - 1]) for n in numbers if _OUTSIDE.match(source[n - 1])]
    starts = [line.start.line for line in lines]
    for begin, end in _switched_off(comments, source):
        among = lines[bisect_left(starts, begin) : bisect_right(starts, end)]
        kept.append(_region(begin, end, tuple(among), source))
    kept.sort(key=lambda one: one.start)
    hidden = {line.start for one in kept for line in one.lines}
    pieces: list[Line | Kept] = [*kept, *(line for line in lines if line.start not in hidden)]
    taken = [(one.start.line, one.end.line) for one in kept]
    rest = [one for one in comments if not _is_in(one.span.start.line, taken)]
    return sorted(pieces, key=lambda one: one.start), rest


def _outside(number: int, text: str) -> Kept:
    return Kept(Position(number, 1), Position(number, len(text) + 1), (text.rstrip(" \t"),))


def _switched_off(comments: ListOf[Comment], source: ListOf[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each part in which the layout is switched off."""
    begin = 0
    for comment in comments:
        switch, start = _SWITCH.match(comment.text), comment.span.start
        if switch is None or source[start.line - 1][: start.column - 1].strip(" \t"):
            continue
        if switch[1] == "off" and not begin:
            begin = start.line
        elif switch[1] == "on" and begin:
            yield begin, start.line
            begin = 0
    if begin:
        yield begin, len(source)


def _region(begin: int, end: int, lines: tuple[Line, ...], source: ListOf[str]) -> Kept:
    # What stands under a line moves with it.
    least = accumulate((line.column for line in lines), min)
    outer = [line for line, column in zip(lines, least, strict=True) if line.column == column]
    starts = [line.start.line for line in outer]
    texts = []
    for number in range(begin, end + 1):
        index = max(bisect_right(starts, number) - 1, 0)
        by = outer[index].indent + 1 - outer[index].column if outer else 0
        texts.append(_shifted(source[number - 1], by))
    return Kept(Position(begin, 1), Position(end, len(source[end - 1]) + 1), tuple(texts), lines)


def _shifted(text: str, by: int) -> str:
    if by >= 0:
        return " " * by + text if text.strip(" \t") else text
    return text[-by:] if not text[:-by].strip(" \t") else text.lstrip(" ")


def _is_in(number: int, parts: ListOf[tuple[int, int]]) -> bool:
    index = bisect_right(parts, (number, len(parts) and parts[-1][1])) - 1
    return any(first <= number <= last for first, last in parts[max(index, 0) : index + 2])
