"""Sources and citations in tables: rows that describe the ones, lines that are the others."""

from collections.abc import Iterable, Mapping

from argmap.faults import FaultLog
from argmap.formats.carriers.texts import held
from argmap.formats.losses import Losses
from argmap.formats.tables.nodes import SOURCE
from argmap.formats.tables.tags import tags_in
from argmap.model import Citation, Source
from argmap.source import Span
from argmap.values import canonical, is_id, is_link, is_relative_path

# What is said of a line that leads to a source: the place in it, and its words.
CITED = ("at", "quote")
CITATION = "citation"


class SourceReader:
    """Gathers the sources and citations of one file; `taken` are the sources, by their ids."""

    def __init__(self, log: FaultLog, losses: Losses) -> None:
        """Begin with none."""
        self.taken: dict[str, Source] = {}
        self._citations: dict[str, list[tuple[Citation, Span]]] = {}
        self._log, self._losses = log, losses

    def take(self, name: str, said: Mapping[str, str], span: Span) -> None:
        """Add the source that a row describes."""
        id = canonical(name.removeprefix(SOURCE))
        if not is_id(id) or id in self.taken:
            self._losses.say("sources whose ids are none, or are there twice, are left out", span)
            return
        url, file = said.get("link"), said.get("file")
        if (url and not is_link(url, relative=False)) or (file and not is_relative_path(file)):
            told = "addresses and files of sources that no map can have are left out"
            self._losses.say(told, span)
        names = (held(one, "author", span, self._log) for one in tags_in(said.get("authors", "")))
        texts = {
            one: held(said.get(column), one, span, self._log)
            for one, column in (
                *(("title", "text"), ("container", "container"), ("publisher", "publisher")),
                *(("year", "year"), ("note", "note")),
            )
        }
        self.taken[id] = Source(
            id,
            authors=tuple(one for one in names if one is not None),
            url=url if url and is_link(url, relative=False) else None,
            file=file if file and is_relative_path(file) else None,
            span=span,
            **texts,
        )

    def cite(self, start: str, end: str, said: Mapping[str, str], span: Span) -> None:
        """Add the citation that a line is."""
        at, quote = (held(said.get(name), name, span, self._log) for name in CITED)
        cited = Citation(canonical(end.removeprefix(SOURCE)), at, quote, span=span)
        self._citations.setdefault(start, []).append((cited, span))

    def of(self, name: str) -> tuple[Citation, ...]:
        """Return what a claim or an argument cites; what is no source is told."""
        return tuple(self._known(self._citations.pop(name, ())))

    def tell_the_rest(self) -> None:
        """Tell of citations by what is no claim and no argument."""
        for found in self._citations.values():
            for _, span in found:
                told = "citations by what is no claim are left out"
                self._losses.say(told, span)

    def _known(self, found: Iterable[tuple[Citation, Span]]) -> Iterable[Citation]:
        for cited, span in found:
            if cited.source in self.taken:
                yield cited
            else:
                self._losses.say("citations of what is no source are left out", span)
