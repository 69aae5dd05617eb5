"""`textDocument/rename` and `prepareRename`: another id, also in documents that show the map."""

from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types

from argmap.editing.line_ends import BYTE_ORDER_MARK
from argmap.editing.renaming import RenamingError, renamed
from argmap.embed.documents.renaming import RenamedDocument
from argmap.embed.library import library_of
from argmap.embed.renaming import renamed_files
from argmap.lsp.changes import as_edits, between, change_of, edit_of_all
from argmap.lsp.documents import OpenText
from argmap.lsp.named import named_at
from argmap.lsp.positions import Border
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
    """Return the change that gives something of a map another id, also in other documents.

    `version` is that of the map in the editor, None where it is not open there.
    """
    if document.reading.map is None:
        raise RenamingError("the map has faults; mend them first, and then rename.")
    changed = renamed(document.reading, document.text, id, new, read=document.read, kind=kind)
    changes = [change_of(document.uri, version, as_edits(document, changed.edits))]
    if document.path is not None:
        opened = {one.path.resolve(): one for one in texts if one.path is not None}
        others = renamed_files(
            document.path,
            document.reading,
            changed,
            library=library_of(document.path),
            texts={path: one.text for path, one in opened.items()},
        )
        for one in others:
            path = one.path.resolve()
            changes.append(_change_of(one, document.encoding, opened.get(path)))
    return edit_of_all(changes)


def _change_of(
    changed: RenamedDocument, encoding: str, opened: OpenText | None
) -> types.TextDocumentEdit:
    """Return the change of a document; a file is opened by editors without a mark before it."""
    old, new = changed.old.decode(), changed.new.decode()
    if opened is not None:
        return change_of(opened.uri, opened.version, between(old, new, opened.border))
    old, new = (one.removeprefix(BYTE_ORDER_MARK) for one in (old, new))
    edits = between(old, new, Border(old, encoding))
    return change_of(Path(changed.path).resolve().as_uri(), None, edits)
