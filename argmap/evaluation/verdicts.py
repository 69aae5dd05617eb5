"""Verdicts on the claims and arguments of a map, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argmap.model import Label
from argmap.weighing import Standing


class ReasonKind(StrEnum):
    """Why a claim or an argument has its label."""

    GIVEN = "given"
    SUPPORTED = "supported"
    STANDS = "stands"
    GRANTED = "granted"
    DEFEATED = "defeated"
    UNSUPPORTED = "unsupported"
    CIRCULAR = "circular"
    BELOW_STANDARD = "below-standard"
    REJECTED = "rejected"
    PREMISE_FELL = "premise-fell"
    UNDERCUT = "undercut"
    UNBACKED = "unbacked"
    CONTESTED = "contested"
    UNSETTLED = "unsettled"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a label was given; `because` holds the ids of the claims and arguments that decided.

    For each kind, these are
    given: none, the claim stands without an argument;
    supported: the arguments that carry a claim;
    stands: the premises of an argument, and the backing that its step has;
    granted: none, the author or the question puts the claim or the step beyond doubt;
    defeated: the attacks and the contradicting claims that stand and prevail;
    unsupported: all arguments for the claim, which fell, then what stands against it;
    circular: the arguments for it that rest on the claim itself, or on nothing but a circle, then
    what stands against it;
    below-standard: the arguments for it that stand, and are too weak for its proof standard;
    rejected: none, the author or the question rejects it;
    premise-fell: the premises that fell;
    undercut: the undercuts of the step that stand;
    unbacked: the backing of the step, all of which fell;
    contested: the attacks and the contradicting claims that are in its way, undecided or as strong
    as what stands for it;
    unsettled: the arguments, premises or backing it would stand on, which are undecided;
    open: none, the author leaves the claim open.

    A claim in the place of an attack is one that contradicts.
    """

    kind: ReasonKind
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The label of a claim or an argument, the reason for it, and the word that people read."""

    label: Label
    reason: Reason
    standing: Standing


@dataclass(frozen=True)
class Evaluation:
    """The verdicts on all claims and all arguments of a map, by id and in reading order."""

    semantics: str
    audience: str | None
    claims: Mapping[str, Verdict]
    arguments: Mapping[str, Verdict]

    def verdict(self, id: str) -> Verdict:
        """Return the verdict on a claim or an argument; raises KeyError where there is none."""
        return self.claims[id] if id in self.claims else self.arguments[id]
