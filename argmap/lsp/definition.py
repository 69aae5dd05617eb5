"""`textDocument/definition`: from where something is named to where it is written."""

from lsprotocol import types

from argmap.lsp.documents import OpenText
from argmap.lsp.findings import location
from argmap.lsp.named import Named, home_of, named_at, words_of
from argmap.reader.written import Kind
from argmap.source import Span


def definition(document: OpenText, at: types.Position) -> types.Location | None:
    """Return where what is named at a place gets its id, in an included file perhaps, or None."""
    named = named_at(document, document.border.to_ours(at))
    if named is None:
        return None
    home = home_of(document, named.id, named.kind) or _included_home(document, named)
    return None if home is None else location(document, home, document.reading.texts)


def _included_home(document: OpenText, named: Named) -> Span | None:
    """Return where a claim or an argument gets its id that another file holds."""
    naming = document.written.naming
    draft = naming.claim_ids.get(named.id) or naming.argument_ids.get(named.id)
    if draft is None or named.kind is not Kind.CLAIM_OR_ARGUMENT:
        return None
    if draft.written_id is not None:
        return draft.written_id.span
    return next(words_of(draft), draft.span)
