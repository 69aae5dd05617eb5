"""Flat JSON: what is written reads back and holds to the schema, which is one for models."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

import argmap
from argmap.flat_schema import flat_schema
from argmap.formats import flat
from argmap.formats.losses import Losses, kept
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.templates import TEMPLATES, template
from argmap.weighing import Home
from tests.command import argmap as command
from tests.examples import examples
from tests.formats.repetitions import without_repetitions
from tests.formats.test_yaml import MAPS
from tests.strategies import argument_maps

VALIDATOR = jsonschema.Draft202012Validator(flat_schema())
SMALL: dict[str, Any] = {
    "argmap-flat": 1,
    "sources": [{"id": "paper", "title": "On trees"}],
    "theses": ["plant"],
    "claims": [
        {"id": "plant", "text": "Plant a tree.", "label": None},
        {"id": "shade", "text": "It gives shade.", "sources": [{"source": "paper", "at": "p. 2"}]},
        {"id": "night", "text": "Nobody sits there at noon."},
    ],
    "arguments": [
        {"premises": ["night"], "role": "support", "target": "plant"},
        {"id": "sun", "premises": ["shade"], "role": "support", "target": "plant"},
        {"id": "late", "premises": ["night"], "role": "attack", "target": "sun"},
    ],
}
HOME = {"map": "trees.yaml", "verdict": None}
AWAY = {"id": "night", "text": "Nobody sits there.", "home": HOME, "contradicts": ["shade"]}


def read(data: Any) -> Reading:
    text = data if isinstance(data, str) else json.dumps(data, indent=1)
    return flat.loads(text, file="a.json")


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the small map with another value at a path such as `claims.0.text`."""
    data = json.loads(json.dumps(SMALL))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    return data


@examples(100)
@given(argument_maps(min_claims=1))
def test_what_is_written_reads_back_and_holds_to_the_schema(a_map: ArgumentMap) -> None:
    wanted = without_repetitions(kept(a_map, keeps=flat.KEEPS, losses=Losses("Flat JSON")))
    written = flat.dumps(a_map)
    VALIDATOR.validate(json.loads(written.text))
    reading = flat.loads(written.text, file="a.json")
    assert reading.diagnostics == ()
    assert without_repetitions(reading.map) == wanted
    assert flat.dumps(wanted).losses == ()


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_it_is_recognised_among_other_json(path: Path) -> None:
    text = flat.dumps(argmap.load(path)).text
    assert readable_format("x.json", text.encode()).name == "flat"
    shuffled = dict(reversed(json.loads(text).items()))
    if not shuffled["sources"]:
        assert readable_format("x.json", json.dumps(shuffled).encode()) is not None


def objects_in(schema: Any) -> Iterator[dict[str, Any]]:
    waiting = [schema]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            yield one
            waiting += one.get("properties", {}).values()
            waiting += [one[key] for key in ("items", "anyOf") if key in one]


def test_the_schema_is_one_that_language_models_take() -> None:
    schema = flat_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schema["type"], "$ref" in json.dumps(schema)) == ("object", False)
    known = set("title description type enum anyOf properties items required".split())
    number = 0
    for one in objects_in(schema):
        assert one.keys() <= known | {"additionalProperties"}
        assert "type" in one or "anyOf" in one
        if one.get("type") == "object":
            assert one["additionalProperties"] is False
            assert one["required"] == list(one["properties"])
            number += len(one["properties"])
    assert 40 < number < 100


def test_the_schema_is_printed() -> None:
    assert json.loads(command("schema", "--flat").out) == flat_schema()
    assert command("schema", "--flat", "--of", "drawing").code == 2


def test_what_is_null_or_missing_says_nothing() -> None:
    a_map = read(SMALL).map
    assert a_map.claims_by_id["plant"].label is None
    assert [one.id for one in a_map.arguments] == ["plant.1", "sun", "late"]
    full = json.loads(flat.dumps(a_map).text)
    assert read(full).map == a_map
    assert not VALIDATOR.is_valid(SMALL)
    VALIDATOR.validate(full)


