"""`textDocument/completion`: whole claims, arguments, rebuttals, undercuts and sources."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types

from argmap.kinds.list_of import ListOf
from argmap.kinds.map_of import MapOf
from argmap.lsp.completion import lead_at
from argmap.lsp.documents import OpenText
from argmap.lsp.keys import ARGUMENT, CLAIM
from argmap.lsp.scan import Place, keys_around, place_at

_PLACE = re.compile(r"\$\{\d+:(?P<words>[^}]*)\}")
# They stand behind the keys and the ids.
_LAST = "9"


class Snippet(NamedTuple):
    """What is offered: its name, what it makes, and its lines with places to fill in."""

    name: str
    about: str
    lines: tuple[str, ...]


_CLAIM = ("id: ${1:name}", "text: ${2:What is claimed.}")
_ARGUMENT = ("premises:", "  - ${1:One reason.}", "  - ${2:Another one, with which it holds.}")
_SOURCE = ("${1:key}:", "  author: ${2:Who wrote it}", "  title: ${3:Title}", "  year: ${4:2025}")

CLAIM_ITEM = Snippet("claim", "A claim that other places can refer to.", _CLAIM)
ARGUMENT_ITEM = Snippet("argument", "Premises that only together are a reason.", _ARGUMENT)
REBUTTAL_ITEM = Snippet("rebuttal", "What speaks against the claim.", ("text: ${1:An objection.}",))
UNDERCUT_ITEM = Snippet("undercut", "Why it does not follow.", ("text: ${1:Why not.}",))
ARGUMENT_KEY = Snippet(
    "argument",
    "A reason of several premises.",
    ("arguments:", *(f"  {mark} {line}" for mark, line in zip("-  ", _ARGUMENT, strict=True))),
)
REBUTTAL_KEY = Snippet(
    "rebuttal", "What speaks against the claim.", ("rebuttals:", "  - ${1:An objection.}")
)
UNDERCUT_KEY = Snippet(
    "undercut",
    "Why the conclusion does not follow.",
    ("rebuttals:", "  - ${1:Why it does not follow.}"),
)
SOURCE = Snippet("source", "A work that claims cite.", _SOURCE)
SOURCE_KEY = Snippet(
    "source", "The works that claims cite.", ("sources:", *(f"  {line}" for line in _SOURCE))
)
CLAIM_KEY = Snippet(
    "claim", "The claim that the map is about.", ("thesis:", *(f"  {line}" for line in _CLAIM))
)


def snippets(
    document: OpenText, at: types.Position, *, fills_in: bool, as_it_is: bool
) -> list[types.CompletionItem]:
    """Return what may be begun at a place, in the indentation that it has there.

    `fills_in` says that the editor goes from one place to fill in to the next, `as_it_is` that it
    can be told not to indent what it is given.
    """
    position = document.border.to_ours(at)
    lines = document.border.lines
    place = place_at(lines, position.line - 1, position.column - 1)
    if place is None or not place.is_key or place.in_flow or re.search(r"\s", place.typed):
        return []
    column = position.column - 1 - len(place.typed)
    first = position._replace(column=column + 1)
    lead, line = lead_at(document, first), lines[position.line - 1]
    # What is filled in is indented like its line by editors that cannot be told otherwise.
    own = len(line) - len(line.lstrip(" ")) if fills_in and not as_it_is else 0
    over = types.Range(document.border.from_ours(first), at)
    found = dict.fromkeys(_at(place, lines, position.line - 1))
    return [
        _item(one, over, lead, " " * (column + len(lead) - own), fills_in, as_it_is)
        for one in found
    ]


def _item(
    snippet: Snippet, over: types.Range, lead: str, indent: str, fills_in: bool, as_it_is: bool
) -> types.CompletionItem:
    text = lead + f"\n{indent}".join(snippet.lines)
    return types.CompletionItem(
        snippet.name,
        kind=types.CompletionItemKind.Snippet,
        detail=snippet.about,
        sort_text=f"{_LAST}{snippet.name}",
        insert_text_format=types.InsertTextFormat.Snippet if fills_in else None,
        insert_text_mode=types.InsertTextMode.AsIs if as_it_is else None,
        text_edit=types.TextEdit(over, text if fills_in else _PLACE.sub(r"\g<words>", text)),
    )


def _at(place: Place, lines: Sequence[str], line: int) -> Iterator[Snippet]:
    """Yield what may be begun at a place."""
    for kind in place.wanted.kinds:
        if isinstance(kind, MapOf) and kind.key.of == "a source":
            yield SOURCE
    field = place.wanted.field
    if field is not None and place.is_value:
        yield from _items(field.name, lines, line)
    elif field is not None and any(isinstance(kind, ListOf) for kind in place.wanted.kinds):
        yield from (_as_item(one) for one in _items(field.name, lines, line))
    else:
        yield from _keys(place)


def _as_item(snippet: Snippet) -> Snippet:
    first, *others = snippet.lines
    return snippet._replace(lines=(f"- {first}", *(f"  {one}" for one in others)))


def _items(key: str, lines: Sequence[str], line: int) -> Iterator[Snippet]:
    if key in ("premises", "claims"):
        yield CLAIM_ITEM
    elif key in ("arguments", "backing"):
        yield ARGUMENT_ITEM
    elif key == "rebuttals":
        around = keys_around(lines, line, key)
        yield UNDERCUT_ITEM if _is_argument(around) else REBUTTAL_ITEM
        yield ARGUMENT_ITEM


def _keys(place: Place) -> Iterator[Snippet]:
    wanted = [one.name for one in place.wanted.keys(place.present)]
    if "sources" in wanted:
        yield SOURCE_KEY
    if "thesis" in wanted:
        yield CLAIM_KEY
    if "arguments" in wanted and not {"premises", "scheme"} & place.present:
        yield ARGUMENT_KEY
    if "rebuttals" in wanted:
        is_argument = ARGUMENT in place.wanted.records and _is_argument(place.present)
        yield UNDERCUT_KEY if is_argument else REBUTTAL_KEY


def _is_argument(keys: frozenset[str]) -> bool:
    """Return whether the keys of something say that it is a step, and no claim."""
    own = set(ARGUMENT.names) - set(CLAIM.names)
    return bool(own & keys) or ("premises" in keys and not {"text", "ref"} & keys)
