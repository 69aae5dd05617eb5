"""A map in parts that each can be read at a place: cut, measured by what is drawn, and placed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.arrangement import Way, fitted, shortfall
from argmap.destinations import Destination
from argmap.drawing.builder import drawing_of
from argmap.drawing.shapes import Box
from argmap.drawing.showing import Showing
from argmap.drawing.sizes import (
    COLUMN_PADDING,
    LINE_HEIGHT,
    ROW_GAP,
    SMALL_LINE_HEIGHT,
    SMALL_TEXT_SIZE,
)
from argmap.languages.words import Words
from argmap.layout.clock import Clock
from argmap.layout.column import placed_as_column
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.layout.tidy import extent
from argmap.parts.branches import Forest, forest_of
from argmap.parts.cutting import Measures, balanced
from argmap.parts.part import Part
from argmap.parts.part_making import assembled
from argmap.parts.views import view_of_part
from argmap.render.svg import legend
from argmap.render.svg.extent import LEGEND_GAP, extent_of
from argmap.style import Style

# How often the weights of what did not fit are corrected, and how often boldly after that.
ROUNDS, BOLD_ROUNDS = 10, 6
# What a picture of a part has around its rows, in pixels: title, path and margins.
AROUND, TITLE = 82.0, 36.0
LOWEST_WITH_LEGEND = 400.0
# Longer lines are tiring to read.
WIDEST_COLUMN = 900.0
# The box of a claim that is only named, in one line and with the gap below it.
NAME = LINE_HEIGHT + 2 * COLUMN_PADDING + ROW_GAP
# Room for the name of any part there may be.
MOST_PARTS = 9999
# What is corrected is a little more than what was measured.
MORE, MUCH_MORE = 1.02, 1.1


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part of a map with its places, and how it is shown.

    `shortfall` says why it cannot be read there, if so.
    """

    part: Part
    showing: Showing
    placed: PlacedDrawing
    shortfall: str | None


@dataclass(frozen=True, kw_only=True)
class Cutting:
    """What is shown of a map, the place that its parts fit, and how they are drawn.

    The place has a height.
    """

    showing: Showing
    to: Destination
    direction: Direction | None
    style: Style
    way: Way

    @property
    def height(self) -> float:
        """Return how high a picture may be, in its own pixels."""
        return _pixels_in(self.to)

    @property
    def height_of_overview(self) -> float:
        """Return how high the first picture may be."""
        return _pixels_in(self.to.for_overview)

    @property
    def has_legend(self) -> bool:
        """Return whether room is kept for a legend: on slides only where it is asked for."""
        return bool(self.style.legend) or self.height > LOWEST_WITH_LEGEND

    @property
    def around(self) -> float:
        """Return about how much a picture has around its rows."""
        return AROUND if self.to.titled else AROUND - TITLE


def _pixels_in(to: Destination) -> float:
    """Return how high a place is in pixels of a picture whose letters are the smallest there."""
    assert to.height is not None
    return to.height * SMALL_TEXT_SIZE / to.smallest


def parts_of(cutting: Cutting) -> tuple[Part, ...]:
    """Return the parts of what is shown of a map, the overview first, each as it fits the place.

    There is only one where all of it has room. Each part is measured as a column, or as a tree
    where that is asked for; the layout is not made. What is not cut well enough by the numbers is
    cut again, with the heights that were measured.

    Raises LayoutLimitError where measuring takes too long.
    """
    return _Search(cutting).best()


def drawn_parts(
    cutting: Cutting, parts: Sequence[Part], names: Sequence[str]
) -> tuple[DrawnPart, ...]:
    """Return parts with their places; `names` are what each is called where another leads there.

    Raises what `argmap.arrangement.arranged` raises.
    """
    whole = _as_column(cutting, cutting.showing)
    found = []
    for part in parts:
        showing = _of_part(cutting, cutting.showing, part, names)
        if part.number == 0 and len(parts) > 1:
            showing = replace(showing, whole=drawing_of(whole))
        drawn = _drawn(cutting, showing, part)
        if part.number == 0 and not cutting.has_legend and cutting.style.legend is None:
            # Where there is room left, the overview has one even so.
            options = replace(showing.options, legend=True)
            fuller = _drawn(cutting, replace(showing, options=options), part)
            if not fuller.shortfall and fuller.placed.direction is drawn.placed.direction:
                drawn = fuller
        found.append(drawn)
    return tuple(found)


def _drawn(cutting: Cutting, showing: Showing, part: Part) -> DrawnPart:
    """Return a part with its places."""
    to = cutting.to if part.number else cutting.to.for_overview
    style, letters = cutting.style, showing.options.letter_width
    placed = fitted(showing, to, direction=cutting.direction, style=style, way=cutting.way)
    told = shortfall(placed, to, letter_width=letters, style=style, fits=True)
    if not told:
        placed = _within(placed, to, letters)
    elif placed.direction is Direction.COLUMN:
        why = ": too much counts only together there"
        if len(part.claims) == 1:
            why = f" with letters of {to.told(to.smallest)}"
        told = f"“{part.title}” has no room {to.said}{why}"
    return DrawnPart(part, showing, placed, told)


def _within(placed: PlacedDrawing, to: Destination, letter_width: float) -> PlacedDrawing:
    """Return a picture a little smaller where it is too high; its letters allow it."""
    assert to.height is not None
    high = extent_of(placed, letter_width=letter_width).height
    return replace(placed, shown_at=min(placed.shown_at, to.height / high))


