"""A placed drawing: every box, pill and arrow of a drawing with its place.

The origin is the top left corner, y grows downwards, lengths are pixels as in the drawing.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from argmap.drawing.shapes import Arrow, Box, Drawing, Group, Pill


class Direction(StrEnum):
    """The way from a thesis to what bears on it: `down` puts the thesis on top."""

    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"


class Point(NamedTuple):
    """A place on the picture. Large maps have so many that they are tuples, which are made fast."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A box or a pill with the place of its top left corner."""

    shape: Box | Pill
    x: float
    y: float

    @property
    def right(self) -> float:
        """Return the x of the right edge."""
        return self.x + self.shape.width

    @property
    def bottom(self) -> float:
        """Return the y of the lower edge."""
        return self.y + self.shape.height


@dataclass(frozen=True, slots=True)
class PlacedArrow:
    """An arrow as a chain of cubic Bézier curves: 3n + 1 points from its tail to its head."""

    arrow: Arrow
    curve: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """A group with the place and size of its area."""

    group: Group
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedDrawing:
    """A drawing with places; `width` and `height` hold everything, without a margin.

    A group whose area would hold what does not belong to it has none.
    """

    drawing: Drawing
    direction: Direction
    width: float
    height: float
    nodes: tuple[Placed, ...]
    arrows: tuple[PlacedArrow, ...]
    groups: tuple[PlacedGroup, ...] = ()
