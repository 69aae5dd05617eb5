"""How lines run between the places of a drawing: calm, and each to be told from the others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from argmap.drawing.builder import build
from argmap.drawing.options import DrawingOptions
from argmap.layout import embedded
from argmap.layout.bends import Bend, bent, missing_room, tracks
from argmap.layout.engine import Limits
from argmap.layout.from_engine import placed_as_tree
from argmap.layout.placed import Direction, PlacedDrawing, Point
from argmap.layout.placing import place
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.view import whole_view
from tests.bench.layout import crossings_of_lines
from tests.bench.random_argument import random_argument
from tests.geometry import crossings


def fan(number: int, polarity: Callable[..., Any] = lambda n: Polarity.SUPPORT) -> ArgumentMap:
    premises = [Claim(f"p{n}", f"Reason {n}.") for n in range(number)]
    arguments = [Argument(f"x{n}", (f"p{n}",), "t", polarity(n)) for n in range(number)]
    return ArgumentMap((Claim("t", "Thesis."), *premises), tuple(arguments), ("t",))


def placed(a_map: ArgumentMap, direction: Direction = Direction.RIGHT) -> PlacedDrawing:
    drawing = build(whole_view(a_map), options=DrawingOptions())
    return place(drawing, direction=direction, run=lambda dot: embedded.run(dot, limits=Limits()))


def ends(picture: PlacedDrawing) -> set[Point]:
    return {arrow.curve[-1] for arrow in picture.arrows}


def test_a_few_lines_to_one_claim_have_a_head_each() -> None:
    assert len(ends(placed(fan(4)))) == 4


def test_many_lines_to_one_claim_share_a_head_for_each_kind() -> None:
    attack_each_third = placed(fan(60, lambda n: Polarity.SUPPORT if n % 3 else Polarity.ATTACK))
    assert len(ends(attack_each_third)) == 2
    by_kind = {arrow.arrow.kind: arrow.curve[-1] for arrow in attack_each_third.arrows}
    assert ends(attack_each_third) == set(by_kind.values())
    assert crossings(attack_each_third) == []


def test_a_claim_with_many_premises_stays_small() -> None:
    boxes = {one: build(whole_view(fan(one)), options=DrawingOptions()).boxes for one in (8, 60)}
    assert boxes[8][0].height == boxes[60][0].height < 100


def test_lines_without_effect_have_a_head_of_their_own() -> None:
    drawing = build(whole_view(fan(12)), options=DrawingOptions())
    arrows = tuple(one._replace(fails=n < 3) for n, one in enumerate(drawing.arrows))
    picture = placed_as_tree(replace(drawing, arrows=arrows), direction=Direction.RIGHT)
    heads = {(arrow.arrow.fails, arrow.curve[-1]) for arrow in picture.arrows}
    assert len(heads) == len(ends(picture)) == 2


def linked_and_single() -> ArgumentMap:
    claims = tuple(Claim(name, f"{name}.") for name in ("t", "a", "b", "c", "d"))
    arguments = (
        Argument("x", ("a", "b"), "t"),
        Argument("y", ("c",), "t"),
        Argument("z", ("d",), "c"),
    )
    return ArgumentMap(claims, arguments, ("t",))


def test_what_bears_on_a_claim_stands_side_by_side_with_or_without_a_pill() -> None:
    drawing = build(whole_view(linked_and_single()), options=DrawingOptions())
    for picture in (
        placed(linked_and_single()),
        placed_as_tree(drawing, direction=Direction.RIGHT),
    ):
        x = {node.shape.id: node.x for node in picture.nodes}
        assert x["a"] == x["b"] == x["c"] < x["d"]
        assert x["t"] < x["x"] < x["a"]


def bend(start: int, end: int, gap: int = 0) -> Bend:
    return Bend(gap, Point(0, start), Point(26, end))


def test_bends_to_one_point_share_their_upright() -> None:
    found = tracks([bend(10, 100), bend(10, 200), bend(10, -50)])
    assert list(found.values()) == [13]


def test_bends_that_would_lie_on_each_other_stand_apart() -> None:
    found = tracks([bend(0, 100), bend(50, 150)])
    assert abs(found[0, 0] - found[0, 50]) >= 5
    # The later one turns first, so that the earlier one does not cross it.
    assert found[0, 50] < found[0, 0]


def test_bends_apart_from_each_other_keep_to_the_middle() -> None:
    found = tracks([bend(0, 100), bend(200, 300), bend(0, 300, gap=1)])
    assert set(found.values()) == {13}


def test_a_gap_with_room_for_its_lines_stays_as_it_is() -> None:
    assert missing_room([bend(0, 100), bend(50, 150), bend(200, 300, gap=1)]) == {}


def test_a_gap_grows_with_the_lines_beside_each_other() -> None:
    crowd = [bend(start, 100 + start) for start in range(0, 90, 10)]
    assert missing_room(crowd) == {0: 2 * 4 + 8 * 5 - 26}


def test_ranks_move_apart_where_many_lines_pass() -> None:
    number = 12
    claims = [Claim(f"t{n}", f"T{n}.") for n in range(number)]
    claims += [Claim(f"p{n}", f"P{n}.") for n in range(number)]
    straight = [Argument(f"x{n}", (f"p{n}",), f"t{n}") for n in range(number)]
    crossed = [
        Argument(f"x{n}-{m}", (f"p{n}",), f"t{m}") for n in range(number) for m in range(number)
    ]
    theses = tuple(claim.id for claim in claims[:number])
    widths = [
        placed(ArgumentMap(tuple(claims), tuple(arguments), theses)).width
        for arguments in (straight, crossed)
    ]
    assert widths[0] < widths[1]


def test_a_bend_stays_in_its_gap_and_has_no_sharp_corner() -> None:
    turn, back = bent(bend(0, 400), 13)
    assert all(0 <= point.x <= 26 for point in (*turn, *back))
    start, first_handle, second_handle, end = turn
    assert start.y == first_handle.y == 0
    assert second_handle.x == end.x == back[0].x == 13
    assert end.y >= 12
    assert back[-1].y == 400


def test_boxes_of_a_rank_begin_on_one_line() -> None:
    words = ("Short.", "Long enough for three lines of a box, or even more of them, that is. " * 2)
    claims = [Claim("t", "Thesis."), *(Claim(f"p{n}", words[n % 2]) for n in range(4))]
    arguments = tuple(Argument(f"x{n}", (f"p{n}",), "t") for n in range(4))
    a_map = ArgumentMap(tuple(claims), arguments, ("t",))
    for direction in (Direction.DOWN, Direction.UP):
        for picture in (
            placed(a_map, direction),
            placed_as_tree(build(whole_view(a_map), options=DrawingOptions()), direction=direction),
        ):
            premises = [node for node in picture.nodes if node.shape.id != "t"]
            assert len({node.shape.height for node in premises}) == 2
            edges = {node.y if direction is Direction.DOWN else node.bottom for node in premises}
            assert len(edges) == 1
            assert crossings(picture) == []


@pytest.mark.parametrize("seed", range(8))
def test_lines_of_a_tree_do_not_cross(seed: int) -> None:
    a_map = random_argument(150, cross_links=0, seed=seed)
    assert crossings_of_lines(placed(a_map).arrows) == 0


def test_lines_that_lead_on_beyond_one_another_keep_apart_and_do_not_cross() -> None:
    # Each reaches beyond the start of the next, so that the first one turns last.
    bends = [
        Bend(0, Point(0.0, 100.0 * n), Point(100.0, 100.0 * n + far))
        for n in range(6)
        for far in (120.0, 150.0)
    ]
    places = tracks(bends)
    turns = [places[0, 100.0 * n] for n in range(6)]
    assert turns == sorted(turns, reverse=True)
    assert len(set(turns)) == 6


def test_more_lines_than_have_tracks_are_laid_down_all_the_same() -> None:
    bends = [Bend(0, Point(0.0, 10.0 * n), Point(100.0, 10.0 * n + 500.0)) for n in range(60)]
    places = tracks(bends)
    assert len(places) == 60
    assert all(0.0 <= place <= 100.0 for place in places.values())
