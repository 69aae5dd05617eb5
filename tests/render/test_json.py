import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from argmap import pipeline
from argmap.model import ArgumentMap
from argmap.page_data.schema import drawing_schema
from argmap.pipeline import load, loads
from argmap.planning import RenderOptions
from argmap.style import Style
from tests.examples import examples
from tests.render.hostile import TEXTS, hostile_map
from tests.strategies import argument_maps

ROOT = Path(__file__).parents[2]
MAPS = sorted((ROOT / "maps").glob("*.yaml"))


def written(a_map: ArgumentMap, **options: Any) -> str:
    return pipeline.draw(a_map, format="json", options=RenderOptions(**options)).decode()


@pytest.fixture(scope="module")
def schema() -> Any:
    found = drawing_schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_every_map_is_drawn_as_the_schema_says(file: Path, schema: Any) -> None:
    schema.validate(json.loads(written(load(file), tag_colours=(("survey", "#1b9e77"),))))


def test_the_schema_knows_every_key(schema: Any) -> None:
    drawing = json.loads(written(hostile_map()))
    parts = schema.schema["properties"]
    assert list(drawing) == list(parts)
    for name in ("boxes", "pills", "arrows", "groups", "claims", "arguments", "relations"):
        kind = parts[name]["items"]["$ref"].rpartition("/")[2]
        assert drawing[name]
        assert list(drawing[name][0]) == list(schema.schema["$defs"][kind]["properties"])


def test_a_column_is_written_as_the_schema_says(schema: Any) -> None:
    flagship = load(ROOT / "maps" / "western-friendly-autocracy.yaml")
    drawing = json.loads(written(flagship, direction="column", width=358))
    schema.validate(drawing)
    keys = list(schema.schema["$defs"]["mention"]["properties"])
    assert {mention["manner"] for mention in drawing["mentions"]} == {
        "again",
        "heading",
        "reminder",
    }
    assert all(list(mention) == keys for mention in drawing["mentions"])


@pytest.mark.parametrize("width", [120, 200, 333, 1000])
@pytest.mark.parametrize("direction", [None, "down", "left", "column"])
def test_a_set_width_is_written_as_the_schema_says(
    schema: Any, width: int, direction: None
) -> None:
    # A width that is set is a whole number, unlike all measured ones.
    style = f"style: {{width: {width}}}"
    text = f"argmap: 1\n{style}\nthesis: {{text: T., premises: [P.], rebuttals: [R.]}}\n"
    drawing = json.loads(written(pipeline.loads(text), direction=direction))
    schema.validate(drawing)
    assert drawing == json.loads(written(pipeline.loads(text), direction=direction, width=width))


def test_the_places_are_those_of_the_svg() -> None:
    a_map = load(MAPS[0])
    drawing = json.loads(written(a_map))
    svg = pipeline.draw(a_map).decode()
    frames = re.findall(r'<rect class="frame"[^>]*? x="([^"]*)" y="([^"]*)" width="([^"]*)"', svg)
    boxes = [tuple(str(box[side]) for side in ("x", "y", "width")) for box in drawing["boxes"]]
    assert boxes == frames[: len(boxes)]


def test_ends_are_boxes_or_pills_and_curves_are_whole() -> None:
    drawing = json.loads(written(load(ROOT / "maps" / "western-friendly-autocracy.yaml")))
    known = {node["id"] for node in (*drawing["boxes"], *drawing["pills"])}
    assert len(drawing["arrows"]) > 60
    for arrow in drawing["arrows"]:
        assert {arrow["tail"], arrow["head"]} <= known
        assert len(arrow["curve"]) % 3 == 1
        assert all(round(number, 1) == number for point in arrow["curve"] for number in point)


@examples(30)
@given(argument_maps())
def test_any_map_is_json_with_every_text(a_map: ArgumentMap) -> None:
    drawing = json.loads(written(replace(a_map, style=Style()), direction="down"))
    assert [box["id"] for box in drawing["boxes"]] == [claim.id for claim in a_map.claims]
    assert all(
        claim.text in box["text"] for claim, box in zip(a_map.claims, drawing["boxes"], strict=True)
    )


def test_hostile_texts_can_stand_in_a_script() -> None:
    text = written(hostile_map(), direction="down")
    assert "</script" not in text
    assert "<!--" not in text
    assert {claim["text"] for claim in json.loads(text)["claims"]} >= set(TEXTS)
    notes = {box["note"] for box in json.loads(text)["boxes"]}
    assert notes == {f"{text}\n\n{text}" for text in TEXTS}


def test_each_box_has_a_line_of_its_own() -> None:
    lines = written(loads("argmap: 1\nthesis: {text: A., premises: [B.]}")).splitlines()
    # Two boxes, two claims and the argument.
    assert sum(line.startswith('    {"id": ') for line in lines) == 5
