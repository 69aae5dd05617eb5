"""A document → an ArgumentMap, with every fault that keeps it from being one.

The reader goes on after a fault, so that one run tells an author of all of them, and what can be
read is.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.document import Document, parse
from argmap.document import Mapping as MappingNode
from argmap.document.handwriting import Handwriting, handwriting_of
from argmap.faults import TooManyFaultsError
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader.allowances import allowances_in
from argmap.reader.map_reader import MapReader
from argmap.reader.written import Written


class MapModule(NamedTuple):
    """A file that was joined with others in a map: its name in findings, and what it is about.

    Its `path` starts from the folder of the text. `includes` are the names of the files whose text
    stands in its place, but for those that close a circle; None where a notation joins files by
    what they name in one another. Then it is there for its `user`, which is None of the first.
    """

    file: str
    path: str
    title: str | None
    description: str | None
    includes: tuple[str, ...] | None = None
    user: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one text. `file` names it in findings.

    `map` is the whole map, None where any of the diagnostics is an error. `readable` is then the
    map of what could be read, None where that is nothing. `allowances` gives, by file and line
    number, the codes that a comment allows there. `included` are the texts of other files that are
    part of the map, by their names in findings, and `handwritings` is how those are written that
    are YAML, too; `handwriting` and `written` are of the text itself. `drafted` are the drafts of a
    faulty map, or one in several files; those of a whole one would take as much memory as the map,
    and few ask for them. `modules` are the files that were joined in the map where each of them can
    be a map of its own, the text itself first.
    """

    map: ArgumentMap | None
    diagnostics: tuple[Diagnostic, ...]
    file: str
    text: str
    readable: ArgumentMap | None = None
    drafted: Written | None = field(default_factory=Written)
    allowances: Mapping[str, Mapping[int, frozenset[str]]] = field(default_factory=dict)
    handwriting: Handwriting = Handwriting()
    included: Mapping[str, str] = field(default_factory=dict)
    handwritings: Mapping[str, Handwriting] = field(default_factory=dict)
    modules: tuple[MapModule, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """Return all texts that findings speak of, by name."""
        return {self.file: self.text, **self.included}

    @property
    def whole_handwriting(self) -> Handwriting:
        """Return how all files of the map are written; lines are those of the text itself."""
        return self.handwriting.beside(self.handwritings.values())

    @property
    def written(self) -> Written:
        """Return the drafts that the map is made of; other notations have none.

        Those of a whole map are read again from its text.
        """
        return self.drafted or _read_of(parse(self.text, file=self.file)).written


def read(
    document: Document,
    *,
    folder: Folder | None = None,
    keeps_drafts: bool = False,
    opens_seals: bool = False,
) -> Reading:
    """Return the map that a document holds, and the faults that keep it from being whole.

    The files that it includes are read from `folder`; where that is None, none is. With
    `keeps_drafts` those of a whole map are kept as well; its text may be no YAML. A map that
    `opens_seals` has what is argued in files that are sealed, and tells of all files as modules.
    """
    reader = _read_of(document, folder, opens_seals=opens_seals)
    found = _faults(reader, document)
    is_whole = not (found or reader.log.diagnostics)
    warnings = tuple(sorted(reader.warnings, key=lambda one: one.sort_key))
    others = reader.files[1:]
    return Reading(
        reader.map if is_whole else None,
        (*found, *warnings),
        document.file,
        document.text,
        reader.map,
        None if is_whole and not (keeps_drafts or others) else reader.written,
        {one.file: allowances_in(one.text) for one in (document, *(o.document for o in others))},
        handwriting_of(document.root, document.text),
        reader.included,
        {
            one.name: handwriting_of(one.root, one.document.text)
            for one in others
            if not one.is_sealed
        },
        _modules(reader) if opens_seals else (),
    )


def _modules(reader: MapReader) -> tuple[MapModule, ...]:
    files = reader.map.files if reader.map else ()
    return tuple(
        MapModule(
            file.name,
            file.path,
            file.title,
            one.fields.text("description"),
            reader.includes.get(file.name, ()),
        )
        for file, one in zip(files, reader.files, strict=True)
    )


def _read_of(
    document: Document, folder: Folder | None = None, *, opens_seals: bool = False
) -> MapReader:
    reader = MapReader(folder, opens_seals=opens_seals)
    if isinstance(document.root, MappingNode):
        with suppress(TooManyFaultsError):
            reader.read(document, document.root)
    return reader


def _faults(reader: MapReader, document: Document) -> tuple[Diagnostic, ...]:
    """Return what is wrong with all files, without what follows from what is told already."""
    if not (document.diagnostics or reader.log.diagnostics):
        return ()
    # Only then: a sound map has none of them.
    from argmap.reader.telling import told

    files = {one.name: one.document for one in (*reader.behind, *reader.files)}
    documents = (document, *(one for name, one in files.items() if name != document.file))
    return told(
        (*document.diagnostics, *reader.log.diagnostics),
        documents,
        reader.written,
        is_whole=reader.has_all_files,
        certain=reader.certain,
    )
