"""GraphML and CSV: nodes and edges of a map, as real readers read them."""

import csv
import io
import os
import subprocess
import sys

import networkx
import pytest
from hypothesis import given
from networkx.classes.multidigraph import MultiDiGraph

from argmap.errors import MissingExtraError
from argmap.formats import csv as csv_tables
from argmap.formats import graphml
from argmap.formats.tables.nodes import COLUMNS, edges_of, nodes_of
from argmap.model import Argument, ArgumentMap, Claim, Polarity, Status
from tests.bench.convert import broad_map
from tests.examples import examples
from tests.strategies import argument_maps

TREES = ArgumentMap(
    (
        Claim("a", "A", label="First", status=Status.OPEN, credence=0.5, tags=("x", "y z")),
        Claim("b", "B, or “b”", contradicts=("c",), note="two\nlines", link="https://a.b/c"),
        Claim("c", "=1+1"),
    ),
    (
        Argument("a.1", ("b", "c"), "a", scheme="sign", strength=0.25),
        Argument("a.1.1", ("c",), "a.1", Polarity.ATTACK, label="No"),
    ),
    ("a",),
    title="Trees",
)


def graph_of(a_map: ArgumentMap) -> MultiDiGraph:
    data = io.BytesIO(graphml.dumps(a_map).text.encode())
    return networkx.read_graphml(data, force_multigraph=True)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_networkx_reads_the_graph() -> None:
    graph = graph_of(TREES)
    assert graph.graph["title"] == "Trees"
    assert graph.nodes["a"] == {
        "kind": "claim", "text": "A", "label": "First", "thesis": "yes", "status": "open",
        "credence": 0.5, "tags": "x; y z",
    }  # fmt: skip
    assert graph.nodes["a.1"] == {"kind": "argument", "scheme": "sign", "strength": 0.25}
    assert graph.nodes["b"]["note"] == "two\nlines"
    assert sorted(graph.edges(data="relation")) == [
        ("a.1", "a", "support"),
        ("a.1.1", "a.1", "attack"),
        ("b", "a.1", "premise"),
        ("b", "c", "contradiction"),
        ("c", "a.1", "premise"),
        ("c", "a.1.1", "premise"),
    ]


@examples(100)
@given(argument_maps())
def test_every_node_and_edge_is_in_both(a_map: ArgumentMap) -> None:
    edges = sorted((edge.source, edge.target, edge.relation) for edge in edges_of(a_map))
    graph = graph_of(a_map)
    assert sorted(graph.edges(data="relation")) == edges
    assert {name: dict(data) for name, data in graph.nodes(data=True)} == {
        str(node["id"]): {key: value for key, value in node.items() if key != "id"}
        for node in nodes_of(a_map)
    }
    written = csv_tables.dumps(a_map)
    ((_, further),) = written.further
    parts = (*a_map.claims_by_id, *a_map.arguments_by_id, *a_map.sources)
    assert len(rows(written.text)) == len(parts)
    plain = [[one.removeprefix("'") for one in row.values()][:3] for row in rows(further)]
    assert sorted(map(tuple, plain)) == edges


def test_tables_have_a_row_for_each_node_and_edge() -> None:
    written = csv_tables.dumps(TREES)
    found = rows(written.text)
    assert list(found[0]) == list(COLUMNS)
    assert [row["id"] for row in found] == ["a", "b", "c", "a.1", "a.1.1"]
    assert (found[1]["text"], found[1]["note"]) == ("B, or “b”", "two\nlines")
    assert (found[0]["thesis"], found[0]["credence"], found[3]["strength"]) == (
        "yes",
        "0.5",
        "0.25",
    )
    ((name, further),) = written.further
    assert name == "-edges"
    assert further.splitlines()[:3] == ["from,to,relation", "b,a.1,premise", "c,a.1,premise"]


def test_no_cell_is_a_formula() -> None:
    written = csv_tables.dumps(TREES)
    assert rows(written.text)[2]["text"] == "'=1+1"
    assert [loss.message for loss in written.losses] == [
        "CSV has no title: dropped",
        "what a spreadsheet would compute begins with an apostrophe",
    ]


@pytest.mark.slow
def test_the_same_map_is_the_same_graph_whatever_the_order_of_sets() -> None:
    program = (
        "from tests.formats.test_tables import TREES, graphml; print(graphml.dumps(TREES).text)"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True,
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in range(3)
    }  # fmt: skip
    assert len(printed) == 1


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingExtraError) as error:
        graphml.dumps(TREES)
    assert str(error.value) == (
        'GraphML needs networkx, which is not installed: pip install "argmap[graphml]"'
    )


@pytest.mark.slow
def test_many_claims_are_no_trouble() -> None:
    a_map = broad_map(5_000)
    assert len(graph_of(a_map)) == 9_999
    assert csv_tables.dumps(a_map).text.count("\n") == 10_000
