"""Verdicts on the claims and arguments of a map, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argmap.model import Label


class ReasonKind(StrEnum):
    """Why a claim or an argument has its label."""

    STANDS = "stands"
    GRANTED = "granted"
    DEFEATED = "defeated"
    UNSUPPORTED = "unsupported"
    CIRCULAR = "circular"
    REJECTED = "rejected"
    PREMISE_FELL = "premise-fell"
    UNDERCUT = "undercut"
    CONTESTED = "contested"
    UNSETTLED = "unsettled"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a label was given; `because` holds the ids of the claims and arguments that decided.

    For each kind, these are
    stands: the arguments that carry a claim, none where it is given; the premises of an argument,
    and its backing where the step needs it;
    granted: none, the author or the question puts the claim or the step beyond doubt;
    defeated, undercut: the attacks that stand and are not weaker than what stands for it;
    unsupported: all arguments for the claim, which fell;
    circular: the arguments for it that rest on the claim itself, or on nothing but a circle;
    rejected: none, the author or the question rejects it;
    premise-fell: the premises that fell;
    contested: the attacks that are in its way, undecided or as strong as what stands for it;
    unsettled: the arguments or premises it would stand on, which are undecided;
    open: none, the author leaves the claim open.

    A claim in the place of an attack is one that contradicts.
    """

    kind: ReasonKind
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The label of a claim or an argument, and the reason for it."""

    label: Label
    reason: Reason


@dataclass(frozen=True)
class Evaluation:
    """The verdicts on all claims and all arguments of a map, by id and in reading order."""

    semantics: str
    claims: Mapping[str, Verdict]
    arguments: Mapping[str, Verdict]

    def verdict(self, id: str) -> Verdict:
        """Return the verdict on a claim or an argument; raises KeyError where there is none."""
        return self.claims[id] if id in self.claims else self.arguments[id]
