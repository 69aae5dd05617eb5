"""A map as two tables, which CSV and GraphML share: nodes with what is said of them, and edges.

As in AIF, an argument is a node: edges lead from its premises to it, and from it to its target.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.formats.losses import Losses
from argmap.model import ArgumentMap

KEEPS = frozenset(
    {
        *(
            "map.theses",
            "map.sources",
            "claim.citations",
            "argument.citations",
            "claim.label",
            "claim.contradicts",
            "claim.status",
            "claim.credence",
        ),
        *("claim.given", "claim.standard", "claim.unstated", "claim.tags", "claim.group"),
        *("claim.link", "claim.note", "claim.question"),
        *("argument.label", "argument.scheme", "argument.strength", "argument.value"),
        *("argument.tags", "argument.note", "argument.question"),
    }
)
COLUMNS = (
    *("id", "kind", "text", "label", "thesis", "status", "credence", "scheme", "strength"),
    *("group", "tags", "link", "note", "question", "given", "standard", "unstated", "value"),
)
# Of sources, where there are any; the other columns have their title as the text, and their link.
SOURCE_COLUMNS = ("authors", "container", "publisher", "year", "file")
# What the id of a source begins with, as no other id does.
SOURCE = "source:"
# What would end a tag, or be lost at an end of it.
_SPECIAL = re.compile(r"[\\;]|\A\s|\s\Z")
Value = str | float


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one node to another: a `premise`, `support`, an `attack`, a `contradiction`.

    A `citation` leads to a source, with the place in it and its words.
    """

    source: str
    target: str
    relation: str
    at: str | None = None
    quote: str | None = None


def nodes_of(a_map: ArgumentMap) -> list[dict[str, Value]]:
    """Return what is said of each claim, argument and source, by columns.

    What is open is missing.
    """
    theses = set(a_map.theses)
    nodes: list[dict[str, Value | None]] = [
        {
            "id": claim.id,
            "kind": "claim",
            "text": claim.text,
            "label": claim.label,
            "thesis": "yes" if claim.id in theses else None,
            "status": claim.status.value if claim.status else None,
            "credence": claim.credence,
            "group": claim.group,
            "tags": _joined(claim.tags),
            "link": claim.link,
            "note": claim.note,
            "question": claim.question,
            "given": claim.given,
            "standard": claim.standard.value if claim.standard else None,
            "unstated": "yes" if claim.unstated else None,
        }
        for claim in a_map.claims
    ]
    nodes += (
        {
            "id": argument.id,
            "kind": "argument",
            "label": argument.label,
            "scheme": argument.scheme,
            "strength": argument.strength,
            "tags": _joined(argument.tags),
            "note": argument.note,
            "question": argument.question,
            "value": argument.value,
        }
        for argument in a_map.arguments
    )
    nodes += (
        {
            "id": f"{SOURCE}{source.id}",
            "kind": "source",
            "text": source.title,
            "link": source.url,
            "note": source.note,
            "authors": _joined(source.authors),
            "container": source.container,
            "publisher": source.publisher,
            "year": source.year,
            "file": source.file,
        }
        for source in a_map.sources
    )
    return [{name: value for name, value in n.items() if value is not None} for n in nodes]


def edges_of(a_map: ArgumentMap) -> list[Edge]:
    """Return the edges: of arguments in reading order, then contradictions, then citations."""
    edges = []
    for argument in a_map.arguments:
        premises = dict.fromkeys(argument.premises)
        edges += [Edge(premise, argument.id, "premise") for premise in premises]
        edges.append(Edge(argument.id, argument.target, argument.polarity.value))
    for claim in a_map.claims:
        others = dict.fromkeys(claim.contradicts)
        edges += [Edge(claim.id, other, "contradiction") for other in others]
    citing = [(claim.id, claim.citations) for claim in a_map.claims]
    citing += [(argument.id, argument.citations) for argument in a_map.arguments]
    edges += [
        Edge(name, f"{SOURCE}{cited.source}", "citation", cited.at, cited.quote)
        for name, citations in citing
        for cited in citations
    ]
    return edges


def tell_order(a_map: ArgumentMap, losses: Losses) -> None:
    """Tell where theses follow each other in another order than their rows."""
    theses = set(a_map.theses)
    if a_map.theses != tuple(one.id for one in a_map.claims if one.id in theses):
        losses.say("theses are in the order of their rows", a_map.span)


def _joined(tags: Iterable[str]) -> str | None:
    marked = (_SPECIAL.sub(lambda found: f"\\{found[0]}", tag) for tag in tags)
    return "; ".join(marked) or None
