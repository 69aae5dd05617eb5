"""What stands at a place of a map and has an id, and where else it is named."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.editing.things import mentions_in, names_in, things_named
from argmap.lsp.documents import OpenText
from argmap.reader.drafts import ArgumentDraft, ClaimDraft
from argmap.reader.written import Kind
from argmap.source import Position, Span
from argmap.values import canonical


@dataclass(frozen=True, slots=True)
class Named:
    """An id, what it is the id of, and the place where one asks for it."""

    id: str
    kind: Kind
    span: Span


def named_at(document: OpenText, position: Position) -> Named | None:
    """Return what is named at a position: where its id is written, or its text or its headline."""
    for one in document.written.mentions():
        if holds(one.span, position):
            return Named(canonical(one.id), one.kind, one.span)
    found = node_at(document, position)
    return None if found is None else Named(found[0], Kind.CLAIM_OR_ARGUMENT, found[1])


def node_at(document: OpenText, position: Position) -> tuple[str, Span] | None:
    """Return the id of the claim whose text or headline stands there, or of the argument that does.

    The place of its words comes with it.
    """
    best: tuple[str, Span] | None = None
    for draft, name in document.written.nodes():
        for words in words_of(draft):
            if holds(words, position) and (best is None or _is_within(words, best[1])):
                best = (name, words)
    return best


def words_of(draft: ClaimDraft | ArgumentDraft) -> Iterator[Span]:
    """Yield where the words of a claim or an argument stand: its text, its headline."""
    if draft.fields is None:
        if isinstance(draft, ClaimDraft):
            yield draft.span
        return
    for key in ("text", "label"):
        span = draft.fields.span_of(key)
        if span is not None:
            yield span


def home_of(document: OpenText, id: str, kind: Kind) -> Span | None:
    """Return where something gets its id, or where it begins if it has none of its own."""
    written = document.written
    for one in written.mentions():
        if one.is_home and one.kind is kind and canonical(one.id) == id:
            return one.span
    if kind is not Kind.CLAIM_OR_ARGUMENT:
        return None
    draft = written.naming.claim_ids.get(id) or written.naming.argument_ids.get(id)
    if draft is None or draft.span.file != document.reading.file:
        return None
    return next(words_of(draft), draft.span)


def mentions_of(
    document: OpenText, named: Named, *, with_home: bool
) -> Iterator[tuple[Span, bool]]:
    """Yield every place of a text where something is named, and whether it gets its id there."""
    home, names = home_of(document, named.id, named.kind), names_in(document.reading)
    thing = names.meant(named.kind, names.path, named.id)
    places = {
        one.span: one.is_home
        for one in mentions_in(names, names.path)
        if one.kind is named.kind
        and (one.id == named.id or thing in things_named(one, names.path, (names,)))
    }
    if home is not None:
        places[home] = True
    for span in sorted(places, key=lambda one: one.start):
        if with_home or not places[span]:
            yield span, places[span]


def holds(span: Span, position: Position) -> bool:
    """Return whether a position is in a span or at an end of it."""
    return span.start <= position <= span.end


def _is_within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end
