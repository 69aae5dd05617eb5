"""The border to an editor: places in a text, in its units there and in characters here."""

from bisect import bisect_right
from collections.abc import Sequence

from lsprotocol import types

from argmap.editing.line_ends import BYTE_ORDER_MARK, LINE_END
from argmap.source import Position, Span

_UTF_16 = types.PositionEncodingKind.Utf16
# The codec of each encoding that does not count characters, and the bytes of a unit.
_WIDTHS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}


class Border:
    """Converts places in one text; lines end where both the protocol and our spans end them.

    A place outside of the text is the nearest one inside, and one within a character is before it.
    """

    def __init__(self, text: str, encoding: str = _UTF_16) -> None:
        """Take a text, and the encoding in whose units the editor counts."""
        self._text = text
        self._encoding = str(getattr(encoding, "value", encoding))
        self._starts = [0, *(found.end() for found in LINE_END.finditer(text))]
        self._ends = [*(found.start() for found in LINE_END.finditer(text)), len(text)]

    @property
    def lines(self) -> Sequence[str]:
        """Return the lines, without what ends them."""
        pairs = zip(self._starts, self._ends, strict=True)
        return [self._text[start:end] for start, end in pairs]

    @property
    def whole(self) -> types.Range:
        """Return the range of the whole text."""
        return types.Range(types.Position(0, 0), self._at(len(self._starts) - 1, None))

    def range_of(self, span: Span) -> types.Range:
        """Return a span as a range of the editor."""
        return types.Range(self.from_ours(span.start), self.from_ours(span.end))

    def between(self, start: int, stop: int) -> types.Range:
        """Return the range between two places, each the number of characters before it."""
        return types.Range(*(self._of_offset(one) for one in (start, stop)))

    def _of_offset(self, offset: int) -> types.Position:
        line = bisect_right(self._starts, offset) - 1
        return self._at(line, offset - self._starts[line])

    def from_ours(self, position: Position) -> types.Position:
        """Return one of our positions as one of the editor."""
        line = min(max(position.line - 1, 0), len(self._starts) - 1)
        return self._at(line, position.column - 1 + self._mark(line))

    def to_ours(self, position: types.Position) -> Position:
        """Return a position of the editor as one of ours."""
        line = min(position.line, len(self._starts) - 1)
        column = self.offset(position) - self._starts[line] - self._mark(line)
        return Position(line + 1, max(column, 0) + 1)

    def offset(self, position: types.Position) -> int:
        """Return how many characters of the text are before a position of the editor."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        units, place = position.character, start
        if self._text[start:end].isascii():
            return min(start + units, end)
        while place < end and units >= (size := self._units(self._text[place])):
            units -= size
            place += 1
        return place

    def _at(self, line: int, column: int | None) -> types.Position:
        """Return the position of the editor behind so many characters of a line, None for all."""
        start, end = self._starts[line], self._ends[line]
        stop = end if column is None else min(start + max(column, 0), end)
        return types.Position(line, self._units(self._text[start:stop]))

    def _mark(self, line: int) -> int:
        """Return how many characters begin a line that are no part of it for us."""
        return int(line == 0 and self._text.startswith(BYTE_ORDER_MARK))

    def _units(self, text: str) -> int:
        """Return how many units of the editor a text has."""
        if text.isascii() or self._encoding not in _WIDTHS:
            return len(text)
        codec, width = _WIDTHS[self._encoding]
        return len(text.encode(codec, "surrogatepass")) // width
