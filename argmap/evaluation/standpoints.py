"""Which standpoints are coherent: the complete, preferred and stable labellings of a map.

A labelling says of each claim, argument, step, ground and counter-ground whether it is in, out or
undecided; what is not out is possible. It is **complete** when what is in is just what the rules of
the grounded labelling give where all that is possible counts against it, and what is possible is
what they give where only what is in does; in both cases followed from the ground up, so that what
rests only on itself in a circle is out. These are the three-valued stable models (Przymusinski
1990) of the map; on claims that attack each other they are Dung's complete extensions as labellings
(Caminada and Gabbay 2009).

The grounded labelling is the complete one with the least in. **Preferred** labellings have as much
in as can be: none has more. So two sides that are equally strong make two standpoints. A labelling
is **stable** when it is complete and leaves nothing undecided but what is open and what hangs on
it. There may be none, for instance where a claim speaks against itself.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Literal

from argmap.evaluation.acceptance import (
    Finder,
    Semantics,
    credulous,
    labellings,
    sceptical,
    with_node,
    without_node,
)
from argmap.evaluation.accepted import Acceptability as Acceptability
from argmap.evaluation.accepted import Acceptance as Acceptance
from argmap.evaluation.accepted import Acceptances as Acceptances
from argmap.evaluation.accepted import Standpoint as Standpoint
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.dispute import Dispute, Labelling, body_of, disputes_of
from argmap.evaluation.labelling import audience_of, label_nodes
from argmap.evaluation.network import IN, LABELS, OUT, UNDECIDED, Network, network_of
from argmap.evaluation.replay import combinations
from argmap.evaluation.satisfiability import SatSearch, has_solver
from argmap.evaluation.search import Search
from argmap.evaluation.state import blank_state
from argmap.model import ArgumentMap

Method = Literal["auto", "search", "sat"]

# Undecided claims and steps that bear on one another: beyond, the solver is faster where it is
# there, and the small search may take too long.
QUICK_SEARCH, LARGEST_SEARCH = 24, 100
LONGEST = 60.0


def acceptability(
    a_map: ArgumentMap,
    semantics: Semantics,
    claim: str,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> Acceptability:
    """Return whether standpoints accept a claim; only what it hangs on is searched in full.

    Raises what `standpoints` raises, and KeyError where there is no such claim.
    """
    if claim not in a_map.claims_by_id:
        raise KeyError(claim)
    found = _Undecided(a_map, semantics, accept, reject, audience, seconds, method)
    return found.acceptability(claim)


def standpoints(
    a_map: ArgumentMap,
    semantics: Semantics,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    limit: int | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> Iterator[Standpoint]:
    """Yield the standpoints of a map, each once, at most `limit` of them.

    They are found one by one as they are asked for. `accept` and `reject` are those of `evaluate`.
    `method` says how: a search of our own, a SAT solver, or by the size of the dispute and whether
    the solver is installed; each has an order of its own. Raises ConfigurationError for an unknown
    id, MissingExtraError where a large dispute needs the SAT solver and it is not installed,
    EvaluationLimitError after `seconds`.
    """
    found = _Undecided(a_map, semantics, accept, reject, audience, seconds, method)
    every = combinations([found.source(dispute) for dispute in found.disputes])
    return (found.standpoint(labels) for labels in islice(every, limit))


def count_standpoints(
    a_map: ArgumentMap,
    semantics: Semantics,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> int:
    """Return how many standpoints a map has; disputes that are apart are counted apart.

    Raises what `standpoints` raises.
    """
    found = _Undecided(a_map, semantics, accept, reject, audience, seconds, method)
    count = 1
    for dispute in found.disputes:
        count *= sum(1 for _ in found.source(dispute))
        if not count:
            break
    return count


def acceptance(
    a_map: ArgumentMap,
    semantics: Semantics,
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
    audience: str | None = None,
    seconds: float | Deadline | None = LONGEST,
    method: Method = "auto",
) -> Acceptances:
    """Return what is accepted in all standpoints and in some, without listing them.

    Raises what `standpoints` raises.
    """
    found = _Undecided(a_map, semantics, accept, reject, audience, seconds, method)
    return found.acceptances()


class _Undecided:
    """A map with its grounded labelling, and the disputes that this leaves."""

    def __init__(
        self,
        a_map: ArgumentMap,
        semantics: Semantics,
        accept: Collection[str],
        reject: Collection[str],
        audience: str | None,
        seconds: float | Deadline | None,
        method: Method,
    ) -> None:
        self._semantics = semantics
        self._method = method
        self._network = network_of(
            a_map.claims,
            a_map.arguments,
            accept=accept,
            reject=reject,
            audience=audience_of(a_map, audience),
        )
        self._label = grounded_labels(self._network)
        self._deadline = Deadline.of(seconds)
        self.disputes = disputes_of(self._network, self._label)
        first = self._network.claim_count
        self._bodies = [
            (node, body_of(self._network, self._label, node))
            for node in range(first, first + self._network.argument_count)
            if self._label[node] == UNDECIDED
        ]

    def source(self, dispute: Dispute) -> Iterator[Labelling]:
        """Yield the labellings of one dispute."""
        finder = self._finder(dispute)
        try:
            yield from labellings(finder, self._semantics)
        finally:
            finder.close()

    def _finder(self, dispute: Dispute) -> Finder:
        use_own = self._method == "search"
        if self._method == "auto":
            size = len(dispute.rules)
            use_own = size <= QUICK_SEARCH or (size <= LARGEST_SEARCH and not has_solver())
        total = self._semantics is Semantics.STABLE
        return (Search if use_own else SatSearch)(dispute, total=total, deadline=self._deadline)

    def standpoint(self, found: tuple[Labelling, ...]) -> Standpoint:
        """Return the labels of the whole map from those of each dispute."""
        network, label = self._network, bytearray(self._label)
        for dispute, one in zip(self.disputes, found, strict=True):
            for place, node in enumerate(dispute.nodes):
                if one.inside >> place & 1:
                    label[node] = IN
                elif not one.possible >> place & 1:
                    label[node] = OUT
        for node, body in self._bodies:
            label[node] = IN
            for needed in body:
                if label[needed] != IN:
                    label[node] = label[needed]
                    if label[needed] == OUT:
                        break
        first, after = network.claim_count, network.claim_count + network.argument_count
        labels = [LABELS[mark] for mark in label[:after]]
        claims = dict(zip(network.ids[:first], labels[:first], strict=True))
        return Standpoint(claims, dict(zip(network.ids[first:], labels[first:], strict=True)))

    def acceptability(self, claim: str) -> Acceptability:
        """Return whether standpoints accept a claim, with a witness and a counterexample."""
        node = self._network.ids.index(claim)
        firsts = [next(self.source(dispute), None) for dispute in self.disputes]
        known = [one for one in firsts if one is not None]
        if len(known) < len(firsts):
            return Acceptability(False, None, None)
        home = next((n for n, dispute in enumerate(self.disputes) if node in dispute.nodes), None)
        if home is None:
            only = self.standpoint(tuple(known))
            stands = self._label[node] == IN
            return Acceptability(True, only if stands else None, None if stands else only)
        dispute = self.disputes[home]
        bit = 1 << dispute.nodes.index(node)
        finder = self._finder(dispute)
        try:
            both = (
                with_node(finder, self._semantics, bit),
                without_node(finder, dispute, self._semantics, bit),
            )
        finally:
            finder.close()
        one, other = (
            None if found is None else self.standpoint((*known[:home], found, *known[home + 1 :]))
            for found in both
        )
        return Acceptability(True, one, other)

    def acceptances(self) -> Acceptances:
        """Return what all and what some standpoints accept."""
        network, label = self._network, self._label
        nodes = range(network.claim_count + network.argument_count)
        place = {n: (d, i) for d, dis in enumerate(self.disputes) for i, n in enumerate(dis.nodes)}
        parts = {node: _parts(network, label, node, place) for node in nodes if not label[node]}
        exists, answers = True, []
        for number, dispute in enumerate(self.disputes):
            wanted = sorted({part[number] for part in parts.values() if number in part})
            there, everywhere, somewhere = self._asked(dispute, wanted)
            exists = exists and there
            answers.append((everywhere, dict(zip(wanted, somewhere, strict=True))))

        def accepted(node: int) -> Acceptance:
            if label[node]:
                return Acceptance(exists and label[node] == IN, exists and label[node] == IN)
            part = parts[node]
            everywhere = all(answers[d][0] & bits == bits for d, bits in part.items())
            somewhere = all(answers[d][1][bits] for d, bits in part.items())
            return Acceptance(exists and everywhere, exists and somewhere)

        named = [(network.ids[node], accepted(node)) for node in nodes]
        first = network.claim_count
        return Acceptances(self._semantics, exists, dict(named[:first]), dict(named[first:]))

    def _asked(self, dispute: Dispute, wanted: list[int]) -> tuple[bool, int, list[bool]]:
        finder = self._finder(dispute)
        try:
            if self._semantics is Semantics.STABLE and finder.find() is None:
                return False, 0, [False] * len(wanted)
            somewhere = credulous(finder, wanted)
            return True, sceptical(finder, dispute, self._semantics), somewhere
        finally:
            finder.close()


def grounded_labels(network: Network) -> bytearray:
    """Return the grounded label of each node of a network."""
    state = blank_state(network)
    label_nodes(network, state, range(network.size), network.forced)
    return state.label


def _parts(
    network: Network, label: bytearray, node: int, place: Mapping[int, tuple[int, int]]
) -> dict[int, int]:
    """Return what an undecided node needs, as bits by the number of the dispute."""
    parts: dict[int, int] = {}
    for needed in body_of(network, label, node):
        dispute, order = place[needed]
        parts[dispute] = parts.get(dispute, 0) | 1 << order
    return parts
