"""Argdown: what is read, with places; what is written reads back; nothing brings it down."""

import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.formats import argdown
from argmap.identifiers import slug
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from tests.formats.test_yaml_map import chain
from tests.strategies import argument_maps


def read(text):
    reading = argdown.loads(textwrap.dedent(text), file="trees.argdown")
    errors = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
    assert reading.map is not None, errors
    return reading.map


def steps(a_map):
    return {
        (" + ".join(a.premises), "for" if a.polarity is Polarity.SUPPORT else "against", a.target)
        for a in a_map.arguments
    }


def faults(text):
    found = argdown.loads(text, file="trees.argdown").diagnostics
    return [(d.span.start.line, d.span.start.column, d.message) for d in found]


def test_statements_arguments_and_relations_in_both_directions():
    a_map = read(
        """
        ===
        title: Trees
        ===
        # The square

        [plant]: We should **plant** a *tree*. #green #(very nice)
          + <shade>: It gives
            shade. // not at night
            - [cloud]: It is cloudy.
          <- [cut]: Cut all.
          >< [never]: Never plant.

        [cut]
          +> [never]
          - <no>: No \\#1 \\[x\\] _y_.
        """
    )
    assert a_map.title == "Trees"
    assert set(a_map.theses) == {"plant", "never"}
    assert steps(a_map) == {
        ("shade", "for", "plant"),
        ("cloud", "against", "shade"),
        ("cut", "against", "plant"),
        ("cut", "for", "never"),
        ("no", "against", "cut"),
    }
    plant = a_map.claims_by_id["plant"]
    assert (plant.text, plant.tags) == ("We should plant a tree.", ("green", "very nice"))
    assert (plant.group, plant.contradicts) == ("The square", ("never",))
    assert a_map.claims_by_id["shade"].text == "It gives shade."
    assert a_map.claims_by_id["no"].text == "No #1 [x] y."


def test_premises_and_conclusions():
    a_map = read(
        """
        <Expert>: She knows trees.

        (1) [says]: The expert says that it is ill.
        (2) [reliable]: She is reliable.
            - <doubt>: She sells trees.
        -- Argument from Expert Opinion --
        (3) [ill]: The tree is ill.
        (4) Ill trees fall.
        --
        Modus ponens (uses: 3, 4)
        --
        (5) [cut]: We should cut it.

        <Expert>
          _ [bribed]: She was bribed.
          +> [cut]
        """
    )
    assert steps(a_map) == {
        ("says + reliable", "for", "ill"),
        ("ill + ill-trees-fall", "for", "cut"),
        ("doubt", "against", "reliable"),
        ("bribed", "against", "expert"),
    }
    expert = a_map.arguments_by_id["expert"]
    assert (expert.label, expert.note, expert.target) == ("Expert", "She knows trees.", "cut")
    (first,) = a_map.arguments_on("ill")
    assert first.scheme == "expert-opinion"


def test_an_argument_that_is_only_described_can_be_undercut():
    a_map = read("[a]: A.\n  + <b>: B.\n    _ <c>: C.\n")
    (support,) = a_map.arguments_on("a")
    assert [a.premises for a in a_map.arguments_on(support.id)] == [("c",)]


def test_strict_mode_says_what_follows_and_what_excludes_what():
    a_map = read("===\nmodel: {mode: strict}\n===\n[a]: A.\n  + [b]: B.\n  - [c]: C.\n")
    assert steps(a_map) == {("b", "for", "a")}
    assert a_map.claims_by_id["c"].contradicts == ("a",)


