"""Whether labellings that do not accept a claim all reject it, or all leave it undecided."""

from argmap.evaluation.coherent.acceptance import Shares, shares
from argmap.evaluation.coherent.dispute import Dispute, Rule
from argmap.evaluation.coherent.undecided import Undecided
from argmap.model import Label


def shared_labels(undecided: Undecided, dispute: Dispute, atoms: list[int]) -> dict[int, Label]:
    """Return the label that some atoms of a dispute, which no labelling accepts, have in all.

    An atom has none where labellings differ, or where the time was over. Beside each atom stands
    another one that holds just where it is out, so that the questions are those of acceptance.
    """
    first = len(dispute.rules)
    besides = tuple((Rule((), (atom,)),) for atom in atoms)
    extended = Dispute(dispute.nodes, (*dispute.rules, *besides))
    bits = [1 << first + place for place in range(len(atoms))]
    found = _asked(undecided, extended, bits)
    labels: dict[int, Label] = {}
    for atom, bit in zip(atoms, bits, strict=True):
        if found.somewhere.get(bit) is False:
            labels[atom] = Label.UNDECIDED
        elif found.in_all(bit):
            labels[atom] = Label.REJECTED
    return labels


def _asked(undecided: Undecided, dispute: Dispute, wanted: list[int]) -> Shares:
    finder = undecided.finder(dispute, undecided.asked)
    try:
        return shares(finder, dispute, undecided.semantics, wanted)
    finally:
        finder.close()
