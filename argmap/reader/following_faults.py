"""Faults that follow from other faults: what stands in lines that could not be read is not gone."""

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import chain

from argmap.diagnostics import Diagnostic
from argmap.document import Document, Mapping, Node, Scalar
from argmap.document.nodes import entries_in
from argmap.faults import Fault
from argmap.source import Span
from argmap.values import canonical

# What is told of a place where something else is expected, and may stand in lines that are lost.
_OF_ABSENCE = frozenset((Fault.MISSING_TEXT, Fault.EMPTY_TEXT, Fault.WRONG_KIND))
_OF_THE_START = frozenset((Fault.NOT_A_MAP, Fault.UNSUPPORTED_VERSION))
# What the parser tells of how lines are read, or of a mapping in the place of a key.
_OF_LINES = frozenset((Fault.YAML_SYNTAX, Fault.WRONG_KIND))
_OF_A_NAME = frozenset((Fault.UNKNOWN_REFERENCE, Fault.UNKNOWN_SOURCE))
_WORDS = re.compile(r"[^\W_]+")
# A derived id that counts; what it counts may be lost.
_COUNTED = re.compile(r".*[.-][0-9]+")


def without_consequences(
    faults: Iterable[Diagnostic], document: Document, *, known: Collection[str]
) -> tuple[Diagnostic, ...]:
    """Return the faults of a map that would be there if its other faults were mended.

    `known` are the ids that were read.
    """
    found = tuple(faults)
    if not found:
        return ()
    names_only = all(one.code in _OF_A_NAME for one in found)
    unread = _Unread(document, known, is_empty=names_only and not document.diagnostics)
    return tuple(one for one in found if not unread.explains(one))


class _Unread:
    """Knows what of a document could not be read; nothing where it `is_empty`."""

    def __init__(self, document: Document, known: Collection[str], *, is_empty: bool) -> None:
        self._lines = document.text.split("\n")
        self._lost = document.lost
        self._syntax = [one.span for one in document.diagnostics if one.code in _OF_LINES]
        self._ids = _ids(document.root).difference(known)
        self._is_empty = is_empty

    @cached_property
    def _unread_words(self) -> frozenset[str]:
        """Return the words on lines that were not read, or not as they were meant."""
        at_fault = (self._lines[one.start.line - 1] for one in self._syntax)
        texts = chain((one.text for one in self._lost), at_fault)
        return frozenset(chain.from_iterable(map(_words, texts)))

    def explains(self, fault: Diagnostic) -> bool:
        """Return whether a fault follows from what could not be read."""
        if self._is_empty:
            return False
        if fault.code in _OF_THE_START:
            return "argmap" in self._unread_words
        if fault.code in _OF_A_NAME and self._may_hold(self._written(fault)):
            return True
        if fault.code in _OF_ABSENCE and self._is_lost(fault):
            return True
        return any(_tells(one, fault) for one in self._syntax)

    def _written(self, fault: Diagnostic) -> str:
        start, end = fault.span.start, fault.span.end
        return self._lines[start.line - 1][start.column - 1 : end.column - 1].strip("\"'")

    def _may_hold(self, name: str) -> bool:
        """Return whether what has this name may be what was not read."""
        is_counted = _COUNTED.fullmatch(name) is not None
        return is_counted or name in self._ids or self._unread_words.issuperset(_words(name))

    def _is_lost(self, fault: Diagnostic) -> bool:
        """Return whether what is missing may stand in lines that were left out, or what is there.

        They stand within the place of the fault or right below it, or right above a mapping that
        they begin.
        """
        first, last = fault.span.start.line, fault.span.end.line
        if fault.code == Fault.MISSING_TEXT:
            first = next(filter(self._has_content, range(first - 1, 0, -1)), first)
        below = range(last + 1, len(self._lines) + 1)
        last = next(filter(self._has_content, below), last)
        return any(one.first <= last and first <= one.last for one in self._lost)

    def _has_content(self, line: int) -> bool:
        written = self._lines[line - 1].strip()
        return bool(written) and not written.startswith("#")


def _tells(syntax: Span, fault: Diagnostic) -> bool:
    """Return whether a fault of syntax tells another: of its line, or of a text for a list."""
    if syntax.start.line == fault.span.start.line:
        return True
    is_inside = fault.span.start < syntax.start < fault.span.end
    return fault.code == Fault.WRONG_KIND and is_inside


def _words(text: str) -> list[str]:
    return _WORDS.findall(canonical(canonical(text).lower()))


def _ids(root: Node | None) -> frozenset[str]:
    """Return what is given as an id anywhere in a tree, read or not, and the keys of sources."""
    found = set()
    for entry in entries_in(root):
        if entry.key.value == "id" and isinstance(entry.value, Scalar):
            found.add(entry.value.value)
        elif entry.key.value == "sources" and isinstance(entry.value, Mapping):
            found.update(one.key.value for one in entry.value.entries)
    return frozenset(found)
