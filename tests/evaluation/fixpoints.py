"""What stands, by the definition: a map as a logic program, solved by trying every set.

The rules of the manual, one for one. An atom is a claim, an argument, a step, a ground or a
counter-ground. Each rule says that an atom holds when some atoms hold and others do not. What is
in is the least set that the rules give when what may still hold counts against them; what may
still hold is the least set when only what is in counts against them. Pairs of sets that give each
other in this way are the complete labellings (three-valued stable models, Przymusinski 1990).
Nothing here is fast, and nothing of argmap's own labelling is used.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from argmap.model import Argument, ArgumentMap, Audience, Claim, Label, Polarity, Status

Atom = tuple[str, ...]
MODERATE = 0.5


@dataclass(frozen=True)
class Rule:
    """`head` holds when all of `needs` do and none of `unless`; `maybe` leaves it open."""

    head: Atom
    needs: frozenset[Atom] = frozenset()
    unless: frozenset[Atom] = frozenset()
    maybe: bool = False


@dataclass(frozen=True)
class Bearing:
    """A ground or a counter-ground of a claim; `argument` is None for one of the claim's own."""

    atom: Atom
    strength: Fraction | float
    argument: Argument | None = None
    maybe: bool = False


class Program:
    """The rules of a map, and the labellings that they allow."""

    def __init__(
        self,
        a_map: ArgumentMap,
        *,
        accept: Sequence[str] = (),
        reject: Sequence[str] = (),
        audience: Audience | None = None,
    ) -> None:
        self._map, self._accept, self._reject = a_map, set(accept), set(reject)
        self._strengths = dict(audience.strengths) if audience else {}
        self._order = list(audience.order) if audience else []
        self._grounds = {claim.id: self._grounds_of(claim) for claim in a_map.claims}
        self._counters = {claim.id: self._counters_of(claim) for claim in a_map.claims}
        self.rules = [*self._rules_of_claims(), *self._rules_of_arguments()]
        self._open = {rule.head for rule in self.rules if rule.maybe}

    def _status(self, claim: Claim) -> Status:
        if claim.id in self._accept:
            return Status.CERTAIN
        return Status.REJECTED if claim.id in self._reject else claim.status

    def _strength(self, argument: Argument) -> Fraction:
        own = MODERATE if argument.strength is None else argument.strength
        return Fraction(str(self._strengths.get(argument.id, own)))

    def _grounds_of(self, claim: Claim) -> list[Bearing]:
        status, name = self._status(claim), claim.id
        if status is Status.REJECTED:
            return []
        found = [
            Bearing(("ground", name, one.id), self._strength(one), one)
            for one in self._map.arguments_on(name, Polarity.SUPPORT)
        ]
        if status is Status.OPEN and not found:
            found.append(Bearing(("ground", name), Fraction(0), maybe=True))
        elif status is Status.ASSUMED or not found:
            given = claim.given or 0
            found.append(Bearing(("ground", name), Fraction(str(given))))
        if status is Status.CERTAIN:
            found.append(Bearing(("certain", name), math.inf))
        return found

    def _counters_of(self, claim: Claim) -> list[Bearing]:
        return [
            Bearing(("counter", claim.id, one.id), self._strength(one), one)
            for one in self._map.arguments_on(claim.id, Polarity.ATTACK)
        ]

    def _rules_of_claims(self) -> Iterator[Rule]:
        for claim in self._map.claims:
            grounds, counters = self._grounds[claim.id], self._counters[claim.id]
            rivals = [
                one
                for other in self._map.contradictions_of(claim.id)
                for one in self._grounds[other]
            ]
            for ground in grounds:
                yield Rule(("claim", claim.id), frozenset([ground.atom]))
                if ground.strength == math.inf:
                    yield Rule(ground.atom)
                    continue
                against = {one.atom for one in rivals if one.strength >= ground.strength}
                against |= self._against(claim, ground, counters)
                if self._may_hold(claim, ground):
                    yield self._bearing_rule(ground, against)
            for counter in counters:
                yield self._bearing_rule(
                    counter, {one.atom for one in grounds if self._defeats(one, counter)}
                )

    def _bearing_rule(self, one: Bearing, against: set[Atom]) -> Rule:
        needs = [] if one.argument is None else [("argument", one.argument.id)]
        return Rule(one.atom, frozenset(needs), frozenset(against), one.maybe)

    def _defeats(self, one: Bearing, other: Bearing) -> bool:
        """Return whether one bearing on a claim, if it holds, defeats one of the other side."""
        return one.strength >= other.strength and not self._ranks_below(one, other)

    def _ranks_below(self, one: Bearing, other: Bearing) -> bool:
        named = [b.argument.value if b.argument else None for b in (one, other)]
        if any(value not in self._order for value in named):
            return False
        return self._order.index(named[0]) > self._order.index(named[1])

    def _may_hold(self, claim: Claim, ground: Bearing) -> bool:
        standard = claim.standard
        if standard in ("clear-and-convincing", "beyond-reasonable-doubt"):
            return ground.strength > Fraction(1, 2)
        return True

    def _against(self, claim: Claim, ground: Bearing, counters: list[Bearing]) -> set[Atom]:
        """Return what must not hold of the counter-grounds, for the ground to hold."""
        standard = claim.standard or "preponderance"
        if standard == "scintilla":
            return set()
        against = {one.atom for one in counters if self._defeats(one, ground)}
        if standard == "preponderance":
            return against
        for one in counters:
            too_near = ground.strength - one.strength <= Fraction(1, 2)
            too_strong = standard == "beyond-reasonable-doubt" and one.strength >= Fraction(3, 10)
            if standard == "dialectical-validity" or too_near or too_strong:
                against.add(("argument", one.argument.id))
        return against

    def _rules_of_arguments(self) -> Iterator[Rule]:
        for argument in self._map.arguments:
            premises = {("claim", premise) for premise in argument.premises}
            step = ("step", argument.id)
            yield Rule(("argument", argument.id), frozenset({*premises, step}))
            if argument.id in self._accept:
                yield Rule(step)
            elif argument.id not in self._reject:
                backing = self._map.arguments_on(argument.id, Polarity.SUPPORT)
                undercuts = self._map.arguments_on(argument.id, Polarity.ATTACK)
                unless = frozenset(("argument", one.id) for one in undercuts)
                for needs in [[("argument", one.id)] for one in backing] or [[]]:
                    yield Rule(step, frozenset(needs), unless)

    def _least(self, bound: set[Atom], *, possible: bool) -> set[Atom]:
        """Return what the rules give; `bound` holds what counts against them."""
        rules = [r for r in self.rules if not r.unless & bound and (possible or not r.maybe)]
        found: set[Atom] = set()
        while True:
            more = {rule.head for rule in rules if rule.needs <= found}
            if more <= found:
                return found
            found |= more

    def grounded(self) -> tuple[set[Atom], set[Atom]]:
        """Return what is in, and what is possible: the bounds tightened in turn."""
        inside: set[Atom] = set()
        while True:
            possible = self._least(inside, possible=True)
            more = self._least(possible, possible=False)
            if more == inside:
                return inside, possible
            inside = more

    def complete(self) -> list[tuple[set[Atom], set[Atom]]]:
        """Return all pairs of what is in and what is possible that give each other."""
        least, most = self.grounded()
        negated = {atom for rule in self.rules for atom in rule.unless}
        unsettled = sorted(negated & most - least)
        found = []
        for count in range(len(unsettled) + 1):
            for chosen in combinations(unsettled, count):
                guess = least | set(chosen)
                possible = self._least(guess, possible=True)
                inside = self._least(possible, possible=False)
                if inside & negated == guess & negated and inside <= possible:
                    found.append((inside, possible))
        return found

    def preferred(self) -> list[tuple[set[Atom], set[Atom]]]:
        """Return the complete ones in which as much is in as can be."""
        found = self.complete()
        return [one for one in found if not any(one[0] < other[0] for other in found)]

    def stable(self) -> list[tuple[set[Atom], set[Atom]]]:
        """Return the complete ones that leave nothing undecided but what hangs on what is open."""
        return [one for one in self.complete() if self._is_decided(*one)]

    def _is_decided(self, inside: set[Atom], possible: set[Atom]) -> bool:
        undecided = possible - inside
        excused = undecided & self._open
        while True:
            more = {
                rule.head
                for rule in self.rules
                if rule.head in undecided and (rule.needs | rule.unless) & excused
            }
            if more <= excused:
                return undecided == excused
            excused |= more

    def labels(self, inside: set[Atom], possible: set[Atom]) -> dict[str, Label]:
        """Return the labels of all claims and arguments by id."""
        found = {}
        for kind, names in (
            ("claim", self._map.claims_by_id),
            ("argument", self._map.arguments_by_id),
        ):
            for name in names:
                out = Label.UNDECIDED if (kind, name) in possible else Label.REJECTED
                found[name] = Label.ACCEPTED if (kind, name) in inside else out
        return found
