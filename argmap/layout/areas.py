"""The areas of groups: tinted rectangles around members that stand together anyway.

A group never moves its members away from what they bear on; so it has an area wherever some of
them stand together, each with the heading. Two areas become one where the rectangle around both
holds no stranger.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.drawing.shapes import Arrow, Box, Group, Pill
from argmap.drawing.sizes import LINE_HEIGHT
from argmap.layout.flow import Frame, aligned_ranks_of, frame_of
from argmap.layout.placed import NO_ROOM, Direction, Placed, PlacedGroup, Room
from argmap.layout.spacing import GROUP_MARGIN, HEADING_GAP

CELL = 400.0


class Rectangle(NamedTuple):
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: "Rectangle") -> "Rectangle":
        """Return the rectangle around both."""
        return Rectangle(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def meets(self, other: "Rectangle") -> bool:
        """Return whether they share some ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def areas(
    groups: Sequence[Group],
    nodes: Sequence[Placed],
    arrows: Iterable[Arrow],
    direction: Direction,
) -> tuple[PlacedGroup, ...]:
    """Return the areas of all groups, in the order of the groups; each node is in one at most."""
    if not groups:
        return ()
    pieces = _Pieces(groups, nodes)
    for one, other in (*((a.tail, a.head) for a in arrows), *_neighbours(nodes, direction)):
        pieces.join(one, other)
    return tuple(pieces.areas())


def rooms(
    found: Iterable[PlacedGroup], nodes: Sequence[Placed], direction: Direction
) -> Mapping[str, Room]:
    """Return the room that nodes at the edges of areas need beside them, by their ids.

    Where ranks are rows, all nodes of a row leave room for the headings above some of them, so
    that they stay on one line.
    """
    frames, rank_of = _in_flow(nodes, direction)
    lying = direction in (Direction.RIGHT, Direction.LEFT)
    needed: dict[str, Room] = {}
    headings: dict[int, float] = defaultdict(float)
    for area in found:
        heading = _heading_height(area.group)
        members = area.group.members
        first = min(frames[name].first for name in members)
        last = max(frames[name].last for name in members)
        before = GROUP_MARGIN + (heading if lying else 0.0)
        for name in members:
            needed[name] = Room(
                before=before if frames[name].first - first < before else 0.0,
                after=GROUP_MARGIN if last - frames[name].last < GROUP_MARGIN else 0.0,
            )
        if not lying:
            taken = sorted(rank_of[name] for name in members)
            rank = taken[0 if direction is Direction.DOWN else -1]
            headings[rank] = max(headings[rank], heading + GROUP_MARGIN)
    for name, rank in rank_of.items():
        if rank in headings:
            needed[name] = needed.get(name, NO_ROOM)._replace(above=headings[rank])
    return needed


class _Pieces:
    """The members of groups in pieces that grow together, and what else stands where."""

    def __init__(self, groups: Sequence[Group], nodes: Sequence[Placed]) -> None:
        self._groups = groups
        self._group_of = {name: number for number, one in enumerate(groups) for name in one.members}
        self._placed = {node.shape.id: node for node in nodes}
        self._frames = {node.shape.id: _frame(node) for node in nodes}
        self._home = {name: name for name in self._group_of}
        self._members = {name: [name] for name in self._group_of}
        self._whole = {name: self._frames[name] for name in self._group_of}
        self._grid: dict[tuple[int, int], list[str]] = defaultdict(list)
        for name, frame in self._frames.items():
            for cell in _cells(frame):
                self._grid[cell].append(name)

    def join(self, one: str, other: str) -> None:
        """Make one piece of those of two nodes, if they are of one group and no stranger is hit."""
        group = self._group_of.get(one)
        if group is None or group != self._group_of.get(other):
            return
        one, other = self._home[one], self._home[other]
        whole = self._whole[one].around(self._whole[other])
        if one == other or any(self._is_stranger(name, group, whole) for name in self._in(whole)):
            return
        for name in self._members[other]:
            self._home[name] = one
        self._members[one] += self._members.pop(other)
        self._whole[one] = whole

    def areas(self) -> Iterator[PlacedGroup]:
        """Yield the area of each piece that holds a box."""
        pieces: dict[int, list[str]] = defaultdict(list)
        for name in self._members:
            pieces[self._group_of[name]].append(name)
        for number, group in enumerate(self._groups):
            for name in pieces[number]:
                members = frozenset(self._members[name])
                if any(isinstance(self._placed[one].shape, Box) for one in members):
                    kept = tuple(one for one in group.members if one in members)
                    yield _area(group._replace(members=kept), self._whole[name])

    def _in(self, frame: Rectangle) -> Iterator[str]:
        for cell in _cells(frame):
            yield from self._grid[cell]

    def _is_stranger(self, name: str, group: int, frame: Rectangle) -> bool:
        return self._group_of.get(name) != group and frame.meets(self._frames[name])


def _neighbours(nodes: Sequence[Placed], direction: Direction) -> Iterator[tuple[str, str]]:
    """Yield the pairs of nodes that stand beside each other in a rank."""
    frames, rank_of = _in_flow(nodes, direction)
    ranks: dict[int, list[str]] = defaultdict(list)
    for name, rank in rank_of.items():
        ranks[rank].append(name)
    for members in ranks.values():
        yield from pairwise(sorted(members, key=lambda name: frames[name].first))


def _in_flow(
    nodes: Sequence[Placed], direction: Direction
) -> tuple[Mapping[str, Frame], Mapping[str, int]]:
    frames = {node.shape.id: frame_of(node, direction) for node in nodes}
    pills = {node.shape.id for node in nodes if isinstance(node.shape, Pill)}
    return frames, aligned_ranks_of(frames, pills)


def _area(group: Group, inside: Rectangle) -> PlacedGroup:
    left, right = inside.left - GROUP_MARGIN, inside.right + GROUP_MARGIN
    top, bottom = inside.top - GROUP_MARGIN - _heading_height(group), inside.bottom + GROUP_MARGIN
    return PlacedGroup(group, left, top, right - left, bottom - top)


def _heading_height(group: Group) -> float:
    return len(group.heading) * LINE_HEIGHT + HEADING_GAP


def _frame(node: Placed) -> Rectangle:
    return Rectangle(node.x, node.y, node.right, node.bottom)


def _cells(frame: Rectangle) -> Iterator[tuple[int, int]]:
    for column in range(int(frame.left // CELL), int(frame.right // CELL) + 1):
        for row in range(int(frame.top // CELL), int(frame.bottom // CELL) + 1):
            yield column, row
