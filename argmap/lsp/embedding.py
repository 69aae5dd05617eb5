"""Documents that show maps: what `argmap embed --check` says of them, while they are written."""

from pathlib import Path

from lsprotocol import types

from argmap.diagnostics import Diagnostic
from argmap.editing.line_ends import BYTE_ORDER_MARK
from argmap.embed.documents.document import refreshed_document
from argmap.embed.documents.drawings import Drawings
from argmap.embed.documents.refresh_result import Refreshed
from argmap.embed.library import Library
from argmap.errors import ArgmapError
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import of_the_world, shown
from argmap.project import project_of


class Libraries:
    """What was read and drawn for documents: it saves work until some file may have changed."""

    def __init__(self) -> None:
        """Have read nothing yet."""
        self._by_root: dict[Path, Library] = {}

    def library_for(self, document: OpenText) -> Library:
        """Return where the maps of a document are read: in its project."""
        assert document.path is not None, "what may embed is a file"
        project = project_of(document.path)
        return self._by_root.setdefault(project.root, Library(project))

    def drawn_for(self, document: OpenText) -> Library:
        """Return the same with the pictures drawn so far, which draws no other."""
        return self.library_for(document).without_drawing()

    def forget(self) -> None:
        """Read and draw everything again from now on."""
        self._by_root = {}


def embedded_findings(document: OpenText, library: Library) -> list[types.Diagnostic]:
    """Return the findings on the markers of a document; none where it has no markers.

    Of what the library has not drawn, and does not draw, only its marker and its map are looked at.
    """
    if not document.may_embed:
        return []
    try:
        found = refreshed_for(document, library)
    except ArgmapError as error:
        return [of_the_world(document, str(error))]
    return [shown(document, one, texts=found.texts) for one in told(found)]


def refreshed_for(document: OpenText, library: Library) -> Refreshed:
    """Return what becomes of a document whose maps are shown anew."""
    assert document.path is not None, "what may embed is a file"
    text = document.text.removeprefix(BYTE_ORDER_MARK)
    return refreshed_document(text, path=document.path, library=library, drawings=Drawings())


def told(found: Refreshed) -> tuple[Diagnostic, ...]:
    """Return what is told of a document, in the order of `argmap embed --check`."""
    return (*(found.faults or found.stale), *found.remarks)
