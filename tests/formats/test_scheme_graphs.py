"""Arguebuf and SADFace, both ways, and beside the library arguebuf."""

import json
import re
from dataclasses import replace
from types import ModuleType
from typing import Any

import arguebuf
import pytest
from hypothesis import assume, given

from argmap.formats import arguebuf as arguebuf_json
from argmap.formats import sadface
from argmap.formats.graphs.reading import says_something
from argmap.formats.losses import Losses, kept
from argmap.formats.recognition import readable_format
from argmap.model import Argument, ArgumentMap, Citation, Claim, Polarity, Source
from argmap.reader import Reading
from argmap.values import is_link
from tests.examples import examples
from tests.formats.test_aif import TREE, TREE_SHAPE, arguebuf_shape
from tests.strategies import argument_maps

NAMES = {arguebuf_json: "arguebuf", sadface: "sadface"}


def read(notation: ModuleType, text: str) -> Reading:
    reading = notation.loads(text, file="graph.json")
    assert reading.map is not None, reading.diagnostics
    return reading


def roots(a_map: ArgumentMap) -> tuple[Any, ...]:
    premises = {premise for argument in a_map.arguments for premise in argument.premises}
    targets = {argument.target for argument in a_map.arguments}
    return tuple(c.id for c in a_map.claims if c.id in targets and c.id not in premises)


def left_of_source(source: Any) -> Any:
    address = source.url or source.container
    linked = address is not None and is_link(address, relative=False)
    return Source(
        source.id,
        title=source.title,
        url=address if linked else None,
        container=None if linked else address,
    )


def expected(notation: ModuleType, a_map: ArgumentMap) -> ArgumentMap:
    """Return what is left of a map: one thesis, sources with a title and an address, quotes."""
    a_map = kept(a_map, keeps=notation.KEEPS, losses=Losses(notation.NOTATION))
    is_arguebuf = notation is arguebuf_json

    def claim(one: Claim) -> Claim:
        cited = [replace(citation, at=None) for citation in one.citations]
        others = dict.fromkeys(one.contradicts)
        if not is_arguebuf:
            others.pop(one.id, None)
        citations = tuple(cited[:1] if is_arguebuf else cited)
        return replace(one, citations=citations, contradicts=tuple(others))

    def argument(one: Argument) -> Argument:
        scheme = one.scheme
        if is_arguebuf and (one.polarity is Polarity.ATTACK or scheme not in arguebuf_json.SCHEMES):
            scheme = None
        if not is_arguebuf:
            # Any name of a scheme is read as its id, and one that says nothing as none.
            scheme = sadface._scheme_named(scheme or "")
        return replace(one, scheme=scheme, premises=tuple(dict.fromkeys(one.premises)))

    return replace(
        a_map,
        theses=a_map.theses[:1] or roots(a_map),
        sources=tuple(map(left_of_source, a_map.sources)),
        claims=tuple(map(claim, a_map.claims)),
        arguments=tuple(map(argument, a_map.arguments)),
    )


