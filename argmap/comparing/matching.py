"""Which claim and which argument of one map is which of another.

The surest signs come first: ids that an author gave, then equal texts, then equal headlines and
quotations, then how alike the texts are, and what stands beside them. Derived ids say nothing, as
they change with the words.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from argmap.comparing.likeness import folded, likeness
from argmap.comparing.neighbours import Neighbour, neighbours_of
from argmap.comparing.passages import Passages, share_a_passage
from argmap.identifiers import slug
from argmap.model import Argument, ArgumentMap, Claim

# How much the texts count beside what stands around them.
_TEXT = 0.65
# Two claims that are less alike than this, taken together, are two.
_LEAST = 0.42
# With less than this in common a text says something else, whatever stands around it.
_LEAST_TEXT = 0.22
# What is looked at one by one; beyond this only claims that share a neighbour are.
_MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True)
class Matching:
    """The ids of one map by those of the other, of claims and of arguments."""

    claims: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, str] = field(default_factory=dict)

    def new_id(self, old: str) -> str | None:
        """Return what a claim or an argument of the old map is in the new one."""
        return self.claims.get(old) or self.arguments.get(old)


def matched(
    old: ArgumentMap, new: ArgumentMap, *, signs: tuple[Passages, Passages] = ({}, {})
) -> Matching:
    """Return what of two maps is the same, each claim and argument at most once.

    With `signs`, the passages that claims of either map quote, those come first.
    """
    claims = _Claims(old, new)
    claims.by_passages(*signs)
    claims.by(_own_id)
    claims.by(lambda claim: folded(claim.text))
    claims.by(lambda claim: claim.label and folded(claim.label))
    claims.by(_quotation)
    claims.by_likeness()
    return Matching(claims.found, _arguments(old, new, claims.found))


def _own_id(claim: Claim) -> str | None:
    """Return the id of a claim if its author gave it, and it is not just its first words."""
    derived = slug(claim.label, claim.text)
    return None if re.fullmatch(rf"{re.escape(derived)}(?:-\d+)?", claim.id) else claim.id


def _quotation(claim: Claim) -> Hashable:
    quotes = tuple((one.source, one.quote) for one in claim.citations if one.quote)
    return quotes or None


class _Claims:
    """The claims of two maps, and which of them are found to be the same."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap) -> None:
        self.found: dict[str, str] = {}
        self._old = {claim.id: claim for claim in old.claims}
        self._new = {claim.id: claim for claim in new.claims}
        self._around, self._around_new = neighbours_of(old), neighbours_of(new)

    def by(self, sign: Callable[[Claim], Hashable]) -> None:
        """Match the claims that have a sign which no other claim has that is left."""
        olds, news = _by_sign(self._old.values(), sign), _by_sign(self._new.values(), sign)
        for key, some in olds.items():
            if len(some) == len(news.get(key, ())) == 1:
                self._take(some[0].id, news[key][0].id)

    def _take(self, old: str, new: str) -> None:
        self.found[old] = new
        del self._old[old], self._new[new]

    def by_passages(self, olds: Passages, news: Passages) -> None:
        """Match the claims that quote the same passage, where no other does."""
        pairs = [
            (old, new)
            for old, passages in olds.items()
            for new, others in news.items()
            if share_a_passage(passages, others)
        ]
        for old, new in pairs:
            alone = sum(one == old or other == new for one, other in pairs) == 1
            if alone and old in self._old and new in self._new:
                self._take(old, new)

    def by_likeness(self) -> None:
        """Match the rest, the most alike first; each match says more of its neighbours."""
        own = {
            claim.id
            for some in (self._old, self._new)
            for claim in some.values()
            if _own_id(claim) is not None
        }
        alike = {
            (old, new): found
            for old, new in self._pairs()
            # Who gave both of them ids would have kept one that is meant to stay.
            if not (old in own and new in own)
            and (found := likeness(self._old[old].text, self._new[new].text)) >= _LEAST_TEXT
        }
        while alike:
            best: dict[str, tuple[float, str]] = {}
            best_new: dict[str, tuple[float, str]] = {}
            taken = set(self.found.values())
            for (old, new), text in alike.items():
                score = _TEXT * text + (1 - _TEXT) * self._company(old, new, taken)
                if score >= _LEAST:
                    best[old] = max(best.get(old, (0.0, "")), (score, new))
                    best_new[new] = max(best_new.get(new, (0.0, "")), (score, old))
            mutual = [
                (score, old, new)
                for old, (score, new) in best.items()
                if best_new[new] == (score, old)
            ]
            if not mutual:
                return
            # Those that are about as sure as the surest; what they are beside is then known.
            surest = max(mutual)[0] - 0.1
            for score, old, new in sorted(mutual, reverse=True):
                if score >= surest:
                    self._take(old, new)
            alike = {
                (old, new): text
                for (old, new), text in alike.items()
                if old in self._old and new in self._new
            }

    def _pairs(self) -> Iterable[tuple[str, str]]:
        if len(self._old) * len(self._new) <= _MOST_PAIRS:
            return [(old, new) for old in self._old for new in self._new]
        beside: dict[Neighbour, list[str]] = defaultdict(list)
        for new in self._new:
            for neighbour in self._around_new[new]:
                beside[neighbour].append(new)
        return {
            (old, new)
            for old in self._old
            for how, other in self._around[old]
            for new in beside.get((how, self.found.get(other, "")), ())
        }

    def _company(self, old: str, new: str, taken: set[str]) -> float:
        """Return the share of the neighbours, of those that are known, that both have."""
        known = {
            (how, self.found[other]) for how, other in self._around[old] if other in self.found
        }
        there = {(how, other) for how, other in self._around_new[new] if other in taken}
        whole = known | there
        return len(known & there) / len(whole) if whole else 0.0


