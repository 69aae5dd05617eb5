"""Maps in numbers."""

import csv
import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given

from argmap.errors import EvaluationLimitError
from argmap.evaluation.deadline import Deadline
from argmap.model import ArgumentMap
from argmap.pipeline import load
from argmap.source_texts import source_texts
from argmap.survey.stats import Counts, stats
from tests.command import argmap
from tests.examples import examples
from tests.strategies import argument_maps

MAP = """\
argmap: 1
sources:
  paper: {title: The paper, file: paper.txt}
  other: {title: Another}
thesis:
  id: t
  text: T is so.
  arguments:
    - scheme: expert-opinion
      premises:
        - id: p
          text: P is so.
          source: {ref: paper, quote: it is so}
        - id: q
          text: Q is so.
          source: {ref: paper, quote: it is not so}
          premises: [{id: shared, text: Both rest on it.}]
      rebuttals: [{id: u, text: U is so.}]
  rebuttals:
    - id: r
      text: R is so.
      source: {ref: other, quote: indeed}
      rebuttals:
        - {id: s, text: S is so., premises: [{id: deep, text: Deep down., premises: [Deeper.]}]}
        - ref: shared
    - {id: unanswered, text: V is so.}
claims:
  - {id: alone, text: It bears on nothing.}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "paper.txt").write_text("They say it is so.\n")
    (tmp_path / "a.yaml").write_text(MAP)
    return tmp_path / "a.yaml"


def counts_of(file: Path) -> Counts:
    a_map = load(file)
    return stats(a_map, source_texts(a_map, given={})).counts


def test_what_is_counted_is_what_is_there(file: Path) -> None:
    n = counts_of(file)
    assert (n.claims, n.arguments, n.supports, n.attacks) == (11, 9, 4, 5)
    assert (n.undercuts, n.linked, n.schemes, n.depth) == (1, 1, 1, 4)
    assert (n.pro, n.con, n.on_both, n.apart) == (7, 3, 0, 1)
    assert (n.sourced, n.grounds, n.grounds_sourced) == (3, 7, 2)
    assert (n.quotations, n.verified, n.refuted) == (3, 1, 1)
    assert (n.objections, n.answered) == (3, 1)


def test_what_serves_both_sides_is_counted_as_that(tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    reasons = "arguments: [{id: p, text: P is so.}], rebuttals: [{ref: p}]"
    file.write_text(f"argmap: 1\nthesis: {{id: t, text: T is so., {reasons}}}\n")
    n = counts_of(file)
    assert (n.pro, n.con, n.on_both, n.objections) == (1, 0, 1, 1)


@examples(200)
@given(argument_maps())
def test_every_claim_is_on_one_side_and_has_one_verdict(a_map: ArgumentMap) -> None:
    n = stats(a_map, {}).counts
    assert n.pro + n.con + n.on_both + n.apart == n.claims == len(a_map.claims)
    assert n.stands + n.falls + n.not_shown + n.undecided == n.claims
    assert n.supports + n.attacks == n.arguments == len(a_map.arguments)
    assert n.answered <= n.objections <= n.attacks
    assert n.grounds_sourced <= min(n.sourced, n.grounds)
    assert n.verified == n.refuted == 0
    assert n.depth <= n.arguments


def test_all_counts_are_added_but_for_the_depth() -> None:
    one, two = (Counts(**{f.name: n for f in fields(Counts)}) for n in (2, 3))
    both = one + two
    assert {f.name: getattr(both, f.name) for f in fields(Counts)} == {
        f.name: 3 if f.name == "depth" else 5 for f in fields(Counts)
    }


def test_no_time_is_told(file: Path) -> None:
    with pytest.raises(EvaluationLimitError, match="within 0 seconds"):
        stats(load(file), {}, deadline=Deadline(0))


def test_one_map_is_told_in_sentences(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(file.parent)
    result = argmap("stats", "a.yaml")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0] == "a.yaml"
    assert "   • size: 11 claims, 9 arguments, 4 deep" in result.out
    assert "   • quotations: 3, 1 found in their source, 1 not found there" in result.out
    assert "   • objections: 3, 1 answered" in result.out


def test_several_maps_are_a_table_with_a_total_and_a_broken_one_stops_none(file: Path) -> None:
    (file.parent / "b.yaml").write_text("argmap: 1\nthesis: {text: T., premises: [{ref: x}]}\n")
    (file.parent / "c.yaml").write_text("argmap: 1\nthesis: T is so.\n")
    result = argmap("stats", file.parent)
    assert result.code == 1
    assert "b.yaml:2:37: error[unknown-reference]" in result.err
    rows = [line.split() for line in result.out.splitlines()]
    assert [row[1] for row in rows] == ["claims", "11", "1", "12"]
    assert rows[-1][0] == "total"


def test_programs_get_the_same_numbers_as_json_and_as_csv(file: Path) -> None:
    (file.parent / "c.yaml").write_text("argmap: 1\nthesis: T is so.\n")
    found = json.loads(argmap("stats", file.parent, "--format", "json").out)
    rows = list(csv.DictReader(argmap("stats", file.parent, "--format", "csv").out.splitlines()))
    assert [row["map"] for row in rows] == [*(one["map"] for one in found["maps"]), "total"]
    for one, row in zip([*found["maps"], found["total"]], rows, strict=True):
        for name in (f.name for f in fields(Counts)):
            value = one[name]
            assert int(row[name]) == (len(value) if isinstance(value, list) else value)
    assert found["total"]["maps"] == 2


def test_a_text_of_a_source_can_be_given(file: Path) -> None:
    (file.parent / "other.txt").write_text("Yes, indeed.\n")
    given_text = f"other={file.parent / 'other.txt'}"
    result = argmap("stats", file, "--source-text", given_text, "--format", "json")
    assert json.loads(result.out)["maps"][0]["verified"] == 2
