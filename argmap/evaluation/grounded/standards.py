"""Proof standards: how strong a ground must be against what speaks against the claim.

The standards are those of Gordon, Prakken and Walton (2007), “The Carneades model of argument and
burden of proof”, with the thresholds of the program Carneades 4.
"""

from argmap.evaluation.network import Network
from argmap.model import Standard

# By how much more than what is against it, and how strong that may not be.
MARGIN, DOUBT = 0.5, 0.3
# Differences of decimal fractions are off by a hair.
_HAIR = 1e-9


def is_enough(standard: Standard | None, ground: float, against: float) -> bool:
    """Return whether a ground of this strength may hold, though a counter-ground does so too.

    `against` is the strength of the strongest counter-ground whose argument is in, negative where
    there is none. A tie is enough to go on: it is settled elsewhere.
    """
    if standard is None or standard is Standard.PREPONDERANCE:
        return ground >= against
    if standard is Standard.SCINTILLA:
        return True
    if standard is Standard.DIALECTICAL_VALIDITY:
        return against < 0
    if ground - max(against, 0.0) <= MARGIN + _HAIR:
        return False
    return standard is Standard.CLEAR_AND_CONVINCING or against < DOUBT - _HAIR


def prevails(standard: Standard | None, ground: float, against: float) -> bool:
    """Return whether a ground of this strength holds against all that may still be in."""
    if standard is None or standard is Standard.PREPONDERANCE:
        return ground > against
    return is_enough(standard, ground, against)


def refutes(standard: Standard | None, ground: float, counter: float) -> bool:
    """Return whether a standard lets no ground hold beside such a counter-ground that is in."""
    if standard is None or standard is Standard.PREPONDERANCE:
        return False
    return not is_enough(standard, ground, counter)


def defeats(network: Network, one: int, strength: float, other: int, other_strength: float) -> bool:
    """Return whether one bearing on a claim, if it holds, defeats one of the other side.

    `one` and `other` are their arguments, -1 for a ground that is given. For an audience, what
    promotes a lesser value does not defeat what promotes a dearer one.
    """
    if strength < other_strength:
        return False
    ranks = network.ranks
    return one not in ranks or other not in ranks or ranks[one] <= ranks[other]
