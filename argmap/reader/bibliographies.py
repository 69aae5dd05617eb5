"""The bibliographies that the files of a map name: opened, and asked for what is cited."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from argmap.bibliographies.library import Defect, Library
from argmap.bibliographies.opening import BIBTEX, CSL, LARGEST, UnusableError, library_of
from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.document import Scalar
from argmap.errors import FileError
from argmap.faults import WARNINGS, Fault, FaultLog, quoted
from argmap.model import Source
from argmap.project import Folder
from argmap.reader.map_file import MapFile
from argmap.reader.scopes import Scopes

MOST_FILES = 50
_FROM_HERE = "write the path from the folder of this file, as in “bibliography: refs.bib”"


@dataclass(frozen=True, slots=True)
class Volume:
    """A bibliography that is open: what it is called in findings, and what stands before its keys.

    `prefix` is that of the ids of the file which names it.
    """

    name: str
    library: Library
    prefix: str


@dataclass(slots=True)
class Bibliographies:
    """Everything that the files of a map can cite without describing it.

    `texts` are those that were read, by their names in findings, as those of included files are;
    `is_whole` while nothing is missing. `warnings` speak of entries that cannot be used.
    """

    folder: Folder | None
    log: FaultLog
    texts: dict[str, str] = field(default_factory=dict)
    is_whole: bool = True
    warnings: list[Diagnostic] = field(default_factory=list)
    volumes: list[Volume] = field(default_factory=list)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def open(self, files: Iterable[MapFile], scopes: Scopes | None) -> None:
        """Open what the files of a map name; reports what cannot be. Raises TooManyFaultsError."""
        for file in files:
            prefix = scopes.prefixes.get(file.name, "") if scopes else ""
            for named in file.fields.scalars("bibliography"):
                self._open(named, file.way, prefix)

    def source(self, id: str) -> Source | None:
        """Return the source that an id of the whole map stands for, None where there is none.

        What files with different prefixes describe alike is the one with the shortest id.
        """
        found = next(self._meant(id), None)
        if found is None:
            return None
        volume, key = found
        described = volume.library.described(key)
        self._warn(volume.name, described.defects)
        if described.source is None:
            return None
        span = volume.library.places[key].span(volume.name)
        for other in sorted(self.volumes, key=lambda one: len(one.prefix)):
            if key in other.library and other.library.described(key).source == described.source:
                return replace(described.source, id=other.prefix + key, span=span)
        return replace(described.source, id=id, span=span)

    def keys_in(self, prefix: str) -> Iterator[str]:
        """Yield the keys that a file can cite whose ids have this prefix, as it writes them."""
        for volume in self.volumes:
            if volume.prefix == prefix:
                yield from volume.library

    def _meant(self, id: str) -> Iterator[tuple[Volume, str]]:
        for volume in self.volumes:
            key = id.removeprefix(volume.prefix)
            if id.startswith(volume.prefix) and key in volume.library:
                yield volume, key

    def _open(self, named: Scalar, way: str, prefix: str) -> None:
        if self.folder is None:
            message = f"{quoted(named.value)} cannot be read: this text is in no folder"
            self._refuse(named, message, "save it as a file first")
            return
        if not named.value.lower().endswith((*BIBTEX, *CSL)):
            message = f"{quoted(named.value)} is no bibliography by its name"
            self._refuse(named, message, "name a file in BibTeX (.bib) or in CSL-JSON (.json)")
            return
        if len(self.texts) >= MOST_FILES:
            message = f"a map may name {MOST_FILES} bibliographies, and this is one more"
            self._refuse(named, message, "put them together in one file")
            return
        path = posixpath.join(way, named.value) if way else named.value
        text = self._text(named, path, self.folder)
        if text is None:
            return
        name = self.folder.called(path)
        try:
            library = library_of(named.value, text)
        except UnusableError as error:
            self._report_unusable(named, name, error)
            return
        self._warn(name, library.defects)
        self.volumes.append(Volume(name, library, prefix))

    def _text(self, named: Scalar, path: str, folder: Folder) -> str | None:
        try:
            if folder.holds(path):
                # It may be there the next time.
                self.texts.setdefault(folder.called(path), "")
            data = folder.read(path, largest=LARGEST)
        except FileError as error:
            self._refuse(named, str(error).rstrip("."), _FROM_HERE)
            return None
        if len(data) > LARGEST:
            message = f"{quoted(named.value)} is larger than {LARGEST // 1024**2} MiB"
            self._refuse(named, message, "put what the map cites into a file of its own")
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            advice = "save it in UTF-8, as all programs for bibliographies can"
            self._refuse(named, f"{quoted(named.value)} is not text in UTF-8", advice)
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.texts[folder.called(path)] = text
        return text

    def _report_unusable(self, named: Scalar, name: str, error: UnusableError) -> None:
        """Report that a file is no bibliography, in it where that has a place."""
        self.is_whole = False
        fault, here = Fault.UNREADABLE_BIBLIOGRAPHY, named.span
        if error.place is None:
            message = f"{quoted(named.value)} is not read: {error}"
            self.log.report(fault, here, message, help=error.help)
            return
        related = (Related(here, "it is named here"),)
        place = error.place.span(name)
        self.log.report(fault, place, str(error), related=related, help=error.help)

    def _refuse(self, named: Scalar, message: str, advice: str) -> None:
        self.is_whole = False
        self.log.report(Fault.UNREADABLE_BIBLIOGRAPHY, named.span, message, help=advice)

    def _warn(self, name: str, defects: Iterable[Defect]) -> None:
        """Note what is wrong with entries, each once."""
        assert Fault.FAULTY_ENTRY in WARNINGS, "the map is whole without these entries"
        for one in defects:
            if (name, one.message) in self._told:
                continue
            self._told.add((name, one.message))
            related = () if one.other is None else (Related(one.other.span(name), "first here"),)
            self.warnings.append(
                Diagnostic(
                    Fault.FAULTY_ENTRY,
                    Severity.WARNING,
                    one.place.span(name),
                    one.message,
                    related,
                    one.help,
                )
            )
