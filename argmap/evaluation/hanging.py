"""What a verdict hangs on: the smallest sets of given claims that would bring it down.

A proof that a claim or an argument is accepted names the given claims it uses, and whatever brings
it down must take one of them away.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from argmap.evaluation.hitting import HittingSets
from argmap.evaluation.network import IN, LABELS, OUT, Network
from argmap.evaluation.supposing import Suppositions
from argmap.model import ArgumentMap, Label

MOST_LABELLINGS = 1000
LARGEST_CHANGE = 2


@dataclass(frozen=True, slots=True)
class HangsOn:
    """The sets of given claims, smallest first; rejecting all of one stops the acceptance.

    No part of a set would do. `is_complete` is False where the budget ran out before all were
    found; `labellings` is how much of it was used. There are no sets for what is not accepted.
    """

    id: str
    sets: tuple[tuple[str, ...], ...]
    is_complete: bool
    labellings: int


@dataclass(frozen=True, slots=True)
class LeastChange:
    """The fewest claims to accept or reject so that a verdict turns; empty if none was found.

    `changes` are pairs of an id and ACCEPTED or REJECTED. `is_complete` is False where the budget
    ran out first.
    """

    id: str
    changes: tuple[tuple[str, Label], ...]
    is_complete: bool
    labellings: int


def hangs_on(a_map: ArgumentMap, id: str, *, most_labellings: int = MOST_LABELLINGS) -> HangsOn:
    """Return all smallest sets of given claims without which a claim or argument is not accepted.

    At most `most_labellings` labellings are tried. Raises KeyError where there is no such id.
    """
    suppositions = Suppositions(a_map, id, budget=most_labellings)
    tree = HittingSets(suppositions)
    tree.search()
    ids = suppositions.network.ids
    sets = sorted((_nodes_of(one) for one in tree.found), key=lambda one: (len(one), one))
    names = tuple(tuple(ids[node] for node in one) for one in sets)
    return HangsOn(id, names, tree.is_complete, most_labellings - suppositions.left)


def least_change(
    a_map: ArgumentMap,
    id: str,
    *,
    most_labellings: int = MOST_LABELLINGS,
    largest: int = LARGEST_CHANGE,
) -> LeastChange:
    """Return the least change that turns the verdict on a claim or an argument, by other claims.

    What is accepted is to be accepted no more, by rejecting given claims; any other is to be
    accepted, by rejecting given claims or accepting claims, at most `largest` of them. Of several
    it is the nearest one. Raises KeyError where there is no such id.
    """
    suppositions = Suppositions(a_map, id, budget=most_labellings)
    asked, ids = suppositions.asked, suppositions.network.ids
    if suppositions.state.label[asked] == IN:
        found = hangs_on(a_map, id, most_labellings=most_labellings)
        first = found.sets[0] if found.sets else ()
        changes = tuple((name, Label.REJECTED) for name in first)
        return LeastChange(id, changes, bool(first) or found.is_complete, found.labellings)
    moves = _moves(suppositions)
    for size in range(1, largest + 1):
        for chosen in combinations(moves, size):
            if suppositions.left <= 0:
                return LeastChange(id, (), False, most_labellings)
            with suppositions.supposing(dict(chosen)) as state:
                turns = state.label[asked] == IN
            if turns:
                changes = tuple((ids[node], LABELS[label]) for node, label in chosen)
                return LeastChange(id, changes, True, most_labellings - suppositions.left)
    return LeastChange(id, (), True, most_labellings - suppositions.left)


def _moves(suppositions: Suppositions) -> list[tuple[int, int]]:
    """Return what may be changed, the nearest first: rejections before acceptances."""
    network, label = suppositions.network, suppositions.state.label
    given = set(suppositions.given())
    near = _by_distance(network, suppositions.asked)
    moves = [(node, OUT) for node in near if node in given and label[node] != OUT]
    moves += [(node, IN) for node in near if node < network.claim_count and label[node] != IN]
    return [move for move in moves if move[0] != suppositions.asked]


def _by_distance(network: Network, start: int) -> list[int]:
    order = {start: None}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in _bears_on(network, node):
            if other not in order:
                order[other] = None
                queue.append(other)
    return list(order)


def _bears_on(network: Network, node: int) -> Iterator[int]:
    if network.is_argument(node):
        yield from network.premises[node]
        if network.step[node] >= 0:
            yield network.step[node]
        return
    yield from network.grounds[node]
    yield from network.attacks[node]


def _nodes_of(bits: int) -> list[int]:
    return [node for node in range(bits.bit_length()) if bits >> node & 1]
