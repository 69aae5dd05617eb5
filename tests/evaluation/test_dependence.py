"""What depends on what: circles, and an order in which all can be worked out."""

import random
from typing import Any

import pytest

from argmap.evaluation.dependence import is_circle, strong_components


@pytest.mark.parametrize(
    ("needs", "components"),
    [
        ([], []),
        ([[1], []], [[1], [0]]),
        ([[1], [0]], [[0, 1]]),
        ([[0]], [[0]]),
        ([[1, 2], [2], [1], [0]], [[1, 2], [0], [3]]),
    ],
)
def test_each_component_comes_after_all_that_it_needs(
    needs: list[list[int] | list[Any]], components: list[list[int]]
) -> None:
    assert [sorted(one) for one in strong_components(needs)] == components


def test_only_what_depends_on_itself_is_a_circle() -> None:
    assert is_circle([0], [[0]])
    assert is_circle([0, 1], [[1], [0]])
    assert not is_circle([0], [[1], []])


def reached(needs: list[list[int]], node: int) -> set[int]:
    found, stack = set(), [node]
    while stack:
        for other in needs[stack.pop()]:
            if other not in found:
                found.add(other)
                stack.append(other)
    return found


def test_members_of_a_component_need_one_another_and_nothing_that_comes_later() -> None:
    circles = 0
    for seed in range(200):
        dice = random.Random(seed)
        size = dice.randint(1, 9)
        needs = [dice.sample(range(size), dice.randint(0, min(2, size))) for _ in range(size)]
        needed = [reached(needs, node) for node in range(size)]
        components = strong_components(needs)
        assert sorted(node for one in components for node in one) == list(range(size))
        before = set()
        for one in components:
            before |= set(one)
            for node in one:
                assert needed[node] <= before
                assert all(other in needed[node] for other in one if other != node)
                assert is_circle(one, needs) == (node in needed[node])
            circles += len(one) > 1
    assert circles > 50
