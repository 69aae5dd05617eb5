"""Outlines in the words of Rationale."""

from typing import Any

import pytest

from argmap.formats import rationale
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap

BOXES = """\
Contention: We should plant a pear tree.
\tReason 1:
\t\tIt will shade the bench.
\t\tCo-premise: People sit on the bench.
\t\tObjection: They sit there in winter.
\tObjection 1: Its roots will lift the pavement.

\t\tRebuttal: Pear roots grow downwards.
"""
NUMBERED = """\
1. Position: We should plant a pear tree.
1.1. Because: It will shade the bench.
1.2. But: Its roots will lift the pavement.
1.2.1. However: Pear roots grow downwards.
2) Position: We should leave it.
   a) Reason: It is new.
"""


def frame(a_map: ArgumentMap) -> list[tuple[Any, ...]]:
    return [(a.premises, a.polarity.value, a.target) for a in a_map.arguments]


def read(text: str) -> ArgumentMap:
    reading = rationale.loads(text, file="square.txt")
    assert reading.map is not None, reading.diagnostics
    assert reading.diagnostics == ()
    return reading.map


def test_boxes_become_claims_and_boxes_around_them_steps() -> None:
    a_map = read(BOXES)
    thesis, shade, people, winter, roots, down = (claim.id for claim in a_map.claims)
    assert a_map.theses == (thesis,)
    assert frame(a_map) == [
        ((shade, people), "support", thesis),
        ((winter,), "attack", f"{thesis}.1"),
        ((roots,), "attack", thesis),
        ((down,), "attack", roots),
    ]
    assert readable_format("square.txt", BOXES.encode()).name == "rationale"


def test_numbers_say_how_deep_a_line_stands() -> None:
    a_map = read(NUMBERED)
    first, shade, roots, down, second, new = (claim.id for claim in a_map.claims)
    assert a_map.theses == (first, second)
    assert frame(a_map) == [
        ((shade,), "support", first),
        ((roots,), "attack", first),
        ((down,), "attack", roots),
        ((new,), "support", second),
    ]
    assert readable_format("square.txt", NUMBERED.encode()).name == "rationale"


def test_an_initial_is_no_number() -> None:
    assert [c.text for c in read("A. Smith came.\n  c. B. Jones left.\n").claims] == [
        "A. Smith came.", "B. Jones left.",
    ]  # fmt: skip


def test_kialo_is_told_from_it() -> None:
    text = "Discussion Title: A\n\n1. B\n1.1. Pro: Reason: C\n"
    assert readable_format("a.txt", text.encode()).name == "kialo"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("Reason:\n  A\n", 1, "stands below nothing"),
        ("A\nCo-premise: B\n", 2, "“&” follows a premise"),
        ("Co-premise: B\n", 1, "“&” stands below something"),
        ("A\n\tReason: {#b}\n", 2, "there is no claim “b”"),
        ("\n\n", 1, "there is no claim in this file"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, told: str) -> None:
    reading = rationale.loads(text, file="square.txt")
    assert reading.map is None
    assert any(d.span.start.line == line and told in d.message for d in reading.diagnostics)
