"""Where something is written: positions and spans, one-based from birth."""

from typing import NamedTuple


class Position(NamedTuple):
    """A place between characters; line and column count from 1, columns in characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of one file, from `start` up to but not including `end`."""

    file: str
    start: Position
    end: Position

    def to(self, other: "Span") -> "Span":
        """Return the span from the start of this one to the end of `other`."""
        return Span(self.file, self.start, other.end)


class File(NamedTuple):
    """A file that a map is made of: its name in findings, its title, and its path from the map.

    `link` is that path as an address, None where nothing leads to it. Of a file that `is_sealed`
    only claims are there, as they stand in it.
    """

    name: str
    title: str | None
    path: str
    link: str | None
    is_sealed: bool = False


def at_start(file: str) -> Span:
    """Return the empty span at the first character of `file`."""
    return Span(file, Position(1, 1), Position(1, 1))
