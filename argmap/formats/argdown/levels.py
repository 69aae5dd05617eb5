"""Which line in Argdown stands below which, by how far they are indented."""

from typing import NamedTuple

from argmap.formats.argdown.elements import Reference


class _Line(NamedTuple):
    level: int
    thing: Reference
    has_text: bool


class Levels:
    """The lines that the next one may stand below, from the outermost one on."""

    def __init__(self) -> None:
        """Start with no line."""
        self._lines: list[_Line] = []

    @property
    def innermost(self) -> Reference | None:
        """Return what the next line stands below, None where it stands below nothing."""
        return self._lines[-1].thing if self._lines else None

    def begin(self, thing: Reference, *, has_text: bool = False, level: int = 0) -> None:
        """Begin again with an outermost line."""
        self._lines = [_Line(level, thing, has_text)]

    def add(self, level: int, thing: Reference, *, has_text: bool) -> None:
        """Add a line below the innermost one."""
        self._lines.append(_Line(level, thing, has_text))

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

    def enclose(self, thing: Reference) -> bool:
        """Return whether the next line stands below a text of this thing."""
        return any(one.has_text and one.thing == thing for one in self._lines)
