"""Annotations of brat: major claims are one thesis, stances and relations are arguments."""

from pathlib import Path

import pytest

from argmap.checks.runner import Selection
from argmap.examination import check
from argmap.formats import brat
from argmap.model import ArgumentMap, Polarity
from argmap.pipeline import dumps, load, read_path

ESSAY = (
    "Should the library lend tools?\n"
    "\n"
    "Many towns ask this. I think the library should lend tools. They are rarely used.\n"
    "\n"
    "Some fear that drills get lost. Yet deposits help. So tools belong in every library.\n"
)
WORDS = {
    "T1": ("MajorClaim", "the library should lend tools"),
    "T2": ("Premise", "They are rarely used"),
    "T3": ("Claim", "drills get lost"),
    "T4": ("Premise", "deposits help"),
    "T5": ("MajorClaim", "tools belong in every library"),
    "T6": ("Claim", "Many towns ask this"),
}
RELATIONS = """\
A1\tStance T3 Against
A2\tStance T6 For
R1\tsupports Arg1:T2 Arg2:T5
R2\tattacks Arg1:T4 Arg2:T3
"""


def annotations() -> str:
    lines = []
    for name, (kind, words) in WORDS.items():
        start = ESSAY.index(words)
        lines.append(f"{name}\t{kind} {start} {start + len(words)}\t{words}\n")
    return "".join(lines) + RELATIONS


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    (tmp_path / "tools.txt").write_text(ESSAY, encoding="utf-8")
    path = tmp_path / "tools.ann"
    path.write_text(annotations(), encoding="utf-8")
    return path


def whole(path: Path) -> ArgumentMap:
    reading = read_path(path)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def test_all_major_claims_are_one_thesis_that_cites_each(essay: Path) -> None:
    a_map = whole(essay)
    assert a_map.theses == ("T1",)
    thesis = a_map.claims_by_id["T1"]
    assert thesis.text == "the library should lend tools"
    assert [(one.at, one.quote) for one in thesis.citations] == [
        ("¶2", "the library should lend tools"),
        ("¶3", "tools belong in every library"),
    ]


def test_stances_and_relations_are_arguments(essay: Path) -> None:
    found = {(one.premises[0], one.target, one.polarity) for one in whole(essay).arguments}
    assert found == {
        ("T3", "T1", Polarity.ATTACK),
        ("T6", "T1", Polarity.SUPPORT),
        ("T2", "T1", Polarity.SUPPORT),
        ("T4", "T3", Polarity.ATTACK),
    }


def test_the_types_of_annotations_are_tags(essay: Path) -> None:
    claims = whole(essay).claims_by_id
    assert claims["T1"].tags == ("major-claim",)
    assert claims["T2"].tags == ("premise",)


def test_every_quotation_is_found_in_the_text_that_was_annotated(essay: Path) -> None:
    found = check(
        read_path(essay),
        selection=Selection(select=frozenset(["quote-not-found", "wrong-locator"])),
        given_texts={},
    )
    assert found == ()


def test_the_check_of_quotations_runs_on_what_is_converted(essay: Path) -> None:
    converted = essay.with_suffix(".yaml")
    converted.write_text(dumps(whole(essay)), encoding="utf-8")
    assert load(converted) == whole(essay)
    essay.with_suffix(".txt").write_text(ESSAY.replace("deposits", "rules"), encoding="utf-8")
    found = check(read_path(converted), selection=Selection(), given_texts={})
    assert [one.code for one in found if one.code == "quote-not-found"] == ["quote-not-found"]


def test_words_in_two_stretches_are_one_quotation_with_a_gap(essay: Path) -> None:
    start, other = ESSAY.index("Many towns"), ESSAY.index("ask this")
    stretches = f"{start} {start + len('Many')};{other} {other + len('ask this')}"
    line = f"T7\tClaim {stretches}\tMany ask this\nA3\tStance T7 For\n"
    essay.write_text(annotations() + line, encoding="utf-8")
    (citation,) = whole(essay).claims_by_id["T7"].citations
    assert citation.quote == "Many […] ask this"


def test_without_the_text_the_words_are_cited_without_a_place(tmp_path: Path) -> None:
    path = tmp_path / "tools.ann"
    path.write_text(annotations(), encoding="utf-8")
    reading = read_path(path)
    assert [one.code for one in reading.diagnostics] == ["left-out"]
    assert "“tools.txt” cannot be read" in reading.diagnostics[0].message
    assert reading.map is not None
    assert reading.map.sources[0].file is None
    assert {one.at for claim in reading.map.claims for one in claim.citations} == {None}


def test_a_place_that_does_not_hold_the_words_is_told(essay: Path) -> None:
    essay.with_suffix(".txt").write_text("x" + ESSAY, encoding="utf-8")
    reading = read_path(essay)
    (found,) = reading.diagnostics
    assert "do not stand where the annotation says" in found.message


def test_lines_that_are_no_annotations_are_told_at_their_place(essay: Path) -> None:
    essay.write_text(annotations() + "T9 Claim 3 4 no tabs\n", encoding="utf-8")
    (found,) = read_path(essay).diagnostics
    assert (found.code, found.span.start.line) == ("notation-syntax", 11)


def test_what_no_map_holds_is_told_once(essay: Path) -> None:
    extra = "R9\tsemantically_same Arg1:T2 Arg2:T4\nA9\tCertainty T2 High\n*\tEquiv T1 T5\n"
    essay.write_text(annotations() + extra, encoding="utf-8")
    reading = read_path(essay)
    assert [one.span.start.line for one in reading.diagnostics] == [11, 12, 13]
    assert {one.code for one in reading.diagnostics} == {"left-out"}


def test_a_relation_to_nothing_is_told(essay: Path) -> None:
    essay.write_text(annotations() + "R9\tsupports Arg1:T2 Arg2:T99\n", encoding="utf-8")
    (found,) = read_path(essay).diagnostics
    assert (found.code, found.span.start.line) == ("unknown-reference", 11)


def test_without_a_major_claim_what_is_argued_for_is_the_thesis() -> None:
    text = "T1\tClaim 0 4\tIt is\nT2\tPremise 5 9\tso so\nR1\tSupport Arg1:T2 Arg2:T1\n"
    reading = brat.loads(text)
    assert reading.map is not None
    assert reading.map.theses == ("T1",)


def test_such_files_are_recognised() -> None:
    assert brat.recognises(annotations())
    assert not brat.recognises("Tools should be lent.\n")
