"""AIF, both ways, and beside the library arguebuf."""

import json
from dataclasses import replace
from typing import Any

import arguebuf
import pytest
from arguebuf.dump._config import Format
from arguebuf.model.graph import Graph
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.checks.runner import selected
from argmap.diagnostics import Severity
from argmap.evaluation.grounded.labelling import evaluate
from argmap.examination import check
from argmap.formats import aif
from argmap.formats.graphs.reading import says_something
from argmap.formats.losses import Losses, kept
from argmap.formats.recognition import readable_format
from argmap.model import Argument, ArgumentMap, Claim, Label, Polarity
from argmap.reader import Reading
from tests.examples import examples
from tests.strategies import argument_maps

TREE = ArgumentMap(
    (
        Claim("plant", "We should plant a tree."),
        Claim("shade", "It gives shade."),
        Claim("sun", "The bench is in the sun."),
        Claim("roots", "Its roots lift the pavement."),
        Claim("down", "They grow downwards."),
    ),
    (
        Argument("for", ("shade", "sun"), "plant", scheme="expert-opinion"),
        Argument("against", ("roots",), "plant", Polarity.ATTACK),
        Argument("undercut", ("down",), "against", Polarity.ATTACK),
    ),
    ("plant",),
)

TREE_SHAPE = {
    ("It gives shade.", "for"),
    ("The bench is in the sun.", "for"),
    ("for", "We should plant a tree."),
    ("Its roots lift the pavement.", "against"),
    ("against", "We should plant a tree."),
    ("They grow downwards.", "undercut"),
    ("undercut", "against"),
}


def read(text: str) -> Reading:
    reading = aif.loads(text, file="graph.json")
    assert reading.map is not None, reading.diagnostics
    return reading


def expected(a_map: ArgumentMap) -> ArgumentMap:
    """Return what is left of a map: no thesis is marked, so it is what all leads to."""
    a_map = kept(a_map, keeps=aif.KEEPS, losses=Losses("AIF"))
    premises = {premise for argument in a_map.arguments for premise in argument.premises}
    targets = {argument.target for argument in a_map.arguments}
    roots = tuple(c.id for c in a_map.claims if c.id in targets and c.id not in premises)
    return replace(
        a_map,
        theses=roots,
        claims=tuple(
            replace(claim, contradicts=tuple(dict.fromkeys(claim.contradicts)))
            for claim in a_map.claims
        ),
        arguments=tuple(
            replace(
                argument,
                premises=tuple(dict.fromkeys(argument.premises)),
                # Any name of a scheme is read as its id, and one that says nothing as none.
                scheme=aif.scheme_in(argument.scheme or ""),
            )
            for argument in a_map.arguments
        ),
    )


