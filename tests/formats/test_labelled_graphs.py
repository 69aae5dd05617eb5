"""Graphs of boxes and lines with words."""

import pytest

from argmap.faults import FaultLog
from argmap.formats.graphs.labelled import LabelledGraph, Line
from argmap.formats.graphs.relations import Relation, Said, relation_in
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap
from argmap.source import at_start

HERE = at_start("a")
SUPPORT, ATTACK = Relation.SUPPORT, Relation.ATTACK


def graph_of(claims: str, steps: str, *lines: tuple[str, str, Relation | None]) -> LabelledGraph:
    graph = LabelledGraph("a", FaultLog(), Losses("A map"))
    for name in claims:
        graph.claim(name, name.upper(), HERE)
    for name in steps:
        graph.step(name, HERE)
    for start, end, relation in lines:
        graph.line(Line(start, end, relation, HERE))
    return graph


def map_of(graph: LabelledGraph) -> ArgumentMap:
    a_map = graph.built()
    assert a_map is not None, graph.log.diagnostics
    return a_map


def frame(a_map: ArgumentMap) -> list[tuple[str, str, str]]:
    return [("".join(a.premises), a.polarity.value, a.target) for a in a_map.arguments]


def told(graph: LabelledGraph) -> list[str]:
    return [one.message for one in graph.losses.diagnostics()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("supports", Said(SUPPORT)),
        (" SUPPORTS: ", Said(SUPPORT)),
        ("strongly supports", Said(SUPPORT)),
        ("because", Said(SUPPORT, turned=True)),
        ("is supported by", Said(SUPPORT, turned=True)),
        ("supported_by", Said(SUPPORT, turned=True)),
        ("pro", Said(SUPPORT)),
        ("rebuts", Said(ATTACK)),
        ("contradicts", Said(ATTACK)),
        ("con", Said(ATTACK)),
        ("−", Said(ATTACK)),
        ("undermines the premise", Said(ATTACK)),
        ("is attacked by", Said(ATTACK, turned=True)),
        ("undercuts", Said(Relation.UNDERCUT)),
        ("does not support", None),
        ("supports or attacks", None),
        ("leads to", None),
        ("for example", None),
        ("", None),
        (None, None),
    ],
)
def test_words_beside_a_line_say_what_it_is(words: str | None, said: Said | None) -> None:
    assert relation_in(words) == said


def test_lines_of_claims_are_arguments_and_those_to_steps_bring_premises() -> None:
    graph = graph_of("abcd", "s", ("a", "s", None), ("b", "s", None), ("s", "c", ATTACK),
                     ("d", "s", ATTACK), ("d", "c", None))  # fmt: skip
    a_map = map_of(graph)
    (step,) = (one for one in a_map.arguments if len(one.premises) > 1)
    assert frame(a_map) == [
        ("d", "support", "c"),
        ("ab", "attack", "c"),
        ("d", "attack", step.id),
    ]
    assert told(graph) == []


def test_a_claim_that_is_undercut_is_so_in_the_one_argument_that_uses_it() -> None:
    graph = graph_of("abu", "", ("a", "b", None), ("u", "a", Relation.UNDERCUT))
    used, undercut = map_of(graph).arguments
    assert (undercut.premises, undercut.target) == (("u",), used.id)
    alone = graph_of("abu", "", ("u", "a", Relation.UNDERCUT))
    assert frame(map_of(alone)) == [("u", "attack", "a")]
    assert "read as attacks" in told(alone)[0]


def test_steps_without_an_end_are_told_and_what_bears_on_them_goes_with_them() -> None:
    graph = graph_of("ab", "st", ("a", "s", None), ("t", "a", None), ("b", "s", ATTACK))
    assert frame(map_of(graph)) == []
    assert told(graph) == [
        "arguments without a premise are left out",
        "arguments without a conclusion are left out",
        "lines to arguments that are left out go with them",
    ]


def test_steps_in_a_circle_are_told() -> None:
    graph = graph_of("ab", "st", ("a", "s", None), ("b", "t", None), ("s", "t", None),
                     ("t", "s", None), ("a", "b", None))  # fmt: skip
    assert frame(map_of(graph)) == [("a", "support", "b")]
    assert told(graph) == ["arguments that bear only on each other, in a circle, are left out"]


def test_a_step_with_two_ends_is_two_arguments() -> None:
    graph = graph_of("abc", "s", ("a", "s", None), ("s", "b", None), ("s", "c", ATTACK))
    assert sorted(frame(map_of(graph))) == [("a", "attack", "c"), ("a", "support", "b")]
