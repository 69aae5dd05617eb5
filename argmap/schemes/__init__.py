"""Common argumentation schemes and their critical questions, as data.

The selection follows Walton, Reed and Macagno (2008), Argumentation Schemes, Cambridge University
Press; the words are our own. FAMILIES has the schemes by kind, ALL has them in one row.
"""

from argmap.schemes.actions import ACTIONS
from argmap.schemes.cases import CASES
from argmap.schemes.causes import CAUSES
from argmap.schemes.classes import CLASSES
from argmap.schemes.dangers import DANGERS
from argmap.schemes.names import folded
from argmap.schemes.persons import PERSONS
from argmap.schemes.rules import RULES
from argmap.schemes.scheme import Family, Scheme
from argmap.schemes.sources import SOURCES
from argmap.suggestions import nearest

FAMILIES: tuple[Family, ...] = (
    SOURCES,
    PERSONS,
    CAUSES,
    CASES,
    CLASSES,
    RULES,
    ACTIONS,
    DANGERS,
)
ALL: tuple[Scheme, ...] = tuple(scheme for family in FAMILIES for scheme in family.schemes)

_BY_NAME = {
    folded(name): scheme
    for scheme in ALL
    for name in (scheme.id, scheme.name, *scheme.also_known_as)
}


def names() -> tuple[str, ...]:
    """Return the ids of all schemes, by family."""
    return tuple(scheme.id for scheme in ALL)


def named(name: str) -> Scheme | None:
    """Return the scheme with this id, name or other name, or None.

    Case, spaces, hyphens, underscores and opening words such as “argument from” do not count.
    """
    return _BY_NAME.get(folded(name))


def nearest_to(name: str) -> str | None:
    """Return the id of the scheme that was perhaps meant by a name that is none, or None."""
    written = folded(name)
    found = nearest(written, names()) or nearest(written, _BY_NAME)
    return _BY_NAME[found].id if found else None