def part_names(words: Words, number: int) -> tuple[str, ...]:
    """Return what so many parts are called, the overview first."""
    return (words.overview, *(words.part.format(one) for one in range(1, number)))


def _of_part(cutting: Cutting, showing: Showing, part: Part, names: Sequence[str]) -> Showing:
    view = view_of_part(showing.view, part)
    if not cutting.to.titled:
        view = replace(view, map=replace(view.map, title=None))
    found = showing.of(view, part_names=names)
    if part.number == 0 and cutting.has_legend:
        return found
    # What the signs mean is said once, in the overview.
    return replace(found, options=replace(found.options, legend=False))


def _as_column(cutting: Cutting, showing: Showing) -> Showing:
    scale = cutting.to.smallest / SMALL_TEXT_SIZE
    width = cutting.style.width or min(cutting.to.width / scale, WIDEST_COLUMN)
    return replace(showing, options=replace(showing.options, column=True, width=width))


class _Search:
    """The weights of all claims and steps as they were measured, and the best parts so far."""

    def __init__(self, cutting: Cutting) -> None:
        self._cutting = cutting
        self._column = _as_column(cutting, cutting.showing)
        self._whole = drawing_of(self._column)
        self._height = cutting.height
        self._weights = {row.shape.id: row.shape.height + row.gap for row in self._whole.rows}
        self._factors: dict[str, float] = {}
        self._measured: dict[object, float] = {}
        words = cutting.showing.words
        self._longest = max(words.overview, words.part.format(MOST_PARTS), key=len)

    def best(self) -> tuple[Part, ...]:
        """Return the parts of which the fewest do not fit; of those, the fewest."""
        forest = forest_of(self._cutting.showing.map)
        best: tuple[Part, ...] = ()
        rank: tuple[int, int] | None = None
        for tried in range(ROUNDS + BOLD_ROUNDS):
            parts = self._cut(forest)
            fullness = [self._fullness(part, len(parts)) for part in parts]
            unfit = sum(one > 1 for one in fullness)
            if rank is None or (unfit, len(parts)) < rank:
                rank, best = (unfit, len(parts)), parts
            # The first weights are those in the whole column, where less has room in a line.
            if tried and (not unfit or (tried >= ROUNDS and not rank[0])):
                break
            for part, full in zip(parts, fullness, strict=True):
                if tried and full > 1:
                    self._correct(part, full, boldly=tried >= ROUNDS - 1)
        return best

    def _cut(self, forest: Forest) -> tuple[Part, ...]:
        weights = {name: one * self._factors.get(name, 1.0) for name, one in self._weights.items()}
        room = max(self._height - self._cutting.around, 1.0)
        key = self._legend() + self._height - self._cutting.height_of_overview
        measures = Measures(weights, room, SMALL_LINE_HEIGHT, key, NAME)
        return assembled(forest, balanced(forest, measures))

    def _legend(self) -> float:
        if not self._cutting.has_legend:
            return 0.0
        rows = legend.rows(legend.entries(self._whole), width=self._column.options.width)
        return len(rows) * legend.ROW_HEIGHT + LEGEND_GAP if rows else 0.0

    def _correct(self, part: Part, full: float, *, boldly: bool) -> None:
        """Make what did not fit weigh as much more as it was too large.

        Where that was not enough so far, several roots weigh more by far, and will be parted.
        """
        several = boldly and len(part.roots) > 1
        for name in (*part.claims, *part.steps):
            if several or name not in part.roots:
                more = full * (MUCH_MORE if several else MORE)
                self._factors[name] = self._factors.get(name, 1.0) * more

    def _fullness(self, part: Part, number: int) -> float:
        """Return how much of the place a part takes: more than 1 where it has no room."""
        key = (part.roots, part.claims, tuple(part.steps.items()), number == 1)
        if key not in self._measured:
            self._measured[key] = self._measure(part, number)
        return self._measured[key]

    def _measure(self, part: Part, number: int) -> float:
        names = (self._longest,) * number
        direction = self._cutting.direction
        if direction not in (None, Direction.COLUMN):
            tree = _of_part(self._cutting, self._cutting.showing, part, names)
            return self._measure_tree(tree, direction, self._room_of(part))
        showing = _of_part(self._cutting, self._column, part, names)
        if part.number == 0 and number > 1:
            showing = replace(showing, whole=self._whole)
        drawing = drawing_of(showing)
        for row in drawing.rows:
            if row.shape.id in part.named:
                continue
            leads = len(row.shape.leads) if isinstance(row.shape, Box) else 0
            self._weights[row.shape.id] = row.shape.height + row.gap - leads * SMALL_LINE_HEIGHT
        placed = placed_as_column(drawing)
        whole = extent_of(placed, letter_width=showing.options.letter_width)
        return whole.height / self._room_of(part)

    def _room_of(self, part: Part) -> float:
        return self._height if part.number else self._cutting.height_of_overview

    def _measure_tree(self, showing: Showing, direction: Direction, high: float) -> float:
        clock = Clock(self._cutting.way.limits)
        width, height = extent(drawing_of(showing), direction=direction, clock=clock)
        room = self._cutting.to.width * SMALL_TEXT_SIZE / self._cutting.to.smallest
        around = self._cutting.around
        return max((height + around) / high, (width + around / 2) / room)
