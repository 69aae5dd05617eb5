"""Labellings of a dispute under a semantics, and what is in all or in some of them.

It only asks a finder for a labelling with such and such nodes in, so it is the same for the small
search and for the SAT solver. Preferred labellings are found by growing others, and what is in all
of them by looking for one without it (Dvořák, Järvisalo, Wallner and Woltran 2014).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Protocol

from argmap.errors import EvaluationLimitError
from argmap.evaluation.coherent.defence import defence
from argmap.evaluation.coherent.dispute import Dispute, Labelling


class Semantics(StrEnum):
    """Which labellings count as standpoints."""

    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"


class Finder(Protocol):
    """Whatever finds labellings of one dispute.

    A finder of preferred labellings gives any that defend themselves: what is in is in together in
    a preferred one, which `completed` makes of the largest.
    """

    everything: int

    def require(self, some: int) -> None:
        """Let every later labelling have one of these nodes in."""

    def require_out(self, some: int, *, unless: int) -> None:
        """Let every later labelling have one of these nodes out, unless it has the other in."""

    def find(self, *, inside: int = 0, outside: int = 0, some: int = 0) -> Labelling | None:
        """Return a labelling with all of `inside`, none of `outside` and one of `some` in."""

    def all(self) -> Iterator[Labelling]:
        """Yield every labelling once; what is required meanwhile holds for those to come."""

    def completed(self, labelling: Labelling) -> Labelling:
        """Return the complete labelling that has the same in, where nothing more can be in."""

    def close(self) -> None:
        """Let go of what the finder holds."""


@dataclass
class Shares:
    """What is known of the labellings of one dispute; nodes are bits.

    Of what is asked for, `everywhere` has what is in all of them; `missing` has what some do not
    have in, and `somewhere` says of sets of nodes whether all of a set is in in one of them. What
    is in neither, and a set that is not there, is not known, since the time was over.
    """

    exists: bool | None = None
    everywhere: int = 0
    missing: int = 0
    somewhere: dict[int, bool] = field(default_factory=dict)
    is_cut: bool = False

    def in_all(self, nodes: int) -> bool | None:
        """Return whether all labellings have all of these in, None where that is not known."""
        if self.missing & nodes:
            return False
        return True if self.everywhere & nodes == nodes else None


def labellings(finder: Finder, semantics: Semantics) -> Iterator[Labelling]:
    """Yield every labelling of a fresh finder's dispute under the semantics."""
    for found in finder.all():
        if semantics is not Semantics.PREFERRED:
            yield found
            continue
        largest = grown(finder, found)
        yield largest
        rest = finder.everything & ~largest.inside
        if not rest:
            return
        finder.require(rest)


def shares(finder: Finder, dispute: Dispute, semantics: Semantics, wanted: list[int]) -> Shares:
    """Return of each wanted set of nodes whether all labellings accept it, and whether one does.

    For complete labellings, the finder is one of preferred ones. It is of no other use afterwards.
    When the time is over, what is known by then is returned.
    """
    known = Shares()
    try:
        first = finder.find()
        known.exists = first is not None
        if first is None:
            return known
        if semantics is not Semantics.STABLE:
            first = grown(finder, first)
        # The grounded labelling is complete, and all of a dispute is undecided there.
        is_complete = semantics is Semantics.COMPLETE
        known.missing = finder.everything & ~(0 if is_complete else first.inside)
        _credulous(finder, wanted, first, known)
        if not is_complete:
            asked = reduce(or_, wanted, 0)
            _sceptical(finder, dispute, semantics, asked, known)
    except EvaluationLimitError:
        known.is_cut = True
    return known


def _credulous(finder: Finder, wanted: list[int], first: Labelling, known: Shares) -> None:
    """Find out of each set of nodes whether all of it is in somewhere."""
    seen = [first.inside]
    for nodes in wanted:
        answer = any(inside & nodes == nodes for inside in seen)
        if not answer and (found := finder.find(inside=nodes)):
            seen.append(found.inside)
            answer = True
        known.somewhere[nodes] = answer


def _sceptical(
    finder: Finder, dispute: Dispute, semantics: Semantics, asked: int, known: Shares
) -> None:
    """Find out which of the nodes that are asked for are in everywhere."""
    while rest := asked & ~known.missing & ~known.everywhere:
        node = rest & -rest
        found = without_node(finder, dispute, semantics, node)
        if found is None:
            known.everywhere |= node
        else:
            known.missing |= finder.everything & ~found.inside


def without_node(
    finder: Finder, dispute: Dispute, semantics: Semantics, node: int
) -> Labelling | None:
    """Return a labelling that does not have a node in, None where all have it in."""
    while found := finder.find(outside=node):
        if semantics is not Semantics.PREFERRED:
            return found
        found = grown(finder, grown(finder, found, outside=node))
        if not found.inside & node:
            return found
        # A labelling that has nothing of a defence of the node out can be joined with it; so one
        # without the node that is as large as can be has some of it out.
        finder.require_out(defence(dispute, found, node.bit_length() - 1), unless=node)
    return None


def grown(finder: Finder, labelling: Labelling, *, outside: int = 0) -> Labelling:
    """Return a labelling that has as much as can be in, beyond the given one.

    With `outside`, it is one that only lacks these, and it need not be complete.
    """
    while rest := finder.everything & ~labelling.inside & ~outside:
        larger = finder.find(inside=labelling.inside, outside=outside, some=rest)
        if larger is None:
            break
        labelling = larger
    return labelling if outside else finder.completed(labelling)
