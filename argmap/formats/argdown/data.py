"""Metadata and settings in Argdown: YAML between braces, or between lines of “===”."""

import re

from argmap.document import Mapping, Scalar, Sequence, parse
from argmap.faults import Fault, FaultLog
from argmap.formats.argdown.scanning import Data
from argmap.source import Position, Span

# What maps of ours do without, such as aliases, does no harm here.
_FAULTS = (Fault.YAML_SYNTAX, Fault.NOT_A_MAP, Fault.TOO_DEEP, Fault.TOO_LARGE, Fault.DUPLICATE_KEY)
_BLOCK = re.compile(r"\{[ \t]*\n")


def data_of(data: Data, log: FaultLog) -> Mapping | None:
    """Return what metadata say, or None after a fault, which the log then holds."""
    # In lines of their own they are written as in a file of YAML.
    block = _BLOCK.match(data.text)
    text = data.text[block.end() : -1] if block else data.text
    start, end = data.span.start, data.span.end
    # Around what is included, several lines of the text are one line of the file.
    is_even = data.text.count("\n") == end.line - start.line
    if block and is_even:
        start = Position(start.line + 1, 1)
    return yaml_of(text, Span(data.span.file, start, end), log, is_even=is_even)


def yaml_of(text: str, span: Span, log: FaultLog, *, is_even: bool = True) -> Mapping | None:
    """Return the mapping in YAML that begins at the start of a span, or None after a fault.

    Where the lines of the text are not those of the file (`is_even`), a fault has the whole span.
    """
    if not text.strip():
        return Mapping((), span)
    document = parse(text, file=span.file)
    for found in document.diagnostics:
        if found.code in _FAULTS:
            message = "metadata are keys with values" if found.code == Fault.NOT_A_MAP else None
            place = _shifted(found.span, span.start) if is_even else span
            log.report(Fault.NOTATION_SYNTAX, place, message or found.message)
    return document.root if isinstance(document.root, Mapping) else None


def flag(data: Mapping | None, key: str) -> bool | None:
    """Return whether metadata say yes or no under a key, None where they say neither."""
    value = data.get(key) if data is not None else None
    if not isinstance(value, Scalar) or not value.plain:
        return None
    return {"true": True, "false": False}.get(value.value.lower())


def numbers(data: Mapping | None, key: str) -> list[int]:
    """Return the numbers in a list of metadata."""
    value = data.get(key) if data is not None else None
    items = value.items if isinstance(value, Sequence) else (value,)
    return [
        int(item.value)
        for item in items
        if isinstance(item, Scalar) and re.fullmatch(r"[0-9]{1,9}", item.value)
    ]


def text_in(data: Mapping, *keys: str) -> str | None:
    """Return the text under some keys, each in the mapping of the one before."""
    value: object = data
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value.value if isinstance(value, Scalar) and value.value.strip() else None


def _shifted(span: Span, start: Position) -> Span:
    def moved(place: Position) -> Position:
        column = place.column + start.column - 1 if place.line == 1 else place.column
        return Position(place.line + start.line - 1, column)

    return span._replace(start=moved(span.start), end=moved(span.end))
