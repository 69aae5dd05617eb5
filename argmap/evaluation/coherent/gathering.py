"""What all and what some standpoints of a map accept, gathered from its disputes."""

from collections.abc import Iterator, Sequence

from argmap.evaluation.coherent.acceptance import Semantics, Shares, shares
from argmap.evaluation.coherent.answers import Acceptance, Acceptances
from argmap.evaluation.coherent.dispute import body_of
from argmap.evaluation.coherent.rejection import shared_labels
from argmap.evaluation.coherent.undecided import Undecided
from argmap.evaluation.network import IN, OUT, UNDECIDED
from argmap.model import Label


def acceptances_of(undecided: Undecided) -> Acceptances:
    """Return what is accepted by id; what was not found out in time is left open."""
    return _Acceptances(undecided).gathered()


class _Acceptances:
    """What the standpoints of all disputes accept, put together; the smallest are asked first."""

    def __init__(self, undecided: Undecided) -> None:
        self._undecided = undecided
        disputes = undecided.disputes
        place = {
            node: (number, 1 << order)
            for number, dispute in enumerate(disputes)
            for order, node in enumerate(dispute.nodes)
        }
        network, label = undecided.network, undecided.label
        self._nodes = range(network.claim_count + network.argument_count)
        self._parts: dict[int, dict[int, int]] = {}
        wanted: list[set[int]] = [set() for _ in disputes]
        for node in self._nodes:
            if label[node] == UNDECIDED:
                parts: dict[int, int] = {}
                for needed in body_of(network, label, node):
                    number, bit = place[needed]
                    parts[number] = parts.get(number, 0) | bit
                self._parts[node] = parts
                for number, bits in parts.items():
                    wanted[number].add(bits)
        self._shares = self._asked([sorted(bits) for bits in wanted])
        self._labels: dict[int, Label] = {}

    def _asked(self, wanted: Sequence[list[int]]) -> list[Shares]:
        """Return what is known of each dispute; disputes that are alike are asked once."""
        disputes = self._undecided.disputes
        known: dict[tuple[object, tuple[int, ...]], Shares] = {}
        for number in sorted(range(len(disputes)), key=lambda one: len(disputes[one].rules)):
            key = disputes[number].rules, tuple(wanted[number])
            if key not in known:
                known[key] = self._shares_of(number, wanted[number])
        return [
            known[dispute.rules, tuple(bits)]
            for dispute, bits in zip(disputes, wanted, strict=True)
        ]

    def _shares_of(self, number: int, wanted: list[int]) -> Shares:
        dispute = self._undecided.disputes[number]
        finder = self._undecided.finder(dispute, self._undecided.asked)
        try:
            return shares(finder, dispute, self._undecided.semantics, wanted)
        finally:
            finder.close()

    def _never_accepted(self) -> dict[int, Label]:
        """Return the shared labels of claims that no labelling accepts."""
        first = self._undecided.network.claim_count
        known: dict[tuple[object, tuple[int, ...]], dict[int, Label]] = {}
        found: dict[int, Label] = {}
        for dispute, one in zip(self._undecided.disputes, self._shares, strict=True):
            atoms = [
                place
                for place, node in enumerate(dispute.nodes)
                if node < first and one.somewhere.get(1 << place) is False
            ]
            key = dispute.rules, tuple(atoms)
            if atoms and key not in known:
                known[key] = shared_labels(self._undecided, dispute, atoms)
            for atom, label in known.get(key, {}).items():
                found[dispute.nodes[atom]] = label
        return found

    def gathered(self) -> Acceptances:
        """Return what is accepted, by id."""
        network, semantics = self._undecided.network, self._undecided.semantics
        exists: bool | None = True
        if semantics is Semantics.STABLE:
            exists = _all_of(one.exists for one in self._shares)
        if exists is not False:
            self._labels = self._never_accepted()
        named = [(network.ids[node], self._accepted(node, exists)) for node in self._nodes]
        first = network.claim_count
        is_cut = any(one.is_cut for one in self._shares) and exists is not False
        claims, arguments = dict(named[:first]), dict(named[first:])
        return Acceptances(semantics, exists, claims, arguments, is_cut)

    def _accepted(self, node: int, exists: bool | None) -> Acceptance:
        label = self._undecided.label[node]
        if exists is False:
            return Acceptance(False, False)
        if label == OUT:
            return Acceptance(False, False, Label.REJECTED)
        if label == IN:
            return Acceptance(exists, exists, Label.ACCEPTED)
        parts = self._parts[node].items()
        everywhere = _all_of(self._shares[number].in_all(bits) for number, bits in parts)
        somewhere = _all_of(self._shares[number].somewhere.get(bits) for number, bits in parts)
        # What holds of labellings of one dispute says nothing where others may have none.
        shared = Label.ACCEPTED if everywhere else self._labels.get(node)
        return Acceptance(everywhere and exists, somewhere and exists, shared)


def _all_of(answers: Iterator[bool | None]) -> bool | None:
    """Return whether all are true, None where that depends on what is not known."""
    known = set(answers)
    if False in known:
        return False
    return None if None in known else True
