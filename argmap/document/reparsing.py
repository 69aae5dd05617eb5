"""A document after a change: only the items and entries around it are parsed again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence as ListOf
from typing import NamedTuple

import yaml

from argmap.document import loaders
from argmap.document.moving import moved
from argmap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.parsing import Document, parse
from argmap.document.reading import MOST_PARTS, prepare
from argmap.document.tree import (
    DEEPEST,
    MOST_DENSE_NODES,
    OF_A_MAP,
    StopError,
    TreeBuilder,
)
from argmap.faults import FaultLog, TooManyFaultsError
from argmap.source import Span

# What speaks of the whole document, wherever it stands.
_OUTSIDE = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
_DASH = re.compile(r" *- +")
# A list stands under a key, so that what is parsed is a mapping.
_ABOVE = "x:\n"
# So few lines are parsed at once, whichever way.
_FEW = 100


class _Run(NamedTuple):
    """Items of a list, or entries of a mapping, that fill whole lines around a change.

    `way` are the containers from the root to the one in which they are, each with the number of
    the part that leads on; `first` and `last` are numbers of parts, `begin` and `end` of lines,
    and the last of both is not among them.
    """

    way: tuple[tuple[Mapping | Sequence, int], ...]
    container: Mapping | Sequence
    first: int
    last: int
    begin: int
    end: int


class _Lines(NamedTuple):
    """The lines of a new text as they are read, and as the parser gets them."""

    read: ListOf[str]
    parsed: ListOf[str]


def reparsed(before: Document, data: bytes | str, *, file: str) -> Document:
    """Return what `parse` returns of `data`, sooner if that is much like the text `before`.

    Where the text before has faults, or the change is more than of a few items and entries, all is
    parsed again.
    """
    prepared = prepare(data, file=file, log=(log := FaultLog()), most_parts=MOST_PARTS)
    is_plain = prepared.data is not None and b"<<<<<<<" not in prepared.data
    if log.diagnostics or not is_plain or prepared.indented or not _is_sound(before, file):
        return parse(data, file=file)
    if prepared.text == before.text:
        return before
    # A shorter text cannot have too many parts.
    if len(prepared.text) < MOST_DENSE_NODES and prepared.data is not None:
        old = _lines(before.text)
        new = _Lines(_lines(prepared.text), _lines(prepared.data.decode()))
        above, below = _alike(old, new.read)
        by = len(new.read) - len(old)
        high = len(old) - below + 1
        # What is put in behind a part is often a part of the same list, or of what lies in it.
        for run in (
            *_runs(before, old, above + 1, high)[-1:],
            *_runs(before, old, above, high)[-2:][::-1],
        ):
            # A run of most lines takes as long as all of them, and has to be moved besides.
            is_small = 2 * (run.end - run.begin) < len(old)
            root = _spliced(run, new, by, file) if is_small or len(old) < _FEW else None
            if root is not None:
                return Document(file, prepared.text, root)
    return parse(data, file=file)


def _is_sound(before: Document, file: str) -> bool:
    is_whole = isinstance(before.root, Mapping) and bool(before.root.entries)
    return is_whole and before.file == file and not (before.diagnostics or before.lost)


def _lines(text: str) -> list[str]:
    # Each text that is parsed ends with a line end.
    return text.split("\n")[:-1]


def _alike(old: ListOf[str], new: ListOf[str]) -> tuple[int, int]:
    """Return how many lines are the same from the top on, and how many others from the end on."""
    most = min(len(old), len(new))
    above = next((n for n in range(most) if old[n] != new[n]), most)
    most -= above
    below = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return above, below


def _runs(before: Document, lines: ListOf[str], low: int, high: int) -> list[_Run]:
    """Return what can be parsed again for a change of the lines from `low` to before `high`.

    The innermost is the last.
    """
    runs: list[_Run] = []
    way: tuple[tuple[Mapping | Sequence, int], ...] = ()
    node, end = before.root, len(lines) + 1
    while isinstance(node, Mapping | Sequence):
        # The line at which each part begins that stands there alone, with its number.
        starts = _starts(node, lines)
        numbers, begins = [n for n, _ in starts], [line for _, line in starts]
        at = bisect_right(begins, low) - 1
        if at < 0:
            break
        behind = max(bisect_left(begins, high), at + 1)
        is_last = behind == len(begins)
        last = _count(node) if is_last else numbers[behind]
        end = end if is_last else begins[behind]
        first = numbers[at]
        runs.append(_Run(way, node, first, last, begins[at], end))
        if last > first + 1:
            break
        way = (*way, (node, first))
        node = node.entries[first].value if isinstance(node, Mapping) else node.items[first]
    return runs


def _starts(node: Mapping | Sequence, lines: ListOf[str]) -> list[tuple[int, int]]:
    """Return the numbers of the parts that begin a line, and the lines."""
    column, found = node.span.start.column, []
    if isinstance(node, Mapping):
        for number, entry in enumerate(node.entries):
            start = entry.key.span.start
            if start.column == column and not lines[start.line - 1][: column - 1].strip(" "):
                found.append((number, start.line))
        return [] if _is_flow(node, lines) else found
    for number, item in enumerate(node.items):
        start = item.span.start
        dash = _DASH.fullmatch(lines[start.line - 1][: start.column - 1])
        if dash is not None and dash.group().index("-") == column - 1:
            found.append((number, start.line))
    return [] if _is_flow(node, lines) else found


def _is_flow(node: Mapping | Sequence, lines: ListOf[str]) -> bool:
    line, column = node.span.start
    return lines[line - 1][column - 1 : column] in ("{", "[")


def _count(node: Mapping | Sequence) -> int:
    return len(node.entries if isinstance(node, Mapping) else node.items)


def _spliced(run: _Run, new: _Lines, by: int, file: str) -> Mapping | None:
    """Return the new root, None where the lines of a run are not parts of it alone."""
    found = _parsed(run, new, by, file)
    if found is None or len(run.way) + _depth(found) > DEEPEST:
        return None
    if isinstance(found, Mapping) and isinstance(run.container, Mapping):
        kept = (*run.container.entries[: run.first], *run.container.entries[run.last :])
        if not {one.key.value for one in kept}.isdisjoint(one.key.value for one in found.entries):
            return None
    node: Node = _with_parts(run.container, run.first, run.last, found, by)
    for container, number in reversed(run.way):
        if isinstance(container, Mapping):
            part: Node = Mapping((Entry(container.entries[number].key, node),), container.span)
        else:
            part = Sequence((node,), container.span)
        node = _with_parts(container, number, number + 1, part, by)
    return node if isinstance(node, Mapping) else None


def _parsed(run: _Run, new: _Lines, by: int, file: str) -> Mapping | Sequence | None:
    """Return what stands in the lines of a run, as a container of its own."""
    column = run.container.span.start.column
    is_list = isinstance(run.container, Sequence)
    above = _ABOVE if is_list or column > 1 else ""
    text, parsed = (
        above + "".join(f"{line}\n" for line in lines[run.begin - 1 : run.end + by - 1])
        for lines in new
    )
    if _OUTSIDE.search(text) or (is_list and new.read[run.begin - 1][column - 1 : column] != "-"):
        return None
    builder = TreeBuilder(text, file, log := FaultLog(), OF_A_MAP)
    try:
        builder.build(loaders.FASTEST, parsed.encode())
    except (StopError, TooManyFaultsError, yaml.YAMLError, ValueError, OverflowError):
        return None
    node = builder.root
    if log.diagnostics or builder.gaps or not isinstance(node, Mapping):
        return None
    if above:
        node = node.entries[0].value if len(node.entries) == 1 else None
    if not isinstance(node, Mapping | Sequence) or isinstance(node, Sequence) is not is_list:
        return None
    if node.span.start != (1 + len(above) // len(_ABOVE), column):
        return None
    if isinstance(node, Mapping) and node.entries[0].key.span.start != node.span.start:
        return None
    return moved(node, run.begin - 1 - len(above) // len(_ABOVE))


def _with_parts(
    container: Mapping | Sequence, first: int, last: int, new: Node, by: int
) -> Mapping | Sequence:
    """Return a container with new parts in place of some; those behind are so far further down."""
    span = container.span
    if isinstance(container, Mapping):
        assert isinstance(new, Mapping), "a run is of one kind"
        behind = moved(Mapping(container.entries[last:], span), by)
        entries = (*container.entries[:first], *new.entries, *behind.entries)
        return Mapping(entries, _ending(span, entries[-1].value))
    assert isinstance(new, Sequence), "a run is of one kind"
    items = (
        *container.items[:first],
        *new.items,
        *moved(Sequence(container.items[last:], span), by).items,
    )
    return Sequence(items, _ending(span, items[-1]))


def _ending(span: Span, last: Node) -> Span:
    """Return where a container stands that ends with its last part."""
    return Span(span.file, span.start, max(span.start, last.span.end))


def _depth(root: Node) -> int:
    """Return how many containers lie in each other."""
    deepest = 0
    waiting = [(root, 1)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, Scalar):
            continue
        deepest = max(deepest, depth)
        parts = node.items if isinstance(node, Sequence) else [e.value for e in node.entries]
        waiting += [(part, depth + 1) for part in parts]
    return deepest
