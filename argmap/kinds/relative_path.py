"""The path of a file, from the folder of the map."""

from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.single import Single
from argmap.values import is_relative_path


class RelativePath(Single):
    """The path of a file, from the folder of the map."""

    __slots__ = ()

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a path and what to write, or None."""
        advice = "write the path from the folder of the map"
        sound = is_relative_path(value)
        return None if sound else (f"{quoted(value)} is not a relative path", advice)

    def schema(self) -> Schema:
        """Return the schema of relative paths."""
        return {"type": "string", "pattern": r"^(?![/\\~]|[A-Za-z]:).*\S"}

    def manual(self) -> str:
        """Return what a path is called in the manual."""
        return "path from the folder of the map"
