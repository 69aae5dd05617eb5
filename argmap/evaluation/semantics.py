"""The ways to evaluate a map, by name."""

from collections.abc import Collection

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.graded.credence import CREDENCE, Credences, credences
from argmap.evaluation.graded.degrees import Degrees, degrees
from argmap.evaluation.grounded.labelling import GROUNDED
from argmap.model import ArgumentMap

STANDPOINTS = tuple(one.value for one in Semantics)
DEGREES = (CREDENCE, "df-quad", "quadratic-energy", "euler")
SEMANTICS = (GROUNDED, *STANDPOINTS, *DEGREES)


def degrees_of(
    a_map: ArgumentMap,
    semantics: str,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    deadline: Deadline = ENDLESS,
) -> Degrees | Credences:
    """Return a number from 0 to 1 for each claim and argument, by one of DEGREES.

    Raises ConfigurationError for an unknown id, EvaluationLimitError once the `deadline` is over.
    """
    if semantics == CREDENCE:
        return credences(a_map, accept=accept, reject=reject, deadline=deadline)
    return degrees(a_map, semantics, accept=accept, reject=reject, deadline=deadline)
