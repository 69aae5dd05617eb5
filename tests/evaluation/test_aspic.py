"""The rules of the manual and ASPIC+ with last-link preferences: the same verdicts.

Both are made anew from what is written about them, so that a mistake in one would show.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from argmap.model import ArgumentMap, Label
from tests.evaluation import aspic
from tests.evaluation.fixpoints import Program
from tests.evaluation.layered_maps import layered_map

EXTENSIONS = {
    "grounded": lambda defeaters: [aspic.grounded_extension(defeaters)],
    "complete": aspic.complete_extensions,
    "preferred": aspic.preferred_extensions,
    "stable": aspic.stable_extensions,
}


def by_aspic(a_map: ArgumentMap, semantics: str) -> list[dict[str, Label]]:
    """Return the labels of claims, one mapping for each extension, in an order of their own."""
    defeaters = aspic.framework_of(a_map)
    extensions = EXTENSIONS[semantics](defeaters)
    return in_order(aspic.claim_labels(a_map, defeaters, one) for one in extensions)


def by_definition(a_map: ArgumentMap, semantics: str) -> list[dict[str, Label]]:
    program = Program(a_map)
    found = getattr(program, semantics)()
    labellings = [found] if semantics == "grounded" else found
    every = [program.labels(*one) for one in labellings]
    return in_order({name: labels[name] for name in a_map.claims_by_id} for labels in every)


def in_order(labellings: Iterable[Any]) -> list[dict[str, Label]]:
    return sorted(labellings, key=lambda labels: sorted(labels.items()))


@pytest.mark.parametrize("semantics", EXTENSIONS)
def test_the_rules_are_those_of_aspic(semantics: str) -> None:
    seen = set()
    for seed in range(300):
        a_map = layered_map(seed)
        expected = by_aspic(a_map, semantics)
        assert by_definition(a_map, semantics) == expected, seed
        seen |= {len(expected), *(label for one in expected for label in one.values())}
    assert {Label.ACCEPTED, Label.REJECTED} <= seen
    assert (Label.UNDECIDED in seen) == (semantics != "stable")
    assert semantics == "grounded" or 2 in seen


def test_the_comparison_sees_what_strengths_contradictions_and_undercuts_do() -> None:
    """Without any of them some verdict of ASPIC+ would be another: else nothing is compared."""
    without: dict[str, Callable[[ArgumentMap], ArgumentMap]] = {
        "strengths": lambda m: replace(
            m, arguments=tuple(replace(a, strength=None) for a in m.arguments)
        ),
        "given": lambda m: replace(m, claims=tuple(replace(c, given=None) for c in m.claims)),
        "contradictions": lambda m: replace(
            m, claims=tuple(replace(c, contradicts=()) for c in m.claims)
        ),
        "statuses": lambda m: replace(m, claims=tuple(replace(c, status=None) for c in m.claims)),
    }
    maps = [layered_map(seed) for seed in range(100)]
    for name, plain in without.items():
        changed = [m for m in maps if by_aspic(m, "grounded") != by_aspic(plain(m), "grounded")]
        assert len(changed) >= 5, name
