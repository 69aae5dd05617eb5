import random
from typing import Any

import pytest
from lsprotocol import types

from argmap.lsp import documents
from argmap.lsp.documents import OpenText, sound
from argmap.lsp.positions import Border

ENCODINGS = ("utf-8", "utf-16", "utf-32")
LETTERS = "aя😀\n\r\u2028:"


def opened(text: str, **known: Any) -> OpenText:
    return OpenText("untitled:1", 1, text, **known)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_any_row_of_changes_leaves_the_text_that_the_editor_has(encoding: str) -> None:
    chance = random.Random(18)
    document, mine = opened("", encoding=encoding), ""
    for version in range(300):
        start = chance.randint(0, len(mine))
        end = chance.randint(start, min(len(mine), start + 4))
        if mine[start - 1 : start] == "\r" or mine[end - 1 : end] == "\r":
            # No editor has a place between the two characters of a line’s end.
            continue
        new = "".join(chance.choices(LETTERS, k=chance.randint(0, 4)))
        places = (place(mine, offset, encoding) for offset in (start, end))
        change = types.TextDocumentContentChangePartial(types.Range(*places), new)
        document = document.changed([change], version)
        mine = mine[:start] + new + mine[end:]
        assert document.text == mine


def place(text: str, offset: int, encoding: str) -> types.Position:
    border = Border(text, encoding)
    before = Border(text[:offset], encoding)
    found = before.whole.end
    assert border.offset(found) == offset
    return found


def test_a_whole_text_takes_the_place_of_the_old_one() -> None:
    change = types.TextDocumentContentChangeWholeDocument("new")
    assert opened("old").changed([change], 2).text == "new"


def test_later_changes_speak_of_what_earlier_ones_left() -> None:
    at = types.Position(0, 0)
    one, two = (
        types.TextDocumentContentChangePartial(types.Range(at, at), text) for text in ("b", "a")
    )
    assert opened("c").changed([one, two], 2).text == "abc"


@pytest.mark.parametrize(
    ("text", "is_map"),
    [
        ("argmap: 1\n", True),
        ("# x\n'argmap': 1\n", True),
        ("\ufeffargmap: 1\n", True),
        ("{argmap: 1, thesis: A.}", True),
        ("thesis: A.\n", False),
        ("tool:\n  argmap: 1\n", False),
        ("argmap-check:\n  x: 1\n", False),
        ("", False),
    ],
)
def test_only_what_has_argmap_at_its_top_is_a_map(text: str, is_map: bool) -> None:
    assert opened(text).is_map is is_map


def test_a_text_in_another_language_is_no_map() -> None:
    assert not opened("argmap: 1\n", language="markdown").is_map


def test_half_a_character_does_not_keep_a_text_from_being_read() -> None:
    document = opened(sound("argmap: 1\nthesis: \ud83d.\n"))
    assert document.reading.map is not None


@pytest.mark.parametrize(
    "uri",
    ["untitled:1", "", "git:/a.yaml?x", "file:///a%00b.yaml", "file:///no/such/folder/a.yaml"],
)
def test_a_text_of_no_file_is_read_and_checked_by_itself(uri: str) -> None:
    document = OpenText(uri, 1, "argmap: 1\nthesis: {text: A., premises: [B.]}\n")
    assert document.reading.map is not None
    assert [one.code for one in document.findings] == ["one-sided"]


def test_what_is_read_does_not_depend_on_what_the_text_was(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "argmap: 1\nthesis:\n  text: Yes.\n  rebuttals:\n    - No.\n    - Never.\n"
    document = opened(text)
    assert document.reading.map is not None
    # Broken in between, and mended with a line more.
    for number, new in enumerate(('    - "No.\n', "    - No.\n    - Perhaps.\n", "")):
        change = types.TextDocumentContentChangePartial(
            types.Range(types.Position(4, 0), types.Position(5, 0)), new
        )
        document = document.changed([change], number)
        fresh = opened(document.text)
        assert document.tree == fresh.tree
        assert document.findings == fresh.findings
        assert document.reading.readable == fresh.reading.readable
        assert document.read(text).map == opened(text).reading.map
    # The tree of the last text without faults is what the next one is made of.
    monkeypatch.setattr(documents, "parse", None)
    assert document.with_text(document.text.replace("Yes", "Well")).tree.root is not None
