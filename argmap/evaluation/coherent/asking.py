"""Whether the standpoints of a map accept one claim: only what bears on it is searched.

What preferred and complete labellings say of a claim depends on nothing that does not bear on it.
Stable ones there are only where every dispute has one.
"""

from argmap.errors import EvaluationLimitError
from argmap.evaluation.coherent.acceptance import Finder, Semantics, grown, without_node
from argmap.evaluation.coherent.answers import Acceptability, Acceptance, Standpoint
from argmap.evaluation.coherent.dispute import Dispute, Labelling
from argmap.evaluation.coherent.undecided import Undecided
from argmap.evaluation.coherent.without_search import part_of, what_bears_on
from argmap.evaluation.network import IN


def acceptability_of(undecided: Undecided, node: int) -> Acceptability:
    """Return whether standpoints accept a claim; what was not found in time is left out."""
    asked = _Asked(undecided, node)
    try:
        asked.answer()
    except EvaluationLimitError:
        asked.is_cut = True
    answer = Acceptance(asked.sceptical, asked.credulous)
    return Acceptability(asked.exists, answer, asked.witness, asked.counter, asked.is_cut)


class _Asked:
    """What is known so far."""

    def __init__(self, undecided: Undecided, node: int) -> None:
        self._undecided = undecided
        self._node = node
        self._is_stable = undecided.semantics is Semantics.STABLE
        self._is_complete = undecided.semantics is Semantics.COMPLETE
        self.exists: bool | None = None if self._is_stable else True
        self.sceptical: bool | None = None
        self.credulous: bool | None = None
        self.witness: Standpoint | None = None
        self.counter: Standpoint | None = None
        self.is_cut = False

    def answer(self) -> None:
        """Find out, the easier first; raises EvaluationLimitError when the time is over."""
        undecided, node = self._undecided, self._node
        home = next((d for d in undecided.disputes if node in d.nodes), None)
        others = [dispute for dispute in undecided.disputes if dispute is not home]
        if self._is_stable and any(undecided.first(one) is None for one in others):
            self.exists = self.sceptical = self.credulous = False
        elif home is None:
            self.exists = True
            self.sceptical = self.credulous = undecided.label[node] == IN
        else:
            self._ask(home, home.nodes.index(node))

    def _ask(self, home: Dispute, atom: int) -> None:
        atoms = tuple(range(len(home.rules))) if self._is_stable else what_bears_on(home, atom)
        part = home if len(atoms) == len(home.rules) else part_of(home, atoms)
        semantics = Semantics.STABLE if self._is_stable else Semantics.PREFERRED
        bit = 1 << atoms.index(atom)
        finder = self._undecided.finder(part, semantics)
        try:
            one = finder.find(inside=bit)
            self.credulous = one is not None
            if one is None:
                self.sceptical = False
                self.exists = self.exists or finder.find() is not None
                return
            self.exists = True
            other = self._without(finder, part, bit)
            self.sceptical = other is None
            if other is not None:
                self._show(home, atoms, one, other)
        finally:
            finder.close()

    def _without(self, finder: Finder, part: Dispute, bit: int) -> Labelling | None:
        if self._is_complete:
            # The grounded labelling is complete, and all of a dispute is undecided there.
            return Labelling(0, finder.everything)
        return without_node(finder, part, self._undecided.semantics, bit)

    def _show(
        self, home: Dispute, atoms: tuple[int, ...], one: Labelling, other: Labelling
    ) -> None:
        """Make labellings of the whole map of what was found."""
        self.witness = self._whole(home, atoms, one)
        self.counter = self._whole(home, atoms, other)

    def _whole(self, home: Dispute, atoms: tuple[int, ...], found: Labelling) -> Standpoint:
        undecided = self._undecided
        if self._is_complete and not found.inside:
            nothing = (Labelling(0, (1 << len(one.rules)) - 1) for one in undecided.disputes)
            return undecided.standpoint(tuple(nothing))
        if not self._is_stable:
            # What is as large as can be among what bears on the claim stays so in the whole.
            inside = sum(1 << atom for place, atom in enumerate(atoms) if found.inside >> place & 1)
            finder = undecided.finder(home, Semantics.PREFERRED)
            try:
                found = grown(finder, Labelling(inside, inside))
            finally:
                finder.close()
        labels = (found if one is home else undecided.first(one) for one in undecided.disputes)
        return undecided.standpoint(tuple(one for one in labels if one is not None))
