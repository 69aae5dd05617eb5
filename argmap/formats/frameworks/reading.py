"""Abstract frameworks: arguments that attack each other and have no inside (Dung 1995).

What the literature calls an argument here becomes a claim whose text is its name, and an attack an
argument against it with one premise. Three notations of the competition ICCMA share this module.
"""

import re
from collections.abc import Iterable, Iterator, Sized
from typing import NamedTuple

from argmap.faults import Fault, FaultLog, TooManyFaultsError, quoted
from argmap.formats.carriers.texts import held
from argmap.formats.losses import Losses
from argmap.identifiers import Names
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.source import Position, Span, at_start
from argmap.suggestions import did_you_mean
from argmap.values import is_id

# What a short line asks for need not fit into memory.
_WORD = re.compile(r"\S+")
_SUPPORT = "a support is read as a reason: what is supported falls where all its supports fall"
MOST_NODES = MOST_ATTACKS = 1_000_000


class Name(NamedTuple):
    """A name and where it is written: line and column count from 1."""

    text: str
    file: str
    line: int
    column: int

    @property
    def span(self) -> Span:
        """Return the place of the name."""
        return self.to(self)

    def to(self, other: "Name") -> Span:
        """Return the span from the start of this name to the end of `other`."""
        end = Position(other.line, other.column + len(other.text))
        return Span(self.file, Position(self.line, self.column), end)


class Node(NamedTuple):
    """An argument of a framework: its name, and its text where the notation has one."""

    name: Name
    text: str | None = None


class Edge(NamedTuple):
    """An attack of one node on another, or its support for it."""

    start: Name
    target: Name
    label: str | None = None
    polarity: Polarity = Polarity.ATTACK


def require_room(edges: Sized, span: Span, log: FaultLog) -> None:
    """Report, and raise TooManyFaultsError, where there is no room for one more attack."""
    if len(edges) >= MOST_ATTACKS:
        message = f"a framework has at most {MOST_ATTACKS:,} attacks here"
        log.report(Fault.TOO_LARGE, span, message)
        raise TooManyFaultsError


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty, numbered from 1."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.isspace():
            yield number, line


def words_of(line: str, number: int, file: str) -> list[Name]:
    """Return the words of a line with their places."""
    return [Name(m.group(), file, number, m.start() + 1) for m in _WORD.finditer(line)]


def built(
    nodes: Iterable[Node], edges: Iterable[Edge], *, file: str, log: FaultLog, losses: Losses
) -> ArgumentMap | None:
    """Return the map of a framework, or None after a fault, which the log then holds.

    A name that is no id of a map gets one. An attack that is written twice counts once. Frameworks
    with support (Cayrol and Lagasquie-Schiex 2005) differ in what a support means, which is told.
    """
    if log.diagnostics:
        # What seems to be missing may stand in a line that could not be read.
        return None
    known = {node.name.text: node for node in nodes}
    if not known:
        log.report(Fault.NOT_A_MAP, at_start(file), "this framework has no arguments")
    found = {
        (e.start.text, e.target.text, e.polarity): e for e in edges if _is_known(e, known, log)
    }
    if log.diagnostics:
        return None
    names = Names(name for name in known if is_id(name))
    ids = {name: name if is_id(name) else names.claim(None, name) for name in known}
    claims = []
    for name, node in known.items():
        span = node.name.span
        text = held(node.text, "text", span, log) or held(name, "name", span, log)
        if text is None:
            log.report(Fault.EMPTY_TEXT, span, "this name has only invisible characters")
            return None
        claims.append(Claim(ids[name], text, span=span, text_span=span))
    ordinals: dict[str, int] = {}
    arguments = []
    # As in a map of ours, those for a target are counted before those against it.
    by_polarity = sorted(found.items(), key=lambda one: one[0][2] is Polarity.ATTACK)
    for (start, target, polarity), edge in by_polarity:
        ordinals[target] = ordinals.get(target, 0) + 1
        span = edge.start.to(edge.target)
        if polarity is Polarity.SUPPORT:
            losses.say(_SUPPORT, span)
        arguments.append(
            Argument(
                names.argument(ids[target], ordinals[target]),
                (ids[start],),
                ids[target],
                polarity,
                label=held(edge.label, "label", span, log),
                span=span,
            )
        )
    return None if log.diagnostics else ArgumentMap(tuple(claims), tuple(arguments))


def _is_known(edge: Edge, known: dict[str, Node], log: FaultLog) -> bool:
    missing = [end for end in (edge.start, edge.target) if end.text not in known]
    for end in missing:
        message = f"there is no argument {quoted(end.text)}{did_you_mean(end.text, known) or ''}"
        log.report(Fault.UNKNOWN_REFERENCE, end.span, message)
    return not missing
