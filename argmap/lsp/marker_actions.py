"""`textDocument/codeAction` in documents that show maps: markers mended, maps shown as they are."""

from collections.abc import Iterator, Sequence

from lsprotocol import types

from argmap.diagnostics import Diagnostic
from argmap.editing.applying import applied
from argmap.embed.documents.refresh_result import Refreshed
from argmap.embed.library import Library
from argmap.errors import ArgmapError
from argmap.faults import Fault
from argmap.lsp.changes import between, edit_of
from argmap.lsp.documents import OpenText
from argmap.lsp.embedding import refreshed_for, told
from argmap.lsp.findings import shown

FIX = types.CodeActionKind.QuickFix


def marker_actions(
    document: OpenText, library: Library, within: types.Range, only: Sequence[str] | None
) -> list[types.CodeAction]:
    """Return what can be done about the findings of a range; `only` are the kinds asked for.

    What a library has not drawn, and does not draw, is passed over.
    """
    if not document.may_embed or not (only is None or {"", FIX, FIX.value} & set(only)):
        return []
    try:
        found = refreshed_for(document, library)
        here = [one for one in told(found) if _touches(document, one, within)]
        return [*_mended(document, library, here), *_shown_anew(document, found, here)]
    except ArgmapError:
        return []


def _touches(document: OpenText, finding: Diagnostic, within: types.Range) -> bool:
    start, end = (document.border.to_ours(at) for at in (within.start, within.end))
    spans = (finding.span, *(one.span for one in finding.related))
    return any(
        span.file == document.name and span.start <= end and start <= span.end for span in spans
    )


def _mended(
    document: OpenText, library: Library, found: Sequence[Diagnostic]
) -> Iterator[types.CodeAction]:
    for finding in found:
        if not finding.fix:
            continue
        text = applied(document.text, finding.fix)
        again = told(refreshed_for(document.with_text(text), library))
        key = (finding.span.start, finding.message)
        if key not in [(one.span.start, one.message) for one in again]:
            yield _action(document, f"Mend: {finding.message}", text, [finding], is_preferred=True)


def _shown_anew(
    document: OpenText, found: Refreshed, here: Sequence[Diagnostic]
) -> Iterator[types.CodeAction]:
    """Yield what writes all maps of a document anew; files beside it, only the command writes."""
    stale = [one for one in here if one.code == Fault.STALE_PLACE]
    if stale and found.text is not None and not found.pictures:
        mark = document.text[: len(document.text) - len(document.text.removeprefix("\ufeff"))]
        title = "Show the maps of this document as they are now"
        yield _action(document, title, f"{mark}{found.text}", stale, is_preferred=True)


def _action(
    document: OpenText,
    title: str,
    text: str,
    findings: Sequence[Diagnostic],
    *,
    is_preferred: bool,
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=FIX,
        diagnostics=[shown(document, one, texts={}) for one in findings],
        is_preferred=is_preferred,
        edit=edit_of(document, between(document.text, text, document.border)),
    )
