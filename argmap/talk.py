"""A map for a talk: a picture of each argument that can be read on a slide."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.arrangement import TOLERANCE, Way, fitted, letters_at
from argmap.destinations import INCH, PIXELS_PER_POINT, Destination
from argmap.drawing.showing import Showing
from argmap.errors import EvaluationLimitError
from argmap.evaluation.deadline import Deadline
from argmap.evaluation.grounded.labelling import GROUNDED
from argmap.evaluation.why.cruxes import cruxes
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.model import Argument, ArgumentMap
from argmap.page_data.page import reading_order
from argmap.parts.part import Part
from argmap.parts.views import view_of_part
from argmap.render.renderer import Stop, Talk
from argmap.render.svg.extent import extent_of
from argmap.style import Style

# The room for a picture beside the words of a slide of 13.33 × 7.5 inches.
WIDTH, HEIGHT = 7.3 * INCH, 6.3 * INCH
PLACE = Destination("slide", WIDTH, HEIGHT, 14 * PIXELS_PER_POINT, "pt")
# Of more arguments each is a column, which is placed at once.
MOST_TREES = 300
# A picture is enlarged by so much where there is room.
LARGER = 1.3
# What a verdict hangs on is left out where it is not found within so many seconds.
LONGEST_SEARCH = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is shown of a map, and how its pictures are drawn."""

    showing: Showing
    direction: Direction | None
    style: Style
    way: Way


def talk_of(telling: Telling) -> Talk:
    """Return what slides show one after another, in the order in which it is read.

    Of theses there are pictures as well. A claim that has no part in any argument, and is no
    thesis, is told for itself. Raises what `argmap.arrangement.arranged` raises.
    """
    a_map = telling.showing.map
    told = {name for one in a_map.arguments for name in (one.target, *one.premises)}
    told = told.union(a_map.theses).difference(a_map.arguments_by_id)
    names = [name for name in reading_order(a_map) if name not in told]
    if len(names) > MOST_TREES:
        telling = replace(telling, direction=Direction.COLUMN)
    return Talk(
        theses=tuple(_stop(telling, one) for one in a_map.theses),
        stops=tuple(_stop(telling, one) for one in names),
        turning=_turning(telling.showing),
    )


def _part(a_map: ArgumentMap, name: str) -> Part:
    """Return an argument with what it bears on, up to a claim; or a claim alone."""
    steps = list(_climbed(a_map, name))
    above = steps[-1].target if steps else name
    claims = dict.fromkeys([above, *(one for step in steps for one in step.premises)])
    return Part(
        number=1,
        roots=(above,),
        title=None,
        claims=tuple(claims),
        # What comes first is drawn first.
        steps={step.id: step.premises for step in reversed(steps)},
        trail=(),
        onward={},
    )


def _climbed(a_map: ArgumentMap, name: str) -> Iterator[Argument]:
    """Yield an argument and those that it bears on."""
    at = a_map.arguments_by_id.get(name)
    while at is not None:
        yield at
        at = a_map.arguments_by_id.get(at.target)


def _stop(telling: Telling, name: str) -> Stop:
    showing = telling.showing
    # What is cited stands beside the picture, in larger letters.
    options = replace(showing.options, legend=False, sources=False)
    view = view_of_part(showing.view, _part(showing.map, name))
    own = replace(showing.of(view, part_names=()), options=options)
    placed = _fitted(telling, own, telling.direction)
    if not _is_readable(placed, own) and telling.direction not in (None, Direction.COLUMN):
        # Of the whole map it may be the right direction even so.
        placed = _fitted(telling, own, None)
    is_readable, letter_width = _is_readable(placed, own), own.options.letter_width
    return Stop(name, _enlarged(placed, letter_width), is_readable)


def _enlarged(placed: PlacedDrawing, letter_width: float) -> PlacedDrawing:
    """Return a picture larger than it needs to be, where there is room for it."""
    whole = extent_of(placed, letter_width=letter_width)
    room = min(WIDTH / whole.width, HEIGHT / whole.height)
    return replace(placed, shown_at=min(room, placed.shown_at * LARGER))


def _fitted(telling: Telling, showing: Showing, direction: Direction | None) -> PlacedDrawing:
    return fitted(showing, PLACE, direction=direction, style=telling.style, way=telling.way)


def _is_readable(placed: PlacedDrawing, showing: Showing) -> bool:
    letters = letters_at(placed, PLACE, letter_width=showing.options.letter_width)
    return letters >= PLACE.smallest - TOLERANCE


def _turning(showing: Showing) -> tuple[str, ...] | None:
    """Return the claims of which each alone would turn the verdict on a thesis if it fell.

    None where nobody asks for verdicts, or asks them in another way, or where it takes too long.
    """
    found = showing.evaluation
    asked = showing.accepted or showing.rejected
    if found is None or found.audience is not None or found.semantics != GROUNDED or asked:
        return None
    try:
        turning = cruxes(showing.view.whole, deadline=Deadline(LONGEST_SEARCH))
    except EvaluationLimitError:
        return None
    # What is hidden is not named.
    shown = showing.map.claims_by_id
    return tuple(dict.fromkeys(one.id for one in turning if one.id in shown))
