from itertools import pairwise

import pytest

from argmap.graph import circling, contested, support_circles, thesis_side
from argmap.model import Argument, ArgumentMap, Claim, Polarity

MANY = 100_000


def a_map(*steps: str, contradicts: tuple[tuple[str, str], ...] = ()) -> ArgumentMap:
    """Make a map of steps such as `a + b -> t` and `c -x t`; the first target is the thesis."""
    arguments = []
    for number, step in enumerate(steps, start=1):
        polarity = Polarity.SUPPORT if "->" in step else Polarity.ATTACK
        premises, target = step.replace("-x", "->").split(" -> ")
        names = tuple(premises.split(" + "))
        arguments.append(Argument(f"s{number}", names, target, polarity))
    steps_names = {argument.id for argument in arguments}
    names = tuple(
        dict.fromkeys(
            name
            for argument in arguments
            for name in (argument.target, *argument.premises)
            if name not in steps_names
        )
    )
    denied = dict(contradicts)
    claims = tuple(
        Claim(name, name, contradicts=(denied[name],) if name in denied else ()) for name in names
    )
    return ArgumentMap(claims, tuple(arguments), theses=names[:1])


def test_a_tree_has_no_circle() -> None:
    assert support_circles(a_map("a + b -> t", "c -> a", "c -> b")) == ()


def test_a_circle_is_told_from_its_first_claim() -> None:
    assert support_circles(a_map("a -> t", "b -> a", "t -> b")) == (("t", "b", "a"),)


def test_a_claim_can_be_its_own_circle() -> None:
    assert support_circles(a_map("t -> t")) == (("t",),)


def test_of_tangled_circles_a_short_one_is_told() -> None:
    tangled = a_map("a -> t", "b -> a", "t -> b", "t -> a", "c -> b", "a -> c")
    assert support_circles(tangled) == (("t", "a"),)


def test_separate_circles_are_told_each() -> None:
    assert support_circles(a_map("a -> t", "a -> a", "b -> t", "c -> b", "b -> c")) == (
        ("a",),
        ("b", "c"),
    )


def test_an_attack_breaks_a_circle() -> None:
    assert support_circles(a_map("a -> t", "t -x a")) == ()


def test_backing_is_support() -> None:
    assert support_circles(a_map("a -> t", "t -> s1")) == (("t",),)


def test_what_rests_on_something_attacked_is_contested() -> None:
    found = contested(a_map("a -> t", "b -> a", "c -x b", "d -> t"))
    assert found == {"b", "s2", "a", "s1", "t"}


def test_an_undercut_and_a_contradiction_contest() -> None:
    assert contested(a_map("a -> t", "b -x s1")) == {"s1", "t"}
    assert contested(a_map("a -> t", contradicts=(("a", "t"),))) == {"a", "s1", "t"}


def test_an_attack_with_a_contested_premise_is_contested_and_its_target_for_the_attack() -> None:
    assert contested(a_map("a -x t", "b -x a")) == {"t", "a", "s1"}


def test_the_side_of_the_thesis_holds_its_support_and_the_answers() -> None:
    assert thesis_side(a_map("a -> t", "b -x t", "c -x b")) == {"t", "s1", "a", "s3", "c"}


def test_what_serves_both_sides_is_on_neither() -> None:
    assert thesis_side(a_map("a -> t", "a -x t")) == {"t", "s1"}


def test_claims_that_bear_on_themselves_are_found_by_support_attack_and_undercut() -> None:
    assert circling(a_map("a -> t", "t -x a", "b -> t")) == {"a", "t"}
    assert circling(a_map("a -x a", "b -> a")) == {"a"}
    assert circling(a_map("a -> t", "t -x s1")) == {"t"}
    assert circling(a_map("a -> t", "b -x s1")) == frozenset()


def chain(names: list[str]) -> ArgumentMap:
    arguments = (
        Argument(f"s-{premise}", (premise,), target) for target, premise in pairwise(names)
    )
    claims = tuple(Claim(name, name) for name in dict.fromkeys(names))
    return ArgumentMap(claims, tuple(arguments), theses=(names[0],))


@pytest.mark.slow
def test_a_circle_of_many_claims_is_walked() -> None:
    names = [f"c{number}" for number in range(MANY)]
    large = chain([*names, names[0]])
    (circle,) = support_circles(large)
    assert len(circle) == MANY
    assert contested(large) == frozenset()
    assert len(thesis_side(large)) == 2 * MANY
