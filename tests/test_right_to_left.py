"""Outlines of maps that are read from right to left keep their words and signs in order."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from argmap.drawing.reading_side import END_OF_ISOLATE, ISOLATE, LEFT_TO_RIGHT, isolated
from argmap.drawing.shapes import Lead
from argmap.embed.documents.markups import LATEX, MARKDOWN
from argmap.embed.nested_list import items
from argmap.evaluation.grounded.labelling import evaluate
from argmap.pipeline import draw, loads, picture
from argmap.render.svg.trail import crumbs
from argmap.report.outline_text import outline

HEBREW = "בית הספר אוסף את כל הטלפונים."
A_MAP = loads(
    f"argmap: 1\nlanguage: he\nthesis:\n  text: {HEBREW}\n  id: t\n"
    f"  premises: [{{text: {HEBREW} אחד, id: p}}]\n"
)


def told_in_markdown() -> str:
    return draw(A_MAP, format="md").decode()


def listed() -> Any:
    return MARKDOWN.listed(items(picture(A_MAP), deepest=6))


@pytest.mark.parametrize("told", [told_in_markdown, listed], ids=["page", "list"])
def test_verdict_words_are_isolated_in_markdown(told: Callable[..., Any]) -> None:
    text = told()
    verdict = f"{ISOLATE}(stands){END_OF_ISOLATE}"
    # What begins with argmap's own word is read from left to right, with the claim isolated.
    (first, second) = [line for line in text.splitlines() if "(stands)" in line]
    assert verdict in first
    assert f"{ISOLATE}{HEBREW}" not in first
    assert verdict not in second
    assert f"{ISOLATE}{HEBREW} אחד{END_OF_ISOLATE}" in second


def test_lines_of_the_terminal_are_read_from_left_to_right_with_the_claims_isolated() -> None:
    lines = outline(A_MAP, width=80, evaluation=evaluate(A_MAP)).splitlines()
    assert lines[0] == f"{LEFT_TO_RIGHT}✓ {ISOLATE}{HEBREW}{END_OF_ISOLATE} [t]"
    assert lines[1] == f"{LEFT_TO_RIGHT}    + ✓ {ISOLATE}{HEBREW} אחד{END_OF_ISOLATE} [p]"


def test_maps_that_are_read_from_left_to_right_have_no_such_signs() -> None:
    a_map = loads("argmap: 1\nthesis: {text: Plant., premises: [Shade.]}\n")
    texts = [
        outline(a_map, width=80, evaluation=evaluate(a_map)),
        draw(a_map, format="md").decode(),
        MARKDOWN.listed(items(picture(a_map), deepest=6)),
        # LaTeX has no such signs.
        LATEX.listed(items(picture(A_MAP), deepest=6)),
    ]
    assert not any(unicodedata.category(one) == "Cf" for text in texts for one in text)


@pytest.mark.parametrize(
    ("words", "within", "expected"),
    [
        ("stands", [], "stands"),
        ("stands", [HEBREW], f"{ISOLATE}stands{END_OF_ISOLATE}"),
        (HEBREW, [], f"{ISOLATE}{HEBREW}{END_OF_ISOLATE}"),
        (HEBREW, [HEBREW], HEBREW),
        ("12", [HEBREW], "12"),
    ],
)
def test_only_what_is_read_the_other_way_is_isolated(
    words: str, within: list[Any], expected: str
) -> None:
    assert isolated(words, within=within) == expected


def test_the_path_to_a_part_begins_at_the_side_where_it_is_read_from() -> None:
    trail = (Lead(HEBREW, 0), Lead("המורים", 2))
    first, second = crumbs(trail, width=700.0, letter_width=1.0)
    assert first.x + first.width == 700
    assert second.x + second.width < first.end < first.x
    assert {first.sign, second.sign} == {"‹"}
    latin, other = crumbs((Lead("Plant", 0), Lead("Shade", 2)), width=700.0, letter_width=1.0)
    assert latin.x == 0
    assert latin.width < latin.end < other.x
