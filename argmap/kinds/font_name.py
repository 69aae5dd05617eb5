"""The name of a face."""

from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.single import Single
from argmap.values import is_font_name


class FontName(Single):
    """The name of a face: letters, digits, spaces and hyphens."""

    __slots__ = ()

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with the name of a face and what to write, or None."""
        advice = "use letters, digits, spaces and hyphens; write each name on its own"
        sound = is_font_name(value)
        return None if sound else (f"{quoted(value)} is not the name of a face", advice)

    def schema(self) -> Schema:
        """Return the schema of names of faces."""
        return {"type": "string", "pattern": r"^[^\W_][\w -]*$"}

    def manual(self) -> str:
        """Return what the name of a face is called in the manual."""
        return "name of a face"
