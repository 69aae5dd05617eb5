"""What a document asks for at one place, as a value."""

from dataclasses import dataclass, field
from enum import StrEnum

from argmap.formats.recognition import READABLE
from argmap.kinds.choice import Choice
from argmap.kinds.identifier import Identifier
from argmap.kinds.text import Text
from argmap.kinds.truth import Truth
from argmap.kinds.whole import Whole
from argmap.planning import RenderOptions
from argmap.render import IMAGE_FORMATS
from argmap.settings.setting import setting


class Shape(StrEnum):
    """What is put into a document: a picture, words, or both."""

    IMAGE = "image"
    INLINE = "inline"
    OUTLINE = "outline"
    HTML = "html"
    CLAIM = "claim"
    VERDICT = "verdict"


class Figure(StrEnum):
    """What a figure is: the picture, or the explorer in its place."""

    PICTURE = "picture"
    EXPLORER = "explorer"


# How a figure leads to its explorer: a file beside that of its document.
BESIDE = "beside"
LOWEST, HIGHEST = 200, 4_000
PROSE = frozenset({Shape.CLAIM, Shape.VERDICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A map and what to make of it.

    `map_name` is the path of the map as written, None where the map itself is written there;
    `notation` is that of the map, None where the file tells it.
    `shape` is None where the document leaves it to its kind. `id` is the claim of the shapes CLAIM
    and VERDICT; `output` and `format` are the file and the format of the shape IMAGE; `caption`
    takes the place of the title, `alt` that of the description. `telephone` says whether there is
    another drawing for small screens, None where the document leaves it to its kind. `figure` is
    what a figure shows, of that `height` in pixels where it is the explorer; `explorer` says where
    that is to which a picture leads, None where it leads to none.
    """

    map_name: str | None = setting(Text(), "The path of the map.", option="file")
    notation: str | None = setting(
        Choice(READABLE), "The notation of the map, where its file does not tell it.", option="from"
    )
    shape: Shape | None = setting(
        Choice(tuple(Shape)), "What is put into the document.", option="as", made=Shape
    )
    id: str | None = setting(Identifier("a claim or an argument"), "The claim that is shown.")
    output: str | None = setting(Text(), "The file of the picture.")
    format: str | None = setting(Choice(IMAGE_FORMATS), "The format of the picture.")
    caption: str | None = setting(Text(), "What stands below it, in place of the title.")
    alt: str | None = setting(Text(), "What describes it, in place of its description.")
    telephone: bool | None = setting(Truth(), "Whether telephones have a drawing of their own.")
    figure: Figure | None = setting(
        Choice(tuple(Figure)), "What a figure shows: the picture or its explorer.", made=Figure
    )
    height: int | None = setting(
        Whole(LOWEST, HIGHEST), "The height of an explorer in the page, in pixels."
    )
    explorer: str | None = setting(
        Choice((BESIDE,)), "Where the explorer is to which the picture leads."
    )
    options: RenderOptions = field(default_factory=RenderOptions)

    @property
    def is_explored(self) -> bool:
        """Return whether the explorer stands in the place of the picture."""
        return self.figure is Figure.EXPLORER

    @property
    def has_explorer(self) -> bool:
        """Return whether there is an explorer, in the figure or beside it."""
        return self.is_explored or self.explorer is not None
