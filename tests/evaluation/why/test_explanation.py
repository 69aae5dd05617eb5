"""Explanations as trees: everything that decided is told, once, and nothing goes in a circle."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from argmap.errors import ConfigurationError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.evaluation.why.explanation import AGAINST, Bearing, Step, explain
from argmap.model import Label, Polarity
from tests.evaluation.random_maps import random_map


def explained(seed: int, *, strong_supports: bool = False) -> Iterator[tuple[Any, ...]]:
    a_map = random_map(seed, claims=7, arguments=12, contradictions=0.3, plain=seed % 2)
    if strong_supports:
        arguments = (
            replace(one, strength=1.0) if one.polarity is Polarity.SUPPORT else one
            for one in a_map.arguments
        )
        a_map = replace(a_map, arguments=tuple(arguments))
    evaluation = evaluate(a_map)
    for name in (*a_map.claims_by_id, *a_map.arguments_by_id):
        yield a_map, evaluation, explain(a_map, evaluation, name).steps


def parents_of(steps: tuple[Step, ...]) -> Iterator[tuple[Step, Step]]:
    """Yield each step after the first with the one that it stands below."""
    path: list[Any] = []
    for step in steps:
        del path[step.depth :]
        if path:
            yield path[-1], step
        path.append(step)


@pytest.mark.parametrize("seed", range(60))
def test_every_node_is_told_once_and_afterwards_only_pointed_at(seed: int) -> None:
    for _, _, steps in explained(seed):
        told = set()
        for step in steps:
            assert step.told_above == (step.id in told)
            told.add(step.id)
        assert [step.bearing for step in steps].count(Bearing.QUESTION) == 1
        assert steps[0].bearing is Bearing.QUESTION


@pytest.mark.parametrize("seed", range(60))
def test_what_is_told_below_a_step_is_what_the_step_says(seed: int) -> None:
    for _, _, steps in explained(seed):
        below: dict[str, list[Any]] = {step.id: [] for step in steps}
        contradicted = set()
        for parent, step in parents_of(steps):
            assert step.depth == parent.depth + 1
            assert not parent.told_above
            below[parent.id].append((step.id, step.bearing, step.verdict.label))
            if step.bearing is Bearing.CONTRADICTION and not step.told_above:
                contradicted.add((step.id, parent.id, step.bearing))
        for step in steps:
            if not step.told_above:
                # A contradiction is not told again from its other side.
                told = [
                    (one.id, one.bearing, one.label)
                    for one in step.below
                    if (step.id, one.id, one.bearing) not in contradicted
                ]
                assert below[step.id] == told


def test_a_step_knows_when_it_comes_back_to_one_that_it_bears_on() -> None:
    circles = set()
    for seed in range(60):
        for _, _, steps in explained(seed):
            path: list[Any] = []
            for step in steps:
                del path[step.depth :]
                expected = step.depth - path.index(step.id) if step.id in path else 0
                assert step.circle == expected
                assert not step.circle or step.told_above
                circles.add(step.circle)
                path.append(step.id)
    assert {0, 1, 2, 3} <= circles


@pytest.mark.parametrize("seed", range(60))
def test_all_that_decided_is_told_and_what_stands_owes_answers(seed: int) -> None:
    for a_map, evaluation, steps in explained(seed):
        for step in steps:
            if step.told_above:
                continue
            told = {one.id for one in step.below}
            against = set()
            if step.verdict.label is Label.ACCEPTED:
                attacks = a_map.arguments_on(step.id, Polarity.ATTACK)
                against = {attack.id for attack in attacks}
                against.update(a_map.contradictions_of(step.id))
            for one in (*step.verdict.reason.because, *against):
                argument = a_map.arguments_by_id.get(one)
                assert one in told or (argument and set(argument.premises) & told), (seed, one)
            for one in step.below:
                if one.id in against or one.id in step.verdict.reason.because:
                    assert one.label is evaluation.verdict(one.id).label


def test_what_is_against_something_that_stands_falls_or_is_said_to_be_too_weak() -> None:
    weak = 0
    for seed in range(120):
        for _, _, steps in explained(seed, strong_supports=True):
            for parent, step in parents_of(steps):
                if parent.verdict.label is Label.ACCEPTED and step.bearing in AGAINST:
                    alive = step.verdict.label is not Label.REJECTED
                    assert step.is_too_weak == (alive and parent.weighs)
                    weak += step.is_too_weak
    assert weak > 20


def test_a_misspelt_id_is_told_with_the_nearest() -> None:
    a_map = random_map(1)
    with pytest.raises(ConfigurationError, match="did you mean “c1"):
        explain(a_map, evaluate(a_map), "c1x")
