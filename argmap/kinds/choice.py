"""One of some words."""

from dataclasses import dataclass

from argmap.faults import quoted
from argmap.kinds.kind import Complaint, Schema, shown_words
from argmap.kinds.single import Single
from argmap.suggestions import did_you_mean, only_near

_OTHER_CHOICES = {
    **dict.fromkeys(("true", "yes", "in", "stands", "true.", "holds"), "accepted"),
    **dict.fromkeys(("false", "no", "out", "falls", "fails", "defeated"), "rejected"),
    **dict.fromkeys(("open", "unknown", "unclear", "undec"), "undecided"),
}


@dataclass(frozen=True, slots=True)
class Choice(Single):
    """One of some words."""

    words: tuple[str, ...]

    @property
    def wanted(self) -> str:  # type: ignore[override]
        """Return what a message calls such a value."""
        return "one of " + ", ".join(self.words)

    def complaint(self, value: str, name: str) -> Complaint | None:
        """Return what is wrong with a word that is none of them, or None."""
        if value in self.words:
            return None
        meant = _OTHER_CHOICES.get(value.lower())
        hint = f"; did you mean “{meant}”?" if meant in self.words else ""
        hint = hint or did_you_mean(value, self.words)
        return f"{quoted(value)} is not {self.wanted}{hint}", None

    def meant(self, value: str) -> str | None:
        """Return the word that another one stands for, or that it is like; None without one."""
        other = _OTHER_CHOICES.get(value.lower())
        return other if other in self.words else only_near(value, self.words)

    def schema(self) -> Schema:
        """Return the schema of one of the words; YAML loaders make numbers of numerals."""
        numerals = all(word.isdecimal() for word in self.words)
        return {"enum": [int(word) if numerals else word for word in self.words]}

    def manual(self) -> str:
        """Return the words as the manual shows them."""
        return ", ".join(shown_words(self.words))
