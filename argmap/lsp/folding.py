"""`textDocument/foldingRange`: what stands below a key or in an item, long texts and comments."""

from collections.abc import Iterator
from collections.abc import Sequence as Lines

from lsprotocol import types

from argmap.document.nodes import Mapping, Node, Sequence
from argmap.lsp.documents import OpenText


def folding(document: OpenText) -> list[types.FoldingRange]:
    """Return what can be folded: one range for each line, the longest that begins there."""
    lines = document.border.lines
    found: dict[int, int] = {}
    for first, last in _values(document.tree.root):
        while last > first and not lines[min(last, len(lines) - 1)].strip():
            last -= 1
        if last > first:
            found[first] = max(last, found.get(first, 0))
    ranges = [types.FoldingRange(first, last) for first, last in found.items()]
    kind = types.FoldingRangeKind.Comment
    ranges += [types.FoldingRange(a, b, kind=kind) for a, b in _comments(lines)]
    return sorted(ranges, key=lambda one: (one.start_line, one.end_line))


def _values(root: Node | None) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each item and entry, counted from 0."""
    waiting: list[Node] = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            for entry in node.entries:
                yield entry.key.span.start.line - 1, _last(entry.value)
                waiting.append(entry.value)
        elif isinstance(node, Sequence):
            for item in node.items:
                yield item.span.start.line - 1, _last(item)
                waiting.append(item)


def _last(node: Node) -> int:
    end = node.span.end
    # What ends at the beginning of a line ends with the one before.
    return end.line - 1 - (end.column == 1)


def _comments(lines: Lines[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of several comments below each other."""
    first: int | None = None
    for number, line in enumerate((*lines, "")):
        if line.lstrip().startswith("#"):
            first = number if first is None else first
        elif first is not None:
            if number - 1 > first:
                yield first, number - 1
            first = None
