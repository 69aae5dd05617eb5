"""ArgumentMap ↔ claims and arguments as two lists in JSON, which language models fill in.

`argmap schema --flat` prints the schema. A key that is `null` or missing says nothing.
"""

import re
from collections.abc import Iterable, Iterator

from argmap.diagnostics import Related
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
from argmap.model import STRENGTHS, ArgumentMap, Citation, Home, Polarity, Source, Status
from argmap.reader import Reading
from argmap.reader.away import home_of, report_argument
from argmap.reader.drafts import ClaimDraft
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
        "claim.home",
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
        # What is argued in other maps, by its id.
        self._away: dict[str, ClaimDraft] = {}

    def read(self, root: Mapping) -> ArgumentMap | None:
        """Return the map; None after a fault."""
        told = self._fields(root, FLAT_MAP)
        for source in self._records(told, "sources", FLAT_SOURCE):
            self._source(source)
        claims = list(self._records(told, "claims", FLAT_CLAIM))
        known = {name for claim in claims if (name := claim.text("id"))}
        self._away = {
            name: ClaimDraft(claim.text("text") or name, claim.span)
            for claim in claims
            if (name := claim.text("id")) and "home" in claim.nodes
        }
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
        node = _without_null(node)
        fields = fields_of(node, record, log=self._log)
        written = {entry.key.value for entry in node.entries}
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
            home=self._home(told),
            question=told.text("question"),
            note=told.text("note"),
            citations=self._citations(told),
        )
        for other in self._known(told.scalars("contradicts"), known, here=True):
            self._graph.contradiction(name, other)

    def _home(self, told: Fields) -> Home | None:
        """Return the map in which a claim is argued, if it is another one."""
        nodes = dict(told.nodes)
        home = nodes.get("home")
        if isinstance(home, Mapping):
            nodes["home"] = _without_null(home)
        # A list with nothing in it is how this notation says nothing.
        if not told.items("contradicts"):
            nodes.pop("contradicts", None)
        return home_of(Fields(nodes, told.span), log=self._log)

    def _argument(self, told: Fields, number: int) -> None:
        target, role, strength = told.text("target"), told.text("role"), told.text("strength")
        if target is None or role is None or not told.texts("premises"):
            return
        away = self._away.get(target)
        if away is not None:
            report_argument(target, away, Polarity(role), told.span, log=self._log)
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

    def _known(
        self, names: Iterable[Scalar], known: set[str], *, here: bool = False
    ) -> Iterator[str]:
        """Yield those ids that a claim has, one that is argued `here` if so; report the others."""
        for name in names:
            if here and name.value in self._away:
                message = (
                    f"{quoted(name.value)} is argued in another map, so nothing here contradicts it"
                )
                related = (Related(self._away[name.value].span, "it is at home here"),)
                self._log.report(Fault.ARGUED_ELSEWHERE, name.span, message, related=related)
            elif name.value in known:
                yield name.value
            else:
                near = did_you_mean(name.value, sorted(known)[:1000]) or ""
                message = f"there is no claim {quoted(name.value)}{near}"
                self._log.report(Fault.UNKNOWN_REFERENCE, name.span, message)


def _without_null(node: Mapping) -> Mapping:
    """Return an object with only those keys that say something."""
    return Mapping(tuple(one for one in node.entries if not _is_null(one.value)), node.span)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.value == "null"


def _span(fields: Fields, name: str) -> Span:
    return fields.span_of(name) or fields.span


def dumps(a_map: ArgumentMap) -> Writing:
    """Return the document of a map, which holds to the schema."""
    # Only then: nothing that reads a map needs what writes one.
    from argmap.formats.flat.writing import document_of

    losses = Losses(NOTATION)
    return Writing(document_of(kept(a_map, keeps=KEEPS, losses=losses)), losses.diagnostics())
