"""The verdicts and degrees that a picture shows, with what a question changes in them."""

from collections.abc import Mapping
from typing import Protocol

from argmap.errors import UnfitOptionError
from argmap.evaluation.comparison import changes
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import Evaluation
from argmap.model import ArgumentMap


class Question(Protocol):
    """What a caller wants to see of verdicts, and the ids that are supposed to stand or fall."""

    @property
    def evaluate(self) -> bool | None:
        """Return whether verdicts are wanted; None leaves it to us."""

    @property
    def accept(self) -> tuple[str, ...]:
        """Return what is supposed to stand."""

    @property
    def reject(self) -> tuple[str, ...]:
        """Return what is supposed to fall."""

    @property
    def audience(self) -> str | None:
        """Return the audience for which it is weighed, if any."""

    @property
    def degrees(self) -> str | None:
        """Return the name of degrees to show, if any."""


def shown_verdicts(
    a_map: ArgumentMap, question: Question
) -> tuple[Evaluation | None, frozenset[str]]:
    """Return the verdicts to show, and the ids of those that a question has changed."""
    asked = bool(question.accept or question.reject)
    if question.evaluate is False and not asked:
        return None, frozenset()
    who = question.audience
    found = evaluate(a_map, accept=question.accept, reject=question.reject, audience=who)
    if not asked:
        return found, frozenset()
    usual = evaluate(a_map, audience=who)
    return found, frozenset(change.id for change in changes(usual, found))


def shown_degrees(a_map: ArgumentMap, question: Question) -> Mapping[str, float] | None:
    """Return how far each claim stands, None where nobody asks.

    Raises UnfitOptionError where an audience is named as well.
    """
    if question.degrees is None:
        return None
    if question.audience is not None:
        raise UnfitOptionError("degrees are the author’s: no audience changes them; leave out one.")
    # Only then: it brings the modules of all semantics.
    from argmap.evaluation.semantics import degrees_of

    accept, reject = question.accept, question.reject
    return degrees_of(a_map, question.degrees, accept=accept, reject=reject).claims
