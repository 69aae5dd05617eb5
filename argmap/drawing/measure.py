"""How wide text is: advance widths of an Arial-metric face, estimates for what it does not have."""

import unicodedata
from functools import cache

from argmap.drawing.advance_widths import BOLD, REGULAR, UNITS_PER_EM

# Estimates in em for characters of other faces: on the wide side, so that text stays in its box.
WIDE = 1.0
PICTOGRAPH = 1.4
UNKNOWN = 0.8
_PICTOGRAPHS = range(0x1F000, 0x20000)


def text_width(text: str, *, size: float, bold: bool = False) -> float:
    """Return the width of a line of text in pixels, at a type size in pixels; never negative.

    Kerning is left out: it makes a line narrower more often than wider, by less than a pixel.
    """
    known = _advances(bold)
    units = 0.0
    for character in text:
        advance = known.get(character)
        if advance is None:
            advance = known[character] = _estimate(character) * UNITS_PER_EM
        units += advance
    return units * size / UNITS_PER_EM


@cache
def _advances(bold: bool) -> dict[str, float]:
    return {
        chr(first + number): float(width)
        for first, widths in (BOLD if bold else REGULAR).items()
        for number, width in enumerate(widths.split())
    }


def _estimate(character: str) -> float:
    if is_joined(character):
        return 0.0
    if ord(character) in _PICTOGRAPHS:
        return PICTOGRAPH
    return WIDE if unicodedata.east_asian_width(character) in "WF" else UNKNOWN


def is_joined(character: str) -> bool:
    """Return whether a character takes no room of its own: marks, joiners, variation selectors."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf") and character != "\u00ad"
