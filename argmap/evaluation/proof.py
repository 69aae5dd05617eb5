"""A proof that a claim is accepted, read off a labelling: the given claims that it uses.

Each label rests only on labels of earlier rounds, so that following them ends. What is rejected or
accepted besides the claims of the proof cannot undo it.
"""

from argmap.evaluation.network import GIVEN, IN, OUT, Network
from argmap.evaluation.propagation import State
from argmap.evaluation.reasons import attacks_in, carrying, is_known, strongest


def proof_of(
    network: Network, state: State, node: int, rejected: set[int]
) -> tuple[set[int], set[int]]:
    """Return the given claims on which it rests that a node is accepted, and rejections likewise.

    `rejected` are the claims that a supposition takes away. Where something falls because it goes
    in a circle, all given claims that are accepted count, and all of these rejections.
    """
    used: set[int] = set()
    counted_on: set[int] = set()
    reached = {node}
    stack = [node]
    while stack:
        here = stack.pop()
        if here in rejected:
            counted_on.add(here)
            continue
        if state.circular[here]:
            return _all_given(network, state), rejected
        for other in _needs(network, state, here, used):
            if other not in reached:
                reached.add(other)
                stack.append(other)
    return used, counted_on


def _all_given(network: Network, state: State) -> set[int]:
    return {node for node in range(network.claim_count) if _is_given(network, state, node)}


def _is_given(network: Network, state: State, node: int) -> bool:
    given = node < network.claim_count and network.given[node] == GIVEN
    return given and node not in network.forced and state.label[node] == IN


def _needs(network: Network, state: State, node: int, used: set[int]) -> list[int]:
    """Return the nodes whose labels a label rests on; note a given claim among `used`."""
    label, strength = state.label, network.strength
    if network.is_argument(node):
        step = [network.step[node]] if network.step[node] >= 0 else []
        parts = [*network.premises[node], *step]
        if label[node] == IN:
            return parts
        return [next(one for one in parts if is_known(state, one, OUT, node))]
    if node in network.forced:
        return []
    if label[node] == OUT:
        beaten_by = attacks_in(network, state, node)
        bar = strongest(network, beaten_by)
        grounds = [one for one in network.grounds[node] if strength[one] >= bar]
        return [*beaten_by[:1], *grounds]
    if _is_given(network, state, node):
        used.add(node)
    carried = [one for one in carrying(network, state, node) if is_known(state, one, IN, node)]
    least = strength[carried[0]] if carried else 0.0
    attacks = [one for one in network.attacks[node] if strength[one] >= least]
    return [*carried[:1], *attacks]
