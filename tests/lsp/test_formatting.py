from pathlib import Path

import pytest
from lsprotocol import types

from argmap.editing.formatting.whole import formatted
from argmap.lsp.changes import between, made
from argmap.lsp.formatting import formatting, range_formatting
from argmap.lsp.positions import Border
from tests.lsp.opening import opened

CASES = sorted(
    file
    for file in (Path(__file__).parents[1] / "cases/formatting").glob("*.yaml")
    if not file.name.endswith(".formatted.yaml")
)
UNTIDY = "argmap: 1\nthesis:\n    text:   A.\n    premises:\n    -   B.\n    -   C.\ntitle:   T\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_text_gets_the_layout_of_fmt(file: Path, encoding: str) -> None:
    document = opened(file.read_bytes().decode(), file, encoding=encoding)
    changed = made(document.text, formatting(document), document.border)
    assert changed == formatted(document.text, file=str(file))


def test_line_ends_stay() -> None:
    document = opened(UNTIDY.replace("\n", "\r\n"))
    changed = made(document.text, formatting(document), document.border)
    assert changed.count("\r\n") == changed.count("\n") > 3


def test_what_has_its_layout_or_a_fault_of_syntax_is_left_alone() -> None:
    assert formatting(opened("argmap: 1\nthesis: A.\n")) == []
    assert formatting(opened('argmap: 1\nthesis:   "A.\n')) == []


def test_lines_that_are_right_are_not_touched() -> None:
    (edit,) = formatting(opened("argmap: 1\ntitle:   T\nthesis: A.\n"))
    assert (edit.range.start.line, edit.range.end.line) == (1, 2)


def test_only_the_lines_of_a_range_change() -> None:
    document = opened(UNTIDY)
    last = types.Range(types.Position(6, 0), types.Position(6, 3))
    changed = made(document.text, range_formatting(document, last), document.border)
    assert changed == UNTIDY.replace("title:   T", "title: T")


def test_a_range_of_which_the_rest_depends_is_left_alone_or_sound() -> None:
    document = opened(UNTIDY)
    for first in range(8):
        for last in range(first, 8):
            within = types.Range(types.Position(first, 0), types.Position(last, 2))
            edits = range_formatting(document, within)
            changed = opened(made(document.text, edits, document.border))
            assert changed.reading.map == document.reading.map


def test_edits_between_two_texts_make_one_of_the_other() -> None:
    old = "a\nb\nc\n\nd"
    for new in ("", "a\nc\nd", "x\na\nb\nc\n\nd\n", "b\na\n", old):
        border = Border(old)
        assert made(old, between(old, new, border), border) == new
        assert made(new, between(new, old, Border(new)), Border(new)) == old
