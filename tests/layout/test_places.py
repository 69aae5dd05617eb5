import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argmap.drawing.builder import build
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import Role
from argmap.errors import LayoutLimitError
from argmap.layout import embedded
from argmap.layout.clock import Clock
from argmap.layout.engine import Limits
from argmap.layout.from_engine import placed_as_tree
from argmap.layout.placed import IN_RANKS, Direction, PlacedDrawing
from argmap.layout.placing import needs_engine, place
from argmap.layout.tidy import extent, least_extent
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import load, loads
from argmap.view import whole_view
from tests.bench.random_argument import random_argument
from tests.examples import examples
from tests.geometry import crossings, loose_ends, overflows, overlaps
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
FLAGSHIP = Path(__file__).parents[2] / "maps" / "western-friendly-autocracy.yaml"
WORDS = ("a", "the", "of", "lamp", "river", "argues", "constitution", "Widerspruchsfreiheit")


def placed(a_map: ArgumentMap, direction: Direction | None = None) -> PlacedDrawing:
    drawing = build(whole_view(a_map), options=DrawingOptions())
    return place(
        drawing, direction=direction, run=lambda dot: embedded.run(dot, limits=Limits(seconds=60))
    )


def assert_sound(picture: PlacedDrawing) -> None:
    assert overlaps(picture) == []
    assert overflows(picture) == []
    assert crossings(picture) == []
    assert loose_ends(picture) == []


def random_map(seed: int) -> ArgumentMap:
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
    arguments: list[Argument] = []
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


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_is_smaller_than_is_reckoned(seed: int) -> None:
    drawing = build(whole_view(random_map(seed)), options=DrawingOptions())
    clock = Clock(Limits())
    for direction in (Direction.DOWN, Direction.RIGHT):
        least = least_extent(drawing, direction=direction)
        found = extent(drawing, direction=direction, clock=clock)
        along = direction is Direction.DOWN
        assert found[along] == pytest.approx(least[along])
        assert found[not along] > least[not along] - 0.001


@pytest.mark.parametrize("direction", IN_RANKS)
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_nothing_overlaps_in_the_example_maps(file: Path, direction: Direction) -> None:
    assert_sound(placed(load(file), direction))


@pytest.mark.parametrize("seed", range(200))
def test_nothing_overlaps_in_random_maps(seed: int) -> None:
    a_map = random_map(seed)
    assert_sound(placed(a_map, IN_RANKS[seed % 4]))


@pytest.mark.parametrize("seed", range(60))
def test_nothing_overlaps_in_tidy_trees(seed: int) -> None:
    drawing = build(whole_view(random_map(seed)), options=DrawingOptions())
    assert_sound(placed_as_tree(drawing, direction=IN_RANKS[seed % 4]))


@pytest.mark.slow
def test_nothing_overlaps_in_a_map_of_ten_thousand_claims() -> None:
    a_map = random_argument(10_000, cross_links=0.02)
    assert_sound(placed(a_map))


def test_the_time_limit_holds_for_maps_that_no_engine_lays_out() -> None:
    drawing = build(whole_view(random_argument(3000)), options=DrawingOptions())
    with pytest.raises(LayoutLimitError, match=r"took longer than 0\.01 s; .*--time-limit"):
        place(drawing, direction=None, run=pytest.fail, limits=Limits(seconds=0.01))


@examples(60)
@given(argument_maps())
def test_nothing_overlaps_in_tidy_trees_of_any_shape(a_map: ArgumentMap) -> None:
    drawing = build(whole_view(a_map), options=DrawingOptions())
    assert_sound(placed_as_tree(drawing, direction=Direction.DOWN))


@pytest.mark.slow
def test_a_chain_of_ten_thousand_claims_is_placed() -> None:
    claims = [Claim(f"c{n}", "C.") for n in range(10_000)]
    arguments = [Argument(f"a{n}", (f"c{n}",), f"c{n - 1}") for n in range(1, 10_000)]
    picture = placed(ArgumentMap(tuple(claims), tuple(arguments), ("c0",)))
    assert len(picture.nodes) == 10_000


