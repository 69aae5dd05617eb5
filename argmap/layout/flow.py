"""The frame of the flow: the same for every direction of a drawing.

`x` of a point is how far it lies along the flow, which grows from a thesis outwards; `y` is how
far across, from the first argument to the last.
"""

from collections.abc import Container, Mapping
from operator import itemgetter
from typing import NamedTuple

from argmap.drawing.shapes import Box, Pill
from argmap.layout.placed import Direction, Placed, Point

SAME_RANK = 0.5


class Frame(NamedTuple):
    """A node in the flow: where it begins and ends, along and across."""

    near: float
    far: float
    first: float
    last: float

    @property
    def middle(self) -> float:
        """Return its middle across the flow."""
        return (self.first + self.last) / 2

    @property
    def centre(self) -> float:
        """Return its middle along the flow."""
        return (self.near + self.far) / 2


class Rank(NamedTuple):
    """The nodes at one distance from the thesis, in order across the flow."""

    near: float
    far: float
    frames: tuple[Frame, ...]

    @property
    def centre(self) -> float:
        """Return its middle along the flow."""
        return (self.near + self.far) / 2


def ranks_of(frames: Mapping[str, Frame]) -> dict[str, int]:
    """Return the number of the rank of each node, from the thesis outwards; its middle tells."""
    return _numbered({name: frame.centre for name, frame in frames.items()})


def aligned_ranks_of(frames: Mapping[str, Frame], pills: Container[str]) -> dict[str, int]:
    """Return the same where the boxes of a rank begin on one line; pills stand in its middle."""
    return _numbered(
        {name: frame.centre if name in pills else frame.near for name, frame in frames.items()}
    )


def _numbered(places: Mapping[str, float]) -> dict[str, int]:
    rank_of: dict[str, int] = {}
    number, before = -1, float("-inf")
    for name, place in sorted(places.items(), key=itemgetter(1)):
        if place - before >= SAME_RANK:
            number += 1
        rank_of[name] = number
        before = place
    return rank_of


def in_ranks(frames: Mapping[str, Frame], rank_of: Mapping[str, int]) -> list[Rank]:
    """Return the ranks of nodes whose numbers are known, from the thesis outwards."""
    groups: list[list[Frame]] = [[] for _ in range(max(rank_of.values(), default=-1) + 1)]
    for name, frame in frames.items():
        groups[rank_of[name]].append(frame)
    return [
        Rank(
            min(one.near for one in group),
            max(one.far for one in group),
            tuple(sorted(group, key=lambda frame: frame.first)),
        )
        for group in groups
    ]


def into_flow(point: Point, direction: Direction) -> Point:
    """Return a point of the picture as a point of the flow."""
    if direction is Direction.RIGHT:
        return point
    if direction is Direction.LEFT:
        return Point(-point.x, point.y)
    return Point(point.y if direction is Direction.DOWN else -point.y, point.x)


def out_of_flow(point: Point, direction: Direction) -> Point:
    """Return a point of the flow as a point of the picture."""
    if direction is Direction.RIGHT:
        return point
    if direction is Direction.LEFT:
        return Point(-point.x, point.y)
    return Point(point.y, point.x if direction is Direction.DOWN else -point.x)


def frame_of(node: Placed, direction: Direction) -> Frame:
    """Return where a node lies in the flow."""
    left, right, top, bottom = node.x, node.right, node.y, node.bottom
    if direction is Direction.RIGHT:
        return Frame(left, right, top, bottom)
    if direction is Direction.LEFT:
        return Frame(-right, -left, top, bottom)
    if direction is Direction.DOWN:
        return Frame(top, bottom, left, right)
    return Frame(-bottom, -top, left, right)


def sizes_in_flow(shape: Box | Pill, direction: Direction) -> tuple[float, float]:
    """Return how long a node is along the flow and across it."""
    if direction in (Direction.DOWN, Direction.UP):
        return shape.height, shape.width
    return shape.width, shape.height
