"""AIF, the Argument Interchange Format, in JSON as AIFdb and OVA write it ↔ ArgumentMap.

Chesñevar et al. (2006), “Towards an argument interchange format”. An I node is a claim, an RA node
an argument for and a CA node one against what it leads to; an argument may lead to another one. In
xAIF the same graph lies under the key `AIF`. What was said by whom becomes notes.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import argmap.schemes as schemes
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.foreign import read_text
from argmap.formats.foreign_graph import ForeignGraph
from argmap.formats.json_document import NamedPlaces, parsed
from argmap.formats.losses import Losses, Writing, kept
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.source import at_start

NOTATION = "AIF"
KEEPS = frozenset({"claim.contradicts", "argument.scheme"})
CONTRADICTION = "Contradiction"
_INFERENCE, _CONFLICT = "Default Inference", "Default Conflict"
_PLAIN = {
    "",
    "attack",
    "ca",
    "conflict",
    "default",
    "default conflict",
    "default inference",
    "inference",
    "ra",
    "support",
}
_POLARITIES = {"RA": Polarity.SUPPORT, "CA": Polarity.ATTACK}
_SPEECH = ("L", "YA", "TA")
_LOST = {"MA": "rephrases", "PA": "preferences"}
_START = re.compile(r'"nodeID"\s*:|^\s*\{\s*"AIF"\s*:')


def recognises(text: str) -> bool:
    """Return whether a text seems to be AIF in JSON."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a graph makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the graph of a map; nodes have the ids of claims and arguments."""
    losses = Losses(NOTATION)
    a_map = kept(a_map, keeps=KEEPS, losses=losses)
    nodes = [_node(claim.id, claim.text, "I") for claim in a_map.claims]
    ends: list[tuple[str, str]] = []
    for argument in a_map.arguments:
        kind = "RA" if argument.polarity is Polarity.SUPPORT else "CA"
        usual = _INFERENCE if kind == "RA" else _CONFLICT
        nodes.append(_node(argument.id, scheme_text(argument.scheme) or usual, kind))
        ends += [(premise, argument.id) for premise in dict.fromkeys(argument.premises)]
        ends.append((argument.id, argument.target))
    for claim in a_map.claims:
        for other in dict.fromkeys(claim.contradicts):
            # A blank is no part of an id, so that no other node has this name.
            name = f"{claim.id} contradicts {other}"
            nodes.append(_node(name, CONTRADICTION, "CA"))
            ends += [(claim.id, name), (name, other)]
    edges = [
        {"edgeID": str(number), "fromID": start, "toID": end, "formEdgeID": None}
        for number, (start, end) in enumerate(ends, start=1)
    ]
    graph = {"nodes": nodes, "edges": edges, "locutions": []}
    text = json.dumps(graph, ensure_ascii=False, indent=1) + "\n"
    return Writing(text, losses.diagnostics())


def _node(name: str, text: str, kind: str) -> dict[str, str]:
    return {"nodeID": name, "text": text, "type": kind}


def scheme_text(scheme: str | None) -> str | None:
    """Return the name of a scheme as databases of AIF write it, such as “Expert Opinion”."""
    known = schemes.named(scheme) if scheme else None
    return known.id.replace("-", " ").title() if known and known.id == scheme else scheme


def scheme_in(text: str) -> str | None:
    """Return the scheme that a node’s text names: its id where it is known, None if it is none."""
    if " ".join(text.casefold().split()) in _PLAIN:
        return None
    known = schemes.named(text)
    return known.id if known else text


@dataclass(slots=True)
class _Graph:
    """The nodes by their names, and the edges by where they begin and where they end."""

    kinds: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    into: dict[str, list[str]] = field(default_factory=dict)
    out_of: dict[str, list[str]] = field(default_factory=dict)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    if isinstance(data, dict) and isinstance(data.get("AIF"), dict):
        data = data["AIF"]
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        log.report(
            Fault.NOT_A_MAP, at_start(file), "this is no graph of AIF: it has no list “nodes”"
        )
        return None
    places = NamedPlaces(text, keys=("nodeID",), file=file)
    graph = _Graph()
    _take_nodes(data["nodes"], graph, places, log)
    _take_edges(data.get("edges"), graph, file, log, losses)
    return _built(graph, places, ForeignGraph(file, log, losses))


