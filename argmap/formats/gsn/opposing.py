"""Attacks → challenges, of which an element of gsn2x has one.

A challenge of a relation names both its ends, so no other relation may be between them. Where a
claim challenges more, and where several challenge something together, further counter goals do so,
which these claims support.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.formats.gsn.elements import Kind
from argmap.formats.gsn.parts import Part, free
from argmap.formats.gsn.roles import Roles
from argmap.formats.losses import Losses
from argmap.model import Argument, ArgumentMap, Polarity

_DEFEATED = "defeated"
_WRITTEN_AGAIN = (
    "an element challenges one thing in gsn2x: a claim that does more is written again for each"
)
_TOGETHER = "what several claims challenge together, a further counter goal challenges"
_BARE = "labels, notes and tags of a challenge are left out"
_NAMELESS = "an argument without a strategy has no id in GSN: it is left out"


@dataclass(frozen=True, slots=True)
class Place:
    """What a challenge names: an element or a relation, as it is written, and its ends."""

    written: str
    ends: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> "Place":
        """Return the place of an element."""
        return cls(name, (name,))

    @classmethod
    def between(cls, one: str, other: str) -> "Place":
        """Return the place of the relation of two elements."""
        return cls(f"{one} -> {other}", (one, other))

    @property
    def is_element(self) -> bool:
        """Return whether it is no relation."""
        return len(self.ends) == 1


class Opposing:
    """Writes challenges; `places` are where arguments that are written can be challenged."""

    def __init__(
        self,
        a_map: ArgumentMap,
        roles: Roles,
        names: Mapping[str, str],
        parts: dict[str, Part],
        losses: Losses,
    ) -> None:
        """Take the elements that there are, to which some may be added."""
        self._map, self._roles, self._names = a_map, roles, names
        self._parts, self._losses = parts, losses
        self._taken = set(names.values())
        self.places: dict[str, Place] = {}
        self._pairs = {
            (one.premises[0], one.target)
            for one in a_map.arguments
            if one.polarity is Polarity.ATTACK and one.target in a_map.claims_by_id
        }

    def add(self, argument: Argument) -> None:
        """Write an attack, after all supports and all that it bears on."""
        place = self._place(argument.target)
        premises = self._roles.premises[argument.id]
        is_bare = not argument.note and not set(argument.tags) - {_DEFEATED}
        if len(premises) > 1:
            part = self._joint(argument, premises)
        else:
            is_bare = is_bare and not argument.label
            part = self._parts[self._names[premises[0]]]
            if self._is_taken(part, place, argument):
                part = self._again(part, argument)
            tell_nameless(argument, self._losses)
        part.challenges = place.written
        if _DEFEATED in argument.tags:
            # Only of an element that it challenges, gsn2x says.
            is_bare = is_bare and place.is_element
            part.defeated_relations += [place.written] if place.is_element else []
        if not is_bare:
            self._losses.say(_BARE, argument.span)
        self.places[argument.id] = Place.between(part.name, place.ends[0])

    def mark_defeated(self) -> None:
        """Mark what is called defeated, where something challenges it; else it is a class."""
        challenged = {part.challenges for part in self._parts.values()}
        for part in self._parts.values():
            if part.name in challenged and _DEFEATED in part.classes:
                part.defeated = True
                part.classes.remove(_DEFEATED)

    def _place(self, target: str) -> Place:
        if target in self._map.claims_by_id:
            return Place.of(self._names[target])
        return self.places.get(target) or self.places[self._roles.host(target)]

    def _is_taken(self, part: Part, place: Place, argument: Argument) -> bool:
        """Return whether an element cannot challenge something, or another relation is there."""
        if part.challenges is not None or part.name in place.ends:
            return True
        for end in place.ends:
            other = self._parts[end]
            related = (*other.supported_by, *other.in_context_of)
            if end in part.supported_by or part.name in related:
                return True
        is_mutual = (argument.target, argument.premises[0]) in self._pairs
        return is_mutual and bool(self._map.arguments_on(argument.id))

    def _again(self, part: Part, argument: Argument) -> Part:
        self._losses.say(_WRITTEN_AGAIN, argument.span)
        return self._added(f"{part.name}-2", part.text, argument, [part.name])

    def _joint(self, argument: Argument, premises: list[str]) -> Part:
        self._losses.say(_TOGETHER, argument.span)
        texts = [self._map.claims_by_id[name].text for name in premises]
        said = "; ".join([*(text.rstrip(".") for text in texts[:-1]), texts[-1]])
        names = [self._names[name] for name in premises]
        return self._added(self._names[argument.id], argument.label or said, argument, names)

    def _added(self, name: str, text: str | None, argument: Argument, support: list[str]) -> Part:
        wanted = self._names[argument.id]
        found = name if name == wanted else free(name, self._taken, self._parts)
        file = argument.span.file if argument.span else self._parts[support[0]].file
        part = Part(found, Kind.GOAL, text, file, is_counter=True)
        part.supported_by = support
        self._parts[found] = part
        return part


def is_named(argument: Argument) -> bool:
    """Return whether somebody gave an argument its id, as far as that can be seen."""
    return not re.fullmatch(rf"(?:argument|{re.escape(argument.target)})\.\d+", argument.id)


def tell_nameless(argument: Argument, losses: Losses) -> None:
    """Tell that an id which somebody gave an argument is left out."""
    if is_named(argument):
        losses.say(_NAMELESS, argument.span)
