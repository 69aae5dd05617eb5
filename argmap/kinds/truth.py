"""True or false."""

from typing import Any

from argmap.document import Node
from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.single import Single, text_in

TRUE, FALSE = ("true", "yes", "on"), ("false", "no", "off")


class Truth(Single):
    """True or false."""

    __slots__ = ()

    wanted = "true or false"

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a truth value, or None."""
        sound = value in (*TRUE, *FALSE)
        return None if sound else (f"{quoted(value)} is neither true nor false", None)

    def value(self, node: Node) -> Any:
        """Return whether it is true."""
        return text_in(node) in TRUE

    def schema(self) -> Schema:
        """Return the schema of truth values."""
        return {"type": "boolean"}

    def manual(self) -> str:
        """Return the two values as the manual shows them."""
        return "`true` or `false`"
