"""Which argument’s critical questions a claim or an argument can answer, and which are answered.

An argument speaks to the one whose step it backs or undercuts, to those that use its target as a
premise, and to those that end at its target on the other side. A premise speaks to the argument it
belongs to, and, where that has no such question, to whatever that argument speaks to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model import Argument, ArgumentMap, Polarity

if TYPE_CHECKING:
    from argmap.schemes.scheme import CriticalQuestion, Scheme

OPPOSITE = {Polarity.SUPPORT: Polarity.ATTACK, Polarity.ATTACK: Polarity.SUPPORT}


@dataclass(frozen=True, slots=True)
class Asking:
    """The known schemes whose questions are in play, by id, and whether there are others."""

    schemes: frozenset[str] = frozenset()
    has_unknown: bool = False

    def joined(self, other: "Asking") -> "Asking":
        """Return what both are about."""
        return Asking(self.schemes | other.schemes, self.has_unknown or other.has_unknown)

    def has_question(self, name: str) -> bool:
        """Return whether one of the known schemes has this question."""
        return any(_has(_named(scheme), name) for scheme in self.schemes)


def scheme_of(argument: Argument) -> "Scheme | None":
    """Return the scheme of an argument, or None where it has none that is known."""
    return _named(argument.scheme) if argument.scheme else None


def _named(name: str) -> "Scheme | None":
    # Only then: the catalogue takes a moment to build.
    from argmap.schemes import named

    return named(name)


def _has(scheme: "Scheme | None", name: str) -> bool:
    return scheme is not None and scheme.question(name) is not None


def _asking(arguments: Iterable[Argument]) -> Asking:
    known: set[str] = set()
    has_unknown = False
    for argument in arguments:
        scheme = scheme_of(argument)
        if scheme is not None:
            known.add(scheme.id)
        elif argument.scheme:
            has_unknown = True
    return Asking(frozenset(known), has_unknown)


@dataclass(slots=True)
class Questions:
    """What is asked and answered in one map. Remembers what it was asked about claims."""

    map: ArgumentMap
    _uses: dict[str, Asking] = field(default_factory=dict)
    _sides: dict[tuple[str, Polarity], Asking] = field(default_factory=dict)
    _answers: dict[tuple[str, Polarity], frozenset[str]] = field(default_factory=dict)

    def for_argument(self, argument: Argument) -> Asking:
        """Return whose questions an argument can answer."""
        target = argument.target
        if target in self.map.arguments_by_id:
            return _asking((self.map.arguments_by_id[target],))
        if target not in self._uses:
            self._uses[target] = _asking(self.map.uses_of(target))
        side = (target, OPPOSITE[argument.polarity])
        if side not in self._sides:
            self._sides[side] = _asking(self.map.arguments_on(*side))
        return self._uses[target].joined(self._sides[side])

    def for_claim(self, claim: str) -> Asking:
        """Return whose questions a claim can answer, as a premise of the arguments that use it."""
        uses = self.map.uses_of(claim)
        asking = _asking(uses)
        for use in uses:
            asking = asking.joined(self.for_argument(use))
        return asking

    def unanswered(self, argument: Argument) -> "Iterator[CriticalQuestion]":
        """Yield the critical questions of an argument’s scheme that nothing in the map answers.

        They are in the language of the map, where argmap speaks it.
        """
        scheme = scheme_of(argument)
        if scheme is None:
            return
        claims = [self.map.claims_by_id[premise] for premise in argument.premises]
        given = [frozenset(claim.question for claim in claims if claim.question)]
        for polarity in Polarity:
            given += [self._given_on(name, polarity) for name in (argument.id, *argument.premises)]
        if argument.target in self.map.claims_by_id:
            given.append(self._given_on(argument.target, OPPOSITE[argument.polarity]))
        open_ = [q for q in scheme.questions if not any(q.id in answers for answers in given)]
        if not open_:
            return
        # Only then: few maps have schemes.
        from argmap.languages.questions import asked_in

        for question in open_:
            yield asked_in(self.map.language, scheme, question)

    def _given_on(self, target: str, polarity: Polarity) -> frozenset[str]:
        side = (target, polarity)
        if side not in self._answers:
            bearing = self.map.arguments_on(target, polarity)
            self._answers[side] = frozenset(n for one in bearing for n in self._given_by(one))
        return self._answers[side]

    def _given_by(self, argument: Argument) -> Iterator[str]:
        if argument.question:
            yield argument.question
        own = scheme_of(argument)
        for premise in argument.premises:
            question = self.map.claims_by_id[premise].question
            if question and not _has(own, question):
                yield question
