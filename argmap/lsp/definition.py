"""`textDocument/definition`: from where something is named to where it is written."""

from lsprotocol import types

from argmap.lsp.documents import OpenText
from argmap.lsp.named import home_of, named_at


def definition(document: OpenText, at: types.Position) -> types.Location | None:
    """Return where what is named at a place gets its id, or None."""
    named = named_at(document, document.border.to_ours(at))
    home = None if named is None else home_of(document, named.id, named.kind)
    return None if home is None else types.Location(document.uri, document.border.range_of(home))
