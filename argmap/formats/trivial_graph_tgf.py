"""`.tgf`, the Trivial Graph Format ↔ ArgumentMap.

A line for each argument, its name and perhaps a text; a line `#`; a line for each attack, the names
of the attacker and of the attacked and perhaps a label.
"""

import re

from argmap.faults import Fault, FaultLog, TooManyFaultsError, quoted
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
from argmap.diagnostics import Related
from argmap.model import ArgumentMap
from argmap.reader import Reading

_NODE = re.compile(r"\s*(?P<name>\S+)(?:\s+(?P<text>\S.*?))?\s*")
_EDGE = re.compile(r"\s*(?P<attacker>\S+)\s+(?P<target>\S+)(?:\s+(?P<label>\S.*?))?\s*")


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
    """Return the framework in a map; it keeps the texts of the claims."""
    framework = framework_of(a_map)
    lines = [c.id if c.text == c.id else f"{c.id} {c.text}" for c in framework.claims]
    lines.append("#")
    for (attacker, target), label in framework.attacks.items():
        lines.append(f"{attacker} {target}" + (f" {label}" if label else ""))
    losses = losses_in(a_map, texts=True, labels=True)
    return Writing("\n".join(lines) + "\n", tuple(losses))


def _read(text: str, file: str, log: FaultLog) -> ArgumentMap | None:
    nodes: dict[str, Node] = {}
    attacks: list[Attack] = []
    in_nodes = True
    for number, line in lines_of(text):
        if line.strip() == "#":
            if not in_nodes:
                span = span_in(file, number, line.index("#"), line.index("#") + 1)
                log.report(FrameworkFault.SYNTAX, span, "there is one line “#”, this is another")
            in_nodes = False
        elif in_nodes:
            _add_node(line, number, file, nodes, log)
        else:
            _add_attack(line, number, file, attacks, log)
    return built(nodes.values(), attacks, file=file, log=log)


def _add_node(line: str, number: int, file: str, nodes: dict[str, Node], log: FaultLog) -> None:
    found = _NODE.fullmatch(line)
    assert found is not None, "a line that is not empty has a first word"
    name = Name(found["name"], span_in(file, number, *found.span("name")))
    if name.text in nodes:
        related = (Related(nodes[name.text].name.span, "it is here first"),)
        message = f"the argument {quoted(name.text)} is listed twice"
        log.report(Fault.DUPLICATE_ID, name.span, message, related=related)
        return
    nodes[name.text] = Node(name, found["text"])


def _add_attack(line: str, number: int, file: str, attacks: list[Attack], log: FaultLog) -> None:
    found = _EDGE.fullmatch(line)
    if found is None:
        start = len(line) - len(line.lstrip())
        span = span_in(file, number, start, len(line.rstrip()))
        message = "an attack is two names: the attacker and the attacked"
        log.report(FrameworkFault.SYNTAX, span, message)
        return
    ends = (
        Name(found[end], span_in(file, number, *found.span(end))) for end in ("attacker", "target")
    )
    attacks.append(Attack(*ends, found["label"]))
