"""What a document asks for at one place, as a value."""

from dataclasses import dataclass, field
from enum import StrEnum

from argmap.planning import RenderOptions


class Shape(StrEnum):
    """What is put into a document: a picture, words, or both."""

    IMAGE = "image"
    INLINE = "inline"
    OUTLINE = "outline"
    HTML = "html"
    CLAIM = "claim"
    VERDICT = "verdict"


PROSE = frozenset({Shape.CLAIM, Shape.VERDICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A map and what to make of it.

    `map_name` is the path of the map as written, None where the map itself is written there;
    `notation` is that of the map, None where the file tells it.
    `shape` is None where the document leaves it to its kind. `id` is the claim of the shapes CLAIM
    and VERDICT; `output` and `format` are the file and the format of the shape IMAGE; `caption`
    takes the place of the title, `alt` that of the description.
    """

    map_name: str | None = None
    notation: str | None = None
    shape: Shape | None = None
    id: str | None = None
    output: str | None = None
    format: str | None = None
    caption: str | None = None
    alt: str | None = None
    options: RenderOptions = field(default_factory=RenderOptions)