@examples(100)
@given(argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_declared(a_map: ArgumentMap) -> None:
    assume(all(map(says_something, (*a_map.claims_by_id, *a_map.arguments_by_id))))
    written = aif.dumps(a_map).text
    assert readable_format("a.json", written.encode()).name == "aif"
    found, wanted = read(written).map, expected(a_map)
    assert [a.id for a in found.arguments] == [a.id for a in wanted.arguments], written
    assert found == wanted
    assert aif.dumps(read(written).map).text == aif.dumps(expected(a_map)).text


def arguebuf_shape(graph: Graph) -> set[tuple[str, str]]:
    """Return who supports or attacks what, through which scheme nodes, by their texts."""
    return {
        (
            edge.source.id
            if isinstance(edge.source, arguebuf.SchemeNode)
            else edge.source.plain_text,
            edge.target.id
            if isinstance(edge.target, arguebuf.SchemeNode)
            else edge.target.plain_text,
        )
        for edge in graph.edges.values()
    }


def test_arguebuf_reads_what_is_written() -> None:
    graph = arguebuf.load.aif(json.loads(aif.dumps(TREE).text))
    assert {node.plain_text for node in graph.atom_nodes.values()} == {c.text for c in TREE.claims}
    assert arguebuf_shape(graph) == TREE_SHAPE
    assert graph.scheme_nodes["for"].scheme is arguebuf.Support.EXPERT_OPINION


@pytest.mark.parametrize("form", [arguebuf.dump.Format.AIF, arguebuf.dump.Format.XAIF])
def test_what_arguebuf_writes_is_the_same_graph(form: Format) -> None:
    graph = arguebuf.load.aif(json.loads(aif.dumps(TREE).text))
    text = json.dumps(arguebuf.dump.dict(graph, arguebuf.dump.Config(format=form)))
    assert readable_format("graph.json", text.encode()).name == "aif"
    found = read(text).map
    assert set(found.claims) == set(TREE.claims)
    assert {(frozenset(a.premises), a.target, a.polarity, a.scheme) for a in found.arguments} == {
        (frozenset(a.premises), a.target, a.polarity, a.scheme) for a in TREE.arguments
    }


def test_a_dialogue_becomes_notes_and_what_is_lost_is_told_once() -> None:
    nodes = [
        {"nodeID": "10", "text": "It gives shade.", "type": "I"},
        {"nodeID": "11", "text": "Plant a tree.", "type": "I"},
        {"nodeID": "12", "text": "Default Inference", "type": "RA"},
        {"nodeID": "20", "text": "Ann: it gives shade", "type": "L"},
        {"nodeID": "21", "text": "Asserting", "type": "YA"},
        {"nodeID": "30", "text": "Default Rephrase", "type": "MA"},
        {"nodeID": "31", "text": "Default Rephrase", "type": "MA"},
        {"nodeID": "40", "text": "alone", "type": "CA"},
    ]
    ends = [("10", "12"), ("12", "11"), ("20", "21"), ("21", "10"), ("10", "30"), ("99", "10")]
    edges = [{"edgeID": str(n), "fromID": a, "toID": b} for n, (a, b) in enumerate(ends)]
    text = json.dumps({"nodes": nodes, "edges": edges}, indent=0)
    reading = read(text)
    assert [claim.id for claim in reading.map.claims] == ["plant-a-tree", "it-gives-shade"]
    assert reading.map.claims_by_id["it-gives-shade"].note == "Ann: it gives shade"
    assert [d.message for d in reading.diagnostics] == [
        "edges that lead from or to no node are left out",
        "rephrases without a conclusion are left out",
        "rephrases without a premise are left out",
        "arguments without a premise are left out",
    ]
    assert {d.severity for d in reading.diagnostics} == {Severity.WARNING}
    assert reading.diagnostics[1].span.start.line == text[: text.index('"30"')].count("\n") + 1


def test_a_note_says_who_said_it_or_what_else_was_said() -> None:
    nodes = [{"nodeID": n, "text": f"Claim {n}.", "type": "I"} for n in range(5)]
    words = ["Claim 0.", "Claim 1.", "Bo Berg: so", "It’s so", ""]
    nodes += [{"nodeID": 10 + n, "text": one, "type": "L"} for n, one in enumerate(words)]
    nodes += [{"nodeID": 20 + n, "text": "Asserting", "type": "YA"} for n in range(5)]
    ends = [(10 + n, 20 + n) for n in range(5)] + [(20 + n, n) for n in range(5)]
    graph = {
        "nodes": nodes,
        "edges": [{"fromID": start, "toID": end} for start, end in ends],
        "locutions": [{"nodeID": 11, "personID": 7}, {"nodeID": 12, "personID": 8}, None],
        "participants": [
            {"participantID": 7, "firstname": "Ann", "surname": "None"},
            {"participantID": 8, "firstname": "Bo", "surname": "Berg"},
        ],
    }
    reading = aif.loads(json.dumps({"AIF": graph}))
    notes = [claim.note for claim in reading.map.claims]
    assert notes == [None, "Ann: Claim 1.", "Bo Berg: so", "It’s so", None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", "it has no list “nodes”"),
        ('{"nodes": 3}', "it has no list “nodes”"),
        ('{"nodes": []}', "this graph is empty: it has no nodes"),
        ('{"AIF": {"nodes": []}, "OVA": {}, "text": ""}', "this graph is empty: it has no nodes"),
        (
            '{"nodes": [{"nodeID": 1, "type": "RA"}, {"nodeID": 2, "type": "L"}]}',
            "this graph has no claims: of its 2 nodes, of “L”, “RA”, none is “I”",
        ),
        ('{"nodes": [7]}', "a node is an object"),
        ('{"nodes": [{"nodeID": "a", "type": "I"}]}', "“a” has no text"),
        (
            '{"nodes": [{"nodeID": 1, "type": "I", "text": "x"}, {"nodeID": "1", "type": "I"}]}',
            "two nodes are “1”",
        ),
        ('{"nodes": [', "this is not JSON"),
    ],
)
def test_what_is_no_graph_is_told(text: str, told: str) -> None:
    reading = aif.loads(text, file="graph.json")
    assert reading.map is None
    assert told in reading.diagnostics[0].message


def test_arguments_in_a_circle_are_told() -> None:
    nodes = [{"nodeID": n, "text": n, "type": "I"} for n in ("i", "j")]
    nodes += [{"nodeID": n, "text": "", "type": "CA"} for n in ("c", "d")]
    ends = [("i", "c"), ("c", "d"), ("j", "d"), ("d", "c")]
    edges = [{"fromID": a, "toID": b} for a, b in ends]
    reading = aif.loads(json.dumps({"nodes": nodes, "edges": edges}))
    assert reading.map is None
    assert "does not bear on a claim" in reading.diagnostics[0].message


