"""Ties: claims on which what stands on one side is as strong as what stands on the other."""

import math

from argmap.evaluation.verdicts import Evaluation, ReasonKind
from argmap.model import STRENGTHS, ArgumentMap, Claim, Label, Polarity, Standard, Status

_USUAL = (None, Standard.PREPONDERANCE)
_NOT_GIVEN = (Status.OPEN, Status.REJECTED)


def is_tie(a_map: ArgumentMap, evaluation: Evaluation, id: str) -> bool:
    """Return whether a claim is undecided only because both sides stand and are equally strong."""
    against = _against(a_map, evaluation, id, standing=True)
    return bool(against) and all(against)


def is_level(a_map: ArgumentMap, evaluation: Evaluation, id: str) -> bool:
    """Return whether something that is in the way of a claim is as strong as what speaks for it."""
    return any(_against(a_map, evaluation, id, standing=False))


def _against(a_map: ArgumentMap, evaluation: Evaluation, id: str, *, standing: bool) -> list[bool]:
    """Return of each thing in the way of a contested claim whether it is as strong.

    With `standing` it has to stand as well.
    """
    claim = a_map.claims_by_id.get(id)
    if claim is None or not _is_contested(evaluation, claim):
        return []
    strengths = Strengths(a_map, evaluation.audience)
    best = _best(a_map, evaluation, strengths, claim)
    if best is None:
        return []
    found = []
    for other in evaluation.claims[id].reason.because:
        if other in a_map.arguments_by_id:
            counts = not standing or _stands(evaluation, other)
            strength = strengths[other] if counts else None
        else:
            rival = a_map.claims_by_id[other]
            counts = _is_contested(evaluation, rival) and _is_free(a_map, evaluation, other)
            strength = _best(a_map, evaluation, strengths, rival) if counts else None
        found.append(strength is not None and math.isclose(best, strength))
    return found


class Strengths:
    """How strong each argument is when it is compared, for an audience if there is one.

    Each is asked for by its id, because a map may have many and a question be of few.
    """

    def __init__(self, a_map: ArgumentMap, audience: str | None) -> None:
        """Have the strengths of a map as an audience hears them."""
        self._arguments = a_map.arguments_by_id
        self._heard = {
            id: strength
            for one in a_map.audiences
            if one.id == audience
            for id, strength in one.strengths
        }

    def __getitem__(self, argument: str) -> float:
        """Return how strong an argument is."""
        if argument in self._heard:
            return self._heard[argument]
        own = self._arguments[argument].strength
        return STRENGTHS["moderate"] if own is None else own


def _is_contested(evaluation: Evaluation, claim: Claim) -> bool:
    is_usual = claim.standard in _USUAL
    return is_usual and evaluation.claims[claim.id].reason.kind is ReasonKind.CONTESTED


def _is_free(a_map: ArgumentMap, evaluation: Evaluation, claim: str) -> bool:
    """Return whether no undecided argument is in the way of a claim."""
    because = evaluation.claims[claim].reason.because
    return all(_stands(evaluation, one) for one in because if one in a_map.arguments_by_id)


def _best(
    a_map: ArgumentMap, evaluation: Evaluation, strengths: Strengths, claim: Claim
) -> float | None:
    """Return how strong the strongest ground is that stands; None where a stronger one might."""
    supports = a_map.arguments_on(claim.id, Polarity.SUPPORT)
    found = [strengths[one.id] for one in supports if _stands(evaluation, one.id)]
    if claim.status not in _NOT_GIVEN and (not supports or claim.status is Status.ASSUMED):
        found.append(claim.given or 0.0)
    doubtful = (
        strengths[one.id]
        for one in supports
        if evaluation.arguments[one.id].label is Label.UNDECIDED
    )
    best = max(found, default=None)
    return None if best is None or max(doubtful, default=0.0) > best else best


def _stands(evaluation: Evaluation, argument: str) -> bool:
    return evaluation.arguments[argument].label is Label.ACCEPTED
