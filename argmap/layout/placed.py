"""A placed drawing: every box, pill and arrow of a drawing with its place.

The origin is the top left corner, y grows downwards, lengths are pixels as in the drawing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from argmap.drawing.shapes import Arrow, Box, Drawing, Group, Mention, Pill
from argmap.layout.spacing import GROUP_MARGIN


class Direction(StrEnum):
    """The way from a thesis to what bears on it: `down` puts the thesis on top.

    In a `column` all boxes stand one below the other.
    """

    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"
    COLUMN = "column"


# Those of trees, in which what is at one distance from the thesis stands in one rank.
IN_RANKS = (Direction.DOWN, Direction.UP, Direction.RIGHT, Direction.LEFT)


class Point(NamedTuple):
    """A place on the picture. Large maps have so many that they are tuples, which are made fast."""

    x: float
    y: float


class Placed(NamedTuple):
    """A box, a pill or a mention with the place of its top left corner.

    One that is `mirrored` has its coloured edge at the right.
    """

    shape: Box | Pill | Mention
    x: float
    y: float
    mirrored: bool = False

    @property
    def right(self) -> float:
        """Return the x of the right edge."""
        return self.x + self.shape.width

    @property
    def bottom(self) -> float:
        """Return the y of the lower edge."""
        return self.y + self.shape.height


class PlacedArrow(NamedTuple):
    """An arrow as a chain of cubic Bézier curves: 3n + 1 points from its tail to its head.

    One that `joins` ends in the line of another arrow to the same head, and shows no end there.
    """

    arrow: Arrow
    curve: tuple[Point, ...]
    joins: bool = False


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """The members of a group that stand together, with the place and size of their area.

    Its heading stands `margin` inside.
    """

    group: Group
    x: float
    y: float
    width: float
    height: float
    margin: float = GROUP_MARGIN

    @property
    def right(self) -> float:
        """Return the right edge of the area."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge of the area."""
        return self.y + self.height


class Room(NamedTuple):
    """How much room a node needs beside itself for the area of its group.

    `before` and `after` are across the flow, on the side of the first and of the last argument;
    `above` is in the picture.
    """

    before: float = 0.0
    after: float = 0.0
    above: float = 0.0

    def shift(self, direction: Direction) -> Point:
        """Return how far the node lies from the middle of its room, in the picture."""
        across = (self.before - self.after) / 2
        if direction in (Direction.RIGHT, Direction.LEFT):
            return Point(0.0, across)
        return Point(across, self.above / 2)


NO_ROOM = Room()
NO_ROOMS: Mapping[str, Room] = MappingProxyType({})


def placed_in(
    middle: Point, shape: Box | Pill, rooms: Mapping[str, Room], direction: Direction
) -> Placed:
    """Return a node with its place, of which the middle with the room around it is known."""
    shift = rooms.get(shape.id, NO_ROOM).shift(direction)
    x, y = middle.x + shift.x, middle.y + shift.y
    return Placed(shape, x - shape.width / 2, y - shape.height / 2)


@dataclass(frozen=True, slots=True)
class PlacedDrawing:
    """A drawing with places; `width` and `height` hold everything, without a margin.

    `shown_at` is how large a pixel of it is shown, where the picture is made for a place.

    A group has an area wherever some of its members stand together; `members` are those.
    """

    drawing: Drawing
    direction: Direction
    width: float
    height: float
    nodes: tuple[Placed, ...]
    arrows: tuple[PlacedArrow, ...]
    groups: tuple[PlacedGroup, ...] = ()
    shown_at: float = 1.0
