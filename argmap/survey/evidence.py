"""The evidence of a map: every citation with what cites it, and whether its words are there."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from argmap.checks import quote_not_found, wrong_locator
from argmap.checks.language.passages import Passages, passages_of
from argmap.checks.rule import SourceText
from argmap.model import Argument, ArgumentMap, Citation, Claim, Source


class Finding(StrEnum):
    """What looking a citation up in the text of its source has shown."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    WRONG_PLACE = "wrong-place"
    NO_TEXT = "no-text"
    NO_QUOTE = "no-quote"


@dataclass(frozen=True, slots=True)
class Piece:
    """One citation, the ids of the claims and arguments that have it, and what was found.

    `remark` says what is wrong where something is.
    """

    citation: Citation
    bearers: tuple[str, ...]
    finding: Finding
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a map takes from one source; `unread` is why its file could not be read, if it has one.

    Pieces are in the order of the map.
    """

    source: Source
    pieces: tuple[Piece, ...]
    has_text: bool = False
    unread: str | None = None


def evidence(a_map: ArgumentMap, texts: Mapping[str, SourceText]) -> tuple[Evidence, ...]:
    """Return what the map takes from each of its sources, in their order.

    `texts` are those of sources by key; a source without one is not looked up.
    """
    bearers: dict[str, dict[Citation, list[str]]] = {source.id: {} for source in a_map.sources}
    nodes: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    for node in nodes:
        for citation in dict.fromkeys(node.citations):
            bearers[citation.source].setdefault(citation, []).append(node.id)
    found = []
    for source in a_map.sources:
        text = texts.get(source.id, SourceText(None))
        passages = passages_of(text.text) if text.text is not None else None
        pieces = (
            _piece(one, tuple(ids), passages, text) for one, ids in bearers[source.id].items()
        )
        found.append(Evidence(source, tuple(pieces), passages is not None, text.reason))
    return tuple(found)


def _piece(
    citation: Citation, bearers: tuple[str, ...], passages: Passages | None, text: SourceText
) -> Piece:
    complaint = quote_not_found.complaint_on(citation, passages)
    if complaint:
        return Piece(citation, bearers, Finding.NOT_FOUND, "; ".join(complaint))
    complaint = wrong_locator.complaint_on(citation, passages, text)
    if complaint:
        return Piece(citation, bearers, Finding.WRONG_PLACE, "; ".join(complaint))
    if citation.quote is None:
        return Piece(citation, bearers, Finding.NO_QUOTE)
    return Piece(citation, bearers, Finding.NO_TEXT if passages is None else Finding.FOUND)
