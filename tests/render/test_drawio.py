"""draw.io: the file of a map as its editor reads it, every cell, line and word."""

from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import ArgumentMap, Claim
from argmap.pipeline import load, loads
from argmap.planning import RenderOptions
from tests.examples import examples
from tests.render.hostile import TEXTS, hostile_map
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
GOLDEN = Path(__file__).parent / "golden" / "step.drawio"
STEP = """argmap: 1
thesis:
  id: t
  text: We should plant trees.
  arguments:
    - premises: [{id: a, text: Trees give shade.}, {id: b, text: Shade is good.}]
      rebuttals: [{id: c, text: Not in winter., note: Leaves fall., link: "https://a.b/?c=1&d"}]
"""
TREE = """argmap: 1
title: Trees
thesis:
  id: t
  label: Plant
  text: We should plant trees.
  arguments:
    - id: step
      premises: [{id: a, text: Trees give shade.}, {id: b, text: Shade is good.}]
      rebuttals: [{id: c, text: Not in winter.}]
    - {id: d, text: They are beautiful., contradicts: [e], group: Taste}
  rebuttals: [{id: e, text: They are ugly.}]
"""


class Words(HTMLParser):
    """What a label says, and which elements and attributes it has."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: set[str] = set()
        self.feed(label)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"style", "dir"}

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def file_of(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="drawio", options=RenderOptions(**options)).decode()


def cells_of(a_map: ArgumentMap, **options: Any) -> dict[str, dict[str, Any]]:
    """Return all cells by their ids, with what is told of them and their place."""
    root = ElementTree.fromstring(file_of(a_map, **options)).find("./diagram/mxGraphModel/root")
    assert root is not None
    found: dict[str, dict[str, Any]] = {}
    for outer in root:
        cell = outer if outer.tag == "mxCell" else outer.find("mxCell")
        assert cell is not None
        told: dict[str, Any] = {**cell.attrib, **outer.attrib}
        told["value"] = told.get("value", told.get("label", ""))
        pairs = [part.split("=", 1) for part in told.get("style", "").split(";")[:-1]]
        assert all(len(pair) == 2 for pair in pairs)
        told["looks"] = dict(pairs)
        geometry = cell.find("mxGeometry")
        told["place"] = dict(geometry.attrib) if geometry is not None else {}
        told["points"] = [] if geometry is None else list(geometry.iter("mxPoint"))
        assert told["id"] not in found
        found[told["id"]] = told
    for name, cell_told in found.items():
        assert name == "0" or cell_told["parent"] in found
        ends = {cell_told.get(end) for end in ("source", "target")} - {None}
        assert ends <= set(found)
        assert Words(cell_told["value"]).tags <= {"div", "span", "b", "i", "br"}
    return found


def middle_of(cell: dict[str, Any]) -> tuple[float, float]:
    x, y, width, height = (float(cell["place"][name]) for name in ("x", "y", "width", "height"))
    return x + width / 2, y + height / 2


def test_the_file_is_that_of_the_golden_one() -> None:
    assert file_of(loads(STEP), direction="right") == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_every_claim_is_a_shape_with_its_words(file: Path) -> None:
    a_map = load(file)
    cells = cells_of(a_map)
    for claim in a_map.claims:
        said = "".join(Words(cells[claim.id]["value"]).said).replace(" ", "")
        assert claim.text.replace(" ", "").replace("\n", "") in said
        assert cells[claim.id]["vertex"] == "1"


@examples(40)
@given(argument_maps(max_claims=6, max_arguments=6))
def test_any_map_is_a_diagram(a_map: ArgumentMap) -> None:
    cells = cells_of(a_map, theme="light")
    assert file_of(a_map, theme="light") == file_of(a_map, theme="light")
    shown = pipeline.picture(a_map, options=RenderOptions(theme="light"), placed=False)
    for box in shown.drawing.boxes:
        assert cells[box.id if box.id not in "01" else f"{box.id}~"]["vertex"] == "1"


def test_lines_are_bound_to_what_they_join_and_say_what_they_do() -> None:
    cells = cells_of(loads(TREE))
    told = {
        (cell["source"], cell["target"]): (
            cell["looks"]["startArrow"], cell["looks"]["endArrow"], cell["looks"]["dashed"]
        )
        for cell in cells.values()
        if cell.get("edge") and cell.get("source")
    }  # fmt: skip
    assert told == {
        ("a", "step"): ("none", "none", "0"),
        ("b", "step"): ("none", "none", "0"),
        ("step", "t"): ("none", "block", "0"),
        ("c", "step"): ("none", "baseDash", "1"),
        ("d", "t"): ("none", "block", "0"),
        ("e", "t"): ("none", "baseDash", "1"),
        ("e", "d"): ("baseDash", "baseDash", "1"),
    }


@pytest.mark.parametrize("direction", ["down", "up", "right", "left", "column"])
def test_shapes_stand_as_the_direction_says(direction: str) -> None:
    cells = cells_of(loads(TREE), direction=direction)
    (x, y), (other_x, other_y) = (middle_of(cells[name]) for name in ("t", "a"))
    assert {
        "down": y < other_y, "up": y > other_y, "right": x < other_x, "left": x > other_x,
        "column": y < other_y,
    }[direction]  # fmt: skip


def test_badges_and_marks_move_with_their_box() -> None:
    cells = cells_of(loads(TREE))
    parents = {cell["parent"] for name, cell in cells.items() if name.startswith("badge")}
    assert {"t", "a", "b", "c", "d", "e"} <= parents
    assert cells["t stripe"]["parent"] == "t"
    assert not any(name.startswith("badge") for name in cells_of(loads(TREE), evaluate=False))


def test_notes_and_links_are_tooltips_and_links() -> None:
    cell = cells_of(loads(STEP))["c"]
    assert (cell["tooltip"], cell["link"]) == ("Leaves fall.", "https://a.b/?c=1&d")


def test_the_first_line_ends_before_the_badge() -> None:
    text = "Some words that are so many that they need a second line in a box."
    a_map = ArgumentMap((Claim("a", text),), (), ("a",))
    assert "<br/>" in cells_of(a_map)["a"]["value"]
    assert "<br/>" not in cells_of(a_map, evaluate=False)["a"]["value"]
    assert "".join(Words(cells_of(a_map)["a"]["value"]).said).replace(" ", "") == text.replace(
        " ", ""
    )


def test_a_claim_may_be_called_like_the_cells_that_hold_all() -> None:
    a_map = ArgumentMap((Claim("0", "A"), Claim("1", "B", contradicts=("0",))), (), ("0",))
    cells = cells_of(a_map)
    assert [cell["source"] for cell in cells.values() if cell.get("source")] == ["1~"]


@pytest.mark.parametrize(
    "text",
    [*TEXTS, "</mxCell></root>", "%page% ${x} `x`", "a;fillColor=red;", "🌳 trees", "x" * 300],
)
def test_a_text_is_no_markup(text: str) -> None:
    cells = cells_of(ArgumentMap((Claim("a", text),), (), ("a",)))
    said = "".join(Words(cells["a"]["value"]).said)
    assert said.replace(" ", "") == text.replace(" ", "")
    assert cells["a"]["looks"].keys() == cells_of(loads(STEP))["a"]["looks"].keys()


def test_hostile_texts_stay_texts() -> None:
    cells = cells_of(hostile_map())
    assert "diagram" in file_of(hostile_map())
    assert all(cell["looks"].get("fillColor", "none")[0] in "#n" for cell in cells.values())


def test_what_is_read_leftwards_stands_at_the_right() -> None:
    cells = cells_of(ArgumentMap((Claim("a", "שלום"),), (), ("a",)))
    assert cells["a"]["looks"]["align"] == "right"
    assert 'dir="rtl"' in cells["a"]["value"]


def test_the_corners_of_lines_are_right_angles() -> None:
    cells = cells_of(loads(TREE), direction="down")
    lines = [cell for cell in cells.values() if len(cell["points"]) > 1 and cell.get("source")]
    assert lines
    for line in lines:
        for one, other in pairwise(line["points"]):
            apart = [abs(float(one.get(axis)) - float(other.get(axis))) for axis in "xy"]
            assert min(apart) < 1


def test_a_focus_and_a_theme_are_followed() -> None:
    cells = cells_of(loads(TREE), focus=("a",), max_depth=0)
    assert "d" not in cells
    dark = file_of(loads(TREE), theme="dark")
    assert 'background="#0f1520"' in dark
