"""What the words beside a line of a graph say: a support, an attack, and which way it leads."""

import re
from enum import StrEnum
from typing import NamedTuple

# What stands in a box in which premises meet.
JUNCTIONS = ("", "+", "∴", "&", "and")


class Relation(StrEnum):
    """What a line says; a PREMISE leads from a claim to the step in which it is used."""

    PREMISE = "premise"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTION = "contradiction"


class Said(NamedTuple):
    """A relation that words name; where it is `turned`, the line leads from the target."""

    relation: Relation
    turned: bool = False


_SUPPORTS = (
    "support supports supporting pro pros for + reason reasons evidence backs backing proves prove"
    " justifies justify implies imply therefore so hence thus confirms confirm corroborates"
    " strengthens grounds warrants favours favors agrees defends inference infers ra"
)
_ATTACKS = (
    "attack attacks attacking rebut rebuts rebuttal rebutting con cons contra against - − objection"
    " objections objects oppose opposes opposing refute refutes counter counters counterargument"
    " counter-argument undermine undermines undermining contradict contradicts challenge challenges"
    " deny denies negates disproves defeats defeat weakens but however conflict conflicts disagrees"
    " disputes rejects ca"
)
_WORDS = {
    **dict.fromkeys(_SUPPORTS.split(), Relation.SUPPORT),
    **dict.fromkeys(_ATTACKS.split(), Relation.ATTACK),
    **dict.fromkeys(("undercut", "undercuts", "undercutting", "undercutter"), Relation.UNDERCUT),
    **dict.fromkeys(("contradiction", "contradictory", "incompatible"), Relation.CONTRADICTION),
    **dict.fromkeys(("premise", "premises", "linked"), Relation.PREMISE),
}
# “A because B” and “A is attacked by B”: what is said of A comes from B.
_TURNED = {
    **dict.fromkeys(("because", "since"), Relation.SUPPORT),
    **dict.fromkeys(("supported", "backed", "justified", "proven", "implied"), Relation.SUPPORT),
    **dict.fromkeys(("attacked", "rebutted", "refuted", "opposed", "undermined"), Relation.ATTACK),
    **dict.fromkeys(("contradicted", "challenged", "countered", "defeated"), Relation.ATTACK),
    "undercut by": Relation.UNDERCUT,
}
_NEGATED = re.compile(r"\b(?:not|never|n't|n’t)\b|n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+|[+−-]")


def relation_in(words: str | None) -> Said | None:
    """Return what words beside a line say; None where they say nothing that is known."""
    folded = " ".join((words or "").casefold().replace("_", " ").split()).strip(" .:!()[]„“”\"'")
    if folded in _TURNED:
        return Said(_TURNED[folded], turned=True)
    if folded in _WORDS:
        return Said(_WORDS[folded])
    if not folded or _NEGATED.search(folded):
        return None
    return _of_several(_WORD.findall(folded))


def _of_several(words: list[str]) -> Said | None:
    """Return what several words say, if all that say something say the same."""
    found = set()
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if f"{word} {following}" in _TURNED:
            found.add(Said(_TURNED[f"{word} {following}"], turned=True))
        elif word in _TURNED and (following == "by" or word in ("because", "since")):
            found.add(Said(_TURNED[word], turned=True))
        elif _WORDS.get(word, Relation.PREMISE) != Relation.PREMISE and len(word) > len("for"):
            found.add(Said(_WORDS[word]))
    return found.pop() if len(found) == 1 else None
