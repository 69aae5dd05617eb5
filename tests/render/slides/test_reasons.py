"""Slides and the explorer give the same reasons, in every language."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.wording import reason_in_words
from argmap.languages import LANGUAGES, words_in
from argmap.model import ArgumentMap
from argmap.page_data.news_words import news_words
from argmap.page_data.page import page_data
from argmap.pipeline import loads
from argmap.planning import planned
from argmap.render.slides.reasons import Reasons
from argmap.style import Style
from argmap.values import is_text
from argmap.weighing import Home, Standing
from tests.examples import examples
from tests.npm import leave_out
from tests.strategies import argument_maps

SCRIPT = Path(__file__).with_name("reasons.mjs")
MAP = """argmap: 1
thesis: {id: t, text: T., premises: [{id: p, text: P.}],
  rebuttals: [{id: r, text: R., rebuttals: [{text: S.}]}]}
"""


@pytest.fixture(scope="module")
def script() -> Iterator[Callable[[ArgumentMap, str], dict[str, str]]]:
    """What the explorer says of all claims and arguments of a map in a language."""
    node = shutil.which("node")
    if node is None:
        leave_out("Node is not installed.")
    command = [str(node), str(SCRIPT)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        asks, answers = process.stdin, process.stdout
        assert asks is not None
        assert answers is not None

        def told(a_map: ArgumentMap, language: str) -> dict[str, str]:
            plan = planned(a_map, options=None, defaults=None, placed=True)
            data = page_data(plan.showing, plan.theme)
            asks.write(json.dumps({"data": data, "words": news_words(words_in(language))}) + "\n")
            asks.flush()
            found: dict[str, str] = json.loads(answers.readline())
            return found

        yield told
        asks.close()


def said(a_map: ArgumentMap, language: str) -> dict[str, str]:
    plan = planned(a_map, options=None, defaults=None, placed=True)
    assert plan.showing.evaluation is not None
    reasons = Reasons(a_map, plan.showing.evaluation, words_in(language))
    ids = [*a_map.claims_by_id, *a_map.arguments_by_id]
    return {id: reasons.half(id) for id in ids}


@examples(25)
@given(argument_maps(), st.sampled_from(sorted(LANGUAGES)))
def test_slides_say_what_the_explorer_says(
    script: Callable[[ArgumentMap, str], dict[str, str]], a_map: ArgumentMap, language: str
) -> None:
    plain = replace(a_map, style=Style())
    assert said(plain, language) == script(plain, language)


# What names of claims and arguments are cut at, quoted with, or filled in by.
TRICKY = (
    ".",
    "。",
    "।",
    "۔",
    "…",
    ":",
    "?",
    "”",
    "“",
    "{}",
    "}",
    " ",
    "\n",
    "\u00a0",
    "-",
    "é",
    "🎉",
)
NAMES = st.lists(st.sampled_from((*TRICKY, "so " * 19, "a" * 60)), min_size=1, max_size=4)
TEXTS = NAMES.map("".join).filter(is_text)


@examples(400)
@given(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), st.sampled_from(sorted(LANGUAGES)))
def test_slides_and_explorer_have_one_name_for_whatever_is_written(
    script: Callable[[ArgumentMap, str], dict[str, str]], texts: tuple[str, ...], language: str
) -> None:
    text, label, of_argument, other = texts
    rebuttal = {"id": "r", "text": text, "rebuttals": [{"id": "s", "text": other}]}
    step = {"label": of_argument, "premises": [{"id": "p", "text": other, "label": label}]}
    thesis = {"id": "t", "text": "T", "arguments": [step], "rebuttals": [rebuttal]}
    circular = {"label": of_argument, "premises": [{"ref": "c"}]}
    circle = {"id": "c", "text": label, "arguments": [circular]}
    a_map = loads(
        json.dumps({"argmap": 1, "thesis": thesis, "claims": [circle]}, ensure_ascii=False)
    )
    assert said(a_map, language) == script(a_map, language)


@pytest.mark.parametrize(
    ("name", "quoted"),
    [("So.", "“So”"), (".", "“.”"), ("。", "“。”"), ("So...", "“So...”"), ("ऐसा है।", "“ऐसा है”")],
)
def test_a_name_in_quotes_is_never_empty(
    script: Callable[[ArgumentMap, str], dict[str, str]], name: str, quoted: str
) -> None:
    rebuttals = [{"text": name}, {"label": name, "premises": ["A.", "B."]}]
    text = json.dumps({"argmap": 1, "thesis": {"id": "t", "text": "T.", "rebuttals": rebuttals}})
    a_map = loads(text)
    expected = f"{quoted} and the argument {quoted} stand against it"
    assert said(a_map, "en")["t"] == script(a_map, "en")["t"] == expected


@pytest.mark.parametrize("verdict", list(Standing))
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_is_argued_elsewhere_has_its_verdict_from_there(
    script: Callable[[ArgumentMap, str], dict[str, str]], language: str, verdict: Standing
) -> None:
    a_map = loads(MAP)
    at_home = Home("{} the budget.yaml", verdict)
    claims = [replace(one, home=at_home if one.id == "p" else None) for one in a_map.claims]
    a_map = replace(a_map, claims=tuple(claims))
    told = said(a_map, language)
    assert told == script(a_map, language)
    assert told["p"] == words_in(language).away[verdict].format(at_home.map)
    found = evaluate(a_map).verdict("p")
    if language == "en":
        assert told["p"] == reason_in_words(a_map, "p", found)
    # A question counts more, and then so it is told.
    turned = evaluate(a_map, reject=["p"]) if found.label == "accepted" else None
    other = turned or evaluate(a_map, accept=["p"])
    assert "budget" not in Reasons(a_map, other, words_in(language)).half("p")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_reason_becomes_a_sentence(language: str) -> None:
    a_map = loads(MAP)
    plan = planned(a_map, options=None, defaults=None, placed=True)
    assert plan.showing.evaluation is not None
    sentence = Reasons(a_map, plan.showing.evaluation, words_in(language)).of("t")
    assert sentence[0] == sentence[0].upper()
    assert sentence.endswith(".")


def test_two_arguments_of_one_name_are_told_as_one(
    script: Callable[[ArgumentMap, str], dict[str, str]],
) -> None:
    a_map = loads(
        "argmap: 1\nthesis: {id: t, text: T., rebuttals: [{ref: p}, {ref: p}]}\n"
        "claims: [{id: p, text: P.}, {id: u, text: U., arguments: [{ref: f}, {ref: f}]},"
        " {id: f, text: F., rebuttals: [{ref: p}]}]\n"
    )
    told = said(a_map, "en")
    assert told == script(a_map, "en")
    assert told["t"] == "“P” stands against it"
    assert told["u"] == "no argument for it stands: “F”"


def test_what_fell_for_a_reason_is_named() -> None:
    told = said(loads(MAP), "en")
    assert told["r"] == "“S” stands against it"
