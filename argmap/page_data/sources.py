"""What a map cites as data: its bibliography, and who cites what."""

from collections.abc import Iterator

from argmap.drawing.citing import full_names, short_names
from argmap.languages.words import Words
from argmap.model import Argument, ArgumentMap, Claim


def bibliography(a_map: ArgumentMap, words: Words) -> Iterator[dict[str, object]]:
    """Yield the sources of a map, each with its short name and the ids of what cites it."""
    cited_by: dict[str, dict[str, None]] = {source.id: {} for source in a_map.sources}
    nodes: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    for node in nodes:
        for citation in node.citations:
            cited_by[citation.source][node.id] = None
    names = short_names(a_map.sources, words)
    for source in a_map.sources:
        yield {
            "id": source.id,
            "name": names[source.id],
            "title": source.title,
            "authors": list(full_names(source)),
            "container": source.container,
            "publisher": source.publisher,
            "year": source.year,
            "url": source.url,
            "note": source.note,
            "cited_by": list(cited_by[source.id]),
        }


def citations(node: Claim | Argument) -> list[dict[str, str | None]]:
    """Return what a claim or an argument cites: the source, the place in it, its words."""
    return [{"source": one.source, "at": one.at, "quote": one.quote} for one in node.citations]
