"""What a verdict rests on, read off a labelling: the nodes whose labels are enough for it.

As long as none of these is given another label, the verdict stays, whatever else changes. Where a
label hangs on much at once, more is named than would do; that costs time, and loses nothing.
"""

from argmap.evaluation.grounded.reasons import attacks_in, carrying, is_known
from argmap.evaluation.grounded.state import State
from argmap.evaluation.network import IN, OUT, UNDECIDED, Network


def rests_on(network: Network, state: State, node: int, laid_down: set[int]) -> set[int]:
    """Return the nodes, itself included, on whose labels the label of a node rests.

    Nodes that are `laid_down` rest on nothing.
    """
    reached = {node}
    stack = [node]
    while stack:
        here = stack.pop()
        if here in laid_down or here in network.forced:
            continue
        for other in _needs(network, state, here):
            if other not in reached:
                reached.add(other)
                stack.append(other)
    return reached


def _needs(network: Network, state: State, node: int) -> list[int]:
    if network.is_argument(node):
        return _needs_of_argument(network, state, node)
    label = state.label[node]
    if network.is_step(node):
        return _needs_of_step(network, state, node)
    if label == UNDECIDED or node in network.standards or node in network.valued:
        return _all_bearing(network, node)
    if label == OUT:
        partners = [o for o in network.partners.get(node, ()) if is_known(state, o, IN, node)]
        if partners:
            return partners[:1]
        return [*attacks_in(network, state, node)[:1], *network.grounds[node]]
    carried = [one for one in carrying(network, state, node) if is_known(state, one, IN, node)]
    least = network.strength[carried[0]] if carried else network.own[node]
    attacks = [one for one in network.attacks[node] if network.strength[one] >= least]
    partners = list(network.partners.get(node, ()))
    rivals = [g for o in partners for g in network.grounds[o] if network.strength[g] >= least]
    return [*carried[:1], *attacks, *partners, *rivals]


def _needs_of_argument(network: Network, state: State, argument: int) -> list[int]:
    step = [network.step[argument]] if network.step[argument] >= 0 else []
    parts = [*network.premises[argument], *step]
    if state.label[argument] == OUT:
        return [next(one for one in parts if is_known(state, one, OUT, argument))]
    return parts


def _needs_of_step(network: Network, state: State, step: int) -> list[int]:
    if state.label[step] == OUT:
        return attacks_in(network, state, step)[:1] or list(network.grounds[step])
    if state.label[step] == IN:
        backing = [one for one in carrying(network, state, step) if is_known(state, one, IN, step)]
        return [*network.attacks[step], *backing[:1]]
    return [*network.attacks[step], *network.grounds[step]]


def _all_bearing(network: Network, node: int) -> list[int]:
    partners = network.partners.get(node, ())
    rivals = [ground for other in partners for ground in network.grounds[other]]
    return [*network.grounds[node], *network.attacks[node], *partners, *rivals]
