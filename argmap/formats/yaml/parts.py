"""A map in several files: what the YAML of each of them has to say of the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Others:
    """What stands in other files of a map.

    All of those `included` is part of the map; those `sealed`, by the names that ids of claims have
    before them, are maps of their own. `claims` are written there, and they name those in `named`,
    which are written here.
    """

    included: tuple[str, ...] = ()
    sealed: Mapping[str, str] = field(default_factory=dict)
    claims: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MapPart:
    """What one file says, which comes from another `file`; its links start beside `home`."""

    file: str
    home: str
    map: ArgumentMap
    others: Others


def with_ways_home(a_map: ArgumentMap) -> ArgumentMap:
    """Return a map whose claims that are at home elsewhere lead there."""
    claims = (
        replace(claim, link=quote(claim.home.map)) if claim.home else claim
        for claim in a_map.claims
    )
    return replace(a_map, claims=tuple(claims))
