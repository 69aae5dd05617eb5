"""Verdicts as people read them: what falls, and what is only not shown."""

from argmap.evaluation.grounded.state import State
from argmap.evaluation.network import IN, OUT, Network
from argmap.weighing import Standing

STANDINGS = (Standing.UNDECIDED, Standing.STANDS, Standing.FALLS)


def standing_of(network: Network, state: State, claim: int) -> Standing:
    """Return the verdict as people read it: what nothing speaks against is only not shown."""
    label = state.label
    if label[claim] != OUT or claim in network.forced:
        return STANDINGS[label[claim]]
    return Standing.FALLS if what_stands_against(network, state, claim) else Standing.NOT_SHOWN


def standing_of_argument(network: Network, state: State, argument: int) -> Standing:
    """Return the verdict on an argument as people read it.

    It falls where something that stands speaks against its step, where a premise falls, or where
    somebody rejects the step. Where a premise is only not shown, or what would back the step does
    not stand, it is not shown itself.
    """
    label, step = state.label, network.step[argument]
    if label[argument] != OUT:
        return STANDINGS[label[argument]]
    if step >= 0 and (network.forced.get(step) == OUT or attacks_that_stand(network, state, step)):
        return Standing.FALLS
    for premise in network.premises[argument]:
        if label[premise] == OUT and standing_of(network, state, premise) is Standing.FALLS:
            return Standing.FALLS
    return Standing.NOT_SHOWN


def what_stands_against(network: Network, state: State, node: int) -> list[int]:
    """Return the attacks on a claim and the claims that contradict it which are in."""
    against = attacks_that_stand(network, state, node)
    if node in network.partners:
        against += [one for one in network.partners[node] if state.label[one] == IN]
    return against


def attacks_that_stand(network: Network, state: State, node: int) -> list[int]:
    """Return the attacks on a claim or the undercuts of a step that are in."""
    label = state.label
    return [attack for attack in network.attacks[node] if label[attack] == IN]
