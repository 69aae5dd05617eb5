"""A hitting-set tree: the smallest sets of given claims that take away every proof of a claim.

The tree is that of Reiter (1987), “A theory of diagnosis from first principles”, grown level by
level. What a proof cannot do without are claims that it uses and, since rejecting a claim can also
help, rejections that it counts on; where both are as it needs them, nobody has to look again.
"""

from collections.abc import Iterator

from argmap.evaluation.network import IN, OUT
from argmap.evaluation.proof import proof_of
from argmap.evaluation.propagation import State
from argmap.evaluation.supposing import Suppositions

# How many branches of the tree are looked at for each labelling of the budget.
_BRANCHES = 50


class HittingSets:
    """The search for the sets; `found` holds them as bits, `is_complete` says that none is left."""

    def __init__(self, suppositions: Suppositions) -> None:
        """Start from the proof that there is before anything is rejected."""
        self._suppositions = suppositions
        self._branches = _BRANCHES * (suppositions.left + 1)
        # What a proof uses; those that count on rejections are kept with these.
        self._proofs: list[int] = []
        self._conditional: list[tuple[int, int]] = []
        self._found_with: dict[int, list[int]] = {}
        self.found: list[int] = []
        self.is_complete = False

    def search(self) -> None:
        """Find all sets, smaller ones first, as far as the budget goes."""
        if self._suppositions.state.label[self._suppositions.asked] != IN:
            self.is_complete = True
            return
        self._note_proof(self._suppositions.state, set())
        size = 1
        while self._level(size):
            size += 1

    def _level(self, size: int) -> bool:
        """Look for all sets of a size; return whether there can be larger ones, and budget."""
        goes_on = False
        # What is rejected, the last of it, what need not be, for sets with it are found elsewhere.
        stack = [(0, 0, 0, size)]
        while stack:
            if self._suppositions.is_late:
                return False
            rejected, newest, spared, left = stack.pop()
            if self._is_beyond(rejected, newest):
                continue
            self._branches -= 1
            holding = self._holding_without(rejected)
            if not holding:
                if self._is_out_of_budget():
                    return False
                if self._fells_by_labelling(rejected):
                    continue
                holding = self._holding_without(rejected)
            open_proofs = [uses & ~spared for uses in holding]
            if not all(open_proofs):
                continue
            if left > 1:
                stack += reversed(list(_branches(rejected, spared, left, open_proofs)))
                continue
            common = open_proofs[0]
            for uses in open_proofs[1:]:
                common &= uses
            goes_on = goes_on or any(uses != common for uses in open_proofs)
            for one in _bits(common):
                if self._is_out_of_budget():
                    return False
                goes_on = not self._fells(rejected | one, one) or goes_on
            if self._is_out_of_budget():
                return False
        self.is_complete = not goes_on
        return goes_on

    def _holding_without(self, rejected: int) -> list[int]:
        """Return what is used by the proofs that are known to hold without these claims."""
        holding = [uses for uses in self._proofs if not uses & rejected]
        for uses, counts_on in self._conditional:
            if not uses & rejected and counts_on & rejected == counts_on:
                holding.append(uses)
        return holding

    def _is_out_of_budget(self) -> bool:
        return self._suppositions.left <= 0 or self._branches <= 0

    def _is_beyond(self, rejected: int, newest: int) -> bool:
        """Return whether a set that was found is within these, which it was not without one."""
        return any(one & rejected == one for one in self._found_with.get(newest, ()))

    def _fells(self, rejected: int, newest: int) -> bool:
        """Return whether the claim falls without these, found now or before."""
        if self._is_beyond(rejected, newest):
            return True
        return not self._holding_without(rejected) and self._fells_by_labelling(rejected)

    def _fells_by_labelling(self, rejected: int) -> bool:
        nodes = {one.bit_length() - 1 for one in _bits(rejected)}
        with self._suppositions.supposing(dict.fromkeys(nodes, OUT)) as state:
            if state.label[self._suppositions.asked] == IN:
                self._note_proof(state, nodes)
                return False
        self._note_found(rejected)
        return True

    def _note_proof(self, state: State, rejected: set[int]) -> None:
        suppositions = self._suppositions
        used, counted_on = proof_of(suppositions.network, state, suppositions.asked, rejected)
        if counted_on:
            self._conditional.append((_bits_of(used), _bits_of(counted_on)))
        else:
            self._proofs.append(_bits_of(used))

    def _note_found(self, rejected: int) -> None:
        self.found.append(rejected)
        for one in _bits(rejected):
            self._found_with.setdefault(one, []).append(rejected)


def _branches(
    rejected: int, spared: int, left: int, open_proofs: list[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield a branch for each way to take away the proof that has the fewest."""
    for one in _bits(min(open_proofs, key=int.bit_count)):
        yield rejected | one, one, spared, left - 1
        spared |= one


def _bits(nodes: int) -> Iterator[int]:
    while nodes:
        lowest = nodes & -nodes
        yield lowest
        nodes ^= lowest


def _bits_of(nodes: set[int]) -> int:
    found = 0
    for node in nodes:
        found |= 1 << node
    return found
