"""Why a claim stands or falls: the reasons of its verdict, followed down to what is given."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.errors import ConfigurationError
from argmap.evaluation.verdicts import Evaluation, Verdict
from argmap.model import ArgumentMap, Label, Polarity
from argmap.suggestions import did_you_mean


@dataclass(frozen=True, slots=True)
class Step:
    """One node of an explanation: a claim or an argument, and how deep below the question it is.

    `told_above` says that it is explained further up, so that nothing follows below it.
    """

    id: str
    depth: int
    verdict: Verdict
    told_above: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """A tree of reasons in reading order; the first step is what was asked about."""

    steps: tuple[Step, ...]


def explain(a_map: ArgumentMap, evaluation: Evaluation, id: str) -> Explanation:
    """Return the reasons for the verdict on a claim or an argument, each followed once.

    A step is followed by the steps for what decided it, one deeper; below what stands, also by the
    attacks on it, which fall or are weaker. An argument whose one premise
    decides gives way to that premise. Raises ConfigurationError where there is no such id.
    """
    known = {**evaluation.claims, **evaluation.arguments}
    if id not in known:
        hint = did_you_mean(id, known) or "."
        raise ConfigurationError(f"the map has no claim or argument “{id}”{hint}")
    return Explanation(tuple(_steps(a_map, evaluation, id)))


def _steps(a_map: ArgumentMap, evaluation: Evaluation, id: str) -> Iterator[Step]:
    told: set[str] = set()
    stack = [(id, 0)]
    while stack:
        name, depth = stack.pop()
        verdict = evaluation.verdict(name)
        if name in told:
            yield Step(name, depth, verdict, told_above=bool(verdict.reason.because))
            continue
        told.add(name)
        yield Step(name, depth, verdict)
        decided = list(verdict.reason.because)
        if verdict.label is Label.ACCEPTED:
            # What stands owes an answer to what is said against it.
            decided += [one.id for one in a_map.arguments_on(name, Polarity.ATTACK)]
        below = [_through(a_map, evaluation, one) for one in decided]
        stack += [(one, depth + 1) for one in reversed(list(dict.fromkeys(below)))]


def _through(a_map: ArgumentMap, evaluation: Evaluation, name: str) -> str:
    """Return what stands for an argument that has nothing to tell but its one premise."""
    argument = a_map.arguments_by_id.get(name)
    if argument is None or len(argument.premises) > 1 or argument.label:
        return name
    because = evaluation.arguments[name].reason.because
    return argument.premises[0] if because == argument.premises else name
