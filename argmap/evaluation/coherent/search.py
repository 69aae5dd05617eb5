"""Labellings of a small dispute, found by trying: label a node, see what follows, go back.

Sets of nodes are the bits of a whole number. While it searches, it holds four sets: what must be
in, what may be in, what must be possible and what may be possible. From below, what follows must
be so; from above, only what can be founded, never through a circle of support alone, may be so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.evaluation.coherent.acceptance import Semantics
from argmap.evaluation.coherent.dispute import Dispute, Labelling, Rule
from argmap.evaluation.coherent.openness import excused, may_stay_open
from argmap.evaluation.coherent.without_search import possible_beside
from argmap.evaluation.deadline import Deadline


@dataclass(frozen=True, slots=True)
class _Bounds:
    must_in: int
    may_in: int
    must_possible: int
    may_possible: int


@dataclass(frozen=True, slots=True)
class _Way:
    """A rule as sets: what it needs, and what stands in its way."""

    body: int
    against: int
    can_carry: bool


class Search:
    """Finds labellings of a dispute: complete ones, or where they are asked for stable ones."""

    def __init__(self, dispute: Dispute, semantics: Semantics, deadline: Deadline) -> None:
        """Look at the dispute; nothing is searched yet."""
        total = semantics is Semantics.STABLE
        self.everything = (1 << len(dispute.rules)) - 1
        self._dispute = dispute
        self._total = total
        # What a total labelling must decide in any case.
        self._decided = self.everything & ~may_stay_open(dispute) if total else 0
        self._deadline = deadline
        self._ways = [[_way(rule) for rule in rules] for rules in dispute.rules]
        self._order = _by_weight(dispute)
        self._required: list[int] = []
        self._required_out: list[tuple[int, int]] = []

    def require(self, some: int) -> None:
        """Let every later labelling have one of these nodes in."""
        self._required.append(some)

    def require_out(self, some: int, *, unless: int) -> None:
        """Let every later labelling have one of these nodes out, unless it has the other in."""
        self._required_out.append((some, unless))

    def find(self, *, inside: int = 0, outside: int = 0, some: int = 0) -> Labelling | None:
        """Return a labelling with all of `inside`, none of `outside` and one of `some` in."""
        required = [*self._required, some] if some else self._required
        start = _Bounds(inside, self.everything & ~outside, inside, self.everything)
        return next(self._walk(start, required), None)

    def all(self) -> Iterator[Labelling]:
        """Yield every labelling once."""
        return self._walk(_Bounds(0, self.everything, 0, self.everything), self._required)

    def completed(self, labelling: Labelling) -> Labelling:
        """Return the complete labelling that has the same in, where it is as large as can be."""
        return Labelling(labelling.inside, possible_beside(self._dispute, labelling.inside))

    def close(self) -> None:
        """Let go of nothing: there is nothing to let go of."""

    def _walk(self, start: _Bounds, required: list[int]) -> Iterator[Labelling]:
        stack = [start]
        while stack:
            self._deadline.check()
            bounds = self._settled(stack.pop(), required)
            if bounds is None:
                continue
            must, may = bounds.must_in, bounds.may_in
            node = self._open_node(bounds)
            if node is None:
                if not self._total or self._is_total(must, bounds.must_possible):
                    yield Labelling(must, bounds.must_possible)
                continue
            sure, likely = bounds.must_possible, bounds.may_possible
            # The last one pushed is tried first: in, so that large labellings come early.
            if not sure & node:
                stack.append(_Bounds(must, may & ~node, sure, likely & ~node))
            if not must & node and likely & node and not self._decided & node:
                stack.append(_Bounds(must, may & ~node, sure | node, likely))
            if may & node:
                stack.append(_Bounds(must | node, may, sure | node, likely))

    def _is_total(self, inside: int, possible: int) -> bool:
        undecided = possible & ~inside
        return not undecided or excused(self._dispute, undecided) == undecided

    def _open_node(self, bounds: _Bounds) -> int | None:
        unsettled = bounds.must_in ^ bounds.may_in | bounds.must_possible ^ bounds.may_possible
        if not unsettled:
            return None
        return next(node for node in self._order if node & unsettled)

    def _settled(self, bounds: _Bounds, required: list[int]) -> _Bounds | None:
        """Return all that follows from the bounds, or None where they contradict each other."""
        must, may = bounds.must_in, bounds.may_in
        sure, likely = bounds.must_possible, bounds.may_possible
        while True:
            self._deadline.check()
            before = (must, may, sure, likely)
            likely = self._possible(0, within=likely, beaten_by=must)
            may = self._inside(0, within=may & likely, beaten_by=sure)
            must = self._inside(must, within=self.everything, beaten_by=likely)
            sure = self._possible(sure | must, within=self.everything, beaten_by=may)
            for some in required:
                left = some & may
                if not left:
                    return None
                if not left & (left - 1):
                    must |= left
            for some, unless in self._required_out:
                left = some & ~sure
                if not left:
                    must |= unless
                elif not unless & may and not left & (left - 1):
                    likely &= ~left
            must |= sure & self._decided
            likely &= may | ~self._decided
            sure |= must
            may &= likely
            if must & ~may or sure & ~likely:
                return None
            must, may, sure, likely = self._looked_back(must, may, sure, likely)
            if must & ~may or must & ~likely or sure & ~likely:
                return None
            if (must, may, sure, likely) == before:
                return _Bounds(must, may, sure, likely)

    def _inside(self, found: int, *, within: int, beaten_by: int) -> int:
        waiting = list(_nodes_of(within & ~found))
        while True:
            left = []
            for number in waiting:
                for way in self._ways[number]:
                    if (
                        way.can_carry
                        and way.body & found == way.body
                        and not way.against & beaten_by
                    ):
                        found |= 1 << number
                        break
                else:
                    left.append(number)
            if len(left) == len(waiting):
                return found
            waiting = left

    def _possible(self, found: int, *, within: int, beaten_by: int) -> int:
        waiting = list(_nodes_of(within & ~found))
        while True:
            left = []
            for number in waiting:
                for way in self._ways[number]:
                    if way.body & found == way.body and not way.against & beaten_by:
                        found |= 1 << number
                        break
                else:
                    left.append(number)
            if len(left) == len(waiting):
                return found
            waiting = left

    def _looked_back(
        self, must: int, may: int, sure: int, likely: int
    ) -> tuple[int, int, int, int]:
        """Return the bounds after asking what the labels of nodes leave to what bears on them.

        Where a node that must be in, or possible, has one way left, all that this way needs must
        be so. Where a node must be out and one attack is left that can do it, that must be in.
        """
        for number in _nodes_of(sure):
            node = 1 << number
            ways = [
                way
                for way in self._ways[number]
                if way.body & likely == way.body and not way.against & must
            ]
            if len(ways) == 1:
                sure |= ways[0].body
                may &= ~ways[0].against
            if must & node:
                ways = [way for way in ways if way.can_carry and not way.against & sure]
                if len(ways) == 1:
                    must |= ways[0].body
                    likely &= ~ways[0].against
        for number in _nodes_of(self.everything & ~likely):
            for way in self._ways[number]:
                if way.body & sure == way.body:
                    left = way.against & may
                    if left and not left & (left - 1):
                        must |= left
        return must, may, sure, likely


def _way(rule: Rule) -> _Way:
    return _Way(_bits(rule.body), _bits(rule.against), rule.can_carry)


def _by_weight(dispute: Dispute) -> list[int]:
    """Return the atoms as bits, those that stand in the way of the most rules first."""
    weight = [0] * len(dispute.rules)
    for rules in dispute.rules:
        for rule in rules:
            for atom in rule.against:
                weight[atom] += 1
    ranked = sorted(range(len(weight)), key=lambda atom: -weight[atom])
    return [1 << atom for atom in ranked]


def _bits(body: Iterable[int]) -> int:
    found = 0
    for node in body:
        found |= 1 << node
    return found


def _nodes_of(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
