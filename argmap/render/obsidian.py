"""A map becomes a note of Obsidian: the outline, in which claims and steps are blocks with names.

Mentions lead to these names, and so may other notes: `[[note#^name]]`. What may be in a name, and
where it stands, is described at https://help.obsidian.md/links.
"""

import re

from argmap.model import ArgumentMap
from argmap.render.md import outline
from argmap.render.renderer import Picture

_NAME = re.compile(r"[A-Za-z0-9-]+")


def render(picture: Picture) -> bytes:
    """Return the outline of `md` with names and links."""
    return outline(picture, names_in(picture.map))


def names_in(a_map: ArgumentMap) -> dict[str, str]:
    """Return the name of each block: the id of what it tells where it can be, else a number."""
    found: dict[str, str] = {}
    # Obsidian makes no difference between large and small letters.
    taken: set[str] = set()
    for number, told in enumerate((*a_map.claims_by_id, *a_map.arguments_by_id), start=1):
        name = re.sub("[._]", "-", told)
        if not _NAME.fullmatch(name) or name.lower() in taken:
            name = f"block-{number}"
        while name.lower() in taken:
            name += "-"
        taken.add(name.lower())
        found[told] = name
    return found
