"""When each thing in a map holds: conditions that can be tried in many worlds at once.

They are the rules of the labelling. Grounds of one claim that are equally strong have the same
defeaters, so they share a condition, and so do counter-grounds.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.evaluation.graded.relations import Relations, relations_of
from argmap.evaluation.graded.starts import MIDDLE, is_given
from argmap.evaluation.grounded.standards import is_enough
from argmap.model import STRENGTHS, ArgumentMap, Claim, Standard

# What is merely given, without a strength.
SLIGHTEST = 0.0
MODERATE = STRENGTHS["moderate"]
# The strength of the objections to what nothing is said against.
NOTHING = -1.0


@dataclass(frozen=True)
class Condition:
    """Something holds when all of `needs` hold, one of `some`, and none of `unless`.

    Members are numbers of conditions; `some` is None where nothing is asked. `chance` is how
    probable it is that the thing holds as far as it lies with itself.
    """

    needs: Sequence[int] = ()
    some: Sequence[int] | None = None
    unless: Sequence[int] = ()
    chance: float = 1.0

    @property
    def parts(self) -> tuple[int, ...]:
        """Return all conditions that have a part in this one."""
        return (*self.needs, *(self.some or ()), *self.unless)


@dataclass(frozen=True)
class Conditions:
    """The conditions of a map by number: first those of claims and arguments, as in `ids`."""

    ids: Sequence[str]
    claim_count: int
    all: Sequence[Condition]


@dataclass(frozen=True)
class _Bearing:
    """What is equally strong for a claim, or against it: `number` is that of its condition."""

    number: int
    strength: float
    members: Sequence[int]


def conditions_of(
    a_map: ArgumentMap, *, accept: Collection[str] = (), reject: Collection[str] = ()
) -> Conditions:
    """Return the conditions of a map; claims and steps in `accept` hold, those in `reject` do not.

    Raises UnfitOptionError where an id is unknown, or both accepted and rejected.
    """
    relations = relations_of(a_map, accept=accept, reject=reject)
    found = _Gathering(a_map, relations)
    return Conditions(relations.ids, relations.claim_count, found.conditions)


class _Gathering:
    """The conditions found so far; those of claims and arguments come first."""

    def __init__(self, a_map: ArgumentMap, relations: Relations) -> None:
        self._relations = relations
        first, size = relations.claim_count, len(relations.ids)
        self._strength = [SLIGHTEST] * first + [
            MODERATE if argument.strength is None else argument.strength
            for argument in a_map.arguments
        ]
        self.conditions = [Condition()] * size
        # Both sides of a claim have parts in each other: their numbers come before their rules.
        grounds = [self._grounds(a_map, claim, node) for node, claim in enumerate(a_map.claims)]
        counters = [
            self._bearings(self._by_strength(relations.attacks[node])) for node in range(first)
        ]
        for node, claim in enumerate(a_map.claims):
            rivals = [one for other in relations.contradictions[node] for one in grounds[other]]
            self._judge(claim, grounds[node], counters[node], rivals)
            self.conditions[node] = Condition(some=[one.number for one in grounds[node]])
        for node in range(first, size):
            self.conditions[node] = self._argument(node)

    def _new(self, condition: Condition) -> int:
        self.conditions.append(condition)
        return len(self.conditions) - 1

    def _by_strength(self, arguments: Sequence[int]) -> dict[float, list[int]]:
        found: dict[float, list[int]] = {}
        for argument in arguments:
            found.setdefault(self._strength[argument], []).append(argument)
        return found

    def _bearings(self, by_strength: Mapping[float, Sequence[int]]) -> list[_Bearing]:
        blank = Condition()
        return [_Bearing(self._new(blank), *one) for one in by_strength.items()]

    def _grounds(self, a_map: ArgumentMap, claim: Claim, node: int) -> list[_Bearing]:
        fixed = self._relations.fixed.get(node)
        if fixed == 0:
            return []
        found = self._by_strength(self._relations.supports[node])
        if fixed is not None:
            found[math.inf] = [self._new(Condition())]
        elif is_given(a_map, claim):
            own = self._new(Condition(chance=1.0 if claim.credence is None else claim.credence))
            found.setdefault(claim.given or SLIGHTEST, []).append(own)
        elif not found:
            own = self._new(Condition(chance=MIDDLE if claim.credence is None else claim.credence))
            found[SLIGHTEST] = [own]
        return self._bearings(found)

    def _judge(
        self,
        claim: Claim,
        grounds: Sequence[_Bearing],
        counters: Sequence[_Bearing],
        rivals: Sequence[_Bearing],
    ) -> None:
        """Fill in when the grounds of a claim hold, and when its counter-grounds."""
        for one in grounds:
            if one.strength == math.inf:
                self.conditions[one.number] = Condition(some=one.members)
                continue
            if not is_enough(claim.standard, one.strength, NOTHING):
                self.conditions[one.number] = Condition(some=())
                continue
            against = [rival.number for rival in rivals if rival.strength >= one.strength]
            against += _objections(claim.standard, one, counters)
            self.conditions[one.number] = Condition(some=one.members, unless=against)
        for one in counters:
            stronger = [ground.number for ground in grounds if ground.strength >= one.strength]
            self.conditions[one.number] = Condition(some=one.members, unless=stronger)

    def _argument(self, node: int) -> Condition:
        relations, premises = self._relations, self._relations.premises[node]
        if node in relations.fixed:
            return Condition(premises, chance=relations.fixed[node])
        backing = relations.supports[node] or None
        return Condition(premises, backing, relations.attacks[node], relations.strength[node])


def _objections(
    standard: Standard | None, ground: _Bearing, counters: Sequence[_Bearing]
) -> Iterator[int]:
    """Yield what must not be, for a ground to be enough by the standard.

    By the usual one that is a counter-ground that holds and is not weaker; by all others an
    argument that is in, whether or not something defeats it.
    """
    for counter in counters:
        if standard in (None, Standard.PREPONDERANCE):
            if counter.strength >= ground.strength:
                yield counter.number
        elif not is_enough(standard, ground.strength, counter.strength):
            yield from counter.members
