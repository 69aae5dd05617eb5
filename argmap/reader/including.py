"""The files that a map includes: each read once, however many others include it.

Only YAML of the project is read, by relative paths, and nothing is fetched. A map from a stranger
may name a great many files, so their number and size have an end. A file that is sealed is read as
the map that it is by itself.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap.diagnostics import Diagnostic
from argmap.document import Document, Mapping, Scalar, parse
from argmap.document.reading import LARGEST, MOST_PARTS
from argmap.errors import FileError
from argmap.faults import Fault, FaultLog, quoted
from argmap.project import Folder, folder_of
from argmap.reader.circles import report_circle
from argmap.reader.claim_tree import fill
from argmap.reader.map_file import Inclusion, MapFile, map_file
from argmap.reader.scopes import Edge, Scopes, scopes_of
from argmap.reader.sealing import SealedMap, away_file
from argmap.source import Span

SUFFIXES = (".yaml", ".yml")
MOST_FILES = 1_000
MOST_SEALED = 20
_FROM_HERE = "write the path from the folder of this file, as in “include: claims.yaml”"
_SPLIT = "leave out what the map does not need, or make several maps of it"
_ONE_WAY = "include it in the same way in both, with “sealed: true” or without"


@dataclass(slots=True)
class _Opened:
    """A file that is being read: where it lies, and what of its inclusions is still to come."""

    path: Path
    file: MapFile
    folder: Folder
    waiting: Iterator[Inclusion]
    # Where the file that is read within this one is named.
    at: Span | None = None


@dataclass(slots=True)
class Shelf:
    """What all files of a map have in common, those behind sealed ones among them.

    `texts` are those that were read, by their names in findings; a file that could not be read is
    there with no text, so that who watches the map looks at it, too. `is_whole` while nothing is
    missing. `certain` are faults in sealed maps that lack nothing. `sealed` are the maps of sealed
    files, None of one that has a fault, and `behind` the files of these maps.
    """

    texts: dict[str, str] = field(default_factory=dict)
    is_whole: bool = True
    certain: list[Diagnostic] = field(default_factory=list)
    sealed: dict[Path, SealedMap | None] = field(default_factory=dict)
    behind: list[MapFile] = field(default_factory=list)
    # The map’s own file is one.
    count: int = 1
    bytes: int = 0
    parts: int = 0


@dataclass(slots=True)
class Library:
    """Where the files are read from that a map includes.

    Of one behind a seal, which `read_sealed` reads, `above` is the way to its file, and `depth` how
    many seals lie before it. Where it `opens_seals`, what is sealed is part of the map like others.
    """

    folder: Folder | None
    log: FaultLog
    read_sealed: "ReadSealed"
    shelf: Shelf = field(default_factory=Shelf)
    above: tuple[_Opened, ...] = ()
    depth: int = 0
    opens_seals: bool = False
    _known: dict[Path, MapFile] = field(default_factory=dict)
    _sealed: dict[Path, MapFile] = field(default_factory=dict)
    _unread: set[Path] = field(default_factory=set)
    _edges: list[Edge] = field(default_factory=list)

    def files(self, own: MapFile) -> tuple[MapFile, ...]:
        """Return the file and all that it includes, each followed by those that it includes itself.

        Raises TooManyFaultsError.
        """
        if self.folder is None:
            for named, *_ in own.inclusions:
                message = f"{quoted(named.value)} cannot be included: this text is in no folder"
                self._refuse(Fault.UNREADABLE_INCLUDE, named, message, "save it as a file first")
            return (own,)
        found = [own]
        files = self.folder.project.files
        path = files.where(self.folder.path / files.own_name(own.name))
        self._known[path] = own
        trail = [*self.above, _Opened(path, own, self.folder, iter(own.inclusions))]
        while len(trail) > len(self.above):
            current = trail[-1]
            for inclusion in current.waiting:
                current.at = inclusion.path.span
                opened = self._opened(inclusion, trail)
                if opened is not None:
                    trail.append(opened)
                    found.append(opened.file)
                    break
            else:
                trail.pop()
        return tuple(found)

    def included(self) -> dict[str, tuple[str, ...]]:
        """Return which files each of them includes, by their names in findings."""
        found: dict[str, dict[str, None]] = {}
        for edge in self._edges:
            found.setdefault(edge.file.name, {})[edge.included.name] = None
        return {name: tuple(others) for name, others in found.items()}

    def scopes(self, own: MapFile) -> Scopes:
        """Return which names are known in which of the files, once they are read."""
        return scopes_of(own, self._edges, log=self.log)

    def _opened(self, inclusion: Inclusion, trail: list[_Opened]) -> _Opened | None:
        """Return the file that is included; None of one that is known, and after a fault."""
        named, folder = inclusion.path, trail[-1].folder
        if self.opens_seals:
            inclusion = inclusion._replace(is_sealed=False)
        if not named.value.lower().endswith(SUFFIXES):
            message = f"{quoted(named.value)} cannot be included: it is no file in YAML"
            advice = "argmap convert makes YAML of a map in another notation"
            self._refuse(Fault.UNREADABLE_INCLUDE, named, message, advice)
            return None
        try:
            target = folder.file(named.value)
        except FileError as error:
            self._refuse(Fault.UNREADABLE_INCLUDE, named, str(error).rstrip("."), _FROM_HERE)
            return None
        files = folder.project.files
        path = files.where(target)
        if self._closes_circle(path, named, trail) or path in self._unread:
            return None
        known, others = self._known, self._sealed
        if inclusion.is_sealed:
            known, others = others, known
        if path in others:
            self._refuse_both(inclusion, others[path])
            return None
        if path not in known:
            file = self._file(inclusion, folder, target, trail)
            if file is None:
                self.shelf.is_whole = False
                self._unread.add(path)
                return None
            known[path] = file
            self._edges.append(Edge(trail[-1].file, inclusion.prefix, file))
            return _Opened(path, file, folder_of(target, folder.project), iter(file.inclusions))
        self._edges.append(Edge(trail[-1].file, inclusion.prefix, known[path]))
        return None

    def _file(
        self, inclusion: Inclusion, folder: Folder, target: Path, trail: list[_Opened]
    ) -> MapFile | None:
        """Return what a file has to give that is not known yet; None after a fault."""
        named, files = inclusion.path, folder.project.files
        path, way = files.where(target), self._way(files.where(target.parent))
        if inclusion.is_sealed and path in self.shelf.sealed:
            found = self.shelf.sealed[path]
            return found and away_file(found, way, target.name)
        if self.shelf.count == MOST_FILES:
            message = f"a map may be made of {MOST_FILES:,} files, and this is one more"
            self._refuse(Fault.TOO_LARGE, named, message, _SPLIT)
            return None
        self.shelf.count += 1
        document = self._document(named, folder, files.shown(target))
        if document is None or not isinstance(document.root, Mapping):
            return None
        if inclusion.is_sealed:
            inside = folder_of(target, folder.project)
            found = self._sealed_map(document, document.root, inside, named, trail)
            self.shelf.sealed[path] = found
            return found and away_file(found, way, target.name)
        read = map_file(document, document.root, way=way, log=self.log)
        if read is not None:
            fill(read.drafts, read.fields, log=self.log)
        return read

    def _sealed_map(
        self,
        document: Document,
        root: Mapping,
        inside: Folder,
        named: Scalar,
        trail: list[_Opened],
    ) -> SealedMap | None:
        """Return the map that a file is by itself; None where it has a fault, which is reported."""
        if self.depth == MOST_SEALED:
            message = f"sealed files lie more than {MOST_SEALED} deep within one another"
            self._refuse(Fault.TOO_DEEP, named, message, "include one of them without “sealed”")
            return None
        above = tuple(trail)
        behind = Library(inside, self.log, self.read_sealed, self.shelf, above, self.depth + 1)
        found, files = self.read_sealed(document, root, behind)
        self.shelf.behind += files
        return found

    def _document(self, named: Scalar, folder: Folder, name: str) -> Document | None:
        # It may be there the next time.
        self.shelf.texts[name] = ""
        try:
            data = folder.read(named.value, called=name, largest=LARGEST)
        except FileError as error:
            self._refuse(Fault.UNREADABLE_INCLUDE, named, str(error).rstrip("."), _FROM_HERE)
            return None
        self.shelf.bytes += len(data)
        self.shelf.parts += data.count(b"\n") + data.count(b",")
        if self.shelf.bytes > LARGEST or self.shelf.parts > MOST_PARTS:
            message = "with this file the map is larger than any map needs to be"
            self._refuse(Fault.TOO_LARGE, named, message, _SPLIT)
            return None
        document = parse(data, file=name)
        self.shelf.texts[name] = document.text
        if document.diagnostics:
            self.shelf.is_whole = False
            self.log.add(document.diagnostics)
        return document

    def _way(self, home: Path) -> str:
        assert self.folder is not None, "without a folder nothing is read"
        own = self.folder.project.files.where(self.folder.path)
        way = Path(os.path.relpath(home, own)).as_posix()
        return "" if way == "." else way

    def _closes_circle(self, path: Path, named: Scalar, trail: list[_Opened]) -> bool:
        """Return whether a file is being read already; report the whole circle."""
        start = next((n for n, one in enumerate(trail) if one.path == path), None)
        if start is None:
            return False
        circle = [(one.file.name, one.at) for one in trail[start:]]
        report_circle(circle, named.span, log=self.log, alone="remove it from “include”")
        return True

    def _refuse_both(self, inclusion: Inclusion, other: MapFile) -> None:
        """Report a file that is sealed in one place and a part of the map in another."""
        here, there = ("sealed", "a part of the map")[:: 1 if inclusion.is_sealed else -1]
        place = next(edge.file.name for edge in self._edges if edge.included is other)
        message = f"{quoted(inclusion.path.value)} is {here} here and {there} in {place}"
        self._refuse(Fault.ARGUED_ELSEWHERE, inclusion.path, message, _ONE_WAY)

    def _refuse(self, fault: Fault, named: Scalar, message: str, advice: str) -> None:
        self.shelf.is_whole = False
        self.log.report(fault, named.span, message, help=advice)


ReadSealed = Callable[[Document, Mapping, Library], tuple[SealedMap | None, Sequence[MapFile]]]
