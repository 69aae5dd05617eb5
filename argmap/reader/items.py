"""A text in the place of a list: the edits that make it an item, or items of its lines."""

import re
from collections.abc import Iterable
from dataclasses import replace

from argmap.diagnostics import Diagnostic
from argmap.document import Document, Entry, Scalar
from argmap.document.nodes import entries_in
from argmap.document.rewriting import renamed
from argmap.edits import Edit
from argmap.faults import Fault
from argmap.source import Position, Span

_BEFORE_KEY = re.compile(r" *(?:- +)*")
_DASH = re.compile(r" *-(?=\w)")


def with_items(faults: Iterable[Diagnostic], document: Document) -> tuple[Diagnostic, ...]:
    """Return the faults; those of a text that should be a list with edits that make it one."""
    found = tuple(faults)
    if document.root is None or not any(one.code == Fault.WRONG_KIND for one in found):
        return found
    lines = document.text.split("\n")
    entries = {
        entry.value.span: entry
        for entry in entries_in(document.root)
        if isinstance(entry.value, Scalar) and not entry.value.absent
    }
    return tuple(
        replace(one, fix=_fix(entries[one.span], lines))
        if one.code == Fault.WRONG_KIND and one.span in entries
        else one
        for one in found
    )


def _fix(entry: Entry, lines: list[str]) -> tuple[Edit, ...]:
    key, span = entry.key.span, entry.value.span
    numbers = range(span.start.line, span.end.line + 1)
    dashes = [_DASH.match(lines[number - 1]) for number in numbers]
    if span.start.line > key.start.line and all(dashes):
        places = (
            Position(number, dash.end() + 1)
            for number, dash in zip(numbers, dashes, strict=True)
            if dash is not None
        )
        return tuple(Edit(Span(span.file, place, place), " ") for place in places)
    is_block = _BEFORE_KEY.fullmatch(lines[key.start.line - 1][: key.start.column - 1])
    if is_block is None or len(numbers) > 1:
        return ()
    return renamed(entry, entry.key.value, as_list=True)
