"""Labellings of a dispute under a semantics, and what is in all or in some of them.

It only asks a finder for a labelling with such and such nodes in, so it is the same for the small
search and for the SAT solver. Preferred labellings are found by growing complete ones, and what is
in all of them by looking for one without it (Dvořák, Järvisalo, Wallner and Woltran 2014).
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Protocol

from argmap.evaluation.defence import defence
from argmap.evaluation.dispute import Dispute, Labelling


class Semantics(StrEnum):
    """Which labellings count as standpoints."""

    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"


class Finder(Protocol):
    """Whatever finds labellings of one dispute."""

    everything: int

    def require(self, some: int) -> None:
        """Let every later labelling have one of these nodes in."""

    def require_out(self, some: int, *, unless: int) -> None:
        """Let every later labelling have one of these nodes out, unless it has the other in."""

    def find(self, *, inside: int = 0, outside: int = 0, some: int = 0) -> Labelling | None:
        """Return a labelling with all of `inside`, none of `outside` and one of `some` in."""

    def all(self) -> Iterator[Labelling]:
        """Yield every labelling once; what is required meanwhile holds for those to come."""

    def close(self) -> None:
        """Let go of what the finder holds."""


def labellings(finder: Finder, semantics: Semantics) -> Iterator[Labelling]:
    """Yield every labelling of a fresh finder's dispute under the semantics."""
    for found in finder.all():
        if semantics is not Semantics.PREFERRED:
            yield found
            continue
        largest = _grown(finder, found)
        yield largest
        rest = finder.everything & ~largest.inside
        if not rest:
            return
        finder.require(rest)


def credulous(finder: Finder, wanted: list[int]) -> list[bool]:
    """Return, for each set of nodes, whether all of it is in somewhere, in a labelling.

    Preferred labellings are complete ones that are as large as can be, so that for these it is
    enough to look at complete ones.
    """
    seen: list[int] = []
    answers = []
    for nodes in wanted:
        known = any(inside & nodes == nodes for inside in seen)
        if not known and (found := finder.find(inside=nodes)):
            seen.append(found.inside)
            known = True
        answers.append(known)
    return answers


def sceptical(finder: Finder, dispute: Dispute, semantics: Semantics) -> int:
    """Return the nodes that are in everywhere; the finder is of no other use afterwards.

    Where there is no labelling, that is all of them.
    """
    if semantics is Semantics.COMPLETE:
        # The grounded labelling is complete, and all of a dispute is undecided there.
        return 0
    left = finder.everything
    sure = 0
    while open_nodes := left & ~sure:
        node = open_nodes & -open_nodes
        found = finder.find(outside=node)
        if found is None:
            sure |= node
            continue
        if semantics is Semantics.PREFERRED:
            found = _grown(finder, _grown(finder, found, outside=node))
            if found.inside & node:
                # A labelling that has nothing of a defence of the node out can be joined with it;
                # so one without the node that is as large as can be has some of it out.
                needed = defence(dispute, found, node.bit_length() - 1)
                finder.require_out(needed, unless=node)
        left &= found.inside
    return left


def with_node(finder: Finder, semantics: Semantics, node: int) -> Labelling | None:
    """Return a labelling that has a node in, None where there is none."""
    found = finder.find(inside=node)
    if found is not None and semantics is Semantics.PREFERRED:
        return _grown(finder, found)
    return found


def without_node(
    finder: Finder, dispute: Dispute, semantics: Semantics, node: int
) -> Labelling | None:
    """Return a labelling that does not have a node in, None where all have it in."""
    while found := finder.find(outside=node):
        if semantics is not Semantics.PREFERRED:
            return found
        found = _grown(finder, _grown(finder, found, outside=node))
        if not found.inside & node:
            return found
        finder.require_out(defence(dispute, found, node.bit_length() - 1), unless=node)
    return None


def _grown(finder: Finder, labelling: Labelling, *, outside: int = 0) -> Labelling:
    """Return a labelling that has as much as can be in, beyond the given one."""
    while rest := finder.everything & ~labelling.inside & ~outside:
        larger = finder.find(inside=labelling.inside, outside=outside, some=rest)
        if larger is None:
            break
        labelling = larger
    return labelling
