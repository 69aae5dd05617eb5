"""What a verdict hangs on: the smallest sets of given claims that would bring it down.

A proof that a claim or an argument is accepted names the given claims it uses, and whatever brings
it down must take one of them away.
"""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from argmap.evaluation.deadline import Deadline
from argmap.evaluation.hitting import HittingSets
from argmap.evaluation.network import IN, LABELS, OUT, Network
from argmap.evaluation.supposing import Suppositions
from argmap.model import ArgumentMap, Label

MOST_LABELLINGS = 1000

# A claim's node, and the label that it is given.
Move = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HangsOn:
    """The sets of given claims, smallest first; rejecting all of one stops the acceptance.

    No part of a set would do. `is_complete` is False where the budget or the time ran out before
    all were found; `labellings` is how many were tried, `out_of_time` says that it was the time.
    There are no sets for what is not accepted.
    """

    id: str
    sets: tuple[tuple[str, ...], ...]
    is_complete: bool
    labellings: int
    out_of_time: bool = False


@dataclass(frozen=True, slots=True)
class LeastChange:
    """The fewest claims to accept or reject so that a verdict turns; empty if none was found.

    `changes` are pairs of an id and ACCEPTED or REJECTED. `is_complete` is False where the budget
    or the time ran out first; `out_of_time` says that it was the time.
    """

    id: str
    changes: tuple[tuple[str, Label], ...]
    is_complete: bool
    labellings: int
    out_of_time: bool = False


def hangs_on(
    a_map: ArgumentMap,
    id: str,
    *,
    most_labellings: int = MOST_LABELLINGS,
    seconds: float | Deadline | None = None,
) -> HangsOn:
    """Return all smallest sets of given claims without which a claim or argument is not accepted.

    At most `most_labellings` labellings are tried, until the time is over. Raises KeyError where
    there is no such id.
    """
    deadline = Deadline.of(seconds)
    suppositions = Suppositions(a_map, id, budget=most_labellings, deadline=deadline)
    tree = HittingSets(suppositions)
    tree.search()
    ids = suppositions.network.ids
    sets = sorted((_nodes_of(one) for one in tree.found), key=lambda one: (len(one), one))
    names = tuple(tuple(ids[node] for node in one) for one in sets)
    late = suppositions.is_late and not tree.is_complete
    return HangsOn(id, names, tree.is_complete, suppositions.tried, late)


def least_change(
    a_map: ArgumentMap,
    id: str,
    *,
    most_labellings: int = MOST_LABELLINGS,
    seconds: float | Deadline | None = None,
) -> LeastChange:
    """Return the least change that turns the verdict on a claim or an argument, by other claims.

    What is accepted is to be accepted no more, by rejecting given claims; any other is to be
    accepted, by rejecting given claims or accepting claims, at most two of them. Of several it is
    the nearest one. Raises KeyError where there is no such id.
    """
    deadline = Deadline.of(seconds)
    suppositions = Suppositions(a_map, id, budget=most_labellings, deadline=deadline)
    asked, ids = suppositions.asked, suppositions.network.ids
    if suppositions.state.label[asked] == IN:
        found = hangs_on(a_map, id, most_labellings=most_labellings, seconds=deadline)
        first = found.sets[0] if found.sets else ()
        changes = tuple((name, Label.REJECTED) for name in first)
        known = bool(first) or found.is_complete
        return LeastChange(id, changes, known, found.labellings, found.out_of_time and not known)
    moves = _one_or_two(suppositions)
    changes = tuple((ids[node], LABELS[label]) for node, label in moves or ())
    late = suppositions.is_late and moves is None
    return LeastChange(id, changes, moves is not None, suppositions.tried, late)


def _one_or_two(suppositions: Suppositions) -> tuple[Move, ...] | None:
    """Return the fewest moves, up to two, that make what is asked stand; None out of budget.

    A move without effect on the map as it is can have one after another: where one rebuttal keeps
    a second one down, the fall of the first helps only together with that of the second.
    """
    before = suppositions.state.label[:]
    near = _by_distance(suppositions.network, suppositions.asked)
    given = set(suppositions.given())
    first = suppositions.network.claim_count
    claims = dict.fromkeys(node for node in near[1:] if node < first)
    moves = _moves(claims, given, before)
    known = set(moves)
    opened: list[list[Move]] = []
    for move in moves:
        if suppositions.left <= 0:
            return None
        with suppositions.supposing(dict([move])) as state:
            if state.label[suppositions.asked] == IN:
                return (move,)
            resting = suppositions.resting_on(move[:1])
            changed = [one for one in resting if one in claims and state.label[one] != before[one]]
            now = _moves(changed, given, state.label)
        opened.append([one for one in now if one not in known])
    for at, move in enumerate(moves):
        for other in (*moves[at + 1 :], *opened[at]):
            if other[0] == move[0]:
                continue
            if suppositions.left <= 0:
                return None
            with suppositions.supposing(dict([move, other])) as state:
                if state.label[suppositions.asked] == IN:
                    return move, other
    return ()


def _moves(claims: Collection[int], given: Collection[int], label: Sequence[int]) -> list[Move]:
    """Return what changes a label: rejections of what is given, then acceptances."""
    rejections = [(node, OUT) for node in claims if node in given and label[node] != OUT]
    return rejections + [(node, IN) for node in claims if label[node] != IN]


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
