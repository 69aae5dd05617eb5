"""`.apx`, the notation of ASPARTIX ↔ ArgumentMap.

Facts as in Prolog: `arg(a).` for each argument and `att(a,b).` for each attack, of `a` on `b`, in
any order and any number to a line; `support(a,b).` in frameworks with support. A `%` begins a
comment.
"""

import re
from collections.abc import Iterator

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import read_text
from argmap.formats.frameworks.reading import (
    Edge,
    Name,
    Node,
    built,
    lines_of,
    require_room,
)
from argmap.formats.frameworks.writing import framework_of, losses_in
from argmap.formats.losses import Losses, Writing
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading

NOTATION = "The notation .apx"
KEEPS = frozenset({"claim.contradicts"})
_START = re.compile(r"(?:[ \t]*(?:%[^\n]*)?\n)*[ \t]*(?:arg|att)\s*\(")
_TOKEN = re.compile(r"%.*|[(),]|[^\s%(),]+")
_ARITIES = {"arg": {1}, "att": {2}, "support": {2}, "wgt": {2, 3}}
_POLARITIES = {"att": Polarity.ATTACK, "support": Polarity.SUPPORT}
_SHAPE = "a fact is “arg(a).” or “att(a,b).”"


def recognises(text: str) -> bool:
    """Return whether a text seems to be in this notation."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a framework makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the framework in a map, its ids as names."""
    framework = framework_of(a_map)
    lines = [f"arg({claim.id})." for claim in framework.claims]
    lines += [f"att({attacker},{target})." for attacker, target in framework.attacks]
    losses = losses_in(a_map, notation=NOTATION, keeps=KEEPS)
    return Writing("\n".join(lines) + "\n", losses.diagnostics())


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for predicate, names in _facts(text, file, log):
        if predicate == "arg":
            nodes.setdefault(names[0].text, Node(names[0]))
        elif predicate in _POLARITIES:
            require_room(edges, names[0].span, log)
            edges.append(Edge(names[0], names[1], polarity=_POLARITIES[predicate]))
        else:
            losses.say("weights of arguments and attacks are left out", names[0].to(names[-1]))
    return built(nodes.values(), edges, file=file, log=log, losses=losses)


def _facts(text: str, file: str, log: FaultLog) -> Iterator[tuple[str, list[Name]]]:
    """Yield the facts that are whole; after a fault, reading goes on behind the next full stop."""
    fact: list[Name] = []
    for token in _tokens(text, file):
        # A name may be a full stop itself.
        if token.text != "." or (fact and fact[-1].text != ")"):
            fact.append(token)
            continue
        if found := _fact([*fact, token], log):
            yield found
        fact = []
    if fact:
        span = fact[0].to(fact[-1])
        message = f"there is no full stop at the end; {_SHAPE}"
        log.report(Fault.NOTATION_SYNTAX, span, message)


def _tokens(text: str, file: str) -> Iterator[Name]:
    before = ""
    for number, line in lines_of(text):
        for found in _TOKEN.finditer(line):
            token, start = found.group(), found.start()
            if token.startswith("%"):
                continue
            # A name may hold full stops, but behind a bracket one ends the fact.
            if before == ")" and token.startswith("."):
                yield Name(".", file, number, start + 1)
                token, start = token[1:], start + 1
            if token:
                yield Name(token, file, number, start + 1)
            before = token


def _fact(tokens: list[Name], log: FaultLog) -> tuple[str, list[Name]] | None:
    """Return the predicate and the names of a fact, which ends with its full stop."""
    texts = [token.text for token in tokens]
    names = tokens[2:-2:2]
    shape = ["(", *[","] * (len(names) - 1), ")"]
    if len(tokens) < 5 or texts[1:-1:2] != shape or any(name.text in "()," for name in names):
        message = f"this is not a fact; {_SHAPE}"
    elif len(names) not in _ARITIES.get(texts[0], ()):
        message = f"{quoted(texts[0])} of {len(names)} is nothing that a framework has; {_SHAPE}"
    else:
        return texts[0], names
    log.report(Fault.NOTATION_SYNTAX, tokens[0].to(tokens[-1]), message)
    return None
