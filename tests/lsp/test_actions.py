from pathlib import Path

import pytest
from lsprotocol import types

from argmap.lsp.actions import actions
from argmap.lsp.documents import OpenText
from argmap.lsp.refactorings import GoneError, resolved
from tests.lsp.opening import after, opened

FIXES = sorted((Path(__file__).parents[1] / "cases/fixes").glob("*.fixed.yaml"))
FIX, FIX_ALL = types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll


def everything(document: OpenText) -> list[types.CodeAction]:
    return actions(document, document.border.whole, None)


@pytest.mark.parametrize("fixed", FIXES, ids=lambda file: file.name.split(".")[0])
def test_all_fixes_together_give_what_check_fix_gives(fixed: Path) -> None:
    file = fixed.with_name(fixed.name.replace(".fixed", ""))
    document = opened(file.read_text(encoding="utf-8"), file)
    if not document.is_map:
        return
    (action,) = actions(document, document.border.whole, ["source.fixAll.argmap"])
    assert action.kind == FIX_ALL
    assert after(document, action.edit) == fixed.read_text(encoding="utf-8")
    assert any(one.title.startswith("Mend: ") for one in everything(document))


def test_a_fix_mends_its_finding_and_no_other() -> None:
    document = opened(
        "argmap: 1\nthesis:\n  id: cats\n  text: A.\n  premises: [{ref: cas}, {ref: cts}, B.]\n"
    )
    one = [action for action in everything(document) if action.title.startswith("Mend")]
    assert [action.diagnostics[0].code for action in one] == ["unknown-reference"] * 2
    texts = [after(document, action.edit) for action in one]
    assert ["cas" in text for text in texts] == [False, True]
    assert all(action.is_preferred for action in one)


ONE_SIDED = "argmap: 1\nthesis:\n  text: A is b.\n  premises: [C is d.]\n"


def test_a_comment_allows_a_finding() -> None:
    document = opened(ONE_SIDED)
    (action,) = everything(document)
    assert action.title == "Allow one-sided here, by a comment"
    changed = opened(after(document, action.edit))
    assert "# argmap: allow one-sided" in changed.text
    assert changed.findings == ()
    assert changed.reading.map == document.reading.map


CASES = sorted((Path(__file__).parents[1] / "cases").rglob("*.yaml"))


def test_a_comment_that_is_offered_changes_no_map_and_its_finding_is_gone() -> None:
    tried = 0
    for file in CASES:
        document = opened(file.read_bytes().decode(errors="replace"), file)
        if not document.is_map or document.reading.map is None:
            continue
        for action in everything(document):
            if action.title.startswith("Allow "):
                changed = opened(after(document, action.edit), file)
                assert changed.reading.map == document.reading.map, (file, action.title)
                assert len(changed.findings) < len(document.findings), (file, action.title)
                tried += 1
    assert tried > 20


def test_only_what_stands_in_the_range_is_offered() -> None:
    document = opened(ONE_SIDED)
    at = types.Range(types.Position(0, 0), types.Position(0, 3))
    assert actions(document, at, None) == []


def test_only_the_kinds_that_are_asked_for_are_offered() -> None:
    document = opened(ONE_SIDED)
    assert actions(document, document.border.whole, ["refactor"]) == []
    assert len(actions(document, document.border.whole, [FIX])) == 1
    assert len(actions(document, document.border.whole, [""])) == 1


def test_faults_are_not_allowed_away() -> None:
    document = opened("argmap: 1\nthesis: {ref: nobody}\n")
    assert everything(document) == []


def test_line_ends_stay() -> None:
    document = opened(ONE_SIDED.replace("\n", "\r\n"))
    (action,) = everything(document)
    changed = after(document, action.edit)
    assert changed.count("\n") == changed.count("\r\n") == 5


@pytest.mark.parametrize(
    "text",
    ["argmap: 1\nthesis: A.\ntitel: T\n", "argmap: 1\nthesis: {text: A., premises: [B.]}\n"],
)
def test_an_editor_that_asks_later_gets_the_same_actions_and_their_edits_then(
    text: str,
) -> None:
    document = opened(text)
    at = types.Range(document.border.whole.start, document.border.whole.end)
    at_once = actions(document, at, None)
    promised = actions(document, at, None, is_later=True)
    assert at_once
    assert {one.title for one in at_once} <= {one.title for one in promised}
    for one in at_once:
        (same,) = [other for other in promised if other.title == one.title]
        assert (same.edit, same.diagnostics) == (None, one.diagnostics)
        assert same.is_preferred == one.is_preferred
        made = resolved(same, lambda uri: document)
        assert after(document, made.edit) == after(document, one.edit)


def test_what_cannot_be_made_in_the_end_is_refused_then() -> None:
    document = opened("argmap: 1\nthesis: A.\ntitel: T\n")
    (promised,) = actions(document, document.border.whole, None, is_later=True)
    changed = document.changed(
        [types.TextDocumentContentChangeWholeDocument("argmap: 1\nthesis: A.\n")], 2
    )
    with pytest.raises(GoneError):
        resolved(promised, lambda uri: changed)
    with pytest.raises(GoneError):
        resolved(promised, lambda uri: None)
