"""A map → all maps of its project that share files with it, read as these are now."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from argmap.document.reading import LARGEST, read_file
from argmap.embed.documents.walking import files_in
from argmap.embed.library import near
from argmap.errors import FileError
from argmap.pipeline import read_text
from argmap.project import Folder, Project, WithTexts, project_of
from argmap.reader import Reading

_YAML, _JSON = (".yaml", ".yml"), (".json",)
_INCLUDES = b"include"
# A folder with more files is no project of maps, such as all that a person has.
MOST_LOOKED_AT = 20_000


class Around:
    """The maps of a project, of which some share files; `texts` take the place of what is in files.

    They are by where the files really are.
    """

    def __init__(self, project: Project, texts: Mapping[Path, str] = MappingProxyType({})) -> None:
        """Read nothing yet."""
        self._project = project
        self._texts = texts
        self._apart: list[Reading] = []

    def text(self, path: Path) -> str:
        """Return the text of a file, by where it really is. Raises FileError."""
        own = self._texts.get(path)
        return _data(path).decode() if own is None else own

    def reading(self, path: Path, texts: Mapping[Path, str] = MappingProxyType({})) -> Reading:
        """Return the map in a file as it would be with still other texts. Raises FileError."""
        at, both = path.resolve(), {**self._texts, **texts}
        data = both[at].encode() if at in both else _data(at)
        return read_text(
            data,
            file=str(near(path)),
            notation="json" if path.suffix.lower() in _JSON else "yaml",
            folder=Folder(path.parent, Project(project_of(path).root, files=WithTexts(both))),
        )

    def sharing(self, own: Reading) -> tuple[Reading, ...]:
        """Return a map, and all others that share files with it, or with others that do.

        A file that is a part of one is there as a map of its own as well.
        """
        waiting = {path: (one, files_of(one)) for path, one in self._of_several(own)}
        found, files = {Path(own.file).resolve(): own}, files_of(own)
        while near_by := [path for path, (_, parts) in waiting.items() if files & parts]:
            for path in near_by:
                one, parts = waiting.pop(path)
                found[path] = one
                files |= parts
        self._apart = [one for one, _ in waiting.values()]
        for path in sorted(files - found.keys()):
            try:
                found[path] = self.reading(path)
            except FileError:
                continue
        return tuple(found.values())

    def unread(self, files: Collection[Path]) -> tuple[Reading, ...]:
        """Return maps with faults that name files of those that share some, and are not read so.

        What they include is not known, or not all of it.
        """
        names = {path.name for path in files}
        return tuple(
            one
            for one in self._apart
            if one.map is None and any(name in one.text for name in names)
        )

    def _of_several(self, own: Reading) -> Iterator[tuple[Path, Reading]]:
        """Yield the other maps of the project that include files."""
        seen = {Path(own.file).resolve()}
        root = self._project.root
        for one in files_in(root, (*_YAML, *_JSON), most=MOST_LOOKED_AT):
            at = one.resolve()
            if at in seen or not os.path.isfile(one):
                continue
            seen.add(at)
            text = self._texts.get(at)
            try:
                data = _data(at) if text is None else text.encode()
                # Most maps include none, and most files are no maps.
                if _INCLUDES in data and b"argmap" in data:
                    yield at, self.reading(one)
            except FileError:
                continue


def files_of(reading: Reading) -> set[Path]:
    """Return the files that a map is made of, by where they really are."""
    return {Path(one).resolve() for one in (reading.file, *reading.included)}


def whole_first(readings: Sequence[Reading], home: Path) -> Sequence[Reading]:
    """Return maps, the first of them whole and made of a file: its own, if that is; else none."""
    own = next((one for one in readings if one.map is not None and home in files_of(one)), None)
    return () if own is None else (own, *(one for one in readings if one is not own))


def _data(path: Path) -> bytes:
    return read_file(path, largest=LARGEST, only_regular=True)
