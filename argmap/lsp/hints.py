"""`textDocument/inlayHint`: ✓ ✗ ○ ? before the text of a claim, and what a reference says."""

from collections.abc import Iterator

from lsprotocol import types

from argmap.lsp.documents import OpenText
from argmap.lsp.named import words_of
from argmap.lsp.verdicts import evaluation_of
from argmap.reader.drafts import ClaimDraft
from argmap.reader.written import Kind
from argmap.report.outline_text import SIGNS
from argmap.source import Position
from argmap.values import canonical

LONGEST = 60


def hints(document: OpenText, within: types.Range) -> list[types.InlayHint]:
    """Return the hints on the lines of a range."""
    first, last = within.start.line + 1, within.end.line + 1
    told = (*_signs(document), *_texts(document))
    shown = [one for one in told if first <= one[0].line <= last]
    return [
        types.InlayHint(
            document.border.from_ours(at),
            label,
            padding_left=not is_before,
            padding_right=is_before,
        )
        for at, label, is_before in sorted(shown, key=lambda one: one[0])
    ]


def _signs(document: OpenText) -> Iterator[tuple[Position, str, bool]]:
    evaluation = evaluation_of(document)
    if evaluation is None:
        return
    for draft, name in document.written.nodes():
        words = next(words_of(draft), None)
        if words is not None and isinstance(draft, ClaimDraft):
            yield words.start, SIGNS[evaluation.claims[name].standing], True


def _texts(document: OpenText) -> Iterator[tuple[Position, str, bool]]:
    written = document.written
    for one in written.mentions():
        is_name = one.kind is Kind.CLAIM_OR_ARGUMENT and one.key in ("ref", "contradicts")
        id = written.naming.meaning(document.name, canonical(one.id))
        draft = written.naming.claim_ids.get(id) if is_name else None
        if draft is not None:
            yield one.span.end, _short(draft.label or draft.text), False


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
