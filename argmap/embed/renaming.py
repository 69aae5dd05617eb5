"""A map in which something is renamed → all files of its project as they become."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from argmap.editing.renaming import RenamingError, renamed
from argmap.editing.things import names_in
from argmap.edits import Edit
from argmap.embed.documents.renaming import renamed_documents
from argmap.embed.documents.walking import documents_in
from argmap.embed.library import Library
from argmap.embed.maps_around import Around, files_of, whole_first
from argmap.reader import Reading
from argmap.reader.written import Kind
from argmap.values import canonical


class RenamedFile(NamedTuple):
    """A file before and after a renaming; `places` is how many of its places are others now.

    `edits` are those of a map, of which there are none in a document.
    """

    path: Path
    old: str
    new: str
    places: int
    edits: tuple[Edit, ...] = ()

    def then(self, new: str, places: int) -> "RenamedFile":
        """Return the file with so many more of its places changed."""
        return RenamedFile(self.path, self.old, new, self.places + places)


class NotWholeError(RenamingError):
    """A map has faults, and is no part of one that has none."""

    def __init__(self) -> None:
        """Say what to do first."""
        super().__init__("the map has faults; mend them first, and then rename.")


class RenamedProject(NamedTuple):
    """All files that a renaming changes, and the new ids by the old ones in the map itself.

    `new` is what is called otherwise now, by the way by which it was asked for; `also` has what
    follows it. `faulty` are maps around that have faults, and follow as far as they can be read.
    """

    files: tuple[RenamedFile, ...]
    new: str
    also: Mapping[str, str]
    faulty: tuple[Reading, ...]


def renamed_project(
    reading: Reading,
    old: str,
    new: str,
    *,
    library: Library,
    kind: Kind | None = None,
    texts: Mapping[Path, str] = MappingProxyType({}),
) -> RenamedProject:
    """Return the files of a project in which what a map calls `old` has another id.

    That is the file in which it is at home, whichever that is; all maps that are made of that file
    and of others that name it; and documents that show one of them. `texts` take the place of what
    is in files, by where these really are. A map that is not whole alone, but as a part of another,
    is taken as that part. Documents that cannot be read are left.

    Raises RenamingError where it cannot be done, and NotWholeError where `reading` is of no whole
    map, nor a part of one.
    """
    around = Around(library.project, texts)
    home = Path(reading.file).resolve()
    readings = whole_first(around.sharing(reading), home)
    if not readings:
        raise NotWholeError
    changed = renamed(
        [names_in(one) for one in readings],
        home,
        old,
        new,
        text=around.text,
        read=lambda one, others: around.reading(Path(one.file), others),
        kind=kind,
    )
    found = {
        path: RenamedFile(path, around.text(path), text, len(edits := changed.edits[path]), edits)
        for path, text in changed.texts.items()
    }
    documents = tuple(documents_in(library.project.root))
    for one in readings:
        ids = changed.ids.get(Path(one.file).resolve(), {})
        now = {**texts, **{each.path: each.new for each in found.values()}}
        for each in renamed_documents(
            Path(one.file), changed.kind.value, ids, library=library, documents=documents, texts=now
        ):
            at, old_text, new_text = each.path.resolve(), each.old.decode(), each.new.decode()
            before = found.get(at, RenamedFile(at, old_text, old_text, 0))
            found[at] = before.then(new_text, each.places)
    parts = {path for one in readings if one.map is not None for path in files_of(one)}
    faulty = (
        *(one for one in changed.faulty if Path(one.file).resolve() not in parts),
        *around.unread(changed.texts),
    )
    ids = dict(changed.ids.get(Path(readings[0].file).resolve(), {}))
    local = ids[changed.id].removeprefix(changed.id.removesuffix(changed.local))
    called = f"{canonical(old).removesuffix(changed.local)}{local}"
    # What a sealed map has, too, has two ids.
    del ids[canonical(old) if canonical(old) in ids else changed.id]
    return RenamedProject(tuple(found.values()), called, ids, faulty)
