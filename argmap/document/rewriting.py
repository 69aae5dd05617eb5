"""Edits that write another value, or another key, in the place of one that stands in a document."""

from collections.abc import Iterable, Sequence

from argmap.document.nodes import Entry, Scalar
from argmap.document.quoting import as_scalar, in_quotes
from argmap.edits import Edit
from argmap.source import Position, Span
from argmap.suggestions import only_near


def respelt(written: Scalar, candidates: Iterable[str]) -> tuple[Edit, ...]:
    """Return the edit that writes the one candidate that a word is like; none where two are."""
    meant = only_near(written.value, candidates)
    return () if meant is None else instead(written, meant)


def instead(written: Scalar, value: str) -> tuple[Edit, ...]:
    """Return the edit that writes another value, in quotes if the one that stands there has them.

    A text over several lines is left alone: what ends it depends on how it is written.
    """
    if written.span.start.line != written.span.end.line:
        return ()
    return (Edit(written.span, as_scalar(value) if written.plain else in_quotes(value)),)


def renamed(entry: Entry, key: str, *, as_list: bool = False) -> tuple[Edit, ...]:
    """Return the edits that give what stands under a key another one.

    A text can become the one item of a list, where it stands on the line of its key.
    """
    written, value = entry.key, entry.value
    new = key if written.plain else in_quotes(key)
    if not as_list:
        return (Edit(written.span, new),)
    if value.span.start.line != written.span.end.line:
        return ()
    indent = " " * (written.span.start.column + 1)
    return (
        Edit(Span(written.span.file, written.span.start, value.span.start), f"{new}:\n{indent}- "),
    )


def in_place(span: Span, text: str) -> tuple[Edit, ...]:
    """Return the edit that writes a text at a span, in quotes where it needs them or may do."""
    plain = as_scalar(text)
    return (Edit(span, in_quotes(text) if plain == text and "," in text else plain),)


def put_in(written: Scalar, offset: int, text: str) -> tuple[Edit, ...]:
    """Return the edit that puts characters into a plain text, on its first line."""
    start = written.span.start
    place = Position(start.line, start.column + offset)
    return (Edit(Span(written.span.file, place, place), text),)


def joined_at_colon(entry: Entry) -> tuple[Edit, ...]:
    """Return the edit that makes one text in quotes of a key and what stands behind its colon."""
    key, value = entry.key, entry.value
    if not isinstance(value, Scalar) or value.absent or not (key.plain and value.plain):
        return ()
    if key.span.start.line != value.span.end.line:
        return ()
    return (Edit(key.span.to(value.span), in_quotes(f"{key.value}: {value.value}")),)


def rewritten(span: Span, text: str, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edit that writes a text at a span, in quotes if what stands there has them.

    `lines` are those of the document; without them, or over several, there is no edit.
    """
    if not lines or span.start.line != span.end.line:
        return ()
    written = lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]
    return (Edit(span, in_quotes(text) if written[:1] in ("'", '"') else as_scalar(text)),)
