"""Arguebuf, the graphs of the library of that name, in JSON ↔ ArgumentMap.

An atom node is a claim, a scheme node an argument for or against what it leads to, a resource a
text that claims are taken from. When a part was made is not read.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import read_text
from argmap.formats.carriers.json_document import NamedPlaces, parsed
from argmap.formats.graphs.quoted_texts import (
    Resource,
    citation_of,
    single_citation,
    sources_of,
    tell_what_sources_lose,
)
from argmap.formats.graphs.rephrases import is_rephrase, without_marks
from argmap.formats.graphs.schemes import (
    SchemeGraph,
    contradictions_in,
    ends_of,
    name_of,
    record,
    text_of,
)
from argmap.formats.losses import Losses, Writing, kept
from argmap.model import Argument, ArgumentMap, Claim, Polarity, Source
from argmap.reader import Reading
from argmap.source import Span, at_start

NOTATION = "Arguebuf"
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
CONTRADICTION, UNSTATED = "contradiction", "unstated"
_START = re.compile(r'"(?:schemaVersion|schema_version|majorClaim|major_claim)"\s*:|"atom"\s*:\s*{')
_POLARITIES = {"support": Polarity.SUPPORT, "attack": Polarity.ATTACK}
_LOST = {"preference": "preferences"}
_REPHRASE = "rephrase"
# The library’s names of schemes, by ours; most are the same in capitals.
SCHEMES = {
    name.lower().replace("_", "-"): name
    for name in (
        "POSITION_TO_KNOW EXPERT_OPINION WITNESS_TESTIMONY POPULAR_OPINION POPULAR_PRACTICE "
        "EXAMPLE ANALOGY COMPOSITION DIVISION ALTERNATIVES VERBAL_CLASSIFICATION VALUES SACRIFICE "
        "PRACTICAL_REASONING WASTE IGNORANCE CAUSE_TO_EFFECT CORRELATION_TO_CAUSE SIGN "
        "POSITIVE_CONSEQUENCES NEGATIVE_CONSEQUENCES THREAT NEED_FOR_HELP COMMITMENT "
        "INCONSISTENT_COMMITMENT CIRCUMSTANTIAL_AD_HOMINEM BIAS GRADUALISM SLIPPERY_SLOPE "
        "PRECEDENT PERCEPTION MEMORY"
    ).split()
} | {
    "definition": "VERBAL_CLASSIFICATION_DEFINITION",
    "best-explanation": "ABDUCTIVE",
    "verification": "EVIDENCE_TO_HYPOTHESIS",
    "fear": "FEAR_APPEAL",
    "ethos": "ETHOTIC",
    "ad-hominem": "GENERIC_AD_HOMINEM",
    "established-rule": "RULES",
    "exception": "EXCEPTIONAL_CASE",
}
_OURS = {name: scheme for scheme, name in SCHEMES.items()}


def recognises(text: str) -> bool:
    """Return whether a text seems to be a graph of Arguebuf in JSON."""
    return _START.search(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map that a graph makes, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the graph of a map; nodes have the ids of claims and arguments."""
    losses = Losses(NOTATION)
    rephrases = {one.id for one in a_map.arguments if is_rephrase(one, a_map)}
    a_map = kept(without_marks(a_map, rephrases), keeps=KEEPS, losses=losses)
    nodes: dict[str, Any] = {claim.id: _atom(claim, losses) for claim in a_map.claims}
    ends: list[tuple[str, str]] = []
    for argument in a_map.arguments:
        is_rephrased = argument.id in rephrases
        scheme = {_REPHRASE: "REPHRASE_DEFAULT"} if is_rephrased else _scheme(argument, losses)
        nodes[argument.id] = {"scheme": scheme}
        ends += ends_of(argument)
    for name, one, other in contradictions_in(a_map, "contradicts"):
        nodes[name] = {
            "scheme": {"attack": "ATTACK_DEFAULT"},
            "userdata": {CONTRADICTION: True},
        }
        ends += [(one, name), (name, other)]
    tell_what_sources_lose(a_map.sources, losses)
    graph = {
        "nodes": nodes,
        "edges": {str(n): {"source": a, "target": b} for n, (a, b) in enumerate(ends, start=1)},
        "resources": {source.id: _resource(source) for source in a_map.sources},
        "majorClaim": _major_claim(a_map, losses),
        "schemaVersion": 1,
        "userdata": {"title": a_map.title, "description": a_map.description},
    }
    text = json.dumps(_without_gaps(graph), ensure_ascii=False, indent=1) + "\n"
    return Writing(text, losses.diagnostics())


def _without_gaps(value: Any) -> Any:
    """Return an object without what is None, in it and in the objects one level below."""
    return {
        key: {k: v for k, v in one.items() if v is not None} if isinstance(one, dict) else one
        for key, one in value.items()
        if one is not None
    }


