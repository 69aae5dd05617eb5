"""One item, or a list of them."""

from dataclasses import dataclass
from typing import Any

from argmap.document import Node, Sequence
from argmap.faults import FaultLog
from argmap.kinds.kind import Kind, Schema
from argmap.kinds.list_of import checked_items, items_of, listed
from argmap.source import Span


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One item, or a list of them."""

    item: Kind

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Node | None:
        """Return the sound item, or the list of those that are sound."""
        if isinstance(node, Sequence):
            return checked_items(node, self.item, name, log=log)
        return self.item.checked(node, name, log=log)

    def value(self, node: Node) -> Any:
        """Return the items as a tuple."""
        return items_of(node, self.item)

    def from_word(self, text: str, span: Span) -> Node:
        """Return the list of what stands between commas."""
        return listed(text, self.item, span)

    def schema(self) -> Schema:
        """Return the schema of an item and of a list of them."""
        items = {"type": "array", "items": self.item.schema()}
        return {"if": {"type": "array"}, "then": items, "else": self.item.schema()}

    def manual(self) -> str:
        """Return what the item is called in the manual, and that it may be a list."""
        return f"{self.item.manual()}; or a list"
