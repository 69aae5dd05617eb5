"""Faults that follow from other faults: what stands in lines that could not be read is not gone."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from argmap.diagnostics import Diagnostic
from argmap.document import Document, Mapping, Node, Scalar
from argmap.document import Sequence as SequenceNode
from argmap.document.recovery import Lost
from argmap.faults import Fault
from argmap.values import canonical

# What is told of a place where something else is expected, and may stand in lines that are lost.
_OF_ABSENCE = frozenset((Fault.MISSING_TEXT, Fault.EMPTY_TEXT, Fault.WRONG_KIND))
_OF_THE_START = frozenset((Fault.NOT_A_MAP, Fault.UNSUPPORTED_VERSION))
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
    faults = tuple(faults)
    lines = document.text.split("\n") if faults else []
    ids = _ids(document.root) if any(one.code in _OF_A_NAME for one in faults) else frozenset()
    ids = ids.difference(known)
    words = frozenset(chain.from_iterable(_words(one.text) for one in document.lost))
    syntax = [one for one in document.diagnostics if one.code == Fault.YAML_SYNTAX]
    is_whole = not document.lost and all(one.code in _OF_A_NAME for one in faults)
    kept = []
    for fault in faults:
        if fault.code in _OF_THE_START and "argmap" in words:
            continue
        if (
            fault.code in _OF_A_NAME
            and not is_whole
            and (_may_be_known(_written(fault, lines), ids, words))
        ):
            continue
        if fault.code in _OF_ABSENCE and _may_be_lost(fault, document.lost, lines):
            continue
        if not _is_told(fault, syntax):
            kept.append(fault)
    return tuple(kept)


def _is_told(fault: Diagnostic, known: Iterable[Diagnostic]) -> bool:
    """Return whether a text stands in the place of a list because of a fault of its lines."""
    return fault.code == Fault.WRONG_KIND and any(
        fault.span.start < other.span.start < fault.span.end for other in known
    )


def _written(fault: Diagnostic, lines: Sequence[str]) -> str:
    start, end = fault.span.start, fault.span.end
    return lines[start.line - 1][start.column - 1 : end.column - 1].strip("\"'")


def _may_be_known(name: str, ids: frozenset[str], words: frozenset[str]) -> bool:
    """Return whether what a fault does not know may be named where nothing was read."""
    return name in ids or _COUNTED.fullmatch(name) is not None or words.issuperset(_words(name))


def _may_be_lost(fault: Diagnostic, lost: Iterable[Lost], lines: Sequence[str]) -> bool:
    """Return whether what is missing stands in lines that could not be read."""
    first, last = fault.span.start.line, fault.span.end.line
    above, below = range(first - 1, 0, -1), range(last + 1, len(lines) + 1)
    before = next((number for number in above if lines[number - 1].strip()), first)
    following = next((number for number in below if lines[number - 1].strip()), last)
    return any(one.first <= following and before <= one.last for one in lost)


def _words(text: str) -> list[str]:
    return _WORDS.findall(canonical(canonical(text).lower()))


def _ids(root: Node | None) -> frozenset[str]:
    """Return what is given as an id anywhere in a tree, read or not, and the keys of sources."""
    found = set()
    waiting: list[Node] = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, SequenceNode):
            waiting.extend(node.items)
        elif isinstance(node, Mapping):
            for entry in node.entries:
                if entry.key.value == "id" and isinstance(entry.value, Scalar):
                    found.add(entry.value.value)
                elif entry.key.value == "sources" and isinstance(entry.value, Mapping):
                    found.update(one.key.value for one in entry.value.entries)
                waiting.append(entry.value)
    return frozenset(found)
