"""Abstract frameworks: arguments that attack each other and have no inside (Dung 1995).

What the literature calls an argument here becomes a claim whose text is its name, and an attack an
argument against it with one premise. Three notations of the competition ICCMA share this module.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.document.reading import prepare
from argmap.faults import Fault, FaultLog, quoted
from argmap.identifiers import Names
from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.source import Position, Span, at_start
from argmap.suggestions import did_you_mean
from argmap.values import is_id

# A line of text of a file may be short and still ask for more than fits into memory.
MOST_NODES = 1_000_000


class FrameworkFault(StrEnum):
    """The code of a fault that only these notations know."""

    SYNTAX = "framework-syntax"


@dataclass(frozen=True, slots=True)
class Name:
    """A name and where it is written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Node:
    """An argument of a framework: its name, and its text where the notation has one."""

    name: Name
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack from one node on another."""

    attacker: Name
    target: Name
    label: str | None = None


def text_of(data: str | bytes, *, file: str, log: FaultLog) -> str | None:
    """Return the text of a framework, or None where it is no text that can be read."""
    # These notations are indented with whatever their authors like.
    spaced = data.replace("\t", " ") if isinstance(data, str) else data.replace(b"\t", b" ")
    prepared = prepare(spaced, file=file, log=log)
    return None if prepared.data is None else prepared.text


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not empty, numbered from 1."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.isspace():
            yield number, line


def span_in(file: str, line: int, start: int, end: int) -> Span:
    """Return the span of characters `start` to `end`, from 0, of a line."""
    return Span(file, Position(line, start + 1), Position(line, end + 1))


def built(
    nodes: Iterable[Node], attacks: Iterable[Attack], *, file: str, log: FaultLog
) -> ArgumentMap | None:
    """Return the map of a framework, or None after a fault, which the log then holds.

    A name that is no id of a map gets one. An attack that is written twice counts once.
    """
    known = {node.name.text: node for node in nodes}
    if not known and not log.diagnostics:
        log.report(Fault.NOT_A_MAP, at_start(file), "this framework has no arguments")
    edges = {(a.attacker.text, a.target.text): a for a in attacks if _is_known(a, known, log)}
    if log.diagnostics:
        return None
    names = Names(name for name in known if is_id(name))
    ids = {name: name if is_id(name) else names.claim(None, name) for name in known}
    claims = tuple(
        Claim(ids[name], node.text or name, span=node.name.span, text_span=node.name.span)
        for name, node in known.items()
    )
    ordinals: dict[str, int] = {}
    arguments = []
    for (attacker, target), attack in edges.items():
        ordinals[target] = ordinals.get(target, 0) + 1
        arguments.append(
            Argument(
                names.argument(ids[target], ordinals[target]),
                (ids[attacker],),
                ids[target],
                Polarity.ATTACK,
                label=attack.label,
                span=attack.attacker.span.to(attack.target.span),
            )
        )
    return ArgumentMap(claims, tuple(arguments))


def _is_known(attack: Attack, known: dict[str, Node], log: FaultLog) -> bool:
    missing = [end for end in (attack.attacker, attack.target) if end.text not in known]
    for end in missing:
        message = f"there is no argument {quoted(end.text)}{did_you_mean(end.text, known) or ''}"
        log.report(Fault.UNKNOWN_REFERENCE, end.span, message)
    return not missing
