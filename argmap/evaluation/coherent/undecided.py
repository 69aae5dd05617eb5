"""What the grounded labelling of a map leaves undecided, and labellings put together again."""

from collections.abc import Collection, Iterator
from typing import Literal

from argmap.evaluation.coherent.acceptance import Finder, Semantics, labellings
from argmap.evaluation.coherent.answers import Standpoint
from argmap.evaluation.coherent.dispute import Body, Dispute, Labelling, Rule, body_of, disputes_of
from argmap.evaluation.coherent.satisfiability import SatSearch, has_solver
from argmap.evaluation.coherent.search import Search
from argmap.evaluation.deadline import ENDLESS, Deadline
from argmap.evaluation.grounded.labelling import audience_of, label_nodes
from argmap.evaluation.grounded.state import blank_state
from argmap.evaluation.network import IN, LABELS, OUT, UNDECIDED, Network, network_of
from argmap.model import ArgumentMap

Method = Literal["auto", "search", "sat"]

# Undecided claims and steps that bear on one another: beyond, the solver is faster where it is
# there, and the small search may take too long.
QUICK_SEARCH, LARGEST_SEARCH = 24, 100


class Undecided:
    """A map with its grounded labelling, and the disputes that this leaves."""

    def __init__(
        self,
        a_map: ArgumentMap,
        semantics: Semantics,
        accept: Collection[str],
        reject: Collection[str],
        audience: str | None,
        deadline: Deadline,
        method: Method,
    ) -> None:
        """Label the map; raises EvaluationLimitError when the time is over."""
        self.semantics = semantics
        self._method = method
        self._deadline = deadline
        self.network = network_of(
            a_map.claims,
            a_map.arguments,
            accept=accept,
            reject=reject,
            audience=audience_of(a_map, audience),
        )
        self.label = grounded_labels(self.network, deadline)
        self.disputes = disputes_of(self.network, self.label, deadline)
        self._firsts: dict[tuple[tuple[Rule, ...], ...], Labelling | None] = {}

    @property
    def asked(self) -> Semantics:
        """Return the labellings that are searched for what is accepted somewhere.

        What a complete labelling accepts, a preferred one does as well.
        """
        is_complete = self.semantics is Semantics.COMPLETE
        return Semantics.PREFERRED if is_complete else self.semantics

    def source(self, dispute: Dispute) -> Iterator[Labelling]:
        """Yield the labellings of one dispute."""
        finder = self.finder(dispute, self.semantics)
        try:
            yield from labellings(finder, self.semantics)
        finally:
            finder.close()

    def first(self, dispute: Dispute) -> Labelling | None:
        """Return one labelling of a dispute, None where there is none."""
        if dispute.rules not in self._firsts:
            source = self.source(dispute)
            self._firsts[dispute.rules] = next(source, None)
        return self._firsts[dispute.rules]

    def finder(self, dispute: Dispute, semantics: Semantics) -> Finder:
        """Return what finds labellings of a dispute, by the method that suits its size."""
        use_own = self._method == "search"
        if self._method == "auto":
            size = len(dispute.rules)
            use_own = size <= QUICK_SEARCH or (size <= LARGEST_SEARCH and not has_solver())
        return (Search if use_own else SatSearch)(dispute, semantics, self._deadline)

    def standpoint(self, found: tuple[Labelling, ...]) -> Standpoint:
        """Return the labels of the whole map from those of each dispute."""
        network, label = self.network, bytearray(self.label)
        for dispute, one in zip(self.disputes, found, strict=True):
            for place, node in enumerate(dispute.nodes):
                if one.inside >> place & 1:
                    label[node] = IN
                elif not one.possible >> place & 1:
                    label[node] = OUT
        first, after = network.claim_count, network.claim_count + network.argument_count
        for node in range(first, after):
            if label[node] == UNDECIDED:
                label[node] = _weakest(label, body_of(network, self.label, node))
        labels = [LABELS[mark] for mark in label[:after]]
        claims = dict(zip(network.ids[:first], labels[:first], strict=True))
        return Standpoint(claims, dict(zip(network.ids[first:], labels[first:], strict=True)))


def grounded_labels(network: Network, deadline: Deadline = ENDLESS) -> bytearray:
    """Return the grounded label of each node of a network."""
    state = blank_state(network)
    label_nodes(network, state, range(network.size), network.forced, deadline)
    return state.label


def _weakest(label: bytearray, body: Body) -> int:
    """Return the label of an argument by the labels of what it needs."""
    found = [label[needed] for needed in body]
    if OUT in found:
        return OUT
    return UNDECIDED if UNDECIDED in found else IN
