"""Who answers which question."""

import pytest

from argmap.checks.answering import Questions
from argmap.document import parse
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.reader import read

HEAD = """\
argmap: 1
thesis:
  text: T
  id: t
  arguments:
    - id: a
      scheme: sign
      premises: [{text: P, id: p}]
"""


def map_of(body: str) -> ArgumentMap:
    reading = read(parse(HEAD + body, file="m.yaml"))
    assert reading.diagnostics == ()
    assert reading.map is not None
    return reading.map


def unanswered(a_map: ArgumentMap, name: str = "a") -> set[str]:
    return {q.id for q in Questions(a_map).unanswered(a_map.arguments_by_id[name])}


ALL_OPEN = {"sign", "connection", "other-origin", "counter-signs"}


def test_without_answers_all_questions_are_open() -> None:
    assert unanswered(map_of("")) == ALL_OPEN


@pytest.mark.parametrize(
    "body",
    [
        "      rebuttals: [{text: R, question: sign}]",
        "      rebuttals: [{premises: [R], question: sign}]",
        "      backing: [{text: R, question: sign}]",
        "  rebuttals: [{text: R, question: sign}]",
        "claims: [{ref: p, rebuttals: [{text: R, question: sign}]}]",
        "claims: [{ref: p, arguments: [{premises: [R], question: sign}]}]",
        "claims: [{ref: p, premises: [{text: R, question: sign}]}]",
    ],
)
def test_an_answer_is_heard_from_every_place_it_belongs(body: str) -> None:
    a_map = map_of(body)
    assert unanswered(a_map) == ALL_OPEN - {"sign"}


@pytest.mark.parametrize(
    "body",
    [
        "claims: [{text: R, question: sign}]",
        "    - {text: R, question: sign}",
        "    - {premises: [R], question: sign}",
        "  rebuttals: [{text: R, rebuttals: [{text: S, question: sign}]}]",
    ],
)
def test_it_is_not_heard_from_elsewhere(body: str) -> None:
    assert unanswered(map_of(body)) == ALL_OPEN


def test_a_premise_answers_its_own_argument_first() -> None:
    a_map = map_of(
        "      backing: [{id: b, scheme: sign, premises: [{text: R, question: connection}]}]"
    )
    assert unanswered(a_map, "b") == ALL_OPEN - {"connection"}
    assert unanswered(a_map) == ALL_OPEN


def test_a_premise_answers_beyond_its_argument_what_that_does_not_ask() -> None:
    a_map = map_of(
        "      backing: [{id: b, scheme: waste, premises: [{text: R, question: connection}]}]"
    )
    assert unanswered(a_map) == ALL_OPEN - {"connection"}


def test_an_unknown_scheme_asks_nothing() -> None:
    a_map = map_of("    - {id: own, scheme: house-style, premises: [Q]}")
    assert unanswered(a_map, "own") == set()


def test_who_is_asked_by_a_scheme_of_ones_own_is_known() -> None:
    body = (
        "    - {scheme: house-style, premises: [{text: R, id: r}]}\n  rebuttals: [{text: S, id: s}]"
    )
    questions = Questions(map_of(body))
    assert questions.for_claim("r").has_unknown
    assert questions.for_claim("s").has_unknown
    assert questions.for_claim("s").schemes == {"sign"}
    assert not questions.for_claim("p").has_unknown


def test_a_claim_that_everything_bears_on_is_looked_at_once() -> None:
    hub = Claim("hub", "H")
    claims = [Claim(f"c{n}", "C", question="sign") for n in range(20_000)]
    for_it = [Argument(f"s{n}", ("hub",), f"c{n}", scheme="sign") for n in range(10_000)]
    against = [
        Argument(f"r{n}", (f"c{n}",), "hub", Polarity.ATTACK, scheme="waste")
        for n in range(10_000, 20_000)
    ]
    a_map = ArgumentMap((hub, *claims), (*for_it, *against), ("hub",))
    questions = Questions(a_map)
    assert all(questions.for_claim(claim.id).schemes for claim in claims[10_000:])
    assert {len(list(questions.unanswered(argument))) for argument in for_it} == {3}
