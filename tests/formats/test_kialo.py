"""Kialo’s text export: the tree, references, links, and what is wrong with a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.formats import kialo
from argmap.formats.recognition import readable_format
from tests.examples import examples

EXPORT = """\
Discussion Title: A tree for the square

1. We should plant a pear tree here.
1.1. Pro: It will [shade](https://a.b/c) the bench. [1]
1.1.1. Con: The bench may move
to the other side.
1.2. Con: Its roots will lift the pavement.
1.2.1. Con: Pear roots grow downwards.
1.3. Con: -> See 1.1.1.
1.3.1. Pro: Benches are light.

Sources:
[1] https://a.b/c
"""


def test_a_discussion_becomes_a_map() -> None:
    reading = kialo.loads(EXPORT, file="square.txt")
    a_map = reading.map
    assert a_map.title == "A tree for the square"
    assert a_map.theses == ("we-should-plant-a-pear",)
    shade = a_map.claims_by_id["it-will-shade-the-bench"]
    assert (shade.text, shade.link) == ("It will shade the bench.", "https://a.b/c")
    texts = {claim.id: claim.text for claim in a_map.claims}
    assert [(texts[a.premises[0]], a.polarity.value, texts[a.target]) for a in a_map.arguments] == [
        ("It will shade the bench.", "support", "We should plant a pear tree here."),
        (
            "The bench may move to the other side.",
            "attack",
            "It will shade the bench.",
        ),
        ("Benches are light.", "support", "The bench may move to the other side."),
        ("Its roots will lift the pavement.", "attack", "We should plant a pear tree here."),
        ("Pear roots grow downwards.", "attack", "Its roots will lift the pavement."),
        (
            "The bench may move to the other side.",
            "attack",
            "We should plant a pear tree here.",
        ),
    ]
    assert [d.message for d in reading.diagnostics] == ["the list of works at the end is left out"]
    assert readable_format("square.txt", EXPORT.encode()).name == "kialo"


def test_signs_that_are_not_meant_as_markup_are_bare() -> None:
    text = r"1. Ban it \(all of it\).\n1.1. Con: 1\\) See [a \\[b](http://c.d) C:\\temp."
    a_map = kialo.loads(text.replace(r"\n", "\n").replace("\\\\", "\\")).map
    assert [claim.text for claim in a_map.claims] == [
        "Ban it (all of it).",
        "1) See a [b C:\\temp.",
    ]


def test_several_theses() -> None:
    a_map = kialo.loads("1. A\n1.1. Pro: B\n2. C\n2.1. Con: -> See 1.1.\n").map
    assert a_map.theses == ("a", "c")
    assert [(a.premises, a.target) for a in a_map.arguments] == [(("b",), "a"), (("b",), "c")]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("Trees\n1. A\n", 1, "a discussion begins with “1. …”"),
        ("1. A\n1.1. B\n", 2, "should say “Pro:” or “Con:”"),
        ("1. A\n1.1. Pro: -> See 1.7.\n", 2, "there is no claim 1.7."),
        ("1. A\n1.2.1. Pro: B\n", 2, "there is no claim 1.2."),
        ("1. A\n1.1. Pro: B\n1.1. Con: C\n", 3, "1.1. is there twice"),
        ("1. A\n1.1. Pro: -> See 1.1.\n", 2, "1.1. refers to itself"),
        ("\n", 1, "there is no claim"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, told: str) -> None:
    reading = kialo.loads(text, file="square.txt")
    assert reading.map is None
    assert any(d.span.start.line == line and told in d.message for d in reading.diagnostics)


def test_a_claim_that_is_not_there_is_told_once_and_shortly() -> None:
    number = "1." * 3000
    reading = kialo.loads(f"1. A\n{number} Pro: B\n", file="square.txt")
    [fault] = reading.diagnostics
    assert "there is no claim 1.1." in fault.message
    assert len(fault.message) < 100


PIECES = st.sampled_from(
    ["1. ", "1.1. ", "2. ", "Pro: ", "Con: ", "-> See 1.1.", "a", "\n", "1.1.1. "]
)


@examples(300)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_text_ends_in_a_map_or_in_faults(text: str) -> None:
    reading = kialo.loads(text)
    assert (reading.map is None) == any(d.severity is Severity.ERROR for d in reading.diagnostics)
