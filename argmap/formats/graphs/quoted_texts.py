"""Texts that claims are taken from, as graphs keep them: resources ↔ sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.faults import FaultLog
from argmap.formats.carriers.texts import held
from argmap.formats.graphs.reading import says_something
from argmap.formats.losses import Losses
from argmap.identifiers import Names
from argmap.model import Citation, Claim, Source
from argmap.source import Span
from argmap.values import is_link, is_shown, one_line

_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Resource:
    """A text under a foreign name; `origin` is where it is from, an address or words.

    `id` is the one that a map has given to it.
    """

    name: str
    text: str
    span: Span
    title: str | None = None
    origin: str | None = None
    id: str | None = None


def sources_of(
    resources: Iterable[Resource], losses: Losses, log: FaultLog
) -> Mapping[str, Source]:
    """Return a source for each resource, by its foreign name; its text is told as lost."""
    by_name = {one.name: one for one in resources}
    given: dict[str, str] = {}
    for one in by_name.values():
        wanted = one.id or one.name
        if says_something(wanted) and wanted not in given:
            given[wanted] = one.name
    names = Names(given)
    ids = {name: id for id, name in given.items()}
    sources = {}
    for one in by_name.values():
        title = held(_title(one), "title", one.span, log)
        id = ids.get(one.name) or names.claim(None, title or "source")
        origin = held(one.origin, "origin", one.span, log)
        linked = origin is not None and is_link(origin, relative=False)
        sources[one.name] = Source(
            id,
            title=title,
            url=origin if linked else None,
            container=None if linked else origin,
            span=one.span,
        )
        if one.title and is_shown(one.text):
            losses.drop("texts of sources", "source", one.span)
    return sources


def _title(resource: Resource) -> str | None:
    if resource.title:
        return resource.title
    words = one_line(resource.text)
    if not is_shown(words):
        return None
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"


def citation_of(source: Source, quote: object, span: Span, log: FaultLog) -> Citation:
    """Return a citation of a source with the words that are quoted from it, if they are any."""
    words = held(quote, "quotation", span, log) if isinstance(quote, str) else None
    return Citation(source.id, quote=words)


def tell_what_sources_lose(sources: Iterable[Source], losses: Losses) -> None:
    """Tally what a resource with a title and an origin cannot hold of each source."""
    for source in sources:
        lost = {
            "authors": source.authors,
            "publishers": source.publisher,
            "years": source.year,
            "files": source.file,
            "notes": source.note,
            "containers beside an address": source.url and source.container,
        }
        for what in (what for what, value in lost.items() if value):
            losses.drop(what, "source", source.span)


def single_citation(claim: Claim, losses: Losses) -> Citation | None:
    """Return the first citation of a claim; tally the others, and the locator."""
    for citation in claim.citations[1:]:
        losses.drop("second citation of a claim", "claim", citation.span)
    first = next(iter(claim.citations), None)
    if first is not None and first.at is not None:
        losses.drop("locators", "claim", first.span)
    return first
