"""The maps that documents name: found below one folder, and each read once."""

from dataclasses import dataclass, replace
from pathlib import Path

from argmap.checks.runner import selected
from argmap.configuration import configuration_for
from argmap.diagnostics import Diagnostic, Related
from argmap.embed.request import Request
from argmap.errors import FileError, MapError
from argmap.model import ArgumentMap
from argmap.pipeline import RenderOptions, check, picture, read_path
from argmap.reader import Reading
from argmap.render.renderer import Picture
from argmap.source import Position, Span
from argmap.themes import THEME_NAMES

# What marks the folder of a whole project.
_ROOTS = (".git", ".hg", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a map was written inside a document: line and column of its first character, from 1.

    `file` names the document. Every line of the map is indented by the same `column`.
    """

    file: str
    line: int
    column: int = 1

    def moved(self, found: Diagnostic) -> Diagnostic:
        """Return a diagnostic about the map as one about the document."""
        related = tuple(Related(self._span(r.span), r.message) for r in found.related)
        return replace(found, span=self._span(found.span), related=related)

    def _span(self, span: Span) -> Span:
        return Span(self.file, self._position(span.start), self._position(span.end))

    def _position(self, at: Position) -> Position:
        return Position(at.line + self.line - 1, at.column + self.column - 1)


class Library:
    """Reads maps below `root`, each file once; a document names them relative to itself.

    `setting` is what a larger folder can be named with, None where nothing can name one.
    """

    def __init__(self, root: Path, *, setting: str | None = None) -> None:
        """Start with nothing read."""
        self.root = root.resolve()
        self._hint = f"; name a larger folder with {setting}" if setting else ""
        self._readings: dict[tuple[Path, str | None], Reading] = {}
        self._pictures: dict[tuple[Path, str | None, RenderOptions, bool], Picture] = {}

    def path_of(self, name: str, *, document: Path) -> Path:
        """Return the path of a file that a document names.

        Raises FileError where it lies outside the root.
        """
        if not self.holds(name, document=document):
            raise FileError(f"“{name}” lies outside {self.root}{self._hint}.")
        return document.parent / name

    def holds(self, name: str | None, *, document: Path) -> bool:
        """Return whether a file that a document names lies inside the root, or it names none."""
        try:
            return name is None or (document.parent / name).resolve().is_relative_to(self.root)
        except (OSError, ValueError, RuntimeError):
            return False

    def reading(self, path: Path, notation: str | None = None) -> Reading:
        """Return what a file holds as a map; raise FileError where it cannot be read."""
        key = (path.resolve(), notation)
        if key not in self._readings:
            self._readings[key] = read_path(path, notation)
        return self._readings[key]

    def map(self, path: Path, notation: str | None = None) -> ArgumentMap:
        """Return the map in a file; raise MapError where it holds no whole map, or FileError."""
        reading = self.reading(path, notation)
        if reading.map is None:
            raise MapError(reading.diagnostics, texts={str(path): reading.text})
        return reading.map

    def picture(self, path: Path, request: Request, *, placed: bool) -> Picture:
        """Return the picture of the map in a file, made once for the same options.

        Raises what `picture_of` raises, MapError where the file holds no whole map.
        """
        a_map = self.map(path, request.notation)
        key = (path.resolve(), request.notation, request.options, placed)
        if key not in self._pictures:
            self._pictures[key] = picture_of(a_map, request, home=path, library=self, placed=placed)
        return self._pictures[key]

    def forget(self) -> None:
        """Read all files again from now on."""
        self._readings.clear()
        self._pictures.clear()


def root_of(document: Path) -> Path:
    """Return the folder of the project that a document is in, else the document’s own folder."""
    folder = document.resolve().parent
    for above in (folder, *folder.parents):
        if any((above / mark).exists() for mark in _ROOTS):
            return above
    return folder


def library_of(document: Path, root: str | Path | None) -> Library:
    """Return where a document’s maps are read: below `root`, else in its project."""
    return Library(Path(root) if root else root_of(document), setting="root")


def near(path: Path) -> Path:
    """Return a path as a person would name it: from the working directory, where it lies below."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def picture_of(
    a_map: ArgumentMap, request: Request, *, home: Path, library: Library, placed: bool
) -> Picture:
    """Return the picture that a document asks for; `home` is the file that holds the map.

    Raises what `argmap.pipeline.picture` raises, FileError also for a theme outside the root.
    """
    settings = configuration_for(home, within=library.root)
    for theme in (request.options.theme, a_map.style.theme, settings.style.theme):
        if theme not in (None, *THEME_NAMES):
            library.path_of(str(theme), document=home)
    options = request.options
    if options.theme not in (None, *THEME_NAMES):
        options = replace(options, theme=str(home.parent / str(options.theme)))
    return picture(
        a_map,
        options=options,
        folder=home.parent,
        defaults=settings.style,
        placed=placed,
    )


def findings_in(reading: Reading, *, home: Path, library: Library) -> tuple[Diagnostic, ...]:
    """Return what `argmap check` says of a map with the settings of its project.

    Texts of sources that lie outside the root are not read.
    """
    settings = configuration_for(home, within=library.root)
    selection = selected(settings.select, settings.ignore)
    if reading.map is not None:
        sources = tuple(
            source if library.holds(source.file, document=home) else replace(source, file=None)
            for source in reading.map.sources
        )
        reading = replace(reading, map=replace(reading.map, sources=sources))
    return check(reading, map_file=home, selection=selection, given_texts={})
