"""Where a claim starts before anything bears on it: its credence, or what is usual."""

from argmap.model import ArgumentMap, Claim, Polarity, Status

# What has arguments starts in the middle, to be moved either way; what is open stays there.
MIDDLE = 0.5


def starts_of(a_map: ArgumentMap, *, given: float) -> list[float]:
    """Return the start of each claim, in [0, 1].

    That is its credence where it has one, else `given` for a claim that is given, and the middle
    for one that is open or has arguments for it.
    """
    return [_start(a_map, claim, given) for claim in a_map.claims]


def is_given(a_map: ArgumentMap, claim: Claim) -> bool:
    """Return whether a claim, certain and rejected ones apart, holds of itself."""
    if claim.status is Status.ASSUMED:
        return True
    return claim.status is not Status.OPEN and not a_map.arguments_on(claim.id, Polarity.SUPPORT)


def _start(a_map: ArgumentMap, claim: Claim, given: float) -> float:
    if claim.credence is not None:
        return claim.credence
    return given if is_given(a_map, claim) else MIDDLE
