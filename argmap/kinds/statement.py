"""A claim, or a reference to one."""

from dataclasses import dataclass

from argmap.document import Node, Scalar
from argmap.faults import FaultLog
from argmap.kinds.kind import Schema, definition
from argmap.kinds.manual_links import manual_link
from argmap.source import Span

DEFINITION: Schema = {
    "description": "A text, or a claim or a reference.",
    "if": {"type": "object"},
    "then": {
        "if": {"required": ["ref"]},
        "then": definition("reference"),
        "else": {
            "if": {"required": ["text"]},
            "then": definition("claim"),
            "else": {"required": ["text"], **definition("claim")},
        },
    },
    "else": definition("text"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, or a reference to one."""

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Node:
        """Return the node: those who read statements look into it."""
        return node

    def value(self, node: Node) -> Node:
        """Return the node: those who read it look into it."""
        return node

    def from_word(self, text: str, span: Span) -> Node:
        """Return the word as a scalar."""
        return Scalar(text, span, plain=False)

    def schema(self) -> Schema:
        """Return the reference to the definition of statements."""
        return definition("statement")

    def manual(self) -> str:
        """Return what a statement is called in the manual."""
        return manual_link("claim")
