"""The smallest ways to turn a verdict: which claims and steps would have to stand or fall.

The search is a hitting-set tree (Reiter 1987, “A theory of diagnosis from first principles”), grown
level by level. A verdict rests on the labels of some nodes; whatever turns it must give one of
these another label. So each set of changes that does not do yet is grown by those, and only by
those, and all sets of a size are tried before any that is larger.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.reasons import verdict_on
from argmap.evaluation.grounded.state import State
from argmap.evaluation.network import IN, LABELS, OUT
from argmap.evaluation.verdicts import Verdict
from argmap.evaluation.why.proof import rests_on
from argmap.evaluation.why.supposing import Suppositions
from argmap.model import ArgumentMap, Label

MOST_LABELLINGS, MOST_WAYS = 4000, 1000

# A claim or a step, and the label that it is given.
Move = tuple[int, int]
# What is laid down together, in order.
Moves = tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Claims and steps to accept or reject together, and the verdict that this leads to.

    `changes` are pairs of the id of a claim or an argument, for its step, and ACCEPTED or REJECTED.
    """

    changes: tuple[tuple[str, Label], ...]
    after: Verdict


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways with the fewest changes, in reading order, that turn the verdict on `id`.

    What stands is to stand no more, anything else is to stand. `has_more` says that there are more
    than MOST_WAYS; `tried` is the number of changes up to which all has been tried, and
    `can_turn` is False where nothing at all would do. `labellings` were tried; `out_of_time` says
    that the time was over by then.
    """

    id: str
    stands: bool
    ways: tuple[Way, ...]
    has_more: bool
    tried: int
    can_turn: bool
    labellings: int
    out_of_time: bool = False

    @property
    def is_complete(self) -> bool:
        """Return whether the search came to its end: the ways are all, or there is none."""
        if not self.ways:
            return not self.can_turn
        return self.tried == len(self.ways[0].changes) and not self.has_more


def ways_to_turn(
    a_map: ArgumentMap,
    id: str,
    *,
    audience: str | None = None,
    most_labellings: int = MOST_LABELLINGS,
    seconds: float | Deadline | None = None,
) -> Ways:
    """Return the smallest ways to turn the verdict on a claim or an argument.

    What the author calls certain or rejects is not changed, nor what is asked about itself; what
    stands or falls in another map is, since it may be otherwise there. At most `most_labellings`
    labellings are tried, until the time is over. Raises KeyError where there is no such id.
    """
    suppositions = Suppositions(
        a_map, id, budget=most_labellings, audience=audience, deadline=Deadline.of(seconds)
    )
    search = _Search(suppositions)
    search.run()
    return Ways(
        id,
        search.stood,
        tuple(search.found[:MOST_WAYS]),
        len(search.found) > MOST_WAYS,
        search.tried,
        search.can_turn,
        suppositions.tried,
        suppositions.is_late,
    )


@dataclass(frozen=True, slots=True)
class _Proof:
    """Why a set of changes does not do: it counts on some, and would have to be hit by others."""

    counts_on: frozenset[Move]
    hit_by: frozenset[Move]


class _Search:
    """The tree, a level at a time; `found` are the ways of the first level that has any."""

    def __init__(self, suppositions: Suppositions) -> None:
        self._suppositions = suppositions
        self._network = suppositions.network
        self.stood = suppositions.state.label[suppositions.asked] == IN
        self._proofs: list[_Proof] = []
        self.found: list[Way] = []
        self.tried = 0
        self.can_turn = True

    @property
    def left(self) -> int:
        """Return how many labellings may still be tried."""
        return self._suppositions.left

    def run(self) -> None:
        """Try one change, then two and so on, as far as the budget goes."""
        level: list[tuple[Moves, _Proof]] = [((), self._proof((), self._suppositions.state))]
        while level and not self.found:
            following = self._level(level)
            if following is None:
                return
            self.tried += 1
            level = following
        self.can_turn = bool(self.found)

    def _level(self, level: list[tuple[Moves, _Proof]]) -> list[tuple[Moves, _Proof]] | None:
        """Try all that is one change larger; return what does not do, None out of budget."""
        known = dict.fromkeys(
            _joined(moves, move)
            for moves, proof in level
            for move in sorted(proof.hit_by)
            if not self._clashes(moves, move)
        )
        fallen_short = []
        for moves in sorted(known, key=lambda one: [_place(move) for move in one]):
            proof = self._known_proof(moves)
            if proof is None:
                if self.left <= 0 or len(self.found) > MOST_WAYS:
                    return None
                proof = self._tried(moves)
            if proof is not None:
                fallen_short.append((moves, proof))
        return fallen_short

    def _known_proof(self, moves: Moves) -> _Proof | None:
        made = frozenset(moves)
        for proof in self._proofs:
            if proof.counts_on <= made and proof.hit_by.isdisjoint(made):
                return proof
        return None

    def _tried(self, moves: Moves) -> _Proof | None:
        """Return why the changes do not do; None, after they are noted, where they do."""
        asked, network = self._suppositions.asked, self._network
        with self._suppositions.supposing(dict(moves)) as state:
            if (state.label[asked] == IN) == self.stood:
                return self._proof(moves, state)
            changed = replace(network, forced={**network.forced, **dict(moves)})
            after = verdict_on(changed, state, asked)
        self.found.append(Way(tuple((network.name(n), LABELS[how]) for n, how in moves), after))
        return None

    def _proof(self, moves: Moves, state: State) -> _Proof:
        laid_down = {node for node, _ in moves}
        rested_on = rests_on(self._network, state, self._suppositions.asked, laid_down)
        made = frozenset(move for move in moves if move[0] in rested_on)
        hit_by = frozenset(
            move
            for node in rested_on - laid_down
            if self._can_change(node)
            for move in _moves(node, state.label[node])
        )
        proof = _Proof(made, hit_by)
        self._proofs.append(proof)
        return proof

    def _can_change(self, node: int) -> bool:
        network, asked = self._network, self._suppositions.asked
        if network.is_argument(node):
            return False
        if node in network.forced and node not in self._suppositions.away:
            return False
        return node != asked and network.owner.get(node) != asked

    def _clashes(self, moves: Moves, move: Move) -> bool:
        """Return whether a change cannot be made: the node is, or a contradiction would stand."""
        node, label = move
        made = dict(moves)
        if node in made:
            return True
        if label != IN:
            return False
        laid_down = {**self._network.forced, **made, node: label}
        return any(laid_down.get(o) == IN for o in self._network.partners.get(node, ()))


def _moves(node: int, label: int) -> Iterator[Move]:
    if label != OUT:
        yield node, OUT
    if label != IN:
        yield node, IN


def _joined(moves: Moves, move: Move) -> Moves:
    return tuple(sorted((*moves, move), key=_place))


def _place(move: Move) -> tuple[int, bool]:
    """Return the key of reading order: what falls before what stands, at one place."""
    return move[0], move[1] == IN
