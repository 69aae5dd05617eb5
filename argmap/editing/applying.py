"""A text and edits → the text as they make it, with the ends of its lines as they were."""

from collections.abc import Iterable, Sequence

from argmap.editing.line_ends import BYTE_ORDER_MARK, LINE_END, line_end_of
from argmap.edits import Edit
from argmap.source import Position, Span


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits made; all of them speak of it as it is.

    Two that are equal count once. Raises ValueError where two others overlap.
    """
    line_end = line_end_of(text)
    starts = _starts(text)
    parts: list[str] = []
    place, last = 0, Position(0, 0)
    for edit in once(edits):
        start, end = (_offset(at, starts) for at in (edit.span.start, edit.span.end))
        if start < place or (parts and edit.span.start == last):
            raise ValueError("two edits overlap")
        parts += [text[place:start], edit.text.replace("\n", line_end)]
        place, last = end, edit.span.start
    return "".join((*parts, text[place:]))


def once(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits in the order of the text, each once: two fixes may ask for the same."""
    return sorted(dict.fromkeys(edits), key=lambda one: (one.span.start, one.span.end))


def overlap(one: Iterable[Edit], other: Sequence[Edit]) -> bool:
    """Return whether edits of one change what edits of the other do, or stand at one place."""
    return any(a != b and _meet(a.span, b.span) for a in one for b in other)


def _meet(one: Span, other: Span) -> bool:
    is_crossed = one.start < other.end and other.start < one.end
    return one.file == other.file and (one.start == other.start or is_crossed)


def _starts(text: str) -> list[int]:
    """Return where each line begins; a mark at the beginning of the file is no part of it."""
    first = 1 if text.startswith(BYTE_ORDER_MARK) else 0
    return [first, *(found.end() for found in LINE_END.finditer(text))]


def _offset(position: Position, starts: Sequence[int]) -> int:
    return starts[position.line - 1] + position.column - 1
