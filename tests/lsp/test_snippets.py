"""Whole arguments, rebuttals, undercuts, sources and claims that are offered to be filled in."""

import re

import pytest
from lsprotocol import types

from argmap.lsp.changes import made
from argmap.lsp.documents import OpenText
from argmap.lsp.snippets import snippets
from argmap.reader.drafts import ArgumentDraft
from tests.lsp.opening import opened
from tests.lsp.texts import WHOLE

CURSOR = "‸"
MAP = "argmap: 1\n"
A = f"{MAP}thesis:\n  text: A.\n"
STEP = f"{A}  arguments:\n    - premises: [B.]\n"
PLACES = {
    f"{MAP}{CURSOR}": {"source", "claim"},
    f"{A}{CURSOR}": {"source"},
    f"{A}  {CURSOR}": {"argument", "rebuttal"},
    f"{A}  reb{CURSOR}": {"argument", "rebuttal"},
    f"{A}  rebuttals: [C.]\n  {CURSOR}": {"argument"},
    f"{A}  premises: [C.]\n  {CURSOR}": {"rebuttal"},
    f"{A}  premises:\n    - {CURSOR}": {"claim"},
    f"{A}  premises:\n    -{CURSOR}": {"claim"},
    f"{A}  premises:\n  - {CURSOR}": {"claim"},
    f"{A}  premises:\n    {CURSOR}": {"claim"},
    f"{A}  arguments:\n    - {CURSOR}": {"argument"},
    f"{A}  rebuttals:\n    - {CURSOR}": {"rebuttal", "argument"},
    f"{A}  rebuttals:\n    - text: C.\n      {CURSOR}": {"argument", "rebuttal"},
    f"{STEP}      {CURSOR}": {"undercut"},
    f"{STEP}      rebuttals:\n        - {CURSOR}": {"undercut", "argument"},
    f"{STEP}      rebuttals:\n        - text: C.\n          rebuttals:\n            - {CURSOR}": {
        "rebuttal",
        "argument",
    },
    f"{A}claims:\n  - {CURSOR}": {"claim"},
    f"{A}sources:\n  {CURSOR}": {"source"},
    f"{A}sources:\n  a: {{title: T}}\n  {CURSOR}": {"source"},
    f"{A}  status: {CURSOR}": set(),
    f"{A}  premises: [{CURSOR}": set(),
    f"{MAP}thesis: {{{CURSOR}": set(),
    f"{MAP}thesis:\n  text: >-\n    A {CURSOR}": set(),
    f"{MAP}thesis: A. # {CURSOR}": set(),
}


def at_cursor(
    text: str, *, fills_in: bool = True, as_it_is: bool = True, encoding: str = "utf-16"
) -> tuple[OpenText, list[types.CompletionItem]]:
    before, _, behind = text.partition(CURSOR)
    document = opened(before + behind, encoding=encoding)
    at = opened(before, encoding=encoding).border.whole.end
    return document, snippets(document, at, fills_in=fills_in, as_it_is=as_it_is)


def filled(text: str, name: str, *, fills_in: bool, as_it_is: bool) -> str:
    """Return a text in which a snippet is taken, as an editor does that fills it in at once."""
    document, items = at_cursor(text, fills_in=fills_in, as_it_is=as_it_is)
    (item,) = [one for one in items if one.label == name]
    assert isinstance(item.text_edit, types.TextEdit)
    new = item.text_edit.new_text
    if fills_in:
        assert item.insert_text_format is types.InsertTextFormat.Snippet
        new = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", new)
    if fills_in and not as_it_is:
        line = document.text.split("\n")[item.text_edit.range.start.line]
        new = new.replace("\n", "\n" + " " * (len(line) - len(line.lstrip())))
    edit = types.TextEdit(item.text_edit.range, new)
    return made(document.text, [edit], document.border)


@pytest.mark.parametrize(("text", "names"), PLACES.items())
def test_what_may_be_begun_is_that_of_the_place(text: str, names: set[str]) -> None:
    assert {one.label for one in at_cursor(text)[1]} == names


EDITORS = [(True, True), (True, False), (False, False), (False, True)]


@pytest.mark.parametrize(("fills_in", "as_it_is"), EDITORS)
@pytest.mark.parametrize(
    ("text", "name"), [(text, name) for text, names in PLACES.items() for name in sorted(names)]
)
def test_what_is_taken_can_be_read_at_once(
    text: str, name: str, fills_in: bool, as_it_is: bool
) -> None:
    new = filled(text, name, fills_in=fills_in, as_it_is=as_it_is)
    reading = opened(new).reading
    assert "${" not in new
    assert [one.message for one in reading.diagnostics if "no thesis" not in one.message] == []
    again = filled(text, name, fills_in=True, as_it_is=True)
    assert new == again


def test_an_undercut_speaks_against_a_step_and_a_rebuttal_against_a_claim() -> None:
    for text, names in PLACES.items():
        for name in names & {"undercut", "rebuttal"}:
            new = filled(text, name, fills_in=False, as_it_is=False)
            words = "not" if name == "undercut" else "objection"
            drafts = opened(new).reading.written.drafts
            (target,) = [
                one.target
                for one in drafts.arguments
                if any(words in getattr(premise, "text", "") for premise in one.premises)
            ]
            assert isinstance(target, ArgumentDraft) is (name == "undercut")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_map_that_is_cut_anywhere_has_snippets_and_no_error(encoding: str) -> None:
    for end in range(len(WHOLE)):
        at_cursor(WHOLE[:end] + CURSOR, encoding=encoding)
        at_cursor(WHOLE[:end] + CURSOR + WHOLE[end:], encoding=encoding)
