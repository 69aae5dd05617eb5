"""SADFace, the Simple Argument Description Format, in JSON ↔ ArgumentMap.

An atom is a claim, an inference or a conflict an argument for or against what it leads to; earlier
versions call both schemes and tell them apart by their names. A conflict that only leads away joins
claims that disagree. https://github.com/Open-Argumentation/SADFace
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID, uuid5

import argmap.schemes as schemes
from argmap.faults import Fault, FaultLog
from argmap.formats.carriers.decoding import read_text
from argmap.formats.carriers.json_document import NamedPlaces, parsed
from argmap.formats.graphs.quoted_texts import (
    Resource,
    citation_of,
    sources_of,
    tell_what_sources_lose,
)
from argmap.formats.graphs.schemes import (
    SchemeGraph,
    contradictions_in,
    ends_of,
    name_of,
    record,
    text_of,
)
from argmap.formats.losses import Losses, Writing, kept
from argmap.model import Argument, ArgumentMap, Citation, Claim, Polarity, Source
from argmap.reader import Reading
from argmap.source import at_start

NOTATION = "SADFace"
KEEPS = frozenset(
    {
        "map.title",
        "map.description",
        "map.theses",
        "map.sources",
        "claim.citations",
        "claim.contradicts",
        "claim.unstated",
        "argument.scheme",
    }
)
_START = re.compile(r'"(?:source_id|target_id|analyst_name)"\s*:|"type"\s*:\s*"atom"')
# Where a block of metadata says by what id a node goes in a map.
_BLOCK, _UNSTATED = "argmap", "unstated"
# Every node needs a UUID, and the same map should give the same bytes.
_NAMESPACE = UUID("9d6ff5c5-6f1e-5f0b-8a55-6ac1c4a7e0d1")
_NO_TIME = "1970-01-01T00:00:00"
_SUPPORT, _ATTACK, _DISAGREE = "support", "attack", "disagree"
_CONFLICTS = {"attack", "conflict", "defeat", "disagree", "rebut", "undercut", "undermine"}
_PLAIN = {*_CONFLICTS, "default", "inference", "support"}


def recognises(text: str) -> bool:
    """Return whether a text seems to be a document of SADFace."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a document, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the document of a map, with no time in it: the same map gives the same bytes."""
    losses = Losses(NOTATION)
    a_map = kept(a_map, keeps=KEEPS, losses=losses)
    tell_what_sources_lose(a_map.sources, losses)
    nodes = [_atom(claim, losses) for claim in a_map.claims]
    ends: list[tuple[str, str]] = []
    for argument in a_map.arguments:
        nodes.append(_scheme(argument, losses))
        ends += ends_of(argument)
    for name, one, other in contradictions_in(a_map, _DISAGREE):
        if one == other:
            span = a_map.claims_by_id[one].contradicts_span
            losses.drop("claim that contradicts itself", None, span)
            continue
        nodes.append(_node(name, "conflict", name=_DISAGREE))
        ends += [(name, one), (name, other)]
    document = {
        "metadata": {"core": _core(a_map, losses), _BLOCK: {}},
        "resources": [_resource(source) for source in a_map.sources],
        "nodes": nodes,
        "edges": [
            {"id": _uuid(f"edge {n}"), "source_id": _uuid(start), "target_id": _uuid(end)}
            for n, (start, end) in enumerate(ends, start=1)
        ],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return Writing(text, losses.diagnostics())


def _uuid(name: str) -> str:
    return str(uuid5(_NAMESPACE, name))


def _node(id: str, kind: str, **fields: Any) -> dict[str, Any]:
    return {"id": _uuid(id), "type": kind, **fields, "metadata": {"core": {}, _BLOCK: {"id": id}}}


def _atom(claim: Claim, losses: Losses) -> dict[str, Any]:
    sources = [_source(citation, losses) for citation in claim.citations]
    atom = _node(claim.id, "atom", text=claim.text, sources=sources)
    if claim.unstated:
        atom["metadata"][_BLOCK][_UNSTATED] = True
    return atom


def _source(citation: Citation, losses: Losses) -> dict[str, Any]:
    if citation.at is not None:
        losses.drop("locators", "citation", citation.span)
    quote = citation.quote or ""
    resource = _uuid(f"source {citation.source}")
    return {"resource_id": resource, "text": quote, "offset": 0, "length": len(quote)}


def _scheme(argument: Argument, losses: Losses) -> dict[str, Any]:
    is_support = argument.polarity is Polarity.SUPPORT
    name = _SUPPORT if is_support else _ATTACK
    if argument.scheme is not None and _scheme_named(argument.scheme) is not None:
        name = argument.scheme
    elif argument.scheme is not None:
        losses.drop("scheme of that name", "argument", argument.scheme_span)
    return _node(argument.id, "inference" if is_support else "conflict", name=name)


def _resource(source: Source) -> dict[str, Any]:
    known = {"title": source.title, "url": source.url, "container": source.container}
    own = {key: value for key, value in known.items() if value is not None}
    metadata = {"core": own, _BLOCK: {"id": source.id}}
    return {
        "id": _uuid(f"source {source.id}"),
        "content": "",
        "type": "text",
        "metadata": metadata,
    }


def _core(a_map: ArgumentMap, losses: Losses) -> dict[str, str]:
    """Return what every document must say of itself, and some readers ask for."""
    if len(a_map.theses) > 1:
        losses.drop("second thesis", None, a_map.claims_by_id[a_map.theses[1]].span)
    core = {
        "id": _uuid("document"),
        "version": "0.5",
        "analyst_name": "",
        "analyst_email": "",
        "created": _NO_TIME,
        "edited": _NO_TIME,
        "title": a_map.title or "",
        "description": "",
        "notes": a_map.description or "",
    }
    if a_map.theses:
        core["claim"] = _uuid(a_map.theses[0])
    return core


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    start = at_start(file)
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list):
        message = "this is no document of SADFace: it has no list “nodes”"
        log.report(Fault.NOT_A_MAP, start, message)
        return None
    places = NamedPlaces(text, keys=("id",), file=file)
    metadata = record(data.get("metadata"), "“metadata”", start, log)
    core = record(metadata.get("core"), "“core”", start, log) or data
    sources = sources_of(_resources(data.get("resources"), places, log), losses, log)
    disagreeing = _leading_away(data)
    graph = SchemeGraph(file, log, losses)
    for node in data["nodes"]:
        _take_node(node, graph, places, sources, disagreeing)
    for edge in _records(data.get("edges")):
        graph.edge(name_of(edge.get("source_id")), name_of(edge.get("target_id")), start)
    claim = name_of(core.get("claim"))
    return graph.built(
        theses=None if claim is None else [claim],
        sources=tuple(sources.values()),
        title=text_of(core.get("title")),
        description=text_of(core.get("notes")) or text_of(core.get("description")),
    )


