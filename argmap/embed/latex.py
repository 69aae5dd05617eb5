"""How large a picture is in LaTeX: as it is drawn, but no larger than its page has room for."""

_WIDTH = r"\csname Gin@nat@width\endcsname"
_HEIGHT = r"\csname Gin@nat@height\endcsname"


def bounded(share: float) -> str:
    """Return options of `\\includegraphics`: not wider than a line, nor higher than its `share`.

    The rest of the height of a page is for a title and a caption. Nothing is enlarged.
    """
    most = rf"{share}\textheight"
    width = rf"width=\ifdim{_WIDTH}>\linewidth\linewidth\else{_WIDTH}\fi"
    return rf"{width},height={height_within(most)},keepaspectratio"


def height_within(most: str) -> str:
    """Return the height of the picture that is set, or `most`, the lesser of them."""
    return rf"\ifdim{_HEIGHT}>{most} {most}\else{_HEIGHT}\fi"
