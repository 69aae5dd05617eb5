"""The marks by which outlines say that an item speaks for or against the one above it.

People mark with signs (`+`, `-`), with words (“Pro:”, “Objection:”), or begin with “Because” or
“But”, as Rationale and MindMup do; other programs put such a word into an attribute.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from argmap.model import Polarity


class Stance(StrEnum):
    """What an item of an outline is to the item above it; a claim on its own has none.

    LINKED is a further premise of the same argument; BACKING and UNDERCUT bear on its step.
    """

    SUPPORT = "support"
    ATTACK = "attack"
    LINKED = "linked"
    BACKING = "backing"
    UNDERCUT = "undercut"

    @property
    def polarity(self) -> Polarity:
        """Return whether an argument with this stance speaks for its target or against it."""
        against = self in (Stance.ATTACK, Stance.UNDERCUT)
        return Polarity.ATTACK if against else Polarity.SUPPORT

    @property
    def on_step(self) -> "Stance":
        """Return the stance that says the same of the step of an argument."""
        if self is Stance.LINKED:
            return self
        return Stance.UNDERCUT if self.polarity is Polarity.ATTACK else Stance.BACKING


WORDS = {
    Stance.SUPPORT: "pro pros for support supports supporting supported reason because",
    Stance.ATTACK: "con cons against attack attacks attacking oppose opposes opposing "
    "objection rebuttal rebuts but however contra",
    Stance.LINKED: "and linked co-premise",
    Stance.BACKING: "backing warrant",
    Stance.UNDERCUT: "undercut undercuts undercutter",
}
SIGNS = {
    "+": Stance.SUPPORT,
    "-": Stance.ATTACK,
    "–": Stance.ATTACK,
    "—": Stance.ATTACK,
    "−": Stance.ATTACK,
    "&": Stance.LINKED,
    "~": Stance.UNDERCUT,
}
_NAMED = {word: stance for stance, words in WORDS.items() for word in words.split()}
_EMPHASIS = r"(?:\*\*|__|\*|_)?"
_WORD = "|".join(sorted(map(re.escape, _NAMED), key=lambda word: (-len(word), word)))
_SIGN_MARK = re.compile(r"([-+–—−&~])(?:\s+|$)")
_BRACKETED_MARK = re.compile(r"[(\[]([-+–−])[)\]](?:\s+|$)")
_WORD_MARK = re.compile(rf"{_EMPHASIS}({_WORD}){_EMPHASIS}\s*:{_EMPHASIS}(?:\s+|$)", re.IGNORECASE)
_OPENING_MARK = re.compile(r"(because|but|however),?\s+(?=\S)", re.IGNORECASE)
_SUFFIX_NUMBER = re.compile(r"[\s_-]*\d{1,9}$")


class Marked(NamedTuple):
    """What the beginning of a text says, and how many characters it takes to say it."""

    stance: Stance | None
    length: int


def stance_named(word: str) -> Stance | None:
    """Return the stance that a word on its own names, such as “Objection” or “supports”."""
    plain = word[:40].strip().strip("*_").rstrip(":").strip().lower()
    return _NAMED.get(_SUFFIX_NUMBER.sub("", plain)) or SIGNS.get(plain)


def marked(text: str, stance: Stance | None = None, *, openings: bool = True) -> Marked:
    """Return what the marks at the beginning of a text say, and how long they are.

    `stance` is what is known before, as from a bullet; a word before a colon is heeded rather than
    it. “Because …” and “But …” are marks only where nothing else is and `openings` allows it.
    """
    length = 0
    while sign := _SIGN_MARK.match(text, length):
        joined = _joined(stance, SIGNS[sign[1]])
        if joined is None:
            break
        stance, length = joined, sign.end()
    if stance in (None, Stance.SUPPORT, Stance.ATTACK):
        if bracketed := _BRACKETED_MARK.match(text, length):
            return Marked(SIGNS[bracketed[1]], bracketed.end())
        if word := _WORD_MARK.match(text, length):
            return Marked(_NAMED[word[1].lower()], word.end())
    if stance is None and openings and (opening := _OPENING_MARK.match(text, length)):
        return Marked(_NAMED[opening[1].lower()], opening.end())
    return Marked(stance, length)


def _joined(stance: Stance | None, sign: Stance) -> Stance | None:
    """Return the stance after one more sign, or None where the sign is part of the text."""
    if stance is None:
        return sign
    if stance in (Stance.SUPPORT, Stance.ATTACK):
        if sign is Stance.UNDERCUT:
            return stance.on_step
        if sign is Stance.LINKED:
            return sign
    return None
