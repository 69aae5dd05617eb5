"""A quotation that its source does not have → the nearest passage that it has."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from argmap.checks.language.passages import passages_of
from argmap.document.nodes import Mapping, Node, Scalar
from argmap.document.nodes import Sequence as SequenceNode
from argmap.document.text_writing import on_one_line, written_text
from argmap.editing.adding import ROOM
from argmap.editing.refactoring.keeping import kept, with_edits
from argmap.editing.refactoring.sheet import Offer, Sheet, Sort
from argmap.faults import quoted
from argmap.model import Argument, ArgumentMap, Claim
from argmap.source import Position

Citing = TypeVar("Citing", Claim, Argument)


def offers(sheet: Sheet, at: Position) -> Iterator[Offer]:
    """Yield the offer to quote what the source of the citation at a place has."""
    here = next(iter(sheet.seats(at)), None)
    citation = None if here is None else _citation(here.node, at)
    if citation is None:
        return
    source, quote = citation.get("ref"), citation.get("quote")
    if not (isinstance(source, Scalar) and isinstance(quote, Scalar)):
        return
    passage = _nearest(sheet.texts().get(source.value), quote.value)
    if passage is not None:
        title = f"Quote the nearest passage: {quoted(passage)}"
        code = "quote-not-found"
        yield Offer(title, Sort.REWRITE, lambda: with_quote(sheet, citation, passage), code)


def _citation(node: Node, at: Position) -> Mapping | None:
    entries = node.entries if isinstance(node, Mapping) else ()
    source = next((one for one in entries if one.key.value == "source"), None)
    if source is None:
        return None
    value = source.value
    items = value.items if isinstance(value, SequenceNode) else (value,)
    for item in items:
        # Of a lone one the key may be meant as well.
        start = source.key.span.start if len(items) == 1 else item.span.start
        if isinstance(item, Mapping) and Position(start.line, 1) <= at <= item.span.end:
            return item
    return None


def _nearest(text: str | None, quote: str) -> str | None:
    if text is None:
        return None
    passages = passages_of(text)
    if passages.paragraphs_with(quote):
        return None
    found = passages.longer(quote) or passages.nearest(quote)
    # A passage that is cut where it says something else would not be found either.
    return found if found and passages.paragraphs_with(found) else None


def with_quote(sheet: Sheet, citation: Mapping, passage: str) -> str:
    """Return a text in which a citation quotes a passage."""
    key = next(one.key for one in citation.entries if one.key.value == "quote")
    if sheet.is_flow(citation.span):
        value = on_one_line(passage, in_flow=True)
    else:
        value = "\n".join(written_text(passage, key.span.start.column + 1, ROOM))
    edits = sheet.places.with_field(citation.span, "quote", value)
    wanted = _wanted(sheet.map, citation, passage)
    return kept(sheet, with_edits(sheet.text, edits), lambda new: new.map == wanted)


def _wanted(a_map: ArgumentMap, citation: Mapping, passage: str) -> ArgumentMap:
    def quoting(node: Citing) -> Citing:
        cited = (
            replace(one, quote=passage) if one.span == citation.span else one
            for one in node.citations
        )
        return replace(node, citations=tuple(cited))

    return replace(
        a_map,
        claims=tuple(map(quoting, a_map.claims)),
        arguments=tuple(map(quoting, a_map.arguments)),
    )