def test_without_theses_they_are_what_others_lead_to() -> None:
    data = {key: value for key, value in SMALL.items() if key != "theses"}
    data["arguments"] = SMALL["arguments"][:2]
    assert read(data).map.theses == ("plant",)
    assert read(changed("theses", [])).map.theses == ()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_map_of_each_genre_stands_as_before(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(template(name), encoding="utf-8")
    result = command("convert", tmp_path / "a.yaml", tmp_path / "a.json", "--to", "flat")
    assert result.code == 0
    assert "another verdict" not in result.err
    assert command("show", tmp_path / "a.json").code == 0


@pytest.mark.parametrize(
    ("path", "value", "told", "place"),
    [
        ("claims.0.text", None, "a claim needs “text”", (13, 3)),
        ("claims.0.id", None, "a claim needs “id”", (13, 3)),
        ("claims.1.id", "plant", "“plant” is there twice", (18, 3)),
        ("claims.0.text", "", "“text” has no value", (15, 12)),
        ("claims.0.home", {"map": " "}, "“map” has no value", (18, 12)),
        ("claims.0.home", {"verdict": None}, "a home needs “map”", (17, 12)),
        ("claims.0.home", "trees.yaml", "“home” should have keys of its own", (17, 12)),
        ("claims.0.home", HOME, "“plant” is argued in another map, so nothing can", (38, 3)),
        ("claims.2", AWAY, "“contradicts” changes nothing", (35, 19)),
        ("claims.0.status", "maybe", "“maybe” is not one of assumed", (17, 14)),
        ("claims.0.contradicts", ["shad"], "no claim “shad”; did you mean “shade”?", (18, 5)),
        ("claims.0.txt", "A.", "txt", (17, 4)),
        ("claims.1.sources.0.source", "papers", "no source “papers”; did you mean", (23, 16)),
        ("arguments.0.premises", ["shadow"], "there is no “shadow”", (34, 3)),
        ("arguments.0.premises", [], "“premises” is empty", (35, 16)),
        ("arguments.0.premises", "shade", "“premises” should be a list", (35, 16)),
        ("arguments.0.role", "rebuts", "“rebuts” is not one of support, attack", (38, 12)),
        ("arguments.0.target", "plants", "there is no “plants”", (34, 3)),
        ("arguments.0.strength", 3, "“3” is not a number above 0", (40, 16)),
        ("arguments.2.target", "late", "bear", (1, 1)),
        ("theses", ["plants"], "no claim “plants”; did you mean “plant”?", (10, 3)),
        ("sources.0.url", "javascript:alert(1)", "is not a link", (7, 11)),
        ("argmap-flat", 2, "“2” is not one of 1", (2, 17)),
        ("claims", [1], "", None),
        ("claims", {}, "“claims” should be a list", None),
    ],
)
def test_what_is_wrong_has_its_place(
    path: str, value: object, told: str, place: tuple[int, int] | None
) -> None:
    reading = read(changed(path, value))
    assert reading.map is None
    first = next(one for one in reading.diagnostics if told in one.message)
    if place is not None:
        assert (first.span.start.line, first.span.start.column) == place
    assert first.fix == ()


def test_nothing_contradicts_what_is_argued_in_another_map() -> None:
    data = changed("claims.2", {"id": "night", "text": "Nobody sits there.", "home": HOME})
    assert read(data).map.claims_by_id["night"].home == Home("trees.yaml")
    data["claims"][1]["contradicts"] = ["night"]
    (one,) = read(data).diagnostics
    assert one.message == "“night” is argued in another map, so nothing here contradicts it"
    assert [related.span.start.line for related in one.related] == [31]


def test_a_claim_with_a_fault_is_there_for_what_names_it() -> None:
    reading = read(changed("claims.0.text", None))
    assert [one.message for one in reading.diagnostics] == ["a claim needs “text”"]


def test_the_file_of_a_source_is_read_within_the_project_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "pyproject.toml").touch()
    (tmp_path / "paper.txt").write_text("Trees give shade.", encoding="utf-8")
    data = changed("sources.0.file", "../paper.txt")
    data["claims"][1]["sources"][0]["quote"] = "Trees give shade."
    (tmp_path / "in" / "a.json").write_text(json.dumps(data), encoding="utf-8")
    assert "outside the project" in command("check", tmp_path / "in" / "a.json").out
    data["sources"][0]["file"] = "paper.txt"
    (tmp_path / "in" / "paper.txt").write_text("Trees give light.", encoding="utf-8")
    (tmp_path / "in" / "a.json").write_text(json.dumps(data), encoding="utf-8")
    assert "quote-not-found" in command("check", tmp_path / "in" / "a.json").out


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"claims": []}', "1", '{"argmap-flat": 1, "claims": []}', "", "{"]
)
def test_what_is_no_flat_map_is_told(text: str) -> None:
    reading = read(text)
    assert reading.map is None
    assert len(reading.diagnostics) == 1
