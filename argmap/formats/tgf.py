"""`.tgf`, the Trivial Graph Format ↔ ArgumentMap.

A line for each argument, its name and perhaps a text; a line `#`; a line for each attack, the names
of the attacker and of the attacked and perhaps a label. A label such as `supports` makes a support.
"""

import re

from argmap.diagnostics import Related
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import read_text
from argmap.formats.frameworks.reading import (
    Edge,
    Name,
    Node,
    built,
    lines_of,
    require_room,
    words_of,
)
from argmap.formats.frameworks.writing import framework_of, losses_in
from argmap.formats.losses import Losses, Writing
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.values import one_line

NOTATION = "The notation .tgf"
KEEPS = frozenset({"claim.contradicts", "claim.text", "argument.label"})
_START = re.compile(r"(?:[^\n#][^\n]*\n)*\s*#\s*\n")
_POLARITIES = {
    **dict.fromkeys(("+", "pro", "support", "supports"), Polarity.SUPPORT),
    **dict.fromkeys(("-", "con", "attack", "attacks", "defeats"), Polarity.ATTACK),
}
_NODE = re.compile(r"\s*(?P<name>\S+)(?:\s+(?P<text>\S.*?))?\s*")
_EDGE = re.compile(r"\s*(?P<start>\S+)\s+(?P<target>\S+)(?:\s+(?P<label>\S.*?))?\s*")


def recognises(text: str) -> bool:
    """Return whether a text seems to be in this notation."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a framework makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the framework in a map; it keeps the texts of the claims."""
    framework = framework_of(a_map)
    lines = [c.id if c.text == c.id else f"{c.id} {c.text}" for c in framework.claims]
    lines.append("#")
    for (attacker, target), label in framework.attacks.items():
        lines.append(f"{attacker} {target}" + (f" {one_line(label)}" if label else ""))
    losses = losses_in(a_map, notation=NOTATION, keeps=KEEPS)
    return Writing("\n".join(lines) + "\n", losses.diagnostics())


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    in_nodes = True
    for number, line in lines_of(text):
        if line.strip() == "#":
            if not in_nodes:
                mark = words_of(line, number, file)[0]
                log.report(
                    Fault.NOTATION_SYNTAX, mark.span, "there is one line “#”, this is another"
                )
            in_nodes = False
        elif in_nodes:
            _add_node(line, number, file, nodes, log)
        else:
            _add_edge(line, number, file, edges, log)
    return built(nodes.values(), edges, file=file, log=log, losses=losses)


def _add_node(line: str, number: int, file: str, nodes: dict[str, Node], log: FaultLog) -> None:
    found = _NODE.fullmatch(line)
    assert found is not None, "a line that is not empty has a first word"
    name = Name(found["name"], file, number, found.start("name") + 1)
    if name.text in nodes:
        related = (Related(nodes[name.text].name.span, "it is here first"),)
        message = f"the argument {quoted(name.text)} is listed twice"
        log.report(Fault.DUPLICATE_ID, name.span, message, related=related)
        return
    nodes[name.text] = Node(name, found["text"])


def _add_edge(line: str, number: int, file: str, edges: list[Edge], log: FaultLog) -> None:
    found = _EDGE.fullmatch(line)
    if found is None:
        span = words_of(line, number, file)[0].span
        message = "an attack is two names: the attacker and the attacked"
        log.report(Fault.NOTATION_SYNTAX, span, message)
        return
    start, target = (
        Name(found[end], file, number, found.start(end) + 1) for end in ("start", "target")
    )
    require_room(edges, start.span, log)
    label = found["label"]
    polarity = _POLARITIES.get((label or "").casefold())
    if polarity is None:
        edges.append(Edge(start, target, label))
    else:
        # The word says only what the edge is.
        edges.append(Edge(start, target, polarity=polarity))
