"""Any text that shows something."""

from argmap.kinds.kind import Complaint, Schema, definition
from argmap.kinds.single import Single

# Texts may be numbers and truth values too, because the YAML loaders of editors turn `2022` and
# `no` into them, where the reader takes both as they are written.
DEFINITION: Schema = {
    "description": "Any text; it is read as it is written.",
    "anyOf": [
        {"type": "string", "pattern": r"\S"},
        {"type": ["number", "boolean"]},
    ],
}


class Text(Single):
    """Any text that shows something."""

    __slots__ = ()

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return None: every text that shows something will do."""
        return None

    def schema(self) -> Schema:
        """Return the reference to the definition of texts."""
        return definition("text")

    def manual(self) -> str:
        """Return what a text is called in the manual."""
        return "text"
