"""A document → the same with the new ids of a map where its places name claims by their ids."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.document.reading import read_file
from argmap.embed.documents.document import decoded
from argmap.embed.documents.fences import words_in
from argmap.embed.documents.marked_places import words_of_markers
from argmap.embed.documents.syntaxes import Stretch, syntax_of
from argmap.embed.documents.walking import documents_in
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


def renamed_documents(
    map_file: Path, of: str, ids: Mapping[str, str], *, library: Library
) -> Iterator[RenamedDocument]:
    """Yield the documents of a project that name something of a map by its old id, and change.

    `of` says what the ids are of, as in `argmap.embed.options.NAMING`. Documents that cannot be
    read are passed over.
    """
    options = NAMING.get(of, frozenset())
    home, name = map_file.resolve(), map_file.name.encode()
    for path in documents_in(library.project.root) if options else ():
        try:
            data = read_file(path, largest=LARGEST, only_regular=True)
        except ArgmapError:
            continue
        if name not in data or not any(one.encode() in data for one in ids):
            continue
        found = decoded(data, file=str(path), log=FaultLog())
        if found is not None:
            text, mark = found
            changes = _Changes(text, path, home, library, options, ids)
            if changes.places:
                yield RenamedDocument(path, data, mark + changes.text().encode(), changes.places)


class _Changes:
    """What changes in one document."""

    def __init__(
        self,
        text: str,
        path: Path,
        home: Path,
        library: Library,
        options: frozenset[str],
        ids: Mapping[str, str],
    ) -> None:
        self._text, self._path, self._home = text, path, home
        self._library, self._options, self._ids = library, options, ids
        self._parts: dict[Stretch, str] = {}
        self.places = sum(map(self._in_words, self._stretches()))
        self.places += sum(map(self._in_options, _DIRECTIVE.finditer(text)))

    def text(self) -> str:
        """Return the changed text."""
        parts, end = [], 0
        for (start, stop), new in sorted(self._parts.items()):
            parts += [self._text[end:start], new]
            end = stop
        return "".join((*parts, self._text[end:]))

    def _stretches(self) -> Iterator[Stretch]:
        """Yield where the words of a place stand."""
        syntax = syntax_of(self._path)
        if syntax is None:
            # A notebook, whose cells are texts of JSON.
            yield from (found.span("words") for found in _IN_NOTEBOOK.finditer(self._text))
        else:
            yield from words_of_markers(self._text, syntax, file=str(self._path))
        yield from (found.span("info") for found in _BLOCK.finditer(self._text))

    def _in_words(self, stretch: Stretch) -> bool:
        """Change the words of a place that shows the map; return whether anything changed."""
        start, end = stretch
        line = self._text[start:end]
        if not self._shows(words_in(line) or tuple(word.text for word in words_of(line))):
            return False
        changed = [self._in_value(start, found) for found in _VALUE.finditer(line)]
        return any(changed)

    def _in_options(self, directive: re.Match[str]) -> bool:
        if not self._shows((directive["map"],)):
            return False
        changed, place = False, directive.end()
        while option := _OPTION.match(self._text, place):
            changed |= self._in_value(0, option)
            place = option.end()
        return changed

    def _in_value(self, start: int, found: re.Match[str]) -> bool:
        """Change the value of an option that names claims; `start` is where the match is from."""
        if found["name"] not in self._options:
            return False
        value = found["value"]
        new = _ID.sub(lambda one: self._ids.get(canonical(one[0]), one[0]), value)
        first, last = found.span("value")
        if new != value:
            self._parts[start + first, start + last] = new
        return new != value

    def _shows(self, words: tuple[str, ...]) -> bool:
        try:
            named = request_of(words).map_name
            if named is None:
                return False
            return self._library.path_of(named, document=self._path).resolve() == self._home
        except (OptionError, ArgmapError):
            return False
