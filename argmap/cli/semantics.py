"""Answers of `argmap evaluate` by semantics other than the grounded one."""

from contextlib import suppress
from dataclasses import dataclass

from argmap.errors import ConfigurationError, EvaluationLimitError
from argmap.evaluation.acceptance import Semantics
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.semantics import STANDPOINTS, degrees_of
from argmap.evaluation.standpoints import (
    Standpoint,
    acceptability,
    acceptance,
    count_standpoints,
    standpoints,
)
from argmap.model import ArgumentMap
from argmap.report import standings
from argmap.suggestions import did_you_mean


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a semantics, claims taken to stand or fall, how many labellings to list."""

    semantics: str
    accept: tuple[str, ...]
    reject: tuple[str, ...]
    most: int
    deadline: Deadline
    audience: str | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The same answer for people and for programs."""

    text: str
    json: dict[str, object]


def answer_to(a_map: ArgumentMap, question: Question) -> Answer:
    """Return what stands by the semantics that is asked for.

    Raises ConfigurationError for an unknown id, EvaluationLimitError where time runs out,
    MissingExtraError where a large map needs the SAT solver and it is not installed.
    """
    if question.claims:
        return _about_claims(a_map, question)
    if question.semantics in STANDPOINTS:
        return _standpoints(a_map, question)
    accept, reject = question.accept, question.reject
    found = degrees_of(a_map, question.semantics, accept=accept, reject=reject)
    lines = [*standings.degrees_text(a_map, found.claims), "", standings.remark_on(found)]
    return Answer("\n".join(lines), standings.degrees_json(question.semantics, found))


def _about_claims(a_map: ArgumentMap, question: Question) -> Answer:
    semantics = Semantics(question.semantics)
    lines: list[str] = []
    answers: dict[str, object] = {}
    for claim in question.claims:
        if claim not in a_map.claims_by_id:
            hint = did_you_mean(claim, a_map.claims_by_id) or "."
            raise ConfigurationError(f"the map has no claim “{claim}”{hint}")
        found = acceptability(
            a_map,
            semantics,
            claim,
            accept=question.accept,
            reject=question.reject,
            audience=question.audience,
            seconds=question.deadline,
        )
        lines += standings.acceptability_text(a_map, semantics, claim, found)
        answers[claim] = standings.acceptability_json(found)
    return Answer("\n".join(lines), {"semantics": question.semantics, "claims": answers})


def _standpoints(a_map: ArgumentMap, question: Question) -> Answer:
    semantics = Semantics(question.semantics)
    accept, reject, seconds = question.accept, question.reject, question.deadline
    who = question.audience
    found = acceptance(
        a_map, semantics, accept=accept, reject=reject, audience=who, seconds=seconds
    )
    listed: list[Standpoint] = []
    is_cut = True
    with suppress(EvaluationLimitError):
        # What is listed by then is worth telling.
        listed.extend(
            standpoints(
                a_map,
                semantics,
                accept=accept,
                reject=reject,
                audience=who,
                limit=question.most,
                seconds=seconds,
            )
        )
        is_cut = False
    count: int | None = None
    with suppress(EvaluationLimitError):
        # What is accepted is known by now; that nobody can count the labellings is no harm.
        count = count_standpoints(
            a_map, semantics, accept=accept, reject=reject, audience=who, seconds=seconds
        )
    lines = [*standings.acceptances_text(a_map, found, count, listed)]
    if is_cut:
        limit = f"{seconds.seconds:g} seconds (--time-limit)"
        lines += ["", f"No more labellings could be listed within {limit}."]
    answer = {**standings.acceptances_json(found, count, listed), "out_of_time": is_cut}
    return Answer("\n".join(lines), answer)
