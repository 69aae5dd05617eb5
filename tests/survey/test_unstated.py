"""What the author of a map supplies is told as such, and not as something that lacks a source."""

import json
from pathlib import Path

import pytest

from argmap.checks import unsourced_leaf
from argmap.checks.rule import Subject
from argmap.model import ArgumentMap
from argmap.pipeline import load, loads
from tests.command import argmap

BRIDGE = """\
argmap: 1
sources: {paper: {title: The paper}}
thesis:
  id: close
  text: The bridge should close.
  premises:
    - {id: shakes, text: It shakes., source: paper}
    - {id: unsafe, text: What shakes is not safe., unstated: true}
"""
STATED = BRIDGE.replace(", unstated: true", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yaml").write_text(BRIDGE)
    (tmp_path / "stated.yaml").write_text(STATED)
    return tmp_path


def unsourced(a_map: ArgumentMap) -> list[str]:
    return [one.message for one in unsourced_leaf.find(Subject(a_map))]


def test_what_no_text_says_needs_no_source() -> None:
    assert unsourced(loads(BRIDGE)) == []
    assert len(unsourced(loads(STATED))) == 1


def test_an_explanation_says_that_a_premise_is_unstated(folder: Path) -> None:
    told = argmap("explain", "map.yaml", "close").out
    assert "“What shakes is not safe” [unsafe] (unstated) is given." in told
    assert "unstated" not in argmap("explain", "stated.yaml", "close").out


def test_the_numbers_count_it_apart(folder: Path) -> None:
    told = " ".join(argmap("stats", "map.yaml").out.split())
    assert "1 unstated" in told
    assert "1 of 1 stated claims without an argument for them (100 %)" in told
    assert (
        json.loads(argmap("stats", "map.yaml", "--format", "json").out)["maps"][0]["unstated"] == 1
    )
    plain = " ".join(argmap("stats", "stated.yaml").out.split())
    assert "unstated" not in plain
    assert "1 of 2 claims without an argument for them (50 %)" in plain


def test_the_evidence_lists_it_apart(folder: Path) -> None:
    told, plain = (argmap("evidence", one).out for one in ("map.yaml", "stated.yaml"))
    assert "## Neither a source" not in told
    assert told.partition("## Unstated")[2].count("\\[unsafe\\]") == 1
    assert "## Unstated" not in plain
    assert plain.partition("## Neither a source")[2].count("\\[unsafe\\]") == 1


@pytest.mark.parametrize("notation", ["argdown", "arguebuf", "sadface", "carneades", "csv", "flat"])
def test_notations_that_can_keep_it_do(folder: Path, notation: str) -> None:
    argmap("convert", "map.yaml", "other", "--to", notation)
    argmap("convert", "other", "back.yaml", "--from", notation)
    found = load(Path("back.yaml"))
    assert [claim.text for claim in found.claims if claim.unstated] == ["What shakes is not safe."]


@pytest.mark.parametrize("notation", ["aif", "opml", "apx"])
def test_others_say_that_it_is_lost(folder: Path, notation: str) -> None:
    told = argmap("convert", "map.yaml", "other", "--to", notation).err
    assert "no mark for what is unstated: dropped from 1 claim" in told
