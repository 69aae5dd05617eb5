"""One root and the files that it includes → a map, as far as its faults allow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic
from argmap.document import Document
from argmap.document import Mapping as MappingNode
from argmap.faults import FaultLog
from argmap.model import ArgumentMap
from argmap.project import Folder
from argmap.reader.assembly import assembled
from argmap.reader.claim_tree import fill
from argmap.reader.map_file import MapFile, map_file
from argmap.reader.naming import names_of
from argmap.reader.scopes import Scopes
from argmap.reader.works import Works
from argmap.reader.written import Written

if TYPE_CHECKING:
    from argmap.reader.bibliographies import Bibliographies
    from argmap.reader.including import Library
    from argmap.reader.sealing import SealedMap


class MapReader:
    """Reads one root as far as its faults allow, and keeps what it has.

    `files` are those that the map is made of, and `behind` those of the sealed maps among them.
    """

    def __init__(
        self,
        folder: Folder | None,
        *,
        library: "Library | None" = None,
        opens_seals: bool = False,
    ) -> None:
        """Start with nothing read; a sealed map has a `library`, and its log.

        A map that `opens_seals` has what is sealed as a part like others.
        """
        self.log = FaultLog() if library is None else library.log
        self.map: ArgumentMap | None = None
        self.written = Written()
        self.files: tuple[MapFile, ...] = ()
        self.included: dict[str, str] = {}
        self.warnings: Sequence[Diagnostic] = ()
        self.has_all_files = True
        self.behind: Sequence[MapFile] = ()
        self.certain: Sequence[Diagnostic] = ()
        # Which files each of them includes, by their names in findings.
        self.includes: Mapping[str, tuple[str, ...]] = {}
        self._folder = folder
        self._library = library
        self._opens_seals = opens_seals
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
            Written(
                one.drafts,
                naming,
                one.fields,
                works.keys,
                one.name,
                one.is_included,
                one.is_sealed,
            )
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

        library = self._library or Library(
            self._folder, self.log, _sealed, opens_seals=self._opens_seals
        )
        self.included, self.behind = library.shelf.texts, library.shelf.behind
        self.certain = library.shelf.certain
        try:
            self.files = library.files(own)
            self._scopes = library.scopes(own)
            self.includes = library.included()
        finally:
            self.has_all_files = library.shelf.is_whole


def _sealed(
    document: Document, root: MappingNode, library: "Library"
) -> tuple["SealedMap | None", Sequence[MapFile]]:
    """Return the map that a file is by itself, None where it has a fault, and its files.

    Raises TooManyFaultsError.
    """
    from argmap.reader.sealing import SealedMap, places_in

    faults = len(library.log.diagnostics)
    reader, shelf = MapReader(library.folder, library=library), library.shelf
    # What is missing elsewhere is not missed here, and what this map names is in none of it.
    before, shelf.is_whole = shelf.is_whole, True
    try:
        reader.read(document, root)
    finally:
        is_complete, shelf.is_whole = shelf.is_whole, before and shelf.is_whole
    if is_complete:
        shelf.certain += library.log.diagnostics[faults:]
    is_whole = len(library.log.diagnostics) == faults and not document.diagnostics
    if reader.map is None or not is_whole:
        return None, reader.files
    places = places_in(reader.files, reader.written.naming)
    return SealedMap(reader.files[0], reader.map, places), reader.files
