"""How works are cited, by author and year, and the small line at the foot of a box that does so.

The style is that of author-year citations: two authors are both named, of more the first; works
of the same authors and year are told apart by letters, and one without a year says so. The name of
an author ends with the family, or begins with it before a comma; a name in braces is one of an
institution, and stays whole.
"""

import re
from collections.abc import Iterable, Mapping

from argmap.languages.english import WORDS as ENGLISH
from argmap.languages.words import Words
from argmap.model import Citation, Source

PARTICLES = frozenset(
    ("al", "bin", "da", "de", "del", "della", "der", "di", "du", "ibn", "la", "le", "van", "von")
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def short_names(sources: Iterable[Source], words: Words = ENGLISH) -> Mapping[str, str]:
    """Return what a reader calls each source, by its id: author and year, else title, else key.

    Works of the same authors and year get a letter, in their order: `Smith 2020a`.
    """
    works = tuple(sources)
    alike: dict[tuple[str, str], list[Source]] = {}
    names: dict[str, str] = {}
    for source in works:
        author = _short_authors(source.authors, words)
        if author is None:
            names[source.id] = source.title or source.id
        else:
            alike.setdefault((author, source.year or words.no_year), []).append(source)
    for (author, year), same in alike.items():
        between = "-" if year == words.no_year else ""
        for number, source in enumerate(same):
            letter = f"{between}{_letters(number)}" if len(same) > 1 else ""
            names[source.id] = f"{author} {year}{letter}"
    return {source.id: names[source.id] for source in works}


def short_name(source: Source, words: Words = ENGLISH) -> str:
    """Return what a reader calls a source that stands alone."""
    return short_names((source,), words)[source.id]


def full_names(source: Source) -> tuple[str, ...]:
    """Return the names of the authors as a list of works has them, without braces.

    Among several the given name stands first, as commas stand between them.
    """
    names = tuple(_without_braces(author) for author in source.authors)
    if len(names) == 1:
        return names
    return tuple(
        _given_first(name) if name == written else name
        for name, written in zip(names, source.authors, strict=True)
    )


def _given_first(name: str) -> str:
    family, _, given = (part.strip() for part in name.partition(","))
    is_person = family and given and "," not in given and not _is_institution(name)
    return f"{given} {family}" if is_person else name


def citing_line(citations: Iterable[Citation], *, names: Mapping[str, str], full: bool) -> str:
    """Return the citations in one line, such as `Baunov 2022, ¶3, ¶5`.

    `names` are those of all sources of the map. Unless `full`, a citation with a locator leaves
    out the source: there is only one in the map.
    """
    locators: dict[str, list[str]] = {}
    for citation in citations:
        known = locators.setdefault(citation.source, [])
        if citation.at and citation.at not in known:
            known.append(citation.at)
    parts = []
    for key, found in locators.items():
        name = [names[key]] if full or not found else []
        parts.append(", ".join([*name, *found]))
    return "; ".join(parts)


def _letters(number: int) -> str:
    """Return a, b … z, aa, ab and so on."""
    found = _LETTERS[number % 26]
    return found if number < 26 else _letters(number // 26 - 1) + found


def _short_authors(authors: tuple[str, ...], words: Words) -> str | None:
    names = tuple(_family_name(author) for author in authors)
    if not names:
        return None
    return words.listed(names) if len(names) <= 2 else f"{names[0]} {words.and_others}"


def _without_braces(author: str) -> str:
    whole = author.strip()
    return whole[1:-1].strip() or whole if whole.startswith("{") and whole.endswith("}") else author


def _family_name(author: str) -> str:
    whole = _without_braces(author)
    if whole != author:
        return whole
    if "," in author:
        return author.partition(",")[0].strip()
    if _is_institution(author):
        return author
    words = author.split()
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first:])


def _is_institution(author: str) -> bool:
    """Return whether a name looks like no person’s: long, with a small word or a number in it."""
    words = author.split()
    small = any(word[0].islower() and word not in PARTICLES for word in words)
    return len(words) > 4 or small or re.search(r"\d", author) is not None
