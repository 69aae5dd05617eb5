"""A text beside the others that an editor has open: what it includes is read from these."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from lsprotocol import types

from argmap.editing.line_ends import BYTE_ORDER_MARK
from argmap.lsp.changes import between, change_of, edit_of_all
from argmap.lsp.documents import OpenText
from argmap.lsp.positions import Border


def with_open_texts(document: OpenText, texts: Iterable[OpenText]) -> OpenText:
    """Return a text whose map is made of files as they are now, saved or not.

    It is the same where it is made of one file, or the others are as they are on the disk.
    """
    if document.path is None or not document.reading.included:
        return document
    at = {one.home: one.text for one in texts if one.home is not None}
    read = {Path(name).resolve(): text for name, text in document.reading.included.items()}
    if all(at[path].splitlines() == read[path].splitlines() for path in at.keys() & read.keys()):
        return document
    return document.beside(at)


def opened_at(document: OpenText, texts: Iterable[OpenText]) -> dict[Path, str]:
    """Return the texts that are open, that one among them, by where their files really are."""
    return {one.home: one.text for one in (*texts, document) if one.home is not None}


def change_of_files(
    document: OpenText, changed: Mapping[Path, tuple[str, str]], texts: Iterable[OpenText]
) -> types.WorkspaceEdit:
    """Return the change of files from what they are to what they become, whether open or not."""
    opened = {one.home: one for one in (*texts, document) if one.home is not None}
    return edit_of_all(
        [
            change_of_file(path, old, new, document.encoding, opened.get(path))
            for path, (old, new) in changed.items()
            if old != new
        ]
    )


def change_of_file(
    path: Path, old: str, new: str, encoding: str, opened: OpenText | None
) -> types.TextDocumentEdit:
    """Return the change of a file; one that is not open is opened without a mark before it."""
    if opened is not None:
        return change_of(opened.uri, opened.version, between(old, new, opened.border))
    old, new = (one.removeprefix(BYTE_ORDER_MARK) for one in (old, new))
    return change_of(path.as_uri(), None, between(old, new, Border(old, encoding)))
