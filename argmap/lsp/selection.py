"""`textDocument/selectionRange`: what is selected when a selection is made wider, step by step."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from argmap.document import nodes
from argmap.lsp.documents import OpenText
from argmap.source import Position, Span

_WORD = re.compile(r"[\w-]+")
# Editors and their libraries go through what stands around by recursion.
MOST = 100


def selection(document: OpenText, places: Iterable[types.Position]) -> list[types.SelectionRange]:
    """Return for each place the word there, and all that stands around it up to the whole text."""
    return [_chain(document, place) for place in places]


def _chain(document: OpenText, place: types.Position) -> types.SelectionRange:
    border = document.border
    position = border.to_ours(place)
    found = types.SelectionRange(border.whole)
    inner = [border.range_of(one) for one in _around(document, position)]
    for one in inner[-MOST:]:
        if one != found.range and _holds(found.range, one):
            found = types.SelectionRange(one, parent=found)
    return found


def _around(document: OpenText, position: Position) -> Iterator[Span]:
    """Yield what holds a position, from the outside in."""
    lines = document.border.lines
    node = document.tree.root
    while node is not None:
        yield _trimmed(node.span, lines)
        inner: nodes.Node | None = None
        for part in _parts(node):
            whole = _trimmed(part[0].span.to(part[-1].span), lines)
            if whole.start <= position <= whole.end:
                yield whole
                inner = next((one for one in part if _has(one, position, lines)), None)
                break
        node = inner
    line = lines[position.line - 1]
    yield _on_line(document, position.line, len(line) - len(line.lstrip()), len(line.rstrip()))
    for word in _WORD.finditer(line):
        if word.start() <= position.column - 1 <= word.end():
            yield _on_line(document, position.line, *word.span())


def _parts(node: nodes.Node) -> Iterator[tuple[nodes.Node, ...]]:
    """Yield the items of a list, and the keys of a mapping with what stands under them."""
    if isinstance(node, nodes.Sequence):
        yield from ((one,) for one in node.items)
    elif isinstance(node, nodes.Mapping):
        yield from ((one.key, one.value) for one in node.entries)


def _has(node: nodes.Node, position: Position, lines: Sequence[str]) -> bool:
    span = _trimmed(node.span, lines)
    return span.start <= position <= span.end


def _trimmed(span: Span, lines: Sequence[str]) -> Span:
    """Return a span without the blank lines and the indentation that it ends in."""
    line, column = span.end
    while line > span.start.line and not lines[line - 1][: column - 1].strip():
        line -= 1
        column = len(lines[line - 1]) + 1
    return Span(span.file, span.start, max(span.start, Position(line, column)))


def _on_line(document: OpenText, line: int, start: int, end: int) -> Span:
    return Span(document.name, Position(line, start + 1), Position(line, max(start, end) + 1))


def _holds(outer: types.Range, inner: types.Range) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
