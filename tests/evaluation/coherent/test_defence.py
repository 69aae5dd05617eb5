"""A part of a labelling that carries an atom: whatever else holds, it keeps itself in."""

import random
from collections.abc import Callable, Iterator
from typing import Any

from argmap.evaluation.coherent.acceptance import Semantics, labellings
from argmap.evaluation.coherent.defence import defence
from argmap.evaluation.coherent.dispute import Dispute, Rule
from argmap.evaluation.coherent.search import Search
from argmap.evaluation.deadline import ENDLESS


def random_dispute(dice: random.Random, size: int = 6) -> Dispute:
    """Return atoms with rules from nothing, from others and in circles, some of them open."""

    def some(most: int) -> tuple[int, ...]:
        return tuple(sorted(dice.sample(range(size), dice.randint(0, most))))

    def rules() -> Iterator[Any]:
        return (Rule(some(2), some(2), dice.random() < 0.85) for _ in range(dice.randint(1, 3)))

    return Dispute(tuple(range(size)), tuple(tuple(rules()) for _ in range(size)))


def has(bits: int, atoms: tuple[int, ...]) -> bool:
    return all(bits >> atom & 1 for atom in atoms)


def least(dispute: Dispute, holds: Callable[..., Any]) -> int:
    """Return the atoms that follow from the ground up by the rules that hold, as bits."""
    found, before = 0, -1
    while found != before:
        before = found
        for atom, rules in enumerate(dispute.rules):
            if any(holds(rule) and has(found, rule.body) for rule in rules):
                found |= 1 << atom
    return found


def kept_in_by(dispute: Dispute, chosen: int) -> int:
    """Return what is in where all that is possible beside the chosen atoms counts against it."""
    possible = least(dispute, lambda rule: not any(chosen >> o & 1 for o in rule.against))

    def holds(rule: Rule) -> bool:
        return rule.can_carry and not any(possible >> o & 1 for o in rule.against)

    return least(dispute, holds)


def test_a_defence_keeps_itself_in_with_no_more_than_is_in() -> None:
    asked = smaller = beaten = 0
    for seed in range(400):
        dispute = random_dispute(random.Random(seed))
        for labelling in labellings(
            Search(dispute, Semantics.COMPLETE, ENDLESS), Semantics.COMPLETE
        ):
            for node, rules in enumerate(dispute.rules):
                if not labelling.inside >> node & 1:
                    continue
                chosen = defence(dispute, labelling, node)
                assert chosen >> node & 1
                assert not chosen & ~labelling.inside
                assert not chosen & ~kept_in_by(dispute, chosen), (seed, node)
                asked += 1
                smaller += chosen != labelling.inside
                beaten += any(labelling.inside >> o & 1 for rule in rules for o in rule.against)
    assert asked > 500
    assert min(smaller, beaten) > 100
