"""Other drawings of what is shown, for screens on which a picture cannot be read."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from argmap.arrangement import TOLERANCE, Way, fitted, letters_at
from argmap.destinations import DESK, LAPTOP, SHEET_NAMES, TABLET, TELEPHONE, Destination
from argmap.drawing.showing import Showing
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.render.renderer import Picture, Window
from argmap.render.svg.extent import extent_of, smallest_letters
from argmap.style import Style


def on_screens(picture: Picture, *, is_free: bool = False, style: Style, way: Way) -> Picture:
    """Return a picture with its drawings for screens, where it cannot be read on a telephone.

    `is_free` says that it was made for no place, and in the direction that suits it. It is returned
    as it is where somebody insists on a direction or a width, or names a sheet.
    """
    if (
        style.width
        or style.fit in SHEET_NAMES
        or style.direction not in (None, "auto", Direction.COLUMN)
    ):
        return picture
    drawn = partial(_for_screen, picture.places, picture.showing, is_free, style=style, way=way)
    narrow = drawn(TELEPHONE)
    if narrow is None:
        return picture
    windows = partial(_windows, drawn, picture.places, narrow, picture.showing, style)
    return replace(picture, narrow=narrow, windows=windows)


def _windows(
    drawn: Callable[[Destination], PlacedDrawing | None],
    wide: PlacedDrawing,
    narrow: PlacedDrawing,
    showing: Showing,
    style: Style,
) -> tuple[Window, ...]:
    *trees, tablet = map(drawn, (DESK, LAPTOP, TABLET))
    # A column with such long lines is read less well than a narrower one.
    others = [one for one in trees if one and one.direction is not Direction.COLUMN]
    others += [*filter(None, [tablet]), narrow]
    least = (_least_width(one, showing, style) for one in (wide, *others))
    return tuple(map(Window, least, others))


def _for_screen(
    wide: PlacedDrawing,
    showing: Showing,
    is_free: bool,
    screen: Destination,
    *,
    style: Style,
    way: Way,
) -> PlacedDrawing | None:
    letter_width, to = showing.options.letter_width, screen.with_letters(style.smallest)
    if letters_at(wide, to, letter_width=letter_width) >= to.smallest - TOLERANCE:
        return None
    direction = Direction.COLUMN if style.direction == Direction.COLUMN else None
    free = wide if is_free and wide.direction is not Direction.COLUMN else None
    return fitted(showing, to, direction=direction, style=style, way=way, free=free)


def _least_width(placed: PlacedDrawing, showing: Showing, style: Style) -> float:
    """Return how many pixels wide a picture must be for its letters to be read."""
    least = TELEPHONE.with_letters(style.smallest).smallest - TOLERANCE
    whole = extent_of(placed, letter_width=showing.options.letter_width).width
    return whole * min(placed.shown_at, least / smallest_letters(placed.drawing))
