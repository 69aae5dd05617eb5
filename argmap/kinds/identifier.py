"""Ids: what claims, arguments, sources and audiences are called."""

from dataclasses import dataclass

from argmap.document import Scalar
from argmap.faults import quoted
from argmap.identifiers import slug
from argmap.kinds.kind import Complaint, Schema, definition
from argmap.kinds.single import Single
from argmap.kinds.works import described
from argmap.values import LONGEST_ID, LONGEST_ID_PATH, canonical, is_id, is_id_path

# A schema knows no scripts, so an id is all but the characters that no script has in words.
_CHARACTERS = r"[^\s!-,/:-@\[-^`{-~\u2010-\u2027\u3000-\u3003]+"
_PATTERN = f"^{_CHARACTERS}$"
# What a map may name that is written in another file.
_IN_ALL_FILES = ("a claim", "an argument", "a claim or an argument", "a source")
DEFINITION: Schema = {
    "description": "Letters and digits of any script, “-”, “_” and “.”.",
    "anyOf": [
        {"type": "string", "pattern": _PATTERN, "maxLength": LONGEST_ID},
        {"type": ["number", "boolean"]},
    ],
}

PATH: Schema = {
    "description": "An id, behind the names of the included files that lead to it: `tax/rate`.",
    "anyOf": [
        {
            "type": "string",
            "pattern": f"^{_CHARACTERS}(/{_CHARACTERS})*$",
            "maxLength": LONGEST_ID_PATH,
        },
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
    def leads(self) -> bool:
        """Return whether it may name something in an included file, as `tax/rate` does."""
        return self.of in _IN_ALL_FILES

    @property
    def wanted(self) -> str:  # type: ignore[override]
        """Return what a message calls such a value."""
        return f"the id of {self.of}"

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with an id and what to do, or None."""
        if (is_id_path if self.leads else is_id)(canonical(value)):
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
        return definition("path" if self.leads else "identifier")

    def manual(self) -> str:
        """Return what an id is called in the manual."""
        return f"id of {self.of}"