def _records(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _own(part: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a map said of a node or a resource in words of its own."""
    metadata = part.get("metadata")
    block = metadata.get(_BLOCK) if isinstance(metadata, dict) else None
    return block if isinstance(block, dict) else {}


def _own_id(part: Mapping[str, Any]) -> str | None:
    """Return the id that a map gave to a node or a resource, or None."""
    return text_of(_own(part).get("id"))


def _resources(resources: object, places: NamedPlaces, log: FaultLog) -> Iterator[Resource]:
    for resource in _records(resources):
        name = name_of(resource.get("id")) or ""
        span = places.span(name)
        metadata = record(resource.get("metadata"), "“metadata”", span, log)
        told = record(metadata.get("core"), "“core”", span, log)
        yield Resource(
            name,
            text_of(resource.get("content")) or "",
            span,
            title=text_of(told.get("title")),
            origin=text_of(told.get("url")) or text_of(told.get("container")),
            id=_own_id(resource),
        )


def _leading_away(data: Mapping[str, Any]) -> frozenset[str]:
    """Return the nodes that edges lead from and none leads to."""
    edges = _records(data.get("edges"))
    starts = {name_of(edge.get("source_id")) for edge in edges}
    ends = {name_of(edge.get("target_id")) for edge in edges}
    return frozenset(filter(None, starts - ends))


def _take_node(
    node: object,
    graph: SchemeGraph,
    places: NamedPlaces,
    sources: Mapping[str, Source],
    disagreeing: frozenset[str],
) -> None:
    found = node if isinstance(node, dict) else {}
    name, kind = name_of(found.get("id")), found.get("type")
    span = places.span(name or "")
    if name is None or not isinstance(kind, str):
        graph.log.report(Fault.WRONG_KIND, span, "a node is an object with “id” and “type”")
        return
    if kind == "atom":
        citations = []
        for cited in _records(found.get("sources")):
            source = sources.get(name_of(cited.get("resource_id")) or "")
            if source is None:
                graph.losses.say("citations of resources that are not there are left out", span)
            else:
                citations.append(citation_of(source, cited.get("text"), span, graph.log))
        unstated = _own(found).get(_UNSTATED) is True
        graph.claim(
            name,
            found.get("text"),
            span,
            citations=tuple(citations),
            unstated=unstated,
            wanted=_own_id(found),
        )
        return
    told = text_of(found.get("name")) or ""
    is_conflict = kind == "conflict" or (kind != "inference" and told.casefold() in _CONFLICTS)
    graph.scheme(
        name,
        Polarity.ATTACK if is_conflict else Polarity.SUPPORT,
        span,
        contradicts=is_conflict and name in disagreeing,
        scheme=_scheme_named(told),
        wanted=_own_id(found),
    )


def _scheme_named(name: str) -> str | None:
    """Return the scheme that a node’s name tells: its id where it is known; None if it is none."""
    if name.casefold() in _PLAIN or not name:
        return None
    known = schemes.named(name)
    return known.id if known else name
