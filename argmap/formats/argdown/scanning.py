"""A text in Argdown → its lines, without comments, and with metadata lifted out.

A comment or metadata may run over several lines of the file; what stands before and behind it is
then one line here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.faults import Fault, FaultLog
from argmap.formats.argdown.origins import LineOrigins
from argmap.source import Position, Span

# Stands in a line where metadata were. No text that is read holds such a character.
DATA = "\x01"
_MARKED = re.compile(r"[{\\]|<!--|/[*/]")
# What stands in brackets is a title or an address, and no comment begins in it.
_MARK = re.compile(
    r"\\.|(?P<data>\{)|(?P<open><!--|/\*)|(?P<comment>(?<!\S)//)"
    r"|\[[^\[\]\n]*\](?:\([^()\n]*\))?"
    r"|(?<!\s>)<(?![+_-])(?=\S)[^<>\n]*>|#\([^)\n]{1,500}\)"
)
# In HTML, “--!>” ends a comment, too; here where no other end follows.
_CLOSINGS = {"<!--": ("-->", "--!>"), "/*": ("*/",)}
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_BRACE = re.compile(r"""\\.|"(?:[^"\\\n]|\\.)*"|(?<=[\s:,\[{])'[^'\n]*'|[{}]""")
_LONE_BRACE = re.compile(r"^[ \t]*\}[ \t]*$", re.MULTILINE)


class Data(NamedTuple):
    """Metadata, with their braces, and where they stand."""

    text: str
    span: Span


class Line(NamedTuple):
    """What is written, without the blanks around it, and metadata in the order of their marks.

    `indent` counts the blanks before it; `after_empty` tells whether an empty line stands above;
    `first` and `last` are the lines of the file, counted from 0.
    """

    text: str
    indent: int
    first: int
    last: int
    after_empty: bool
    data: tuple[Data, ...] = ()


class Scanner:
    """Divides a text into lines, in one pass; knows where they are."""

    def __init__(self, text: str, *, origins: LineOrigins, log: FaultLog) -> None:
        """Find where the lines of the text begin; `origins` tell where each one is written."""
        self._text, self._origins, self._log = text, origins, log
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._unclosed: set[str] = set()
        self._braces: dict[int, int] = {}
        self._braces_known_to = 0
        self._lone_braces: list[int] | None = None

    def lines(self) -> Iterator[Line]:
        """Yield the lines, but for those that are empty or hold nothing but comments."""
        number, after_empty = 0, True
        while number < len(self._starts):
            begin, last = self._starts[number], number
            written = self._text[begin : self._end(number)]
            is_empty = not written or written.isspace()
            data: tuple[Data, ...] = ()
            if _MARKED.search(written):
                written, data, last = self._without_marks(begin)
            if text := written.strip():
                indent = len(written) - len(written.lstrip())
                yield Line(text, indent, number, last, after_empty, data)
            after_empty = is_empty or (after_empty and not text)
            number = last + 1

    def span(self, first: Line, last: Line) -> Span:
        """Return the span from the start of a line to the end of another one."""
        file, start = self._origins.of(first.first)
        end_file, end = self._origins.of(last.last)
        if end_file != file:
            last, end = first, start
        column = len(self._text[self._starts[last.last] : self._end(last.last)].rstrip()) + 1
        return Span(file, Position(start, first.indent + 1), Position(end, column))

    def _end(self, number: int) -> int:
        following = number + 1
        return self._starts[following] - 1 if following < len(self._starts) else len(self._text)

    def _span_at(self, start: int, end: int) -> Span:
        """Return the span between two offsets."""
        first, last = (bisect_right(self._starts, offset) - 1 for offset in (start, end))
        file, line = self._origins.of(first)
        end_file, end_line = self._origins.of(last)
        begin = Position(line, start - self._starts[first] + 1)
        if end_file != file:
            return Span(file, begin, begin)
        return Span(file, begin, Position(end_line, end - self._starts[last] + 1))

    def _without_marks(self, at: int) -> tuple[str, tuple[Data, ...], int]:
        """Return a line without comments and metadata, these, and the last line it runs to."""
        parts: list[str] = []
        data: list[Data] = []
        number = bisect_right(self._starts, at) - 1
        end = self._end(number)
        while found := _MARK.search(self._text, at, end):
            parts.append(self._text[at : found.start()])
            at = found.end()
            if found["comment"]:
                at = end
            elif found["open"]:
                at = self._comment_end(found, end)
                parts.append(" ")
            elif found["data"] and (closing := self._closing(found.start(), end)) is not None:
                at = closing + 1
                span = self._span_at(found.start(), at)
                data.append(Data(self._text[found.start() : at], span))
                parts.append(DATA)
            else:
                parts.append(found[0])
            if at > end:
                number = bisect_right(self._starts, at) - 1
                end = self._end(number)
        parts.append(self._text[at:end])
        return "".join(parts), tuple(data), number

    def _comment_end(self, found: re.Match[str], line_end: int) -> int:
        closings = _CLOSINGS[found["open"]]
        is_told = closings[-1] in self._unclosed
        for closing in (one for one in closings if one not in self._unclosed):
            end = self._text.find(closing, found.end())
            if end >= 0:
                return end + len(closing)
            self._unclosed.add(closing)
        if not is_told:
            span = self._span_at(*found.span())
            self._log.report(Fault.NOTATION_SYNTAX, span, "this comment has no end")
        return line_end

    def _closing(self, at: int, line_end: int) -> int | None:
        """Return where the brace is that closes the one at an offset, None where it is a text."""
        if at >= self._braces_known_to:
            self._find_braces(at)
        closing = self._braces.get(at)
        if closing is None and not self._text[at + 1 : line_end].strip():
            # Metadata in lines of their own may hold empty ones.
            return self._lone_brace(at)
        return closing

    def _find_braces(self, at: int) -> None:
        """Find the pairs of braces up to the next empty line."""
        empty = _EMPTY_LINE.search(self._text, at)
        self._braces_known_to = empty.start() if empty else len(self._text)
        opened: list[int] = []
        for found in _BRACE.finditer(self._text, at, self._braces_known_to):
            if found[0] == "{":
                opened.append(found.start())
            elif found[0] == "}" and opened:
                self._braces[opened.pop()] = found.start()

    def _lone_brace(self, at: int) -> int | None:
        if self._lone_braces is None:
            found = _LONE_BRACE.finditer(self._text)
            self._lone_braces = [self._text.index("}", one.start()) for one in found]
        number = bisect_left(self._lone_braces, at)
        return self._lone_braces[number] if number < len(self._lone_braces) else None
