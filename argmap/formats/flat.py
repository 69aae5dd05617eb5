"""ArgumentMap ↔ claims and arguments as two lists in JSON, which language models fill in.

`argmap schema --flat` prints the schema. A key that is `null` or missing says nothing.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from argmap.document import Mapping, Node, Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.flat_grammar import (
    FLAT_ARGUMENT,
    FLAT_CITATION,
    FLAT_CLAIM,
    FLAT_MAP,
    FLAT_SOURCE,
    MARK,
)
from argmap.formats.carriers.decoding import read_text
from argmap.formats.carriers.json_document import parsed
from argmap.formats.carriers.json_tree import tree_of
from argmap.formats.graphs.reading import ForeignGraph
from argmap.formats.losses import Losses, Writing, kept
from argmap.grammar import VERSION
from argmap.kinds.record import Record
from argmap.kinds.truth import TRUE
from argmap.model import STRENGTHS, ArgumentMap, Citation, Polarity, Source, Status
from argmap.reader import Reading
from argmap.reader.fields import Fields, fields_of
from argmap.source import Span, at_start
from argmap.suggestions import did_you_mean

NOTATION = "Flat JSON"
KEEPS = frozenset(
    {
        "map.title",
        "map.description",
        "map.language",
        "map.theses",
        "map.sources",
        "claim.label",
        "claim.citations",
        "claim.contradicts",
        "claim.status",
        "claim.unstated",
        "claim.note",
        "claim.question",
        "argument.label",
        "argument.scheme",
        "argument.strength",
        "argument.citations",
        "argument.note",
        "argument.question",
    }
)
_START = re.compile(rf'\s*\{{[^{{}}]*"{MARK}"\s*:')


def recognises(text: str) -> bool:
    """Return whether a text seems to be a flat map: an object with the key `argmap-flat`."""
    return _START.match(text) is not None


def loads(text: str | bytes, *, file: str = "<text>") -> Reading:
    """Return the map of a document, or the faults that keep it from being one."""
    return read_text(text, file=file, read=_read)


def _read(text: str, file: str, log: FaultLog, losses: Losses) -> ArgumentMap | None:
    data = parsed(text, file=file, log=log)
    if log.diagnostics:
        return None
    root = tree_of(text, file=file, log=log) if isinstance(data, dict) else None
    if not isinstance(root, Mapping) or root.get(MARK) is None:
        message = f"this is not a flat map: it has no key {quoted(MARK)}"
        advice = f"begin the object with the key “{MARK}” and the value {VERSION}"
        log.report(Fault.NOT_A_MAP, at_start(file), message, help=advice)
        return None
    return _Reader(file, log, losses).read(root)


class _Reader:
    """Reads one document; lives as long as that takes."""

    def __init__(self, file: str, log: FaultLog, losses: Losses) -> None:
        self._log = log
        self._graph = ForeignGraph(file, log, losses)
        self._sources: dict[str, Source] = {}

    def read(self, root: Mapping) -> ArgumentMap | None:
        """Return the map; None after a fault."""
        told = self._fields(root, FLAT_MAP)
        for source in self._records(told, "sources", FLAT_SOURCE):
            self._source(source)
        claims = list(self._records(told, "claims", FLAT_CLAIM))
        known = {name for claim in claims if (name := claim.text("id"))}
        for claim in claims:
            self._claim(claim, known)
        for number, argument in enumerate(self._records(told, "arguments", FLAT_ARGUMENT)):
            self._argument(argument, number)
        theses = None
        if "theses" in told.nodes:
            theses = list(dict.fromkeys(self._known(told.scalars("theses"), known)))
        return self._graph.built(
            theses=theses,
            sources=tuple(self._sources.values()),
            title=told.text("title"),
            description=told.text("description"),
            language=told.text("language"),
        )

    def _fields(self, node: Mapping, record: Record) -> Fields:
        """Return what an object says, after reporting what it has to say and does not."""
        entries = [one for one in node.entries if not _is_null(one.value)]
        fields = fields_of(Mapping(tuple(entries), node.span), record, log=self._log)
        written = {entry.key.value for entry in entries}
        for field in record.fields:
            if field.required and field.name not in written:
                message = f"{record.noun} needs {quoted(field.name)}"
                self._log.report(Fault.MISSING_TEXT, node.span, message)
        return fields

    def _records(self, fields: Fields, name: str, record: Record) -> Iterator[Fields]:
        for item in fields.items(name):
            if isinstance(item, Mapping):
                yield self._fields(item, record)

    def _source(self, told: Fields) -> None:
        name = told.text("id")
        if name is None:
            return
        if name in self._sources:
            message = f"the source {quoted(name)} is there twice"
            self._log.report(Fault.DUPLICATE_ID, _span(told, "id"), message)
            return
        self._sources[name] = Source(
            name,
            title=told.text("title"),
            authors=told.texts("authors"),
            container=told.text("container"),
            publisher=told.text("publisher"),
            year=told.text("year"),
            url=told.text("url"),
            file=told.text("file"),
            note=told.text("note"),
            span=told.span,
        )

    def _claim(self, told: Fields, known: set[str]) -> None:
        name, status = told.text("id"), told.text("status")
        if name is None:
            return
        self._graph.claim(
            name,
            # Without a text it is there all the same for what names it.
            told.text("text") or name,
            told.span,
            wanted=name,
            label=told.text("label"),
            status=Status(status) if status else None,
            unstated=told.text("unstated") in TRUE,
            question=told.text("question"),
            note=told.text("note"),
            citations=self._citations(told),
        )
        for other in self._known(told.scalars("contradicts"), known):
            self._graph.contradiction(name, other)

    def _argument(self, told: Fields, number: int) -> None:
        target, role, strength = told.text("target"), told.text("role"), told.text("strength")
        if target is None or role is None or not told.texts("premises"):
            return
        given = told.text("id")
        self._graph.argument(
            # No id has a blank.
            given or f"argument {number + 1}",
            told.texts("premises"),
            target,
            told.span,
            polarity=Polarity(role),
            wanted=given,
            label=told.text("label"),
            scheme=told.text("scheme"),
            strength=None if strength is None else STRENGTHS.get(strength) or float(strength),
            question=told.text("question"),
            note=told.text("note"),
            citations=self._citations(told),
        )

    def _citations(self, told: Fields) -> tuple[Citation, ...]:
        found = []
        for cited in self._records(told, "sources", FLAT_CITATION):
            name = cited.text("source")
            if name is None:
                continue
            if name not in self._sources:
                message = f"no source {quoted(name)}{did_you_mean(name, list(self._sources)) or ''}"
                self._log.report(Fault.UNKNOWN_SOURCE, _span(cited, "source"), message)
                continue
            at, quote = cited.text("at"), cited.text("quote")
            place = cited.span_of("at")
            found.append(Citation(name, at, quote, span=cited.span, at_span=place))
        return tuple(found)

    def _known(self, names: Iterable[Scalar], known: set[str]) -> Iterator[str]:
        """Yield those ids that a claim has; report the others."""
        for name in names:
            if name.value in known:
                yield name.value
            else:
                near = did_you_mean(name.value, sorted(known)[:1000]) or ""
                message = f"there is no claim {quoted(name.value)}{near}"
                self._log.report(Fault.UNKNOWN_REFERENCE, name.span, message)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.value == "null"


def _span(fields: Fields, name: str) -> Span:
    return fields.span_of(name) or fields.span


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the document of a map, which holds to the schema."""
    losses = Losses(NOTATION)
    a_map = kept(a_map, keeps=KEEPS, losses=losses)
    document = {
        MARK: int(VERSION),
        "title": a_map.title,
        "description": a_map.description,
        "language": a_map.language,
        "sources": [_written_source(source) for source in a_map.sources],
        "theses": list(a_map.theses),
        "claims": [
            {
                "id": claim.id,
                "text": claim.text,
                "label": claim.label,
                "status": claim.status and claim.status.value,
                "unstated": claim.unstated,
                "question": claim.question,
                "note": claim.note,
                "contradicts": list(claim.contradicts),
                "sources": _cited(claim.citations),
            }
            for claim in a_map.claims
        ],
        "arguments": [
            {
                "id": argument.id,
                "premises": list(argument.premises),
                "role": argument.polarity.value,
                "target": argument.target,
                "label": argument.label,
                "scheme": argument.scheme,
                "strength": _strength(argument.strength),
                "question": argument.question,
                "note": argument.note,
                "sources": _cited(argument.citations),
            }
            for argument in a_map.arguments
        ],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return Writing(text, losses.diagnostics())


def _written_source(source: Source) -> dict[str, Any]:
    names = ("title", "container", "publisher", "year", "url", "file", "note")
    others = {name: getattr(source, name) for name in names}
    return {"id": source.id, "authors": list(source.authors), **others}


def _cited(citations: Iterable[Citation]) -> list[dict[str, str | None]]:
    return [{"source": one.source, "at": one.at, "quote": one.quote} for one in citations]


def _strength(strength: float | None) -> str | float | None:
    words = {value: word for word, value in STRENGTHS.items()}
    return None if strength is None else words.get(strength, strength)
