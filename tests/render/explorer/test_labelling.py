"""The labelling in JavaScript says what Python says, and knows no more than it is told."""

import json
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Polarity
from argmap.page_data.network import network_data
from argmap.pipeline import loads
from argmap.planning import RenderOptions, planned
from tests.examples import examples, share
from tests.render.explorer.labelling import (
    HIDDEN,
    Answering,
    WhatIf,
    answering,
    differing,
    random_question,
)
from tests.strategies import argument_maps

TWO_SIDES = """
argmap: 1
thesis: {id: a, text: A., contradicts: b}
claims: [{id: b, text: B.}]
"""


@pytest.fixture(scope="module")
def answer() -> Iterator[Answering]:
    with answering() as process:
        yield process


@pytest.mark.property
def test_random_maps_with_random_questions_have_the_verdicts_of_python(answer: Answering) -> None:
    for seed in range(share(1000)):
        assert differing(random_question(seed), answer) is None, seed


def test_random_questions_are_about_all_that_bears_on_verdicts() -> None:
    met: Counter[str] = Counter()
    for seed in range(100):
        asked = random_question(seed)
        a_map, names = asked.map, {one.id for one in asked.map.arguments}
        supposed = {*asked.accept, *asked.reject}
        met.update(
            kind
            for kind, there in {
                "seal": any(one.home for one in a_map.claims),
                "seal that is supposed to be otherwise": any(
                    one.home for one in a_map.claims if one.id in supposed
                ),
                "name of a map that is included": any("/" in one.id for one in a_map.claims),
                "strength": any(one.strength for one in a_map.arguments),
                "audience": asked.audience is not None,
                "standard": any(one.standard for one in a_map.claims),
                "circle": _goes_in_a_circle(a_map),
                "undercut": any(
                    one.target in names and one.polarity is Polarity.ATTACK
                    for one in a_map.arguments
                ),
                "backing": any(
                    one.target in names and one.polarity is Polarity.SUPPORT
                    for one in a_map.arguments
                ),
                "contradiction": any(one.contradicts for one in a_map.claims),
                "step that is accepted": bool(names & {*asked.accept}),
                "step that is rejected": bool(names & {*asked.reject}),
            }.items()
            if there
        )
    assert len(met) == 12
    assert min(met.values()) >= 5, met


def _goes_in_a_circle(a_map: ArgumentMap) -> bool:
    needs: dict[str, set[str]] = {}
    for one in a_map.arguments:
        needs.setdefault(one.target, set()).add(one.id)
        needs.setdefault(one.id, set()).update(one.premises)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError:
        return True
    return False


@examples(100)
@given(argument_maps(min_claims=1), st.data())
def test_any_map_has_the_verdicts_of_python_for_every_audience(
    answer: Answering, a_map: ArgumentMap, data: st.DataObject
) -> None:
    names = [*a_map.claims_by_id, *a_map.arguments_by_id]
    asked = data.draw(st.lists(st.sampled_from(names), max_size=4))
    count = data.draw(st.integers(0, len(asked)))
    accept, reject = tuple(asked[:count]), tuple(asked[count:])
    for audience in (None, *(one.id for one in a_map.audiences)):
        assert differing(WhatIf(a_map, accept, reject, audience), answer) is None


def test_both_sides_of_a_contradiction_are_refused(answer: Answering) -> None:
    a_map = loads(TWO_SIDES)
    data = WhatIf(a_map, ("a", "b")).asked()
    assert answer(data) == {"refused": True}
    assert "verdicts" in answer(WhatIf(a_map, ("a",), ("b",)).asked())


def network_of(a_map: ArgumentMap, **options: Any) -> Any:
    plan = planned(a_map, options=RenderOptions(**options), defaults=None, placed=True)
    return json.loads(json.dumps(network_data(plan.showing)))


def test_what_is_hidden_is_weighed_and_has_only_a_number(answer: Answering) -> None:
    secret = f"{{id: secret, text: S., tags: [{HIDDEN}]}}"
    a_map = loads(f"argmap: 1\nthesis: {{id: t, text: T., rebuttals: [{secret}]}}")
    data = network_of(a_map, without=(HIDDEN,))
    assert "secret" not in json.dumps(data)
    verdicts = answer({"network": data, "question": {}})["verdicts"]
    assert list(verdicts) == ["t"]
    assert verdicts["t"] == {
        "label": "rejected",
        "standing": "falls",
        "reason": "defeated",
        "because": [],
        "hidden": 1,
    }
    # A question about what is hidden stays asked, whatever else a reader asks.
    asked = network_of(a_map, without=(HIDDEN,), reject=("secret",))
    assert "secret" not in json.dumps(asked)
    verdicts = answer({"network": asked, "question": {}})["verdicts"]
    assert verdicts["t"]["standing"] == "stands"


def test_what_bears_on_nothing_that_is_shown_is_left_out() -> None:
    a_map = loads("argmap: 1\nthesis: {id: t, text: T., arguments: [{id: p, text: P.}]}")
    below = network_of(a_map, below=("p",))
    assert below["ids"] == ["p"]
    assert network_of(a_map, max_depth=0)["ids"] == ["t", None, None]


def test_the_question_of_the_picture_is_that_of_the_page(answer: Answering) -> None:
    a_map = loads("argmap: 1\nthesis: {id: t, text: T., arguments: [{id: p, text: P.}]}")
    data = network_of(a_map, reject=("p",))
    told = answer({"network": data})
    assert told["verdicts"]["t"]["standing"] == "not-shown"
    assert network_of(a_map, evaluate=False) is None


def test_no_verdict_would_be_the_same_by_chance(answer: Answering) -> None:
    """A network in which an attack is forgotten must be told apart by some of the questions."""
    told = 0
    for seed in range(40):
        what_if = random_question(seed)
        data = what_if.asked()
        supports = data["network"]["supports"]
        changed = {**data["network"], "supports": [True] * len(supports)}
        told += answer(data) != answer({**data, "network": changed})
    assert told > 10
