"""Comments and brackets: what is told of them, and what never is."""

import re
from pathlib import Path

import pytest

from argmap.checks import comma_in_claim, comment_in_text
from argmap.checks.rule import Subject
from argmap.document import parse
from argmap.project import folder_of
from argmap.reader import read

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
MAPS = sorted((ROOT / "maps").rglob("*.yaml"))
# Their first example shows what is wrong.
OWN_PAGES = ("comment-in-text.md", "comma-in-claim.md", "line-in-text.md")


def subject_of(text: str, path: Path | None = None) -> Subject:
    reading = read(parse(text, file="m.yaml"), folder=folder_of(path) if path else None)
    assert reading.map is not None, reading.diagnostics
    return Subject(reading.map, {}, reading.handwriting)


def lost_in(body: str) -> list[str]:
    subject = subject_of(f"argmap: 1\n{body}\n")
    return [finding.message.partition(" is lost")[0] for finding in comment_in_text.find(subject)]


def divided_in(body: str) -> int:
    return len(list(comma_in_claim.find(subject_of(f"argmap: 1\n{body}\n"))))


@pytest.mark.parametrize(
    "body",
    [
        "thesis: T # a comment",
        "thesis: T  #",
        "thesis: T ## section ##",
        "thesis: T #-----",
        "thesis: 'T #1'",
        'thesis: "T" #1',
        "thesis: C# and F#",
        "thesis: T #argmap: allow one-sided",
        "thesis: T #argmap:allow one-sided",
        "thesis: {id: t, text: T} #1",
        "thesis:\n  text: T\n  id: t #id",
        "thesis:\n  text: T\n  tags: red #warm",
        "thesis:\n  text: T\n  #premises: [A]",
        "thesis:\n  text: T.\n  #1",
        "thesis: #1\n  text: T",
        "thesis: >- #1\n  T\n  #2",
        "claims:\n  - A\n  #- B\n  - C",
        "claims:\n#1 first\n- A",
        "claims:\n- A\n\n  #1 below",
    ],
)
def test_an_ordinary_comment_is_not_told(body: str) -> None:
    assert lost_in(body) == []


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("thesis: We are #1", "“#1”"),
        ("thesis: We are \t#1 here", "“#1 here”"),
        ("thesis: We are # 1", "“# 1”"),
        ("thesis: {text: T, label: A #nine\n}", "“#nine”"),
        ("thesis:\n  text: We are\n    still #Nr. 1\n  label: L", "“#Nr. 1”"),
        ("title: Volume #3\nthesis: T", "“#3”"),
        ("claims:\n- A #“b”", "“#“b””"),
        ("claims: [A, B #3\n]", "“#3”"),
        ("thesis:\n  We are\n  #1", "“#1”"),
        ("# a comment\nthesis: Straße №1 #eins", "“#eins”"),
    ],
)
def test_the_rest_of_a_text_is_told(body: str, lost: str) -> None:
    assert lost_in(body) == [lost]


@pytest.mark.parametrize(
    "body",
    [
        "claims: [It rains., It snows.]",
        "claims: [It rains, It snows]",
        "claims: [It rains., snow falls.]",
        "claims: ['It rains', 'snow falls']",
        "claims: [it rains]",
        "claims: [Who is it?, nobody]",
        "claims: [It is 1, 2 are here]",
        "claims:\n- It rains\n- snow falls",
        "thesis: {text: T, tags: [Red, blue], id: t}",
        "thesis: {text: T, contradicts: [A, b]}\nclaims: [{id: A, text: A}, {id: b, text: B}]",
    ],
)
def test_whole_sentences_in_brackets_are_not_told(body: str) -> None:
    assert divided_in(body) == 0


@pytest.mark.parametrize(
    "body",
    [
        "claims: [Men, women and children]",
        "claims: [Éva, été et toi]",
        "thesis: [If it rains, we stay.]",
        "thesis: {text: T, premises: [A., Men, women]}",
        "thesis: {text: T, arguments: [{premises: [Men, women]}]}",
        "thesis: {text: T, arguments: [{premises: [A], backing: [Men, women]}]}",
        "thesis: {text: T, rebuttals: [It costs 1,000 euros]}",
        "claims: [Men,\n  women]",
    ],
)
def test_a_claim_that_is_divided_at_its_comma_is_told(body: str) -> None:
    assert divided_in(body) == 1


def test_no_example_of_the_manual_is_told() -> None:
    seen = 0
    for page in PAGES:
        if page.name in OWN_PAGES:
            continue
        for block in re.findall(r"^```yaml\n(.*?)^```", page.read_text("utf-8"), re.S | re.M):
            reading = read(parse(block, file=page.name))
            if reading.map is not None:
                seen += 1
                subject = Subject(reading.map, {}, reading.handwriting)
                found = [*comment_in_text.find(subject), *comma_in_claim.find(subject)]
                assert found == [], page
    assert seen > 50


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_no_example_map_is_told(path: Path) -> None:
    subject = subject_of(path.read_text(encoding="utf-8"), path)
    assert [*comment_in_text.find(subject), *comma_in_claim.find(subject)] == []
