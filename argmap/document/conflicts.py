"""Conflicts of a merge that nobody has resolved: told as such, and read as our side has it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.diagnostics import Related
from argmap.document.reading import Prepared
from argmap.document.recovery import Lost
from argmap.faults import Fault, FaultLog
from argmap.source import Position, Span

_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?")
_WIDTH = 7
_MESSAGE = "a merge conflict is not resolved: our side begins here"
_ADVICE = "keep of both sides what is right, and remove the lines with these signs"


class Conflict(NamedTuple):
    """The lines, from 1, of the signs of a conflict.

    What both sides had before stands between `base` and `middle`; the two are one where Git has not
    written it.
    """

    first: int
    base: int
    middle: int
    last: int


def without_conflicts(
    prepared: Prepared, *, file: str, log: FaultLog
) -> tuple[Prepared, set[Lost]]:
    """Return a text without the signs of its conflicts and what stands on their side.

    Reports each conflict, and returns the lines that are left out as well. Raises
    TooManyFaultsError.
    """
    assert prepared.data is not None, "only what may be parsed comes here"
    lines, written = prepared.data.decode().split("\n"), prepared.text.split("\n")
    lost = set()
    for one in _conflicts(lines):
        related = (
            Related(_sign(file, one.middle), "their side begins here"),
            Related(_sign(file, one.last), "the conflict ends here"),
        )
        log.report(
            Fault.YAML_SYNTAX, _sign(file, one.first), _MESSAGE, related=related, help=_ADVICE
        )
        lines[one.first - 1] = ""
        for number in range(one.base, one.last + 1):
            lines[number - 1] = ""
        lost.add(Lost(one.base, one.last, "\n".join(written[one.base - 1 : one.last])))
    return prepared._replace(data="\n".join(lines).encode()), lost


def _conflicts(lines: list[str]) -> Iterator[Conflict]:
    """Yield the conflicts that have all of their signs, in order; none lies in another."""
    first = base = middle = 0
    for number, line in enumerate(lines, start=1):
        found = _MARK.fullmatch(line)
        sign = found[1][0] if found else ""
        if sign == "<":
            first, base, middle = number, 0, 0
        elif sign == "|" and first and not middle:
            base = base or number
        elif sign == "=" and first and not middle:
            middle = number
        elif sign == ">" and middle:
            yield Conflict(first, base or middle, middle, number)
            first = base = middle = 0


def _sign(file: str, line: int) -> Span:
    return Span(file, Position(line, 1), Position(line, 1 + _WIDTH))
