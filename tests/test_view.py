from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from argmap.errors import ConfigurationError
from argmap.model import ArgumentMap
from argmap.pipeline import draw, loads, picture
from argmap.planning import RenderOptions
from argmap.style import Style
from argmap.view import view_of
from tests.examples import examples
from tests.strategies import argument_maps

MAP = loads(
    """
argmap: 1
thesis:
  id: t
  text: Thesis.
  arguments:
    - premises:
        - id: a
          text: A.
          tags: [money]
          premises: [{id: a1, text: A1., premises: [{id: a2, text: A2.}]}]
        - {id: b, text: B.}
      rebuttals: [{id: u, text: U., rebuttals: [{id: v, text: V.}]}]
    - {id: c, text: C., tags: [money], rebuttals: [{id: d, text: D., tags: [health]}]}
claims:
  - {id: free, text: Free.}
"""
)


def seen(**wishes: Any) -> set[str]:
    return {claim.id for claim in view_of(MAP, style=Style(**wishes)).map.claims}


def test_without_wishes_everything_is_seen() -> None:
    assert view_of(MAP, style=Style()).map is MAP


def test_a_focus_shows_what_lies_within_some_steps() -> None:
    assert seen(focus=("a1",), depth=0) == {"a1"}
    assert seen(focus=("a1",), depth=1) == {"a1", "a2", "a"}
    assert seen(focus=("d",), depth=1) == {"c", "d"}
    assert seen(focus=("d",)) == {"t", "c", "d"}


def test_a_linked_premise_brings_its_companions() -> None:
    view = view_of(MAP, style=Style(focus=("a",), depth=1))
    assert {claim.id for claim in view.map.claims} == {"t", "a", "b", "a1"}
    assert view.companions == {}


def test_only_a_tag_shows_its_claims_and_what_they_bear_on() -> None:
    assert seen(only=("health",)) == {"t", "c", "d"}


def test_without_a_tag_its_claims_are_gone_and_what_hangs_on_them() -> None:
    view = view_of(MAP, style=Style(without=("money",)))
    assert {claim.id for claim in view.map.claims} == {"t", "b", "u", "v", "free"}
    assert view.companions == {"t.1": 1}
    assert view.hidden_below["t"] == 5


def test_a_collapsed_claim_hides_what_bears_on_it() -> None:
    view = view_of(MAP, style=Style(collapse=("a",)))
    assert {claim.id for claim in view.map.claims} == {"t", "a", "b", "u", "v", "c", "d", "free"}
    assert view.hidden_below == {"a": 2}


def test_a_depth_is_counted_from_the_theses() -> None:
    assert seen(max_depth=0) == {"t", "free"}
    assert seen(max_depth=1) == {"t", "a", "b", "u", "c", "free"}
    view = view_of(MAP, style=Style(max_depth=1))
    assert view.hidden_below == {"a": 2, "u": 1, "c": 1}


UNDERCUTS = loads(
    """
argmap: 1
thesis:
  id: t
  text: Thesis.
  arguments:
    - premises: [{id: p, text: P.}, {id: q, text: Q., premises: [{id: again, text: Again.}]}]
      rebuttals:
        - {id: u, text: U., rebuttals: [U is wrong.]}
        - premises: [{id: u1, text: U1.}]
          rebuttals:
            - premises: [{id: u2, text: U2.}]
              rebuttals: [{id: u3, text: U3.}]
  rebuttals: [{ref: again}]
"""
)


@pytest.mark.parametrize(
    ("depth", "more"),
    [(0, {"t"}), (1, {"p", "q", "u", "u1", "again"}), (2, {"u2", "u-is-wrong"}), (3, {"u3"})],
)
def test_a_step_is_no_level_and_what_undercuts_an_undercut_is_one_further(
    depth: int, more: set[str]
) -> None:
    def shown(depth: int) -> set[str]:
        return {c.id for c in view_of(UNDERCUTS, style=Style(max_depth=depth)).map.claims}

    assert shown(depth) - (shown(depth - 1) if depth else set()) == more


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_chain_of_undercuts_is_drawn_in_as_many_rows_below_the_thesis(depth: int) -> None:
    names = ["p", *(f"u{number}" for number in range(1, 6))]
    inner = ""
    for name in reversed(names[1:]):
        below = f", rebuttals: [{inner}]" if inner else ""
        inner = f"{{premises: [{{id: {name}, text: {name}.}}]{below}}}"
    a_map = loads(
        "argmap: 1\nthesis:\n  id: t\n  text: Thesis.\n  arguments:\n"
        f"    - {{premises: [{{id: p, text: P.}}], rebuttals: [{inner}]}}\n"
    )
    places = picture(a_map, options=RenderOptions(max_depth=depth, direction="down")).places
    rows = {node.y for node in places.nodes if node.shape.id in ("t", *names)}
    assert len(rows) == 1 + depth


@examples(60)
@given(argument_maps())
def test_each_step_further_shows_more_until_all_is_shown(a_map: ArgumentMap) -> None:
    seen = [
        {claim.id for claim in view_of(a_map, style=Style(max_depth=depth)).map.claims}
        for depth in (*range(4), 10_000)
    ]
    assert all(one <= other for one, other in pairwise(seen))
    assert len(seen[-1]) == len(a_map.claims)


def test_what_is_hidden_is_counted_in_the_box_and_on_the_pill() -> None:
    svg = draw(MAP, options=RenderOptions(without=("money",))).decode()
    assert "+1 more" in svg
    assert "+ 5 claims on this, not shown" in svg
    assert (
        "bears on 1 claim not shown"
        in draw(MAP, options=RenderOptions(focus=("d",), depth=1)).decode()
    )


def test_a_part_keeps_the_colours_of_the_whole() -> None:
    svg = draw(MAP, options=RenderOptions(focus=("d",), depth=0)).decode()
    assert 'class="claim attack accepted tag-health" data-claim="d"' in svg


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ({"focus": ("aa",)}, "the map has no claim “aa”; did you mean"),
        ({"only": ("mony",)}, "no claim has the tag “mony”; did you mean “money”?"),
    ],
)
def test_what_the_map_does_not_have_is_told(wishes: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message.replace("?", r"\?")):
        view_of(MAP, style=Style(**wishes))


@examples(300)
@given(argument_maps())
def test_a_view_is_a_map_whose_arguments_are_whole_or_say_so(a_map: ArgumentMap) -> None:
    view = view_of(a_map, style=a_map.style)
    for argument in view.map.arguments:
        whole = a_map.arguments_by_id[argument.id]
        missing = len(whole.premises) - len(argument.premises)
        assert missing == view.companions.get(argument.id, 0)
    names = {claim.id for claim in view.map.claims}
    assert set(view.hidden_below) | set(view.hidden_above) <= names
    assert names <= {claim.id for claim in a_map.claims}
