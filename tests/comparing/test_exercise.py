"""What a student's map lacks beside a model is named, each thing by its kind."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from argmap.comparing.exercise import Mark, Remark, remarks
from argmap.comparing.matching import matched
from argmap.comparing.passages import passages_of
from argmap.model import Argument, ArgumentMap, Citation, Claim, Polarity
from argmap.pipeline import load, loads
from argmap.report.exercise import Marked, exercise_json, exercise_table, exercise_text
from tests.comparing.rewording import with_derived_ids
from tests.examples import examples, share
from tests.strategies import argument_maps

MAPS = sorted(Path(__file__).parents[2].glob("maps/*.yaml"))
LARGE = [with_derived_ids(load(path)) for path in MAPS if len(load(path).claims) > 15]
OTHER_SIDE = {Polarity.SUPPORT: Polarity.ATTACK, Polarity.ATTACK: Polarity.SUPPORT}

Planted = tuple[ArgumentMap, set[tuple[Mark, str]]]


def compare(model: ArgumentMap, student: ArgumentMap) -> tuple[Remark, ...]:
    return remarks(model, student, matched(model, student))


def with_arguments(a_map: ArgumentMap, arguments: list[Argument], *more: Claim) -> ArgumentMap:
    return replace(
        a_map, arguments=tuple(arguments), claims=(*a_map.claims, *more), style=a_map.style
    )


def leaf_is_missing(model: ArgumentMap, chance: random.Random) -> Planted:
    leaves = [
        one
        for one in model.arguments
        if len(one.premises) == 1
        and not model.arguments_on(one.id)
        and not model.arguments_on(one.premises[0])
        and not model.contradictions_of(one.premises[0])
        and len(model.uses_of(one.premises[0])) == 1
    ]
    gone = chance.choice(leaves)
    claim = gone.premises[0]
    left = tuple(one for one in model.claims if one.id != claim)
    kept = tuple(one for one in model.arguments if one.id != gone.id)
    return replace(model, claims=left, arguments=kept), {(Mark.MISSING, claim)}


def _lone(model: ArgumentMap, chance: random.Random, *, on_claims: bool = True) -> Argument:
    return chance.choice(
        [
            one
            for one in model.arguments
            if len(one.premises) == 1
            and len(model.uses_of(one.premises[0])) == 1
            and (one.target in model.claims_by_id) == on_claims
        ]
    )


def _changed(model: ArgumentMap, one: Argument, **fields: object) -> ArgumentMap:
    new = replace(one, **fields)  # type: ignore[arg-type]
    return replace(model, arguments=tuple(new if a is one else a for a in model.arguments))


def side_is_wrong(model: ArgumentMap, chance: random.Random) -> Planted:
    one = _lone(model, chance)
    student = _changed(model, one, polarity=OTHER_SIDE[one.polarity])
    return student, {(Mark.WRONG_SIDE, one.premises[0])}


def place_is_wrong(model: ArgumentMap, chance: random.Random) -> Planted:
    one = _lone(model, chance)
    others = [c.id for c in model.claims if c.id not in (one.target, *one.premises)]
    student = _changed(model, one, target=chance.choice(others))
    return student, {(Mark.WRONG_PLACE, one.premises[0])}


def undercut_is_a_rebuttal(model: ArgumentMap, chance: random.Random) -> Planted:
    one = _lone(model, chance, on_claims=False)
    end = model.arguments_by_id[one.target].target
    while end in model.arguments_by_id:
        end = model.arguments_by_id[end].target
    return _changed(model, one, target=end), {(Mark.WRONG_PLACE, one.premises[0])}


def something_is_extra(model: ArgumentMap, chance: random.Random) -> Planted:
    claim = Claim("extra", "Nobody asked the gardeners what they think of marble fountains.")
    target = chance.choice(model.claims).id
    student = with_arguments(model, [*model.arguments, Argument("more", ("extra",), target)], claim)
    return student, {(Mark.EXTRA, "extra")}


def links_are_gone(model: ArgumentMap, chance: random.Random) -> Planted:
    one = chance.choice([a for a in model.arguments if len(set(a.premises)) > 1])
    parts = [replace(one, id=f"part.{p}", premises=(p,), label=None) for p in set(one.premises)]
    kept = [replace(a, target=parts[0].id) if a.target == one.id else a for a in model.arguments]
    student = with_arguments(model, [*(a for a in kept if a.id != one.id), *parts])
    return student, {(Mark.LINKED_OTHERWISE, p) for p in set(one.premises)}


def links_are_new(model: ArgumentMap, chance: random.Random) -> Planted:
    pairs = [
        (one, other)
        for one in model.arguments
        for other in model.arguments_on(one.target, one.polarity)
        if one.id < other.id and len(one.premises) == len(other.premises) == 1
        and one.premises != other.premises
    ]  # fmt: skip
    one, other = chance.choice(pairs)
    joined = replace(one, premises=(*one.premises, *other.premises), label=None)
    kept = [
        replace(a, target=one.id) if a.target == other.id else joined if a is one else a
        for a in model.arguments
        if a is not other
    ]
    student = with_arguments(model, kept)
    return student, {(Mark.LINKED_OTHERWISE, p) for p in joined.premises}


def thesis_is_another(model: ArgumentMap, chance: random.Random) -> Planted:
    others = [one.id for one in model.claims if one.id not in model.theses]
    student = replace(model, theses=(chance.choice(others),))
    return student, {(Mark.WRONG_PLACE, model.theses[0])}


PLANTS: list[Callable[[ArgumentMap, random.Random], Planted]] = [
    leaf_is_missing, side_is_wrong, place_is_wrong, undercut_is_a_rebuttal, something_is_extra,
    links_are_gone, links_are_new, thesis_is_another,
]  # fmt: skip


@pytest.mark.property
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.__name__)
def test_each_kind_of_fault_is_named(
    plant: Callable[[ArgumentMap, random.Random], Planted],
) -> None:
    """Each is named in 95 % of 500 maps."""
    named = tried = 0
    for seed in range(share(500)):
        chance = random.Random(seed)
        model = chance.choice(LARGE)
        student, wanted = plant(model, chance)
        found = {(one.mark, one.claim or one.student or "") for one in compare(model, student)}
        tried += 1
        named += wanted <= found
    assert named / tried >= 0.95


@examples(300)
@given(argument_maps(min_claims=1))
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
