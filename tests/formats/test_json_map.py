"""The map as JSON: nothing is lost, places are right, and the schema holds."""

import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats import json_map
from argmap.formats.recognition import readable_format
from argmap.schema import json_schema as schema
from tests.formats.test_yaml_map import MAPS, chain, ladder
from tests.strategies import argument_maps


def loads(text):
    reading = json_map.loads(text, file="map.json")
    assert reading.diagnostics == ()
    return reading.map


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_what_is_written_reads_back_the_same(a_map):
    written = json_map.dumps(a_map)
    assert written.losses == ()
    assert loads(written.text) == a_map
    assert loads(json.dumps(json.loads(written.text), indent="\t")) == a_map
    jsonschema.validate(json.loads(written.text), schema())


@pytest.mark.parametrize("a_map", [chain(3_000), ladder(30)], ids=["chain", "ladder"])
def test_depth_is_no_trouble(a_map):
    assert loads(json_map.dumps(a_map).text) == a_map


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_it_is_recognised_among_other_json(path):
    import argmap

    text = json_map.dumps(argmap.load(path)).text
    assert readable_format("x.json", text.encode()).name == "json"


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ('{"argmap": 1,\n "thesis": {"text": "A",}}', (2, 25), "this is not JSON: "),
        ('{"argmap": 1,\n\t"thesis": {"text": "A", "premisses": []}}', (2, 26), "premises"),
        ('[{"argmap": 1}]', (1, 1), "a map in JSON is an object"),
        ('{"argmap": NaN}', (1, 1), "“NaN” is no number"),
        ('{"a": ' + "[" * 200_000, (1, 1), "nested too deep"),
        ("", (1, 1), "this file is empty"),
        ('{"argmap": 1} x', (1, 15), "something follows after its end"),
    ],
)
def test_what_is_wrong_has_its_place(text, place, told):
    reading = json_map.loads(text, file="map.json")
    assert reading.map is None
    first = reading.diagnostics[0]
    assert (first.span.start.line, first.span.start.column) == place
    assert told in first.message + (first.help or "")


def test_characters_beyond_the_first_plane_may_be_written_as_pairs():
    text = '{"argmap": 1, "thesis": "A \\ud83c\\udf33 \\/ \\\\u0041 tree\\t"}'
    assert loads(text).claims[0].text == "A 🌳 / \\u0041 tree"
