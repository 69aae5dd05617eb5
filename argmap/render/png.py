"""A picture as a PNG bitmap, made from its SVG: the one door to `resvg_py`."""

import math

from argmap.errors import MissingExtraError, PictureError
from argmap.render import SMALLEST_SCALE
from argmap.render.lettered.fixed_svg import breakdown_told, fixed_svg
from argmap.render.renderer import Picture

# About 900 MB of memory while it is drawn; an A0 page at 240 dots an inch.
MOST_PIXELS = 100_000_000


def render(picture: Picture) -> bytes:
    """Return the picture as PNG, `picture.scale` pixels wide for each pixel of the SVG.

    Raises PictureError where that is more than MOST_PIXELS, FontError where this machine has
    no font for some of the text, MissingExtraError where a library is not installed.
    """
    try:
        import resvg_py
    except ImportError as error:
        raise MissingExtraError(
            'PNG needs resvg_py, which is not installed: pip install "argmap[png]"'
        ) from error
    page = fixed_svg(picture, format="png")
    _require_size(page.width, page.height, picture.scale)
    with breakdown_told("resvg"):
        png: bytes = resvg_py.svg_to_bytes(
            svg_string=page.svg,
            zoom=picture.scale,
            skip_system_fonts=True,
            font_files=[str(file) for file in page.files],
        )
    return png


def _require_size(width: float, height: float, scale: float) -> None:
    if width * height * scale * scale <= MOST_PIXELS:
        return
    # Rounded down, so that what is advised is not too large again.
    largest = math.floor(math.sqrt(MOST_PIXELS / (width * height)) * 100) / 100
    advice = f"use --scale {largest:g} or less, or draw" if largest >= SMALLEST_SCALE else "draw"
    raise PictureError(
        f"at a scale of {scale:g} the bitmap would be {width * scale:,.0f} × "
        f"{height * scale:,.0f} pixels, more than the {MOST_PIXELS:,} that argmap draws; "
        f"{advice} PDF or SVG"
    )
