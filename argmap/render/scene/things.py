"""What a scene is made of, with all colours and places; lengths are pixels, y grows downwards."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.layout.placed import Point
from argmap.weighing import Standing


class Paint(NamedTuple):
    """How a shape is filled and its edge drawn, as CSS hexadecimal colours."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0
    dashed: bool = False


class Run(NamedTuple):
    """Words of one look. What stands `beside` others ends their line, at its far edge."""

    words: str
    colour: str
    size: float
    bold: bool = False
    italic: bool = False
    beside: bool = False


class Paragraph(NamedTuple):
    """A paragraph of a panel: `lines` are those of the drawing, the first `top` below its edge."""

    runs: tuple[Run, ...]
    lines: tuple[str, ...]
    top: float
    line_height: float
    leftwards: bool = False

    @property
    def words(self) -> str:
        """Return what it says, without what stands beside."""
        return "".join(run.words for run in self.runs if not run.beside)


class Align(StrEnum):
    """Where the words of a panel stand in it; `START` is the side from which they are read."""

    START = "start"
    MIDDLE = "middle"


class Kind(StrEnum):
    """What a panel stands for."""

    CLAIM = "claim"
    STEP = "step"
    MENTION = "mention"
    GROUP = "group"
    WORDS = "words"
    MARK = "mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rectangle, with or without words; `name` is unique in the scene, and an id of the map's.

    `left` and `right` are how far its words stay from its edges. What is `part_of` another panel
    moves with it. One that `has_badge` leaves room for that in its first line. `stripe` is the
    coloured edge at its left, or right where it is `mirrored`.
    """

    name: str
    kind: Kind
    x: float
    y: float
    width: float
    height: float
    paint: Paint
    corner: float = 0.0
    stripe: str | None = None
    mirrored: bool = False
    paragraphs: tuple[Paragraph, ...] = ()
    align: Align = Align.START
    left: float = 0.0
    right: float = 0.0
    link: str | None = None
    note: str | None = None
    part_of: str | None = None
    has_badge: bool = False

    @property
    def bottom(self) -> float:
        """Return the y of the lower edge."""
        return self.y + self.height


class Badge(NamedTuple):
    """The badge of a verdict around its middle, on the panel that it is `part_of`, if on any."""

    standing: Standing
    x: float
    y: float
    radius: float
    disc: Paint
    sign: str
    ring: Paint | None
    part_of: str | None


class End(StrEnum):
    """What stands at the end of a line."""

    NONE = "none"
    HEAD = "head"
    BAR = "bar"


class Line(NamedTuple):
    """A line between two panels, by their names, or between two places.

    `curve` is a chain of cubic Bézier curves. One that `joins` ends in another line to the same
    head.
    """

    curve: tuple[Point, ...]
    paint: Paint
    bar: float
    at_tail: End = End.NONE
    at_head: End = End.NONE
    tail: str | None = None
    head: str | None = None
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a picture shows, what is in front last: panels of groups, lines, other panels."""

    title: str | None
    language: str | None
    summary: str
    page: str
    fonts: tuple[str, ...]
    width: float
    height: float
    grounds: tuple[Panel, ...]
    lines: tuple[Line, ...]
    panels: tuple[Panel, ...]
    badges: tuple[Badge, ...]
