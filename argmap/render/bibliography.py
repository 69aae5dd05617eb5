"""What a map cites, as the lines of a bibliography and who cites it."""

from argmap.model import Argument, ArgumentMap, Citation, Claim, Source
from argmap.values import ends_sentence


def cited(a_map: ArgumentMap) -> dict[str, list[tuple[Claim | Argument, Citation]]]:
    """Return by source, in the order of the map, what cites it and how; every source is there."""
    found: dict[str, list[tuple[Claim | Argument, Citation]]] = {s.id: [] for s in a_map.sources}
    nodes: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    for node in nodes:
        for citation in node.citations:
            found[citation.source].append((node, citation))
    return found


def published(source: Source) -> str:
    """Return where and when a work came out, such as `Carnegie Moscow Center, 2022`."""
    return ", ".join(filter(None, (source.container, source.publisher, source.year)))


def sentence(words: str) -> str:
    """Return the words with a full stop, unless they end a sentence by themselves."""
    return words if ends_sentence(words) else f"{words}."
