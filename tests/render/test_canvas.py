"""JSON Canvas: by its published shape, and as a reader of others takes it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from pyjsoncanvas import Canvas

from argmap import pipeline
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import load
from argmap.planning import RenderOptions
from tests.examples import examples
from tests.render.hostile import hostile_map
from tests.strategies import argument_maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
# https://jsoncanvas.org/spec/1.0/
SIDE = {"enum": ["top", "right", "bottom", "left"]}
END = {"enum": ["none", "arrow"]}
COLOUR = {"type": "string", "pattern": "^(#[0-9a-fA-F]{6}|[1-6])$"}
WHOLE = {"type": "integer"}
TEXT = {"type": "string"}
SCHEMA = {
    "type": "object",
    "required": ["nodes", "edges"],
    "additionalProperties": False,
    "properties": {
        "nodes": {
            "items": {
                "required": ["id", "type", "x", "y", "width", "height"],
                "additionalProperties": False,
                "properties": {
                    "id": TEXT, "x": WHOLE, "y": WHOLE, "width": WHOLE, "height": WHOLE,
                    "type": {"enum": ["text", "group"]}, "text": TEXT, "label": TEXT,
                    "color": COLOUR,
                },
                "if": {"properties": {"type": {"const": "text"}}},
                "then": {"required": ["text"]},
            }
        },
        "edges": {
            "items": {
                "required": ["id", "fromNode", "toNode"],
                "additionalProperties": False,
                "properties": {
                    "id": TEXT, "fromNode": TEXT, "toNode": TEXT, "fromSide": SIDE, "toSide": SIDE,
                    "fromEnd": END, "toEnd": END, "color": COLOUR, "label": TEXT,
                },
            }
        },
    },
}  # fmt: skip


def canvas_of(a_map: ArgumentMap, **options: Any) -> dict[str, Any]:
    text = pipeline.draw(a_map, format="canvas", options=RenderOptions(**options)).decode()
    canvas = json.loads(text)
    jsonschema.validate(canvas, SCHEMA)
    names = [node["id"] for node in (*canvas["nodes"], *canvas["edges"])]
    assert len(names) == len(set(names))
    for edge in canvas["edges"]:
        assert {edge["fromNode"], edge["toNode"]} <= set(names)
    return canvas


def texts_of(canvas: dict[str, Any]) -> dict[str, Any]:
    return {node["id"]: node.get("text") for node in canvas["nodes"]}


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_every_map_is_a_canvas_that_another_reader_takes(file: Path) -> None:
    a_map = load(file)
    canvas = canvas_of(a_map)
    assert set(a_map.claims_by_id) <= set(texts_of(canvas))
    read = Canvas.from_json(json.dumps(canvas))
    read.validate()
    assert (len(read.nodes), len(read.edges)) == (len(canvas["nodes"]), len(canvas["edges"]))


@examples(40)
@given(argument_maps(max_claims=6, max_arguments=6))
def test_any_map_is_a_canvas(a_map: ArgumentMap) -> None:
    canvas_of(a_map, theme="light")


def test_texts_stand_where_the_boxes_of_the_drawing_stand() -> None:
    canvas = canvas_of(load(MAPS[0]), direction="down")
    nodes = {node["id"]: node for node in canvas["nodes"]}
    for edge in canvas["edges"]:
        assert nodes[edge["fromNode"]]["y"] > nodes[edge["toNode"]]["y"]
        assert (edge["fromSide"], edge["toSide"]) == ("top", "bottom")


def test_lines_say_what_they_are_without_colour() -> None:
    a_map = ArgumentMap(
        (Claim("a", "A"), Claim("b", "B", contradicts=("d",)), Claim("c", "C"), Claim("d", "D")),
        (Argument("a.1", ("b", "c"), "a"), Argument("a.2", ("d",), "a", Polarity.ATTACK)),
        ("a",),
    )
    canvas = canvas_of(a_map)
    told = {
        (edge["fromNode"], edge["toNode"]): (edge.get("label"), edge["toEnd"])
        for edge in canvas["edges"]
    }
    assert told == {
        ("b", "a.1"): (None, "none"),
        ("c", "a.1"): (None, "none"),
        ("a.1", "a"): (None, "arrow"),
        ("d", "a"): ("against", "arrow"),
        ("d", "b"): ("contradicts", "arrow"),
    }
    assert texts_of(canvas)["a.1"] == "\\+"


@pytest.mark.parametrize(
    "text", ["# no [[link]] #tag ==x==", "*a* <b>", "1. x", "a\\#b %%c%%", "[x](y)", "$x$ `y`"]
)
def test_a_text_is_no_markup(text: str) -> None:
    (written,) = texts_of(canvas_of(ArgumentMap((Claim("a", text),), (), ("a",)))).values()
    tokens = MarkdownIt().parse(written)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(token.content for token in tokens[1].children) == text
    assert "#tag" not in written.replace("\\#", "")
    assert "==" not in written
    assert "%%" not in written


def test_labels_sources_links_and_groups_are_shown() -> None:
    a_map = ArgumentMap(
        (Claim("a", "A", label="Trees", link="https://a.b/(c)", group="Square"), Claim("b", "B")),
        (Argument("a.1", ("b",), "a", scheme="sign"),),
        ("a",),
    )
    canvas = canvas_of(a_map)
    assert texts_of(canvas)["a"] == "**Trees**  \n[A](<https://a.b/(c)>)"
    assert texts_of(canvas)["a.1"] == "sign"
    assert [node["label"] for node in canvas["nodes"] if node["type"] == "group"] == ["Square"]


def test_hostile_texts_stay_texts() -> None:
    canvas_of(hostile_map())
