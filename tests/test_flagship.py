import os
import re
from pathlib import Path
from typing import Any

import pytest

from argmap.model import ArgumentMap, Polarity
from argmap.pipeline import load
from tests.command import argmap

FILE = Path(__file__).parents[1] / "maps" / "western-friendly-autocracy.yaml"
PARAGRAPHS = {f"¶{number}" for number in range(1, 18)}


@pytest.fixture(scope="module")
def baunov() -> ArgumentMap:
    return load(FILE)


def test_it_is_a_whole_argument(baunov: ArgumentMap) -> None:
    attacks = [one for one in baunov.arguments if one.polarity is Polarity.ATTACK]
    rebuttals = [one for one in attacks if one.target in baunov.claims_by_id]
    undercuts = [one for one in attacks if one.target in baunov.arguments_by_id]
    linked = [one for one in baunov.arguments if len(one.premises) > 1]
    rebutted = {one.target for one in rebuttals}
    assert len(baunov.claims) >= 45
    assert len(rebuttals) >= 8
    assert len(undercuts) >= 3
    assert len(linked) >= 4
    assert any(premise in rebutted for one in rebuttals for premise in one.premises)


def test_every_paragraph_is_cited_and_every_leaf_has_its_locator(baunov: ArgumentMap) -> None:
    cited = {at for claim in baunov.claims for one in claim.citations for at in _locators(one.at)}
    assert cited == PARAGRAPHS
    for claim in baunov.claims:
        if not baunov.arguments_on(claim.id, Polarity.SUPPORT):
            assert any(citation.at for citation in claim.citations), claim.id


def _locators(at: str) -> list[str]:
    return re.findall(r"¶\d+", at or "")


def test_it_expects_verdicts_on_the_thesis_and_its_rebuttals(baunov: ArgumentMap) -> None:
    expected = {one.id for one in baunov.expectations}
    assert set(baunov.theses) <= expected
    assert len(expected) >= 4


def test_its_quotes_stand_in_the_article() -> None:
    text = os.environ.get("ARGMAP_BAUNOV_TEXT")
    if not text:
        pytest.skip("the article is not published with the map; ARGMAP_BAUNOV_TEXT names its text")
    everything = ("--select", "all", "--ignore", "unanswered-question")
    result = argmap("check", FILE, *everything, "--source-text", f"baunov2022={text}")
    assert (result.code, result.out) == (0, "")


def test_its_claims_are_in_words_of_its_own(baunov: ArgumentMap) -> None:
    text = os.environ.get("ARGMAP_BAUNOV_TEXT")
    if not text:
        pytest.skip("the article is not published with the map; ARGMAP_BAUNOV_TEXT names its text")
    article = _runs_of_words(Path(text).read_text(encoding="utf-8"))
    copied = {claim.id: _runs_of_words(claim.text) & article for claim in baunov.claims}
    assert {name: runs for name, runs in copied.items() if runs} == {}


def _runs_of_words(text: Any, length: int = 6) -> Any:
    words = re.findall(r"[\w’-]+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_a_wrong_quote_would_be_found(tmp_path: Path) -> None:
    text = tmp_path / "other.txt"
    text.write_text("Quite another article.\n", encoding="utf-8")
    result = argmap("check", FILE, "--source-text", f"baunov2022={text}")
    assert result.code == 1
    assert "error[quote-not-found]" in result.out
