"""An address that a map may lead to."""

from dataclasses import dataclass

from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.single import Single
from argmap.values import is_link

_PATTERN = r"^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]):\S*$"
_RELATIVE_PATTERN = r"^(?!//|\\|[A-Za-z][A-Za-z0-9+.-]*:)\S+$"


@dataclass(frozen=True, slots=True)
class Link(Single):
    """A web or mail address; with `relative` also a path from where the map is shown."""

    relative: bool

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with an address and what to write, or None."""
        advice = "write an address that begins with https://, http:// or mailto:"
        sound = is_link(value, relative=self.relative)
        return None if sound else (f"{quoted(value)} is not a link that a map may hold", advice)

    def schema(self) -> Schema:
        """Return the schema of addresses, and of paths where they are allowed."""
        absolute: Schema = {"type": "string", "pattern": _PATTERN}
        relative: Schema = {"type": "string", "pattern": _RELATIVE_PATTERN}
        return {"anyOf": [absolute, relative]} if self.relative else absolute

    def manual(self) -> str:
        """Return what an address is called in the manual."""
        return "web or mail address" + (", or a relative path" if self.relative else "")
