"""The small line at the foot of a box: what a claim cites, as short as it stays clear."""

import re
from collections.abc import Iterable, Mapping

from argmap.languages.english import WORDS as ENGLISH
from argmap.languages.words import Words
from argmap.model import Citation, Source

PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "della", "der", "di", "du", "ibn", "la", "le", "van", "von")
)


def short_name(source: Source, words: Words = ENGLISH) -> str:
    """Return what a reader calls a source: author and year, else title, else its key."""
    author = _short_authors(source.authors, words)
    name = author or source.title or source.id
    return f"{name} {source.year}" if source.year and author else name


def citing_line(
    citations: Iterable[Citation],
    *,
    sources: Mapping[str, Source],
    full: bool,
    words: Words = ENGLISH,
) -> str:
    """Return the citations in one line, such as `Baunov 2022, ¶3, ¶5`.

    Unless `full`, a citation with a locator leaves out the source: there is only one in the map.
    """
    locators: dict[str, list[str]] = {}
    for citation in citations:
        known = locators.setdefault(citation.source, [])
        if citation.at and citation.at not in known:
            known.append(citation.at)
    parts = []
    for key, found in locators.items():
        names = [short_name(sources[key], words)] if full or not found else []
        parts.append(", ".join([*names, *found]))
    return "; ".join(parts)


def _short_authors(authors: tuple[str, ...], words: Words) -> str | None:
    names = tuple(_family_name(author) for author in authors)
    if not names:
        return None
    return words.listed(names) if len(names) <= 2 else f"{names[0]} {words.and_others}"


def _family_name(author: str) -> str:
    if "," in author:
        return author.partition(",")[0].strip()
    words = author.split()
    institution = len(words) > 4 or any(
        word[0].islower() and word not in PARTICLES for word in words
    )
    if institution or re.search(r"\d", author):
        return author
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first:])
