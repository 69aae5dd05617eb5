"""JSON text → the tree of scalars, sequences and mappings that YAML is read into, with places.

The text is known to be JSON; see `json_document`. Nothing recurs, so depth is no danger.
"""

import json
import re
from dataclasses import dataclass, field

from argmap.diagnostics import Related
from argmap.document import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.reading import unwritable
from argmap.document.tree import DEEPEST
from argmap.faults import Fault, FaultLog, TooManyFaultsError, quoted
from argmap.source import Position, Span, at_start

# In a text that is known to be JSON, commas and colons say nothing more.
_TOKEN = re.compile(r'(?P<sign>[{}\[\]])|"(?P<inside>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s{}\[\],:"]+)')
_SIGN, _INSIDE, _BARE = 1, 2, 3
# Each part of a tree takes some 400 bytes.
MOST_PARTS = 3_000_000


@dataclass(slots=True)
class _Open:
    """An object or a list whose end has not come yet; keys and values of an object alternate."""

    is_object: bool
    start: Position
    parts: list[Node] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)


def tree_of(text: str, *, file: str, log: FaultLog, deepest: int = DEEPEST) -> Node | None:
    """Return the tree of a text, None after more than can be told.

    Keys that occur twice in an object and characters that no map may hold are reported.
    """
    if not has_room(text, file=file, log=log, most_parts=MOST_PARTS):
        return None
    open_parts: list[_Open] = []
    line, line_start, at = 1, 0, 0
    for found in _TOKEN.finditer(text):
        start, stop = found.span()
        if start > at and (ends := text.count("\n", at, start)):
            line += ends
            line_start = text.rindex("\n", at, start) + 1
        at = stop
        begin, end = Position(line, start - line_start + 1), Position(line, stop - line_start + 1)
        kind = found.lastindex
        if kind == _BARE:
            node: Node = Scalar(found[_BARE], Span(file, begin, end))
        elif kind == _INSIDE:
            node = _text(found, Span(file, begin, end), log)
        elif found[_SIGN] in "{[":
            if len(open_parts) == deepest:
                message = f"the values are nested more than {deepest} levels deep here"
                log.report(Fault.TOO_DEEP, Span(file, begin, end), message)
                raise TooManyFaultsError
            open_parts.append(_Open(found[_SIGN] == "{", begin))
            continue
        else:
            ended = open_parts.pop()
            node = _closed(ended, Span(file, ended.start, end))
        if not open_parts:
            return node
        _add(node, open_parts[-1], log)
    return None


def has_room(text: str, *, file: str, log: FaultLog, most_parts: int) -> bool:
    """Return whether a text has few enough values for the memory; report it where it has not."""
    # What is counted in texts of claims as well is too much by little.
    if sum(map(text.count, ",[{")) <= most_parts:
        return True
    message = f"this file has more than {most_parts:,} values, which no map needs"
    log.report(Fault.TOO_LARGE, at_start(file), message, help="split the map into several files")
    return False


def _text(found: re.Match[str], span: Span, log: FaultLog) -> Scalar:
    written = found[_INSIDE]
    if "\\" not in written:
        return Scalar(written, span, plain=False)
    value = json.loads(found[0])
    if character := unwritable(value):
        message = f"the text holds a character that no map may hold ({character})"
        log.report(Fault.BAD_VALUE, span, message)
        value = "".join("�" if unwritable(one) else one for one in value)
    return Scalar(value, span, plain=False)


def _add(node: Node, parent: _Open, log: FaultLog) -> None:
    if parent.is_object and len(parent.parts) % 2 == 0 and isinstance(node, Scalar):
        first = parent.keys.setdefault(node.value, node)
        if first is not node:
            message = f"the key {quoted(node.value)} occurs twice here"
            related = (Related(first.span, "it is here already"),)
            log.report(Fault.DUPLICATE_KEY, node.span, message, related=related)
    parent.parts.append(node)


def _closed(ended: _Open, span: Span) -> Node:
    if not ended.is_object:
        return Sequence(tuple(ended.parts), span)
    pairs = zip(ended.parts[::2], ended.parts[1::2], strict=True)
    entries = (
        Entry(key, value)
        for key, value in pairs
        if isinstance(key, Scalar) and ended.keys[key.value] is key
    )
    return Mapping(tuple(entries), span)
