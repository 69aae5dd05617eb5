"""What mends a map, or writes it otherwise, may be in another of its files."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from lsprotocol import types

from argmap.lsp.actions import actions
from argmap.lsp.actions_across import actions_across
from argmap.lsp.changes import without_versions
from argmap.lsp.documents import OpenText
from argmap.lsp.refactorings import resolved
from tests.lsp.opening import after, opened, place

ENCODINGS = ("utf-8", "utf-16", "utf-32")
MAP = """argmap: 1
include: {file: costs.yaml, as: costs}
thesis:
  text: 😀 The town should build a bridge.
  premises: [ref: costs/cheap, ref: costs/steel]
  rebuttals: [It spoils the view.]
"""
COSTS = """argmap: 1
# 😀
claims:
  - id: cheap
    text: The bridge is cheap.
    rebuttals:
      - id: steel
        text: Steel is dear.
"""
MOVED = COSTS.replace("- id: steel\n        text: Steel is dear.", "- ref: steel") + (
    "  - id: steel\n    text: Steel is dear.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "costs.yaml").write_text(COSTS, encoding="utf-8")
    return tmp_path


def at(
    document: OpenText, words: str, texts: Sequence[OpenText] = (), *, within: int = 2
) -> list[types.CodeAction]:
    here = place(document, words, within=within)
    there = types.Range(here, here)
    later = actions_across(document, there, None, texts, is_later=True)
    for one in later:
        resolved(one, lambda _: document, texts)
    found = actions_across(document, there, None, texts, is_later=False)
    assert [one.edit for one in later] == [one.edit for one in found]
    return found


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_claim_of_another_file_is_moved_there(folder: Path, encoding: str) -> None:
    document = opened(MAP, folder / "map.yaml", encoding=encoding)
    (action,) = at(document, "costs/steel")
    assert action.title == "Move “costs/steel” to “claims” in costs.yaml"
    costs = opened(COSTS, folder / "costs.yaml", encoding=encoding)
    assert after(costs, action.edit) == MOVED
    assert [*(without_versions(action.edit).changes or {})] == [costs.uri]


def test_a_claim_that_stands_there_already_is_not_moved(folder: Path) -> None:
    document = opened(MAP, folder / "map.yaml")
    here = place(document, "costs/cheap", within=2)
    within = types.Range(here, here)
    assert actions_across(document, within, None, (), is_later=False) == []


def test_a_text_that_is_open_is_changed_as_it_is_now(folder: Path) -> None:
    document = opened(MAP, folder / "map.yaml")
    costs = opened(COSTS.replace("# 😀", "# 😀\n# New."), folder / "costs.yaml")
    (action,) = at(document, "costs/steel", (document, costs))
    assert after(costs, action.edit) == MOVED.replace("# 😀", "# 😀\n# New.")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_slip_in_an_included_file_is_mended_there(folder: Path, encoding: str) -> None:
    wrong = COSTS.replace("rebuttals", "rebutals")
    (folder / "costs.yaml").write_text(wrong, encoding="utf-8")
    document = opened(MAP, folder / "map.yaml", encoding=encoding)
    (action,) = at(document, "argmap", within=0)
    assert action.kind == types.CodeActionKind.QuickFix
    assert action.title.startswith("Mend in costs.yaml: “rebutals”")
    costs = opened(wrong, folder / "costs.yaml", encoding=encoding)
    assert after(costs, action.edit) == COSTS


def test_what_is_said_in_two_files_is_mended_in_both(folder: Path) -> None:
    here = MAP.replace("It spoils the view.", "Steel is dear.").replace(", ref: costs/steel", "")
    here = here.replace("{file: costs.yaml, as: costs}", "costs.yaml").replace("costs/", "")
    there = COSTS.replace("- id: steel\n        text: Steel", "- Steel")
    (folder / "costs.yaml").write_text(there, encoding="utf-8")
    document, costs = opened(here, folder / "map.yaml"), opened(there, folder / "costs.yaml")
    (action,) = at(document, "Steel is dear.")
    assert action.title.startswith("Mend in costs.yaml and map.yaml: ")
    (claim,) = [one for one in costs.reading.map.claims if one.text == "Steel is dear."]
    assert f"{{ref: {claim.id}" in after(document, action.edit)
    assert f"- id: {claim.id}" in after(costs, action.edit)
    alone = actions(document, document.border.whole, ["quickfix"], is_later=True)
    assert [one.title for one in alone if one.title.startswith("Mend")] == []
