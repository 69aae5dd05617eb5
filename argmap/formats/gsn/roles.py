"""What each claim and argument of a map is in a safety case, as gsn2x checks one.

What challenges something is a counter goal, and so is all that supports it: gsn2x lets nothing else
support a counter goal. An assumption and a justification are supported by nothing, and stand in the
context of a step. Nothing supports itself in a circle.
"""

from collections.abc import Iterable, Iterator, Mapping

from argmap.formats.gsn.elements import Kind
from argmap.formats.losses import Losses
from argmap.model import Argument, ArgumentMap, Claim, Polarity, Status

_CIRCLE = "nothing supports itself in GSN: an argument that closes a circle is left out"
_BEARING_ON_LOST = "what bears on an argument that is left out is left out, too"
_FURTHER_PREMISE = "what backs a step that is challenged or argued for is a further premise"
_EACH_BACKS = "a justification backs a step by itself: linked ones are divided"
_NO_WORDS = "labels, notes and tags of what backs a step are left out"


class Roles:
    """The parts of a safety case that a map is.

    `premises` are those of each argument with what backs it, where that is no justification;
    `counters` are the claims that are counter goals or counter solutions, `justifying` those that
    are justifications, and `kinds` what each claim is.
    """

    def __init__(self, a_map: ArgumentMap, losses: Losses) -> None:
        """Find the role of each part; what has none is told."""
        self._map, self._losses = a_map, losses
        self._hosts: dict[str, Argument] = {}
        for argument in a_map.arguments:
            self._hosts[argument.id] = self._host(argument)
        self._for_claims: dict[str, list[Argument]] = {}
        for argument in a_map.arguments:
            host = self._hosts[argument.id]
            if host.polarity is Polarity.SUPPORT:
                self._for_claims.setdefault(host.target, []).append(argument)
        self.counters = self._counters()
        self._lost = self._left_out()
        self.premises: dict[str, list[str]] = {}
        self._backing: dict[str, list[Argument]] = {}
        self._place_premises()
        self._used = {name for found in self.premises.values() for name in found}
        backing = [one for found in self._backing.values() for one in found]
        self.justifying = {name for one in backing for name in one.premises}
        self._bound = set(self._not_assumed())
        self.kinds: Mapping[str, Kind] = {one.id: self._kind(one) for one in a_map.claims}

    def _host(self, argument: Argument) -> Argument:
        """Return the argument that this one backs, at whatever remove, or itself."""
        target = self._map.arguments_by_id.get(argument.target)
        if target is None or argument.polarity is Polarity.ATTACK:
            return argument
        # What an argument bears on comes before it.
        return self._hosts[target.id]

    def written(self, *, polarity: Polarity) -> Iterable[Argument]:
        """Yield the arguments that are written and back no other, what they bear on before them."""
        for one in self._map.arguments:
            if one.polarity is polarity and one.id in self.premises:
                yield one

    def backing(self, id: str) -> list[Argument]:
        """Return the arguments that back one by justifications."""
        return self._backing.get(id, [])

    def is_told(self, claim: str) -> bool:
        """Return whether something uses or challenges a claim, so that it is no mere context."""
        is_used = claim in self._used or claim in self.justifying
        return is_used or any(one.id in self.premises for one in self._map.arguments_on(claim))

    def host(self, id: str) -> str:
        """Return the argument that one backs, at whatever remove, or itself."""
        return self._hosts[id].id

    def is_supported(self, claim: str) -> bool:
        """Return whether an argument that is written supports a claim."""
        return any(one.id not in self._lost for one in self._for_claims.get(claim, ()))

    def _counters(self) -> set[str]:
        found: set[str] = set()
        waiting: list[str] = []
        for argument in self._map.arguments:
            if self._hosts[argument.id].polarity is Polarity.ATTACK:
                waiting += argument.premises
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [p for one in self._for_claims.get(name, ()) for p in one.premises]
        return found

    def _left_out(self) -> set[str]:
        """Return the arguments that close a circle, and all that bear on them."""
        lost = self._closing()
        for id in lost:
            self._losses.say(_CIRCLE, self._map.arguments_by_id[id].span)
        for argument in self._map.arguments:
            if argument.id not in lost and argument.target in lost:
                lost.add(argument.id)
                self._losses.say(_BEARING_ON_LOST, argument.span)
        return lost

    def _closing(self) -> set[str]:
        lost: set[str] = set()
        done: set[str] = set()
        for root in self._map.claims:
            if root.id in done:
                continue
            trail = {root.id: self._steps(root.id)}
            while trail:
                here = next(reversed(trail))
                argument, premise = next(trail[here], (None, None))
                if argument is None or premise is None:
                    del trail[here]
                    done.add(here)
                elif premise in trail:
                    lost.add(argument)
                elif argument not in lost and premise not in done:
                    trail[premise] = self._steps(premise)
        return lost

    def _steps(self, claim: str) -> Iterator[tuple[str, str]]:
        found = self._for_claims.get(claim, ())
        return iter([(one.id, premise) for one in found for premise in one.premises])

    def _place_premises(self) -> None:
        for argument in self._map.arguments:
            if argument.id in self._lost:
                continue
            host = self._hosts[argument.id]
            if host is argument:
                self.premises[argument.id] = list(dict.fromkeys(argument.premises))
                continue
            if argument.label or argument.note or argument.tags:
                self._losses.say(_NO_WORDS, argument.span)
            if self._is_justified(argument):
                self._backing.setdefault(host.id, []).append(argument)
                if len(set(argument.premises)) > 1:
                    self._losses.say(_EACH_BACKS, argument.span)
            else:
                known = self.premises[host.id]
                known += [name for name in dict.fromkeys(argument.premises) if name not in known]
                self._losses.say(_FURTHER_PREMISE, argument.span)

    def _is_justified(self, argument: Argument) -> bool:
        """Return whether justifications back a step that is no other's backing."""
        return all(map(self._can_justify, argument.premises)) and self._backs_strategy(argument)

    def _backs_strategy(self, argument: Argument) -> bool:
        host = self._hosts[argument.id]
        is_plain = argument.target == host.id and host is not argument
        return is_plain and host.polarity is Polarity.SUPPORT and host.target not in self.counters

    def _can_justify(self, name: str) -> bool:
        """Return whether a claim does nothing but back steps, and nothing supports it."""
        if name in self.counters or self._for_claims.get(name):
            return False
        status = self._map.claims_by_id[name].status
        return status in (None, Status.OPEN) and all(
            map(self._backs_strategy, self._map.uses_of(name))
        )

    def _not_assumed(self) -> Iterable[str]:
        """Yield a premise of each step that only assumptions would support."""
        for one in self.written(polarity=Polarity.SUPPORT):
            found = self.premises[one.id]
            if all(map(self._can_be_assumed, found)):
                yield found[0]

    def _can_be_assumed(self, name: str) -> bool:
        is_assumed = self._map.claims_by_id[name].status is Status.ASSUMED
        return is_assumed and name not in self.counters and not self.is_supported(name)

    def _kind(self, claim: Claim) -> Kind:
        name, tags = claim.id, claim.tags
        if self.is_supported(name):
            return Kind.GOAL
        if name in self.counters:
            return Kind.SOLUTION if Kind.SOLUTION.lower() in tags else Kind.GOAL
        is_assumption = name in self._used or Kind.ASSUMPTION.lower() in tags
        if is_assumption and self._can_be_assumed(name) and name not in self._bound:
            return Kind.ASSUMPTION
        if name in self.justifying:
            return Kind.JUSTIFICATION
        kinds = [Kind.SOLUTION, Kind.STRATEGY]
        if name not in self._used:
            # In no step they are only told apart.
            kinds += [Kind.CONTEXT, Kind.JUSTIFICATION]
        return next((kind for kind in kinds if kind.lower() in tags), Kind.GOAL)
