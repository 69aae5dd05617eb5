"""How wide text is: advance widths of an Arial-metric face, estimates for what it does not have."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from argmap.drawing.advance_widths import BOLD, REGULAR, UNITS_PER_EM

# Estimates in em for characters of other faces: on the wide side, so that text stays in its box.
WIDE = 1.0
PICTOGRAPH = 1.4
SYMBOL = 1.25
BROAD_LETTER = 1.0
UNKNOWN = 0.8
_PICTOGRAPHS = range(0x1F000, 0x20000)
_LONG_ARROWS = range(0x27F5, 0x2800)
# Tamil to Sinhala, Burmese: many letters are as broad as they are high.
_BROAD_SCRIPTS = (range(0x0B80, 0x0E00), range(0x1000, 0x10A0))
_EXCEPTIONAL = {
    "\ufe0f": PICTOGRAPH - UNKNOWN,  # makes a pictograph of the character before it
    "\u2e3a": 2.0,  # two-em dash
    "\u2e3b": 3.0,  # three-em dash
    "\ufdfa": 2.0,  # Arabic sentences that are one character
    "\ufdfb": 2.0,
    "\ufdfd": 10.0,
}


# Letters that have another shape in italics: how much wider it is, in units.
_WIDER_IN_ITALICS = {
    "т": 769.0,
    "г": 262.0,
    "к": 70.0,
    "ќ": 70.0,
    "ш": 58.0,
    "щ": 58.0,
    "Ф": 72.0,
    "Л": 62.0,
    "Д": 55.0,
    "Φ": 80.0,
    "ŀ": 136.0,
}


def text_width(text: str, *, size: float, bold: bool = False, italic: bool = False) -> float:
    """Return the width of a line of text in pixels, at a type size in pixels; never negative.

    Kerning is left out: it makes lines narrower, but for a few pairs (as in “author’s”) that it
    widens by about a fiftieth of an em.
    """
    known = _advances(bold)
    try:
        units = sum(map(known.__getitem__, text))
    except KeyError:
        for character in set(text) - known.keys():
            known[character] = _advance(character, bold)
        units = sum(map(known.__getitem__, text))
    if italic and not text.isascii():
        units += sum(_WIDER_IN_ITALICS.get(character, 0.0) for character in text)
    return units * size / UNITS_PER_EM


@cache
def _advances(bold: bool) -> dict[str, float]:
    """Return how wide characters are, in units: those of ASCII, and of others all met so far."""
    return _widths(BOLD if bold else REGULAR, first=ord(" "))


@cache
def _all_advances(bold: bool) -> dict[str, float]:
    found: dict[str, float] = {}
    table = BOLD if bold else REGULAR
    for first in table:
        found |= _widths(table, first=first)
    return found


def _widths(table: Mapping[int, str], *, first: int) -> dict[str, float]:
    """Return the widths of a run of characters, which stand in the table by the first of them."""
    return {chr(first + number): float(width) for number, width in enumerate(table[first].split())}


def _advance(character: str, bold: bool) -> float:
    known = _all_advances(bold).get(character)
    return _estimate(character) * UNITS_PER_EM if known is None else known


def _estimate(character: str) -> float:
    code = ord(character)
    if character in _EXCEPTIONAL:
        return _EXCEPTIONAL[character]
    if is_joined(character):
        return 0.0
    if code in _PICTOGRAPHS or code in _LONG_ARROWS:
        return PICTOGRAPH
    if unicodedata.category(character) in ("So", "Sm"):
        return SYMBOL
    if any(code in script for script in _BROAD_SCRIPTS):
        return BROAD_LETTER
    return WIDE if unicodedata.east_asian_width(character) in "WF" else UNKNOWN


def is_joined(character: str) -> bool:
    """Return whether a character joins the one before it: marks, joiners, variation selectors."""
    return unicodedata.category(character) in ("Mn", "Me", "Cf")
