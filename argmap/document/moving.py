"""Nodes as they would be some lines further down."""

from typing import TypeVar, cast

from argmap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from argmap.source import Position, Span

_Container = TypeVar("_Container", bound=Mapping | Sequence)


def moved(node: _Container, by: int) -> _Container:
    """Return a node with all that is in it so many lines further down, or up."""
    if not by:
        return node
    done: list[Node] = []
    waiting: list[tuple[Node, bool]] = [(node, False)]
    while waiting:
        one, is_open = waiting.pop()
        if isinstance(one, Scalar):
            done.append(Scalar(one.value, _moved(one.span, by), one.plain))
            continue
        parts = _parts(one)
        if not is_open:
            waiting.append((one, True))
            waiting += [(part, False) for part in reversed(parts)]
            continue
        first = len(done) - len(parts)
        found = tuple(done[first:])
        del done[first:]
        span = _moved(one.span, by)
        done.append(Sequence(found, span) if isinstance(one, Sequence) else _mapping(found, span))
    (whole,) = done
    assert type(whole) is type(node), "each is made as it was"
    return cast(_Container, whole)


def _parts(node: Mapping | Sequence) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    return tuple(part for entry in node.entries for part in entry)


def _mapping(parts: tuple[Node, ...], span: Span) -> Mapping:
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return Mapping(
        tuple(Entry(key, value) for key, value in pairs if isinstance(key, Scalar)), span
    )


def _moved(span: Span, by: int) -> Span:
    file, (first, column), (last, behind) = span
    return Span(file, Position(first + by, column), Position(last + by, behind))
