"""How a claim that is only given would have to be given, so that it stands."""

from argmap.evaluation.grounded.standards import prevails
from argmap.evaluation.verdicts import Evaluation, ReasonKind
from argmap.evaluation.why.ties import Strengths
from argmap.graph import circling
from argmap.model import STRENGTHS, ArgumentMap, Claim, Label, Polarity, Status

# “strong” is named first, because it holds against what has no strength written.
_GIVEN = ("strong", "decisive")
CERTAIN = "status: certain"
REMEDIES = (*(f"given: {word}" for word in _GIVEN), CERTAIN)
_NOTHING = -1.0
_LOST = (ReasonKind.DEFEATED, ReasonKind.BELOW_STANDARD)


def is_given(a_map: ArgumentMap, claim: Claim) -> bool:
    """Return whether a claim stands without an argument, as long as nothing defeats it."""
    if claim.status in (Status.OPEN, Status.REJECTED):
        return False
    supports = a_map.arguments_on(claim.id, Polarity.SUPPORT)
    return not supports or claim.status is Status.ASSUMED


class Remedies:
    """What would hold up the claims of a map that fall although they are given.

    Values that an audience ranks do not count here.
    """

    def __init__(self, a_map: ArgumentMap, evaluation: Evaluation) -> None:
        """Have the remedies of a map beside its verdicts."""
        self._map, self._evaluation = a_map, evaluation
        self._strengths = Strengths(a_map, evaluation.audience)
        self._circling: frozenset[str] | None = None

    def of(self, id: str) -> str:
        """Return what to write at a claim, such as “given: strong”, for it to stand.

        It is empty for what is not merely given, does not fall, or has a strength already.
        """
        claim = self._map.claims_by_id.get(id)
        if claim is None or claim.given or not is_given(self._map, claim):
            return ""
        if self._evaluation.claims[id].reason.kind not in _LOST:
            return ""
        against = self._strongest_against(id)
        for word in _GIVEN:
            if prevails(claim.standard, STRENGTHS[word], against):
                return f"given: {word}"
        return CERTAIN

    def _strongest_against(self, id: str) -> float:
        if self._circling is None:
            self._circling = circling(self._map, contradicting=True)
        # What falls might stand if the claim did that bears on it.
        all_count = id in self._circling
        found = self._alive(id, Polarity.ATTACK, all_count=all_count)
        for other in self._map.contradictions_of(id):
            if all_count or self._evaluation.claims[other].label is not Label.REJECTED:
                found += self._alive(other, Polarity.SUPPORT, all_count=all_count)
                found.append(self._map.claims_by_id[other].given or 0.0)
        return max(found, default=_NOTHING)

    def _alive(self, claim: str, polarity: Polarity, *, all_count: bool) -> list[float]:
        labels = self._evaluation.arguments
        return [
            self._strengths[one.id]
            for one in self._map.arguments_on(claim, polarity)
            if all_count or labels[one.id].label is not Label.REJECTED
        ]
