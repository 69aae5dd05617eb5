"""What a map can be written as instead is offered where it applies, and made when it is chosen."""

from pathlib import Path

import pytest
from lsprotocol import types

from argmap.errors import ArgmapError
from argmap.lsp.documents import OpenText
from argmap.lsp.refactorings import refactorings, resolved
from tests.lsp.opening import after, opened, place

MAP = """\
argmap: 1
thesis:
  id: dogs
  text: Собак 🐕 нужно пускать.
  premises:
    - ref: calm  # 😀
    - They are clean.
claims:
  - id: calm
    text: They are calm.
"""


def at(document: OpenText, words: str) -> types.Range:
    here = place(document, words)
    return types.Range(here, here)


def offered(
    document: OpenText, words: str, only: list[str] | None = None, *, is_later: bool = True
) -> dict[str, types.CodeAction]:
    found = refactorings(document, at(document, words), only, is_later=is_later)
    return {str(one.title): one for one in found}


def chosen(document: OpenText, words: str, title: str) -> str:
    action = offered(document, words)[title]
    assert action.edit is None
    made = resolved(action, lambda uri: document if uri == document.uri else None)
    assert made.edit is not None
    return after(document, made.edit)


def test_what_is_chosen_is_made() -> None:
    changed = chosen(opened(MAP), "calm", "Write “They are calm.” here, and not under “claims”")
    assert "    - id: calm  # 😀\n      text: They are calm.\n" not in changed
    assert "    # 😀\n    - id: calm\n      text: They are calm.\n" in changed
    assert "claims" not in changed


def test_an_editor_that_does_not_ask_later_gets_it_at_once() -> None:
    document = opened(MAP)
    found = offered(document, "They are clean", is_later=False)
    assert list(found) == ["Move “They are clean.” to “claims”"]
    for one in found.values():
        assert "ref: they-are-clean" in after(document, one.edit)


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (["refactor"], {"refactor.extract", "refactor.rewrite"}),
        (["refactor.extract"], {"refactor.extract"}),
        (["quickfix"], set()),
        (["source.fixAll"], set()),
    ],
)
def test_only_the_kinds_that_are_asked_for_are_offered(only: list[str], kinds: set[str]) -> None:
    found = offered(opened(MAP), "text: Собак", only)
    assert {getattr(one.kind, "value", one.kind) for one in found.values()} == kinds


def test_what_has_changed_meanwhile_is_not_made() -> None:
    document = opened(MAP)
    (action,) = offered(document, "They are clean").values()
    later = OpenText(document.uri, 2, "argmap: 1\nthesis: A.\n")
    with pytest.raises(ArgmapError, match="changed"):
        resolved(action, lambda uri: later)
    with pytest.raises(ArgmapError, match="changed"):
        resolved(action, lambda uri: None)


def test_a_map_with_a_fault_is_left_alone() -> None:
    assert offered(opened(MAP.replace("ref: calm", "ref: nobody")), "They are clean") == {}


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_the_mark_at_the_beginning_stay(end: str) -> None:
    text = "\ufeff" + MAP.replace("\n", end)
    title = "Write “premises” as one of the “arguments”"
    changed = chosen(opened(text), "text: Собак", title)
    assert changed.startswith(f"\ufeffargmap: 1{end}")
    assert changed.count("\n") == changed.count(end)
    assert f"  arguments:{end}    - premises:{end}        - ref: calm  # 😀{end}" in changed


def test_what_mends_a_finding_is_offered_as_its_fix() -> None:
    document = opened("argmap: 1\nthesis:\n  text: A is b because C is d.\n")
    title = "Split at “because”: the reason becomes a premise"
    (action,) = offered(document, "A is", ["quickfix"]).values()
    assert action.title == title
    assert [one.code for one in action.diagnostics or ()] == ["hidden-argument"]
    changed = opened(chosen(document, "A is", title))
    assert not any(one.code == "hidden-argument" for one in changed.findings)
    allowed = opened(document.text.replace("d.\n", "d.  # argmap: allow hidden-argument\n"))
    assert str(offered(allowed, "A is")[title].kind) == str(types.CodeActionKind.RefactorRewrite)


def test_a_quotation_is_mended_by_the_nearest_passage_of_its_source(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("No damage was found on the side of the lake.\n")
    text = """\
argmap: 1
sources:
  report: {title: A report, file: report.txt}
thesis:
  text: The dam is safe.
  source: {ref: report, quote: no damage whatever was found}
"""
    document = opened(text, tmp_path / "a.yaml")
    title = "Quote the nearest passage: “No damage was found”"
    (code,) = (one.code for one in offered(document, "quote:", ["quickfix"])[title].diagnostics)
    assert code == "quote-not-found"
    changed = opened(chosen(document, "quote:", title), tmp_path / "a.yaml")
    assert "quote: No damage was found}" in changed.text
    assert not any(one.code == "quote-not-found" for one in changed.findings)


def test_at_every_place_of_a_text_it_is_answered() -> None:
    document = opened(MAP)
    for line, words in enumerate(MAP.split("\n")):
        for column in range(len(words) + 1):
            here = types.Position(line, column)
            refactorings(document, types.Range(here, here), None, is_later=True)
