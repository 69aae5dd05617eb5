"""A citation: the key of a source, or a place in one."""

from dataclasses import dataclass

from argmap.document import Node, Scalar
from argmap.faults import FaultLog
from argmap.kinds.kind import Schema, definition
from argmap.kinds.manual_links import manual_link
from argmap.source import Span

DEFINITION: Schema = {
    "description": "The key of a source, or a place in one.",
    "if": {"type": "object"},
    "then": definition("citation"),
    "else": definition("identifier"),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: the key of a source, or a mapping with `ref`."""

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Node:
        """Return the node: those who read citations look into it."""
        return node

    def value(self, node: Node) -> Node:
        """Return the node: those who read it look into it."""
        return node

    def from_word(self, text: str, span: Span) -> Node:
        """Return the word as a scalar."""
        return Scalar(text, span, plain=False)

    def schema(self) -> Schema:
        """Return the reference to the definition of citations."""
        return definition("cited")

    def manual(self) -> str:
        """Return what a citation is called in the manual."""
        return manual_link("citation")
