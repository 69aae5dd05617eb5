"""A number within limits."""

from dataclasses import dataclass
from typing import Any

from argmap.document import Node
from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.numerals import number_in, pointed, with_point
from argmap.kinds.single import Single, text_in


@dataclass(frozen=True, slots=True)
class Number(Single):
    """A number within limits, both included."""

    wanted = "a number"

    least: float
    most: float

    @property
    def _range(self) -> str:
        return f"number from {self.least:g} to {self.most:g}"

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a number and how to write it, or None."""
        number = number_in(value)
        if number is not None and self.least <= number <= self.most:
            return None
        return f"{quoted(value)} is not a {self._range}", with_point(value)

    def meant(self, value: str) -> str | None:
        """Return the number that is written with a comma, or None."""
        return pointed(value) if with_point(value) else None

    def value(self, node: Node) -> Any:
        """Return the number."""
        return float(text_in(node))

    def schema(self) -> Schema:
        """Return the schema of numbers within the limits."""
        return {"type": "number", "minimum": self.least, "maximum": self.most}

    def manual(self) -> str:
        """Return what the number is called in the manual."""
        return self._range
