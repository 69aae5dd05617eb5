"""A claim, or a reference to one."""

from argmap.kinds.kind import Schema, definition
from argmap.kinds.looked_into import LookedInto, told_apart
from argmap.kinds.manual_links import manual_link

DEFINITION: Schema = told_apart(
    "A text, or a claim or a reference.", otherwise={"required": ["text"], **definition("claim")}
)


class Statement(LookedInto):
    """A claim, or a reference to one."""

    __slots__ = ()

    def schema(self) -> Schema:
        """Return the reference to the definition of statements."""
        return definition("statement")

    def manual(self) -> str:
        """Return what a statement is called in the manual."""
        return manual_link("claim")
