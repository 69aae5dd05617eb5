"""An argument, or a claim or a reference that stands for the argument it makes."""

from dataclasses import dataclass

from argmap.document import Node, Scalar
from argmap.faults import FaultLog
from argmap.kinds.kind import Schema, definition
from argmap.kinds.manual_links import manual_link
from argmap.source import Span

DEFINITION: Schema = {
    "description": "A text, or a claim or a reference or an argument.",
    "if": {"type": "object"},
    "then": {
        "if": {"required": ["ref"]},
        "then": definition("reference"),
        "else": {
            "if": {"required": ["text"]},
            "then": definition("claim"),
            "else": definition("argument"),
        },
    },
    "else": definition("text"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """An argument, or a claim or reference that stands for the argument it makes."""

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Node:
        """Return the node: those who read reasons look into it."""
        return node

    def value(self, node: Node) -> Node:
        """Return the node: those who read it look into it."""
        return node

    def from_word(self, text: str, span: Span) -> Node:
        """Return the word as a scalar."""
        return Scalar(text, span, plain=False)

    def schema(self) -> Schema:
        """Return the reference to the definition of reasons."""
        return definition("reason")

    def manual(self) -> str:
        """Return what a reason is called in the manual."""
        return f"{manual_link('argument')} or {manual_link('claim')}"
