"""`textDocument/documentHighlight`: what is named at the cursor, marked wherever it is named."""

from lsprotocol import types

from argmap.lsp.documents import OpenText
from argmap.lsp.named import mentions_of, named_at


def highlights(document: OpenText, at: types.Position) -> list[types.DocumentHighlight]:
    """Return the places in a text that name the same as the place asked about."""
    named = named_at(document, document.border.to_ours(at))
    if named is None:
        return []
    kinds = {True: types.DocumentHighlightKind.Write, False: types.DocumentHighlightKind.Read}
    return [
        types.DocumentHighlight(document.border.range_of(span), kinds[is_home])
        for span, is_home in mentions_of(document, named, with_home=True)
    ]
