"""Grounds and counter-grounds held against each other one by one, where an audience ranks values.

A bearing whose value ranks below that of the other side does not defeat it (Bench-Capon 2003), so
that it is not enough any more to look at the strongest of each side.
"""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.evaluation.grounded.standards import defeats, is_enough, refutes
from argmap.evaluation.grounded.state import State
from argmap.evaluation.network import GIVEN, IN, NOTHING, OUT, Network
from argmap.model import Standard

OWN = -1


class Bearings(NamedTuple):
    """Grounds and counter-grounds of a claim; a given ground goes by the number OWN."""

    grounds: frozenset[int]
    counters: frozenset[int]


class Contest(NamedTuple):
    """What holds already of what bears on a claim, and what may still hold."""

    inside: Bearings
    possible: Bearings

    def strongest(self, network: Network, claim: int, *, inside: bool) -> float:
        """Return the strength of the strongest ground that holds, or may; negative without one."""
        found = self.inside.grounds if inside else self.possible.grounds
        return max((power_of(network, claim, one) for one in found), default=NOTHING)


def power_of(network: Network, claim: int, bearing: int) -> float:
    """Return the strength of an argument, or of what the claim has of its own."""
    return network.own[claim] if bearing == OWN else network.strength[bearing]


def contest_of(network: Network, state: State, claim: int, rival: float = NOTHING) -> Contest:
    """Return what holds of an undecided claim, as far as the labels of arguments tell.

    `rival` is the strength of the strongest ground that a contradicting claim may have.
    """
    label, fears = state.label, network.standards.get(claim) is not Standard.SCINTILLA
    grounds = {one: label[one] == IN for one in network.grounds[claim] if label[one] != OUT}
    if network.given[claim]:
        grounds[OWN] = network.given[claim] == GIVEN
    counters = {one: label[one] == IN for one in network.attacks[claim] if label[one] != OUT}
    standing = [one for one, is_in in counters.items() if is_in]
    lasting = [one for one in grounds if not _is_refuted(network, claim, one, standing)]
    safe = [
        one
        for one in lasting
        if grounds[one]
        and power_of(network, claim, one) > rival
        and not _is_refuted(network, claim, one, counters)
    ]
    inside = Bearings(frozenset(), frozenset())
    while True:
        possible_grounds = _undefeated(network, claim, lasting, inside.counters if fears else ())
        possible_counters = _undefeated(network, claim, counters, inside.grounds)
        more = Bearings(
            _undefeated(network, claim, safe, possible_counters if fears else ()),
            _undefeated(network, claim, standing, possible_grounds),
        )
        if more == inside:
            return Contest(inside, Bearings(possible_grounds, possible_counters))
        inside = more


def _is_refuted(network: Network, claim: int, ground: int, counters: Iterable[int]) -> bool:
    standard, power = network.standards.get(claim), power_of(network, claim, ground)
    weak = refutes(standard, power, NOTHING)
    return weak or any(refutes(standard, power, network.strength[one]) for one in counters)


def _undefeated(
    network: Network, claim: int, ones: Iterable[int], others: Iterable[int]
) -> frozenset[int]:
    """Return those bearings that none of the other side defeats."""
    against = [(one, power_of(network, claim, one)) for one in others]
    found = ((one, power_of(network, claim, one)) for one in ones)
    return frozenset(
        one
        for one, power in found
        if not any(defeats(network, other, force, one, power) for other, force in against)
    )


def can_found(network: Network, state: State, claim: int, ground: int) -> bool:
    """Return whether an undecided claim or step may rest on a ground, the number OWN for its own.

    By the usual standard, any ground of what is undecided may hold: a counter-ground that is
    stronger does not hold itself as long as a still stronger ground is possible.
    """
    if claim in network.valued:
        return ground in contest_of(network, state, claim).possible.grounds
    standard = network.standards.get(claim)
    power = power_of(network, claim, ground)
    return standard is None or is_enough(standard, power, state.best_attack[claim])
