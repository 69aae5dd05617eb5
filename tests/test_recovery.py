"""Going on past a fault: what is sound is read, and one slip is told once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks.runner import Selection
from argmap.diagnostics import Severity
from argmap.examination import check
from argmap.pipeline import read_text
from argmap.reader import Reading
from tests.examples import examples

MAPS = Path(__file__).parents[1] / "maps"
FILES = [path.read_text(encoding="utf-8") for path in sorted(MAPS.rglob("*.yaml"))]
# What is read here is in no folder, and so includes no file.
TEXTS = [text for text in FILES if "\ninclude:" not in text]
# The largest takes a while to read again and again.
# What is read here is in no folder, and so includes no file.
BLOCKS = [
    text.split("\n")
    for text in TEXTS
    if "{text:" not in text and "\ninclude:" not in text and len(text) < 10_000
]
_PARTS = re.compile(r"(?P<head> *(?:- )*(?:[\w-]+: )?)(?P<text>[^\s#].*[^:\s])")

Slip = Callable[[str, str], str]

SLIPS: dict[str, Slip] = {
    "a quotation mark opens": lambda head, text: f'{head}"{text}',
    "a bracket opens": lambda head, text: f"{head}[{text}",
    "a brace opens": lambda head, text: f"{head}{{{text}",
    "an apostrophe in quotes": lambda head, text: f"{head}'it's {text}'",
    "an at sign": lambda head, text: f"{head}@{text}",
    "a percent sign": lambda head, text: f"{head}%{text}",
    "a colon": lambda head, text: f"{head}{text}: and more",
    "two colons": lambda head, text: f"{head}This: {text}: and more",
    "a tab": lambda head, text: f"\t{head}{text}",
    "a space too many": lambda head, text: f" {head}{text}",
    "a space too few": lambda head, text: f"{head[1:]}{text}",
    "no colon": lambda head, text: head.replace(":", "", 1) + text,
    "no space behind the dash": lambda head, text: head.replace("- ", "-", 1) + text,
}

# Behind them the text goes on as before.
OF_TEXTS = ["a bracket opens", "a brace opens", "an apostrophe in quotes", "an at sign", "a colon"]


def reading_of(lines: list[str]) -> Reading:
    return read_text("\n".join(lines), file="m.yaml")


def faults_of(lines: list[str]) -> list[str]:
    found = reading_of(lines).diagnostics
    return [f"{one.span.start.line}: {one.code}: {one.message}" for one in found]


def warnings_of(lines: list[str]) -> set[tuple[str, str]]:
    found = check(reading_of(lines), selection=Selection(), given_texts={})
    return {(one.code, one.message) for one in found if one.severity is not Severity.ERROR}


def slipped(lines: list[str], number: int, kind: str) -> list[str]:
    """Return the lines with a slip in one of them, which has a text."""
    found = _PARTS.fullmatch(lines[number])
    assert found is not None
    slip = SLIPS[kind](found["head"], found["text"])
    return [*lines[:number], slip, *lines[number + 1 :]]


def numbers(lines: list[str]) -> list[int]:
    """Return the indices of the lines, but the first, that have a text."""
    return [n for n, line in enumerate(lines) if n and _PARTS.fullmatch(line)]


@pytest.mark.parametrize("kind", SLIPS)
@examples(25)
@given(data=st.data())
def test_one_slip_is_told_once(kind: str, data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(BLOCKS))
    number = data.draw(st.sampled_from(numbers(lines)))
    found = faults_of(slipped(lines, number, kind))
    assert len(found) <= 1, "\n".join((lines[number], *found))


@pytest.mark.parametrize("kind", SLIPS)
@examples(25)
@given(data=st.data())
def test_no_check_finds_what_a_slip_has_made(kind: str, data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(BLOCKS))
    number = data.draw(st.sampled_from(numbers(lines)))
    changed = slipped(lines, number, kind)
    if faults_of(changed):
        new = warnings_of(changed) - warnings_of(lines)
        assert not new, "\n".join((lines[number], *map(str, new)))


@pytest.mark.parametrize("kind", OF_TEXTS)
@examples(25)
@given(data=st.data())
def test_slips_in_two_texts_are_both_told(kind: str, data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(BLOCKS))
    texts = [number for number in numbers(lines) if lines[number].lstrip().startswith("text: ")]
    first, second = sorted(
        data.draw(st.lists(st.sampled_from(texts), min_size=2, max_size=2, unique=True))
    )
    changed = slipped(slipped(lines, first, kind), second, data.draw(st.sampled_from(OF_TEXTS)))
    found = reading_of(changed).diagnostics
    assert [one.span.start.line for one in found] == [first + 1, second + 1]


def told(text: str) -> list[tuple[int, str]]:
    return [
        (one.span.start.line, one.message) for one in read_text(text, file="a.yaml").diagnostics
    ]


CONFLICT = "a merge conflict is not resolved: our side begins here"


def test_a_conflict_that_git_has_left_is_told_with_its_three_lines_and_ours_is_read() -> None:
    text = """argmap: 1
thesis:
  text: A.
  premises:
<<<<<<< HEAD
    - {id: b, text: B.}
||||||| 1a2b3c4
    - {id: b, text: Once B.}
=======
    - {id: b, text: Not B.}
    - {id: c, text: C.}
>>>>>>> theirs
  rebuttals: [{ref: c}]
"""
    reading = read_text(text, file="a.yaml")
    (fault,) = reading.diagnostics
    assert (fault.span.start.line, fault.message) == (5, CONFLICT)
    assert [(one.span.start.line, one.message) for one in fault.related] == [
        (9, "their side begins here"),
        (12, "the conflict ends here"),
    ]
    assert reading.map is None
    assert reading.readable is not None
    assert [one.text for one in reading.readable.claims] == ["A.", "B."]


def test_each_conflict_is_told_and_what_else_is_wrong() -> None:
    sides = "<<<<<<< a\n  label: x\n=======\n  label: y\n>>>>>>> b\n"
    text = f"argmap: 1\nthesis:\n  text: A.\n{sides}  nonsense: 1\n"
    assert [line for line, _ in told(text)] == [4, 9]
    assert [line for line, _ in told(text + sides.replace("label", "note"))] == [4, 9, 10]


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nthesis: |-\n  <<<<<<< a\n  =======\n  >>>>>>> b\n",
        "argmap: 1\n# <<<<<<< a\n# =======\n# >>>>>>> b\nthesis: A.\n",
    ],
)
def test_signs_within_a_text_or_a_comment_are_no_conflict(text: str) -> None:
    assert told(text) == []


@given(st.sampled_from(TEXTS), st.data())
def test_a_map_with_one_conflict_has_one_fault(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, min(first + 9, len(lines))))
    theirs = ["=======", *(f"{line} " for line in lines[first:last]), ">>>>>>> theirs"]
    conflict = ["<<<<<<< HEAD", *lines[first:last], *theirs]
    with_conflict = "\n".join([*lines[:first], *conflict, *lines[last:]])
    assert told(with_conflict) == [(first + 1, CONFLICT)]
