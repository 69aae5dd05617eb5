"""What a verdict hangs on: the smallest sets of given claims that would bring it down.

The sets are found as by Reiter (1987), “A theory of diagnosis from first principles”, with a
hitting-set tree: a proof that a claim or an argument is accepted names the given claims it uses,
and whatever brings it down must take one of them away.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from argmap.evaluation.labelling import label_nodes
from argmap.evaluation.network import GIVEN, IN, LABELS, OUT, Network, network_of
from argmap.evaluation.proof import given_claims_of
from argmap.evaluation.propagation import State, blank_state
from argmap.model import Argument, ArgumentMap, Claim, Label, Status

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


class _Oracle:
    """The part of a map that bears on a claim or an argument, labelled under each question."""

    def __init__(self, a_map: ArgumentMap, id: str, most: int) -> None:
        if id not in a_map.claims_by_id and id not in a_map.arguments_by_id:
            raise KeyError(id)
        self.network = network_of(*_part_of(a_map, id))
        self.asked = self.network.ids.index(id)
        self.left = most

    def labelled(self, forced: dict[int, int]) -> State:
        """Return the labelling in which some claims are laid down, and count it."""
        self.left -= 1
        state = blank_state(self.network)
        everything = range(self.network.size)
        label_nodes(self.network, state, everything, {**self.network.forced, **forced})
        return state

    @property
    def given(self) -> list[int]:
        """Return the claims that are given and can be taken away, in reading order."""
        network = self.network
        return [
            node
            for node in range(network.claim_count)
            if network.given[node] == GIVEN and node not in network.forced
        ]


def hangs_on(a_map: ArgumentMap, id: str, *, most_labellings: int = MOST_LABELLINGS) -> HangsOn:
    """Return all smallest sets of given claims without which a claim or argument is not accepted.

    At most `most_labellings` labellings are tried. Raises KeyError where there is no such id.
    """
    oracle = _Oracle(a_map, id, most_labellings)
    ids = oracle.network.ids
    found: list[frozenset[int]] = []
    waiting: deque[frozenset[int]] = deque([frozenset()])
    seen = set(waiting)
    while waiting and oracle.left > 0:
        rejected = waiting.popleft()
        if any(one <= rejected for one in found):
            continue
        state = oracle.labelled(dict.fromkeys(rejected, OUT))
        if state.label[oracle.asked] != IN:
            if not rejected:
                break
            found.append(rejected)
            continue
        for node in given_claims_of(oracle.network, state, oracle.asked):
            larger = rejected | {node}
            if larger not in seen:
                seen.add(larger)
                waiting.append(larger)
    # Only what is no part of a smaller one counts; a set comes after its parts, being larger.
    open_ones = [one for one in waiting if not any(other <= one for other in found)]
    used = most_labellings - oracle.left
    sets = sorted((sorted(one) for one in found), key=lambda one: (len(one), one))
    names = tuple(tuple(ids[node] for node in one) for one in sets)
    return HangsOn(id, names, not open_ones or (not found and oracle.left > 0), used)


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
    oracle = _Oracle(a_map, id, most_labellings)
    state = oracle.labelled({})
    ids = oracle.network.ids
    if state.label[oracle.asked] == IN:
        found = hangs_on(a_map, id, most_labellings=most_labellings)
        first = found.sets[0] if found.sets else ()
        changes = tuple((name, Label.REJECTED) for name in first)
        return LeastChange(id, changes, bool(first) or found.is_complete, found.labellings)
    moves = _moves(oracle, state)
    for size in range(1, largest + 1):
        for chosen in combinations(moves, size):
            if oracle.left <= 0:
                return LeastChange(id, (), False, most_labellings)
            if oracle.labelled(dict(chosen)).label[oracle.asked] == IN:
                changes = tuple((ids[node], LABELS[label]) for node, label in chosen)
                return LeastChange(id, changes, True, most_labellings - oracle.left)
    return LeastChange(id, (), True, most_labellings - oracle.left)


def _moves(oracle: _Oracle, state: State) -> list[tuple[int, int]]:
    """Return what may be changed, the nearest to the claim first: rejections before acceptances."""
    given = set(oracle.given)
    near = _by_distance(oracle.network, oracle.asked)
    moves = [(node, OUT) for node in near if node in given and state.label[node] != OUT]
    moves += [
        (node, IN) for node in near if node < oracle.network.claim_count and state.label[node] != IN
    ]
    return [move for move in moves if move[0] != oracle.asked]


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


def _part_of(a_map: ArgumentMap, id: str) -> tuple[list[Claim], list[Argument]]:
    """Return the claims and arguments on which a verdict depends.

    An argument that is asked about needs something to aim at, which has no part in its verdict.
    """
    needed = _bearing_on(a_map, id)
    claims = [claim for claim in a_map.claims if claim.id in needed]
    arguments = [argument for argument in a_map.arguments if argument.id in needed]
    asked = a_map.arguments_by_id.get(id)
    if asked is not None and asked.target not in needed:
        aim = _free_id(a_map, id)
        claims.append(Claim(aim, aim, status=Status.CERTAIN))
        arguments = [replace(one, target=aim) if one is asked else one for one in arguments]
    return claims, arguments


def _free_id(a_map: ArgumentMap, id: str) -> str:
    while id in a_map.arguments_by_id or id in a_map.claims_by_id:
        id += "-aim"
    return id


def _bearing_on(a_map: ArgumentMap, id: str) -> set[str]:
    """Return the ids of the claims and arguments on which a verdict depends."""
    found = set[str]()
    stack = [id]
    while stack:
        name = stack.pop()
        if name in found:
            continue
        found.add(name)
        stack += (one.id for one in a_map.arguments_on(name))
        argument = a_map.arguments_by_id.get(name)
        stack += argument.premises if argument else a_map.contradictions_of(name)
    return found
