"""Two maps in one picture: what changed says so in words, and all that was or is there is there."""

from dataclasses import replace

from hypothesis import given

from argmap.change_picture import draw_both, planned_both
from argmap.comparing.both import both_in_one
from argmap.comparing.differences import Comparison, compared
from argmap.comparing.matching import matched
from argmap.model import ArgumentMap
from argmap.pipeline import loads
from tests.examples import examples
from tests.strategies import argument_maps

OLD = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay open.
  premises: [{id: swim, text: Children learn to swim there.}]
  rebuttals: [{id: dear, label: Money, text: It is dear.}]
"""
NEW = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay open.
  premises: [{id: swim, text: Children learn swimming there.}, {id: near, text: It is near.}]
"""


def comparison(first: ArgumentMap, second: ArgumentMap) -> Comparison:
    return compared(first, second, matched(first, second))


def both(old: str, new: str) -> ArgumentMap:
    return both_in_one(comparison(loads(old), loads(new))).map


def test_each_change_is_a_headline_and_a_tag() -> None:
    told = {claim.text: (claim.label, claim.tags) for claim in both(OLD, NEW).claims}
    assert told == {
        "The pool should stay open.": ("IS UNDECIDED → STANDS", ("flipped",)),
        "Children learn swimming there.": ("REWORDED", ("reworded",)),
        "It is near.": ("NEW", ("new",)),
        "It is dear.": ("GONE: Money", ("gone",)),
    }


STEPS = """\
argmap: 1
thesis:
  id: pool
  text: The pool should stay open.
  arguments: [{scheme: sign, premises: [{ref: swim}]}]
  rebuttals: [{id: dear, text: It is dear., arguments: [{ref: far}]}]
claims: [{id: far, text: It is far.}, {id: swim, text: Children learn to swim there.}]
"""


def test_what_happened_to_a_step_alone_stands_on_the_step() -> None:
    new = STEPS.replace("sign,", "sign, strength: weak,").replace("[{ref: far}]", "[{ref: swim}]")
    found = both(STEPS, new)
    told = {one.label: one.tags for one in found.arguments if one.label}
    assert told == {"NEW": ("new",), "GONE": ("gone",), "CHANGED: sign": ("changed",)}
    assert {claim.label for claim in found.claims} == {None, "IS UNDECIDED → FALLS"}


def test_what_happened_is_said_in_the_language_of_the_map() -> None:
    old, new = (text.replace("thesis:", "language: de\nthesis:") for text in (OLD, NEW))
    told = {claim.label for claim in both(old, new).claims}
    assert told == {"IST UNENTSCHIEDEN → HAT BESTAND", "UMFORMULIERT", "NEU", "ENTFALLEN: Money"}


def test_a_picture_says_it_in_words() -> None:
    drawn = draw_both(comparison(loads(OLD), loads(NEW))).decode()
    for words in ("NEW", "GONE: Money", "REWORDED", "UNDECIDED → STANDS"):
        assert words in drawn


def test_equal_maps_are_drawn_as_they_are() -> None:
    assert all(claim.label is None or claim.label == "Money" for claim in both(OLD, OLD).claims)
    assert not any(claim.tags for claim in both(OLD, OLD).claims)


@examples(50)
@given(argument_maps(max_claims=5, max_arguments=6), argument_maps(max_claims=5, max_arguments=6))
def test_all_of_both_maps_is_there_with_the_verdicts_of_the_new_one(
    one: ArgumentMap, other: ArgumentMap
) -> None:
    # A theme may be a file, which these maps have no folder for.
    other = replace(other, style=replace(other.style, theme=None))
    found = comparison(one, other)
    plan = planned_both(found)
    drawn = plan.showing.map
    assert len(drawn.claims) == len(one.claims) + len(other.claims) - len(found.matching.claims)
    assert len(drawn.arguments) == (
        len(one.arguments) + len(other.arguments) - len(found.matching.arguments)
    )
    for name in (*other.claims_by_id, *other.arguments_by_id):
        assert plan.showing.verdict(name) is found.evaluation.verdict(name).standing
