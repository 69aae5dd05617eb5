"""`textDocument/definition`: from where something is named to where it is written."""

from collections.abc import Sequence

from lsprotocol import types

from argmap.lsp.across import home
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import location
from argmap.lsp.links import links
from argmap.lsp.named import named_at
from argmap.lsp.works import work_at
from argmap.reader.written import Kind


def definition(
    document: OpenText, at: types.Position, texts: Sequence[OpenText] = ()
) -> types.Location | None:
    """Return where what is named at a place gets its id, in another file perhaps, or None.

    The name of a file leads to its beginning. `texts` are those that are open, as they are now.
    """
    named = named_at(document, document.border.to_ours(at))
    if named is None:
        return _file_at(document, at)
    found = home(document, named, texts)
    if found is None and named.kind is Kind.SOURCE and (work := work_at(document, named.id)):
        return location(document, work.place, document.reading.texts)
    return found


def _file_at(document: OpenText, at: types.Position) -> types.Location | None:
    """Return the beginning of the file that is named at a place, if it is one of the project."""
    place = (at.line, at.character)
    start = types.Position(0, 0)
    for one in links(document):
        first, last = one.range.start, one.range.end
        is_here = (first.line, first.character) <= place <= (last.line, last.character)
        if is_here and one.target is not None and one.target.startswith("file:"):
            return types.Location(one.target, types.Range(start, start))
    return None
