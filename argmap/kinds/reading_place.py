"""Where a picture is read: a width in pixels, or a sheet."""

from argmap.destinations import NARROWEST_FIT, SHEET_NAMES, WIDEST_FIT
from argmap.document import Node
from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema
from argmap.kinds.single import Single
from argmap.kinds.whole import Whole
from argmap.suggestions import did_you_mean, only_near

_WIDTH = Whole(NARROWEST_FIT, WIDEST_FIT, SHEET_NAMES)


class ReadingPlace(Single):
    """A width in pixels, or the name of a sheet; its value is a text, without zeros before it."""

    __slots__ = ()

    wanted = "a number"

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with the name of a place, or None."""
        if _WIDTH.complaint(value, name) is None:
            return None
        hint = did_you_mean(value, SHEET_NAMES)
        wanted = f"a width from {NARROWEST_FIT} to {WIDEST_FIT} pixels"
        return f"{quoted(value)} is not {wanted}, nor one of {', '.join(SHEET_NAMES)}{hint}", None

    def meant(self, value: str) -> str | None:
        """Return the name of the sheet that is meant, or None."""
        return only_near(value, SHEET_NAMES)

    def value(self, node: Node) -> str:
        """Return the name of the place."""
        return str(_WIDTH.value(node))

    def schema(self) -> Schema:
        """Return the schema of widths and names of sheets."""
        return _WIDTH.schema()

    def manual(self) -> str:
        """Return what a place is called in the manual, and the names of the sheets."""
        return _WIDTH.manual()
