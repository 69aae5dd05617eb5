"""Why each node has its label, read off the rounds in which the labels were found.

Only what was known in an earlier round counts as a reason, so that reasons never go in a circle;
but for circular support, whose reason is the circle.
"""

from collections.abc import Iterable

from argmap.evaluation.grounded.propagation import strongest_possible
from argmap.evaluation.grounded.standards import is_enough, prevails
from argmap.evaluation.grounded.standing import (
    attacks_that_stand,
    standing_of,
    standing_of_argument,
    what_stands_against,
)
from argmap.evaluation.grounded.state import State
from argmap.evaluation.grounded.valued import OWN, contest_of, power_of
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
from argmap.evaluation.verdicts import Reason, ReasonKind, Verdict
from argmap.model import ArgumentMap
from argmap.weighing import Standing

Decision = tuple[ReasonKind, list[int]]


def verdicts_of(
    a_map: ArgumentMap, network: Network, state: State
) -> tuple[dict[str, Verdict], dict[str, Verdict]]:
    """Return the verdicts on the claims and on the arguments."""
    first, ids, label, step = network.claim_count, network.ids, state.label, network.step
    grounds, forced = network.grounds, network.forced
    given = Verdict(LABELS[IN], Reason(ReasonKind.GIVEN), Standing.STANDS)
    claims = [
        given
        if label[node] == IN and not grounds[node] and node not in forced
        else _verdict_on_claim(network, state, node)
        for node in range(first)
    ]
    arguments = []
    for node, argument in enumerate(a_map.arguments, start=first):
        if label[node] == IN and step[node] < 0:
            reason = Reason(ReasonKind.STANDS, _distinct(argument.premises))
            arguments.append(Verdict(LABELS[IN], reason, Standing.STANDS))
        else:
            arguments.append(_verdict_on_argument(network, state, node))
    after = first + len(arguments)
    return (
        dict(zip(ids[:first], claims, strict=True)),
        dict(zip(ids[first:after], arguments, strict=True)),
    )


def verdict_on(network: Network, state: State, node: int) -> Verdict:
    """Return the verdict on one claim or argument."""
    is_claim = node < network.claim_count
    return (_verdict_on_claim if is_claim else _verdict_on_argument)(network, state, node)


def _verdict_on_claim(network: Network, state: State, claim: int) -> Verdict:
    label = state.label[claim]
    kind, nodes = claim_reason(network, state, claim)
    reason = Reason(kind, _names(network, nodes))
    return Verdict(LABELS[label], reason, standing_of(network, state, claim))


def _verdict_on_argument(network: Network, state: State, argument: int) -> Verdict:
    label = state.label[argument]
    kind, nodes = _argument_reason(network, state, argument)
    reason = Reason(kind, _names(network, nodes))
    return Verdict(LABELS[label], reason, standing_of_argument(network, state, argument))


def _names(network: Network, nodes: list[int]) -> tuple[str, ...]:
    ids = network.ids
    # Most reasons have one node, or none.
    return (ids[nodes[0]],) if len(nodes) == 1 else tuple([ids[node] for node in nodes])


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names)) if len(names) > 1 else names


def claim_reason(network: Network, state: State, node: int) -> Decision:
    """Return why a claim has its label, and the nodes that decided."""
    forced = network.forced.get(node)
    if forced is not None:
        return (ReasonKind.GRANTED if forced == IN else ReasonKind.REJECTED), []
    label = state.label[node]
    if label == IN:
        carried = carrying(network, state, node)
        # What came later may rest on the node itself; then it is enough that the node is given.
        first = bool(carried) and is_known(state, carried[0], IN, node)
        return (ReasonKind.SUPPORTED, carried) if first else (ReasonKind.GIVEN, [])
    if node in network.valued:
        return valued_reason(network, state, node)
    return (_doubt if label == UNDECIDED else _why_out)(network, state, node)


def _why_out(network: Network, state: State, node: int) -> Decision:
    grounds, against = network.grounds[node], what_stands_against(network, state, node)
    label, rank, now = state.label, state.rank, state.rank[node]
    alive = [ground for ground in grounds if label[ground] != OUT or rank[ground] >= now]
    if state.circular[node]:
        lasting = [ground for ground in alive if label[ground] != OUT]
        if not lasting and not network.given[node]:
            return ReasonKind.CIRCULAR, [*alive, *against]
        # It had something else to stand on, which was not enough.
        alive = lasting
    elif not alive and not network.given[node]:
        return ReasonKind.UNSUPPORTED, [*grounds, *against]
    contradicting = [one for one in against if one < network.claim_count]
    best = _best(network, node, alive)
    stronger = [
        one
        for one in against
        if one >= network.claim_count
        and not is_enough(network.standards.get(node), best, network.strength[one])
    ]
    if contradicting or stronger:
        decisive = sorted([*stronger, *contradicting], key=state.rank.__getitem__)
        return ReasonKind.DEFEATED, decisive
    return ReasonKind.BELOW_STANDARD, alive


def _best(network: Network, node: int, grounds: Iterable[int]) -> float:
    own = network.own[node] if network.given[node] else NOTHING
    return max(own, strongest(network, grounds))


def is_known(state: State, node: int, label: int, at: int) -> bool:
    """Return whether `node` had the label before `at` got its own."""
    return state.label[node] == label and state.rank[node] < state.rank[at]