@pytest.mark.parametrize("escaped", [True, False])
def test_letters_that_were_misread_before_are_repaired_and_that_is_told(escaped: bool) -> None:
    nodes = [{"nodeID": "1", "text": "It\u0092s \u0093cheap\u0094.", "type": "I"}]
    text = json.dumps({"nodes": nodes, "edges": []}, ensure_ascii=escaped)
    for data in (text, text.encode()):
        reading = aif.loads(data)
        assert reading.map is not None
        assert reading.map.claims[0].text == "It’s “cheap”."
        (found,) = reading.diagnostics
        assert (found.code, found.span.start.column) == ("left-out", text.index("It") + 3)


def test_control_characters_that_are_no_letters_anywhere_are_refused() -> None:
    nodes = [{"nodeID": "1", "text": "It\u0081s", "type": "I"}]
    assert aif.loads(json.dumps({"nodes": nodes, "edges": []})).map is None


def graph_of(nodes: dict[str, str], ends: list[tuple[str, str]]) -> str:
    """Return a graph whose nodes are claims but where a type is given; claims say their names."""
    return json.dumps(
        {
            "nodes": [
                {"nodeID": name, "text": f"Claim {name}." if kind == "I" else "", "type": kind}
                for name, kind in nodes.items()
            ],
            "edges": [{"fromID": start, "toID": end} for start, end in ends],
        }
    )


def test_a_rephrase_is_a_marked_support_so_that_no_claim_is_without_a_part() -> None:
    nodes = dict.fromkeys(("again", "once", "too"), "I") | {"m": "MA", "y": "YA"}
    text = graph_of(nodes, [("again", "m"), ("too", "m"), ("m", "once"), ("y", "m")])
    found = read(text).map
    assert {(a.premises, a.target, a.label, a.tags) for a in found.arguments} == {
        (("again",), "once", "rephrase", ("rephrase",)),
        (("too",), "once", "rephrase", ("rephrase",)),
    }
    assert found.theses == ("once",)
    findings = check(read(text), selection=selected([], []), given_texts={})
    assert "unused-claim" not in {finding.code for finding in findings}


def test_rephrases_are_written_as_they_are_read() -> None:
    nodes = dict.fromkeys(("again", "once"), "I") | {"m": "MA"}
    found = read(graph_of(nodes, [("again", "m"), ("m", "once")])).map
    writing = aif.dumps(found)
    assert [loss.message for loss in writing.losses] == ["AIF has no mark for a thesis: dropped"]
    assert {node["type"] for node in json.loads(writing.text)["nodes"]} == {"I", "MA"}
    assert read(writing.text).map == found


@given(argument_maps(min_claims=1), st.sampled_from(["rephrase", "Default Rephrase", "In short"]))
def test_rephrases_among_other_arguments_read_back(a_map: ArgumentMap, label: str) -> None:
    claims = [*kept(a_map, keeps=aif.KEEPS, losses=Losses("AIF")).claims, Claim("z9", "Again.")]
    rephrase = Argument("m9", ("z9",), claims[0].id, label=label, tags=("rephrase",))
    found = read(aif.dumps(ArgumentMap(tuple(claims), (rephrase,))).text).map
    (argument,) = found.arguments
    assert argument.tags == ("rephrase",)
    assert argument.label == (label if label == "In short" else "rephrase")


def test_rephrases_that_close_a_circle_are_notes_and_nothing_falls() -> None:
    nodes = dict.fromkeys(("a", "b", "c"), "I") | dict.fromkeys(("m", "n"), "MA") | {"r": "RA"}
    ends = [("a", "m"), ("m", "b"), ("b", "n"), ("n", "a"), ("b", "r"), ("r", "c")]
    reading = read(graph_of(nodes, ends))
    assert {(a.premises, a.target) for a in reading.map.arguments} == {
        (("a",), "b"),
        (("b",), "c"),
    }
    assert reading.map.claims_by_id["a"].note == "rephrase: Claim b."
    assert [d.message for d in reading.diagnostics] == [
        "rephrases that would close a circle of support are notes"
    ]
    labels = {id: one.label for id, one in evaluate(reading.map).claims.items()}
    assert set(labels.values()) == {Label.ACCEPTED}


