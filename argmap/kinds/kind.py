"""What every kind of value can do, and the words in which the values themselves are described."""

from typing import Any, Protocol

from argmap.document import Mapping, Node, Sequence
from argmap.faults import FaultLog
from argmap.source import Span

Schema = dict[str, object]
# What is wrong with a value, and what to write instead where that can be said.
Complaint = tuple[str, str | None]


class Kind(Protocol):
    """The shape of a kind: what may stand under a key."""

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Node | None:
        """Return what of the value under the key `name` is sound; None after reporting it."""
        ...

    def value(self, node: Node) -> Any:
        """Return what a sound node says, as a value: a text, a number, a tuple."""
        ...

    def from_word(self, text: str, span: Span) -> Node:
        """Return the node that one word of a command line or a document stands for."""
        ...

    def schema(self) -> Schema:
        """Return the JSON Schema of such values."""
        ...

    def manual(self) -> str:
        """Return what such values are in the words of the manual, in Markdown."""
        ...


def called(node: Node) -> str:
    """Return what an author would call the node."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a mapping with keys"
    return "nothing" if node.absent else "a text"


def definition(name: str) -> Schema:
    """Return the schema that refers to a definition by its name."""
    return {"$ref": f"#/$defs/{name}"}


def shown_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words as the manual shows what is typed."""
    return tuple(f"`{word}`" for word in words)
