"""The works in bibliographies that a text can cite: offered by key, told of, and led to."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.bibliographies.library import Library
from argmap.bibliographies.opening import UnusableError, library_of
from argmap.drawing.citing import short_name
from argmap.lsp.documents import OpenText
from argmap.model import Source
from argmap.project import folder_of
from argmap.source import Span
from argmap.values import canonical

# An editor asks again while one goes on typing.
MOST_OFFERED = 200


class Work(NamedTuple):
    """A work that a bibliography has: its key, what it is, and where it is written."""

    key: str
    source: Source
    place: Span


def names_works(document: OpenText) -> bool:
    """Return whether a text names a bibliography that can be read."""
    return next(_libraries(document), None) is not None


def works_like(document: OpenText, typed: str) -> Iterator[Work]:
    """Yield the works whose key, or whatever their entry says, has the words that are typed."""
    left = MOST_OFFERED
    for name, library in _libraries(document):
        for key in library.like(typed):
            work = _work(name, library, key)
            if work is not None:
                yield work
                left -= 1
            if not left:
                return


def work_at(document: OpenText, key: str) -> Work | None:
    """Return the work that is cited by a key, None where the text describes it, or nothing has."""
    key = canonical(key)
    for name, library in _libraries(document):
        if key in library:
            return _work(name, library, key)
    return None


def told_of(source: Source) -> str:
    """Return a work in a line: author, year and title."""
    return ". ".join(dict.fromkeys(filter(None, (short_name(source), source.title))))


def _work(name: str, library: Library, key: str) -> Work | None:
    source = library.described(key).source
    return Work(key, source, library.places[key].span(name)) if source else None


def _libraries(document: OpenText) -> Iterator[tuple[str, Library]]:
    """Yield the bibliographies that the text itself names, with what they are called."""
    fields = document.written.fields
    if fields is None or document.path is None:
        return
    folder = folder_of(document.path)
    for named in fields.scalars("bibliography"):
        name = folder.called(named.value)
        text = document.reading.included.get(name)
        if text:
            try:
                yield name, library_of(named.value, text)
            except UnusableError:
                # It is a finding.
                continue
