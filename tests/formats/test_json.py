"""The map as JSON: nothing is lost, places are right, and the schema holds."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from argmap.formats import FORMATS, format_named, notation_of
from argmap.formats import json as json_map
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap
from argmap.schema import json_schema as schema
from tests.bench.convert import broad_map
from tests.examples import examples
from tests.formats.test_yaml import MAPS, chain, ladder
from tests.strategies import argument_maps


def loads(text: str) -> ArgumentMap:
    reading = json_map.loads(text, file="map.json")
    assert reading.diagnostics == ()
    return reading.map


@examples(100)
@given(argument_maps())
def test_what_is_written_reads_back_the_same(a_map: ArgumentMap) -> None:
    written = json_map.dumps(a_map)
    assert written.losses == ()
    assert loads(written.text) == a_map
    assert loads(json.dumps(json.loads(written.text), indent="\t")) == a_map
    jsonschema.validate(json.loads(written.text), schema())


@pytest.mark.parametrize("a_map", [chain(3_000), ladder(30)], ids=["chain", "ladder"])
def test_depth_is_no_trouble(a_map: ArgumentMap) -> None:
    assert loads(json_map.dumps(a_map).text) == a_map


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_it_is_recognised_among_other_json(path: Path) -> None:
    import argmap

    text = json_map.dumps(argmap.load(path)).text
    assert readable_format("x.json", text.encode()).name == "json"


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ('{"argmap": 1,\n "thesis": {"text": "A",}}', (2, 25), "this is not JSON: "),
        ('{"argmap": 1,\n\t"thesis": {"text": "A", "premisses": []}}', (2, 26), "premises"),
        ('[{"argmap": 1}]', (1, 1), "a map in JSON is an object"),
        ('{"NaN": "NaN",\n "argmap": NaN}', (2, 12), "“NaN” is no number"),
        ('{"argmap": -Infinity}', (1, 12), "“-Infinity” is no number"),
        ('{"argmap": 1' + "0" * 5_000 + "}", (1, 12), "this number has too many digits"),
        ('{"argmap": 1,\n "x": 1, "x": 2}', (2, 10), "the key “x” occurs twice here"),
        ('{"argmap": 1, "thesis": "\\ud800"}', (1, 25), "no map may hold (U+D800)"),
        ('{"argmap": 1, "thesis": ' + "[" * 150 + "]" * 150 + "}", (1, 124), "levels deep here"),
        ('{"a": ' + "[" * 200_000, (1, 1), "nested too deep"),
        ("", (1, 1), "this file is empty"),
        ('{"argmap": 1} x', (1, 15), "something follows after its end"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, place: tuple[int, int], told: str) -> None:
    reading = json_map.loads(text, file="map.json")
    assert reading.map is None
    first = reading.diagnostics[0]
    assert (first.span.start.line, first.span.start.column) == place
    assert told in first.message + (first.help or "")


@pytest.mark.parametrize(
    "name", [format.name for format in FORMATS if "json" in format.suffixes[0]]
)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"nodes":' * 50_000,
        '{"a": ' * 900 + "1" + "}" * 900,
        '{"nodes": NaN}',
        '{"nodes": [], "nodes": []}',
        '{"statements": {}, "statements": {}}',
        "9" * 10_000,
        "1e999",
        '"' + "\\" * 100_001 + '"',
        '{"nodes": [{"nodeID": "\\udfff", "type": "I", "text": "\\ud800"}]}',
        '{"statements": {"\\ud800": {"members": [{"text": "\\ud800"}]}}}',
        "\ufeff{}",
        "{'a': 1}",
        "true",
    ],
)
def test_hostile_json_ends_in_faults(name: str, text: str) -> None:
    reading = notation_of(format_named(name)).loads(text, file="x.json")
    assert reading.map is None
    assert 0 < len(reading.diagnostics) <= 101


@pytest.mark.slow
def test_a_hundred_thousand_claims_are_read_in_one_pass() -> None:
    a_map = broad_map(100_000)
    assert len(loads(json_map.dumps(a_map).text).claims) == 100_000


def test_characters_beyond_the_first_plane_may_be_written_as_pairs() -> None:
    text = '{"argmap": 1, "thesis": "A \\ud83c\\udf33 \\/ \\\\u0041 tree\\t"}'
    assert loads(text).claims[0].text == "A 🌳 / \\u0041 tree"
