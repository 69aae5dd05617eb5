"""Where a claim starts before any argument: its credence, or what its status says of it."""

from collections.abc import Sequence

from argmap.evaluation.network import IN, LEFT_OPEN, NO_GROUND, Network
from argmap.model import Claim

# An open claim without a credence is as likely as not.
_OPEN = 0.5


def starts_of(network: Network, claims: Sequence[Claim]) -> list[float]:
    """Return, for each claim, how far it holds of itself, in [0, 1].

    That is its credence where it is given, 1 where it has none, and one half where it is left
    open; 0 where it stands on arguments alone. What is certain is worth 1, what is rejected 0.
    """
    return [_start(network, node, claim) for node, claim in enumerate(claims)]


def _start(network: Network, node: int, claim: Claim) -> float:
    forced, given = network.forced.get(node), network.given[node]
    if forced is not None:
        return 1.0 if forced == IN else 0.0
    if given == NO_GROUND:
        return 0.0
    if claim.credence is not None:
        return claim.credence
    return _OPEN if given == LEFT_OPEN else 1.0
