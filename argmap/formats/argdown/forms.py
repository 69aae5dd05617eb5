"""In which form each argument is written in Argdown: a relation, or premises with a conclusion.

A relation has one premise and says nothing further. What attacks is a structure, too, where it
has more to say; its conclusion is then the negation of what it attacks. A claim may be written as
an argument that is only described, because what undercuts such an argument can be said.
"""

from collections.abc import Iterator
from functools import cached_property

from argmap.identifiers import argument_id
from argmap.model import Argument, ArgumentMap, Polarity

FURTHER = ("label", "scheme", "tags", "note")


class Forms:
    """What of a map is a structure, what a described argument, and what cannot be said."""

    def __init__(self, a_map: ArgumentMap) -> None:
        """Find the forms, from supports to attacks, and from what bears on claims upwards."""
        self._map = a_map
        self.structures = {a.id for a in a_map.arguments if self._is_supporting(a)}
        self._concluded = {a_map.arguments_by_id[id].target for id in self.structures}
        self.structures |= {a.id for a in a_map.arguments if self._is_attacking(a)}
        self.described: set[str] = set()
        self.said: set[str] = set()
        self._describe()

    def has_derived_id(self, argument: Argument) -> bool:
        """Return whether an argument has the id that it would get where it has none."""
        return argument.id == argument_id(argument.target, self._ordinals[argument.id])

    def _is_supporting(self, argument: Argument) -> bool:
        if argument.target not in self._map.claims_by_id or argument.polarity is Polarity.ATTACK:
            return False
        return self._says_more(argument) or bool(self._map.arguments_on(argument.id))

    def _is_attacking(self, argument: Argument) -> bool:
        if argument.polarity is Polarity.SUPPORT:
            return False
        is_undercut = bool(self._map.arguments_on(argument.id))
        return self._says_more(argument) or (is_undercut and not self._can_be_described(argument))

    def _says_more(self, argument: Argument) -> bool:
        is_linked = len(set(argument.premises)) > 1
        has_further = any(getattr(argument, name) for name in FURTHER)
        return has_further or is_linked or not self.has_derived_id(argument)

    @cached_property
    def _ordinals(self) -> dict[str, int]:
        """Return the place of each argument among all on its target, from 1."""
        targets = dict.fromkeys(argument.target for argument in self._map.arguments)
        return {
            argument.id: ordinal
            for target in targets
            for ordinal, argument in enumerate(self._map.arguments_on(target), start=1)
        }

    def _describe(self) -> None:
        ends = self._map.claims_by_id
        waiting = [argument for end in ends for argument in self._map.arguments_on(end)]
        while waiting:
            argument = waiting.pop()
            self.said.add(argument.id)
            if argument.id in self.structures:
                waiting += self._map.arguments_on(argument.id)
                continue
            attacks = self._map.arguments_on(argument.id, Polarity.ATTACK)
            if attacks and self._can_be_described(argument):
                self.described.add(argument.premises[0])
                waiting += attacks

    def _can_be_described(self, argument: Argument) -> bool:
        """Return whether its one premise can stand for an argument that is undercut."""
        premise = argument.premises[0]
        if len(set(argument.premises)) > 1 or premise in self._contradicted:
            return False
        is_free = premise not in self._concluded
        return is_free and all(use is argument for use in self._map.uses_of(premise))

    @cached_property
    def _contradicted(self) -> set[str]:
        return set(self._in_contradictions())

    def _in_contradictions(self) -> Iterator[str]:
        for claim in self._map.claims:
            if claim.contradicts:
                yield claim.id
                yield from claim.contradicts