def test_comments_are_left_out_and_addresses_are_not():
    a_map = read(
        "/* x\n [z]: no */\n[a]: See [this](https://a.b/c). <!-- no -->\n  + [b]: B. // c\n"
    )
    assert [claim.text for claim in a_map.claims] == ["See this.", "B."]
    assert a_map.claims_by_id["a"].link == "https://a.b/c"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "  + [a]: A.\n",
            [(1, 3, "this line relates to nothing: indent it below what it relates to")],
        ),
        (
            "----\n\n[a]: A\n",
            [(1, 1, "an inference stands between premises, such as “(1) …”, and a conclusion")],
        ),
        (
            "(1) A\n(2) B\n\n[c]: C\n",
            [(1, 1, "these premises lead to nothing: an inference and a conclusion are missing")],
        ),
        ("(1) A\n----\n\n[c]: C\n", [(2, 1, "a conclusion should follow this inference")]),
        ("(1) A\n(1) B\n----\n(2) C\n", [(2, 1, "(1) is there twice in this argument")]),
        (
            "(1) A\n-- R (uses: 1, 7) --\n(2) C\n",
            [(2, 1, "there is no line (7) above this inference")],
        ),
        ("[a]: A /* x\n", [(1, 8, "this comment has no end")]),
        ("(1) A\n--\nR\n\n(2) B\n", [(2, 1, "this inference has no end: a second line “--”")]),
        ("<a>\n  >< [b]: B\n", [(2, 3, "only statements contradict each other")]),
        ("", [(1, 1, "there is no claim in this file")]),
    ],
)
def test_what_breaks_the_grammar_is_told_with_its_place(text, told):
    assert set(told) <= set(faults(text))


def test_several_faults_are_told_in_one_run():
    text = "  + [b]\n\n(1) x\n\n---\n\n  - [d]\n"
    assert [line for line, _, _ in faults(text)] == [1, 5, 7]


def test_what_a_map_cannot_hold_is_told_once():
    reading = argdown.loads("[a]: A {x: 1}\n  + [b]: B {y: 2}\n\n[a]: Other.\n\n@include(x.ad)\n")
    assert [d.message for d in reading.diagnostics] == [
        "a claim has one wording: further ones are left out",
        "A map has no metadata: dropped from 2 parts",
        "@include(x.ad) is not followed: a file is read by itself",
    ] or len(reading.diagnostics) == 3


def frame(a_map):
    """Return what bears on what, by texts; what bears on a step counts as one thing."""
    texts = {claim.id: claim.text for claim in a_map.claims}
    return {
        (tuple(texts[p] for p in a.premises), a.polarity, texts.get(a.target, "a step"))
        for a in a_map.arguments
    }


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps(min_claims=1))
def test_what_is_written_is_read_without_a_fault_and_then_stays(a_map):
    once = argdown.dumps(a_map)
    reading = argdown.loads(once.text)
    assert reading.map is not None, (once.text, reading.diagnostics)
    assert [d.message for d in reading.diagnostics] == []
    assert len(reading.map.claims) == len(a_map.claims)
    assert {one.text for one in reading.map.claims} == {one.text for one in a_map.claims}
    again = argdown.loads(argdown.dumps(reading.map).text).map
    assert frame(again) == frame(reading.map)


def test_the_frame_of_a_map_is_kept():
    claims = tuple(Claim(slug(None, t), t) for t in ("Plant it", "It shades", "The sun", "Roots"))
    a_map = ArgumentMap(
        claims,
        (
            Argument("because", ("it-shades", "the-sun"), "plant-it", scheme="expert-opinion"),
            Argument("plant-it.2", ("roots",), "plant-it", Polarity.ATTACK),
            Argument("because.1", ("roots",), "because", Polarity.ATTACK),
        ),
        ("plant-it",),
    )
    assert read(argdown.dumps(a_map).text) == a_map


def test_depth_and_length_are_no_trouble():
    long = chain(20_000)
    assert len(read(argdown.dumps(long).text).arguments) == 19_999
    deep = "".join("  " * n + f"+ [c{n}]: Claim {n}.\n" for n in range(1, 2_000))
    assert len(read("[c0]: C.\n" + deep).arguments) == 1_999


PIECES = st.sampled_from(
    [
        "[a]",
        "<b>",
        ": ",
        "+ ",
        "- ",
        "_ ",
        "><",
        "\n",
        "\n\n",
        "  ",
        "(1) ",
        "(2) ",
        "----",
        "--",
        "text",
        "#tag",
        "#(",
        "{",
        "}",
        "/*",
        "*/",
        "//",
        "===",
        "# ",
        "\\",
        "**",
        "@[a]",
        "[a](b)",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_ends_in_a_map_or_in_faults(text):
    reading = argdown.loads(text)
    errors = [d for d in reading.diagnostics if d.severity is Severity.ERROR]
    assert (reading.map is None) == bool(errors)
    lines = text.split("\n")
    for found in reading.diagnostics:
        assert 1 <= found.span.start.line <= len(lines) + 1
