"""A document → the same with the new ids of a map where its places name claims by their ids."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from argmap.document.reading import read_file
from argmap.embed.documents.document import decoded
from argmap.embed.documents.fences import words_in
from argmap.embed.documents.marked_places import words_of_markers
from argmap.embed.documents.syntaxes import Stretch, syntax_of
from argmap.embed.library import Library
from argmap.embed.options import NAMING, OptionError, request_of
from argmap.errors import ArgmapError
from argmap.faults import FaultLog
from argmap.settings.words import words_of
from argmap.values import canonical

LARGEST = 64 * 1024 * 1024
# The first line of a block of code, of a directive of MyST, and of one of reStructuredText.
_BLOCK = re.compile(
    r"^[ \t>]*(?:`{3,}|~{3,}|:{3,})(?P<info>[^\r\n`]*argmap[^\r\n`]*)", re.MULTILINE
)
_DIRECTIVE = re.compile(
    r"^[ \t>]*(?:\.\.[ \t]+argmap::|(?:`{3,}|:{3,})\{argmap\})[ \t]+(?P<map>[^\r\n]+?)[ \t]*$",
    re.MULTILINE,
)
_IN_NOTEBOOK = re.compile(r"<!--\s*argmap:(?!:)(?P<words>[^<>\"]*)-->")
_OPTION = re.compile(r"\r?\n[ \t>]*:(?P<name>[\w-]+):[ \t]*(?P<value>[^\r\n]*)")
_VALUE = re.compile(r"(?P<name>[\w-]+)=(?P<value>[^\s\"'}]+|\"[^\"]*\"|'[^']*')")
_ID = re.compile(r"[^\s,\"'}]+")


class RenamedDocument(NamedTuple):
    """A document whose places name claims by other ids now; `places` is how many do."""

    path: Path
    old: bytes
    new: bytes
    places: int


class NamedId(NamedTuple):
    """An id that a document writes in the option of a place which shows a map, from `start` on.

    `place` is where the words of the place begin; all are offsets in the text.
    """

    place: int
    map_name: str
    option: str
    id: str
    start: int

    @property
    def end(self) -> int:
        """Return where the id ends."""
        return self.start + len(self.id)


def ids_in(text: str, path: Path) -> Iterator[NamedId]:
    """Yield the ids that the places of a document name, in no order that means anything."""
    for start, end in _stretches(text, path):
        line = text[start:end]
        map_name = _map_in(words_in(line) or tuple(word.text for word in words_of(line)))
        for found in _VALUE.finditer(text, start, end) if map_name else ():
            yield from _ids_of(found, start, str(map_name))
    for directive in _DIRECTIVE.finditer(text):
        map_name, place = _map_in((directive["map"],)), directive.end()
        while option := _OPTION.match(text, place):
            if map_name:
                yield from _ids_of(option, directive.start(), map_name)
            place = option.end()


def _stretches(text: str, path: Path) -> Iterator[Stretch]:
    """Yield where the words of a place stand."""
    syntax = syntax_of(path)
    if syntax is None:
        # A notebook, whose cells are texts of JSON.
        yield from (found.span("words") for found in _IN_NOTEBOOK.finditer(text))
    else:
        yield from words_of_markers(text, syntax, file=str(path))
    yield from (found.span("info") for found in _BLOCK.finditer(text))


def _map_in(words: tuple[str, ...]) -> str | None:
    try:
        return request_of(words).map_name
    except OptionError:
        return None


def _ids_of(found: re.Match[str], place: int, map_name: str) -> Iterator[NamedId]:
    if any(found["name"] in options for options in NAMING.values()):
        for one in _ID.finditer(found["value"]):
            start = found.start("value") + one.start()
            yield NamedId(place, map_name, found["name"], one.group(), start)


def renamed_documents(
    map_file: Path,
    of: str,
    ids: Mapping[str, str],
    *,
    library: Library,
    documents: Iterable[Path],
    texts: Mapping[Path, str] = MappingProxyType({}),
) -> Iterator[RenamedDocument]:
    """Yield those `documents` that name something of a map by its old id, and change.

    `of` says what the ids are of, as in `argmap.embed.options.NAMING`. `texts` take the place of
    what is in files, by where these really are. Documents that cannot be read are passed over.
    """
    options = NAMING.get(of, frozenset())
    home, name = map_file.resolve(), map_file.name.encode()
    for path in documents if options else ():
        try:
            own = texts.get(path.resolve()) if texts else None
            data = own.encode() if own is not None else _read(path)
        except ArgmapError:
            continue
        if name not in data or not any(one.encode() in data for one in ids):
            continue
        found = decoded(data, file=str(path), log=FaultLog())
        if found is not None:
            text, mark = found
            new, places = _changed(text, path, home, library, options, ids)
            if places:
                yield RenamedDocument(path, data, mark + new.encode(), places)


def _read(path: Path) -> bytes:
    return read_file(path, largest=LARGEST, only_regular=True)


def _changed(
    text: str,
    path: Path,
    home: Path,
    library: Library,
    options: frozenset[str],
    ids: Mapping[str, str],
) -> tuple[str, int]:
    """Return the changed text of a document, and how many of its places are others now."""
    named = {
        (one.start, one.end): one
        for one in ids_in(text, path)
        if one.option in options
        and canonical(one.id) in ids
        and _leads_to(home, one.map_name, path, library)
    }
    parts, end = [], 0
    for (start, stop), one in sorted(named.items()):
        parts += [text[end:start], ids[canonical(one.id)]]
        end = stop
    return "".join((*parts, text[end:])), len({one.place for one in named.values()})


def _leads_to(home: Path, name: str, document: Path, library: Library) -> bool:
    try:
        return library.path_of(name, document=document).resolve() == home
    except ArgmapError:
        return False
