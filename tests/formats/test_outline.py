"""An outline in Markdown as a map, and a map as an outline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.formats import outline as outline
from argmap.formats.recognition import readable_format
from argmap.model import ArgumentMap, Claim, Polarity
from tests.examples import examples
from tests.formats.test_yaml import chain
from tests.strategies import argument_maps

NOTES = """\
# A tree for the square

- We should plant a pear tree here. {#plant}
  + It will shade
    the bench. #summer
    - con: The bench may move.
  & People sit on the bench.
    ~ They sit there in winter.
  - Its roots will lift the pavement. {#roots}
    - But: Pear roots grow downwards.
- Pro: The pavement is new.
  - {#roots}
"""


def read(text: str) -> ArgumentMap:
    reading = outline.loads(text, file="notes.md")
    assert reading.map is not None, reading.diagnostics
    return reading.map


def frame(a_map: ArgumentMap) -> list[tuple[list[str], str, str]]:
    texts = {claim.id: claim.text for claim in a_map.claims}
    return [
        ([texts[p] for p in a.premises], a.polarity.value, texts.get(a.target, a.target))
        for a in a_map.arguments
    ]


def test_notes_become_a_map() -> None:
    a_map = read(NOTES)
    assert a_map.title == "A tree for the square"
    assert a_map.theses == ("plant", "the-pavement-is-new")
    assert a_map.claims_by_id["it-will-shade-the-bench"].tags == ("summer",)
    assert frame(a_map) == [
        (
            ["It will shade the bench.", "People sit on the bench."],
            "support",
            "We should plant a pear tree here.",
        ),
        (["The bench may move."], "attack", "It will shade the bench."),
        (["They sit there in winter."], "attack", "plant.1"),
        (["Its roots will lift the pavement."], "attack", "We should plant a pear tree here."),
        (["Pear roots grow downwards."], "attack", "Its roots will lift the pavement."),
        (["Its roots will lift the pavement."], "attack", "The pavement is new."),
    ]
    assert readable_format("notes.md", NOTES.encode()).name == "outline"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("& A\n", 1, "“&” stands below something"),
        ("- A\n  & B\n", 2, "“&” follows a premise"),
        ("- A\n  ~ B\n", 2, "“~” speaks against a step"),
        ("- A\n  - {#b}\n", 2, "there is no claim “b”"),
        ("- A {#a}\n  - B {#a}\n", 2, "“a” is there twice"),
        ("- A {#a!}\n", 1, "“a!” is not an id"),
        ("", 1, "there is no claim"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, told: str) -> None:
    reading = outline.loads(text, file="notes.md")
    assert reading.map is None
    assert any(d.span.start.line == line and told in d.message for d in reading.diagnostics)


@examples(100)
@given(argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_told(a_map: ArgumentMap) -> None:
    written = outline.dumps(a_map)
    found = outline.loads(written.text)
    assert found.map is not None, (written.text, found.diagnostics)
    assert {(c.id, c.text) for c in found.map.claims} == {(c.id, c.text) for c in a_map.claims}
    backed = {a.id for a in a_map.arguments if a.polarity is Polarity.SUPPORT}
    on_claims = [a for a in a_map.arguments if a.target in a_map.claims_by_id]
    assert {(tuple(dict.fromkeys(a.premises)), a.polarity, a.target) for a in on_claims} == {
        (a.premises, a.polarity, a.target)
        for a in found.map.arguments
        if a.target in a_map.claims_by_id
    }
    assert backed or not [d for d in written.losses if "support for a step" in d.message]


@pytest.mark.parametrize(
    "text", ["But: no", "\\But: no", "- a", "#tag", "a {#b} c", "\\ x", "Pro : a"]
)
def test_what_looks_like_a_mark_stays_a_text(text: str) -> None:
    a_map = ArgumentMap((Claim("a", text),), (), ("a",))
    assert read(outline.dumps(a_map).text).claims[0].text == text


def test_depth_is_no_trouble() -> None:
    a_map = chain(3_000)
    assert frame(read(outline.dumps(a_map).text)) == frame(a_map)


PIECES = st.sampled_from(
    ["- ", "+ ", "~ ", "& ", "  ", "\n", "a", "{#a}", "#t", "# ", "Pro: ", "\\"]
)


@examples(300)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_text_ends_in_a_map_or_in_faults(text: str) -> None:
    reading = outline.loads(text)
    assert (reading.map is None) == any(d.severity is Severity.ERROR for d in reading.diagnostics)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- A\n  - B\n  - C\n", 2),
        ("# T\n\n- A\n\t- B\n\t\t- C\n- D\n", 4),
        ("  - A\n    - B\n    - C {#c}\n  - D\n    - {#c}\n", 2),
        ("* A\n  - B\n  - C #tag\n", 2),
    ],
)
def test_an_outline_of_minus_signs_is_doubted(text: str, line: int) -> None:
    reading = outline.loads(text, file="notes.md")
    assert reading.map is not None
    (told,) = reading.diagnostics
    assert (told.code, told.severity) == ("only-minus-signs", Severity.WARNING)
    assert told.span.start.line == line
    assert told.help is not None
    assert told.help.startswith("begin each reason with “+”: + B\n")


@pytest.mark.parametrize(
    "text",
    [
        "- A\n- B\n- C\n",
        "- A\n  - B\n",
        "- A\n  - B\n  + C\n",
        "- A\n  - B\n  * C\n",
        "- A\n  - But: B\n  - C\n",
        "- A\n  - Because: B\n  - C\n",
        "- A\n  - Because:\n    - B\n    - C\n",
        "- A\n  + B\n    - C\n    - D\n",
    ],
)
def test_an_outline_that_says_what_it_means_is_not_doubted(text: str) -> None:
    assert outline.loads(text, file="notes.md").diagnostics == ()


def test_objections_alone_are_written_so_that_nobody_doubts_them() -> None:
    a_map = read("- A\n  - But: B\n    - C\n")
    written = outline.dumps(a_map).text
    assert written == "- A\n  - But: B\n    - C\n"
    assert outline.loads(written).diagnostics == ()
