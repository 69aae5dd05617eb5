"""Edits that give a claim an id, or write a reference in its place, the way it is written there."""

import re
from collections.abc import Sequence

from argmap.document.quoting import as_scalar
from argmap.edits import Edit
from argmap.source import Position, Span

_BEFORE_ITEM = re.compile(r" *(?:- +)+")
_BEFORE_VALUE = re.compile(r"(?P<indent> *(?:- +)*)[\w\"'.-]+:(?P<space> +)")
_TEXT_KEY = re.compile(r"[\"']?text[\"']?: +$")
_ID_KEY = r"(?:{indent}|- +|[{{,] *)[\"']?id[\"']?: "


def with_id(place: Span, text_place: Span, name: str, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits that give a claim an id; none where it has one, or cannot be given one.

    `place` is that of the claim, `text_place` that of its text; they are equal where the claim is a
    bare text. `lines` are those of the document.
    """
    if not lines or _has_id(place, lines):
        return ()
    name = as_scalar(name)
    before, here = _around(place, lines)
    file, start = place.file, place.start
    if place != text_place:
        if here.startswith("{"):
            inside = Position(start.line, start.column + len(here) - len(here[1:].lstrip()))
            return (_put(file, inside, f"id: {name}, "),)
        return (_put(file, start, f"id: {name}\n{' ' * (start.column - 1)}"),)
    # A text that goes on below stands further in than its key.
    below = range(start.line + 1, place.end.line + 1)
    deeper = tuple(_put(file, Position(n, 1), "  ") for n in below if lines[n - 1].strip())
    if _BEFORE_ITEM.fullmatch(before):
        return (_put(file, start, f"id: {name}\n{' ' * (start.column - 1)}text: "), *deeper)
    key = _BEFORE_VALUE.fullmatch(before)
    if key is not None:
        indent = f"\n{' ' * (len(key['indent']) + 2)}"
        colon = Position(start.line, key.start("space") + 1)
        return (Edit(Span(file, colon, start), f"{indent}id: {name}{indent}text: "), *deeper)
    if below:
        return ()
    return (_put(file, start, f"{{id: {name}, text: "), _put(file, place.end, "}"))


def as_reference(
    place: Span, text_place: Span, name: str, lines: Sequence[str]
) -> tuple[Edit, ...]:
    """Return the edit that writes a reference in the place of a claim’s text; none where it cannot.

    What else the claim has stays below it.
    """
    if not lines:
        return ()
    name = as_scalar(name)
    before, _ = _around(text_place, lines)
    file = place.file
    if place != text_place:
        key = _TEXT_KEY.search(before)
        if key is None:
            return ()
        begin = Position(text_place.start.line, key.start() + 1)
        return (Edit(Span(file, begin, text_place.end), f"ref: {name}"),)
    if _BEFORE_ITEM.fullmatch(before):
        return (Edit(place, f"ref: {name}"),)
    value = _BEFORE_VALUE.fullmatch(before)
    if value is not None:
        colon = Position(place.start.line, value.start("space") + 1)
        indent = " " * (len(value["indent"]) + 2)
        return (Edit(Span(file, colon, place.end), f"\n{indent}ref: {name}"),)
    return (Edit(place, f"{{ref: {name}}}"),)


def _has_id(place: Span, lines: Sequence[str]) -> bool:
    """Return whether a claim has an id, or seems to."""
    first, last = place.start.line, place.end.line
    own = [lines[first - 1][place.start.column - 1 :], *lines[first:last]]
    keys = re.compile(_ID_KEY.format(indent=" " * (place.start.column - 1)))
    begins = re.match(r"\{? *[\"']?id[\"']?: ", own[0]) is not None
    return begins or any(keys.match(line) for line in own[1:]) or _has_flow_id(own)


def _has_flow_id(own: Sequence[str]) -> bool:
    return (
        own[0].startswith("{") and re.search(r"[{,] *[\"']?id[\"']?: ", " ".join(own)) is not None
    )


def _around(place: Span, lines: Sequence[str]) -> tuple[str, str]:
    line, column = lines[place.start.line - 1], place.start.column - 1
    return line[:column], line[column:]


def _put(file: str, place: Position, text: str) -> Edit:
    return Edit(Span(file, place, place), text)
