"""The words in which an author has a map weighed: strengths, standards, audiences, expectations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import argmap.values as values
from argmap.source import Span

STRENGTHS: Mapping[str, float] = {"weak": 0.25, "moderate": 0.5, "strong": 0.75, "decisive": 1.0}
_WORDS = {strength: word for word, strength in STRENGTHS.items()}
SEMANTICS = (
    *("grounded", "complete", "preferred", "stable"),
    *("credence", "df-quad", "quadratic-energy", "euler"),
)
# Those that have several labellings, and those that give a number, not a verdict.
STANDPOINTS = SEMANTICS[1:4]
DEGREES = SEMANTICS[4:]


class Status(StrEnum):
    """What the author declares of a claim, apart from any argument."""

    ASSUMED = "assumed"
    CERTAIN = "certain"
    OPEN = "open"
    REJECTED = "rejected"


class Label(StrEnum):
    """A verdict: in, out or neither, in the words of Caminada and Gabbay (2009)."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


class Standing(StrEnum):
    """A verdict as people read it: what is rejected falls, or is only not shown."""

    STANDS = "stands"
    FALLS = "falls"
    NOT_SHOWN = "not-shown"
    UNDECIDED = "undecided"

    @property
    def label(self) -> Label:
        """Return the label that programs read."""
        return _LABELS[self]


@dataclass(frozen=True)
class Home:
    """Another map, in which a claim is argued: what it is called, and the verdict found there.

    `claim` is the id that the claim has there, where that map was read; no map has it written.
    """

    map: str
    verdict: Standing = Standing.STANDS
    claim: str | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        values.require(bool(self.map.strip()), "a claim is at home in a map without a name")
        values.require_texts("home", self.map)
        object.__setattr__(self, "map", values.one_line(self.map))

    @property
    def status(self) -> Status:
        """Return what is laid down of the claim where it is not argued."""
        return _LAID_DOWN[self.verdict.label]


_LABELS = {
    Standing.STANDS: Label.ACCEPTED,
    Standing.FALLS: Label.REJECTED,
    Standing.NOT_SHOWN: Label.REJECTED,
    Standing.UNDECIDED: Label.UNDECIDED,
}


_LAID_DOWN = {
    Label.ACCEPTED: Status.CERTAIN,
    Label.REJECTED: Status.REJECTED,
    Label.UNDECIDED: Status.OPEN,
}


class Expected(StrEnum):
    """A verdict as an author expects it, in the words of labels or in those of people."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"
    STANDS = "stands"
    FALLS = "falls"
    NOT_SHOWN = "not-shown"

    def is_met_by(self, standing: Standing) -> bool:
        """Return whether a verdict is the expected one; `rejected` may fall or be not shown."""
        return standing.value == self.value or standing in _MET_BY.get(self, ())


_MET_BY = {
    Expected.ACCEPTED: (Standing.STANDS,),
    Expected.REJECTED: (Standing.FALLS, Standing.NOT_SHOWN),
}


class Standard(StrEnum):
    """How well a claim must be shown (Gordon, Prakken and Walton 2007)."""

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CLEAR_AND_CONVINCING = "clear-and-convincing"
    BEYOND_REASONABLE_DOUBT = "beyond-reasonable-doubt"
    DIALECTICAL_VALIDITY = "dialectical-validity"


@dataclass(frozen=True)
class Audience:
    """Whom the map may have to convince (Bench-Capon 2003).

    `strengths` gives the ids of arguments and how strong these readers find them, as numbers in
    (0, 1]; `order` has the values that arguments promote, the dearest first.
    """

    id: str
    strengths: tuple[tuple[str, float], ...] = ()
    order: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        values.require_id(self.id)
        values.require_texts(f"audience “{self.id}”", *self.order)
        values.require_once(f"values of the audience “{self.id}”", self.order)
        values.require_once(f"strengths of “{self.id}”", tuple(name for name, _ in self.strengths))
        sound = all(0 < strength <= 1 for _, strength in self.strengths)
        values.require(sound, "strength outside (0, 1]")


@dataclass(frozen=True)
class Expectation:
    """What the author expects of a claim or an argument: a verdict, a degree within limits.

    `semantics` is one of SEMANTICS, None for the default; `audience` the id of one of the map's;
    `degree` the least and the most, in [0, 1].
    """

    id: str
    verdict: Expected | None = None
    semantics: str | None = None
    audience: str | None = None
    degree: tuple[float, float] | None = None
    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)

    def __post_init__(self) -> None:
        known = self.semantics is None or self.semantics in SEMANTICS
        values.require(known, f"no semantics “{self.semantics}”")
        asks = self.verdict is not None or self.degree is not None
        values.require(asks, f"nothing is expected of “{self.id}”")
        low, high = self.degree or (0.0, 1.0)
        values.require(0 <= low <= high <= 1, "a degree outside [0, 1], or upside down")
        values.require(self.fits, f"“{self.semantics}” does not give what is expected")

    @property
    def is_plain(self) -> bool:
        """Return whether nothing but a verdict is expected, and that in the default way."""
        others = (self.semantics, self.audience, self.degree)
        return self.verdict is not None and all(one is None for one in others)

    @property
    def fits(self) -> bool:
        """Return whether the semantics gives what is expected: a verdict, or a degree."""
        if self.semantics in DEGREES:
            return self.verdict is None
        return self.degree is None or self.semantics is None


def in_words(strength: float) -> str:
    """Return the word of the format for a strength, the number where there is none."""
    return _WORDS.get(strength, f"{strength:g}")
