"""The path from a thesis to a part, in one line above it: names, cut so that all have room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.drawing import sizes
from argmap.drawing.measure import text_width
from argmap.drawing.reading_side import is_right_to_left
from argmap.drawing.shapes import Lead

SIGN, LEFTWARD_SIGN = "›", "‹"
SEPARATOR = f" {SIGN} "
OMITTED = "…"
LINE_HEIGHT = 20.0
# How many characters of each name are shown, the first that has room.
LENGTHS = (60, 40, 28, 20, 14, 9)

_Shown = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Crumb:
    """A name of the path as it is shown, from `x` on, counted from the left edge of the line.

    `part` is the number of the part that it leads to, None where names are left out. The `sign`
    after it begins at its own `end`, which is left of it where the path is read `leftwards`.
    """

    words: str
    part: int | None
    x: float
    width: float
    end: float
    sign: str = SIGN
    leftwards: bool = False


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
                placed = _placed(shown, letter_width)
                if is_right_to_left([lead.words for lead in trail]):
                    placed = [_mirrored(one, width, letter_width) for one in placed]
                return tuple(placed)
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


def _mirrored(crumb: Crumb, width: float, letter_width: float) -> Crumb:
    """Return a name as it stands in a path that begins at the right edge."""
    return replace(
        crumb,
        x=width - crumb.x - crumb.width,
        end=width - crumb.end - _wide(LEFTWARD_SIGN) * letter_width,
        sign=LEFTWARD_SIGN,
        leftwards=True,
    )


def _wide(words: str) -> float:
    return text_width(words, size=sizes.SMALL_TEXT_SIZE)


def _short(name: str, length: int) -> str:
    if len(name) <= length:
        return name
    return name[:length].rstrip(" ,;:.…") + OMITTED
