"""A claim, or a reference to one."""

from dataclasses import dataclass

from argmap.document import Node
from argmap.faults import FaultLog
from argmap.kinds.kind import Schema, definition
from argmap.kinds.manual_links import manual_link

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

    def schema(self) -> Schema:
        """Return the reference to the definition of statements."""
        return definition("statement")

    def manual(self) -> str:
        """Return what a statement is called in the manual."""
        return manual_link("claim")
