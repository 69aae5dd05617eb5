"""ArgumentMap → claims and arguments as two lists in JSON."""

import json
from collections.abc import Iterable
from typing import Any

from argmap.flat_grammar import MARK
from argmap.grammar import VERSION
from argmap.model import STRENGTHS, ArgumentMap, Citation, Source


def document_of(a_map: ArgumentMap) -> str:
    """Return the document of a map that has nothing but what the notation keeps."""
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
                "status": None if claim.home else claim.status and claim.status.value,
                "unstated": claim.unstated,
                "home": claim.home and {"map": claim.home.map, "verdict": claim.home.verdict},
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
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _written_source(source: Source) -> dict[str, Any]:
    names = ("title", "container", "publisher", "year", "url", "file", "note")
    others = {name: getattr(source, name) for name in names}
    return {"id": source.id, "authors": list(source.authors), **others}


def _cited(citations: Iterable[Citation]) -> list[dict[str, str | None]]:
    return [{"source": one.source, "at": one.at, "quote": one.quote} for one in citations]


def _strength(strength: float | None) -> str | float | None:
    words = {value: word for word, value in STRENGTHS.items()}
    return None if strength is None else words.get(strength, strength)
