"""Labels handed on from node to node, round by round, until nothing follows any more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from argmap.evaluation.network import GIVEN, IN, MODERATE, NOTHING, OUT, UNDECIDED, Network

NO_SOURCE, OWN_GROUND = -2, -1


@dataclass
class State:
    """What is known of each node while labels are found; every list has one entry a node.

    `rank` is the round in which a node was labelled, so that what decided it has a lower one.
    `need` counts what an argument still waits for. `best_ground` and `best_attack` are the
    strengths of the strongest ones that are in; `next_ground` and `next_attack` the places of the
    strongest ones that are not out. `source` is a ground on which a node may stand that does not
    rest on the node itself: its premises have a lower `level`.
    """

    label: bytearray
    circular: bytearray
    rank: list[int]
    need: list[int]
    best_ground: list[float]
    best_attack: list[float]
    next_ground: list[int]
    next_attack: list[int]
    source: list[int]
    level: list[int]
    cursor: dict[int, int] = field(default_factory=dict)
    clock: int = 0
    round: int = 0


def blank_state(network: Network) -> State:
    """Return a state in which nothing is labelled."""
    size = network.size
    return State(
        bytearray(size),
        bytearray(size),
        [0] * size,
        [0] * size,
        [NOTHING] * size,
        [NOTHING] * size,
        [0] * size,
        [0] * size,
        [NO_SOURCE] * size,
        [0] * size,
    )


def begin(network: Network, state: State, nodes: Sequence[int], forced: Mapping[int, int]) -> None:
    """Forget the labels of `nodes`, lay down the forced ones, and label all that follows.

    Nothing outside of `nodes` may rest on them; the labels outside are taken as they are.
    """
    label, circular, rank = state.label, state.circular, state.rank
    state.cursor.clear()
    state.round += 1
    for node in nodes:
        label[node] = forced.get(node, UNDECIDED)
        circular[node] = 0
        rank[node] = state.round
    first, after = network.claim_count, network.claim_count + network.argument_count
    judged: list[int] = []
    came_in: list[int] = []
    went_out: list[int] = []
    for node in nodes:
        if label[node]:
            continue
        if not first <= node < after:
            _weigh(network, state, node)
            judged.append(node)
            continue
        need = _needed(network, label, node)
        state.need[node] = need
        if need == 0:
            came_in.append(node)
        elif need < 0:
            went_out.append(node)
    propagate(network, state, judged, came_in, went_out)


def _needed(network: Network, label: bytearray, argument: int) -> int:
    """Return how many premises the argument waits for, its step included; -1 if one is out."""
    need = 0
    for premise in network.premises[argument]:
        if label[premise] != IN:
            if label[premise] == OUT:
                return -1
            need += 1
    step = network.step[argument]
    if step < 0 or label[step] == IN:
        return need
    return -1 if label[step] == OUT else need + 1


def _weigh(network: Network, state: State, node: int) -> None:
    """Look at what bears on a claim or a step, as far as it is labelled."""
    label, strength = state.label, network.strength
    best = 0.0 if network.given[node] == GIVEN else NOTHING
    for ground in network.grounds[node]:
        if label[ground] == IN:
            best = strength[ground]
            break
    state.best_ground[node] = best
    best = NOTHING
    for attack in network.attacks[node]:
        if label[attack] == IN:
            best = strength[attack]
            break
    state.best_attack[node] = best
    state.next_ground[node] = state.next_attack[node] = 0


def expel(network: Network, state: State, unfounded: Sequence[int]) -> list[int]:
    """Label nodes that rest on circles out; hand on and return as `propagate` does."""
    for node in unfounded:
        state.circular[node] = 1
    return propagate(network, state, [], [], list(unfounded))


def propagate(
    network: Network, state: State, judged: list[int], came_in: list[int], went_out: list[int]
) -> list[int]:
    """Label all that follows, and return the judged nodes that lost something but stay undecided.

    `judged` are nodes to be judged again, the others are to get their label. In each round nodes
    are judged by the labels of earlier rounds alone, so that rounds, and the reasons read off
    them, do not depend on the order of anything.
    """
    shaken: list[int] = []
    label, rank = state.label, state.rank
    while judged or came_in or went_out:
        if judged:
            _judge(network, state, judged, came_in, went_out, shaken)
        state.round += 1
        events = []
        for news, mark in ((came_in, IN), (went_out, OUT)):
            for node in news:
                if not label[node]:
                    label[node] = mark
                    rank[node] = state.round
                    events.append(node)
        judged, came_in, went_out = [], [], []
        if events:
            _hand_on(network, state, events, judged, came_in, went_out)
    return shaken


def _judge(
    network: Network,
    state: State,
    judged: list[int],
    came_in: list[int],
    went_out: list[int],
    shaken: list[int],
) -> None:
    """Sort judged nodes into those that are in, those that are out, and the rest."""
    grounds, attacks, given, strength = (
        network.grounds,
        network.attacks,
        network.given,
        network.strength,
    )
    label, best_ground, best_attack = state.label, state.best_ground, state.best_attack
    next_ground, next_attack = state.next_ground, state.next_attack
    for node in judged:
        if label[node]:
            continue
        bearing = attacks[node]
        if bearing:
            place, count = next_attack[node], len(bearing)
            while place < count and label[bearing[place]] == OUT:
                place += 1
            next_attack[node] = place
            strongest = strength[bearing[place]] if place < count else NOTHING
        else:
            strongest = NOTHING
        if best_ground[node] > strongest:
            came_in.append(node)
            continue
        beaten_by = best_attack[node]
        if given[node] and beaten_by < 0:
            continue
        bearing = grounds[node]
        place, count = next_ground[node], len(bearing)
        while place < count and label[bearing[place]] == OUT:
            place += 1
        next_ground[node] = place
        if place == count or strength[bearing[place]] < beaten_by:
            went_out.append(node)
        else:
            shaken.append(node)


def _hand_on(
    network: Network,
    state: State,
    events: list[int],
    judged: list[int],
    came_in: list[int],
    went_out: list[int],
) -> None:
    """Tell the neighbours of nodes that have just got a label; gather what that decides."""
    first, after = network.claim_count, network.claim_count + network.argument_count
    label, need = state.label, state.need
    best_ground, best_attack = state.best_ground, state.best_attack
    target, supports, strength = network.target, network.supports, network.strength
    uses, partners, owner = network.uses, network.partners, network.owner
    for node in events:
        is_in = label[node] == IN
        if first <= node < after:
            on = target[node]
            if label[on]:
                continue
            if is_in:
                best = best_ground if supports[node] else best_attack
                if strength[node] <= best[on]:
                    continue
                best[on] = strength[node]
            judged.append(on)
            continue
        for argument in uses[node] if node < first else (owner[node],):
            if label[argument]:
                continue
            if not is_in:
                went_out.append(argument)
            elif need[argument] == 1:
                came_in.append(argument)
            else:
                need[argument] -= 1
        for other in partners.get(node, ()) if partners else ():
            if is_in:
                best_attack[other] = max(best_attack[other], MODERATE)
            judged.append(other)
