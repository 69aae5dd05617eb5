"""JSON text → plain data, and where in the text a named value is written."""

import json
import re
import sys
from bisect import bisect_right
from typing import Any, NoReturn

from argmap.faults import Fault, FaultLog
from argmap.formats.carriers.json_tree import has_room, tree_of
from argmap.source import Position, Span, at_start

_MOST_DIGITS = 300
# Graphs of 100,000 claims have some two millions.
_MOST_PARTS = 8_000_000
_ODD_NUMBER = re.compile(rf'"(?:[^"\\]|\\.)*"|NaN|-?Infinity|-?[0-9]{{{_MOST_DIGITS},}}')


class Lines:
    """Where the lines of a text begin, to tell an offset by line and column."""

    def __init__(self, text: str, file: str) -> None:
        """Look for the ends of lines, which are line feeds."""
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._file = file

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets."""
        return Span(self._file, self._position(start), self._position(end))

    def _position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


def parsed(text: str, *, file: str, log: FaultLog) -> Any:
    """Return the value that a text in JSON holds; None after a fault, and for `null`."""
    if not text.strip():
        log.report(Fault.NOTATION_SYNTAX, at_start(file), "this file is empty")
        return None
    if not has_room(text, file=file, log=log, most_parts=_MOST_PARTS):
        return None
    objects = _Objects()
    try:
        data = json.loads(
            text, parse_constant=_refuse, parse_int=_integer, object_pairs_hook=objects.take
        )
        if objects.are_sound:
            return data
        # Only now it is worth to look for the place, in what is known to be JSON.
        tree_of(text, file=file, log=log, deepest=sys.getrecursionlimit())
    except json.JSONDecodeError as error:
        place = Position(error.lineno, error.colno)
        span = Span(file, place, place)
        log.report(Fault.NOTATION_SYNTAX, span, f"this is not JSON: {_reason(error.msg)}")
    except RecursionError:
        log.report(Fault.TOO_DEEP, at_start(file), "the values in this file are nested too deep")
    except ValueError as error:
        found = next(one for one in _ODD_NUMBER.finditer(text) if one[0][0] != '"')
        span = Lines(text, file).span(*found.span())
        log.report(Fault.NOTATION_SYNTAX, span, f"this is not JSON: {error}")
    return None


class _Objects:
    """Makes the objects of a text; where one has a key twice, one of the values would be lost."""

    def __init__(self) -> None:
        self.are_sound = True

    def take(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.are_sound = self.are_sound and len(found) == len(pairs)
        return found


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("this number has too many digits")
    return int(digits)


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"“{name}” is no number")


def _reason(message: str) -> str:
    told = message[:1].lower() + message[1:]
    return {"extra data": "something follows after its end"}.get(told, told)


class NamedPlaces:
    """Where the objects of a text are that have a name: under one of some keys, or as their key."""

    def __init__(self, text: str, *, keys: tuple[str, ...] = (), file: str) -> None:
        """Find the first object with each name, by the text that names it.

        Without `keys` the name of an object is the key that it stands under.
        """
        names = "|".join(map(re.escape, keys))
        string = r'"(?:[^"\\]|\\.)*"'
        under_keys = rf'"(?:{names})"\s*:\s*(?P<name>{string}|-?[0-9]+)'
        pattern = re.compile(under_keys if keys else rf"(?P<name>{string})\s*:\s*{{")
        self._offsets: dict[str, tuple[int, int]] = {}
        for found in pattern.finditer(text):
            self._offsets.setdefault(_plain(found["name"]), found.span("name"))
        self._lines = Lines(text, file)
        self._start = at_start(file)

    def span(self, name: str) -> Span:
        """Return where an object with this name is named, else the start of the file."""
        found = self._offsets.get(name)
        return self._lines.span(*found) if found else self._start


def _plain(written: str) -> str:
    if written[0] != '"':
        return written
    if "\\" not in written:
        return written[1:-1]
    try:
        return str(json.loads(written, strict=False))
    except ValueError:
        return written[1:-1]
