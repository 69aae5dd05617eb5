"""What the grounded labelling leaves undecided, cut down to what can still make a difference.

A dispute holds the undecided claims and steps that bear on one another. An argument is nothing of
its own here, only the claims and steps that it needs and that are undecided, its *body*. Whatever
is decided has gone: a ground that a standing attack beats is left out, one that it equals can no
longer bring its claim in.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.evaluation.network import GIVEN, IN, LEFT_OPEN, NOTHING, UNDECIDED, Network

Body = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a node may stand on; an empty body always holds.

    `can_carry` says whether it can bring the node in, or only make it possible. `rivals` is the
    number of attacks, counted from the strongest, that are at least as strong; `betters` of those
    that are stronger.
    """

    body: Body
    can_carry: bool
    rivals: int
    betters: int


@dataclass(frozen=True)
class Dispute:
    """Undecided nodes, numbered from 0. `nodes` are their numbers in the network.

    The others have one entry for each node. Attacks are bodies, the strongest first. `shows_if`
    says of a step which premises have to be in for its label to show, in that of its argument; it
    is empty where the label shows in any case, None where it never does.
    """

    nodes: tuple[int, ...]
    grounds: tuple[tuple[Ground, ...], ...]
    attacks: tuple[tuple[Body, ...], ...]
    shows_if: tuple[Body | None, ...]


@dataclass(frozen=True, slots=True)
class Labelling:
    """A labelling of a dispute as two sets of bits: what is in, and what is not out."""

    inside: int
    possible: int


def disputes_of(network: Network, label: Sequence[int]) -> tuple[Dispute, ...]:
    """Return the disputes that have nothing to do with one another, in the order of the network.

    `label` is the grounded labelling of the network.
    """
    open_nodes = [n for n in range(network.size) if not label[n] and not network.is_argument(n)]
    drafts = {node: _draft(network, label, node) for node in open_nodes}
    leader = {node: node for node in open_nodes}
    for node, (grounds, attacks, shows_if) in drafts.items():
        for body in (*(ground.body for ground in grounds), *attacks, shows_if or ()):
            for other in body:
                _join(leader, node, other)
    groups: dict[int, list[int]] = {}
    for node in open_nodes:
        groups.setdefault(_leader_of(leader, node), []).append(node)
    return tuple(_numbered(nodes, drafts) for nodes in groups.values())


def body_of(network: Network, label: Sequence[int], node: int) -> Body:
    """Return the undecided claims and steps that an undecided claim, step or argument needs."""
    if not network.is_argument(node):
        return (node,)
    needed = [premise for premise in network.premises[node] if label[premise] == UNDECIDED]
    step = network.step[node]
    if step >= 0 and label[step] == UNDECIDED:
        needed.append(step)
    return tuple(dict.fromkeys(needed))


_Draft = tuple[list[Ground], list[Body], Body | None]


def _draft(network: Network, label: Sequence[int], node: int) -> _Draft:
    strength = network.strength
    standing = max((strength[a] for a in network.attacks[node] if label[a] == IN), default=NOTHING)
    open_attacks = [attack for attack in network.attacks[node] if label[attack] == UNDECIDED]
    # The strongest come first, so that the negative numbers are in order.
    powers = [-strength[attack] for attack in open_attacks]
    grounds = []
    for ground in network.grounds[node]:
        power = strength[ground]
        if label[ground] in (IN, UNDECIDED) and power >= standing:
            body = () if label[ground] == IN else body_of(network, label, ground)
            rivals, betters = bisect_right(powers, -power), bisect_left(powers, -power)
            grounds.append(Ground(body, power > standing, rivals, betters))
    if network.given[node] in (GIVEN, LEFT_OPEN) and standing < 0:
        all_attacks = len(powers)
        grounds.append(Ground((), network.given[node] == GIVEN, all_attacks, all_attacks))
    attacks = [body_of(network, label, attack) for attack in open_attacks]
    return grounds, attacks, _shows_if(network, label, node)


def _shows_if(network: Network, label: Sequence[int], node: int) -> Body | None:
    argument = network.owner.get(node)
    if argument is None:
        return ()
    if label[argument] != UNDECIDED:
        return None
    return tuple(one for one in body_of(network, label, argument) if one != node)


def _join(leader: dict[int, int], one: int, other: int) -> None:
    one, other = _leader_of(leader, one), _leader_of(leader, other)
    leader[max(one, other)] = min(one, other)


def _leader_of(leader: dict[int, int], node: int) -> int:
    while leader[node] != node:
        leader[node] = leader[leader[node]]
        node = leader[node]
    return node


def _numbered(nodes: list[int], drafts: dict[int, _Draft]) -> Dispute:
    number = {node: order for order, node in enumerate(nodes)}

    def renamed(body: Body) -> Body:
        return tuple(number[node] for node in body)

    return Dispute(
        tuple(nodes),
        tuple(
            tuple(Ground(renamed(g.body), g.can_carry, g.rivals, g.betters) for g in drafts[n][0])
            for n in nodes
        ),
        tuple(tuple(renamed(body) for body in drafts[node][1]) for node in nodes),
        tuple(None if (body := drafts[n][2]) is None else renamed(body) for n in nodes),
    )
