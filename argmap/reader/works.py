"""The works that a map describes, and where its claims cite them."""

import posixpath
from collections.abc import Iterable, Mapping

from argmap.diagnostics import Related
from argmap.document import Mapping as MappingNode
from argmap.document import Node, Scalar
from argmap.document.rewriting import respelt
from argmap.faults import Fault, FaultLog, quoted
from argmap.grammar import CITATION, SOURCE
from argmap.kinds.identifier import Identifier
from argmap.kinds.kind import called
from argmap.model import Citation, Source
from argmap.reader.fields import Fields, fields_of
from argmap.reader.map_file import MapFile
from argmap.suggestions import did_you_mean

_DESCRIBE = "\n".join(
    (
        "move it there, under a key, and write the key here:",
        "sources:",
        "  smith2020:",
        "    title: …",
        "source: smith2020",
    )
)


class Works:
    """Knows the keys of all works while citations are read, and the ways to included files."""

    def __init__(self, ways: Mapping[str, str], log: FaultLog) -> None:
        """Start with no work known."""
        self._ways = ways
        self._log = log
        self._known: set[str] = set()

    def sources(self, files: Iterable[MapFile]) -> tuple[Source, ...]:
        """Return the sources of all files, and know their keys from now on."""
        found: dict[str, Source] = {}
        for entry in (entry for file in files for entry in file.fields.entries("sources")):
            if not isinstance(entry.value, MappingNode):
                continue
            source = self._source(entry.key, entry.value)
            known = found.setdefault(source.id, source)
            if known != source and known.span is not None:
                message = f"the source {quoted(source.id)} is described in another way elsewhere"
                related = (Related(known.span, "here"),)
                advice = "describe it alike in both files, or give one of them another key"
                self._log.report(
                    Fault.DUPLICATE_ID, entry.key.span, message, related=related, help=advice
                )
        self._known.update(found)
        return tuple(found.values())

    def _source(self, key: Scalar, described: MappingNode) -> Source:
        own = fields_of(described, SOURCE, log=self._log, called=key.value)
        names = ("title", "container", "publisher", "year", "url", "file", "note")
        texts = {name: own.text(name) for name in names}
        way = self._ways.get(key.span.file)
        if way and texts["file"]:
            texts["file"] = posixpath.normpath(posixpath.join(way, texts["file"]))
        span = key.span.to(described.span)
        return Source(key.value, authors=own.texts("author"), span=span, **texts)

    def citations(self, fields: Fields) -> tuple[Citation, ...]:
        """Return the citations under `source`."""
        found = (self._citation(item) for item in fields.items("source"))
        return tuple(citation for citation in found if citation is not None)

    def _citation(self, node: Node) -> Citation | None:
        if isinstance(node, MappingNode):
            if node.get("ref") is None and any(SOURCE.field(e.key.value) for e in node.entries):
                message = "a source is described under “sources”, not where it is cited"
                self._log.report(Fault.MISSING_TEXT, node.span, message, help=_DESCRIBE)
                return None
            fields = fields_of(node, CITATION, log=self._log)
            key = fields.scalar("ref")
            at, quote, at_span = fields.text("at"), fields.text("quote"), fields.span_of("at")
        elif isinstance(node, Scalar):
            key = Identifier("a source").checked(node, "source", log=self._log)
            at = quote = at_span = None
        else:
            message = f"a citation should be the key of a source, not {called(node)}"
            self._log.report(Fault.WRONG_KIND, node.span, message)
            return None
        if key is None:
            return None
        if key.value not in self._known:
            hint = did_you_mean(key.value, self._known)
            advice = None if hint else "describe the source under “sources” at the top of the map"
            message = f"no source {quoted(key.value)}{hint}"
            fix = respelt(key, self._known)
            self._log.report(Fault.UNKNOWN_SOURCE, key.span, message, help=advice, fix=fix)
            return None
        return Citation(key.value, at, quote, span=node.span, at_span=at_span)
