"""AIF, the Argument Interchange Format, in JSON as AIFdb and OVA write it ↔ ArgumentMap.

Chesñevar et al. (2006), “Towards an argument interchange format”. An I node is a claim, an RA node
an argument for and a CA node one against what it leads to; an argument may lead to another one. In
xAIF the same graph lies under the key `AIF`. What was said by whom becomes notes.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import argmap.schemes as schemes
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import read_text
from argmap.formats.carriers.json_document import NamedPlaces, parsed
from argmap.formats.graphs.schemes import SchemeGraph, contradictions_in, ends_of, name_of
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
_SPEECH = ("L", "YA")
_LOST = {"MA": "rephrases", "PA": "preferences", "TA": "transitions between locutions"}
_START = re.compile(r'"nodeID"\s*:|\A\s*\{\s*"AIF"\s*:')


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
        scheme = scheme_text(argument.scheme)
        if scheme is not None and scheme_in(scheme) is None:
            losses.drop("scheme of that name", "argument", argument.scheme_span)
            scheme = None
        nodes.append(_node(argument.id, scheme or usual, kind))
        ends += ends_of(argument)
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
    if isinstance(data, dict) and isinstance(data.get("AIF"), dict):
        data = data["AIF"]
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        log.report(
            Fault.NOT_A_MAP, at_start(file), "this is no graph of AIF: it has no list “nodes”"
        )
        return None
    places = NamedPlaces(text, keys=("nodeID",), file=file)
    graph = SchemeGraph(file, log, losses)
    edges = _edges(data.get("edges"))
    said = _said(data["nodes"], edges, _speakers(data))
    for node in data["nodes"]:
        _take_node(node, graph, places, said)
    for start, end in edges:
        graph.edge(start, end, at_start(file))
    return graph.built()


def _edges(edges: Any) -> list[tuple[str | None, str | None]]:
    return [(name_of(edge.get("fromID")), name_of(edge.get("toID"))) for edge in _records(edges)]


def _records(found: Any) -> list[dict[str, Any]]:
    return (
        [one if isinstance(one, dict) else {} for one in found] if isinstance(found, list) else []
    )


def _speakers(data: dict[str, Any]) -> Mapping[str | None, str]:
    """Return who spoke, by the ids of locutions."""
    people = {
        name_of(person.get("participantID")): " ".join(
            name
            for key in ("firstname", "surname")
            if isinstance(name := person.get(key), str) and name not in ("", "None")
        )
        for person in _records(data.get("participants"))
    }
    return {
        name_of(locution.get("nodeID")): people.get(name_of(locution.get("personID")), "")
        for locution in _records(data.get("locutions"))
    }


def _take_node(
    node: Any, graph: SchemeGraph, places: NamedPlaces, said: Mapping[str, list[str]]
) -> None:
    name = name_of(node.get("nodeID")) if isinstance(node, dict) else None
    kind = node.get("type") if isinstance(node, dict) else None
    if name is None or not isinstance(kind, str):
        message = "a node is an object with “nodeID”, “text” and “type”"
        graph.log.report(Fault.WRONG_KIND, places.span(name or ""), message)
        return
    span, text = places.span(name), _text(node)
    if kind == "I":
        graph.claim(name, text, span, note="\n".join(said.get(name, ())) or None)
    elif kind in _POLARITIES:
        is_contradiction = kind == "CA" and text == CONTRADICTION
        polarity, scheme = _POLARITIES[kind], scheme_in(text)
        graph.scheme(name, polarity, span, contradicts=is_contradiction, scheme=scheme)
    else:
        graph.other(name, span)
        if kind in _LOST:
            graph.losses.drop(_LOST[kind], "node", span)
        elif kind not in _SPEECH:
            graph.losses.say(f"nodes of the type {quoted(kind)} are left out", span)


def _text(node: dict[str, Any]) -> str:
    text = node.get("text")
    return text if isinstance(text, str) else ""


def _said(
    nodes: list[Any],
    edges: list[tuple[str | None, str | None]],
    speakers: Mapping[str | None, str],
) -> Mapping[str, list[str]]:
    """Return the locutions by which each claim was made: what leads to it by an act of speech.

    Those that tell no more than the claim, neither who said it nor other words, are left out.
    """
    records = {name_of(node.get("nodeID")): node for node in _records(nodes)}
    into: dict[str | None, dict[str | None, None]] = {}
    for start, end in edges:
        into.setdefault(end, {})[start] = None
    said: dict[str, list[str]] = {}
    for name in filter(None, records):
        acts = [act for act in into.get(name, ()) if records.get(act, {}).get("type") == "YA"]
        for locution in (one for act in acts for one in into.get(act, ())):
            record = records.get(locution, {})
            words, speaker = _text(record).strip(), speakers.get(locution, "")
            if speaker and not words.startswith(speaker):
                words = f"{speaker}: {words}"
            if record.get("type") == "L" and words not in ("", _text(records[name]).strip()):
                said.setdefault(name, []).append(words)
    return said
