"""How a document is written, beyond what it says: comments, lists within brackets, long texts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.document.nodes import Mapping, Node, Scalar, Sequence
from argmap.source import Position, Span

_HASH = re.compile(r"(?<!\S)#[^\n]*")
_SIGN = re.compile(r"[|>][-+0-9]*")
# How a line may begin that is meant to be no part of a text.
_BEGINNING = re.compile(r"\s*(?:[^\w\s\"']\s|[0-9]{1,2}[.)]\s|(?:- +)*[a-z_]+ ?[:：])")


class Comment(NamedTuple):
    """A comment, with the `#` before it.

    `after` is the unquoted text before it with only white space between, or None; `key` is the key
    that this text, or the list in which it is an item, stands under.
    """

    span: Span
    text: str
    after: Scalar | None = None
    key: str | None = None


class Bracketed(NamedTuple):
    """A list within brackets, and the key that it stands under."""

    key: str
    items: tuple[Node, ...]


class Paragraph(NamedTuple):
    """A text over several lines, one of which begins like a key or an item of a list.

    `key` is the key that it stands under, or that the list in which it is an item does. `opening`
    is what stands before it on its line, `sign` what tells that a block of text follows, such as
    `>-`. `lines` are as written, the first of them on the line `first`.
    """

    scalar: Scalar
    key: str | None
    opening: str
    sign: str
    lines: tuple[str, ...]
    first: int


class Handwriting(NamedTuple):
    """All comments, and of lists within brackets and of texts those that may be slips.

    `lines` are those of the whole text; without any, what is written cannot be mended by edits.
    """

    comments: tuple[Comment, ...] = ()
    lists: tuple[Bracketed, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    lines: tuple[str, ...] = ()

    def beside(self, others: Iterable["Handwriting"]) -> "Handwriting":
        """Return this with the comments, lists and texts of others, and its own lines."""
        all_of_them = (self, *others)
        return Handwriting(
            tuple(one for each in all_of_them for one in each.comments),
            tuple(one for each in all_of_them for one in each.lists),
            tuple(one for each in all_of_them for one in each.paragraphs),
            self.lines,
        )


class _Place(NamedTuple):
    """Where a scalar begins, as line and column, and what it stands under."""

    start: tuple[int, int]
    scalar: Scalar
    key: str | None


def handwriting_of(root: Node | None, text: str) -> Handwriting:
    """Return the handwriting of a document that was parsed to its end."""
    if root is None:
        return Handwriting()
    lines = text.split("\n")
    hashes = [number for number, line in enumerate(lines, start=1) if "#" in line]
    places, lists, paragraphs = _walked(root, lines, hashes)
    places.sort(key=lambda place: place.start)
    comments = _comments(places, lines, hashes, root.span.file)
    return Handwriting(tuple(comments), tuple(lists), tuple(paragraphs), tuple(lines))


def _walked(
    root: Node, lines: list[str], hashes: list[int]
) -> tuple[list[_Place], list[Bracketed], list[Paragraph]]:
    """Return the scalars on the lines `hashes` or right above, all lists in brackets, and texts."""
    places: list[_Place] = []
    lists: list[Bracketed] = []
    paragraphs: list[Paragraph] = []
    near = {*hashes, *(number - 1 for number in hashes)}

    def note(scalar: Scalar, key: str | None) -> None:
        start, end = scalar.span.start, scalar.span.end
        if start.line < end.line:
            paragraphs.extend(_paragraph(scalar, key, lines))
        index = bisect_left(hashes, start.line)
        if index < len(hashes) and hashes[index] <= end.line + 1:
            places.append(_Place((start.line, start.column), scalar, key))

    def is_telling(span: Span) -> bool:
        # There is nothing to say of most texts: they are on one line, without a comment.
        return span.start.line in near or span.start.line < span.end.line

    waiting: list[tuple[Node, str | None]] = [(root, None)]
    while waiting:
        node, key = waiting.pop()
        if isinstance(node, Scalar):
            if is_telling(node.span):
                note(node, key)
        elif isinstance(node, Sequence):
            waiting.extend((item, key) for item in node.items)
            if key is not None and len(node.items) > 1 and _begins(node, lines) == "[":
                lists.append(Bracketed(key, node.items))
        else:
            for entry in node.entries:
                if is_telling(entry.key.span):
                    note(entry.key, None)
                waiting.append((entry.value, entry.key.value))
    return places, lists, paragraphs


def _paragraph(scalar: Scalar, key: str | None, lines: list[str]) -> Iterator[Paragraph]:
    """Yield the paragraph that a scalar over several lines is, if one of them may be a slip."""
    start, end = scalar.span.start, scalar.span.end
    opening, rest = lines[start.line - 1][: start.column - 1], lines[start.line - 1]
    sign = None if scalar.plain else _SIGN.match(rest, start.column - 1)
    below = lines[start.line : end.line]
    if any(_BEGINNING.match(line) for line in below):
        if sign is not None:
            yield Paragraph(scalar, key, opening, sign.group(), tuple(below), start.line + 1)
        else:
            # Behind its end a list within brackets may go on.
            below[-1] = below[-1][: end.column - 1]
            written = (rest[start.column - 1 :], *below)
            yield Paragraph(scalar, key, opening, "", written, start.line)


def _begins(node: Sequence | Mapping, lines: list[str]) -> str:
    start = node.span.start
    return lines[start.line - 1][start.column - 1 : start.column]


def _comments(
    places: list[_Place], lines: list[str], hashes: list[int], file: str
) -> Iterator[Comment]:
    starts = [place.start for place in places]
    for number in hashes:
        line, begin = lines[number - 1], 0
        while found := _HASH.search(line, begin):
            start = Position(number, found.start() + 1)
            index = bisect_right(starts, (start.line, start.column)) - 1
            before = places[index] if index >= 0 else None
            if before is not None and start < before.scalar.span.end:
                if not _is_behind_sign(before.scalar, start, line):
                    # It belongs to a text in quotes or to a block.
                    begin = found.start() + 1
                    continue
                before = None
            span = Span(file, start, Position(number, len(line) + 1))
            if before is not None and _ends_at(before, start, lines):
                yield Comment(span, found.group().rstrip(), before.scalar, before.key)
            else:
                yield Comment(span, found.group().rstrip())
            break


def _is_behind_sign(scalar: Scalar, start: Position, line: str) -> bool:
    """Return whether nothing but the sign of a block of text, such as `>-`, stands before."""
    first = scalar.span.start
    sign = None if scalar.plain else _SIGN.match(line, first.column - 1)
    if sign is None or start.line != first.line:
        return False
    return not line[sign.end() : start.column - 1].strip()


def _ends_at(place: _Place, start: Position, lines: list[str]) -> bool:
    """Return whether a text in a value ends before `start` with only white space between."""
    scalar, end = place.scalar, place.scalar.span.end
    if place.key is None or not scalar.plain or scalar.absent or start.line > end.line + 1:
        return False
    if start.line == end.line:
        return not lines[end.line - 1][end.column - 1 : start.column - 1].strip()
    return not lines[end.line - 1][end.column - 1 :].strip() and not (
        lines[start.line - 1][: start.column - 1].strip()
    )
