"""What a file of a bibliography holds: entries by the keys under which they are cited."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.model import Source
from argmap.source import Position, Span
from argmap.values import canonical, is_id, is_link, printable

_NO_PART_OF_AN_ID = re.compile(r"[^\w.-]+")


class Place(NamedTuple):
    """Where something is written in the text of a file: its line, its column and its length."""

    line: int
    column: int = 1
    length: int = 0

    def span(self, file: str) -> Span:
        """Return the place in a file of that name."""
        start = Position(self.line, self.column)
        return Span(file, start, start._replace(column=self.column + self.length))


class Defect(NamedTuple):
    """Something in a bibliography that cannot be used; `other` is what it collides with."""

    place: Place
    message: str
    help: str | None = None
    other: Place | None = None


class Described(NamedTuple):
    """The source that an entry makes, None where it makes none, and what is wrong with it."""

    source: Source | None
    defects: tuple[Defect, ...] = ()


@dataclass
class Library(ABC):
    """The entries of one file by the keys that cite them, and what could not be read of it.

    An entry becomes a source when somebody asks for it: a map cites few of the many there are.
    What was found out is kept, and depends on nothing but the text.
    """

    places: Mapping[str, Place]
    defects: tuple[Defect, ...] = ()
    _described: dict[str, Described] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        """Return whether there is an entry with that key."""
        return key in self.places

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of all entries, in the order of the file."""
        return iter(self.places)

    def described(self, key: str) -> Described:
        """Return the source that an entry makes."""
        found = self._described.get(key)
        if found is None:
            found = self._described[key] = self._describe(key)
        return found

    def like(self, typed: str) -> Iterator[str]:
        """Yield the keys of entries that have what is typed: first those whose key begins so."""
        wanted = typed.casefold()
        first = [key for key in self.places if key.casefold().startswith(wanted)]
        yield from first
        known = frozenset(first)
        for key in self.places:
            if key not in known and (wanted in key.casefold() or wanted in self._raw(key)):
                yield key

    @abstractmethod
    def _raw(self, key: str) -> str:
        """Return everything that an entry says, as it is written but in small letters."""

    @abstractmethod
    def _describe(self, key: str) -> Described:
        """Return the source that an entry makes."""


def citable(key: str) -> str | None:
    """Return the id by which a map cites the entry with that key, None where it makes none.

    Signs that an id cannot have become hyphens, so that `DBLP:conf/x` is `DBLP-conf-x`.
    """
    name = _NO_PART_OF_AN_ID.sub("-", canonical(key.strip())).strip("-")
    return name if is_id(name) else None


def made(key: str, texts: Mapping[str, str | None], authors: tuple[str, ...]) -> Source:
    """Return the source with these texts, without those that a map cannot hold."""
    held = {name: _held(text) for name, text in texts.items()}
    url = texts.get("url")
    return Source(
        key,
        title=held.get("title"),
        authors=tuple(one for one in map(_held, authors) if one),
        container=held.get("container"),
        publisher=held.get("publisher"),
        year=held.get("year"),
        url=url if url is not None and is_link(url, relative=False) else None,
        note=held.get("note"),
    )


def _held(text: str | None) -> str | None:
    """Return a text as a map holds it, on one line; None where it shows nothing."""
    shown = printable(" ".join(text.split())) if text else ""
    return shown or None


def volume_of(
    container: str | None, *, volume: str | None, number: str | None, pages: str | None
) -> str | None:
    """Return where a work appeared, such as `Nature 12(3), 45–67`; None where nothing tells."""
    if not container:
        return None
    issue = f"({number})" if volume and number else number or ""
    found = " ".join(filter(None, (container, f"{volume or ''}{issue}")))
    return f"{found}, {pages}" if pages else found
