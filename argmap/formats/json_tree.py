"""JSON text → the tree of scalars, sequences and mappings that YAML is read into, with places.

The text is known to be JSON; see `json_document`. Nothing recurs, so depth is no danger.
"""

import json
import re
from dataclasses import dataclass, field

from argmap.diagnostics import Related
from argmap.document import Entry, Mapping, Node, Scalar, Sequence
from argmap.document.parsing import DEEPEST
from argmap.document.reading import unwritable
from argmap.faults import Fault, FaultLog, TooManyFaultsError, quoted
from argmap.source import Position, Span

_TOKEN = re.compile(
    r"(?P<blank>[ \t\n]*)(?:(?P<sign>[{}\[\],:])"
    r'|(?P<string>"(?:[^"\\]|\\.)*")|(?P<bare>[^\s{}\[\],:"]+))'
)


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
    open_parts: list[_Open] = []
    line, line_start = 1, 0
    for found in _TOKEN.finditer(text):
        blank, sign = found["blank"], found["sign"]
        if "\n" in blank:
            line += blank.count("\n")
            line_start = found.start() + blank.rindex("\n") + 1
        if sign in (",", ":"):
            continue
        begin = Position(line, found.end("blank") - line_start + 1)
        end = Position(line, found.end() - line_start + 1)
        if sign in ("{", "["):
            if len(open_parts) == deepest:
                message = f"the values are nested more than {deepest} levels deep here"
                log.report(Fault.TOO_DEEP, Span(file, begin, end), message)
                raise TooManyFaultsError
            open_parts.append(_Open(sign == "{", begin))
            continue
        if sign:
            ended = open_parts.pop()
            node = _closed(ended, Span(file, ended.start, end))
        else:
            node = _scalar(found, Span(file, begin, end), log)
        if not open_parts:
            return node
        _add(node, open_parts[-1], log)
    return None


def _scalar(found: re.Match[str], span: Span, log: FaultLog) -> Scalar:
    if found["bare"]:
        return Scalar(found["bare"], span)
    written = found["string"]
    if "\\" not in written:
        return Scalar(written[1:-1], span, plain=False)
    value = json.loads(written)
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
            related = (Related(first.span, "it stands here already"),)
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
