"""What a format of pictures is: a module that turns a picture into bytes."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from argmap.destinations import Destination
from argmap.drawing.shapes import Drawing, Pill
from argmap.drawing.showing import Showing
from argmap.evaluation.verdicts import Evaluation
from argmap.languages import words_in
from argmap.languages.words import Words
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.model import ArgumentMap
from argmap.outline import step_name
from argmap.render import picture_format
from argmap.themes import Theme

if TYPE_CHECKING:
    from argmap.parts.part import Part

# The address of a part of the map, by its number.
LeadsTo = Callable[[int], str]


class Window(NamedTuple):
    """The places of a drawing for windows in which there are fewer pixels than `below`."""

    below: float
    placed: PlacedDrawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything a format may show: the map, its drawing, and the places if asked for.

    `map` is the part to show, `whole` the map it is taken from, `showing` how it is judged.

    `scale` is pixels of a bitmap for each pixel of the drawing; `shortfall` says in a sentence why
    the picture cannot be read at the place that it was made for, if so. `narrow` is the same for
    the screen of a telephone, where that needs another drawing. Then `windows` draws those for
    windows of all widths, the widest first, `narrow` last. `with_layout` asks an explorer to bring
    a layout engine along. Without a `sheet`, bitmaps and PDF are transparent.

    Where it is one of several that show the map between them, `part` is that part, and `leads_to`
    gives the addresses of all of them by their numbers. `book` has all of them on pages. `talk` has
    a picture of each argument, for slides.

    `source_texts` are the keys of sources whose texts are published with it, if the format can.
    """

    map: ArgumentMap
    whole: ArgumentMap
    showing: Showing
    drawing: Drawing
    evaluation: Evaluation | None = None
    direction: Direction
    theme: Theme
    placed: PlacedDrawing | None = None
    narrow: PlacedDrawing | None = None
    windows: Callable[[], tuple[Window, ...]] = tuple
    sheet: bool = True
    scale: float = 2.0
    with_layout: bool = False
    shortfall: str | None = None
    part: "Part | None" = None
    leads_to: LeadsTo | None = None
    book: "Book | None" = None
    source_texts: tuple[str, ...] = ()
    talk: "Talk | None" = None

    @property
    def places(self) -> PlacedDrawing:
        """Return the places, for a format that asked for them."""
        if self.placed is None:
            raise ValueError("this picture has no places")
        return self.placed

    @property
    def words(self) -> Words:
        """Return argmap's own words in the language of the map."""
        return words_in(self.whole.language)

    def step_name(self, pill: Pill) -> str:
        """Return what a format of text says of a step, in full: its names, the premises unseen."""
        argument = self.map.arguments_by_id[pill.id]
        hidden = len(self.whole.arguments_by_id[pill.id].premises) - len(argument.premises)
        more = self.words.more.format(hidden) if hidden else ""
        return ", ".join(part for part in (step_name(argument), more) if part)


class Spot(NamedTuple):
    """Where a part stands: on a page, counted from 1, so far from the margins of the sheet."""

    page: int
    x: float
    y: float


class Leaf(NamedTuple):
    """A part at its spot, in pixels of the sheet."""

    picture: Picture
    spot: Spot
    width: float
    height: float


class Book(NamedTuple):
    """All parts of a map on sheets of one size; a part that is too high makes its page higher."""

    sheet: Destination
    leaves: tuple[Leaf, ...]

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return max((leaf.spot.page for leaf in self.leaves), default=0)

    def on(self, page: int) -> tuple[Leaf, ...]:
        """Return the parts on a page."""
        return tuple(leaf for leaf in self.leaves if leaf.spot.page == page)


class Stop(NamedTuple):
    """An argument, or a claim alone, by its id, with the picture that a slide shows of it.

    It `is_readable` where its letters are as large as those of a slide have to be.
    """

    id: str
    placed: PlacedDrawing
    is_readable: bool


class Talk(NamedTuple):
    """What slides show one after another, and the pictures of the theses.

    `turning` are the claims of which each alone would turn the verdict on a thesis if it fell; None
    where that is not known.
    """

    theses: tuple[Stop, ...]
    stops: tuple[Stop, ...]
    turning: tuple[str, ...] | None


class Renderer(Protocol):
    """The shape of a format's module."""

    def render(self, picture: Picture) -> bytes:
        """Return the file of the picture.

        Raises MissingExtraError where a library that the format needs is not installed.
        """
        ...


class TextRenderer(Renderer, Protocol):
    """The shape of a format that is a text for other tools.

    `KEEPS` says what of a map it shows, in the words of `argmap.formats.losses.PARTS`.
    """

    KEEPS: frozenset[str]


def renderer_named(name: str) -> Renderer:
    """Return the renderer of a format, imported now, because some bring large libraries.

    Raises ValueError where there is no such format.
    """
    return cast(Renderer, importlib.import_module(f"argmap.render.{picture_format(name).name}"))
