"""How large the smallest letters are where a picture is read: drawn freely, and for the place.

    python -m tests.bench.legibility

Letters are in pixels on screens and in points on sheets; `column` says that the picture is one.
"""

from argmap.destinations import Destination, destination
from argmap.layout.placed import Direction
from argmap.model import ArgumentMap
from argmap.pipeline import load, picture
from argmap.planning import RenderOptions
from argmap.render.renderer import Picture
from argmap.render.svg.extent import extent_of, smallest_letters
from tests.bench.random_argument import random_argument

PLACES = ("760", "358", "a4", "slide")
FLAGSHIP = "maps/western-friendly-autocracy.yaml"


def main() -> None:
    """Print a line for each map: the letters before and after at each place."""
    print("claims  " + "".join(f"{place:>26}" for place in PLACES))
    for number in (4, 10, 20, 40, 77, 150):
        a_map = load(FLAGSHIP) if number == 77 else random_argument(number)
        free = picture(a_map)
        print(f"{number:6}  " + "".join(f"{_cell(a_map, free, place):>26}" for place in PLACES))


def _cell(a_map: ArgumentMap, free: Picture, place: str) -> str:
    to = destination(place)
    made = picture(a_map, options=RenderOptions(fit=place))
    column = " column" if made.direction is Direction.COLUMN else ""
    after = smallest_letters(made.drawing) * made.places.shown_at
    return f"{to.told(_shrunk(free, to))} → {to.told(after)}{column}"


def _shrunk(shown: Picture, to: Destination) -> float:
    """Return the size of the letters where a picture is only made smaller."""
    whole = extent_of(shown.places, letter_width=1.0)
    high = to.height / whole.height if to.height else 1.0
    return smallest_letters(shown.drawing) * min(1.0, to.width / whole.width, high)


if __name__ == "__main__":
    main()
