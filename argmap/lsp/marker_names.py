"""Ids that documents name in the places which show a map: where they are at home, and renaming."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from argmap.document.reading import LARGEST, read_file
from argmap.editing.renaming import RenamingError
from argmap.embed.documents.renaming import ids_in
from argmap.embed.library import library_of
from argmap.embed.options import NAMING
from argmap.errors import ArgmapError
from argmap.lsp.across import home
from argmap.lsp.documents import OpenText, sound
from argmap.lsp.named import Named
from argmap.lsp.renaming import renamed_everywhere
from argmap.reader.written import Kind
from argmap.source import at_start
from argmap.values import canonical


class _Named(NamedTuple):
    """An id at a place of a document, and what it is the id of, in which map."""

    id: str
    kind: Kind
    within: types.Range
    map: OpenText
    version: int | None


def prepare_marker_rename(
    document: OpenText, at: types.Position, texts: Sequence[OpenText]
) -> types.PrepareRenamePlaceholder | None:
    """Return the id at a place of a document that would be renamed, or None."""
    named = _named_at(document, at, texts)
    return None if named is None else types.PrepareRenamePlaceholder(named.within, named.id)


def marker_rename(
    document: OpenText, at: types.Position, new: str, texts: Sequence[OpenText]
) -> types.WorkspaceEdit:
    """Return the change that gives what a document names another id, in its map and everywhere.

    `texts` are those that are open. Raises RenamingError where that cannot be done.
    """
    named = _named_at(document, at, texts)
    if named is None:
        raise RenamingError("nothing that has an id stands here.")
    return renamed_everywhere(named.map, named.version, named.id, named.kind, new, texts)


def marker_definition(
    document: OpenText, at: types.Position, texts: Sequence[OpenText]
) -> types.Location | None:
    """Return where what a document names gets its id in its map, or None."""
    named = _named_at(document, at, texts)
    if named is None:
        return None
    return home(named.map, Named(named.id, named.kind, at_start(named.map.name)), texts)


def _named_at(document: OpenText, at: types.Position, texts: Sequence[OpenText]) -> _Named | None:
    offset = document.border.offset(at)
    if document.path is None:
        return None
    for one in ids_in(document.text, document.path):
        if one.start <= offset <= one.end:
            kind = next(Kind(of) for of, options in NAMING.items() if one.option in options)
            found = _map_of(document.path, one.map_name, document.encoding, texts)
            if found is None:
                return None
            a_map, version = found
            within = document.border.between(one.start, one.end)
            return _Named(canonical(one.id), kind, within, a_map, version)
    return None


def _map_of(
    document: Path, name: str, encoding: str, texts: Sequence[OpenText]
) -> tuple[OpenText, int | None] | None:
    """Return the map that a document names, and its version if it is open; None for no map."""
    try:
        path = library_of(document).path_of(name, document=document).resolve()
        for one in texts:
            if one.home == path:
                return (one, one.version) if one.is_map else None
        data = read_file(path, largest=LARGEST, only_regular=True)
    except (ArgmapError, OSError):
        return None
    text = sound(data.decode("utf-8", "replace"))
    found = OpenText(path.as_uri(), 0, text, encoding=encoding)
    return (found, None) if found.is_map else None
