"""Excalidraw: elements as its editor takes them, every binding told at both ends."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import ArgumentMap, Claim
from argmap.pipeline import load, loads
from argmap.planning import RenderOptions
from tests.examples import examples
from tests.render.hostile import TEXTS, hostile_map
from tests.render.test_drawio import STEP, TREE
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
GOLDEN = Path(__file__).parent / "golden" / "step.excalidraw"


def file_of(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="excalidraw", options=RenderOptions(**options)).decode()


def elements_of(a_map: ArgumentMap, **options: Any) -> dict[str, dict[str, Any]]:
    """Return all elements by their ids, after a look at what binds them."""
    file = json.loads(file_of(a_map, **options))
    assert (file["type"], file["version"]) == ("excalidraw", 2)
    found = {one["id"]: one for one in file["elements"]}
    assert len(found) == len(file["elements"])
    assert len({one["seed"] for one in found.values()}) == len(found)
    told = {
        (one["id"], bound["id"], bound["type"])
        for one in found.values()
        for bound in one["boundElements"]
    }
    assert told == set(_bindings(found))
    for one in found.values():
        if one["type"] == "arrow":
            _require_course(one)
    return found


def _bindings(found: dict[str, dict[str, Any]]) -> Any:
    """Yield what is bound to what, as texts and arrows say it."""
    for one in found.values():
        if one["type"] == "text" and one["containerId"]:
            yield one["containerId"], one["id"], "text"
        for binding in (one.get("startBinding"), one.get("endBinding")):
            if binding:
                assert -1.1 < binding["focus"] < 1.1
                yield binding["elementId"], one["id"], "arrow"


def _require_course(arrow: dict[str, Any]) -> None:
    points = arrow["points"]
    assert points[0] == [0, 0]
    assert len(points) > 1
    if arrow["elbowed"]:
        for one, other in pairwise(points):
            assert min(abs(one[0] - other[0]), abs(one[1] - other[1])) < 1


def texts_on(found: dict[str, dict[str, Any]], name: str) -> list[str]:
    return [
        one["originalText"] for one in found.values()
        if one["type"] == "text" and one["id"].startswith(f"{name} ")
    ]  # fmt: skip


def test_the_file_is_that_of_the_golden_one() -> None:
    assert file_of(loads(STEP), direction="right") == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_every_claim_is_a_rectangle_with_its_text_bound_to_it(file: Path) -> None:
    a_map = load(file)
    found = elements_of(a_map)
    for claim in a_map.claims:
        box, text = found[claim.id], found[f"{claim.id} text"]
        assert (box["type"], text["containerId"]) == ("rectangle", claim.id)
        assert " ".join(claim.text.split()) in text["originalText"]
        assert box["x"] < text["x"]
        assert text["x"] + text["width"] < box["x"] + box["width"]


@examples(40)
@given(argument_maps(max_claims=6, max_arguments=6))
def test_any_map_is_a_drawing(a_map: ArgumentMap) -> None:
    found = elements_of(a_map, theme="light")
    assert file_of(a_map, theme="light") == file_of(a_map, theme="light")
    drawing = pipeline.picture(a_map, options=RenderOptions(theme="light"), placed=False).drawing
    assert {box.id for box in drawing.boxes} <= set(found)


def test_arrows_say_what_they_do() -> None:
    found = elements_of(loads(TREE))
    told = {
        (one["startBinding"]["elementId"], one["endBinding"]["elementId"]): (
            one["startArrowhead"], one["endArrowhead"], one["strokeStyle"]
        )
        for one in found.values()
        if one["type"] == "arrow" and one["endBinding"]
    }  # fmt: skip
    assert told == {
        ("a", "step"): (None, None, "solid"),
        ("b", "step"): (None, None, "solid"),
        ("step", "t"): (None, "triangle", "solid"),
        ("c", "step"): (None, "bar", "dashed"),
        ("d", "t"): (None, "triangle", "solid"),
        ("e", "t"): (None, "bar", "dashed"),
        ("e", "d"): ("bar", "bar", "dashed"),
    }


@pytest.mark.parametrize("direction", ["down", "up", "right", "left", "column"])
def test_arrows_end_at_their_shapes(direction: str) -> None:
    found = elements_of(loads(TREE), direction=direction)
    for one in found.values():
        for name, point in (("startBinding", 0), ("endBinding", -1)):
            if one["type"] != "arrow" or not one[name]:
                continue
            box = found[one[name]["elementId"]]
            x, y = one["x"] + one["points"][point][0], one["y"] + one["points"][point][1]
            beside = max(box["x"] - x, x - box["x"] - box["width"], 0)
            above = max(box["y"] - y, y - box["y"] - box["height"], 0)
            assert max(beside, above) < 6


def test_what_lies_on_a_box_is_in_a_group_with_it() -> None:
    found = elements_of(loads(TREE))
    assert found["t"]["groupIds"] == found["t text"]["groupIds"] == ["t group"]
    assert [one["id"] for one in found.values() if one["groupIds"] == ["t group"]][-1] == (
        "badge 1 sign"
    )
    alone = elements_of(loads(TREE), evaluate=False)
    assert alone["a"]["groupIds"] == []


def test_labels_sources_links_and_the_title_are_shown() -> None:
    a_map = loads(
        "argmap: 1\ntitle: Trees\nsources: {s: {title: Shade, author: Ito, year: 2020}}\n"
        "thesis: {id: t, label: Plant, text: Plant trees., source: {ref: s, at: p. 3},"
        " link: 'https://a.b/c'}\n"
    )
    found = elements_of(a_map)
    assert found["t text"]["originalText"] == "Plant\nPlant trees."
    assert "Ito 2020, p. 3" in texts_on(found, "t")
    assert found["t"]["link"] == "https://a.b/c"
    assert texts_on(found, "heading title") == ["Trees"]


@pytest.mark.parametrize(
    "text", [*TEXTS, '"}],"type":"x', "%$x$ \\input{/etc/passwd}", "🌳 trees", "x" * 300]
)
def test_a_text_stays_as_it_is(text: str) -> None:
    found = elements_of(ArgumentMap((Claim("a", text),), (), ("a",)))
    assert found["a text"]["originalText"] == text


def test_hostile_texts_stay_texts() -> None:
    found = elements_of(hostile_map())
    assert {one["type"] for one in found.values()} == {"rectangle", "text", "arrow", "ellipse"}


def test_what_is_read_leftwards_stands_at_the_right() -> None:
    found = elements_of(ArgumentMap((Claim("a", "שלום"),), (), ("a",)))
    assert found["a text"]["textAlign"] == "right"


def test_the_sheet_has_the_colour_of_the_theme() -> None:
    state = json.loads(file_of(loads(TREE), theme="dark"))["appState"]
    assert state["viewBackgroundColor"] == "#0f1520"
