import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing import sizes
from argmap.drawing.builder import build
from argmap.drawing.measure import text_width
from argmap.drawing.options import DrawingOptions
from argmap.drawing.shapes import ArrowKind, Box, Manner, Mention, Pill
from argmap.evaluation.grounded.labelling import evaluate
from argmap.layout.column import placed_as_column
from argmap.layout.placed import Placed, PlacedDrawing
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from argmap.values import WIDEST
from argmap.view import whole_view
from tests.bench.random_argument import random_argument
from tests.examples import examples
from tests.geometry import crossings, overlaps
from tests.layout.test_places import random_map
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
FLAGSHIP = next(file for file in MAPS if file.stem.startswith("western"))
TOUCHING = 0.6


def column(a_map: ArgumentMap, width: float = 760.0) -> PlacedDrawing:
    options = DrawingOptions(column=True, width=width)
    drawing = build(whole_view(a_map), options=options, evaluation=evaluate(a_map))
    return placed_as_column(drawing)


def chain(length: int) -> ArgumentMap:
    claims = [Claim(f"c{n}", "The reason before this one holds.") for n in range(length)]
    arguments = [Argument(f"a{n}", (f"c{n}",), f"c{n - 1}") for n in range(1, length)]
    return ArgumentMap(tuple(claims), tuple(arguments), ("c0",))


Shape = TypeVar("Shape", Box, Mention, Pill)


def shapes(picture: PlacedDrawing, kind: type[Shape]) -> list[Shape]:
    return [node.shape for node in picture.nodes if isinstance(node.shape, kind)]


def outside(picture: PlacedDrawing, width: int) -> list[Any]:
    """The ids of nodes and groups that reach beyond the column."""
    inner = width - 2 * sizes.COLUMN_MARGIN + 0.1
    found = [n.shape.id for n in picture.nodes if n.x < 0 or n.right > inner or n.y < 0]
    return found + [g.group.name for g in picture.groups if g.x + g.width > inner]


def too_long(box: Box) -> list[Any]:
    """The lines of a box that reach over its right padding, its badge, or what ends the line."""
    size, right = sizes.TEXT_SIZE, box.width - sizes.PADDING_RIGHT - sizes.PADDING_LEFT
    lines = [[(line, True)] for line in box.headline]
    body = [[(line, False)] for line in box.body]
    if box.runs_in:
        lines[-1] += [(" ", False), *body.pop(0)]
    lines += body
    found = []
    for number, line in enumerate(lines):
        used = sum(text_width(words, size=size, bold=bold) for words, bold in line)
        if number == 0 and box.verdict:
            used += sizes.BADGE_SIZE
        if number == len(lines) - 1 and box.sources_beside:
            used += text_width(box.sources[0], size=sizes.SMALL_TEXT_SIZE)
        # A single character may be wider than a line.
        longest = max(len(words) for words, _ in line)
        if used > right + TOUCHING and longest > 1:
            found.append(line)
    return found


def uprights(picture: PlacedDrawing) -> dict[tuple[str, ArrowKind], tuple[float, ...]]:
    """The upright stretches of lines by their heads and kinds: x, from top to bottom."""
    found: dict[Any, Any] = {}
    for one in picture.arrows:
        if not one.joins:
            up, end = one.curve[-3], one.curve[-1]
            key = one.arrow.head, one.arrow.kind
            x, top, bottom = found.get(key, (up.x, end.y, up.y))
            assert x == up.x
            found[key] = x, top, max(bottom, one.curve[6].y)
    return found


