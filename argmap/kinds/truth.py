"""True or false."""

from dataclasses import dataclass

from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.single import Single

TRUE, FALSE = ("true", "yes", "on"), ("false", "no", "off")


@dataclass(frozen=True, slots=True)
class Truth(Single):
    """True or false."""

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a truth value, or None."""
        sound = value in (*TRUE, *FALSE)
        return None if sound else (f"{quoted(value)} is neither true nor false", None)

    def schema(self) -> Schema:
        """Return the schema of truth values."""
        return {"type": "boolean"}

    def manual(self) -> str:
        """Return the two values as the manual shows them."""
        return "`true` or `false`"
