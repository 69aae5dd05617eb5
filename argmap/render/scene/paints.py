"""Paints of the parts of a picture, from the same table as the attributes of the SVG."""

from argmap.render.scene.things import Paint, Run
from argmap.render.svg.look import Look


def paint(look: Look, *path: str) -> Paint:
    """Return how the last element of a path is painted; what is half transparent becomes paler."""
    found = look.attributes(*path)
    page = look.theme.palette.page
    fill, stroke = found.get("fill"), found.get("stroke")
    return Paint(
        fill=_paled(fill, page, found.get("fill-opacity")) if fill and fill != "none" else None,
        stroke=_paled(stroke, page, found.get("stroke-opacity")) if stroke else None,
        width=float(found.get("stroke-width", "1")),
        dashed="stroke-dasharray" in found,
    )


def run(look: Look, words: str, *path: str, beside: bool = False) -> Run:
    """Return words that look as the text at the end of a path."""
    found = {**look.for_all, **look.attributes(*path)}
    return Run(
        words,
        found.get("fill", look.theme.palette.text),
        float(found["font-size"]),
        bold=found.get("font-weight") == "bold",
        italic=found.get("font-style") == "italic",
        beside=beside,
    )


def _paled(colour: str, ground: str, opacity: str | None) -> str:
    """Return the colour that is seen where one lies on a ground."""
    if opacity is None:
        return colour
    share = float(opacity)
    mixed = (
        round(above * share + below * (1 - share))
        for above, below in zip(_channels(colour), _channels(ground), strict=True)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