def hidden_lines(picture: PlacedDrawing) -> list[Any]:
    """The pairs of lines that run down on each other."""
    ends = {key: (x, top, bottom) for key, (x, top, bottom) in uprights(picture).items()}
    by_x = defaultdict(list)
    for key, (x, top, bottom) in ends.items():
        for cell in (x // 4, x // 4 + 1):
            by_x[cell].append((key, x, top, bottom))
    return [
        (one, other)
        for crowd in by_x.values()
        for (one, x, top, bottom), (other, x2, top2, bottom2) in combinations(crowd, 2)
        if abs(x - x2) < 4 and top < bottom2 - 1 and top2 < bottom - 1
    ]


def crossed_lines(picture: PlacedDrawing) -> list[Any]:
    """The arrows that come across the upright stretch of another line."""
    lines = uprights(picture)
    return [
        (one.arrow, key)
        for one in picture.arrows
        for key, (x, top, bottom) in lines.items()
        if key != (one.arrow.head, one.arrow.kind)
        and one.curve[6].x < x < one.curve[0].x
        and top < one.curve[0].y < bottom
    ]


def loose(picture: PlacedDrawing) -> list[Any]:
    """The arrows that do not begin at their tail, or end neither at their head nor in a line."""
    nodes = {node.shape.id: node for node in picture.nodes}
    lines = uprights(picture)
    found = []
    for one in picture.arrows:
        tail, head = nodes[one.arrow.tail], nodes[one.arrow.head]
        start, end = one.curve[0], one.curve[-1]
        begins = start.x == tail.x and tail.y < start.y < tail.bottom
        if one.joins:
            x, top, bottom = lines[one.arrow.head, one.arrow.kind]
            arrives = end.x == x and top <= end.y <= bottom
        else:
            arrives = end.y == head.bottom and head.x < end.x < head.right
        if not (begins and arrives):
            found.append(one)
    return found


def assert_sound(picture: PlacedDrawing, a_map: ArgumentMap, width: int) -> None:
    told = Counter(shape.id for shape in shapes(picture, Box))
    assert told == Counter(claim.id for claim in a_map.claims)
    assert max(Counter(node.shape.id for node in picture.nodes).values(), default=1) == 1
    assert outside(picture, width) == []
    assert overlaps(picture) == []
    assert crossings(picture) == []
    assert loose(picture) == []
    assert hidden_lines(picture) == []
    assert crossed_lines(picture) == []
    names = {node.shape.id for node in picture.nodes}
    assert {one.leads_to for one in shapes(picture, Mention)} <= names
    assert {one.goes_on_at for one in shapes(picture, Box) if one.goes_on_at} <= names


@pytest.mark.parametrize("width", [sizes.NARROWEST_COLUMN, 240, 358, 760, WIDEST])
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_columns_of_the_example_maps_are_sound(file: Path, width: int) -> None:
    a_map = load(file)
    picture = column(a_map, width)
    assert_sound(picture, a_map, width)
    assert [too_long(box) for box in shapes(picture, Box) if too_long(box)] == []


@examples(150)
@given(argument_maps(), st.integers(sizes.NARROWEST_COLUMN, WIDEST))
def test_columns_of_any_shape_and_width_are_sound(a_map: ArgumentMap, width: int) -> None:
    assert_sound(column(a_map, width), a_map, width)


@pytest.mark.parametrize("seed", range(80))
def test_columns_of_random_maps_are_sound(seed: int) -> None:
    a_map = random_map(seed)
    width = (300, 760)[seed % 2]
    picture = column(a_map, width)
    assert_sound(picture, a_map, width)
    assert [too_long(box) for box in shapes(picture, Box) if too_long(box)] == []


def test_every_way_to_bear_on_something_is_drawn() -> None:
    a_map = load(FLAGSHIP)
    picture = column(a_map)
    kinds = Counter(one.arrow.kind for one in picture.arrows)
    pills = {pill.id for pill in shapes(picture, Pill)}
    assert kinds[ArrowKind.SUPPORT] + kinds[ArrowKind.ATTACK] == len(a_map.arguments)
    assert kinds[ArrowKind.JOIN] == sum(
        len(one.premises) for one in a_map.arguments if one.id in pills
    )


@pytest.mark.parametrize("width", [sizes.NARROWEST_COLUMN, 358, 760])
def test_a_chain_of_a_thousand_claims_does_not_run_out_of_width(width: int) -> None:
    a_map = chain(1000)
    picture = column(a_map, width)
    assert_sound(picture, a_map, width)
    least = min(0.5 * (width - 2 * sizes.COLUMN_MARGIN), 200)
    assert min(box.width for box in shapes(picture, Box)) >= least * 0.75
    headings = [one for one in shapes(picture, Mention) if one.manner is Manner.HEADING]
    stubs = [box for box in shapes(picture, Box) if box.goes_on_at]
    assert [box.goes_on_at for box in stubs] == [one.id for one in headings]
    first = stubs[0]
    assert headings[0].leads_to == first.id
    number = int(first.id.removeprefix("c"))
    assert first.more == (f"↓ {999 - number} claims, see below",)


def test_a_chain_of_steps_on_steps_does_not_run_out_of_width() -> None:
    claims = [Claim(f"c{n}", "One more objection.") for n in range(41)]
    arguments = [Argument("a1", ("c1",), "c0")]
    arguments += [Argument(f"a{n}", (f"c{n}",), f"a{n - 1}", Polarity.ATTACK) for n in range(2, 40)]
    a_map = ArgumentMap(tuple(claims), tuple(arguments), ("c0",))
    picture = column(a_map, 358)
    assert_sound(picture, a_map, 358)


def test_a_claim_used_again_is_named_and_leads_to_the_first() -> None:
    a_map = loads(
        """
argmap: 1
thesis:
  text: The thesis.
  premises:
    - {id: a, label: Once, text: A reason., premises: [A reason for the reason.]}
    - text: Another reason.
      premises: [{ref: a}]
"""
    )
    picture = column(a_map)
    (again,) = shapes(picture, Mention)
    assert (again.leads_to, again.lines, again.manner) == ("a", ("Once",), Manner.AGAIN)
    assert again.width < 200


def test_a_contradiction_is_shown_at_both_claims() -> None:
    a_map = loads(
        """
argmap: 1
thesis:
  text: The thesis.
  premises:
    - {id: a, text: It rains., contradicts: [b]}
    - {id: b, text: It is dry.}
"""
    )
    arrows = [one.arrow for one in column(a_map).arrows if one.arrow.kind == "contradiction"]
    assert [(arrow.tail.partition("~")[0], arrow.head) for arrow in arrows] == [
        ("b", "a"),
        ("a", "b"),
    ]


def test_what_only_contradicts_a_claim_hangs_below_it() -> None:
    a_map = loads(
        """
argmap: 1
thesis: {id: dry, text: It is dry.}
claims:
  - {id: rain, text: It rains., contradicts: [dry], premises: [The street is wet.]}
"""
    )
    picture = column(a_map)
    assert [node.shape.id for node in picture.nodes][:2] == ["dry", "rain"]
    assert shapes(picture, Mention) == []


def test_what_is_far_from_its_target_says_what_it_bears_on() -> None:
    picture = column(load(FLAGSHIP))
    nodes = list(picture.nodes)
    reminders = [number for number, node in enumerate(nodes) if is_reminder(node)]
    assert reminders
    above = {one.arrow.tail: one.arrow.head for one in picture.arrows}
    for number in reminders:
        shape = nodes[number].shape
        assert isinstance(shape, Mention)
        assert shape.leads_to == above[nodes[number + 1].shape.id]


@pytest.mark.parametrize("width", [358, 760])
def test_what_is_more_than_a_screen_from_its_target_always_says_so(width: int) -> None:
    picture = column(load(FLAGSHIP), width)
    nodes = list(picture.nodes)
    places = {node.shape.id: number for number, node in enumerate(nodes)}
    for one in picture.arrows:
        number = places[one.arrow.tail]
        far = nodes[number].y - nodes[places[one.arrow.head]].bottom > 560
        assert not far or is_reminder(nodes[number - 1])


LEFTWARDS = "בית הספר אוסף את כל הטלפונים "


def in_hebrew(a_map: ArgumentMap) -> ArgumentMap:
    """The same map in words that are read leftwards, as long as the others."""
    claims = [
        replace(claim, text=(LEFTWARDS * 9)[: max(len(claim.text), 5)].strip(), label=None)
        for claim in a_map.claims
    ]
    return replace(a_map, claims=tuple(claims))


@pytest.mark.parametrize("number", [6, 40])
def test_a_column_that_is_read_leftwards_is_the_same_in_a_mirror(number: int) -> None:
    a_map = in_hebrew(random_argument(number))
    picture = column(a_map)
    assert outside(picture, 760) == []
    assert all(node.mirrored and node.x >= 0 for node in picture.nodes)
    # All boxes end at the left edge, and are indented from the right.
    boxes = [node for node in picture.nodes if isinstance(node.shape, Box)]
    assert {node.x for node in boxes} == {0.0}
    assert len({node.right for node in boxes}) > 1
    nodes = {node.shape.id: node for node in picture.nodes}
    for one in picture.arrows:
        assert one.curve[0].x == nodes[one.arrow.tail].right
        assert one.curve[-1].x > one.curve[0].x


def test_only_a_map_that_is_mostly_read_leftwards_is_mirrored() -> None:
    text = f"argmap: 1\nthesis:\n  text: A tree\n  premises: ['{LEFTWARDS}', It gives shade]\n"
    assert not any(node.mirrored for node in column(loads(text)).nodes)
    mostly = text.replace("It gives shade", LEFTWARDS)
    assert all(node.mirrored for node in column(loads(mostly)).nodes)


def is_reminder(node: Placed) -> bool:
    return isinstance(node.shape, Mention) and node.shape.manner is Manner.REMINDER


def test_a_group_has_an_area_around_each_part_of_it() -> None:
    picture = column(load(next(file for file in MAPS if file.stem.startswith("teaching"))))
    (area,) = picture.groups
    inside = [
        node.shape.id
        for node in picture.nodes
        if area.y <= node.y and node.bottom <= area.y + area.height
    ]
    assert set(inside) == set(area.group.members)


def test_the_flagship_is_read_in_a_column_of_a_page_and_of_a_telephone() -> None:
    assert column(load(FLAGSHIP), 760).height < 3750
    assert column(load(FLAGSHIP), 358).height < 6400


def test_a_column_grows_with_the_map_and_not_faster() -> None:
    few, many = (column(random_argument(number)) for number in (1000, 2000))
    points = [sum(len(one.curve) for one in picture.arrows) for picture in (few, many)]
    assert points[1] < 2.2 * points[0]
    assert many.height < 2.3 * few.height


@pytest.mark.parametrize("direction", [None, "column"])
def test_a_column_and_a_tree_need_no_graphviz(direction: None) -> None:
    program = (
        "import sys; from argmap.pipeline import *; "
        f"draw(loads('argmap: 1\\nthesis: A.'), options=RenderOptions(direction={direction!r})); "
        "print([name for name in sys.modules if 'graphviz' in name or 'wasm' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_the_same_map_gives_the_same_bytes() -> None:
    options = RenderOptions(direction="column", width=500)
    assert draw(load(FLAGSHIP), options=options) == draw(load(FLAGSHIP), options=options)
