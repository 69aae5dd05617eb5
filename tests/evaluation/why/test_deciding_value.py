"""The values that are said to have decided: without their order the verdict is another."""

from dataclasses import replace

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.deciding_value import deciding_values
from argmap.model import ArgumentMap, Audience, Standard
from tests.evaluation.grounded.test_labelling import weighed, written
from tests.evaluation.weighed_maps import weighed_map


def valued(
    a_map: ArgumentMap, values: dict[str, str], order: tuple[str, ...] = ("safety", "privacy")
) -> ArgumentMap:
    """Return the map with a value for each argument, and readers who rank two of them."""
    arguments = tuple(replace(one, value=values.get(one.id)) for one in a_map.arguments)
    return replace(a_map, arguments=arguments, audiences=(Audience("readers", order=order),))


def decided(a_map: ArgumentMap, audience: str | None = "readers") -> tuple[str, str]:
    return deciding_values(a_map, evaluate(a_map, audience=audience), "a")


def test_without_the_order_the_verdict_is_another() -> None:
    seen = 0
    for seed in range(2500):
        a_map, audience = weighed_map(seed, claims=5, arguments=9)
        evaluation = evaluate(a_map, audience=audience.id)
        named = {c.id: deciding_values(a_map, evaluation, c.id) for c in a_map.claims}
        if not any(named.values()):
            continue
        equals = replace(a_map, audiences=(replace(audience, order=()),))
        without = evaluate(equals, audience=audience.id)
        for id, pair in named.items():
            if pair is not None:
                seen += 1
                assert without.claims[id].label is not evaluation.claims[id].label, (seed, id)
    assert seen >= 5


CAMERA = written("a b c", "x: b -> a", "y: c -| a")


@pytest.mark.parametrize(
    ("a_map", "values", "pair"),
    [
        (CAMERA, {"x": "safety", "y": "privacy"}, ("safety", "privacy")),
        (CAMERA, {"x": "privacy", "y": "safety"}, ("safety", "privacy")),
        (CAMERA, {"x": "safety", "y": "ease"}, None),
        (CAMERA, {"x": "safety"}, None),
        (
            written("a b c", "x: b -> a @strong", "y: c -| a"),
            {"x": "safety", "y": "privacy"},
            None,
        ),
        (
            weighed(CAMERA, standard=Standard.SCINTILLA),
            {"x": "safety", "y": "privacy"},
            None,
        ),
    ],
    ids=["stands", "falls", "another value", "no value", "stronger anyhow", "by a standard"],
)
def test_values_are_named_only_where_they_decide(
    a_map: ArgumentMap, values: dict[str, str], pair: tuple[str, str]
) -> None:
    assert decided(valued(a_map, values)) == pair


def test_the_value_that_is_named_as_lesser_is_the_one_that_had_to_be_overcome() -> None:
    a_map = written("a b c d", "x: b -> a", "y: c -| a @weak", "z: d -| a")
    values = {"x": "safety", "y": "privacy", "z": "ease"}
    ranked = valued(a_map, values, order=("safety", "privacy", "ease"))
    assert decided(ranked) == ("safety", "ease")


def test_where_nobody_in_particular_listens_no_value_decides() -> None:
    assert decided(valued(CAMERA, {"x": "safety", "y": "privacy"}), audience=None) is None
