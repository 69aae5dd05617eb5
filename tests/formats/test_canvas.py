"""JSON Canvas: what is written reads back, and what is drawn in Obsidian makes a sensible map."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from pyjsoncanvas import Canvas

from argmap.formats import canvas
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap, Polarity
from argmap.pipeline import convert, draw, loads
from argmap.reader import Reading
from tests.examples import examples
from tests.strategies import argument_maps

MAP = """\
argmap: 1
title: Trees
thesis:
  id: plant
  text: We should plant a *pear* tree.
  label: Plant [it]
  arguments:
    - scheme: sign
      premises:
        - {text: It will shade the bench., group: The square, tags: [x], note: Seen.}
        - {id: people, text: People sit there., contradicts: empty}
      rebuttals: [The bench is gone.]
      backing: [Shade is good.]
  rebuttals:
    - {id: roots, text: Its roots lift the pavement.}
claims:
  - {id: empty, text: Nobody sits there.}
"""


def read(data: Any) -> Reading:
    text = data if isinstance(data, str) else json.dumps(data, indent=1)
    return canvas.loads(text, file="a.canvas")


def map_of(data: Any) -> ArgumentMap:
    reading = read(data)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def frame(a_map: ArgumentMap) -> list[tuple[tuple[str, ...], str, str]]:
    return [(one.premises, one.polarity.value, one.target) for one in a_map.arguments]


def box(name: str, text: str = "", **more: Any) -> dict[str, Any]:
    sides = {"x": 0, "y": 0, "width": 10, "height": 10}
    return {"id": name, "type": "text", "text": text or name.upper(), **sides, **more}


def line(start: str, end: str, **more: Any) -> dict[str, Any]:
    return {"id": f"{start}{end}", "fromNode": start, "toNode": end, **more}


@examples(15)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=5))
def test_what_is_written_reads_back(a_map: ArgumentMap) -> None:
    style = replace(a_map.style, theme=None, parts=None, fit=None)
    a_map = replace(a_map, style=style)
    written = convert(a_map, to="canvas")
    assert written.losses == ()
    reading = read(written.text)
    assert reading.map == a_map
    assert reading.diagnostics == ()
    assert readable_format("a.canvas", written.text.encode()).name == "canvas"


def test_a_drawing_without_its_map_has_the_same_claims_and_arguments() -> None:
    a_map = loads(MAP)
    found = map_of(draw(a_map, format="canvas").decode())
    assert {(c.id, c.text, c.label, c.group) for c in found.claims} == {
        (c.id, c.text, c.label, c.group) for c in a_map.claims
    }
    by_target = {(frozenset(a.premises), a.target, a.polarity) for a in found.arguments}
    assert by_target == {(frozenset(a.premises), a.target, a.polarity) for a in a_map.arguments}
    assert found.contradictions_of("people") == ("empty",)
    assert found.theses == ("plant",)


def test_where_boxes_lie_does_not_matter() -> None:
    a_map = loads(MAP)
    data = json.loads(convert(a_map, to="canvas").text)
    for node in data["nodes"]:
        node["x"] += 7
    data["nodes"].reverse()
    assert map_of(data) == a_map


def test_a_reader_of_others_passes_over_the_map() -> None:
    a_map = loads(MAP)
    shown = Canvas.from_json(convert(a_map, to="canvas").text)
    alone = Canvas.from_json(draw(a_map, format="canvas").decode())
    assert [one.id for one in shown.nodes] == [one.id for one in alone.nodes]
    assert len(shown.edges) == len(alone.edges)


def test_what_is_drawn_anew_counts_and_what_cannot_be_seen_stays() -> None:
    a_map = loads(MAP)
    data = json.loads(convert(a_map, to="canvas").text)
    shade = next(node for node in data["nodes"] if "shade" in node.get("text", ""))
    shade["text"] = "It will shade all benches."
    data["nodes"].append(box("new", "Roots grow down."))
    data["edges"].append(line("new", "roots", label="rebuts"))
    found = map_of(data)
    claim = found.claims_by_id[shade["id"]]
    assert (claim.text, claim.tags, claim.note) == ("It will shade all benches.", ("x",), "Seen.")
    assert found.title == "Trees"
    assert found.arguments_on("plant")[0] == a_map.arguments_on("plant")[0]
    (added,) = found.arguments_on("roots")
    assert (added.premises, added.polarity) == (("new",), Polarity.ATTACK)


def test_a_map_that_cannot_be_read_is_told_and_the_drawing_read() -> None:
    data = json.loads(convert(loads(MAP), to="canvas").text)
    data["argmap"]["map"]["thesis"] = 5
    data["argmap"]["map"]["unknown"] = 5
    reading = read(data)
    assert reading.map is not None
    assert len(reading.map.claims) == 7
    assert "only what is drawn is read" in reading.diagnostics[0].message


def test_lines_are_arguments_by_their_words_and_their_colour() -> None:
    nodes = [box(name) for name in "abcdefg"]
    edges = [
        line("b", "a"),
        line("c", "a", label="rebuts"),
        line("d", "a", color="1"),
        line("e", "a", color="#ff0000"),
        line("f", "a", label="because"),
        line("a", "g", fromEnd="arrow", toEnd="none"),
    ]
    assert sorted(frame(map_of({"nodes": nodes, "edges": edges}))) == [
        (("a",), "support", "f"),
        (("b",), "support", "a"),
        (("c",), "attack", "a"),
        (("d",), "attack", "a"),
        (("e",), "attack", "a"),
        (("g",), "support", "a"),
    ]


def test_boxes_of_all_kinds_are_claims_with_their_links() -> None:
    nodes = [
        box("a", "# Trees\n\nWe **should** plant\n- a [[Pear|pear]]"),
        {**box("b"), "type": "file", "file": "notes/Shade is good.md"},
        {**box("c"), "type": "link", "url": "https://example.org/x"},
        {**box("g"), "type": "group", "label": "All", "x": -5, "y": -5, "width": 50, "height": 50},
        box("e", " "),
        {**box("f"), "type": "video"},
    ]
    reading = read({"nodes": nodes, "edges": [line("b", "a"), line("b", "g")]})
    assert reading.map is not None
    a, b, c = reading.map.claims
    assert (a.label, a.text, a.group) == ("Trees", "We should plant a pear", "All")
    assert (b.text, b.link) == ("Shade is good", "notes/Shade%20is%20good.md")
    assert (c.text, c.link) == ("https://example.org/x", "https://example.org/x")
    assert {one.message for one in reading.diagnostics} == {
        "boxes that show nothing are left out",
        "boxes of the kind “video” are left out",
        "lines to what is no claim are left out",
    }


def test_premises_meet_in_a_box_with_a_plus() -> None:
    nodes = [box("a"), box("b"), box("c"), box("p", "+")]
    edges = [line("a", "p"), line("b", "p"), line("p", "c", label="attacks")]
    assert frame(map_of({"nodes": nodes, "edges": edges})) == [(("a", "b"), "attack", "c")]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, "notation-syntax"),
        ("{\n", 2, "notation-syntax"),
        ("[]", 1, "not-a-map"),
        ("{}", 1, "not-a-map"),
        ('{"nodes": 5}', 1, "not-a-map"),
        ('{"nodes": [5], "edges": 7}', 1, "not-a-map"),
        ('{"nodes": [{"type": "text", "text": "A"}]}', 1, "missing-text"),
        (json.dumps({"nodes": [box("a"), box("b"), box("b")]}, indent=1), 19, "duplicate-id"),
        ('{"nodes": [{"id": "a", "type": "text", "text": "\\u0001A"}]}', 1, "bad-value"),
        ("[" * 100_000, 1, "too-deep"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, code: str) -> None:
    reading = read(text)
    assert reading.map is None
    assert code in [str(one.code) for one in reading.diagnostics]
    if code != "duplicate-id":
        assert reading.diagnostics[0].span.start.line == line
