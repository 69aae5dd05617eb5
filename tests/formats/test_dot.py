"""DOT: what is written reads back, and graphs of others make a sensible map."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from argmap.formats import dot
from argmap.formats.recognition import readable_format
from argmap.layout.engine import Limits
from argmap.layout.engines import ENGINES
from argmap.model import ArgumentMap, Polarity
from argmap.pipeline import convert, draw, loads
from argmap.reader import Reading
from tests.examples import examples
from tests.formats.test_canvas import MAP
from tests.render.hostile import hostile_map
from tests.strategies import argument_maps

GRAPH = """\
// a comment
/* and one
   over two lines */
strict digraph "G" {
  label="Trees"; rankdir=BT; layout = neato;
  node [shape=box, style=filled]
  subgraph cluster_square {
    label="The \\"square\\"";
    shade [label="It gives\\nshade. \\\\o/ &amp; more", URL="https://example.org"]
    subgraph { rank=same; roots }
  }
  plant [label=<<b>We</b> should<br/>plant &lt;a&gt; tree.>];
  rec [shape=record, label="{<f0> old|{<f1> big}}"];
  shade -> plant [label="supports"];
  roots -> plant [xlabel=undermines];
  rec:f0 -> plant [color="#cc0000"]
  plant -> alone [dir=back, label=because]
  tall -> roots [arrowhead=tee];
  p [shape=point]
  tall -> p; rec -> p; p -> shade [label="undercuts", style=dashed];
}
"""


def read(text: str) -> Reading:
    return dot.loads(text, file="a.dot")


def map_of(text: str) -> ArgumentMap:
    reading = read(text)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def frame(a_map: ArgumentMap) -> list[tuple[tuple[str, ...], str, str]]:
    return sorted((one.premises, one.polarity.value, one.target) for one in a_map.arguments)


@examples(30)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=5))
def test_what_is_written_reads_back(a_map: ArgumentMap) -> None:
    a_map = replace(a_map, style=replace(a_map.style, theme=None, parts=None, fit=None))
    written = convert(a_map, to="dot")
    assert written.losses == ()
    reading = read(written.text)
    assert reading.map == a_map
    assert reading.diagnostics == ()
    assert readable_format("a.gv", written.text.encode()).name == "dot"


def test_graphviz_passes_over_the_map_below_its_drawing() -> None:
    hostile = hostile_map()
    claims = tuple(replace(one, note=f"}} */ \\\n# {one.text}") for one in hostile.claims)
    carrying = convert(replace(hostile, claims=claims), to="dot").text
    alone = carrying.partition("// argmap ")[0]
    shown = [ENGINES[0].run(text, output="dot", limits=Limits()) for text in (carrying, alone)]
    assert shown[0] == shown[1]


def shape(a_map: ArgumentMap) -> set[tuple[frozenset[str], str, str]]:
    steps = {one.id: "a step" for one in a_map.arguments}
    return {
        (frozenset(one.premises), one.polarity.value, steps.get(one.target, one.target))
        for one in a_map.arguments
    }


@examples(60)
@given(argument_maps(min_claims=1, max_claims=6, max_arguments=5))
def test_a_drawing_without_its_map_has_the_same_claims_and_arguments(a_map: ArgumentMap) -> None:
    a_map = replace(a_map, style=replace(a_map.style, theme=None, parts=None, fit=None))
    text = convert(a_map, to="dot").text.partition("// argmap ")[0]
    found = map_of(text)
    assert len(found.claims) == len(a_map.claims)
    assert sorted(one.polarity for one in found.arguments) == sorted(
        one.polarity for one in a_map.arguments
    )
    if all(re.fullmatch("[A-Za-z]+", name) for name in a_map.claims_by_id):
        assert shape(found) == shape(a_map)


def test_what_argmap_draws_has_the_same_claims_and_arguments() -> None:
    a_map = loads(MAP)
    found = map_of(draw(a_map, format="dot").decode())
    assert shape(found) == shape(a_map)
    assert found.claims_by_id["plant"].text == "Plant [it]: We should plant a *pear* tree."
    assert found.claims_by_id["roots"].text == "Its roots lift the pavement."
    assert found.contradictions_of("people") == ("empty",)


def test_what_is_drawn_anew_counts_and_what_cannot_be_seen_stays() -> None:
    text = convert(loads(MAP), to="dot").text
    found = map_of(text.replace("digraph {\n", "digraph {\n  new -> roots [label=rebuts]\n", 1))
    assert found.title == "Trees"
    assert found.claims_by_id["it-will-shade-the-bench"].note == "Seen."
    assert [
        (one.premises, one.scheme) for one in found.arguments_on("plant", Polarity.SUPPORT)
    ] == [(("it-will-shade-the-bench", "people"), "sign")]
    (added,) = found.arguments_on("roots")
    assert (added.premises, added.polarity) == (("new",), Polarity.ATTACK)


def test_a_graph_of_others_is_read() -> None:
    reading = read(GRAPH)
    a_map = reading.map
    assert a_map is not None, reading.diagnostics
    assert {claim.id: claim.text for claim in a_map.claims} == {
        "shade": "It gives shade. \\o/ & more",
        "roots": "roots",
        "plant": "We should plant <a> tree.",
        "rec": "old big",
        "alone": "alone",
        "tall": "tall",
    }
    groups = {claim.id: claim.group for claim in a_map.claims if claim.group}
    assert groups == {"shade": 'The "square"', "roots": 'The "square"'}
    assert a_map.claims_by_id["shade"].link == "https://example.org"
    assert a_map.title == "Trees"
    assert frame(a_map) == [
        (("plant",), "support", "alone"),
        (("rec",), "attack", "plant"),
        (("roots",), "attack", "plant"),
        (("shade",), "support", "plant"),
        (("tall",), "attack", "roots"),
        (("tall", "rec"), "attack", "shade"),
    ]
    assert reading.diagnostics == ()


def test_what_may_mean_something_else_is_told() -> None:
    reading = read("graph { a -- b [style=dashed] }\ngraph { c }\n")
    assert reading.map is not None
    assert [(one.span.start.line, one.message) for one in reading.diagnostics] == [
        (1, "lines without direction lead from the first to the second"),
        (1, "broken lines without words are read as support"),
        (2, "what follows the first graph is left out"),
    ]


def test_places_are_those_of_names() -> None:
    (found,) = read('digraph {\n  "a b" -> c;\n  c -> d [label=foo]\n}\n').diagnostics
    assert (found.span.start.line, "say no relation" in found.message) == (2, True)


def test_small_boxes_of_others_are_no_steps() -> None:
    text = "digraph { node [height=0.25, width=0.4, shape=box]; a -> b [dir=back]; c -> a -> d }"
    assert sorted(c.id for c in map_of(text).claims) == ["a", "b", "c", "d"]


def test_a_graph_may_say_that_it_is_written_in_latin_1() -> None:
    text = 'digraph { charset="latin1"; a [label="Mañana – é"] }'
    (claim,) = map_of(text).claims
    assert claim.text == "Mañana – é"
    latin = dot.loads(text.replace("–", "-").encode("latin-1"))
    assert latin.map is not None
    assert latin.map.claims[0].text == "Mañana - é"


def test_large_graphs_are_read_without_being_drawn() -> None:
    edges = "".join(f"n{one} -> n{one // 3}; n{one} -> n{one * 7 % 3000};\n" for one in range(3000))
    assert len(map_of(f"digraph {{ layout=dot\n{edges}}}").claims) == 3000


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("", 1, 1, "not-a-map"),
        ("hello", 1, 1, "not-a-map"),
        ("digraph {}", 1, 1, "not-a-map"),
        ("digraph {\n  a -> b\n", 1, 9, "notation-syntax"),
        ('digraph {\n  a [label="x]\n}\n', 2, 12, "notation-syntax"),
        ("digraph {\n  a -> ;\n}\n", 2, 5, "notation-syntax"),
        ("digraph {\n  a -- b;\n}\n", 2, 5, "notation-syntax"),
        ("graph {\n  a -> b;\n}\n", 2, 5, "notation-syntax"),
        ("digraph {\n  a ]\n}\n", 2, 5, "notation-syntax"),
        ("digraph {\n  a [label=<<b>x]\n}\n", 2, 12, "notation-syntax"),
        ("digraph {\n  /* a\n}\n", 2, 3, "notation-syntax"),
        ("digraph {\n  a ~ b\n}\n", 2, 5, "notation-syntax"),
        ("digraph {\n  a [=]\n}\n", 1, 1, "notation-syntax"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, column: int, code: str) -> None:
    reading = read(text)
    assert reading.map is None
    found = reading.diagnostics[0]
    assert (*found.span.start, str(found.code)) == (line, column, code)
