"""Curves of the layout as corners: where they go, and where those end that join another line."""

import math
from itertools import pairwise
from pathlib import Path

import pytest

from argmap import pipeline
from argmap.layout.placed import Point
from argmap.pipeline import load
from argmap.planning import RenderOptions
from argmap.render.scene.courses import courses
from argmap.render.scene.staging import scene_of
from argmap.render.scene.things import Line, Paint, Scene

MAPS = sorted((Path(__file__).parents[3] / "maps").glob("*.yaml"))


def line(*points: tuple[float, float], joins: bool = False) -> Line:
    return Line(tuple(Point(*point) for point in points), Paint(), 6.5, head="a", joins=joins)


def corners(one: Line, *others: Line) -> list[tuple[float, float]]:
    return [(point.x, point.y) for point in courses((one, *others))[0].points]


def scene(file: Path, direction: str) -> Scene:
    return scene_of(pipeline.picture(load(file), options=RenderOptions(direction=direction)))


def test_a_round_corner_is_a_corner() -> None:
    curve = line((0, 0), (0, 0), (10, 0), (10, 0), (14, 0), (18, 4), (18, 8), (18, 8), (18, 20),
                 (18, 20))  # fmt: skip
    assert corners(curve) == [(0, 0), (18, 0), (18, 20)]


def test_what_swings_has_two_corners() -> None:
    assert corners(line((0, 0), (10, 0), (10, 20), (20, 20))) == [
        (0, 0),
        (10, 0),
        (10, 20),
        (20, 20),
    ]


def test_what_leads_out_and_back_goes_as_far_as_the_curve() -> None:
    assert corners(line((0, 0), (40, 0), (40, 20), (0, 20))) == [(0, 0), (30, 0), (30, 20), (0, 20)]


def test_a_slanted_curve_is_a_bow_through_its_own_places() -> None:
    (found,) = courses([line((0, 0), (5, 20), (30, 20), (60, 50))])
    assert found.bow
    assert len(found.points) == 4
    assert (found.points[0], found.points[-1]) == (Point(0, 0), Point(60, 50))


def test_a_line_that_joins_another_goes_on_to_their_head() -> None:
    host = line((0, 0), (0, 0), (0, 50), (0, 50), (0, 50), (40, 50), (40, 50))
    joining = line((-20, 30), (-20, 30), (0, 30), (0, 30), joins=True)
    assert corners(joining, host) == [(-20, 30), (0, 30), (0, 50), (40, 50)]


@pytest.mark.parametrize("direction", ["down", "right", "column"])
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_every_line_begins_and_ends_at_its_shapes(file: Path, direction: str) -> None:
    shown = scene(file, direction)
    panels = {panel.name: panel for panel in shown.panels}
    for one, way in zip(shown.lines, courses(shown.lines), strict=True):
        points = way.points
        assert all(math.dist(*pair) > 0 for pair in pairwise(points))
        for name, point in ((one.tail, points[0]), (one.head, points[-1])):
            if name:
                panel = panels[name]
                beside = max(panel.x - point.x, point.x - panel.x - panel.width)
                above = max(panel.y - point.y, point.y - panel.bottom)
                assert max(beside, above) == pytest.approx(0, abs=1)
