import functools
import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.drawing.builder import DrawingOptions, build
from argmap.drawing.sizes import TEXT_SIZE
from argmap.errors import LayoutLimitError
from argmap.layout import embedded
from argmap.layout.dot_source import layout_source
from argmap.layout.engine import Limits
from argmap.layout.place import place
from argmap.layout.placement import placed_as_tree, placed_by_engine
from argmap.layout.places import Direction
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import draw, load
from argmap.view import whole_view
from tests.bench.random_argument import random_argument
from tests.geometry import crossings, loose_ends, overflows, overlaps
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
FLAGSHIP = Path(__file__).parents[2] / "maps" / "western-friendly-autocracy.yaml"
WORDS = ("a", "the", "of", "lamp", "river", "argues", "constitution", "Widerspruchsfreiheit")


def placed(a_map, direction=None):
    drawing = build(whole_view(a_map), options=DrawingOptions())
    return place(
        drawing, direction=direction, run=lambda dot: embedded.run(dot, limits=Limits(seconds=60))
    )


def assert_sound(picture):
    assert overlaps(picture) == []
    assert overflows(picture) == []
    assert crossings(picture) == []
    assert loose_ends(picture) == []


def random_map(seed):
    """A map of up to 60 claims: mostly a tree, with links across, undercuts and contradictions."""
    chance = random.Random(seed)
    number = chance.randint(2, 60)
    claims = [
        Claim(
            f"c{one}",
            " ".join(chance.choices(WORDS, k=chance.randint(1, 30))),
            label=chance.choice([None, "A headline"]),
            contradicts=(f"c{chance.randrange(number)}",) if chance.random() < 0.05 else (),
        )
        for one in range(number)
    ]
    arguments = []
    for one in range(1, number):
        targets = [f"c{chance.randrange(one)}"]
        if arguments and chance.random() < 0.3:
            targets.append(chance.choice(arguments).id)
        premises = {f"c{one}"}
        if chance.random() < 0.3:
            premises.add(f"c{chance.randrange(number)}")
        arguments.append(
            Argument(
                f"a{one}",
                tuple(sorted(premises)),
                chance.choice(targets),
                chance.choice([Polarity.SUPPORT, Polarity.SUPPORT, Polarity.ATTACK]),
                scheme=chance.choice([None, None, "sign"]),
            )
        )
    return ArgumentMap(tuple(claims), tuple(arguments), ("c0",))


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_nothing_overlaps_in_the_example_maps(file, direction):
    assert_sound(placed(load(file), direction))


@pytest.mark.parametrize("seed", range(200))
def test_nothing_overlaps_in_random_maps(seed):
    a_map = random_map(seed)
    assert_sound(placed(a_map, list(Direction)[seed % 4]))


@pytest.mark.parametrize("seed", range(60))
def test_nothing_overlaps_in_tidy_trees(seed):
    drawing = build(whole_view(random_map(seed)), options=DrawingOptions())
    assert_sound(placed_as_tree(drawing, direction=list(Direction)[seed % 4]))


def test_nothing_overlaps_in_a_map_of_ten_thousand_claims():
    a_map = random_argument(10_000, cross_links=0.02)
    assert_sound(placed(a_map))


def test_the_time_limit_holds_for_maps_that_no_engine_lays_out():
    drawing = build(whole_view(random_argument(3000)), options=DrawingOptions())
    with pytest.raises(LayoutLimitError, match=r"took longer than 0\.01 s; .*--time-limit"):
        place(drawing, direction=None, run=pytest.fail, limits=Limits(seconds=0.01))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_nothing_overlaps_in_tidy_trees_of_any_shape(a_map):
    drawing = build(whole_view(a_map), options=DrawingOptions())
    assert_sound(placed_as_tree(drawing, direction=Direction.DOWN))


