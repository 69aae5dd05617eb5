"""`textDocument/definition`: from where something is named to where it is written."""

from collections.abc import Sequence

from lsprotocol import types

from argmap.lsp.across import home
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import location
from argmap.lsp.named import named_at
from argmap.lsp.works import work_at
from argmap.reader.written import Kind


def definition(
    document: OpenText, at: types.Position, texts: Sequence[OpenText] = ()
) -> types.Location | None:
    """Return where what is named at a place gets its id, in another file perhaps, or None.

    `texts` are those that are open, as they are now.
    """
    named = named_at(document, document.border.to_ours(at))
    if named is None:
        return None
    found = home(document, named, texts)
    if found is None and named.kind is Kind.SOURCE and (work := work_at(document, named.id)):
        return location(document, work.place, document.reading.texts)
    return found
