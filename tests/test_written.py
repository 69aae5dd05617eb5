"""What is written stays at hand after a fault: drafts with their ids, and where each is named."""

from pathlib import Path

import pytest

from argmap.checks.runner import Selection
from argmap.examination import check
from argmap.pipeline import read_text
from argmap.reader import Reading
from argmap.reader.written import Kind, Mention

MAPS = sorted((Path(__file__).parents[1] / "maps").rglob("*.yaml"))

FAULTY = """\
argmap: 1
sources:
  smith: {title: On ferries}
thesis:
  id: ferry
  text: The ferry: it should stay.
  arguments:
    - id: school
      text: The way to school takes two hours without it.
      source: smith
    - ref: cheap
    - @nobody can read this
  rebuttals:
    - text: A bridge is better.
      contradicts: [cheap, ferry]
claims:
  - id: cheap
    text: The ferry costs less than a bridge.
    source: [{ref: smith, at: p. 3}]
audiences:
  savers: {strengths: {ferry.1: strong}}
expect:
  ferry: {verdict: stands, audience: savers}
style:
  focus: ferry
  audience: savers
"""


def read(text: str) -> Reading:
    return read_text(text, file="m.yaml")


def written_at(mention: Mention, text: str) -> str:
    start, end = mention.span.start, mention.span.end
    return text.split("\n")[start.line - 1][start.column - 1 : end.column - 1]


def test_a_map_with_faults_is_no_map_but_what_can_be_read_of_it_is() -> None:
    reading = read(FAULTY)
    assert reading.map is None
    assert [one.span.start.line for one in reading.diagnostics] == [6, 12]
    assert reading.readable is not None
    texts = [claim.text for claim in reading.readable.claims]
    assert texts == [
        "The ferry: it should stay.",
        "The way to school takes two hours without it.",
        "The ferry costs less than a bridge.",
        "A bridge is better.",
    ]
    assert len(reading.readable.arguments) == 3


def test_every_mention_is_found_with_its_key() -> None:
    found = read(FAULTY).written.mentions()
    assert [(one.id, one.kind, one.key, one.is_home) for one in found] == [
        ("smith", Kind.SOURCE, "sources", True),
        ("ferry", Kind.CLAIM_OR_ARGUMENT, "id", True),
        ("school", Kind.CLAIM_OR_ARGUMENT, "id", True),
        ("smith", Kind.SOURCE, "source", False),
        ("cheap", Kind.CLAIM_OR_ARGUMENT, "ref", False),
        ("cheap", Kind.CLAIM_OR_ARGUMENT, "contradicts", False),
        ("ferry", Kind.CLAIM_OR_ARGUMENT, "contradicts", False),
        ("cheap", Kind.CLAIM_OR_ARGUMENT, "id", True),
        ("smith", Kind.SOURCE, "source", False),
        ("savers", Kind.AUDIENCE, "audiences", True),
        ("ferry.1", Kind.CLAIM_OR_ARGUMENT, "strengths", False),
        ("ferry", Kind.CLAIM_OR_ARGUMENT, "expect", False),
        ("savers", Kind.AUDIENCE, "audience", False),
        ("ferry", Kind.CLAIM_OR_ARGUMENT, "focus", False),
        ("savers", Kind.AUDIENCE, "audience", False),
    ]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_mention_stands_where_its_span_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for mention in read(text).written.mentions():
        assert written_at(mention, text) == mention.id


def test_a_whole_map_is_what_could_be_read() -> None:
    reading = read("argmap: 1\nthesis: The ferry should stay.\n")
    assert reading.readable is reading.map
    assert len(reading.written.drafts.claims) == 1


def test_a_claim_without_its_text_keeps_its_id_and_what_bears_on_it() -> None:
    reading = read(
        "argmap: 1\n"
        "thesis:\n"
        "  id: ferry\n"
        "  arguments:\n"
        "    - The way to school is long.\n"
        "claims:\n"
        "  - text: It is cheap.\n"
        "    contradicts: [ferry]\n"
    )
    assert [one.code for one in reading.diagnostics] == ["missing-text"]
    assert set(reading.written.naming.claim_ids) >= {"ferry", "the-way-to-school-is"}


def test_an_id_that_was_not_read_is_not_called_unknown() -> None:
    reading = read(
        "argmap: 1\n"
        "thesis:\n"
        "  text: The ferry should stay.\n"
        "  premises:\n"
        "    - ref: cheap\n"
        "    - ref: quick\n"
        "claims:\n"
        "  - id: cheap\n"
        "    text: @it costs less than a bridge\n"
        "  - - id: quick\n"
        "      text: It is quick.\n"
    )
    assert [(one.span.start.line, one.code) for one in reading.diagnostics] == [
        (9, "yaml-syntax"),
        (10, "wrong-kind"),
    ]


def test_a_reference_to_nothing_is_told_beside_other_faults() -> None:
    reading = read(
        "argmap: 1\nthesis:\n  text: The ferry: it should stay.\n  premises:\n    - ref: nowhere\n"
    )
    assert [(one.span.start.line, one.code) for one in reading.diagnostics] == [
        (3, "yaml-syntax"),
        (5, "unknown-reference"),
    ]


def test_what_a_claim_says_is_checked_though_the_map_has_faults_elsewhere() -> None:

    reading = read(
        "argmap: 1\nthesis:\n  text: Should the ferry stay?\n  premises:\n    - ref: nowhere\n"
    )
    found = check(reading, selection=Selection(), given_texts={})
    assert [(one.span.start.line, one.code) for one in found] == [
        (3, "question"),
        (5, "unknown-reference"),
    ]
