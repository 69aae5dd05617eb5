"""A text beside the others that an editor has open: what it includes is read from these."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from argmap.lsp.documents import OpenText


def with_open_texts(document: OpenText, texts: Iterable[OpenText]) -> OpenText:
    """Return a text whose map is made of files as they are now, saved or not.

    It is the same where it is made of one file, or the others are as they are on the disk.
    """
    if document.path is None or not document.reading.included:
        return document
    home = document.path.resolve()
    at = {one.path.resolve(): one.text for one in texts if one.path is not None}
    read = {Path(name).resolve(): text for name, text in document.reading.included.items()}
    if all(at[path].splitlines() == read[path].splitlines() for path in at.keys() & read.keys()):
        return document
    return replace(document, others={path: text for path, text in at.items() if path != home})
