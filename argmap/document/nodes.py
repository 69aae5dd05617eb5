"""The tree that a document is parsed into: frozen values with spans."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.source import Span


class Scalar(NamedTuple):
    """One text, number or word, as written. `plain` says that it stands without quotes."""

    value: str
    span: Span
    plain: bool = True

    @property
    def absent(self) -> bool:
        """Return whether nothing is written here: an empty place or `~`."""
        return self.plain and self.value in ("", "~")


class Sequence(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    span: Span


class Entry(NamedTuple):
    """One key of a mapping and what stands under it."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Keys and values in the order of the file; every key occurs once."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return what stands under `key`, or None where the key does not occur."""
        for entry in self.entries:
            if entry.key.value == key:
                return entry.value
        return None


Node = Scalar | Sequence | Mapping


def entries_in(root: Node | None) -> Iterator[Entry]:
    """Yield every entry of a tree, however deep; in no order that means anything."""
    waiting: list[Node] = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting.extend(node.items)
        elif isinstance(node, Mapping):
            waiting.extend(entry.value for entry in node.entries)
            yield from node.entries