@examples(100)
@given(argument_maps())
def test_nothing_overlaps_in_maps_of_any_shape(a_map: ArgumentMap) -> None:
    assert_sound(placed(a_map))


def test_the_flagship_fits_a_page() -> None:
    picture = placed(load(FLAGSHIP))
    assert 0.5 <= picture.width / picture.height <= 2


def test_a_tree_needs_no_engine() -> None:
    trees = [random_argument(claims, cross_links=0, seed=claims) for claims in (1, 5, 40, 200)]
    for tree in (*trees, load(MAPS[0])):
        picture = placed_without_engine(tree)
        assert not overlaps(picture)
        assert not crossings(picture)


def placed_without_engine(a_map: ArgumentMap) -> PlacedDrawing:
    def run(dot: Any) -> None:
        raise AssertionError("the engine was asked")

    drawing = build(whole_view(a_map), options=DrawingOptions())
    return place(drawing, direction=None, run=run)


def test_what_bears_on_two_claims_or_contradicts_is_for_the_engine() -> None:
    for text in (
        "thesis: {text: A, premises: [{ref: c}], rebuttals: [{text: B, premises: [{ref: c}]}]}\n"
        "claims: [{id: c, text: C}]",
        "thesis: [{id: a, text: A, contradicts: [b]}, {id: b, text: B}]",
    ):
        drawing = build(whole_view(loads(f"argmap: 1\n{text}")), options=DrawingOptions())
        assert needs_engine(drawing)


def test_trees_and_single_claims_stand_side_by_side_without_gaps() -> None:
    """A claim on which nothing bears once stood half a picture away from its neighbour."""
    premises = "".join(f"\n    - {{text: Premise {n}., id: p{n}}}" for n in range(12))
    text = f"argmap: 1\nthesis:\n  - text: One.\n    arguments:{premises}\n  - Two.\n  - Three."
    picture = placed_without_engine(loads(text))
    one, two, three = (node for node in picture.nodes if node.shape.role is Role.THESIS)
    gaps = (two.x - one.right, three.x - two.right)
    if picture.direction in (Direction.RIGHT, Direction.LEFT):
        gaps = (two.y - one.bottom, three.y - two.bottom)
    assert all(0 < gap <= 20 for gap in gaps)


def test_the_engine_is_asked_once() -> None:
    sources = []
    drawing = build(whole_view(load(FLAGSHIP)), options=DrawingOptions())

    def run(dot: str) -> str:
        sources.append(dot)
        return embedded.run(dot, limits=Limits())

    place(drawing, direction=None, run=run)
    assert len(sources) == 1


def test_a_small_map_stands_upright_and_a_wide_one_lies_down() -> None:
    few = ArgumentMap((Claim("a", "A."), Claim("b", "B.")), (Argument("x", ("b",), "a"),), ("a",))
    assert placed(few).direction is Direction.DOWN
    premises = [Claim(f"p{n}", "One of many reasons.") for n in range(12)]
    arguments = [Argument(f"x{n}", (f"p{n}",), "a") for n in range(12)]
    many = ArgumentMap((Claim("a", "A."), *premises), tuple(arguments), ("a",))
    assert placed(many).direction is Direction.RIGHT


def test_siblings_keep_the_order_of_the_file() -> None:
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
def test_premises_lie_in_the_direction_asked_for(direction: str, axis: str, sign: int) -> None:
    a_map = ArgumentMap((Claim("t", "T."), Claim("p", "P.")), (Argument("x", ("p",), "t"),), ("t",))
    nodes = {n.shape.id: getattr(n, axis) for n in placed(a_map, Direction(direction)).nodes}
    assert sign * (nodes["p"] - nodes["t"]) > 0


def test_an_empty_map_has_an_empty_picture() -> None:
    picture = placed(ArgumentMap(()))
    assert (picture.nodes, picture.arrows) == ((), ())
