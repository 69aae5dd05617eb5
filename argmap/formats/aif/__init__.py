"""AIF, the Argument Interchange Format, in JSON as AIFdb and OVA write it ↔ ArgumentMap.

Chesñevar et al. (2006), “Towards an argument interchange format”. An I node is a claim, an RA node
an argument for and a CA node one against what it leads to; an argument may lead to another one. In
xAIF the same graph lies under the key `AIF`. What was said by whom becomes notes, and an MA node an
argument that is marked as a rephrase.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import argmap.schemes as schemes
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.aif import ova
from argmap.formats.aif.dialogue import Dialogue, text_of
from argmap.formats.carriers.decoding import read_text
from argmap.formats.carriers.json_document import NamedPlaces, parsed
from argmap.formats.graphs.rephrases import is_rephrase, kind_of, without_marks
from argmap.formats.graphs.schemes import SchemeGraph, contradictions_in, ends_of, name_of
from argmap.formats.losses import Losses, Writing, kept
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.source import Span, at_start

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
_SPEECH = ("L", "YA")
_LOST = {"PA": "preferences", "TA": "transitions between locutions"}
_REPHRASE = "Default Rephrase"
_START = re.compile(rf'"nodeID"\s*:|"AIF"\s*:\s*\{{|{ova.START.pattern}')
_UNWRITTEN = "Enter your text here..."


def recognises(text: str) -> bool:
    """Return whether a text seems to be AIF in JSON."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a graph makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the graph of a map; nodes have the ids of claims and arguments."""
    losses = Losses(NOTATION)
    rephrases = {one.id: kind_of(one) for one in a_map.arguments if is_rephrase(one, a_map)}
    a_map = kept(without_marks(a_map, rephrases), keeps=KEEPS, losses=losses)
    nodes = [_node(claim.id, claim.text, "I") for claim in a_map.claims]
    ends: list[tuple[str, str]] = []
    for argument in a_map.arguments:
        ends += ends_of(argument)
        if argument.id in rephrases:
            nodes.append(_node(argument.id, rephrases[argument.id] or _REPHRASE, "MA"))
            continue
        kind = "RA" if argument.polarity is Polarity.SUPPORT else "CA"
        usual = _INFERENCE if kind == "RA" else _CONFLICT
        scheme = scheme_text(argument.scheme)
        if scheme is not None and scheme_in(scheme) is None:
            losses.drop("scheme of that name", "argument", argument.scheme_span)
            scheme = None
        nodes.append(_node(argument.id, scheme or usual, kind))
    for name, one, other in contradictions_in(a_map, "contradicts"):
        nodes.append(_node(name, CONTRADICTION, "CA"))
        ends += [(one, name), (name, other)]
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


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    written, data = ova.text_in(data), ova.graph_in(data)
    start = at_start(file)
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        log.report(Fault.NOT_A_MAP, start, "this is no graph of AIF: it has no list “nodes”")
        return None
    keys = ("nodeID",) if '"nodeID"' in text else ("id",)
    places = NamedPlaces(text, keys=keys, file=file)
    graph = SchemeGraph(file, log, losses)
    dialogue = Dialogue(data)
    for node in data["nodes"]:
        _take_node(node, graph, places, dialogue)
    if not log.diagnostics and not any(node.get("type") == "I" for node in data["nodes"]):
        _tell_empty(data["nodes"], start, log)
        return None
    for one, other in _edges(dialogue):
        graph.edge(one, other, start)
    if written and written.strip() != _UNWRITTEN:
        losses.say("the text that was analysed is left out", start)
    return graph.built()


def _tell_empty(nodes: list[Any], start: Span, log: FaultLog) -> None:
    """Report that there is no claim among the nodes."""
    message = "this graph is empty: it has no nodes"
    if nodes:
        kinds = ", ".join(sorted({quoted(str(node["type"])) for node in nodes}))
        message = f"this graph has no claims: of its {len(nodes):,} nodes, of {kinds}, none is “I”"
    log.report(Fault.NOT_A_MAP, start, message, help="export it again when there are some")


def _edges(dialogue: Dialogue) -> Iterator[tuple[str | None, str | None]]:
    """Yield the edges; the end of a rephrase that is a locution is the one claim that it makes."""
    for start, end in dialogue.edges:
        if dialogue.kind(end) == "MA":
            yield dialogue.claim_made_by(start), end
        elif dialogue.kind(start) == "MA":
            yield start, dialogue.claim_made_by(end)
        else:
            yield start, end


def _take_node(node: Any, graph: SchemeGraph, places: NamedPlaces, dialogue: Dialogue) -> None:
    name = name_of(node.get("nodeID")) if isinstance(node, dict) else None
    kind = node.get("type") if isinstance(node, dict) else None
    if name is None or not isinstance(kind, str):
        message = "a node is an object with “nodeID”, “text” and “type”"
        graph.log.report(Fault.WRONG_KIND, places.span(name or ""), message)
        return
    span, text = places.span(name), text_of(node)
    if kind == "I":
        graph.claim(name, text, span, note="\n".join(dialogue.said(name)) or None)
    elif kind in _POLARITIES:
        is_contradiction = kind == "CA" and text == CONTRADICTION
        polarity, scheme = _POLARITIES[kind], scheme_in(text)
        graph.scheme(name, polarity, span, contradicts=is_contradiction, scheme=scheme)
    elif kind == "MA":
        graph.rephrase(name, text, span)
    else:
        graph.other(name, span)
        if kind in _LOST:
            graph.losses.drop(_LOST[kind], "node", span)
        elif kind not in _SPEECH:
            graph.losses.say(f"nodes of the type {quoted(kind)} are left out", span)
