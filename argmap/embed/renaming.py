"""A map with new ids → the files of its project that follow: maps around it, and documents."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from argmap.document.reading import LARGEST, read_file
from argmap.editing.renaming import Renamed
from argmap.editing.renaming_around import renamed_around
from argmap.embed.documents.renaming import RenamedDocument, renamed_documents
from argmap.embed.documents.walking import files_in
from argmap.embed.library import Library, near
from argmap.errors import FileError
from argmap.pipeline import read_text
from argmap.project import folder_of
from argmap.reader import Reading
from argmap.reader.written import Kind

_MAP_SUFFIXES = (".yaml", ".yml")
_INCLUDES = b"include"


def renamed_files(
    path: Path,
    reading: Reading,
    changed: Renamed,
    *,
    library: Library,
    texts: Mapping[Path, str] = MappingProxyType({}),
) -> list[RenamedDocument]:
    """Return the maps that include a map, and the documents that show one of them, as they become.

    `reading` is that of the map as it was. `texts` take the place of what is in files, by where
    these really are. A map that cannot be read whole is left, as a document is. Raises
    RenamingError where a new id is taken in one that can.
    """
    found: dict[Path, RenamedDocument] = {}
    renamings = [(path, changed)]
    if changed.kind is Kind.CLAIM_OR_ARGUMENT:
        for one, data, around in _including(path, library, texts):
            other = renamed_around(around, data.decode(), reading, changed.ids)
            if other is not None:
                renamings.append((one, other))
                if other.edits:
                    found[one] = RenamedDocument(one, data, other.text.encode(), len(other.edits))
    for one, other in renamings:
        now = {at.resolve(): document.new.decode() for at, document in found.items()}
        for new in renamed_documents(
            one, other.kind.value, other.ids, library=library, texts={**texts, **now}
        ):
            before = found.get(new.path)
            old, places = (before.old, before.places) if before else (new.old, 0)
            found[new.path] = RenamedDocument(new.path, old, new.new, places + new.places)
    return list(found.values())


def _including(
    path: Path, library: Library, texts: Mapping[Path, str]
) -> Iterator[tuple[Path, bytes, Reading]]:
    """Yield the other maps of a project that are made of several files."""
    home = path.resolve()
    for one in files_in(library.project.root, _MAP_SUFFIXES):
        at = one.resolve()
        if at == home or not one.is_file():
            continue
        try:
            own = texts.get(at)
            data = _read(one) if own is None else own.encode()
            # Most maps include none.
            if _INCLUDES not in data:
                continue
            around = read_text(data, file=str(near(one)), notation="yaml", folder=folder_of(one))
        except FileError:
            continue
        if around.map is not None:
            yield one, data, around


def _read(path: Path) -> bytes:
    return read_file(path, largest=LARGEST, only_regular=True)
