"""Argument graphs of the microtext corpora, in XML → ArgumentMap.

Peldszus and Stede 2013, “From argument diagrams to argumentation mining in texts: a survey”, name
the relations; the corpora are those of Peldszus and Stede 2016, “An annotated corpus of
argumentative microtexts”. The text of a claim is that of its segments. A relation is an argument:
`sup` and `exa` speak for what they lead to, `reb` against it, `und` against the step of another
relation; `add` gives one further premises. `pro` and `opp`, the voices of a dialogue, become tags.
"""

import re
from dataclasses import dataclass, field

from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.xml_document import Beginning, Characters, Ending, events, read_xml
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses
from argmap.model import ArgumentMap, Polarity
from argmap.reader import Reading
from argmap.source import Span, at_start

KEEPS: frozenset[str] = frozenset()
_START = re.compile(
    r"(?:<\?xml[^>]*>|<!DOCTYPE arggraph\b[^\[>]*>|<!--.*?-->|\s+)*+<arggraph\b", re.DOTALL
)
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE arggraph\b[^\[>\n]*>")
_SEGMENT, _MORE = "seg", "add"
_POLARITIES = {
    "sup": Polarity.SUPPORT,
    "exa": Polarity.SUPPORT,
    "reb": Polarity.ATTACK,
    "und": Polarity.ATTACK,
}
_SCHEMES = {"exa": "example"}


@dataclass(frozen=True, slots=True)
class _Edge:
    """A relation, by the names of what it joins."""

    name: str
    start: str
    end: str
    kind: str
    span: Span


@dataclass(slots=True)
class _Segment:
    """A piece of the text; one that is `implicit` was added by whoever analysed it."""

    is_implicit: bool
    text: str = ""


@dataclass(slots=True)
class _Document:
    """What stands in a file, by the names that it gives."""

    segments: dict[str, _Segment] = field(default_factory=dict)
    joints: set[str] = field(default_factory=set)
    # Each unit of the argument with its voice, and where it is written.
    units: dict[str, tuple[str | None, Span]] = field(default_factory=dict)
    edges: list[_Edge] = field(default_factory=list)
    topic: str | None = None
    stance: str | None = None


def recognises(text: str) -> bool:
    """Return whether a text seems to be an argument graph of the microtext corpora."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a graph, or the faults that keep it from being one."""
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    # The corpora name a file for their document type, which nobody needs; columns stay.
    raw = _DOCUMENT_TYPE.sub(lambda found: b" " * len(found.group()), raw, count=1)
    return read_xml(raw, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    document = _document(text, file, log, losses)
    if log.diagnostics:
        return None
    if not document.units:
        message = "this is no argument graph: it has no element “adu”"
        log.report(Fault.NOT_A_MAP, at_start(file), message)
        return None
    graph = ForeignGraph(file, log, losses)
    _add_claims(document, graph)
    _add_arguments(document, graph)
    targets = {edge.start for edge in document.edges if edge.kind != _SEGMENT}
    return graph.built(
        theses=[name for name in document.units if name not in targets],
        title=_in_words(document.topic),
        description=_stance(document),
    )


def _document(text: str, file: str, log: FaultLog, losses: Losses) -> _Document:
    document, segment = _Document(), None
    for event in events(text, file=file, log=log):
        if isinstance(event, Beginning):
            segment = _take(event, document, log, losses)
        elif isinstance(event, Ending):
            segment = None
        elif isinstance(event, Characters) and segment is not None:
            segment.text += event.text
    return document


def _take(
    element: Beginning, document: _Document, log: FaultLog, losses: Losses
) -> _Segment | None:
    """Add what an element says; return the segment whose text follows, or None."""
    given, name = element.attributes, element.attributes.get("id", "")
    if element.name == "arggraph":
        document.topic, document.stance = given.get("topic_id"), given.get("stance")
    elif element.name == "edu":
        document.segments[name] = _Segment(given.get("implicit") == "true")
        return document.segments[name]
    elif element.name == "joint":
        document.joints.add(name)
    elif element.name == "adu":
        document.units[name] = given.get("type"), element.span
    elif element.name == "edge":
        edge = _Edge(
            name, given.get("src", ""), given.get("trg", ""), given.get("type", ""), element.span
        )
        if edge.kind not in (_SEGMENT, _MORE, *_POLARITIES):
            message = f"{quoted(edge.kind)} is no relation of the microtext corpora"
            known = ", ".join((*_POLARITIES, _MORE, _SEGMENT))
            log.report(Fault.BAD_VALUE, element.span, message, help=f"they are {known}")
        document.edges.append(edge)
    else:
        losses.say(f"elements called “{element.name}” are left out", element.span)
    return None


def _add_claims(document: _Document, graph: ForeignGraph) -> None:
    parts: dict[str, list[str]] = {}
    for edge in document.edges:
        if edge.kind == _SEGMENT:
            if not (edge.start in document.segments or edge.start in document.joints):
                message = f"there is no segment {quoted(edge.start)}"
                graph.log.report(Fault.UNKNOWN_REFERENCE, edge.span, message)
            parts.setdefault(edge.end, []).append(edge.start)
    for name, (voice, span) in document.units.items():
        # A joint holds several segments, and is one of the parts of a claim.
        held = [part for one in parts.get(name, ()) for part in parts.get(one, [one])]
        pieces = [document.segments[part] for part in held if part in document.segments]
        text = " ".join(piece.text.strip() for piece in pieces if piece.text.strip())
        unstated = bool(pieces) and all(piece.is_implicit for piece in pieces)
        tags = (voice,) if voice else ()
        graph.claim(name, text or None, span, tags=tags, unstated=unstated)


def _add_arguments(document: _Document, graph: ForeignGraph) -> None:
    relations = {edge.name: edge for edge in document.edges if edge.kind in _POLARITIES}
    premises = {name: [edge.start] for name, edge in relations.items()}
    added = {edge.name: edge for edge in document.edges if edge.kind == _MORE}
    for edge in added.values():
        end, steps = edge.end, 0
        while end in added and steps < len(added):
            end, steps = added[end].end, steps + 1
        if end not in premises:
            message = f"there is no relation {quoted(end)} to which a premise can be added"
            graph.log.report(Fault.UNKNOWN_REFERENCE, edge.span, message)
            continue
        premises[end].append(edge.start)
    for name, edge in relations.items():
        graph.argument(
            name,
            premises[name],
            edge.end,
            edge.span,
            polarity=_POLARITIES[edge.kind],
            scheme=_SCHEMES.get(edge.kind),
        )


def _in_words(topic: str | None) -> str | None:
    return topic.replace("_", " ").strip().capitalize() or None if topic else None


def _stance(document: _Document) -> str | None:
    return f"The text argues {document.stance}." if document.stance else None
