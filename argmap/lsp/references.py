"""`textDocument/references`: every place where something is named."""

from collections.abc import Sequence

from lsprotocol import types

from argmap.lsp.across import everywhere
from argmap.lsp.documents import OpenText
from argmap.lsp.named import named_at


def references(
    document: OpenText, at: types.Position, texts: Sequence[OpenText] = (), *, with_home: bool
) -> list[types.Location]:
    """Return where else is named what is at a place; with its home, if that is asked for.

    That is in all files of the map, and of maps that share files with it. `texts` are those that
    are open, as they are now.
    """
    named = named_at(document, document.border.to_ours(at))
    return [] if named is None else everywhere(document, named, texts, with_home=with_home)