def test_what_attacks_a_rephrase_undercuts_it() -> None:
    nodes = dict.fromkeys(("a", "b", "d"), "I") | {"m": "MA", "x": "CA"}
    found = read(graph_of(nodes, [("a", "m"), ("m", "b"), ("d", "x"), ("x", "m")])).map
    assert {(a.premises, a.target) for a in found.arguments} == {(("a",), "b"), (("d",), "m")}


def test_a_locution_that_is_rephrased_stands_for_the_one_claim_that_it_makes() -> None:
    nodes = dict.fromkeys(("a", "b"), "I") | {"m": "MA", "l": "L", "y": "YA"}
    ends = [("l", "y"), ("y", "b"), ("a", "m"), ("m", "l")]
    assert [(a.premises, a.target) for a in read(graph_of(nodes, ends)).map.arguments] == [
        (("a",), "b")
    ]


def test_nodes_that_are_joined_to_far_too_many_others_are_refused() -> None:
    names = [f"n{number}" for number in range(1_500)]
    nodes = dict.fromkeys(names, "I") | {"r": "RA", "m": "MA"}
    for node in ("r", "m"):
        ends = [(name, node) for name in names] + [(node, name) for name in names]
        reading = aif.loads(graph_of(nodes, ends))
        assert reading.map is None
        assert "than can be read" in reading.diagnostics[0].message


# The shape of what OVA2 saves.
OVA2: dict[str, Any] = {
    "analysis": {"url": "", "txt": 'Ann: <span class="highlighted" id="node2">shade!</span>'},
    "nodes": [
        {"id": 1, "type": "I", "text": "Plant a tree.", "scheme": "0", "participantID": 0,
         "visible": True, "x": 10, "y": 20, "timestamp": ""},
        {"id": 2, "type": "I", "text": "It gives shade.", "scheme": "0", "participantID": 0,
         "visible": True, "x": 10, "y": 90, "timestamp": ""},
        {"id": 3, "type": "RA", "text": "Expert Opinion", "scheme": "81", "participantID": 0,
         "visible": True, "x": 10, "y": 50, "timestamp": ""},
        {"id": 4, "type": "L", "text": "shade!", "scheme": "0", "participantID": 7,
         "visible": True, "x": 60, "y": 90, "timestamp": ""},
        {"id": 5, "type": "YA", "text": "Asserting", "scheme": "74", "participantID": 0,
         "visible": True, "x": 40, "y": 90, "timestamp": ""},
    ],
    "edges": [
        {"from": {"id": start, "text": ""}, "to": {"id": end, "text": ""}, "visible": True}
        for start, end in ((2, 3), (3, 1), (4, 5), (5, 2))
    ],
    "participants": [{"id": 7, "firstname": "Ann", "surname": "Berg"}],
}  # fmt: skip


def test_what_ova2_saves_is_read() -> None:
    text = json.dumps(OVA2, indent=1)
    assert readable_format("analysis.json", text.encode()).name == "aif"
    reading = read(text)
    found = reading.map
    assert [(a.premises, a.target, a.scheme) for a in found.arguments] == [
        (("it-gives-shade",), "plant-a-tree", "expert-opinion")
    ]
    assert found.claims_by_id["it-gives-shade"].note == "Ann Berg: shade!"
    assert [d.message for d in reading.diagnostics] == ["the text that was analysed is left out"]


def test_a_fault_of_what_ova2_saves_has_a_place() -> None:
    nodes = [{**OVA2["nodes"][0], "text": ""}]
    text = json.dumps({**OVA2, "nodes": nodes}, indent=1)
    (fault,) = aif.loads(text).diagnostics
    assert fault.span.start.line == text[: text.index('"id"')].count("\n") + 1


@pytest.mark.parametrize(
    "graph",
    [
        {
            **OVA2,
            "edges": [{"from": 2, "to": 3}, {"from": 3, "to": 1}, {"to": {}}, {"from": []}, 7],
        },
        {**OVA2, "participants": 3, "analysis": [], "edges": None},
        {**OVA2, "nodes": [*OVA2["nodes"], {"id": None, "type": "L"}, {}, [], {"id": {}}]},
    ],
)
def test_ova2_with_parts_of_a_wrong_kind_is_no_accident(graph: dict[str, object]) -> None:
    reading = aif.loads(json.dumps(graph))
    assert reading.map is not None or reading.diagnostics


def test_what_ova3_saves_is_read_wherever_the_graph_stands_in_it() -> None:
    graph = json.loads(graph_of({"a": "I", "b": "I", "r": "RA"}, [("b", "r"), ("r", "a")]))
    text = json.dumps({"OVA": {"firstname": "Ann", "nodes": []}, "text": "A. B.", "AIF": graph})
    assert readable_format("a.json", text.encode()).name == "aif"
    assert read(text).map.theses == ("a",)
