"""The sheet that a picture in a page lies on: seen only where the page is of the other kind.

A page that is light as the picture is light, or dark as it is dark, shows through. Where the two do
not agree, words and lines outside of boxes could not be read on the page itself; so there the sheet
is drawn. How the page looks is told by the colour of its text.
"""

from argmap.themes import Palette, Theme, contrast

# Red, green and blue of white text are 3 together, those of black text 0.
_MIDDLE = 1.5
_STEEP = 99


def sheet_colour(theme: Theme) -> str:
    """Return the colour of the sheet of a picture with that theme, as CSS."""
    own = _against_page(theme.palette)
    return f"light-dark({own}, {_against_page(theme.dark)})" if theme.dark else own


def _against_page(palette: Palette) -> str:
    """Return the colour of the sheet, opaque where text of the page is light as the sheet is."""
    channels = " ".join(f"{int(palette.page[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
    sign = 1 if is_light(palette) else -1
    alpha = f"calc((r + g + b - {_MIDDLE}) * {sign * _STEEP})"
    return f"color(from currentcolor srgb {channels} / {alpha})"


def is_light(palette: Palette) -> bool:
    """Return whether pictures of that palette are light."""
    return contrast(palette.page, "#000000") > contrast(palette.page, "#ffffff")
