"""`textDocument/semanticTokens`: what each word is in the argument, so that editors can colour it.

The types are those that all editors have colours for; the modifiers say the part in the argument.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Lines
from typing import NamedTuple

from lsprotocol import types

from argmap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from argmap.kinds.choice import Choice
from argmap.kinds.fraction import Fraction
from argmap.kinds.identifier import Identifier
from argmap.kinds.kind import Kind
from argmap.kinds.map_of import MapOf
from argmap.kinds.record import Field
from argmap.kinds.word_or_block import WordOrBlock
from argmap.lsp.documents import OpenText
from argmap.lsp.keys import keys_in, lone_of
from argmap.lsp.named import words_of
from argmap.model import Polarity
from argmap.reader.drafts import ArgumentDraft, ClaimDraft
from argmap.reader.written import Kind as Of
from argmap.reader.written import Mention
from argmap.schemes import named as scheme_named
from argmap.source import Position, Span
from argmap.values import canonical

THESIS, PREMISE, REBUTTAL, UNDERCUT = ROLES = ("thesis", "premise", "rebuttal", "undercut")
_DECLARED, _OURS = "declaration", "defaultLibrary"
# The colour of a claim by its part in the argument; one that has none is a premise of nothing yet.
_CLAIMS = {
    THESIS: "class",
    PREMISE: "string",
    REBUTTAL: "regexp",
    UNDERCUT: "macro",
    None: "string",
}
_CLAIM, _ARGUMENT, _SOURCE, _AUDIENCE = "variable", "function", "namespace", "parameter"
_SCHEME, _WORD, _QUESTION = "type", "keyword", "enumMember"
_TYPES = tuple(dict.fromkeys(_CLAIMS.values()))
LEGEND = types.SemanticTokensLegend(
    [*_TYPES, _CLAIM, _ARGUMENT, _SOURCE, _AUDIENCE, _SCHEME, _WORD, _QUESTION],
    [_DECLARED, _OURS, *ROLES],
)
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?")


class Token(NamedTuple):
    """Words on one line, what type of thing they are and what else is known of them."""

    span: Span
    type: str
    modifiers: tuple[str, ...] = ()


def semantic_tokens(document: OpenText, within: types.Range | None = None) -> types.SemanticTokens:
    """Return the words of a text, or of some of its lines, in the numbers of the protocol."""
    first, last = (within.start.line, within.end.line) if within else (0, None)
    numbers: list[int] = []
    line = column = 0
    for one in tokens(document):
        place = document.border.range_of(one.span)
        start, length = place.start, place.end.character - place.start.character
        if start.line < first or (last is not None and start.line > last) or length <= 0:
            continue
        column = column if start.line == line else 0
        bits = sum(1 << LEGEND.token_modifiers.index(name) for name in one.modifiers)
        kind = LEGEND.token_types.index(one.type)
        numbers += [start.line - line, start.character - column, length, kind, bits]
        line, column = start.line, start.character
    return types.SemanticTokens(numbers)


def tokens(document: OpenText) -> Iterator[Token]:
    """Yield the words of a text in its order; no two are about the same characters."""
    found = [*_of_mentions(document), *_of_keys(document), *_of_nodes(document)]
    lines = document.border.lines
    end = Position(1, 1)
    for whole in sorted(found, key=lambda one: one.span.start):
        if whole.span.start >= end:
            yield from (whole._replace(span=span) for span in _by_line(whole.span, lines))
            end = whole.span.end


def _by_line(span: Span, lines: Lines[str]) -> Iterator[Span]:
    """Yield the words of a span line by line, without blanks and the sign of a long text."""
    for number in range(span.start.line, min(span.end.line, len(lines)) + 1):
        line = lines[number - 1].removeprefix("\ufeff") if number == 1 else lines[number - 1]
        start = span.start.column - 1 if number == span.start.line else 0
        stop = span.end.column - 1 if number == span.end.line else len(line)
        words = line[start:stop]
        if number == span.start.line < span.end.line and _BLOCK.fullmatch(words):
            continue
        start += len(words) - len(words.lstrip())
        stop = start + len(words.strip())
        if start < stop:
            yield Span(span.file, Position(number, start + 1), Position(number, stop + 1))


def _of_nodes(document: OpenText) -> Iterator[Token]:
    roles = dict(_roles(document))
    for draft, _ in document.written.nodes():
        role = roles.get(draft)
        type = _CLAIMS[role] if isinstance(draft, ClaimDraft) else _ARGUMENT
        for words in words_of(draft):
            yield Token(words, type, _modifiers(role))


def _roles(document: OpenText) -> Iterator[tuple[ClaimDraft | ArgumentDraft, str]]:
    """Yield the part of each claim and argument, by where it is written."""
    drafts = document.written.drafts
    for argument in drafts.arguments:
        role = _role(argument)
        yield argument, role
        yield from ((one, role) for one in argument.premises if isinstance(one, ClaimDraft))
    yield from ((one, THESIS) for one in drafts.theses if isinstance(one, ClaimDraft))


def _role(argument: ArgumentDraft) -> str:
    if argument.polarity is Polarity.SUPPORT:
        return PREMISE
    return UNDERCUT if isinstance(argument.target, ArgumentDraft) else REBUTTAL


def _modifiers(role: str | None) -> tuple[str, ...]:
    return (role,) if role else ()


def _of_mentions(document: OpenText) -> Iterator[Token]:
    """Yield the ids that are given, and those that lead somewhere."""
    naming = document.written.naming
    homes = {one.id for one in document.written.mentions() if one.is_home}
    roles = {naming.ids[draft]: role for draft, role in _roles(document) if draft in naming.ids}
    for one in document.written.mentions():
        type, id = _type_of(one, document), naming.meaning(document.name, canonical(one.id))
        if type is None or (one.kind is not Of.CLAIM_OR_ARGUMENT and one.id not in homes):
            continue
        role = roles.get(id) if one.kind is Of.CLAIM_OR_ARGUMENT else None
        declared = (_DECLARED,) if one.is_home else ()
        yield Token(one.span, type, (*declared, *_modifiers(role)))


def _type_of(mention: Mention, document: OpenText) -> str | None:
    """Return the type of what an id is the id of, None where there is no such thing."""
    if mention.kind is not Of.CLAIM_OR_ARGUMENT:
        return _SOURCE if mention.kind is Of.SOURCE else _AUDIENCE
    naming = document.written.naming
    id = naming.meaning(document.name, canonical(mention.id))
    if id in naming.claim_ids:
        return _CLAIM
    return _ARGUMENT if id in naming.argument_ids else None


def _of_keys(document: OpenText) -> Iterator[Token]:
    """Yield schemes, critical questions and words of the format, such as `status: open`."""
    root = document.tree.root
    if isinstance(root, Mapping):
        for entry, field in keys_in(root):
            yield from _of_entry(entry, field)


def _of_entry(entry: Entry, field: Field) -> Iterator[Token]:
    kind, value = lone_of(field.kind), entry.value
    if isinstance(kind, MapOf) and isinstance(value, Mapping):
        for each in value.entries:
            yield from _of_words(each.value, lone_of(kind.value_kind))
    elif field.name == "scheme" and isinstance(value, Scalar):
        known = scheme_named(value.value) is not None
        yield Token(value.span, _SCHEME, (_OURS,) if known else ())
    elif isinstance(kind, Identifier) and kind.of == "a critical question":
        yield from (Token(one.span, _QUESTION) for one in _scalars(value))
    elif field.name != "argmap":
        yield from _of_words(value, kind)


def _of_words(node: Node, kind: Kind) -> Iterator[Token]:
    """Yield the words of a value that are those of the format."""
    words: tuple[str, ...] = ()
    if isinstance(kind, Choice | Fraction | WordOrBlock):
        words = kind.words
    yield from (Token(one.span, _WORD) for one in _scalars(node) if one.value in words)


def _scalars(node: Node) -> Iterable[Scalar]:
    if isinstance(node, Sequence):
        return [one for one in node.items if isinstance(one, Scalar)]
    return [node] if isinstance(node, Scalar) else []
