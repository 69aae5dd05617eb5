"""A list of items."""

import re
from dataclasses import dataclass
from typing import Any

from argmap.document import Node, Scalar, Sequence
from argmap.document.quoting import as_scalar
from argmap.faults import Fault, FaultLog
from argmap.kinds.kind import Kind, Schema, called
from argmap.source import Span

_DASH_ALONE = re.compile(r"-\w")
_LONGEST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of at least `least` items, and at most `most` where there is such a limit."""

    item: Kind
    least: int = 0
    most: int | None = None

    def checked(self, node: Node, name: str, *, log: FaultLog) -> Sequence | None:
        """Return the list of the items that are sound; None after reporting where it is none."""
        if not isinstance(node, Sequence):
            message = f"“{name}” should be a list, not {called(node)}"
            log.report(Fault.WRONG_KIND, node.span, message, help=_as_list(node, name))
            return None
        if len(node.items) < self.least:
            message = f"“{name}” is empty; it needs at least one item"
            if node.items:
                message = f"“{name}” needs {self.least} items"
            log.report(Fault.BAD_VALUE, node.span, message)
            return None
        if self.most is not None and len(node.items) > self.most:
            message = f"“{name}” has {len(node.items)} items; it takes {self.most}"
            log.report(Fault.BAD_VALUE, node.span, message)
            return None
        return checked_items(node, self.item, name, log=log)

    def value(self, node: Node) -> Any:
        """Return the items as a tuple."""
        return items_of(node, self.item)

    def from_word(self, text: str, span: Span) -> Node:
        """Return the list of what stands between commas."""
        return listed(text, self.item, span)

    def schema(self) -> Schema:
        """Return the schema of such lists."""
        most = {} if self.most is None else {"maxItems": self.most}
        return {"type": "array", "items": self.item.schema(), "minItems": self.least, **most}

    def manual(self) -> str:
        """Return what the list is called in the manual."""
        return f"list of: {self.item.manual()}"


def checked_items(node: Sequence, kind: Kind, name: str, *, log: FaultLog) -> Sequence:
    """Return the list of those items that are of the kind, reporting the others."""
    checked = (kind.checked(item, name, log=log) for item in node.items)
    return Sequence(tuple(item for item in checked if item is not None), node.span)


def items_of(node: Node, kind: Kind) -> tuple[Any, ...]:
    """Return the values of the items of a list; a lone item is a list of one."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(kind.value(item) for item in items)


def listed(text: str, kind: Kind, span: Span) -> Sequence:
    """Return the list of what stands between the commas of a word."""
    return Sequence(tuple(kind.from_word(one.strip(), span) for one in text.split(",")), span)


def _as_list(node: Node, name: str) -> str:
    advice = "write each item on a line of its own, with “- ” before it"
    if not isinstance(node, Scalar) or len(node.value) > _LONGEST_SHOWN:
        return advice
    if node.absent:
        return f"{advice}, or remove “{name}:”"
    if node.plain and _DASH_ALONE.match(node.value):
        return "a space is missing after the dash: write “- ” before each item"
    return "\n".join([f"{advice}:", f"{name}:", f"  - {as_scalar(node.value)}"])