def _take_nodes(nodes: list[Any], graph: _Graph, places: NamedPlaces, log: FaultLog) -> None:
    for node in nodes:
        name = _name(node.get("nodeID")) if isinstance(node, dict) else None
        kind = node.get("type") if isinstance(node, dict) else None
        if name is None or not isinstance(kind, str):
            span = places.span(name or "")
            log.report(
                Fault.WRONG_KIND, span, "a node is an object with “nodeID”, “text” and “type”"
            )
        elif name in graph.kinds:
            log.report(Fault.DUPLICATE_ID, places.span(name), f"two nodes are {quoted(name)}")
        else:
            graph.kinds[name] = kind
            content = node.get("text")
            graph.texts[name] = content if isinstance(content, str) else ""


def _take_edges(edges: Any, graph: _Graph, file: str, log: FaultLog, losses: Losses) -> None:
    for edge in edges if isinstance(edges, list) else ():
        start, end = (
            (_name(edge.get("fromID")), _name(edge.get("toID")))
            if isinstance(edge, dict)
            else ("", "")
        )
        if start in graph.kinds and end in graph.kinds:
            graph.out_of.setdefault(str(start), []).append(str(end))
            graph.into.setdefault(str(end), []).append(str(start))
        else:
            losses.say("edges that lead from or to no node are left out", at_start(file))


def _name(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _built(graph: _Graph, places: NamedPlaces, made: ForeignGraph) -> ArgumentMap | None:
    for name, kind in graph.kinds.items():
        if kind == "I":
            note = "\n".join(_said_of(name, graph)) or None
            made.claim(name, graph.texts[name], places.span(name), note=note)
        elif kind in _LOST:
            made.losses.drop(_LOST[kind], "node", places.span(name))
        elif kind == "TA":
            made.losses.drop("transitions between locutions", "node", places.span(name))
        elif kind not in (*_POLARITIES, *_SPEECH):
            made.losses.say(f"nodes of the type {quoted(kind)} are left out", places.span(name))
    steps = _whole_steps(graph, places, made.losses)
    for name in steps:
        span, polarity = places.span(name), _POLARITIES[graph.kinds[name]]
        premises = _of_kinds(graph.into.get(name, ()), graph, ("I",))
        for number, target in enumerate(_targets(name, graph, steps)):
            if graph.texts[name] == CONTRADICTION and len(premises) == 1 and not number:
                made.contradiction(premises[0], target)
                continue
            key = name if number == 0 else f"{name} {number + 1}"
            scheme = scheme_in(graph.texts[name])
            made.argument(key, premises, target, span, polarity=polarity, scheme=scheme)
    for name in _of_kinds(graph.kinds, graph, ("I",)):
        for target in _of_kinds(graph.out_of.get(name, ()), graph, ("I",)):
            made.argument(f"{name} → {target}", [name], target, places.span(name))
    return made.built()


def _said_of(claim: str, graph: _Graph) -> Iterator[str]:
    """Yield the locutions by which a claim was made."""
    for act in _of_kinds(graph.into.get(claim, ()), graph, ("YA",)):
        for locution in _of_kinds(graph.into.get(act, ()), graph, ("L",)):
            if graph.texts[locution].strip():
                yield graph.texts[locution].strip()


def _of_kinds(names: Iterable[str], graph: _Graph, kinds: tuple[str, ...]) -> list[str]:
    return [name for name in dict.fromkeys(names) if graph.kinds[name] in kinds]


def _targets(name: str, graph: _Graph, steps: Iterable[str]) -> list[str]:
    ends = _of_kinds(graph.out_of.get(name, ()), graph, ("I", *_POLARITIES))
    return [end for end in ends if graph.kinds[end] == "I" or end in steps]


def _whole_steps(graph: _Graph, places: NamedPlaces, losses: Losses) -> dict[str, None]:
    """Return the arguments that have premises and lead to something that is kept."""
    steps = dict.fromkeys(_of_kinds(graph.kinds, graph, tuple(_POLARITIES)))
    waiting = list(steps)
    while waiting:
        name = waiting.pop()
        if name not in steps:
            continue
        has_premises = bool(_of_kinds(graph.into.get(name, ()), graph, ("I",)))
        if has_premises and _targets(name, graph, steps):
            continue
        del steps[name]
        what = "conclusion" if has_premises else "premise"
        losses.say(f"arguments without a {what} are left out", places.span(name))
        waiting += _of_kinds(graph.into.get(name, ()), graph, tuple(_POLARITIES))
    return steps
