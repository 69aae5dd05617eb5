"""Edits that write another value, or another key, in the place of one that stands in a document."""

from collections.abc import Iterable

from argmap.document.nodes import Entry, Scalar
from argmap.document.quoting import as_scalar, in_quotes
from argmap.edits import Edit
from argmap.source import Span
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
