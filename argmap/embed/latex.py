"""How large a picture is in LaTeX: as it is drawn, but no larger than its page has room for."""

import re

_WIDTH = r"\csname Gin@nat@width\endcsname"
_HEIGHT = r"\csname Gin@nat@height\endcsname"
_LENGTH = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>%|[a-z]+)")
# Units of CSS in those of TeX; the others are the same.
_UNITS = {"%": (0.01, r"\linewidth"), "px": (0.75, "bp"), "rem": (1.0, "em"), "ch": (0.5, "em")}


def bounded(share: float, *, width: str | None = None) -> str:
    """Return options of `\\includegraphics`: not wider than a line, nor higher than its `share`.

    The rest of the height of a page is for a title and a caption. Nothing is enlarged, unless it
    has a `width` of its own.
    """
    most = rf"{share}\textheight"
    own = width or _WIDTH
    inside = rf"\ifdim{own}>\linewidth\linewidth\else{own}\fi"
    height = most if width else height_within(most)
    return rf"width={inside},height={height},keepaspectratio"


def height_within(most: str) -> str:
    """Return the height of the picture that is set, or `most`, the lesser of them."""
    return rf"\ifdim{_HEIGHT}>{most} {most}\else{_HEIGHT}\fi"


def length_of(length: str) -> str:
    """Return a length of a web page as TeX writes it."""
    found = _LENGTH.fullmatch(length.strip())
    if found is None:
        raise ValueError(f"“{length}” is no length")
    factor, unit = _UNITS.get(found["unit"], (1.0, found["unit"]))
    return f"{float(found['number']) * factor:.4g}{unit}"
