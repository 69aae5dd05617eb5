"""Labels handed on from node to node, round by round, until nothing follows any more."""

from collections.abc import Mapping, Sequence

from argmap.evaluation.grounded.standards import is_enough, prevails
from argmap.evaluation.grounded.state import State
from argmap.evaluation.grounded.valued import contest_of
from argmap.evaluation.network import GIVEN, IN, NOTHING, OUT, UNDECIDED, Network


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
    given, grounds, attacks = network.given, network.grounds, network.attacks
    partners, standards = network.partners, network.standards
    judged: list[int] = []
    came_in: list[int] = []
    went_out: list[int] = []
    for node in nodes:
        if label[node]:
            continue
        if not first <= node < after:
            if given[node] == GIVEN and not (
                grounds[node] or attacks[node] or node in partners or node in standards
            ):
                # Most claims are such; to weigh and to judge each of them takes long.
                state.best_ground[node] = network.own[node]
                came_in.append(node)
            else:
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
    best = network.own[node] if network.given[node] == GIVEN else NOTHING
    for ground in network.grounds[node]:
        if label[ground] == IN:
            best = max(best, strength[ground])
            break
    state.best_ground[node] = best
    best = NOTHING
    for attack in network.attacks[node]:
        if label[attack] == IN:
            best = strength[attack]
            break
    state.best_attack[node] = best
    state.next_ground[node] = state.next_attack[node] = 0


def strongest_possible(network: Network, state: State, node: int) -> float:
    """Return the strength of the strongest ground that is not out, negative without one."""
    if node in network.valued:
        return contest_of(network, state, node).strongest(network, node, inside=False)
    label, grounds = state.label, network.grounds[node]
    own = network.own[node] if network.given[node] else NOTHING
    place, count = state.next_ground[node], len(grounds)
    while place < count and label[grounds[place]] == OUT:
        place += 1
    state.next_ground[node] = place
    return max(own, network.strength[grounds[place]]) if place < count else own


def strongest_possible_attack(network: Network, state: State, node: int) -> float:
    """Return the strength of the strongest attack that is not out, negative without one."""
    label, attacks = state.label, network.attacks[node]
    place, count = state.next_attack[node], len(attacks)
    while place < count and label[attacks[place]] == OUT:
        place += 1
    state.next_attack[node] = place
    return network.strength[attacks[place]] if place < count else NOTHING


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
        state.check_time()
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
    label, best_ground, best_attack = state.label, state.best_ground, state.best_attack
    attacks, given, partners = network.attacks, network.given, network.partners
    after = network.claim_count + network.argument_count
    for node in judged:
        if label[node]:
            continue
        if node >= after:
            found = _step_label(network, state, node)
        elif node in network.standards or node in partners or node in network.valued:
            found = _disputed_label(network, state, node)
        else:
            against = strongest_possible_attack(network, state, node) if attacks[node] else NOTHING
            beaten_by = best_attack[node]
            if best_ground[node] > against:
                found = IN
            elif given[node] and beaten_by < 0:
                continue
            else:
                possible = strongest_possible(network, state, node)
                found = OUT if possible < beaten_by or possible < 0 else UNDECIDED
        if found:
            (came_in if found == IN else went_out).append(node)
        else:
            shaken.append(node)


def _step_label(network: Network, state: State, step: int) -> int:
    """Return what an undercut and the backing leave of a step, whatever their strengths."""
    if state.best_attack[step] >= 0:
        return OUT
    if strongest_possible(network, state, step) < 0:
        return OUT
    unsure = state.best_ground[step] < 0 or strongest_possible_attack(network, state, step) >= 0
    return UNDECIDED if unsure else IN


def _disputed_label(network: Network, state: State, node: int) -> int:
    """Return the label of a claim that has a proof standard, or that others contradict."""
    standard, label = network.standards.get(node), state.label
    partners = network.partners.get(node, ())
    if any(label[other] == IN for other in partners):
        return OUT
    open_partners = [other for other in partners if label[other] == UNDECIDED]
    rival = max((strongest_possible(network, state, o) for o in open_partners), default=NOTHING)
    if node in network.valued:
        contest = contest_of(network, state, node, rival)
        if contest.inside.grounds:
            return IN
        return UNDECIDED if contest.possible.grounds else OUT
    possible = strongest_possible(network, state, node)
    if possible < 0 or not is_enough(standard, possible, state.best_attack[node]):
        return OUT
    holds = state.best_ground[node]
    against = strongest_possible_attack(network, state, node)
    prevailing = holds >= 0 and prevails(standard, holds, against) and holds > rival
    return IN if prevailing else UNDECIDED


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
            if not is_in and supports[node] and on in partners:
                # What contradicts this claim has less to fear.
                judged += partners[on]
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
        if node in partners:
            judged += partners[node]
