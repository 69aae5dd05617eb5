"""A map as an outline: the walk that every notation of outlines follows.

Each claim is told once, where it first occurs; afterwards it is only mentioned.
"""

from collections import deque
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.values import followed_by

LONGEST_MENTION = 60


class Relation(StrEnum):
    """What an entry is to the one above it."""

    ROOT = "root"
    SUPPORT = "support"
    ATTACK = "attack"
    PREMISE = "premise"
    BACKING = "backing"
    UNDERCUT = "undercut"


class Telling(StrEnum):
    """Whether an entry tells its node, or only says that it is told above or in a later section."""

    WHOLE = "whole"
    ABOVE = "above"
    BELOW = "below"


class Entry(NamedTuple):
    """One paragraph of an outline: how deep it stands, and what it tells.

    A single premise stands for its whole argument where there is nothing more to say of the step;
    then `argument` is that argument.
    """

    depth: int
    relation: Relation
    node: Claim | Argument
    argument: Argument | None = None
    telling: Telling = Telling.WHOLE


class Section(NamedTuple):
    """What hangs on one claim: its entries, depth first. The first, at depth 0, is the claim.

    `continued` says that the claim bears on something in an earlier section.
    """

    entries: tuple[Entry, ...]
    continued: bool

    @property
    def root(self) -> Claim:
        """Return the claim on which everything hangs."""
        first = self.entries[0].node
        assert isinstance(first, Claim)
        return first


def sections(a_map: ArgumentMap, *, deepest: int | None = None) -> Iterator[Section]:
    """Yield a section for each thesis, then for each claim that no section before it tells.

    A claim below the depth `deepest` on which something bears is told in a section of its own.
    """
    told: set[str] = set()
    roots = (*a_map.theses, *(claim.id for claim in a_map.claims))
    for root in dict.fromkeys(roots):
        queue = deque([(root, False)])
        while queue:
            name, continued = queue.popleft()
            if name in told:
                continue
            entries = tuple(_entries(a_map, name, told, deepest))
            yield Section(entries, continued)
            cut = dict.fromkeys(e.node.id for e in entries if e.telling is Telling.BELOW)
            queue.extendleft((one, True) for one in reversed(cut))


def mention(claim: Claim) -> str:
    """Return a few words that remind of a claim: its label, or how its text begins."""
    name = claim.name
    if len(name) <= LONGEST_MENTION:
        return name
    start = name[:LONGEST_MENTION].rpartition(" ")[0] or name[:LONGEST_MENTION]
    return start.rstrip(" ,;:.–—-") + " …"


def scheme_name(argument: Argument) -> str:
    """Return the scheme of an argument in words; an empty text without one."""
    return (argument.scheme or "").replace("-", " ").replace("_", " ")


def step_name(argument: Argument) -> str:
    """Return the label and the scheme of an argument in words; an empty text without either."""
    scheme = scheme_name(argument)
    label = argument.label or ""
    return followed_by(label, scheme) if label and scheme else label or scheme


def _entries(a_map: ArgumentMap, root: str, told: set[str], deepest: int | None) -> Iterator[Entry]:
    """Yield what hangs on one claim, depth first; the stack stands in for recursion."""
    stack = [Entry(0, Relation.ROOT, a_map.claims_by_id[root])]
    while stack:
        entry = stack.pop()
        node, inside = entry.node, entry.depth + 1
        following = []
        if isinstance(node, Claim):
            telling = _telling(a_map, entry, told, deepest)
            yield Entry(entry.depth, entry.relation, node, entry.argument, telling)
            if telling is not Telling.WHOLE:
                continue
            told.add(node.id)
        elif _is_bare(a_map, node):
            premise = a_map.claims_by_id[node.premises[0]]
            stack.append(Entry(entry.depth, entry.relation, premise, node))
            continue
        else:
            yield entry
            following = [
                Entry(inside, Relation.PREMISE, a_map.claims_by_id[premise])
                for premise in node.premises
            ]
        following += [
            Entry(inside, _relation(node, argument), argument)
            for argument in a_map.arguments_on(node.id)
        ]
        stack.extend(reversed(following))


def _telling(a_map: ArgumentMap, entry: Entry, told: set[str], deepest: int | None) -> Telling:
    if entry.node.id in told:
        return Telling.ABOVE
    too_deep = deepest is not None and entry.depth > deepest
    return Telling.BELOW if too_deep and a_map.arguments_on(entry.node.id) else Telling.WHOLE


def _is_bare(a_map: ArgumentMap, argument: Argument) -> bool:
    """Return whether there is nothing to say of an argument but its one premise."""
    told = argument.label or argument.scheme or argument.citations or argument.note
    return len(argument.premises) == 1 and not told and not a_map.arguments_on(argument.id)


def _relation(target: Claim | Argument, argument: Argument) -> Relation:
    supports = argument.polarity is Polarity.SUPPORT
    if isinstance(target, Argument):
        return Relation.BACKING if supports else Relation.UNDERCUT
    return Relation.SUPPORT if supports else Relation.ATTACK
