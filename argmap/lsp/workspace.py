"""`workspace/symbol`: the claims and arguments of all maps in the folders that are open."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from argmap.embed.documents.walking import files_in
from argmap.errors import ArgmapError
from argmap.lsp.documents import SUFFIXES, OpenText, sound
from argmap.lsp.symbols import nodes
from argmap.project import Project

# More are no answer that anybody reads, or takes, before the next letter is typed.
MOST_FILES, MOST_BYTES, MOST_FOUND = 400, 16 * 1024 * 1024, 200
# A folder with more files is no project of maps, such as all that a person has.
MOST_LOOKED_AT = 20_000


class _Known(NamedTuple):
    """A file as it was when it was read, and the symbols in it."""

    state: tuple[int, int]
    symbols: tuple[types.WorkspaceSymbol, ...]


class Workspace:
    """The maps below the folders of an editor, each read again only when its file has changed."""

    def __init__(self) -> None:
        """Know no file yet."""
        self._known: dict[tuple[Path, str], _Known] = {}

    def symbols(
        self, query: str, folders: Iterable[Path], texts: Iterable[OpenText], encoding: str
    ) -> list[types.WorkspaceSymbol]:
        """Return what has all words of a query in its text, its id or its headline.

        Texts that are open take the place of their files. No file is read outside its folder.
        """
        opened = {one.path or one.uri: one for one in texts if one.is_map}
        found = [one for text in opened.values() for one in _symbols(text)]
        left = MOST_BYTES
        for path in islice(_maps(folders), MOST_FILES):
            if path not in opened:
                left -= path.stat().st_size if os.path.isfile(path) else 0
                if left < 0:
                    break
                found += self._in_file(path, encoding)
        words = query.casefold().split()
        return list(islice((one for one in found if _has(one, words)), MOST_FOUND))

    def _in_file(self, path: Path, encoding: str) -> tuple[types.WorkspaceSymbol, ...]:
        try:
            told = path.stat()
            state, key = (told.st_mtime_ns, told.st_size), (path, encoding)
            if key not in self._known or self._known[key].state != state:
                self._known[key] = _Known(state, tuple(_symbols(_text_of(path, encoding))))
            return self._known[key].symbols
        except OSError:
            return ()


def _maps(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that may be maps and lie in a folder themselves, whatever leads there."""
    for folder in dict.fromkeys(folders):
        project = Project(folder)
        for path in files_in(folder, SUFFIXES, most=MOST_LOOKED_AT):
            try:
                project.require(path, name=path.name)
            except ArgmapError:
                continue
            if os.path.isfile(path):
                yield path


def _text_of(path: Path, encoding: str) -> OpenText:
    text = path.read_bytes().decode("utf-8", "replace")
    return OpenText(path.as_uri(), 0, sound(text), encoding=encoding)


def _symbols(document: OpenText) -> Iterator[types.WorkspaceSymbol]:
    if not document.is_map:
        return
    for one in nodes(document):
        place = types.Location(document.uri, document.border.range_of(one.words))
        yield types.WorkspaceSymbol(place, one.name, one.kind, container_name=one.detail)


def _has(symbol: types.WorkspaceSymbol, words: list[str]) -> bool:
    told = f"{symbol.name} {symbol.container_name}".casefold()
    return all(word in told for word in words)