def _by_sign(
    claims: Iterable[Claim], sign: Callable[[Claim], Hashable]
) -> dict[Hashable, list[Claim]]:
    found: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = sign(claim)
        if key:
            found[key].append(claim)
    return found


def _arguments(old: ArgumentMap, new: ArgumentMap, claims: dict[str, str]) -> dict[str, str]:
    """Return which arguments are the same: by id, by all they join, then by most of it."""
    found: dict[str, str] = {}
    left = {one.id: one for one in old.arguments}
    there = {one.id: one for one in new.arguments}

    def take(one: str, other: str) -> None:
        found[one] = other
        del left[one], there[other]

    for name in [name for name in left if name in there and not _is_derived(left[name])]:
        if not _is_derived(there[name]):
            take(name, name)
    while True:
        pairs = _pairs_of_arguments(left, there, claims, found)
        if not pairs:
            return found
        surest = max(pairs)[0]
        for score, one, other in sorted(pairs, reverse=True):
            if score >= surest and one in left and other in there:
                take(one, other)


def _is_derived(argument: Argument) -> bool:
    return re.fullmatch(rf"{re.escape(argument.target)}\.\d+", argument.id) is not None


def _pairs_of_arguments(
    left: dict[str, Argument],
    there: dict[str, Argument],
    claims: dict[str, str],
    found: dict[str, str],
) -> list[tuple[float, str, str]]:
    by_premise: dict[str, list[Argument]] = defaultdict(list)
    by_target: dict[str, list[Argument]] = defaultdict(list)
    for argument in there.values():
        by_target[argument.target].append(argument)
        for premise in argument.premises:
            by_premise[premise].append(argument)
    pairs = []
    for argument in left.values():
        premises = {claims[p] for p in argument.premises if p in claims}
        target = claims.get(argument.target) or found.get(argument.target)
        near = {id(other): other for p in premises for other in by_premise.get(p, ())}
        near |= {id(other): other for other in by_target.get(target or "", ())}
        for other in near.values():
            score = _score_of(argument, other, premises, target)
            if score >= 1:
                pairs.append((score, argument.id, other.id))
    return pairs


def _score_of(one: Argument, other: Argument, premises: set[str], target: str | None) -> float:
    """Return how sure it is that two arguments are one; from 1 on they are taken for it."""
    whole = premises | set(other.premises)
    shared = len(premises & set(other.premises)) / max(len(whole), len(set(one.premises)))
    on_same = target == other.target
    alike = (one.label is not None and one.label == other.label) or (
        one.scheme is not None and one.scheme == other.scheme
    )
    score = shared + 0.6 * on_same + 0.2 * (one.polarity is other.polarity) + 0.2 * alike
    return score if shared or (on_same and alike and one.polarity is other.polarity) else 0.0
