"""What tests of answers share: a text that is open, and places in it by what stands there."""

from pathlib import Path
from typing import Any

from lsprotocol import types

from argmap.lsp.changes import made, without_versions
from argmap.lsp.documents import OpenText
from argmap.source import Position


def opened(text: str, path: Path | None = None, **known: Any) -> OpenText:
    uri = path.as_uri() if path else "untitled:1"
    return OpenText(uri, 1, text, **known)


def place(document: OpenText, words: str, *, number: int = 1, within: int = 0) -> types.Position:
    """Return where words stand in a text for the `number`th time, so many characters in."""
    start = -1
    for _ in range(number):
        start = document.text.index(words, start + 1)
    border, before = document.border, document.text[: start + within]
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    return border.from_ours(Position(line + 1, column + 1))


def words_at(document: OpenText, found: types.Range) -> str:
    border = document.border
    return document.text[border.offset(found.start) : border.offset(found.end)]


def after(document: OpenText, edit: types.WorkspaceEdit) -> str:
    """Return the text of a document after a change."""
    own = without_versions(edit).changes[document.uri]
    return made(document.text, own, document.border)
