"""A whole number within limits."""

from dataclasses import dataclass
from typing import Any

from argmap.document import Node
from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema, shown_words
from argmap.kinds.numerals import WHOLE_NUMBER
from argmap.kinds.single import Single, text_in


@dataclass(frozen=True, slots=True)
class Whole(Single):
    """A whole number within limits, both included, or one of some words."""

    wanted = "a number"

    least: int
    most: int
    words: tuple[str, ...] = ()

    @property
    def _range(self) -> str:
        return f"whole number from {self.least} to {self.most}"

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a whole number, or None."""
        if value in self.words:
            return None
        if WHOLE_NUMBER.fullmatch(value) and self.least <= int(value) <= self.most:
            return None
        words = f", nor one of {', '.join(self.words)}" if self.words else ""
        return f"{quoted(value)} is not a {self._range}{words}", None

    def value(self, node: Node) -> Any:
        """Return the number, or the word."""
        text = text_in(node)
        return text if text in self.words else int(text)

    def schema(self) -> Schema:
        """Return the schema of whole numbers within the limits, and of the words."""
        whole: Schema = {"type": "integer", "minimum": self.least, "maximum": self.most}
        return {"anyOf": [whole, {"enum": list(self.words)}]} if self.words else whole

    def manual(self) -> str:
        """Return what the number is called in the manual, and the words that stand for one."""
        return ", ".join([self._range, *shown_words(self.words)])
