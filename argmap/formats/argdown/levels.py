"""Which line in Argdown stands below which, by how far they are indented."""

from typing import NamedTuple

from argmap.formats.argdown.elements import Reference


class _Line(NamedTuple):
    """Whether it is marked as canonical is None where it has no text."""

    level: int
    thing: Reference
    marked: bool | None


class Levels:
    """The lines that the next one may stand below, from the outermost one on."""

    def __init__(self) -> None:
        """Start with no line."""
        self._lines: list[_Line] = []

    @property
    def innermost(self) -> Reference | None:
        """Return what the next line stands below, None where it stands below nothing."""
        return self._lines[-1].thing if self._lines else None

    def begin(self, thing: Reference, *, marked: bool | None = None, level: int = 0) -> None:
        """Begin again with an outermost line."""
        self._lines = [_Line(level, thing, marked)]

    def add(self, level: int, thing: Reference, *, marked: bool | None) -> None:
        """Add a line below the innermost one."""
        self._lines.append(_Line(level, thing, marked))

    def clear(self) -> None:
        """End all lines."""
        self._lines.clear()

    def outdented(self, indent: int) -> int:
        """End the lines that one with this indentation is not below; return its level.

        What is indented less than the line above and more than that one's parent stands beside it.
        """
        level, lines = indent, self._lines
        while len(lines) > 1 and lines[-1].level > indent:
            lines.pop()
            level = lines[-1].level if len(lines) > 1 else indent
        while lines and lines[-1].level >= level:
            lines.pop()
        return level

    def enclosing(self, thing: Reference) -> bool | None:
        """Return whether a text of this thing that the next line stands below is marked.

        It is None where the line stands below no text of it.
        """
        marks = [line.marked for line in self._lines if line.thing == thing]
        return any(marks) if any(mark is not None for mark in marks) else None
