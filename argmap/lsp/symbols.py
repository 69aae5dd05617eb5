"""`textDocument/documentSymbol`: claims, arguments and sources as an outline."""

from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from argmap.lsp.documents import OpenText
from argmap.lsp.named import words_of
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft
from argmap.source import Span

# Editors and their libraries go down into outlines by recursion.
DEEPEST = 50
LONGEST = 100
_SIDES = {Polarity.SUPPORT: "for", Polarity.ATTACK: "against"}


class Found(NamedTuple):
    """Something of an outline: all of it, and the words that it is found by."""

    name: str
    detail: str
    kind: types.SymbolKind
    whole: Span
    words: Span


def symbols(document: OpenText) -> list[types.DocumentSymbol]:
    """Return the outline of a text, as far as it can be read: what stands inside stands below."""
    found = sorted(
        (*nodes(document), *_sources(document)),
        key=lambda one: (one.whole.start, _backwards(one.whole)),
    )
    top: list[types.DocumentSymbol] = []
    above: list[tuple[Span, list[types.DocumentSymbol]]] = []
    for one in found:
        while above and above[-1][0].end <= one.whole.start:
            above.pop()
        inside: list[types.DocumentSymbol] = []
        symbol = types.DocumentSymbol(
            one.name,
            one.kind,
            document.border.range_of(one.whole),
            document.border.range_of(one.words),
            detail=one.detail,
            children=inside,
        )
        (above[-1][1] if above else top).append(symbol)
        if len(above) < DEEPEST:
            above.append((one.whole, inside))
    return top


def _backwards(span: Span) -> tuple[int, int]:
    """Return what puts the longer of two spans that begin together first."""
    return -span.end.line, -span.end.column


def nodes(document: OpenText) -> Iterator[Found]:
    """Yield the claims and the arguments of a text."""
    for draft, name in document.written.nodes():
        whole, words = draft.span, next(words_of(draft), draft.span)
        if isinstance(draft, ClaimDraft):
            shown = _line(draft.label or draft.text)
            yield Found(shown or name, name, types.SymbolKind.String, whole, _in(words, whole))
        elif draft.fields is not None:
            yield Found(_step(draft), name, types.SymbolKind.Operator, whole, _in(words, whole))


def _step(draft: ArgumentDraft) -> str:
    """Return an argument as the outline calls it: by its headline, its scheme or its side."""
    fields = draft.fields
    own = fields and (fields.text("label") or fields.text("scheme"))
    side = f"argument {_SIDES[draft.polarity]}"
    return f"{side}: {_line(own)}" if own else side


def _sources(document: OpenText) -> Iterator[Found]:
    fields = document.written.fields
    for entry in fields.entries("sources") if fields else ():
        whole = entry.key.span.to(entry.value.span)
        name = entry.key.value or "source"
        yield Found(name, "source", types.SymbolKind.File, whole, entry.key.span)


def _in(words: Span, whole: Span) -> Span:
    """Return the place of the words, which editors want inside of the whole."""
    is_within = whole.start <= words.start and words.end <= whole.end
    return words if is_within else Span(whole.file, whole.start, whole.start)


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
