"""Ids: what claims, arguments, sources and audiences are called."""

from dataclasses import dataclass

from argmap.document import Scalar
from argmap.faults import quoted
from argmap.identifiers import slug
from argmap.kinds.kind import Complaint, Schema, definition
from argmap.kinds.single import Single
from argmap.kinds.works import described
from argmap.values import LONGEST_ID, canonical, is_id

# A schema knows no scripts, so an id is all but the characters that no script has in words.
_PATTERN = r"^[^\s!-,/:-@\[-^`{-~\u2010-\u2027\u3000-\u3003]+$"
DEFINITION: Schema = {
    "description": "Letters and digits of any script, “-”, “_” and “.”.",
    "anyOf": [
        {"type": "string", "pattern": _PATTERN, "maxLength": LONGEST_ID},
        {"type": ["number", "boolean"]},
    ],
}


@dataclass(frozen=True, slots=True)
class Identifier(Single):
    """An id: letters and digits of any script, `-`, `_` and `.`. `of` says what it names.

    What is `as_written` keeps its form of Unicode, as the texts do that it is compared with.
    """

    of: str
    as_written: bool = False

    @property
    def wanted(self) -> str:  # type: ignore[override]
        """Return what a message calls such a value."""
        return f"the id of {self.of}"

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with an id and what to do, or None."""
        if is_id(canonical(value)):
            return None
        if self.of == "a source" and name in ("source", "ref"):
            return f"{quoted(value)} is not the key of a source", described(value)
        short = slug(None, value)
        advice = f"use letters, digits, “-”, “_” and “.”, at most {LONGEST_ID} of them: “{short}”"
        if self.of == "a claim" and len(value.split()) > 2:
            advice = f"give that claim an id, such as “id: {short}”, and write the id here"
        return f"{quoted(value)} is not an id", advice

    def settled(self, node: Scalar) -> Scalar:
        """Return the id in the one form of Unicode in which ids are compared."""
        if self.as_written or node.value.isascii():
            return node
        return node._replace(value=canonical(node.value))

    def schema(self) -> Schema:
        """Return the reference to the definition of ids."""
        return definition("identifier")

    def manual(self) -> str:
        """Return what an id is called in the manual."""
        return f"id of {self.of}"
