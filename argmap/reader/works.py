"""The works that a map describes, and where its claims cite them."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING

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
from argmap.reader.scopes import Scopes
from argmap.reader.work_keys import WorkKeys
from argmap.suggestions import did_you_mean

if TYPE_CHECKING:
    from argmap.reader.bibliographies import Bibliographies

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

    def __init__(
        self,
        ways: Mapping[str, str],
        log: FaultLog,
        scopes: Scopes | None = None,
        bibliographies: "Bibliographies | None" = None,
    ) -> None:
        """Start with no work known; what is not described may be in `bibliographies`."""
        self._bibliographies = bibliographies
        self.keys = WorkKeys(scopes=scopes)
        self._ways = ways
        self._log = log
        # By the keys of the whole map.
        self._known: dict[str, Source] = {}

    def add(self, files: Iterable[MapFile]) -> None:
        """Know the keys of the sources that the files describe."""
        for entry in (entry for file in files for entry in file.fields.entries("sources")):
            if isinstance(entry.value, MappingNode):
                self._add(self._source(entry.key, entry.value), entry.key)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the sources that are described, and those from bibliographies that are cited."""
        return tuple(self._known.values())

    def _add(self, source: Source, key: Scalar) -> None:
        """Know a source, unless it is known already; report another one with its key."""
        prefix = self.keys.prefix_in(key.span.file)
        alike = self._known.get(source.id)
        if prefix and alike == source:
            self.keys.add(key, source.id, known_as=prefix + source.id)
            return
        own = replace(source, id=prefix + source.id)
        known = self._known.setdefault(own.id, own)
        self.keys.add(key, own.id)
        if known != own and known.span is not None:
            message = f"the source {quoted(source.id)} is described in another way elsewhere"
            related = (Related(known.span, "here"),)
            advice = "describe it alike in both files, or give one of them another key"
            self._log.report(Fault.DUPLICATE_ID, key.span, message, related=related, help=advice)

    def _source(self, key: Scalar, described: MappingNode) -> Source:
        own = fields_of(described, SOURCE, log=self._log, called=key.value)
        names = ("title", "container", "publisher", "year", "url", "file", "note")
        texts = {name: own.text(name) for name in names}
        way = self._ways.get(key.span.file)
        if way and texts["file"]:
            texts["file"] = posixpath.normpath(posixpath.join(way, texts["file"]))
        span = key.span.to(described.span)
        source = Source(key.value, authors=own.texts("author"), span=span, **texts)
        return source if source.authors or source.title else self._completed(source, key)

    def _completed(self, source: Source, key: Scalar) -> Source:
        """Return a source that describes no work with what a bibliography says of the work."""
        if self._bibliographies is None:
            return source
        found = self._bibliographies.source(self.keys.prefix_in(key.span.file) + source.id)
        if found is None:
            return source
        own = {f.name: getattr(source, f.name) for f in fields(source) if f.name != "authors"}
        return replace(found, **{name: value for name, value in own.items() if value is not None})

    def _meaning(self, key: Scalar) -> str | None:
        """Return the key in the whole map of a source that is cited; None where there is none."""
        file = key.span.file
        return self.keys.meaning(file, key.value) or self._looked_up(file, key.value)

    def _looked_up(self, file: str, name: str) -> str | None:
        """Return the key of a source that a bibliography has by a name, and know it."""
        if self._bibliographies is None:
            return None
        for id in self.keys.meanings(file, name):
            source = self._bibliographies.source(id)
            if source is not None:
                self._known.setdefault(source.id, source)
                self.keys.add_elsewhere(source.id, known_as=id)
                return source.id
        return None

    def _known_in(self, file: str) -> Iterable[str]:
        further = self._bibliographies
        keys = further.keys_in(self.keys.prefix_in(file)) if further else ()
        return (*self.keys.known_in(file), *keys)

    def citations(self, bearer: Fields) -> tuple[Citation, ...]:
        """Return the citations under `source`."""
        found = (self._citation(item) for item in bearer.items("source"))
        return tuple(citation for citation in found if citation is not None)

    def _citation(self, node: Node) -> Citation | None:
        if isinstance(node, MappingNode):
            if node.get("ref") is None and any(SOURCE.field(e.key.value) for e in node.entries):
                message = "a source is described under “sources”, not where it is cited"
                self._log.report(Fault.MISSING_TEXT, node.span, message, help=_DESCRIBE)
                return None
            own = fields_of(node, CITATION, log=self._log)
            key = own.scalar("ref")
            at, quote, at_span = own.text("at"), own.text("quote"), own.span_of("at")
        elif isinstance(node, Scalar):
            key = Identifier("a source").checked(node, "source", log=self._log)
            at = quote = at_span = None
        else:
            message = f"a citation should be the key of a source, not {called(node)}"
            self._log.report(Fault.WRONG_KIND, node.span, message)
            return None
        if key is None:
            return None
        named = self._meaning(key)
        if named is None:
            known = self._known_in(key.span.file)
            hint = did_you_mean(key.value, known)
            advice = None if hint else "describe the source under “sources” at the top of the map"
            message = f"no source {quoted(key.value)}{hint}"
            fix = respelt(key, known)
            self._log.report(Fault.UNKNOWN_SOURCE, key.span, message, help=advice, fix=fix)
            return None
        return Citation(named, at, quote, span=node.span, at_span=at_span)
