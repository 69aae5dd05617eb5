"""Which credences have no part in an answer."""

from argmap.evaluation.graded.credence import CREDENCE
from argmap.evaluation.graded.influence import INFLUENCES
from argmap.model import ArgumentMap, Claim, Polarity, Status


def unused_credences(a_map: ArgumentMap, semantics: str) -> tuple[str, ...]:
    """Return the ids of claims with a credence that a semantics does not use, in reading order.

    Verdicts use none. Degrees use all but those of claims that are certain or rejected, and so does
    `credence`, which has no use either for that of a claim with arguments.
    """
    return tuple(
        claim.id
        for claim in a_map.claims
        if claim.credence is not None and not _uses(a_map, claim, semantics)
    )


def _uses(a_map: ArgumentMap, claim: Claim, semantics: str) -> bool:
    if claim.status in (Status.CERTAIN, Status.REJECTED):
        return False
    if semantics == CREDENCE:
        argued = bool(a_map.arguments_on(claim.id, Polarity.SUPPORT))
        return claim.status is Status.ASSUMED or not argued
    return semantics in INFLUENCES
