"""GraphML: what is written reads back, and graphs of others make a sensible map."""

import io

import networkx
import pytest
from hypothesis import given

from argmap.formats import graphml
from argmap.formats.losses import Losses, kept
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap
from argmap.reader import Reading
from tests.examples import examples
from tests.formats.repetitions import without_repetitions
from tests.strategies import argument_maps

YED = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!--Created by yEd 3.22-->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d5" attr.name="description" attr.type="string"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d9" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0">
      <data key="d5">Of the city</data>
      <data key="d6"><y:ShapeNode><y:Geometry height="30.0"/><y:NodeLabel>We should
plant a tree.<y:LabelModel/></y:NodeLabel></y:ShapeNode></data>
    </node>
    <node id="n1" yfiles.foldertype="group">
      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
        <y:GroupNode><y:NodeLabel>The street</y:NodeLabel></y:GroupNode>
        <y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode>
      </y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n1:">
        <node id="n1::n0"><data key="d6"><y:ShapeNode>
          <y:NodeLabel>It gives shade.</y:NodeLabel></y:ShapeNode></data></node>
        <node id="n1::n1"><data key="d6"><y:ShapeNode>
          <y:NodeLabel>Its roots lift stones.</y:NodeLabel></y:ShapeNode></data></node>
      </graph>
    </node>
    <edge id="e0" source="n1::n0" target="n0"><data key="d9"><y:PolyLineEdge>
      <y:Arrows source="none" target="standard"/></y:PolyLineEdge></data></edge>
    <edge id="e1" source="n1::n1" target="n0"><data key="d9"><y:PolyLineEdge>
      <y:LineStyle color="#FF0000" type="dashed" width="1.0"/>
      <y:EdgeLabel>speaks against it</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>
</graphml>
"""


def read(text: str) -> Reading:
    return graphml.loads(text, file="a.graphml")


def map_of(text: str) -> ArgumentMap:
    reading = read(text)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def frame(a_map: ArgumentMap) -> list[tuple[tuple[str, ...], str, str]]:
    return [(one.premises, one.polarity.value, one.target) for one in a_map.arguments]


@examples(100)
@given(argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_declared(a_map: ArgumentMap) -> None:
    written = graphml.dumps(a_map)
    reading = read(written.text)
    assert reading.diagnostics == ()
    wanted = kept(a_map, keeps=graphml.KEEPS, losses=Losses("GraphML"))
    assert reading.map == without_repetitions(wanted)
    assert readable_format("a.graphml", written.text.encode()).name == "graphml"


def test_a_graph_of_yed_has_texts_groups_and_words_at_its_lines() -> None:
    reading = read(YED)
    assert reading.map is not None
    plant, shade, roots = reading.map.claims
    assert (plant.text, plant.note) == ("We should plant a tree.", "Of the city")
    assert [one.group for one in (plant, shade, roots)] == [None, "The street", "The street"]
    assert frame(reading.map) == [
        ((shade.id,), "support", plant.id),
        ((roots.id,), "attack", plant.id),
    ]
    assert reading.map.theses == (plant.id,)
    assert reading.diagnostics == ()


def test_a_graph_of_networkx_needs_no_data() -> None:
    graph = networkx.DiGraph()
    graph.add_edge("Shade is good", "Plant", label="supports", weight=2)
    graph.add_edge("Roots", "Plant", relation="attacks", label="lifts stones")
    graph.add_node("Plant", x=3)
    stream = io.BytesIO()
    networkx.write_graphml(graph, stream)
    reading = read(stream.getvalue().decode())
    assert reading.map is not None
    assert frame(reading.map) == [
        (("shade-is-good",), "support", "Plant"),
        (("Roots",), "attack", "Plant"),
    ]
    assert sorted(one.message for one in reading.diagnostics) == [
        "data called “label” is left out",
        "data called “weight” is left out",
        "data called “x” is left out",
    ]


def test_lines_that_say_nothing_of_their_direction_are_told() -> None:
    graph = networkx.Graph([("b", "a")])
    stream = io.BytesIO()
    networkx.write_graphml(graph, stream)
    reading = read(stream.getvalue().decode())
    assert reading.map is not None
    assert frame(reading.map) == [(("b",), "support", "a")]
    assert "without direction" in reading.diagnostics[0].message


GRAPH = '<graphml>\n<graph edgedefault="directed">\n{}\n</graph>\n</graphml>\n'


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("<graphml>\n</graphml>\n", 1, "not-a-map"),
        (GRAPH.format(""), 1, "not-a-map"),
        (GRAPH.format('<node id="a">'), 4, "notation-syntax"),
        (GRAPH.format("<node/>"), 3, "missing-text"),
        (GRAPH.format('<node id="a"/>\n<node id="a"/>'), 4, "duplicate-id"),
        (GRAPH.format('<node id="a"/>\n<edge source="a" target="b"/>'), 4, "unknown-reference"),
        (GRAPH.format('<node id="a"/>\n<edge source="a"/>'), 4, "unknown-reference"),
        ('<!DOCTYPE a [\n<!ENTITY b "c">\n]>\n<graphml/>\n', 1, "notation-syntax"),
        ("</graphml>", 1, "notation-syntax"),
        ("<graph><graph/></graph><x/>", 1, "notation-syntax"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, code: str) -> None:
    reading = read(text)
    assert reading.map is None
    assert (line, code) in [(one.span.start.line, str(one.code)) for one in reading.diagnostics]


def test_the_data_that_a_key_gives_to_all_counts_for_those_that_say_nothing() -> None:
    key = '<graphml><key id="k" for="edge" attr.name="relation"><default>attack</default></key>'
    nodes = '<node id="a"/><node id="b"/><edge source="a" target="b"/>'
    text = GRAPH.format(nodes).replace("<graphml>", key)
    assert frame(map_of(text)) == [(("a",), "attack", "b")]


def test_what_stands_nowhere_is_told() -> None:
    nodes = '<node id="a"><port name="x"/></node><hyperedge/><edge source="a" target="a"/>'
    told = [one.message for one in read(GRAPH.format(nodes)).diagnostics]
    assert told == [
        "elements called “port” are left out",
        "elements called “hyperedge” are left out",
    ]


def test_nodes_by_the_names_of_aif_are_steps() -> None:
    key = '<graphml><key id="k" for="node" attr.name="type"/>'
    nodes = "".join(
        f'<node id="{name}"><data key="k">{kind}</data></node>'
        for name, kind in (("p", "I-node"), ("q", "I-node"), ("c", "I-node"), ("s", "CA-node"))
    )
    edges = "".join(f'<edge source="{one}" target="{other}"/>' for one, other in ("ps", "qs", "sc"))
    text = GRAPH.format(nodes + edges).replace("<graphml>", key)
    assert frame(map_of(text)) == [(("p", "q"), "attack", "c")]
