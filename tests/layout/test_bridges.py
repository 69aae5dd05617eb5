"""Lines of one colour that cross lead over each other; so none seems to join another."""

import pytest

from argmap.drawing.shapes import Arrow, ArrowKind, Role
from argmap.layout.bridges import RADIUS, bridged
from argmap.layout.clock import Clock
from argmap.layout.engine import Limits
from argmap.layout.placed import Direction, PlacedArrow, Point

LEVEL = ((0.0, 50.0), (200.0, 50.0))
UPRIGHT = ((100.0, 0.0), (100.0, 100.0))


def line(*ends: tuple[float, float], name: str = "a", role: Role = Role.SUPPORT) -> PlacedArrow:
    start, end = (Point(*one) for one in ends)
    arrow = Arrow(name, f"{name} head", ArrowKind.SUPPORT, role)
    return PlacedArrow(arrow, (start, start, end, end))


def bend(name: str = "b", role: Role = Role.SUPPORT, height: float = 60.0) -> PlacedArrow:
    start, end = Point(60.0, 20.0), Point(140.0, 20.0 + height)
    arrow = Arrow(name, f"{name} head", ArrowKind.SUPPORT, role)
    return PlacedArrow(arrow, (start, Point(100.0, start.y), Point(100.0, end.y), end))


def with_bridges(*arrows: PlacedArrow, direction: Direction = Direction.RIGHT) -> list[PlacedArrow]:
    return bridged(arrows, direction=direction, clock=Clock(Limits()))


def heights(arrow: PlacedArrow) -> set[float]:
    return {round(point.y, 1) for point in arrow.curve}


def test_a_level_line_leads_over_an_upright_one_of_its_colour() -> None:
    level, upright = with_bridges(line(*LEVEL), line(*UPRIGHT, name="b"))
    assert upright == line(*UPRIGHT, name="b")
    assert level.curve[0] == Point(*LEVEL[0])
    assert level.curve[-1] == Point(*LEVEL[1])
    assert len(level.curve) % 3 == 1
    assert min(heights(level)) == 50.0 - RADIUS
    xs = [point.x for point in level.curve]
    assert xs == sorted(xs)
    assert {100.0 - RADIUS, 100.0, 100.0 + RADIUS} <= set(xs)


def test_lines_of_two_colours_need_no_bridge() -> None:
    lines = (line(*LEVEL), line(*UPRIGHT, name="b", role=Role.ATTACK))
    assert tuple(with_bridges(*lines)) == lines


@pytest.mark.parametrize(
    "upright",
    [
        ((100.0, 50.0), (100.0, 100.0)),
        ((100.0, 0.0), (100.0, 50.0)),
        ((200.0, 0.0), (200.0, 100.0)),
        ((300.0, 0.0), (300.0, 100.0)),
        ((2.0, 0.0), (2.0, 100.0)),
    ],
)
def test_lines_that_join_or_miss_each_other_have_none(
    upright: tuple[tuple[float, float], tuple[float, float]],
) -> None:
    """At a joint, past an end, and too near to an end for a bridge."""
    lines = (line(*LEVEL), line(*upright, name="b"))
    assert tuple(with_bridges(*lines)) == lines


def test_bridges_that_would_touch_are_one() -> None:
    near = ((105.0, 0.0), (105.0, 100.0))
    level, *_ = with_bridges(line(*LEVEL), line(*UPRIGHT, name="b"), line(*near, name="c"))
    assert {100.0, 105.0} <= {point.x for point in level.curve if point.y == 50.0 - RADIUS}
    feet = [point.x for point in level.curve if point.y == 50.0 and 0 < point.x < 200]
    assert {min(feet), max(feet)} == {100.0 - RADIUS, 105.0 + RADIUS}


def test_a_straight_line_leads_over_a_bend() -> None:
    level, curved = with_bridges(line(*LEVEL), bend())
    assert min(heights(level)) == 50.0 - RADIUS
    assert curved == bend()
    upright, _ = with_bridges(line(*UPRIGHT), bend())
    assert min(point.x for point in upright.curve) == pytest.approx(100.0 - RADIUS)
    ends = [point.y for point in upright.curve if point.x == 100.0 and 0 < point.y < 100]
    assert (min(ends), max(ends)) == pytest.approx((50.0 - RADIUS, 50.0 + RADIUS), abs=0.1)


@pytest.mark.parametrize("direction", Direction)
def test_every_direction_has_them(direction: Direction) -> None:
    lines = (line(*LEVEL), line(*UPRIGHT, name="b"))
    changed = with_bridges(*lines, direction=direction)
    assert sum(one != other for one, other in zip(changed, lines, strict=True)) == 1