def _atom(claim: Claim, losses: Losses) -> dict[str, Any]:
    atom: dict[str, Any] = {"text": claim.text}
    citation = single_citation(claim, losses)
    if citation is not None:
        atom["reference"] = {"resource": citation.source}
        if citation.quote is not None:
            atom["reference"]["text"] = citation.quote
    return {"atom": atom, "userdata": {UNSTATED: True}} if claim.unstated else {"atom": atom}


def _scheme(argument: Argument, losses: Losses) -> dict[str, str]:
    if argument.polarity is Polarity.ATTACK:
        if argument.scheme is not None:
            losses.drop("scheme of attack", "argument", argument.scheme_span)
        return {"attack": "ATTACK_DEFAULT"}
    name = SCHEMES.get(argument.scheme or "", "DEFAULT")
    if argument.scheme is not None and name == "DEFAULT":
        losses.say(f"{NOTATION} does not know the scheme {argument.scheme}", argument.scheme_span)
    return {"support": f"SUPPORT_{name}"}


def _resource(source: Source) -> dict[str, str]:
    # The library takes no resource without a text, which is not in the map.
    found = {"text": "", "title": source.title, "source": source.url or source.container}
    return {key: value for key, value in found.items() if value is not None}


def _major_claim(a_map: ArgumentMap, losses: Losses) -> str | None:
    if len(a_map.theses) > 1:
        losses.drop("second thesis", None, a_map.claims_by_id[a_map.theses[1]].span)
    return next(iter(a_map.theses), None)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    start = at_start(file)
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), dict):
        message = "this is no graph of Arguebuf: it has no object “nodes”"
        log.report(Fault.NOT_A_MAP, start, message)
        return None
    places = NamedPlaces(text, file=file)
    graph = SchemeGraph(file, log, losses)
    sources = sources_of(_resources(data, places, log), losses, log)
    speakers = _named(data, "participants", places, log)
    for name, node in _named(data, "nodes", places, log).items():
        _take_node(name, node, graph, places.span(name), sources, speakers)
    for edge in _named(data, "edges", places, log).values():
        graph.edge(name_of(edge.get("source")), name_of(edge.get("target")), start)
    said = record(data.get("userdata"), "“userdata”", start, log)
    major = name_of(data.get("majorClaim") or data.get("major_claim"))
    return graph.built(
        theses=None if major is None else [major],
        sources=tuple(sources.values()),
        title=text_of(said.get("title")),
        description=text_of(said.get("description")),
    )


def _named(
    data: Mapping[str, Any], key: str, places: NamedPlaces, log: FaultLog
) -> dict[str, dict[str, Any]]:
    parts = record(data.get(key), f"“{key}”", places.span(key), log)
    return {
        name: record(part, quoted(name), places.span(name), log) for name, part in parts.items()
    }


def _resources(data: Mapping[str, Any], places: NamedPlaces, log: FaultLog) -> Iterator[Resource]:
    for name, resource in _named(data, "resources", places, log).items():
        text, title = text_of(resource.get("text")), text_of(resource.get("title"))
        origin = text_of(resource.get("source"))
        yield Resource(name, text or "", places.span(name), title=title, origin=origin)


def _take_node(
    name: str,
    node: Mapping[str, Any],
    graph: SchemeGraph,
    span: Span,
    sources: Mapping[str, Source],
    speakers: Mapping[str, Mapping[str, Any]],
) -> None:
    own = record(node.get("userdata"), "“userdata”", span, graph.log)
    atom = node.get("atom")
    if isinstance(atom, dict):
        reference = record(atom.get("reference"), "a reference", span, graph.log)
        source = sources.get(name_of(reference.get("resource")) or "")
        quote = reference.get("text")
        citations = (citation_of(source, quote, span, graph.log),) if source else ()
        speaker = speakers.get(name_of(atom.get("participant")) or "", {})
        note = text_of(speaker.get("name"))
        unstated = own.get(UNSTATED) is True
        graph.claim(name, atom.get("text"), span, citations=citations, note=note, unstated=unstated)
        return
    scheme = record(node.get("scheme"), "a scheme", span, graph.log)
    kinds = (*_POLARITIES, _REPHRASE, *_LOST)
    kind = next((kind for kind in kinds if kind in scheme), "support")
    if kind == _REPHRASE:
        graph.rephrase(name, "", span)
        return
    if kind in _LOST:
        graph.losses.drop(_LOST[kind], "node", span)
        graph.other(name, span)
        return
    told = _scheme_named(text_of(scheme.get(kind)) or "")
    contradicts = kind == "attack" and own.get(CONTRADICTION) is True
    graph.scheme(name, _POLARITIES[kind], span, contradicts=contradicts, scheme=told)


def _scheme_named(name: str) -> str | None:
    """Return the scheme that a name such as `SUPPORT_EXPERT_OPINION` tells, or None."""
    plain = name.removeprefix("SUPPORT_").removeprefix("ATTACK_")
    if plain in ("", "DEFAULT"):
        return None
    return _OURS.get(plain, plain.lower().replace("_", "-"))
