"""A colour such as `#1b9e77`."""

from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.single import Single
from argmap.values import is_colour


class Colour(Single):
    """A colour such as `#1b9e77`."""

    __slots__ = ()

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a colour and what to write, or None."""
        advice = "write # and six hexadecimal digits, such as “#1b9e77”, in quotes"
        return None if is_colour(value) else (f"{quoted(value)} is not a colour", advice)

    def schema(self) -> Schema:
        """Return the schema of colours."""
        return {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}

    def manual(self) -> str:
        """Return what a colour is called in the manual."""
        return "colour such as `#1b9e77`"