def test_a_chain_of_ten_thousand_claims_is_placed():
    claims = [Claim(f"c{n}", "C.") for n in range(10_000)]
    arguments = [Argument(f"a{n}", (f"c{n}",), f"c{n - 1}") for n in range(1, 10_000)]
    picture = placed(ArgumentMap(tuple(claims), tuple(arguments), ("c0",)))
    assert len(picture.nodes) == 10_000


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_nothing_overlaps_in_maps_of_any_shape(a_map):
    assert_sound(placed(a_map))


def test_the_flagship_fits_a_page():
    picture = placed(load(FLAGSHIP))
    assert 0.5 <= picture.width / picture.height <= 2


def test_the_flagship_can_be_read_on_an_a3_page():
    svg = draw(load(FLAGSHIP), format="svg").decode()
    (box,) = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    width, height = map(float, box)
    # A3 lying, with margins of a centimetre, at 96 pixels an inch and 0.75 points a pixel.
    scale = min(400 / width, 277 / height) * 96 / 25.4
    assert TEXT_SIZE * scale * 0.75 > 5


@pytest.mark.parametrize("direction", Direction)
def test_a_picture_too_large_for_a_page_is_packed(direction):
    drawing = build(whole_view(load(FLAGSHIP)), options=DrawingOptions())
    run = functools.partial(embedded.run, limits=Limits())
    loose = placed_by_engine(
        drawing, run(layout_source(drawing, direction=direction)), direction=direction
    )
    packed = place(drawing, direction=direction, run=run)
    across = "height" if direction in (Direction.RIGHT, Direction.LEFT) else "width"
    assert getattr(packed, across) < 0.9 * getattr(loose, across)


def test_a_picture_that_fits_a_page_is_laid_out_once():
    sources = []
    drawing = build(whole_view(load(MAPS[0])), options=DrawingOptions())

    def run(dot):
        sources.append(dot)
        return embedded.run(dot, limits=Limits())

    place(drawing, direction=Direction.RIGHT, run=run)
    assert len(sources) == 1


def test_a_small_map_stands_upright_and_a_wide_one_lies_down():
    few = ArgumentMap((Claim("a", "A."), Claim("b", "B.")), (Argument("x", ("b",), "a"),), ("a",))
    assert placed(few).direction is Direction.DOWN
    premises = [Claim(f"p{n}", "One of many reasons.") for n in range(12)]
    arguments = [Argument(f"x{n}", (f"p{n}",), "a") for n in range(12)]
    many = ArgumentMap((Claim("a", "A."), *premises), tuple(arguments), ("a",))
    assert placed(many).direction is Direction.RIGHT


def test_siblings_keep_the_order_of_the_file():
    premises = [Claim(f"p{n}", f"Reason {n}.") for n in range(5)]
    arguments = [Argument(f"x{n}", (f"p{n}",), "t") for n in range(5)]
    a_map = ArgumentMap((Claim("t", "T."), *premises), tuple(arguments), ("t",))
    across = {Direction.DOWN: "x", Direction.UP: "x", Direction.RIGHT: "y", Direction.LEFT: "y"}
    for direction, axis in across.items():
        nodes = {node.shape.id: getattr(node, axis) for node in placed(a_map, direction).nodes}
        assert sorted(nodes[f"p{n}"] for n in range(5)) == [nodes[f"p{n}"] for n in range(5)]


@pytest.mark.parametrize(
    ("direction", "axis", "sign"),
    [("down", "y", 1), ("up", "y", -1), ("right", "x", 1), ("left", "x", -1)],
)
def test_premises_lie_in_the_direction_asked_for(direction, axis, sign):
    a_map = ArgumentMap((Claim("t", "T."), Claim("p", "P.")), (Argument("x", ("p",), "t"),), ("t",))
    nodes = {n.shape.id: getattr(n, axis) for n in placed(a_map, Direction(direction)).nodes}
    assert sign * (nodes["p"] - nodes["t"]) > 0


def test_an_empty_map_has_an_empty_picture():
    picture = placed(ArgumentMap(()))
    assert (picture.nodes, picture.arrows) == ((), ())
