"""Where a picture leads to in a page that tells the whole map beside it."""

from collections.abc import Iterator

from argmap.drawing.shapes import Box
from argmap.render.html.outline_lists import Teller
from argmap.render.renderer import Picture
from argmap.render.svg.shapes import SurroundingPage


def around_of(picture: Picture, teller: Teller) -> SurroundingPage:
    """Return the page around a picture in which `teller` tells the map."""
    claims = picture.map.claims_by_id

    def address(name: str) -> str:
        return f"#{teller.claim_anchor(name) if name in claims else teller.step_anchor(name)}"

    return SurroundingPage(address, frozenset(_stubs(picture)))


def _stubs(picture: Picture) -> Iterator[str]:
    """Yield the ids of the boxes and pills at which the map goes on out of sight."""
    for shape in picture.drawing.nodes:
        if isinstance(shape, Box):
            if shape.more or shape.leads:
                yield shape.id
        elif (
            picture.map.arguments_by_id[shape.id].premises
            != picture.whole.arguments_by_id[shape.id].premises
        ):
            yield shape.id
