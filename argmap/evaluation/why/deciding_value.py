"""Which value decided at a claim, for an audience that ranks values."""

from collections.abc import Iterable

from argmap.evaluation.verdicts import Evaluation, ReasonKind
from argmap.evaluation.why.ties import Strengths
from argmap.model import Argument, ArgumentMap, Label, Polarity, Standard

# The dearer of two values, and the lesser.
Ranking = tuple[str, str]

_USUAL = (None, Standard.PREPONDERANCE)
# Who has to be overcome, by what decided.
_LOSING = {ReasonKind.SUPPORTED: Polarity.ATTACK, ReasonKind.DEFEATED: Polarity.SUPPORT}


def deciding_values(a_map: ArgumentMap, evaluation: Evaluation, id: str) -> Ranking | None:
    """Return two values of which the order decided a claim where strengths alone would not have.

    None where there is no audience, where its values made no difference, or where something else
    decided as well.
    """
    ranks = _ranks(a_map, evaluation.audience)
    claim = a_map.claims_by_id.get(id)
    if not ranks or claim is None or claim.standard not in _USUAL:
        return None
    reason = evaluation.claims[id].reason
    losing = _LOSING.get(reason.kind)
    winners = [a_map.arguments_by_id[o] for o in reason.because if o in a_map.arguments_by_id]
    if losing is None or len(winners) < len(reason.because):
        return None
    labels = evaluation.arguments
    bearing = a_map.arguments_on(id, losing)
    losers = [one for one in bearing if labels[one.id].label is not Label.REJECTED]
    strengths = Strengths(a_map, evaluation.audience)
    won, lost = _strongest(winners, strengths), _strongest(losers, strengths)
    if not losers or max(won.values()) > max(lost.values()):
        return None
    for dearer in sorted(won.keys() & ranks, key=ranks.__getitem__):
        for lesser in sorted(lost.keys() & ranks, key=ranks.__getitem__):
            if ranks[dearer] < ranks[lesser] and lost[lesser] >= won[dearer]:
                return dearer, lesser
    return None


def _ranks(a_map: ArgumentMap, audience: str | None) -> dict[str, int]:
    found = (one.order for one in a_map.audiences if one.id == audience)
    return {value: place for place, value in enumerate(next(found, ()))}


def _strongest(arguments: Iterable[Argument], strengths: Strengths) -> dict[str, float]:
    """Return how strong the strongest argument for each value is; “” is for those without one."""
    found: dict[str, float] = {}
    for one in arguments:
        value = one.value or ""
        found[value] = max(strengths[one.id], found.get(value, 0.0))
    return found
