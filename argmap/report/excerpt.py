"""The line of a file that a finding speaks of, with the place underlined."""

import unicodedata
from dataclasses import dataclass

from argmap.source import Span

WIDEST = 96
BEFORE = 32
MOST_CHARACTERS = 4 * WIDEST
ELLIPSIS = "…"
TAB = "    "
# They turn the order of what follows, and a reader would see another text than the one written.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it can be shown, and the blanks and carets that go below it."""

    line: str
    blanks: str
    carets: str


def excerpt(line: str, span: Span) -> Excerpt:
    """Return the excerpt for a span that begins on `line`; of several lines it shows the first.

    Columns are counted as a terminal shows them: wide characters take two, combining marks none.
    A long line is cut around the place.
    """
    start = min(span.start.column - 1, len(line))
    end = span.end.column - 1 if span.end.line == span.start.line else len(line.rstrip())
    end = max(min(end, len(line)), start)
    first, last = _window(line, start, end)
    before = (ELLIPSIS if first else "") + visible(line[first:start])
    place = visible(line[start : min(end, last)])
    after = visible(line[max(start, min(end, last)) : last])
    after += ELLIPSIS if last < len(line) else ""
    carets = "^" * max(_width(place), 1)
    return Excerpt((before + place + after).rstrip(), " " * _width(before), carets)


def _window(line: str, start: int, end: int) -> tuple[int, int]:
    """Return which characters of the line to show: all, or as many as there is room for."""
    # What is far from the place is never shown, so a very long line is not measured whole.
    if len(line) <= WIDEST and _width(visible(line)) <= WIDEST:
        return 0, len(line)
    room = WIDEST - 2 * len(ELLIPSIS)
    length = min(end - start, room)
    first = start
    left = max(BEFORE, room - _width(visible(line[start : start + length])) - BEFORE)
    # Marks take no room, but thousands of them on one letter are not shown either.
    earliest, latest = max(0, start - MOST_CHARACTERS), min(len(line), start + MOST_CHARACTERS)
    while first > earliest and left >= _cells(line[first - 1]):
        first -= 1
        left -= _cells(line[first])
    while earliest < first < start and _cells(line[first]) == 0:
        first -= 1
    last = first
    while last < latest and room >= _cells(line[last]):
        room -= _cells(line[last])
        last += 1
    return first, last


def visible(text: str) -> str:
    """Return `text` without what would disturb a terminal: such characters become “�”."""
    return "".join(
        TAB if c == "\t" else "�" if c in _TURNING or unicodedata.category(c) == "Cc" else c
        for c in text
    )


def _width(text: str) -> int:
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if character == "\t":
        return len(TAB)
    if character in _TURNING:
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
