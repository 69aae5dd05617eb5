"""Why each node has its label, read off the rounds in which the labels were found.

Only what was known in an earlier round counts as a reason, so that reasons never go in a circle;
but for circular support, whose reason is the circle.
"""

from argmap.evaluation.network import (
    GIVEN,
    IN,
    LABELS,
    LEFT_OPEN,
    NOTHING,
    OUT,
    UNDECIDED,
    Network,
)
from argmap.evaluation.propagation import State
from argmap.evaluation.verdicts import Reason, ReasonKind, Verdict
from argmap.model import ArgumentMap

Decision = tuple[ReasonKind, list[int]]


def verdicts_of(
    a_map: ArgumentMap, network: Network, state: State
) -> tuple[dict[str, Verdict], dict[str, Verdict]]:
    """Return the verdicts on the claims and on the arguments."""
    first, label, ids = network.claim_count, state.label, network.ids
    given = Verdict(LABELS[IN], Reason(ReasonKind.STANDS))
    claims, arguments = {}, {}
    for node, claim in enumerate(a_map.claims):
        if label[node] == IN and not network.grounds[node] and node not in network.forced:
            claims[claim.id] = given
        else:
            kind, nodes = judged_reason(network, state, node)
            because = tuple([ids[one] for one in nodes])
            claims[claim.id] = Verdict(LABELS[label[node]], Reason(kind, because))
    for node, argument in enumerate(a_map.arguments, start=first):
        if label[node] == IN and network.step[node] < 0:
            reason = Reason(ReasonKind.STANDS, _distinct(argument.premises))
        else:
            kind, nodes = _argument_reason(network, state, node)
            reason = Reason(kind, tuple([ids[one] for one in nodes]))
        arguments[argument.id] = Verdict(LABELS[label[node]], reason)
    return claims, arguments


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names)) if len(names) > 1 else names


def judged_reason(network: Network, state: State, node: int) -> Decision:
    """Return why a claim or a step has its label, and the nodes that decided."""
    forced = network.forced.get(node)
    if forced is not None:
        return (ReasonKind.GRANTED if forced == IN else ReasonKind.REJECTED), []
    label = state.label[node]
    if label == IN:
        carried = carrying(network, state, node)
        # What came later may rest on the node itself; then it is enough that the node is given.
        first = bool(carried) and is_known(state, carried[0], IN, node)
        return ReasonKind.STANDS, carried if first else []
    if label == UNDECIDED:
        return _doubt(network, state, node)
    grounds = network.grounds[node]
    alive = [ground for ground in grounds if not is_known(state, ground, OUT, node)]
    if state.circular[node]:
        lasting = [ground for ground in alive if state.label[ground] != OUT]
        if not lasting and not network.given[node]:
            beaten_by = strongest(network, attacks_in(network, state, node))
            return ReasonKind.CIRCULAR, [g for g in alive if network.strength[g] >= beaten_by]
        # It had something else to stand on, which was not enough.
        alive = lasting
    if not alive and not network.given[node]:
        return ReasonKind.UNSUPPORTED, list(grounds)
    best = max(strongest(network, alive), 0.0)
    return ReasonKind.DEFEATED, _stronger(network, state, node, best)


def is_known(state: State, node: int, label: int, at: int) -> bool:
    """Return whether `node` had the label before `at` got its own."""
    return state.label[node] == label and state.rank[node] < state.rank[at]


def strongest(network: Network, nodes: list[int]) -> float:
    """Return the strength of the strongest of the arguments, less than any where there is none."""
    return max((network.strength[node] for node in nodes), default=NOTHING)


def attacks_in(network: Network, state: State, node: int) -> list[int]:
    """Return the attacks that were in when the node got its label."""
    return [attack for attack in network.attacks[node] if is_known(state, attack, IN, node)]


def carrying(network: Network, state: State, node: int) -> list[int]:
    """Return the arguments each of which is enough to keep a judged node in.

    The one that brought it in comes first; there is none if the node is given and needs none.
    """
    label = state.label
    bar = strongest(network, [a for a in network.attacks[node] if label[a] != OUT])
    found = [g for g in network.grounds[node] if network.strength[g] > bar and label[g] == IN]
    return sorted(found, key=state.rank.__getitem__)


def _doubt(network: Network, state: State, node: int) -> Decision:
    label, strength = state.label, network.strength
    standing = [attack for attack in network.attacks[node] if label[attack] == IN]
    beaten_by = strongest(network, standing)
    possible = [
        ground
        for ground in network.grounds[node]
        if label[ground] != OUT and strength[ground] >= beaten_by
    ]
    own = network.given[node] if beaten_by < 0 else 0
    best = strongest(network, [ground for ground in possible if label[ground] == IN])
    if own == GIVEN:
        best = max(best, 0.0)
    if best >= 0:
        in_the_way = [a for a in network.attacks[node] if label[a] != OUT and strength[a] >= best]
        return ReasonKind.CONTESTED, in_the_way
    if own == LEFT_OPEN:
        return ReasonKind.OPEN, []
    return ReasonKind.UNSETTLED, possible


def _argument_reason(network: Network, state: State, argument: int) -> Decision:
    premises = list(dict.fromkeys(network.premises[argument]))
    step, label = network.step[argument], state.label[argument]
    if label == IN:
        backing = carrying(network, state, step) if _is_needed(network, state, step) else []
        return ReasonKind.STANDS, premises + backing
    if label == UNDECIDED:
        undecided = [one for one in premises if state.label[one] == UNDECIDED]
        return (ReasonKind.UNSETTLED, undecided) if undecided else _doubt(network, state, step)
    fallen = [one for one in premises if is_known(state, one, OUT, argument)]
    if fallen:
        return ReasonKind.PREMISE_FELL, fallen
    if network.forced.get(step) == OUT:
        return ReasonKind.REJECTED, []
    return ReasonKind.UNDERCUT, _undercuts(network, state, step)


def _is_needed(network: Network, state: State, step: int) -> bool:
    """Return whether the step needs its backing: some undercut has not fallen."""
    if step in network.forced:
        return False
    return any(not is_known(state, attack, OUT, step) for attack in network.attacks[step])


def _undercuts(network: Network, state: State, step: int) -> list[int]:
    grounds = [] if state.circular[step] else network.grounds[step]
    alive = [ground for ground in grounds if not is_known(state, ground, OUT, step)]
    return _stronger(network, state, step, max(strongest(network, alive), 0.0))


def _stronger(network: Network, state: State, node: int, than: float) -> list[int]:
    found = [
        attack
        for attack in network.attacks[node]
        if state.label[attack] == IN and network.strength[attack] > than
    ]
    return sorted(found, key=state.rank.__getitem__)
