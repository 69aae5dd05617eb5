"""What is written in more than one form, and looked into by those who read it."""

from argmap.document import Node, Scalar
from argmap.faults import FaultLog
from argmap.kinds.kind import Schema, definition
from argmap.source import Span


class LookedInto:
    """A kind whose values are nodes, which their readers take apart and check."""

    __slots__ = ()

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Node | None:
        """Return the node, as far as its outer form is sound; None after reporting otherwise."""
        return node

    def value(self, node: Node) -> Node:
        """Return the node itself."""
        return node

    def from_word(self, text: str, span: Span) -> Node:
        """Return the word as a scalar."""
        return Scalar(text, span, plain=False)


def told_apart(description: str, *, otherwise: Schema) -> Schema:
    """Return the schema of a text, a reference, a claim or, `otherwise`, what has no text."""
    claim_or_other = {
        "if": {"required": ["text"]},
        "then": definition("claim"),
        "else": otherwise,
    }
    return {
        "description": description,
        "if": {"type": "object"},
        "then": {
            "if": {"required": ["ref"]},
            "then": definition("reference"),
            "else": claim_or_other,
        },
        "else": definition("text"),
    }
