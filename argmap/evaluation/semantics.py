"""Degrees and credences, by the name of their semantics."""

from collections.abc import Collection

from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.graded.credence import CREDENCE, Credences, credences
from argmap.evaluation.graded.degrees import Degrees, degrees
from argmap.model import ArgumentMap


def degrees_of(
    a_map: ArgumentMap,
    semantics: str,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    deadline: Deadline = ENDLESS,
) -> Degrees | Credences:
    """Return a number from 0 to 1 for each claim and argument, by one of `argmap.weighing.DEGREES`.

    Raises ConfigurationError for an unknown id, EvaluationLimitError once the `deadline` is over.
    """
    if semantics == CREDENCE:
        return credences(a_map, accept=accept, reject=reject, deadline=deadline)
    return degrees(a_map, semantics, accept=accept, reject=reject, deadline=deadline)
