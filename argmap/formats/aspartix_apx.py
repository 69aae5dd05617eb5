"""`.apx`, the notation of ASPARTIX ↔ ArgumentMap.

Facts as in Prolog: `arg(a).` for each argument and `att(a,b).` for each attack, of `a` on `b`, in
any order and any number to a line. A `%` begins a comment.
"""

import re
from collections.abc import Iterator

from argmap.faults import FaultLog, TooManyFaultsError, quoted
from argmap.formats.framework import (
    Attack,
    FrameworkFault,
    Name,
    Node,
    built,
    lines_of,
    span_in,
    text_of,
)
from argmap.formats.framework_writing import Writing, framework_of, losses_in
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.source import Span, at_start

_TOKEN = re.compile(r"%.*|[(),]|\.(?=\s|$|[A-Za-z]+\s*\()|(?:[^\s%(),.]|\.(?!\s|$|[A-Za-z]+\s*\())+")
_ARITY = {"arg": 1, "att": 2}
_SHAPE = "a fact is “arg(a).” or “att(a,b).”"


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a framework makes, or the faults that keep it from being one."""
    log = FaultLog()
    readable = text_of(text, file=file, log=log)
    a_map = None
    if readable is not None:
        try:
            a_map = _read(readable, file, log)
        except TooManyFaultsError:
            a_map = None
    return Reading(a_map, log.diagnostics, readable or "", {})


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the framework in a map, its ids as names."""
    framework = framework_of(a_map)
    lines = [f"arg({claim.id})." for claim in framework.claims]
    lines += [f"att({attacker},{target})." for attacker, target in framework.attacks]
    losses = losses_in(a_map, texts=False, labels=False)
    return Writing("\n".join(lines) + "\n", tuple(losses))


def _read(text: str, file: str, log: FaultLog) -> ArgumentMap | None:
    nodes: dict[str, Node] = {}
    attacks: list[Attack] = []
    for predicate, names in _facts(text, file, log):
        if predicate == "arg":
            nodes.setdefault(names[0].text, Node(names[0]))
        else:
            attacks.append(Attack(names[0], names[1]))
    return built(nodes.values(), attacks, file=file, log=log)


def _facts(text: str, file: str, log: FaultLog) -> Iterator[tuple[str, list[Name]]]:
    """Yield the facts that are whole; after a fault, reading goes on behind the next full stop."""
    fact: list[Name] = []
    for token in _tokens(text, file):
        if token.text != ".":
            fact.append(token)
            continue
        if found := _fact(fact, token.span, log):
            yield found
        fact = []
    if fact:
        span = fact[0].span.to(fact[-1].span)
        message = f"there is no full stop at the end; {_SHAPE}"
        log.report(FrameworkFault.SYNTAX, span, message)


def _tokens(text: str, file: str) -> Iterator[Name]:
    for number, line in lines_of(text):
        for found in _TOKEN.finditer(line):
            if not found.group().startswith("%"):
                yield Name(found.group(), span_in(file, number, *found.span()))


def _fact(tokens: list[Name], stop: Span, log: FaultLog) -> tuple[str, list[Name]] | None:
    whole = tokens[0].span.to(stop) if tokens else stop
    texts = [token.text for token in tokens]
    predicate = texts[0] if texts else ""
    names = tokens[2:-1:2]
    expected = [predicate, "(", *", ".join(["x"] * len(names)).split(" "), ")"]
    del expected
    shape = ["(", *[","] * (len(names) - 1), ")"]
    if len(tokens) < 4 or texts[1::2] != shape or any(name.text in "()," for name in names):
        log.report(FrameworkFault.SYNTAX, whole, f"this is not a fact; {_SHAPE}")
    elif _ARITY.get(predicate) != len(names):
        message = f"{quoted(predicate)} of {len(names)} is nothing that a framework has; {_SHAPE}"
        log.report(FrameworkFault.SYNTAX, whole, message)
    else:
        return predicate, names
    return None
