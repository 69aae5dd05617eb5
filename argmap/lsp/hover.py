"""`textDocument/hover`: what stands at a place: a claim and its verdict, a key, a scheme, a check.

All of it is plain text: nothing that a map says is markup.
"""

import re
from collections.abc import Iterator

from lsprotocol import types

from argmap.document import Mapping, Scalar
from argmap.document.nodes import entries_in
from argmap.drawing.citing import full_names, short_name
from argmap.languages.english import WORDS as ENGLISH
from argmap.lsp.documents import OpenText
from argmap.lsp.keys import keys_in
from argmap.lsp.named import Named, holds, named_at
from argmap.lsp.verdicts import evaluation_of, reason_of
from argmap.lsp.works import work_at
from argmap.model import Source
from argmap.reader.written import Kind
from argmap.render.bibliography import published
from argmap.report import pages, schemes
from argmap.schemes import named as scheme_named
from argmap.source import Position, Span

WIDTH = 80
_ALLOWED = re.compile(r"#[ \t]*argmap:[ \t]*allow[ \t]+(?P<codes>[a-z0-9, \t-]+)")
_CODE = re.compile(r"[a-z][a-z0-9-]*")


def hover(document: OpenText, at: types.Position) -> types.Hover | None:
    """Return what is told of a place, or None."""
    position = document.border.to_ours(at)
    for found in _answers(document, position):
        text, span = found
        content = types.MarkupContent(types.MarkupKind.PlainText, text.rstrip())
        return types.Hover(content, document.border.range_of(span))
    return None


def _answers(document: OpenText, position: Position) -> Iterator[tuple[str, Span]]:
    """Yield what may be told of a place, the most particular first."""
    yield from _of_checks(document, position)
    yield from _of_schemes(document, position)
    named = named_at(document, position)
    if named is not None and (told := _of_named(document, named)):
        yield told, named.span
    yield from _of_keys(document, position)


def _of_checks(document: OpenText, position: Position) -> Iterator[tuple[str, Span]]:
    """Yield the page on the check that a comment allows."""
    line = document.border.lines[position.line - 1]
    for allowed in _ALLOWED.finditer(line):
        for code in _CODE.finditer(line, allowed.start("codes")):
            start, end = (Position(position.line, at + 1) for at in code.span())
            page = pages.page(code.group())
            if page and start <= position <= end:
                yield page, Span(document.name, start, end)


def _of_schemes(document: OpenText, position: Position) -> Iterator[tuple[str, Span]]:
    for entry in entries_in(document.tree.root):
        value = entry.value
        if entry.key.value == "scheme" and isinstance(value, Scalar):
            scheme = scheme_named(value.value)
            if scheme is not None and holds(value.span, position):
                yield schemes.page(scheme, width=WIDTH), value.span


def _of_named(document: OpenText, named: Named) -> str:
    if named.kind is Kind.SOURCE:
        a_map = document.reading.readable
        key = document.written.keys.meaning(document.name, named.id)
        source = a_map.sources_by_id.get(key or named.id) if a_map else None
        if source is None and (work := work_at(document, named.id)):
            source = work.source
        return _of_source(source) if source else ""
    if named.kind is Kind.AUDIENCE:
        return ""
    naming = document.written.naming
    id = naming.meaning(document.name, named.id)
    draft = naming.claim_ids.get(id)
    lines = [" ".join(draft.text.split())] if draft else []
    evaluation = evaluation_of(document)
    if evaluation and id in {**evaluation.claims, **evaluation.arguments}:
        lines.append(reason_of(document, evaluation, id))
    return "\n\n".join((*lines, f"id: {id}"))


def _of_source(source: Source) -> str:
    """Return what a source is: how it is cited, who wrote it, and where it appeared."""
    authors = ENGLISH.listed(full_names(source)) if source.authors else None
    told = (short_name(source), authors, source.title, published(source), source.url, source.note)
    return "\n".join(dict.fromkeys(filter(None, told)))


def _of_keys(document: OpenText, position: Position) -> Iterator[tuple[str, Span]]:
    root = document.tree.root
    if not isinstance(root, Mapping):
        return
    for entry, field in keys_in(root):
        if holds(entry.key.span, position):
            yield f"{field.name}: {field.description}", entry.key.span
