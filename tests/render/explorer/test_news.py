"""What a question changes in sentences: in the words of argmap, in every language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.errors import UnfitOptionError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.verdicts import ReasonKind
from argmap.evaluation.wording import reason_in_words
from argmap.languages import LANGUAGES, words_in
from argmap.model import ArgumentMap
from argmap.page_data.news_words import news_words
from argmap.page_data.page import page_data
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions, planned
from tests.examples import share
from tests.render.explorer.labelling import Answering, answering, random_question

MAPS = Path(__file__).parents[3] / "maps"
DATA = '<script type="application/json" id="argmap-data">(.*?)</script>'
LIBRARY = """
argmap: 1
thesis:
  id: open
  text: The library should open on Sundays.
  arguments: [{id: useful, text: People could come.}]
  rebuttals: [{id: dear, text: It costs money., rebuttals: [{id: gift, text: A gift pays for it.}]}]
"""
# What one half of a sentence says in argmap, and what is left out of it here.
SAME = {
    ReasonKind.DEFEATED,
    ReasonKind.BELOW_STANDARD,
    ReasonKind.PREMISE_FELL,
    ReasonKind.UNDERCUT,
    ReasonKind.UNBACKED,
    ReasonKind.CONTESTED,
    ReasonKind.OPEN,
    ReasonKind.GRANTED,
    ReasonKind.REJECTED,
}


@pytest.fixture(scope="module")
def answer() -> Iterator[Answering]:
    with answering() as process:
        yield process


def told(answer: Answering, a_map: ArgumentMap, language: str = "en", **question: Any) -> Any:
    plan = planned(a_map, options=RenderOptions(), defaults=None, placed=True)
    data = json.loads(json.dumps(page_data(plan.showing, plan.theme)))
    return answer({"data": data, "words": news_words(words_in(language)), "question": question})


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“It costs money” now stands: it is given."),
        ("de", "„It costs money“ hat jetzt Bestand: das ist gesetzt."),
        ("fr", "«\u00a0It costs money\u00a0» tient maintenant\u00a0: c’est admis sans argument."),
        ("es", "«It costs money» se sostiene ahora: se da por sentado."),
        ("ru", "«It costs money» теперь в силе: это принято без довода."),
    ],
)
def test_what_changes_is_told_in_the_language_of_the_map(
    answer: Answering, language: str, said: str
) -> None:
    found = told(answer, loads(LIBRARY), language, reject=["gift"])
    assert [one["id"] for one in found] == ["open", "dear", "gift"]
    assert found[1]["sentence"] == said


def test_a_sentence_says_what_has_changed_and_why(answer: Answering) -> None:
    found = told(answer, loads(LIBRARY), reject=["gift"])
    assert [one["sentence"] for one in found] == [
        "“The library should open on Sundays” is now undecided: "
        "“It costs money” is in its way, and neither side prevails.",
        "“It costs money” now stands: it is given.",
        "“A gift pays for it” now falls: it is taken to fall here.",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The argument from “P” and “Q” now falls: it is taken to fall here."),
        ("de", "Das Argument aus „P“ und „Q“ fällt jetzt: das soll hier fallen."),
        ("fr", "L’argument tiré de «\u00a0P\u00a0» et «\u00a0Q\u00a0» tombe maintenant"),
        ("es", "El argumento a partir de «P» y «Q» cae ahora"),
        ("ru", "Довод из «P» и «Q» теперь отпадает"),
    ],
)
def test_an_argument_that_falls_is_told_apart_from_its_premises(
    answer: Answering, language: str, said: str
) -> None:
    a_map = loads(
        "argmap: 1\nthesis: {id: t, text: T., arguments: [{id: s, premises: [P., Q.]}]}\n"
    )
    found = {one["id"]: one["sentence"] for one in told(answer, a_map, language, reject=["s"])}
    assert set(found) == {"t", "s"}
    assert found["s"].startswith(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    words = words_in(language)
    assert {kind.value for kind in ReasonKind} <= set(words.reasons)
    assert set(words.reasons_of_several) < set(words.reasons)


@pytest.mark.property
def test_reasons_in_english_are_those_of_argmap(answer: Answering) -> None:
    compared = 0
    for seed in range(share(300)):
        what_if = random_question(seed)
        a_map = what_if.map
        question: dict[str, Any] = {"accept": what_if.accept, "reject": what_if.reject}
        try:
            found = evaluate(a_map, **question)
        except UnfitOptionError:
            continue
        for one in told(answer, a_map, **question):
            verdict = found.verdict(one["id"])
            if verdict.reason.kind not in SAME or len(set(verdict.reason.because)) > 3:
                continue
            half = one["sentence"].partition(": ")[2].removesuffix(".")
            assert half == reason_in_words(a_map, one["id"], verdict)
            compared += 1
    assert compared > share(300) // 3


def test_sentences_on_verdicts_are_made_whole_again(answer: Answering) -> None:
    odd = """
argmap: 1
thesis:
  id: t
  text: He said “so” and {} [x] twice...
  arguments:
    - {id: a, text: "A. [x]"}
    - {id: b, label: Ends so., text: B.}
    - {id: c, text: "“A”"}
  rebuttals: [{id: long, text: So many words that no line of a sentence holds them all to the end.}]
"""
    maps = [loads(odd), loads(LIBRARY), *map(load, sorted(MAPS.glob("*.yaml")))]
    seen, kept = 0, 0
    for a_map in maps:
        plan = planned(a_map, options=RenderOptions(), defaults=None, placed=True)
        shown: Any = page_data(plan.showing, plan.theme)
        (data,) = re.findall(DATA, draw(a_map, format="explorer").decode())
        found = answer(json.loads(data))
        for node in (*shown["claims"], *shown["arguments"]):
            # Readers of a page do not know ids.
            ids = "|".join(re.escape(one) for one in found)
            assert found[node["id"]] == re.sub(rf" \[(?:{ids})\]", "", node["why"]["sentence"])
            seen += 1
        kept += len(json.loads(data)["sentences"])
    assert seen > 2 * kept
