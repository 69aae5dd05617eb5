"""A document → an ArgumentMap, with every fault that keeps it from being one.

The reader goes on after a fault, so that one run tells an author of all of them, and what can be
read is.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.document import Document, parse
from argmap.document import Mapping as MappingNode
from argmap.document.handwriting import Handwriting, handwriting_of
from argmap.faults import FaultLog, TooManyFaultsError
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader.allowances import allowances_in
from argmap.reader.assembly import assembled
from argmap.reader.claim_tree import fill
from argmap.reader.map_file import MapFile, map_file
from argmap.reader.naming import names_of
from argmap.reader.scopes import Scopes
from argmap.reader.works import Works
from argmap.reader.written import Written

if TYPE_CHECKING:
    from argmap.reader.bibliographies import Bibliographies


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one text. `file` names it in findings.

    `map` is the whole map, None where any of the diagnostics is an error. `readable` is then the
    map of what could be read, None where that is nothing. `allowances` gives, by file and line
    number, the codes that a comment allows there. `included` are the texts of other files that are
    part of the map, by their names in findings, and `handwritings` is how those are written that
    are YAML, too; `handwriting` and `written` are of the text itself. `drafted` are the drafts of a
    faulty map, or one in several files; those of a whole one would take as much memory as the map,
    and few ask for them.
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
    document: Document, *, folder: Folder | None = None, keeps_drafts: bool = False
) -> Reading:
    """Return the map that a document holds, and the faults that keep it from being whole.

    The files that it includes are read from `folder`; where that is None, none is. With
    `keeps_drafts` those of a whole map are kept as well; its text may be no YAML.
    """
    reader = _read_of(document, folder)
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
        {one.name: handwriting_of(one.root, one.document.text) for one in others},
    )


def _read_of(document: Document, folder: Folder | None = None) -> "_Reader":
    reader = _Reader(folder)
    if isinstance(document.root, MappingNode):
        with suppress(TooManyFaultsError):
            reader.read(document, document.root)
    return reader


def _faults(reader: "_Reader", document: Document) -> tuple[Diagnostic, ...]:
    """Return what is wrong with all files, without what follows from what is told already."""
    if not (document.diagnostics or reader.log.diagnostics):
        return ()
    # Only then: a sound map has none of them.
    from argmap.reader.telling import told

    files = {one.name: one.document for one in reader.files}
    documents = (document, *(one for name, one in files.items() if name != document.file))
    return told(
        (*document.diagnostics, *reader.log.diagnostics),
        documents,
        reader.written,
        is_whole=reader.has_all_files,
    )


class _Reader:
    """Reads one root as far as its faults allow, and keeps what it has."""

    def __init__(self, folder: Folder | None) -> None:
        self.log = FaultLog()
        self.map: ArgumentMap | None = None
        self.written = Written()
        self.files: tuple[MapFile, ...] = ()
        self.included: dict[str, str] = {}
        self.warnings: Sequence[Diagnostic] = ()
        self.has_all_files = True
        self._folder = folder
        self._scopes: Scopes | None = None

    def read(self, document: Document, root: MappingNode) -> None:
        """Read the map. Raises TooManyFaultsError."""
        own = map_file(document, root, log=self.log)
        if own is None:
            return
        self.files = (own,)
        self.written = Written(own.drafts, fields=own.fields)
        fill(own.drafts, own.fields, log=self.log)
        if own.inclusions:
            self._include(own)
        naming = names_of(self.files, log=self.log, scopes=self._scopes)
        opened = self._opened() if any(one.names_works for one in self.files) else None
        ways = {one.name: one.way for one in self.files if one.way}
        works = Works(ways, self.log, self._scopes, opened)
        own_written, *others = (
            Written(one.drafts, naming, one.fields, works.keys, one.name, one.is_included)
            for one in self.files
        )
        self.written = replace(own_written, others=tuple(others))
        self.map = assembled(self.files, naming, works, log=self.log)

    def _opened(self) -> "Bibliographies":
        # Only then: most maps describe what they cite.
        from argmap.reader.bibliographies import Bibliographies

        found = Bibliographies(self._folder, self.log)
        self.warnings = found.warnings
        try:
            found.open(self.files, self._scopes)
        finally:
            self.included |= found.texts
            self.has_all_files = self.has_all_files and found.is_whole
        return found

    def _include(self, own: MapFile) -> None:
        # Only then: most maps are one file.
        from argmap.reader.including import Library

        library = Library(self._folder, self.log)
        self.included = library.texts
        try:
            self.files = library.files(own)
            self._scopes = library.scopes(own)
        finally:
            self.has_all_files = library.is_whole
