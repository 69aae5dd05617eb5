"""A part of a labelling that carries a claim: whatever else holds, it keeps itself in."""

from argmap.evaluation.acceptance import Semantics
from argmap.evaluation.deadline import ENDLESS
from argmap.evaluation.defence import defence
from argmap.evaluation.undecided import Undecided
from tests.evaluation.random_maps import random_map


def has(bits, atoms):
    return all(bits >> atom & 1 for atom in atoms)


def least(dispute, holds):
    """Return the atoms that follow from the ground up by the rules that hold, as bits."""
    found, before = 0, -1
    while found != before:
        before = found
        for atom, rules in enumerate(dispute.rules):
            if any(holds(rule) and has(found, rule.body) for rule in rules):
                found |= 1 << atom
    return found


def kept_in_by(dispute, chosen):
    """Return what is in where all that is possible beside the chosen atoms counts against it."""
    possible = least(dispute, lambda rule: not any(chosen >> o & 1 for o in rule.against))

    def holds(rule):
        return rule.can_carry and not any(possible >> o & 1 for o in rule.against)

    return least(dispute, holds)


def test_a_defence_keeps_itself_in_with_no_more_than_is_in():
    asked = smaller = beaten = 0
    for seed in range(300):
        a_map = random_map(
            seed, claims=9, arguments=16, attacks=0.6, on_arguments=0.1, contradictions=0.3
        )
        found = Undecided(a_map, Semantics.PREFERRED, (), (), None, ENDLESS, "search")
        for dispute in found.disputes:
            for labelling in found.source(dispute):
                for node in range(len(dispute.rules)):
                    if not labelling.inside >> node & 1:
                        continue
                    chosen = defence(dispute, labelling, node)
                    assert chosen >> node & 1
                    assert not chosen & ~labelling.inside
                    assert not chosen & ~kept_in_by(dispute, chosen), (seed, node)
                    asked += 1
                    smaller += chosen != labelling.inside
                    beaten += any(rule.against for rule in dispute.rules[node])
    assert asked > 500
    assert min(smaller, beaten) > 100
