"""All that can be written otherwise at a place."""

from argmap.editing.refactoring import (
    asking,
    exposing,
    forms,
    inlining,
    quoting,
    splitting,
    undercutting,
)
from argmap.editing.refactoring.sheet import Offer, Sheet
from argmap.source import Position

_ROOMS = (quoting, splitting, exposing, inlining, forms, undercutting, asking)


def offers(sheet: Sheet, at: Position) -> tuple[Offer, ...]:
    """Return what can be written otherwise at a place, each under a title of its own.

    That is nothing in a map with errors, of which nobody can see that it says the same.
    """
    found: dict[str, Offer] = {}
    if sheet.reading.map is None:
        return ()
    for room in _ROOMS:
        for offer in room.offers(sheet, at):
            found.setdefault(offer.title, offer)
    return tuple(found.values())
