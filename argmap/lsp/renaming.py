"""`textDocument/rename` and `prepareRename`: another id, in all files that name what has it."""

from collections.abc import Sequence

from lsprotocol import types

from argmap.editing.renaming import RenamingError, renamed
from argmap.editing.things import names_in
from argmap.embed.library import library_of
from argmap.embed.renaming import NotWholeError, RenamedFile, renamed_project
from argmap.lsp.beside import change_of_file, with_open_texts
from argmap.lsp.changes import as_edits, change_of, edit_of_all
from argmap.lsp.documents import OpenText
from argmap.lsp.named import named_at
from argmap.reader.written import Kind
from argmap.source import Span


def prepare_rename(document: OpenText, at: types.Position) -> types.PrepareRenamePlaceholder | None:
    """Return what would be renamed at a place, by the id that it has now, or None."""
    position = document.border.to_ours(at)
    named = named_at(document, position)
    if named is None:
        return None
    span = named.span
    if span.start.line != span.end.line:
        # Editors mark what they rename on one line.
        span = Span(span.file, position, position)
    return types.PrepareRenamePlaceholder(document.border.range_of(span), named.id)


def rename(
    document: OpenText, at: types.Position, new: str, texts: Sequence[OpenText] = ()
) -> types.WorkspaceEdit:
    """Return the change that gives what is named at a place another id, wherever it is named.

    What has no id of its own gets one. `texts` are those that are open, as they are now. Raises
    RenamingError where that cannot be done.
    """
    named = named_at(document, document.border.to_ours(at))
    if named is None:
        raise RenamingError("nothing that has an id stands here.")
    return renamed_everywhere(document, document.version, named.id, named.kind, new, texts)


def renamed_everywhere(
    document: OpenText,
    version: int | None,
    id: str,
    kind: Kind,
    new: str,
    texts: Sequence[OpenText],
) -> types.WorkspaceEdit:
    """Return the change that gives something of a map another id, in all files that name it.

    `version` is that of the map in the editor, None where it is not open there.
    """
    if document.path is None:
        return _renamed_alone(document, id, kind, new)
    opened = {one.home: one for one in texts if one.home is not None}
    if version is not None:
        opened[document.path.resolve()] = document
    changed = renamed_project(
        with_open_texts(document, texts).reading,
        id,
        new,
        library=library_of(document.path),
        kind=kind,
        texts={path: one.text for path, one in opened.items()},
    )
    encoding = document.encoding
    return edit_of_all([_change_of(one, encoding, opened.get(one.path)) for one in changed.files])


def _renamed_alone(document: OpenText, id: str, kind: Kind, new: str) -> types.WorkspaceEdit:
    """Return the change of a text that was never saved, and is in no project."""
    if document.reading.map is None:
        raise NotWholeError
    names = names_in(document.reading)
    changed = renamed(
        [names],
        names.path,
        id,
        new,
        text=lambda _: document.text,
        read=lambda _, texts: document.read(texts[names.path]),
        kind=kind,
    )
    edits = as_edits(document, changed.edits[names.path])
    return edit_of_all([change_of(document.uri, document.version, edits)])


def _change_of(
    changed: RenamedFile, encoding: str, opened: OpenText | None
) -> types.TextDocumentEdit:
    """Return the change of a file: that of a map as small as it can be."""
    if opened is not None and changed.edits:
        return change_of(opened.uri, opened.version, as_edits(opened, changed.edits))
    return change_of_file(changed.path, changed.old, changed.new, encoding, opened)
