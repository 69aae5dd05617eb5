"""What a format of pictures is: a module that turns a picture into bytes."""

import importlib
from dataclasses import dataclass
from typing import Protocol, cast

from argmap.drawing.shapes import Drawing, Pill
from argmap.evaluation.verdicts import Evaluation
from argmap.languages import words_in
from argmap.languages.words import Words
from argmap.layout.places import Direction, PlacedDrawing
from argmap.model import ArgumentMap
from argmap.outline import step_name
from argmap.render import FORMATS
from argmap.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Everything a format may show: the map, its drawing, and the places if asked for.

    `map` is the part to show, `whole` the map it is taken from.

    `scale` is pixels of a bitmap for each pixel of the drawing; `shortfall` says in a sentence why
    the picture cannot be read at the place that it was made for, if so. `narrow` is the same for
    the screen of a telephone, where that needs another drawing.
    """

    map: ArgumentMap
    whole: ArgumentMap
    drawing: Drawing
    evaluation: Evaluation | None = None
    direction: Direction
    theme: Theme
    placed: PlacedDrawing | None = None
    narrow: PlacedDrawing | None = None
    scale: float = 2.0
    shortfall: str | None = None

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


class Renderer(Protocol):
    """The shape of a format's module. `PLACED` says whether it needs the places of a layout."""

    PLACED: bool

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
    """Return the renderer of one of FORMATS, imported now, because some bring large libraries."""
    if name not in FORMATS:
        raise ValueError(f"there is no format “{name}”; choose one of {', '.join(FORMATS)}")
    return cast(Renderer, importlib.import_module(f"argmap.render.{name}"))
