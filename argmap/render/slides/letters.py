"""How large the letters of a slide can be, so that all that it says has room."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.drawing.wrap import wrap

# Pixels of a slide of 1280 × 720, from the largest; the last is the smallest that is read afar.
SIZES = (32.0, 28.0, 24.5, 21.5, 19.0)
SMALL = 19.0
LINE = 1.32
# The room for words beside a picture, and where there is none.
BESIDE, WHOLE, HEIGHT = 468.0, 1060.0, 590.0
# What an edge, a badge and the fonts of another machine take of it.
TAKEN = 34.0


class Passage(NamedTuple):
    """A text of a slide; `gap` is the room around it.

    One that is `small` has the smallest size; others are so many `times` as large as the words.
    """

    text: str
    gap: float
    small: bool = False
    bold: bool = False
    times: float = 1.0


def size_of(passages: Sequence[Passage], *, width: float, letter_width: float) -> int:
    """Return the number of the largest size at which all has room; else that of the smallest."""
    for number, size in enumerate(SIZES):
        if _height(passages, (width - TAKEN) / letter_width, size) <= HEIGHT:
            return number
    return len(SIZES) - 1


def _height(passages: Sequence[Passage], width: float, size: float) -> float:
    total = 0.0
    for one in passages:
        letters = SMALL if one.small else size * one.times
        lines = wrap(one.text, width=width, size=letters, bold=one.bold)
        total += len(lines) * letters * LINE + one.gap
        if total > HEIGHT:
            break
    return total
