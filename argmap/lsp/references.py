"""`textDocument/references`: every place where something is named."""

from lsprotocol import types

from argmap.lsp.documents import OpenText
from argmap.lsp.named import mentions_of, named_at


def references(document: OpenText, at: types.Position, *, with_home: bool) -> list[types.Location]:
    """Return where else is named what is at a place; with its home, if that is asked for."""
    named = named_at(document, document.border.to_ours(at))
    if named is None:
        return []
    return [
        types.Location(document.uri, document.border.range_of(span))
        for span, _ in mentions_of(document, named, with_home=with_home)
    ]
