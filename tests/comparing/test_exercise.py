"""What a student's map lacks beside a model is named, each thing by its kind."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given

from argmap.comparing.exercise import Mark
from argmap.comparing.matching import matched
from argmap.comparing.passages import passages_of
from argmap.model import ArgumentMap, Citation, Claim
from argmap.pipeline import loads
from argmap.report.exercise import Marked, exercise_json, exercise_table, exercise_text
from tests.comparing.planted_faults import LARGE, PLANTS, Planted, compare, is_named
from tests.comparing.rewording import with_derived_ids
from tests.examples import examples, share
from tests.strategies import argument_maps


@pytest.mark.property
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_each_kind_of_fault_is_named(
    plant: Callable[[ArgumentMap, random.Random], Planted],
) -> None:
    """Each is named in 95 % of 500 maps."""
    tried = share(500)
    named = sum(is_named(plant, random.Random(seed)) for seed in range(tried))
    assert named / tried >= 0.95


@examples(120)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=6))
def test_a_model_beside_itself_is_complete(a_map: ArgumentMap) -> None:
    if len({claim.text for claim in a_map.claims}) == len(a_map.claims):
        marks = {one.mark for one in compare(a_map, a_map)}
        assert marks <= {Mark.FOUND, Mark.LINKED_OTHERWISE}


@pytest.mark.parametrize("model", LARGE, ids=lambda one: one.claims[0].id)
def test_a_real_model_beside_itself_is_complete(model: ArgumentMap) -> None:
    assert {one.mark for one in compare(model, model)} == {Mark.FOUND}


MODEL = """\
argmap: 1
thesis:
  text: The pool should stay open.
  arguments:
    - premises: [Children learn to swim there., No other pool is near.]
  rebuttals: [{text: It is dear., rebuttals: [There is a grant.]}]
"""
STUDENT = """\
argmap: 1
thesis:
  text: The pool should stay open.
  arguments:
    - Children learn to swim there.
    - There is a grant.
    - It is dear.
    - Cats like fish.
"""


def marked(student: str) -> Marked:
    model, theirs = loads(MODEL), loads(student)
    return Marked("anna.yaml", model, theirs, compare(model, theirs))


def test_all_is_said_in_sentences() -> None:
    assert (
        exercise_text(marked(STUDENT), width=100)
        == """\
anna.yaml: 2 of 5 found, 1 missing, 1 on the wrong side, 1 in the wrong place, 1 not in the model
  • “No other pool is near” is missing: it speaks for “The pool should stay open”.
  • “It is dear” speaks against “The pool should stay open”, not for it.
  • “There is a grant” speaks against “It is dear”; here it speaks for “The pool should stay open”.
  • “Cats like fish” is not in the model.
"""
    )


def test_a_class_is_a_table() -> None:
    table = exercise_table([marked(STUDENT), marked(MODEL)]).splitlines()
    assert table[0].split("  ")[0] == "map"
    assert table[1].split() == ["anna.yaml", "2", "1", "1", "1", "0", "1"]
    assert table[2].split() == ["anna.yaml", "5", "0", "0", "0", "0", "0"]


def test_programs_get_the_same() -> None:
    told = exercise_json(marked(STUDENT))
    assert told["counts"]["missing"] == 1  # type: ignore[index]
    assert "points" not in told


def test_claims_may_be_known_by_what_they_quote() -> None:
    def quoting(text: str, quote: str) -> ArgumentMap:
        claim = Claim("c", text, citations=(Citation("s", "¶1", quote),))
        source = loads("argmap: 1\nthesis: T\nsources: {s: {title: S}}\n").sources
        return ArgumentMap((claim, Claim("t", "Thesis")), sources=source, theses=("t",))

    one, other = (
        quoting("Wealth grows.", "the rich get richer"),
        quoting("Money begets money.", "rich get richer"),
    )
    assert "c" not in matched(with_derived_ids(one), with_derived_ids(other)).claims
    signs = passages_of(one), passages_of(other)
    assert matched(one, other, signs=signs).claims["c"] == "c"
