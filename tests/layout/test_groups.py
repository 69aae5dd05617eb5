"""Groups frame what stands together; they move nothing."""

import functools
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.drawing.builder import build
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Drawing
from argmap.layout import embedded
from argmap.layout.engine import Limits
from argmap.layout.placed import IN_RANKS, Direction, PlacedDrawing
from argmap.layout.placing import place
from argmap.layout.spacing import GROUP_MARGIN
from argmap.model import ArgumentMap
from argmap.pipeline import loads
from argmap.view import whole_view
from tests.bench.layout import crossings_of_lines
from tests.bench.random_argument import in_groups, random_argument
from tests.geometry import overlaps


def drawing_of(a_map: ArgumentMap) -> Drawing:
    return build(whole_view(a_map), options=DrawingOptions())


def placed(drawing: Drawing, direction: Direction) -> PlacedDrawing:
    return place(drawing, direction=direction, run=functools.partial(embedded.run, limits=Limits()))


def order(picture: PlacedDrawing) -> list[list[str]]:
    """The boxes of each rank, in order."""
    lying = picture.direction in (Direction.RIGHT, Direction.LEFT)
    ranks: dict[float, list[tuple[float, str]]] = {}
    for node in picture.nodes:
        along, across = (node.x, node.y) if lying else (node.y, node.x)
        if picture.direction is Direction.LEFT:
            along = -node.right
        if picture.direction is Direction.UP:
            along = -node.bottom
        if node.shape in picture.drawing.boxes:
            ranks.setdefault(round(along), []).append((across, node.shape.id))
    return [[name for _, name in sorted(rank)] for _, rank in sorted(ranks.items())]


@pytest.mark.parametrize("direction", IN_RANKS)
@pytest.mark.parametrize(("claims", "links"), [(20, 0.0), (40, 0.05)])
def test_groups_leave_the_order_as_it_is_and_cross_no_more_lines(
    direction: Direction, claims: int, links: float
) -> None:
    drawing = drawing_of(
        in_groups(random_argument(claims, cross_links=links, seed=claims), seed=claims)
    )
    with_groups = placed(drawing, direction)
    without = placed(replace(drawing, groups=()), direction)
    assert with_groups.drawing is drawing
    assert order(with_groups) == order(without)
    more = crossings_of_lines(with_groups.arrows) - crossings_of_lines(without.arrows)
    assert more <= 2
    assert not overlaps(with_groups)


@pytest.mark.parametrize("direction", IN_RANKS)
@pytest.mark.parametrize("seed", range(4))
def test_every_member_is_framed_once_and_no_stranger_is(direction: Direction, seed: int) -> None:
    drawing = drawing_of(in_groups(random_argument(30, cross_links=0.03, seed=seed), seed=seed))
    picture = placed(drawing, direction)
    framed = Counter(name for area in picture.groups for name in area.group.members)
    assert set(framed.values()) == {1}
    assert {box.id for box in drawing.boxes if box.group} <= set(framed)
    group_of = {box.id: box.group for box in drawing.boxes}
    for area in picture.groups:
        members = [node for node in picture.nodes if node.shape.id in area.group.members]
        assert {group_of.get(node.shape.id, area.group.name) for node in members} == {
            area.group.name
        }
        left, right = min(n.x for n in members), max(n.right for n in members)
        top, bottom = min(n.y for n in members), max(n.bottom for n in members)
        assert area.x <= left - GROUP_MARGIN + 0.1
        assert area.y + area.height >= bottom + GROUP_MARGIN - 0.1
        for node in picture.nodes:
            if node not in members:
                inside = (
                    node.x < right and left < node.right and node.y < bottom and top < node.bottom
                )
                assert not inside, node.shape.id


def test_members_apart_have_a_frame_each() -> None:
    premises = "\n    ".join(
        f"- {{text: Premise {number}., group: {group}}}"
        for number, group in enumerate(("Law", "Law", "Economy", "Law"))
    )
    a_map = loads(f"argmap: 1\nthesis:\n  text: One.\n  arguments:\n    {premises}")
    picture = placed(drawing_of(a_map), Direction.RIGHT)
    assert [(one.group.name, len(one.group.members)) for one in picture.groups] == [
        ("Law", 2),
        ("Law", 1),
        ("Economy", 1),
    ]
    frames = sorted((area.y, area.y + area.height) for area in picture.groups)
    assert all(bottom <= top for (_, bottom), (top, _) in pairwise(frames)), frames
