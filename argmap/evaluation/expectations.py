"""Whether verdicts are those that the author of a map expects."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.errors import EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.standpoints import LONGEST, acceptance, standpoints
from argmap.evaluation.grounded.labelling import GROUNDED, evaluate
from argmap.evaluation.semantics import degrees_of
from argmap.evaluation.verdicts import Verdict
from argmap.model import ArgumentMap, Expectation, Label
from argmap.weighing import DEGREES, Expected, Standing

# What degrees are measured by where an expectation names nothing.
USUAL_DEGREES = "df-quad"
# How many labellings are looked at for one that leaves undecided what none accepts.
MOST_LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class Miss:
    """An expectation that is not met, and what came out: a verdict, a standing, or a degree.

    By a semantics of many labellings, what all accept stands, what all reject falls, and anything
    else is undecided.
    """

    expected: Expectation
    verdict: Verdict | None = None
    standing: Standing | None = None
    degree: float | None = None


def misses(a_map: ArgumentMap) -> Iterator[Miss]:
    """Yield the expectations of a map that are not met, in the order in which they are written.

    Raises what `acceptance` and `degrees_of` raise.
    """
    grounded = {}
    for expected in a_map.expectations:
        if expected.semantics in (None, GROUNDED) and expected.verdict is not None:
            audience = expected.audience
            if audience not in grounded:
                grounded[audience] = evaluate(a_map, audience=audience)
            verdict = grounded[audience].verdict(expected.id)
            if not expected.verdict.is_met_by(verdict.standing):
                yield Miss(expected, verdict, verdict.standing)
        elif expected.verdict is not None:
            standing = _standing(a_map, expected)
            if not _is_met(expected.verdict, standing):
                yield Miss(expected, None, standing)
        if expected.degree is not None:
            degree = _degree(a_map, expected)
            low, high = expected.degree
            if not low <= degree <= high:
                yield Miss(expected, None, None, degree)


def _is_met(expected: Expected, standing: Standing) -> bool:
    # Which of the two it is, only a single labelling tells.
    return expected.is_met_by(standing) or (
        standing is Standing.FALLS and expected is Expected.NOT_SHOWN
    )


def _standing(a_map: ArgumentMap, expected: Expectation) -> Standing:
    semantics = Semantics(str(expected.semantics))
    found = acceptance(a_map, semantics, audience=expected.audience)
    one = {**found.claims, **found.arguments}[expected.id]
    if one.sceptical:
        return Standing.STANDS
    if found.exists is None or one.sceptical is None or one.credulous is None:
        raise EvaluationLimitError(
            f"Whether “{expected.id}” is as expected was not found out within {LONGEST:g} seconds."
        )
    if one.credulous or not found.exists:
        return Standing.UNDECIDED
    if expected.id in found.claims and not found.is_cut:
        return Standing.FALLS if one.shared is Label.REJECTED else Standing.UNDECIDED
    # Of arguments, only the labellings themselves tell.
    every = standpoints(a_map, semantics, audience=expected.audience, limit=MOST_LOOKED_AT)
    labels = ({**each.claims, **each.arguments}[expected.id] for each in every)
    rejected = all(label is Label.REJECTED for label in labels)
    return Standing.FALLS if rejected else Standing.UNDECIDED


def _degree(a_map: ArgumentMap, expected: Expectation) -> float:
    semantics = expected.semantics if expected.semantics in DEGREES else USUAL_DEGREES
    found = degrees_of(a_map, semantics)
    return {**found.claims, **found.arguments}[expected.id]
