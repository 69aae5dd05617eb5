"""An item taken out of its list, with the comments above it, to be put elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.document.nodes import Node
from argmap.editing.extracting import moved
from argmap.editing.merging.parts import flow_text
from argmap.editing.refactoring.sheet import RefactoringError, Seat, Sheet
from argmap.edits import Edit
from argmap.source import Position, Span

_DASH = re.compile(r" *- +")


class Cut(NamedTuple):
    """What is taken out of a text by `edits`.

    `above` are the comments that stood above it, and `own` its lines, as if the first of them began
    the line.
    """

    edits: tuple[Edit, ...]
    node: Node
    above: tuple[str, ...]
    own: tuple[str, ...]

    def lines(self) -> list[str]:
        """Return it as the item of a list in YAML."""
        first, *others = self.own
        return [*self.above, f"- {first}", *(f"  {line}" if line else "" for line in others)]

    def in_flow(self) -> str:
        """Return it as it can stand within brackets; its comments have no place there."""
        return flow_text(self.node)


def cut(sheet: Sheet, seat: Seat) -> Cut:
    """Return an item that is taken out of its list; the key of the list goes with its last item.

    Raises RefactoringError where it is no item, or begins a mapping that goes on below it.
    """
    listed = seat.listed
    if listed is None:
        raise RefactoringError("It is not an item of a list, so it cannot be taken from there.")
    if sheet.is_flow(listed.span):
        edits = sheet.places.without([seat.node.span])
        if not edits:
            raise RefactoringError("The list would be empty, and its key has no place to go.")
        return Cut(edits, seat.node, (), own_lines(sheet, seat.node))
    return _of_block(sheet, seat, is_last=len(listed.items) == 1)


def own_lines(sheet: Sheet, node: Node) -> tuple[str, ...]:
    """Return the lines of what stands in a list, moved as if the first began its line."""
    span = node.span
    last = sheet.last_line(node)
    lines = list(sheet.lines[span.start.line - 1 : last])
    if sheet.in_flow(span):
        # Behind its end something else goes on.
        lines[-1] = lines[-1][: span.end.column - 1]
    lines[0] = lines[0][span.start.column - 1 :]
    by = -(span.start.column - 1)
    return (lines[0], *(moved(line, by) for line in lines[1:]))


def _of_block(sheet: Sheet, seat: Seat, *, is_last: bool) -> Cut:
    node = seat.node
    start = node.span.start
    if not _DASH.fullmatch(sheet.lines[start.line - 1][: start.column - 1]):
        raise RefactoringError("It does not begin a line, so it cannot be taken from there.")
    above, first = comments_above(sheet, start.line)
    if is_last:
        key = seat.entry.key.span
        if sheet.lines[key.start.line - 1][: key.start.column - 1].strip():
            raise RefactoringError(
                f"It is the only one under “{seat.role}”, which begins an item of a list."
            )
        between = {n for n in range(key.end.line + 1, first) if n in sheet.comment_lines}
        above = (*_comments_on(sheet, between | {key.end.line}), *above)
        first = key.start.line
    last = sheet.last_line(node)
    while first > 1 and _is_blank(sheet, first - 1) and _is_blank(sheet, last + 1):
        first -= 1
    return Cut((_without(sheet, node.span.file, first, last),), node, above, own_lines(sheet, node))


def comments_above(sheet: Sheet, line: int) -> tuple[tuple[str, ...], int]:
    """Return the comments right above a line, and the number of the first line with them."""
    first = line
    while first - 1 in sheet.comment_lines:
        first -= 1
    return tuple(sheet.lines[n - 1].strip() for n in range(first, line)), first


def _comments_on(sheet: Sheet, numbers: set[int]) -> Iterator[str]:
    for one in sheet.reading.handwriting.comments:
        if one.span.start.line in numbers:
            yield one.text


def _is_blank(sheet: Sheet, number: int) -> bool:
    """Return whether a line says nothing; behind the last one there is nothing."""
    return number > len(sheet.lines) or not sheet.lines[number - 1].strip()


def _without(sheet: Sheet, file: str, first: int, last: int) -> Edit:
    start = Position(first, 1)
    if last < len(sheet.lines):
        return Edit(Span(file, start, Position(last + 1, 1)), "")
    return Edit(Span(file, start, Position(last, len(sheet.lines[last - 1]) + 1)), "")
