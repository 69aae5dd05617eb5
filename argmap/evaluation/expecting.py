"""Whether verdicts are those that the author of a map expects."""

from argmap.model import Expectation, Label
from argmap.weighing import Standing

_STANDINGS = {
    Label.ACCEPTED: (Standing.STANDS,),
    Label.REJECTED: (Standing.FALLS, Standing.NOT_SHOWN),
    Label.UNDECIDED: (Standing.UNDECIDED,),
}


def is_met(expected: Expectation, label: Label) -> bool | None:
    """Return whether a grounded label is the expected one; None where something else is asked."""
    default = expected.semantics in (None, "grounded") and expected.audience is None
    if expected.verdict is None or not default:
        return None
    return any(expected.verdict.is_met_by(one) for one in _STANDINGS[label])
