"""Answers of `argmap evaluate` by semantics other than the grounded one."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from argmap.errors import ConfigurationError, EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.standpoints import (
    UNKNOWN,
    Standpoint,
    acceptability,
    acceptance,
    count_standpoints,
    standpoints,
)
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.semantics import degrees_of
from argmap.model import ArgumentMap
from argmap.report import labellings, standings
from argmap.suggestions import did_you_mean
from argmap.weighing import STANDPOINTS


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
    counted: bool = False


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
    found = degrees_of(
        a_map,
        question.semantics,
        accept=question.accept,
        reject=question.reject,
        deadline=question.deadline,
    )
    lines = [
        *standings.degrees_text(a_map, question.semantics, found.claims),
        "",
        standings.remark_on(found),
    ]
    # What is taken to stand on both sides of a contradiction has numbers, and no verdicts; and
    # where the time is over, the numbers are what was asked for.
    with suppress(ConfigurationError, EvaluationLimitError):
        verdicts = evaluate(
            a_map, accept=question.accept, reject=question.reject, deadline=question.deadline
        )
        parted = standings.disagreement_text(a_map, found.claims, verdicts)
        lines += [parted] if parted else []
    return Answer("\n".join(lines), standings.degrees_json(question.semantics, found))


def _about_claims(a_map: ArgumentMap, question: Question) -> Answer:
    semantics = Semantics(question.semantics)
    lines: list[str] = []
    answers: dict[str, object] = {}
    is_cut = False
    for claim in question.claims:
        if claim not in a_map.claims_by_id:
            hint = did_you_mean(claim, a_map.claims_by_id) or "."
            raise ConfigurationError(f"the map has no claim “{claim}”{hint}")
    for claim in question.claims:
        try:
            found = acceptability(a_map, semantics, claim, **_options(question))
        except EvaluationLimitError:
            if not answers:
                raise
            # The time went by with the claims before.
            found = UNKNOWN
        lines += labellings.acceptability_text(a_map, semantics, claim, found)
        answers[claim] = labellings.acceptability_json(found)
        is_cut = is_cut or found.is_cut
    if is_cut:
        lines += ["", f"Not everything was found out {_in_time(question)}."]
    json = {"semantics": question.semantics, "claims": answers, "out_of_time": is_cut}
    return Answer("\n".join(lines), json)


def _standpoints(a_map: ArgumentMap, question: Question) -> Answer:
    semantics = Semantics(question.semantics)
    found = acceptance(a_map, semantics, **_options(question))
    headline, count = _counted(a_map, question)
    lines = [*labellings.acceptances_text(a_map, found, headline)]
    listed, is_listing_cut = _listed(a_map, question)
    if listed:
        are_all = not is_listing_cut and len(listed) < question.most
        lines += ["", *labellings.listed_text(found, listed, are_all=are_all)]
    if found.is_cut:
        lines += ["", f"Not everything was found out {_in_time(question)}."]
    if is_listing_cut:
        lines += ["", f"No more labellings could be listed {_in_time(question)}."]
    json = labellings.acceptances_json(found, listed)
    if question.counted:
        json["count"] = labellings.count_json(count)
        if count is None:
            lines += ["", f"The labellings could not be counted {_in_time(question)}."]
    json["out_of_time"] = found.is_cut or is_listing_cut or (question.counted and count is None)
    return Answer("\n".join(lines), json)


def _counted(a_map: ArgumentMap, question: Question) -> tuple[str | None, int | None]:
    """Return how many labellings there are, in words and as a number, None for both if unknown."""
    if not question.counted:
        return None, None
    semantics = Semantics(question.semantics)
    try:
        count = count_standpoints(a_map, semantics, **_options(question))
    except EvaluationLimitError:
        # What is accepted is known by now; that nobody can count the labellings is no harm.
        return None, None
    return labellings.count_text(semantics, count), count


def _listed(a_map: ArgumentMap, question: Question) -> tuple[list[Standpoint], bool]:
    """Return the labellings that were found in time, and whether the time was over before."""
    listed: list[Standpoint] = []
    if not question.most:
        return listed, False
    semantics = Semantics(question.semantics)
    try:
        # What is listed by then is worth telling.
        listed.extend(standpoints(a_map, semantics, limit=question.most, **_options(question)))
    except EvaluationLimitError:
        return listed, True
    return listed, False


def _options(question: Question) -> dict[str, Any]:
    """Return what every search is asked with, the one deadline among it."""
    return {
        "accept": question.accept,
        "reject": question.reject,
        "audience": question.audience,
        "seconds": question.deadline,
    }


def _in_time(question: Question) -> str:
    return f"within {question.deadline.seconds:g} seconds (--time-limit)"