@pytest.mark.parametrize("notation", [arguebuf_json, sadface])
@examples(100)
@given(a_map=argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_declared(
    notation: ModuleType, a_map: ArgumentMap
) -> None:
    names = [*a_map.claims_by_id, *a_map.arguments_by_id, *(one.id for one in a_map.sources)]
    assume(all(map(says_something, names)))
    text = notation.dumps(a_map).text
    assert readable_format("a.json", text.encode()).name == NAMES[notation]
    found, wanted = read(notation, text).map, expected(notation, a_map)
    assert found == wanted
    assert notation.dumps(found).text == notation.dumps(wanted).text


CITED = ArgumentMap(
    (
        Claim("plant", "We should plant a tree."),
        Claim("shade", "It gives shade.", citations=(Citation("park", "p. 3", "ample shade"),)),
    ),
    (Argument("plant.1", ("shade",), "plant"),),
    ("plant",),
    (Source("park", title="The park", authors=("Ann",), url="https://example.org/park"),),
    title="A tree",
)


def test_arguebuf_reads_what_is_written() -> None:
    graph = arguebuf.load.dict(json.loads(arguebuf_json.dumps(TREE).text))
    assert arguebuf_shape(graph) == TREE_SHAPE
    assert graph.scheme_nodes["for"].scheme is arguebuf.Support.EXPERT_OPINION
    assert graph.major_claim.plain_text == "We should plant a tree."
    cited = arguebuf.load.dict(json.loads(arguebuf_json.dumps(CITED).text))
    reference = cited.atom_nodes["shade"].reference
    assert reference.plain_text == "ample shade"
    assert reference.resource.title == "The park"
    assert reference.resource.source == "https://example.org/park"


@pytest.mark.parametrize("a_map", [TREE, CITED])
def test_what_arguebuf_writes_is_the_same_graph(a_map: ArgumentMap) -> None:
    graph = arguebuf.load.dict(json.loads(arguebuf_json.dumps(a_map).text))
    text = json.dumps(arguebuf.dump.dict(graph))
    assert readable_format("graph.json", text.encode()).name == "arguebuf"
    found = read(arguebuf_json, text).map
    wanted = expected(arguebuf_json, a_map)
    assert set(found.claims) == set(wanted.claims)
    assert {a.id for a in found.arguments} == {a.id for a in wanted.arguments}
    assert found.sources == wanted.sources
    assert found.theses == wanted.theses


def test_rephrases_of_arguebuf_are_marked_supports_both_ways() -> None:
    rephrase = Argument("m", ("shade",), "plant", label="rephrase", tags=("rephrase",))
    a_map = replace(CITED, arguments=(rephrase,))
    writing = arguebuf_json.dumps(a_map)
    graph = arguebuf.load.dict(json.loads(writing.text))
    assert graph.scheme_nodes["m"].scheme is arguebuf.Rephrase.DEFAULT
    again = json.dumps(arguebuf.dump.dict(graph))
    for text in (writing.text, again):
        assert read(arguebuf_json, text).map.arguments == (rephrase,)


def test_every_scheme_that_is_written_is_one_of_the_library() -> None:
    known = {scheme.name for scheme in arguebuf.Support}
    assert set(arguebuf_json.SCHEMES.values()) <= known


def test_arguebuf_reads_what_is_written_in_sadface() -> None:
    graph = arguebuf.load.sadface(json.loads(sadface.dumps(TREE).text))
    names = {sadface._uuid(id): id for id in ("for", "against", "undercut")}
    shape = {tuple(names.get(end, end) for end in ends) for ends in arguebuf_shape(graph)}
    assert shape == TREE_SHAPE


def test_documents_of_sadface_name_their_parts_by_uuids() -> None:
    document = json.loads(sadface.dumps(CITED).text)
    parts = [*document["nodes"], *document["edges"], *document["resources"]]
    assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", p["id"]) for p in parts)
    assert len({part["id"] for part in parts}) == len(parts)


def test_a_document_of_an_earlier_version_is_read() -> None:
    document = {
        "analyst_name": "Ann",
        "nodes": [
            {"id": "1", "type": "atom", "text": "Plant a tree.", "sources": [], "metadata": {}},
            {"id": "2", "type": "scheme", "name": "support", "metadata": {}},
            {"id": "3", "type": "atom", "text": "It gives shade.", "metadata": {}},
            {"id": "4", "type": "scheme", "name": "conflict", "metadata": {}},
            {"id": "5", "type": "atom", "text": "There is shade already.", "metadata": {}},
        ],
        "edges": [
            {"id": str(number), "source_id": start, "target_id": end}
            for number, (start, end) in enumerate([("3", "2"), ("2", "1"), ("5", "4"), ("4", "3")])
        ],
        "resources": [],
    }
    text = json.dumps(document)
    assert readable_format("tree.json", text.encode()).name == "sadface"
    found = read(sadface, text).map
    assert found.theses == ("plant-a-tree",)
    assert [(a.premises, a.target, a.polarity.value) for a in found.arguments] == [
        (("it-gives-shade",), "plant-a-tree", "support"),
        (("there-is-shade-already",), "it-gives-shade", "attack"),
    ]


def test_claims_that_disagree_contradict_each_other() -> None:
    nodes = [{"id": n, "type": "atom", "text": t} for n, t in (("1", "Yes."), ("2", "No."))]
    nodes.append({"id": "3", "type": "conflict", "name": "disagree"})
    edges = [{"id": end, "source_id": "3", "target_id": end} for end in ("1", "2")]
    found = read(sadface, json.dumps({"nodes": nodes, "edges": edges})).map
    assert found.claims_by_id["yes"].contradicts == ("no",)


@pytest.mark.parametrize(
    ("notation", "text", "told"),
    [
        (arguebuf_json, "[]", "no object “nodes”"),
        (arguebuf_json, '{"nodes": []}', "no object “nodes”"),
        (arguebuf_json, '{"nodes": {}}', "there is no claim"),
        (arguebuf_json, '{"nodes": {"a": 3}}', "“a” should be an object"),
        (arguebuf_json, '{"nodes": {"a": {"atom": {"text": ""}}}}', "“a” has no text"),
        (sadface, "3", "no list “nodes”"),
        (sadface, '{"nodes": {}}', "no list “nodes”"),
        (sadface, '{"nodes": [3]}', "a node is an object"),
        (sadface, '{"nodes": [{"id": "a", "type": "atom"}]}', "“a” has no text"),
        (
            sadface,
            '{"nodes": [{"id": 1, "type": "atom", "text": "x"}, {"id": 1, "type": "conflict"}]}',
            "two nodes are “1”",
        ),
        (sadface, '{"nodes": [', "this is not JSON"),
    ],
)
def test_what_is_no_graph_is_told(notation: ModuleType, text: str, told: str) -> None:
    reading = notation.loads(text, file="graph.json")
    assert reading.map is None
    assert any(told in found.message for found in reading.diagnostics), reading.diagnostics
