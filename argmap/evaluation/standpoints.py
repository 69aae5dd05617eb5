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

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from argmap.evaluation.acceptance import Semantics, Shares, shares
from argmap.evaluation.accepted import UNKNOWN as UNKNOWN
from argmap.evaluation.accepted import Acceptability as Acceptability
from argmap.evaluation.accepted import Acceptance as Acceptance
from argmap.evaluation.accepted import Acceptances as Acceptances
from argmap.evaluation.accepted import Standpoint as Standpoint
from argmap.evaluation.asking import acceptability_of
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.dispute import Rule, body_of
from argmap.evaluation.network import IN, UNDECIDED
from argmap.evaluation.replay import combinations
from argmap.evaluation.undecided import Method, Undecided
from argmap.model import ArgumentMap

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
    """Return whether standpoints accept a claim; only what bears on it is searched.

    What is not found out within `seconds` is None in the answer, which is cut. Raises what
    `standpoints` raises, and KeyError where there is no such claim.
    """
    if claim not in a_map.claims_by_id:
        raise KeyError(claim)
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
    return acceptability_of(found, found.network.ids.index(claim))


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
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
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
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
    counts: dict[tuple[tuple[Rule, ...], ...], int] = {}
    product = 1
    for dispute in found.disputes:
        if dispute.rules not in counts:
            counts[dispute.rules] = sum(1 for _ in found.source(dispute))
        product *= counts[dispute.rules]
        if not product:
            break
    return product


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

    What is not found out within `seconds` is None in the answer, which is cut; only where even the
    grounded labelling takes longer, EvaluationLimitError is raised. Raises what `standpoints`
    raises otherwise.
    """
    deadline = Deadline.of(seconds)
    found = Undecided(a_map, semantics, accept, reject, audience, deadline, method)
    return _Acceptances(found).told()


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
        semantics, dispute = self._undecided.semantics, self._undecided.disputes[number]
        # What a complete labelling accepts, a preferred one does as well.
        asked = Semantics.PREFERRED if semantics is Semantics.COMPLETE else semantics
        finder = self._undecided.finder(dispute, asked)
        try:
            return shares(finder, dispute, semantics, wanted)
        finally:
            finder.close()

    def told(self) -> Acceptances:
        """Return what is accepted, by id."""
        network, semantics = self._undecided.network, self._undecided.semantics
        exists: bool | None = True
        if semantics is Semantics.STABLE:
            exists = _all_of(one.exists for one in self._shares)
        named = [(network.ids[node], self._accepted(node, exists)) for node in self._nodes]
        first = network.claim_count
        is_cut = any(one.is_cut for one in self._shares) and exists is not False
        claims, arguments = dict(named[:first]), dict(named[first:])
        return Acceptances(semantics, exists, claims, arguments, is_cut)

    def _accepted(self, node: int, exists: bool | None) -> Acceptance:
        label = self._undecided.label[node]
        if exists is False or (label and label != IN):
            return Acceptance(False, False)
        if label:
            return Acceptance(exists, exists)
        parts = self._parts[node].items()
        everywhere = _all_of(self._shares[number].in_all(bits) for number, bits in parts)
        somewhere = _all_of(self._shares[number].somewhere.get(bits) for number, bits in parts)
        # What holds of labellings of one dispute says nothing where others may have none.
        return Acceptance(everywhere and exists, somewhere and exists)


def _all_of(answers: Iterator[bool | None]) -> bool | None:
    """Return whether all are true, None where that depends on what is not known."""
    known = set(answers)
    if False in known:
        return False
    return None if None in known else True
