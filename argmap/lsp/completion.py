"""`textDocument/completion`: keys by place, ids with their texts, sources, schemes and words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lsprotocol import types

from argmap.document.quoting import as_scalar
from argmap.kinds.choice import Choice
from argmap.kinds.cited import Cited
from argmap.kinds.fraction import Fraction
from argmap.kinds.identifier import Identifier
from argmap.kinds.kind import Kind
from argmap.kinds.list_of import ListOf
from argmap.kinds.map_of import MapOf
from argmap.kinds.one_or_many import OneOrMany
from argmap.kinds.truth import Truth
from argmap.kinds.word_or_block import WordOrBlock
from argmap.languages.questions import asked_in
from argmap.lsp.documents import OpenText
from argmap.lsp.keys import item_of, lone_of, records_of
from argmap.lsp.map_names import names_a_map, other_maps
from argmap.lsp.scan import Place, place_at
from argmap.lsp.works import told_of, works_like
from argmap.reader.written import Kind as Of
from argmap.report.pages import summaries
from argmap.schemes import named as scheme_named
from argmap.schemes import names as scheme_names
from argmap.source import Position

TRIGGERS = (" ", "{", "[", ",")
LONGEST = 80
_WRITTEN_ID = re.compile(r"(?:^|[\s{,])id:[ \t]*(?P<id>[\w.-]+)")
_ALLOWS = re.compile(r"#[ \t]*argmap:[ \t]*allow(?:[ \t,]+[a-z0-9-]+)*[ \t,]+(?P<code>[a-z0-9-]*)$")


class _Offer(NamedTuple):
    text: str
    about: str
    kind: types.CompletionItemKind
    inserted: str | None = None
    # What an editor looks for what is typed in, if not the text.
    sought: str | None = None


def completion(document: OpenText, at: types.Position) -> list[types.CompletionItem]:
    """Return what may be written at a place, in the order of the grammar and of the text."""
    position = document.border.to_ours(at)
    place = place_at(document.border.lines, position.line - 1, position.column - 1)
    if place is None:
        return []
    allows = _ALLOWS.search(place.comment or "")
    typed = allows["code"] if allows else place.typed
    offers = _codes() if allows else _offers(document, place)
    first = position._replace(column=position.column - len(typed))
    start = document.border.from_ours(first)
    lead = "" if allows else lead_at(document, first)
    return [
        _item(one, types.Range(start, at), number, lead)
        for number, one in enumerate(dict.fromkeys(offers))
    ]


def lead_at(document: OpenText, position: Position) -> str:
    """Return the blank that has to come first, which YAML wants behind a key and a dash."""
    before = document.border.lines[position.line - 1][: position.column - 1]
    return " " if before.endswith((":", "-")) else ""


def _item(offer: _Offer, over: types.Range, number: int, lead: str) -> types.CompletionItem:
    return types.CompletionItem(
        offer.text,
        kind=offer.kind,
        detail=_line(offer.about),
        sort_text=f"{number:06}",
        filter_text=offer.sought,
        text_edit=types.TextEdit(over, f"{lead}{offer.inserted or offer.text}"),
    )


def _codes() -> Iterator[_Offer]:
    for one in summaries():
        yield _Offer(one.code, one.summary, types.CompletionItemKind.EnumMember)


def _offers(document: OpenText, place: Place) -> Iterator[_Offer]:
    # Who has written several words writes a text.
    if place.is_key and not re.search(r"\s", place.typed):
        yield from _keys(document, place)
    if place.is_value and names_a_map(place.wanted.field):
        for one in other_maps(document):
            yield _Offer(one.path, one.title, types.CompletionItemKind.File, one.written)
    if place.is_value:
        for kind in place.wanted.kinds:
            yield from _values(document, kind, place)


def _keys(document: OpenText, place: Place) -> Iterator[_Offer]:
    for field in place.wanted.keys(place.present):
        is_below = not place.in_flow and _stands_below(field.kind)
        inserted = f"{field.name}:" if is_below else f"{field.name}: "
        yield _Offer(field.name, field.description, types.CompletionItemKind.Property, inserted)
    for kind in place.wanted.kinds:
        if isinstance(kind, ListOf) and not place.is_value:
            yield _Offer("-", "The next item of the list.", types.CompletionItemKind.Operator, "- ")
        if isinstance(kind, MapOf):
            for one in _ids(document, kind.key.of):
                if one.text not in place.present:
                    yield one._replace(inserted=f"{one.text}: ")


def _stands_below(kind: Kind) -> bool:
    """Return whether a value of a kind usually begins on the next line."""
    is_list = item_of(kind) is not None and not isinstance(kind, OneOrMany)
    return is_list or isinstance(kind, MapOf) or bool(records_of(lone_of(kind)))


def _values(document: OpenText, kind: Kind, place: Place) -> Iterator[_Offer]:
    kind = lone_of(kind)
    words: tuple[str, ...] = ()
    if isinstance(kind, Choice | Fraction | WordOrBlock):
        words = kind.words
    elif isinstance(kind, Truth):
        words = ("true", "false")
    elif isinstance(kind, Identifier):
        yield from _ids(document, kind.of)
        if kind.of == "a source":
            yield from _works(document, place.typed)
    elif isinstance(kind, Cited):
        yield from _ids(document, "a source")
        yield from _works(document, place.typed)
    elif place.wanted.field is not None:
        yield from _texts(document, place.wanted.field.name)
    for word in words:
        yield _Offer(str(word), "", types.CompletionItemKind.EnumMember)


def _texts(document: OpenText, key: str) -> Iterator[_Offer]:
    """Yield what a text under a key may be, where there are names for it."""
    if key == "scheme":
        for name in scheme_names():
            found = scheme_named(name)
            about = found.name if found else ""
            yield _Offer(name, about, types.CompletionItemKind.EnumMember)
    elif key in ("tags", "group") and (a_map := document.reading.readable) is not None:
        groups = [one.group for one in a_map.claims if one.group]
        tags = [tag for one in a_map.claims for tag in one.tags]
        tags += [tag for one in a_map.arguments for tag in one.tags]
        for word in tags if key == "tags" else groups:
            yield _Offer(word, "", types.CompletionItemKind.Text, as_scalar(word))


def _ids(document: OpenText, of: str) -> Iterator[_Offer]:
    """Yield the ids of what the grammar calls a claim, an argument, a source and so on."""
    kind = types.CompletionItemKind.Reference
    written = document.written
    if of == "a critical question":
        yield from _questions(document)
    elif of in ("a source", "an audience"):
        wanted = Of.SOURCE if of == "a source" else Of.AUDIENCE
        for one in written.mentions():
            if one.is_home and one.kind is wanted:
                yield _Offer(one.id, one.kind.value, kind)
    elif of in ("a claim", "an argument", "a claim or an argument"):
        found: dict[str, str] = {}
        if of != "an argument":
            found |= {id: one.label or one.text for id, one in written.naming.claim_ids.items()}
        if of != "a claim":
            found |= dict.fromkeys(written.naming.argument_ids, "argument")
        for id, about in found.items():
            yield _Offer(id, about, kind)
        # What was not read, for the text is broken there, is still written.
        for other in _WRITTEN_ID.finditer(document.text):
            if other["id"] not in (*written.naming.claim_ids, *written.naming.argument_ids):
                yield _Offer(other["id"], "", kind)


def _works(document: OpenText, typed: str) -> Iterator[_Offer]:
    """Yield the works of bibliographies that are like what is typed."""
    for one in works_like(document, typed):
        about = told_of(one.source)
        kind = types.CompletionItemKind.Reference
        yield _Offer(one.key, about, kind, sought=f"{one.key} {about}")


def _questions(document: OpenText) -> Iterator[_Offer]:
    """Yield the critical questions of the schemes that the map uses."""
    a_map = document.reading.readable
    used = dict.fromkeys(one.scheme for one in a_map.arguments if one.scheme) if a_map else {}
    for name in used:
        scheme = scheme_named(name)
        if scheme is None:
            continue
        for one in scheme.questions:
            asked = asked_in(a_map.language if a_map else None, scheme, one)
            yield _Offer(one.id, asked.text, types.CompletionItemKind.EnumMember)


def _line(text: str) -> str | None:
    line = " ".join(text.split())
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
    return short or None