def strongest(network: Network, nodes: Iterable[int]) -> float:
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
    found = [ground for ground in network.grounds[node] if label[ground] == IN]
    if node in network.valued:
        rival = _strongest_rival(network, state, node)
        inside = contest_of(network, state, node, rival).inside.grounds
        found = [ground for ground in found if ground in inside]
    elif not network.is_step(node) and _is_disputed(network, node):
        bar = strongest(network, [a for a in network.attacks[node] if label[a] != OUT])
        standard = network.standards.get(node)
        found = [g for g in found if prevails(standard, network.strength[g], bar)]
        rival = _strongest_rival(network, state, node)
        found = [g for g in found if network.strength[g] > rival]
    return sorted(found, key=state.rank.__getitem__) if len(found) > 1 else found


def _is_disputed(network: Network, node: int) -> bool:
    """Return whether anything may speak against a claim, or its proof standard ask for more."""
    return bool(network.attacks[node]) or node in network.partners or node in network.standards


def _strongest_rival(network: Network, state: State, node: int) -> float:
    """Return the strength of the strongest ground of an undecided claim that contradicts."""
    others = [one for one in network.partners.get(node, ()) if state.label[one] == UNDECIDED]
    return max((strongest_possible(network, state, one) for one in others), default=NOTHING)


def _doubt(network: Network, state: State, node: int) -> Decision:
    label, strength = state.label, network.strength
    standard = network.standards.get(node)
    beaten_by = strongest(network, attacks_that_stand(network, state, node))
    possible = [
        ground
        for ground in network.grounds[node]
        if label[ground] != OUT and is_enough(standard, strength[ground], beaten_by)
    ]
    own = network.given[node] if is_enough(standard, network.own[node], beaten_by) else 0
    best = strongest(network, [ground for ground in possible if label[ground] == IN])
    if own == GIVEN:
        best = max(best, network.own[node])
    if best >= 0:
        in_the_way = [
            attack
            for attack in network.attacks[node]
            if label[attack] != OUT and not prevails(standard, best, strength[attack])
        ]
        return ReasonKind.CONTESTED, in_the_way + rivals(network, state, node, best)
    if own == LEFT_OPEN:
        return ReasonKind.OPEN, []
    return ReasonKind.UNSETTLED, possible


def rivals(network: Network, state: State, node: int, best: float) -> list[int]:
    """Return the undecided claims that contradict one, with grounds that are as strong."""
    return [
        other
        for other in network.partners.get(node, ())
        if state.label[other] == UNDECIDED and strongest_possible(network, state, other) >= best
    ]


def _argument_reason(network: Network, state: State, argument: int) -> Decision:
    premises = list(dict.fromkeys(network.premises[argument]))
    step, label = network.step[argument], state.label[argument]
    if label == IN:
        backing = [] if step in network.forced else carrying(network, state, step)
        return ReasonKind.STANDS, premises + [b for b in backing if is_known(state, b, IN, step)]
    if label == UNDECIDED:
        undecided = [one for one in premises if state.label[one] == UNDECIDED]
        return (ReasonKind.UNSETTLED, undecided) if undecided else _doubtful(network, state, step)
    fallen = [one for one in premises if is_known(state, one, OUT, argument)]
    if fallen:
        return ReasonKind.PREMISE_FELL, fallen
    if network.forced.get(step) == OUT:
        return ReasonKind.REJECTED, []
    undercuts = attacks_that_stand(network, state, step)
    if undercuts:
        return ReasonKind.UNDERCUT, sorted(undercuts, key=state.rank.__getitem__)
    return ReasonKind.UNBACKED, list(network.grounds[step])


def _doubtful(network: Network, state: State, step: int) -> Decision:
    undercuts = [one for one in network.attacks[step] if state.label[one] != OUT]
    if undercuts:
        return ReasonKind.CONTESTED, undercuts
    return ReasonKind.UNSETTLED, [one for one in network.grounds[step] if state.label[one] != OUT]


def valued_reason(network: Network, state: State, node: int) -> Decision:
    """Return why a claim on which an audience's values make a difference is not in."""
    label, contest = state.label, contest_of(network, state, node)
    if label[node] == OUT:
        alive = [one for one in network.grounds[node] if label[one] != OUT]
        if not alive and not network.given[node]:
            return _why_out(network, state, node)
        partners = [o for o in network.partners.get(node, ()) if label[o] == IN]
        counters = [one for one in network.attacks[node] if one in contest.inside.counters]
        against = sorted([*counters, *partners], key=state.rank.__getitem__)
        return (ReasonKind.DEFEATED, against) if against else (ReasonKind.BELOW_STANDARD, alive)
    holding = [one for one in contest.possible.grounds if _is_in(network, state, node, one)]
    if not holding:
        possible = [one for one in network.grounds[node] if one in contest.possible.grounds]
        return (ReasonKind.UNSETTLED, possible) if possible else (ReasonKind.OPEN, [])
    best = max(power_of(network, node, one) for one in holding)
    in_the_way = [one for one in network.attacks[node] if one in contest.possible.counters]
    return ReasonKind.CONTESTED, in_the_way + rivals(network, state, node, best)


def _is_in(network: Network, state: State, claim: int, ground: int) -> bool:
    return network.given[claim] == GIVEN if ground == OWN else state.label[ground] == IN
