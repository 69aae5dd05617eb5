"""The path from a thesis to a part, in one line above it: names, cut so that all have room."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.shapes import Lead

SIGN = "›"
SEPARATOR = f" {SIGN} "
OMITTED = "…"
LINE_HEIGHT = 20.0
# How many characters of each name are shown, the first that has room.
LENGTHS = (60, 40, 28, 20, 14, 9)

_Shown = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Crumb:
    """A name of the path as it is shown, `x` to the right of where the line begins.

    `part` is the number of the part that it leads to, None where names are left out. `end` is where
    the sign after it begins.
    """

    words: str
    part: int | None
    x: float
    width: float
    end: float


def crumbs(trail: Sequence[Lead], *, width: float, letter_width: float) -> tuple[Crumb, ...]:
    """Return the path as it has room in so many pixels: whole, with shorter names, or with fewer.

    The first and the last name are shown wherever there is room for two.
    """
    room = width / letter_width
    names = list(trail)
    while names:
        for length in LENGTHS:
            shown: list[_Shown] = [(_short(lead.words, length), lead.part) for lead in names]
            if len(names) < len(trail):
                shown.insert(1, (OMITTED, None))
            if _wide(SEPARATOR.join([*(words for words, _ in shown), ""])) <= room:
                return tuple(_placed(shown, letter_width))
        del names[1 if len(names) > 1 else 0]
    return ()


def _placed(shown: Sequence[_Shown], letter_width: float) -> list[Crumb]:
    found, x = [], 0.0
    for words, part in shown:
        width = _wide(words) * letter_width
        end = x + width + _wide(" ") * letter_width
        found.append(Crumb(words, part, x, width, end))
        x += width + _wide(SEPARATOR) * letter_width
    return found


def _wide(words: str) -> float:
    return text_width(words, size=sizes.SMALL_TEXT_SIZE)


def _short(name: str, length: int) -> str:
    if len(name) <= length:
        return name
    return name[:length].rstrip(" ,;:.…") + OMITTED
