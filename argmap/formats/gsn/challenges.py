"""What challenges bear on: an element, or a relation between two, which may be a challenge again.

A challenge of a relation is written `G2 -> G1`, with its ends in any order.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.gsn.elements import Element, ends_in, relation_in
from argmap.source import Span

# Far more than anybody challenges; a few lines can make any number of them.
MOST_ENDS = 100_000

# The names of what in a map a relation between two elements is, none where there is no relation.
Relations = Callable[[str, str], tuple[str, ...]]
Ends = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Challenge:
    """What one element challenges, as it is written there."""

    by: str
    target: str
    span: Span

    def keys(self, ends: list[str]) -> list[str]:
        """Return the names of the arguments that this is, one for each end."""
        # Not by the name of the end: names of names would grow.
        return [f"{self.by} challenges {self.target}, {n}" for n in range(1, len(ends) + 1)]


@dataclass(slots=True)
class _Pending:
    """A challenge of a relation whose ends are not all known, as other challenges come first."""

    challenge: Challenge
    ends: list[str]
    waits_for: int = 0


@dataclass(slots=True)
class Challenges:
    """The challenges of all elements. `ends_of` gives what a challenge of an element bears on."""

    ends_of: Ends
    relations: Relations
    log: FaultLog
    _by_ends: dict[tuple[str, str], list[Challenge]] = field(default_factory=dict)

    def resolved(self, elements: Mapping[str, Element]) -> Iterator[tuple[Challenge, list[str]]]:
        """Yield each challenge with the names of the claims and arguments that it bears on."""
        all_of_them = list(_challenges(elements))
        for one in all_of_them:
            for end in ends_in(one.target):
                self._by_ends.setdefault(_pair(one.by, end), []).append(one)
        pending = [self._pending(one) for one in all_of_them]
        waiting: dict[Challenge, list[_Pending]] = {}
        for later in pending:
            for other in self._before(later.challenge):
                waiting.setdefault(other, []).append(later)
                later.waits_for += 1
        ready = deque(one for one in pending if not one.waits_for)
        size = 0
        while ready:
            known = ready.popleft()
            size += len(known.ends)
            if size > MOST_ENDS:
                self._tell_too_many(known.challenge)
                return
            yield known.challenge, known.ends
            for later in waiting.pop(known.challenge, ()):
                later.ends += known.challenge.keys(known.ends)
                later.waits_for -= 1
                if not later.waits_for:
                    ready.append(later)
        for left in pending:
            if left.waits_for:
                message = "challenges bear on each other in a circle"
                self.log.report(Fault.BAD_VALUE, left.challenge.span, message)

    def _tell_too_many(self, challenge: Challenge) -> None:
        message = "more arguments are challenged here than can be read"
        self.log.report(Fault.TOO_LARGE, challenge.span, message)

    def _pending(self, challenge: Challenge) -> _Pending:
        ends = relation_in(challenge.target)
        if ends is None:
            return _Pending(challenge, list(self.ends_of(challenge.target)))
        found = list(self.relations(*ends))
        if not found and not self._before(challenge):
            one, other = map(quoted, ends)
            message = f"there is no relation between {one} and {other}"
            self.log.report(Fault.UNKNOWN_REFERENCE, challenge.span, message)
        return _Pending(challenge, found)

    def _before(self, challenge: Challenge) -> list[Challenge]:
        """Return the challenges that are the relation which this one is against."""
        ends = relation_in(challenge.target)
        return self._by_ends.get(_pair(*ends), []) if ends else []


def _challenges(elements: Mapping[str, Element]) -> Iterator[Challenge]:
    """Yield what elements challenge, each thing once."""
    for element in elements.values():
        names, places = element.related["challenges"], element.places["challenges"]
        for name, span in dict(zip(names, places, strict=True)).items():
            yield Challenge(element.name, name, span)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
