"""A number from 0 to 1."""

from dataclasses import dataclass
from typing import Any

from argmap.document import Node
from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema, shown_words
from argmap.kinds.numerals import as_fraction, exact_share, number_in, with_point
from argmap.kinds.single import Single, text_in
from argmap.suggestions import did_you_mean, only_near


@dataclass(frozen=True, slots=True)
class Fraction(Single):
    """A number from 0 to 1, or one of the words that stand for one."""

    wanted = "a number"

    zero_allowed: bool = True
    words: tuple[str, ...] = ()

    @property
    def _range(self) -> str:
        return "number from 0 to 1" if self.zero_allowed else "number above 0 and up to 1"

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a fraction and how to write it, or None."""
        if value in self.words:
            return None
        number = number_in(value)
        if number is not None and 0 <= number <= 1 and (self.zero_allowed or number > 0):
            return None
        words = f", nor one of {', '.join(self.words)}" if self.words else ""
        hint = did_you_mean(value, self.words)
        advice = with_point(value) or as_fraction(value)
        if advice is None and not hint and self.zero_allowed:
            advice = "0 is impossible, 0.5 as likely as not, 1 certain"
        return f"{quoted(value)} is not a {self._range}{words}{hint}", advice

    def meant(self, value: str) -> str | None:
        """Return the word or the number that is meant, or None."""
        return exact_share(value) or only_near(value, self.words)

    def value(self, node: Node) -> Any:
        """Return the number, or the word."""
        text = text_in(node)
        return text if text in self.words else float(text)

    def schema(self) -> Schema:
        """Return the schema of numbers from 0 to 1, and of the words."""
        least = "minimum" if self.zero_allowed else "exclusiveMinimum"
        number: Schema = {"type": "number", least: 0, "maximum": 1}
        return {"anyOf": [number, {"enum": list(self.words)}]} if self.words else number

    def manual(self) -> str:
        """Return what a fraction is called in the manual, and the words that stand for one."""
        return ", ".join([self._range, *shown_words(self.words)])
