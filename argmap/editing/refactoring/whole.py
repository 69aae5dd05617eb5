"""All that can be written otherwise at a place."""

from argmap.editing.refactoring import exposing, forms, inlining
from argmap.editing.refactoring.sheet import Offer, Sheet
from argmap.source import Position

_ROOMS = (exposing, inlining, forms)


def offers(sheet: Sheet, at: Position) -> tuple[Offer, ...]:
    """Return what can be written otherwise at a place of a map, each under a title of its own."""
    found: dict[str, Offer] = {}
    for room in _ROOMS:
        for offer in room.offers(sheet, at):
            found.setdefault(offer.title, offer)
    return tuple(found.values())
