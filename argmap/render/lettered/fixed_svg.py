"""The SVG from which bitmaps and pages are made: a face for each run of text."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from argmap.errors import PictureError
from argmap.render.lettered.font_choice import FontChoice
from argmap.render.lettered.font_files import font_files
from argmap.render.lettered.lettering import Lettering, lettered
from argmap.render.renderer import Picture
from argmap.render.svg import svg_text

_SHEET = re.compile(r'<rect class="page"[^>]*/>')


def fixed_svg(picture: Picture, *, format: str, complex_apart: bool = False) -> Lettering:
    """Return the SVG of a picture for a program that is given its fonts file by file.

    `complex_apart` leaves out text that some programs set badly; it is returned beside the SVG.

    Raises FontError where this machine has no font for some of the text, MissingExtraError,
    naming the extra `format`, where the library is missing that reads fonts.
    """
    svg = svg_text(picture.places, theme=picture.theme)
    if not picture.sheet:
        svg = _SHEET.sub("", svg, count=1)
    return fixed_text(svg, picture, format=format, complex_apart=complex_apart)


def fixed_text(
    svg: str, picture: Picture, *, format: str, complex_apart: bool = False
) -> Lettering:
    """Return an SVG that belongs to a picture in the same way, with the faces of its theme."""
    theme = picture.theme
    fonts = FontChoice(font_files(), families=theme.fonts, format=format)
    return lettered(
        svg,
        theme=theme,
        fonts=fonts,
        language=picture.drawing.language,
        complex_apart=complex_apart,
    )


@contextmanager
def breakdown_told(library: str) -> Iterator[None]:
    """Raise PictureError where a library in Rust breaks down, which is no Exception in Python."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise PictureError(f"{library} broke down over this picture; draw SVG instead") from error
