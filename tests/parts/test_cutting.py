"""What is true of every cut map: nothing is lost, whatever its shape and however little room."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.parts.branches import forest_of
from argmap.parts.cutting import Measures, balanced
from argmap.parts.part import Part
from argmap.parts.part_making import assembled
from argmap.parts.views import view_of_part
from argmap.pipeline import loads
from argmap.style import Style
from argmap.view import view_of, whole_view
from tests.bench.random_argument import random_argument
from tests.examples import examples
from tests.strategies import argument_maps

ROW, STUB = 20.0, 10.0
rooms = st.sampled_from((1.0, 25.0, 50.0, 75.0, 100.0, 200.0, 1000.0))


def cut(a_map: ArgumentMap, room: float, weights: None = None) -> tuple[Part, ...]:
    forest = forest_of(a_map)
    usual = {**{c.id: ROW for c in a_map.claims}, **{a.id: 5.0 for a in a_map.arguments}}
    return assembled(forest, balanced(forest, Measures({**usual, **(weights or {})}, room, STUB)))


def loads_parts(text: str, room: float) -> tuple[Part, ...]:
    return cut(loads(f"argmap: 1\n{text}"), room)


@examples(80)
@given(argument_maps(max_claims=20, max_arguments=20), rooms)
def test_every_claim_and_every_premise_is_shown_somewhere(a_map: ArgumentMap, room: float) -> None:
    parts = cut(a_map, room)
    assert {name for part in parts for name in part.claims} == set(a_map.claims_by_id)
    for argument in a_map.arguments:
        shown = {premise for part in parts for premise in part.steps.get(argument.id, ())}
        assert shown == set(argument.premises)


@examples(80)
@given(argument_maps(max_claims=20, max_arguments=20), rooms)
def test_every_part_is_a_view_in_which_whatever_goes_on_says_where(
    a_map: ArgumentMap, room: float
) -> None:
    parts = cut(a_map, room)
    whole = whole_view(a_map)
    for part in parts:
        view = view_of_part(whole, part)
        assert {claim.id for claim in view.map.claims} == set(part.claims)
        assert set(view.map.arguments_by_id) == set(part.steps)
        for claim in part.claims:
            shown = {a.id for a in a_map.arguments_on(claim)} & set(part.steps)
            hidden = {a.id for a in a_map.arguments_on(claim)} - shown
            if hidden and claim not in part.roots:
                assert part.onward[claim], claim
            for onward in part.onward.get(claim, ()):
                assert claim in parts[onward.part].claims or onward.contradicts


@examples(80)
@given(argument_maps(max_claims=20, max_arguments=20), rooms)
def test_what_contradicts_a_claim_is_beside_it_or_named(a_map: ArgumentMap, room: float) -> None:
    parts = cut(a_map, room)
    for claim in a_map.claims:
        for other in a_map.contradictions_of(claim.id):
            together = any({claim.id, other} <= set(part.claims) for part in parts)
            named = any(one.contradicts for p in parts for one in p.onward.get(claim.id, ()))
            assert together or named


@pytest.mark.parametrize("room", [45.0, 70.0, 130.0])
@pytest.mark.parametrize("seed", range(8))
def test_no_part_has_a_single_claim(seed: int, room: float) -> None:
    parts = cut(random_argument(80, seed=seed), room)
    assert min(len(part.claims) for part in parts) > 1


def test_lone_claims_are_shown_together() -> None:
    a_map = ArgumentMap(tuple(Claim(f"c{n}", f"Claim {n}.") for n in range(10)))
    assert [len(part.claims) for part in cut(a_map, 60.0)] == [3, 3, 2, 2]


@pytest.mark.parametrize("room", [100.0, 200.0, 400.0])
def test_parts_have_room_and_are_few(room: float) -> None:
    a_map = random_argument(300)
    parts = cut(a_map, room)
    loads = [sum(20.0 for _ in part.claims) for part in parts]
    assert max(loads) <= room
    assert len(parts) < 2.2 * sum(loads) / room


def test_a_map_that_has_room_stays_in_one_piece() -> None:
    (part,) = loads_parts("thesis: {text: T., premises: [P., Q.]}", 1000.0)
    assert (part.number, part.trail, part.onward) == (0, (), {})
    assert part.claims == ("t", "p", "q")


def test_a_part_knows_the_way_to_the_thesis_and_is_led_to() -> None:
    text = """
thesis:
  text: The thesis.
  premises:
  - text: A reason.
    premises: [One., Two., Three., Four.]
  - text: Another reason.
    premises: [Five., Six., Seven., Eight.]
"""
    first, *others = loads_parts(text, 120.0)
    assert [part.title for part in others] == ["A reason.", "Another reason."]
    assert [crumb.name for crumb in others[0].trail] == ["The thesis."]
    assert [crumb.part for crumb in others[0].trail] == [0]
    (onward,) = first.onward["a-reason"]
    assert (onward.part, onward.title, onward.claims) == (1, "A reason.", 4)


def test_linked_premises_stay_together_where_they_have_room() -> None:
    names = [[f"{letter}{n}" for n in range(3)] for letter in "abcd"]
    claims = [Claim("t", "T."), *(Claim(one, f"{one}.") for group in names for one in group)]
    arguments = [Argument(f"on-{one[0]}", tuple(one), "t", Polarity.SUPPORT) for one in names]
    a_map = ArgumentMap(tuple(claims), tuple(arguments), ("t",))
    for part in cut(a_map, 120.0):
        for name, premises in part.steps.items():
            assert premises == a_map.arguments_by_id[name].premises


def test_a_claim_that_is_used_again_leads_to_where_it_is_argued() -> None:
    a_map = random_argument(120, cross_links=0.2)
    parts = cut(a_map, 160.0)
    homes = {c: one.part for part in parts for c, found in part.onward.items() for one in found}
    for claim, number in homes.items():
        steps = {a.id for a in a_map.arguments_on(claim)}
        assert steps & set(parts[number].steps)


def test_a_long_chain_and_many_reasons_are_cut_at_once() -> None:
    chain = "".join(f"{'  ' * n}premises:\n{'  ' * n}- text: C{n}.\n" for n in range(1, 40))
    parts = loads_parts(f"thesis:\n  text: T.\n{chain}", 100.0)
    assert max(len(part.claims) for part in parts) <= 5
    many = ", ".join(f"R{n}." for n in range(60))
    wide = loads_parts(f"thesis: {{text: T., premises: [{many}]}}", 100.0)
    assert max(len(part.claims) for part in wide) <= 5
    assert {part.title for part in wide} >= {"T. (2)", "T. (3)"}


def test_a_selection_is_cut_and_keeps_what_it_says_of_the_rest() -> None:
    a_map = random_argument(60)
    view = view_of(a_map, style=Style(max_depth=2))
    parts = cut(view.map, 100.0)
    shown = [view_of_part(view, part) for part in parts]
    assert len(parts) > 1
    hidden = {name for one in shown for name in one.hidden_below}
    assert hidden == set(view.hidden_below)


def test_a_map_without_claims_has_one_empty_part() -> None:
    (part,) = cut(replace(ArgumentMap(()), title="Empty"), 100.0)
    assert (part.claims, part.title) == ((), "Empty")
