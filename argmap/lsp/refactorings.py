"""`textDocument/codeAction` and `codeAction/resolve`: what a map can be written as instead.

What is offered at a place is seen from the tree. To make it takes a reading or two, so that is done
when one chooses it, where an editor can ask then.
"""

from collections.abc import Callable, Sequence

from lsprotocol import types

from argmap.diagnostics import Diagnostic
from argmap.editing.line_ends import with_line_ends_of
from argmap.editing.refactoring import Offer, Sheet, Sort, offers
from argmap.errors import ArgmapError
from argmap.lsp.actions import FIX, FIX_ALL, asks_for, made_later, promise_of, touches
from argmap.lsp.actions_across import made_across
from argmap.lsp.changes import between, edit_of
from argmap.lsp.documents import OpenText
from argmap.lsp.findings import shown
from argmap.source_texts import source_texts

_REFACTORINGS = {
    Sort.EXTRACT: types.CodeActionKind.RefactorExtract,
    Sort.INLINE: types.CodeActionKind.RefactorInline,
    Sort.REWRITE: types.CodeActionKind.RefactorRewrite,
}
KINDS = (FIX, FIX_ALL, *_REFACTORINGS.values())


class GoneError(ArgmapError):
    """What was offered is not there any more: the text has changed since."""


def refactorings(
    document: OpenText, within: types.Range, only: Sequence[str] | None, *, is_later: bool
) -> list[types.CodeAction]:
    """Return what can be written otherwise where a range begins; `only` are the kinds asked for.

    With `is_later` the edits are left to `resolved`; else what cannot be made is left out.
    """
    if document.reading.map is None:
        return []
    told: list[types.CodeAction] = []
    for offer in _offers(document, within.start):
        action = _action(document, offer, within)
        if only is not None and not asks_for(action.kind or "", only):
            continue
        if not is_later:
            try:
                action.edit = _edit(document, offer)
            except ArgmapError:
                continue
        told.append(action)
    return told


def resolved(
    action: types.CodeAction,
    text_of: Callable[[str], OpenText | None],
    texts: Sequence[OpenText] = (),
) -> types.CodeAction:
    """Return an action that was offered, with its edit. Raises ArgmapError where it has none.

    `texts` are those that are open.
    """
    data = action.data
    if not isinstance(data, dict) or action.edit is not None:
        return action
    document = text_of(str(data["uri"]))
    if document is None or document.version != data["version"]:
        raise GoneError("The text has changed since this was offered.")
    at = types.Position(int(data["line"]), int(data["character"]))
    within = types.Range(at, types.Position(*data["end"]))
    action.edit = made_later(document, within, action.title)
    if action.edit is None:
        action.edit = made_across(document, within, action.title, texts)
    if action.edit is not None:
        return action
    for offer in _offers(document, at) if document.reading.map is not None else ():
        if offer.title == action.title:
            action.edit = _edit(document, offer)
            return action
    raise GoneError("This is not offered any more.")


def _offers(document: OpenText, at: types.Position) -> tuple[Offer, ...]:
    a_map = document.reading.map
    assert a_map is not None, "only whole maps come here"

    def texts() -> dict[str, str]:
        found = source_texts(a_map, given={})
        return {name: one.text for name, one in found.items() if one.text is not None}

    sheet = Sheet(document.reading, document.tree, document.read, texts)
    return offers(sheet, document.border.to_ours(at))


def _action(document: OpenText, offer: Offer, within: types.Range) -> types.CodeAction:
    mended = _mended(document, offer, within)
    return types.CodeAction(
        offer.title,
        kind=FIX if mended else _REFACTORINGS[offer.sort],
        diagnostics=[shown(document, one) for one in mended] or None,
        data=promise_of(document, within),
    )


def _mended(document: OpenText, offer: Offer, within: types.Range) -> list[Diagnostic]:
    """Return the findings in a range that an offer mends."""
    if offer.mends is None:
        return []
    try:
        found = document.findings
    except ArgmapError:
        return []
    return [one for one in found if one.code == offer.mends and touches(document, one, within)]


def _edit(document: OpenText, offer: Offer) -> types.WorkspaceEdit:
    new = with_line_ends_of(document.text, offer.make())
    return edit_of(document, between(document.text, new, document.border))
