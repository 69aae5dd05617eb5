"""An argument, or a claim or a reference that stands for the argument it makes."""

from argmap.kinds.kind import Schema, definition
from argmap.kinds.looked_into import LookedInto, told_apart
from argmap.kinds.manual_links import manual_link

DEFINITION: Schema = told_apart(
    "A text, or a claim or a reference or an argument.", otherwise=definition("argument")
)


class Reason(LookedInto):
    """An argument, or a claim or reference that stands for the argument it makes."""

    __slots__ = ()

    def schema(self) -> Schema:
        """Return the reference to the definition of reasons."""
        return definition("reason")

    def manual(self) -> str:
        """Return what a reason is called in the manual."""
        return f"{manual_link('argument')} or {manual_link('claim')}"
