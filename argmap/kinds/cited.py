"""A citation: the key of a source, or a place in one."""

from argmap.kinds.kind import Schema, definition
from argmap.kinds.looked_into import LookedInto
from argmap.kinds.manual_links import manual_link

DEFINITION: Schema = {
    "description": "The key of a source, or a place in one.",
    "if": {"type": "object"},
    "then": definition("citation"),
    "else": definition("path"),
}


class Cited(LookedInto):
    """A citation: the key of a source, or a mapping with `ref`."""

    __slots__ = ()

    def schema(self) -> Schema:
        """Return the reference to the definition of citations."""
        return definition("cited")

    def manual(self) -> str:
        """Return what a citation is called in the manual."""
        return manual_link("citation")
