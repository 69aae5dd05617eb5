"""The maps that documents name: found below one folder, and each read once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.checks.runner import selected
from argmap.configuration import configuration_for
from argmap.destinations import Destination
from argmap.diagnostics import Diagnostic, Related
from argmap.embed.request import Request, Shape
from argmap.errors import ArgmapError, MapError
from argmap.examination import check, too_small
from argmap.faults import Fault
from argmap.layout.placed import Direction
from argmap.links import Leads, is_relative, link_home, moved
from argmap.model import ArgumentMap
from argmap.pipeline import picture, pictures, read_path
from argmap.planning import RenderOptions
from argmap.project import Project, folder_of, project_of
from argmap.reader import Reading
from argmap.render.renderer import Picture
from argmap.source import Position, Span
from argmap.style import with_defaults
from argmap.themes import THEME_NAMES


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
        if span.file != self.file:
            # A file that the map includes.
            return span
        return Span(self.file, self._position(span.start), self._position(span.end))

    def _position(self, at: Position) -> Position:
        return Position(at.line + self.line - 1, at.column + self.column - 1)


class NotDrawnError(ArgmapError):
    """A picture is not drawn yet, and the library that was asked for it draws none."""


class Library:
    """Reads maps inside a project, each file once; a document names them relative to itself."""

    def __init__(self, project: Project) -> None:
        """Start with nothing read."""
        self.project = project
        self._draws = True
        self._readings: dict[tuple[Path, str | None], Reading] = {}
        self._pictures: dict[tuple[object, ...], tuple[Picture, ...]] = {}

    def path_of(self, name: str, *, document: Path) -> Path:
        """Return the path of a file that a document names.

        Raises FileError where it may not be read.
        """
        return folder_of(document, self.project).file(name)

    def reading(self, path: Path, notation: str | None = None) -> Reading:
        """Return what a file holds as a map; raise FileError where it cannot be read."""
        key = (path.resolve(), notation)
        if key not in self._readings:
            self._readings[key] = read_path(path, notation, project=self.project)
        return self._readings[key]

    def map(self, path: Path, notation: str | None = None) -> ArgumentMap:
        """Return the map in a file; raise MapError where it holds no whole map, or FileError."""
        reading = self.reading(path, notation)
        if reading.map is None:
            raise MapError(reading.diagnostics, texts=reading.texts)
        return reading.map

    def pictures(
        self,
        path: Path,
        request: Request,
        *,
        placed: bool,
        stands: Destination,
        beside: Path,
        narrow: bool = False,
        leads: Leads | None = None,
    ) -> tuple[Picture, ...]:
        """Return the pictures of the map in a file, made once for the same options.

        `stands` is where it is read; it is only made for that place where the request says so.
        `beside` is the file that it becomes, or becomes a part of; `narrow` asks for a drawing for
        telephones as well, and `leads` gives the links to other maps.

        Raises what `pictures_of` raises, MapError where the file holds no whole map, and
        NotDrawnError where nothing is to be drawn.
        """
        a_map = self.map(path, request.notation)
        drawn = (request.options, request.shape, placed, stands, narrow)
        away = filter(None, map(link_home, a_map.claims)) if leads else ()
        led = tuple(leads(link) for link in away) if leads else ()
        key = (path.resolve(), request.notation, drawn, beside.parent, led)
        if key not in self._pictures:
            if not self._draws:
                raise NotDrawnError
            self._pictures[key] = pictures_of(
                a_map,
                request,
                home=path,
                library=self,
                placed=placed,
                stands=stands,
                fits=False,
                beside=beside,
                narrow=narrow,
                leads=leads,
            )
        return self._pictures[key]

    def suited(self, path: Path, request: Request, *, stands: Destination, beside: Path) -> Request:
        """Return what a document asks for, made for its sheet where a tree can be read only so.

        A map that becomes a column there is left as it is drawn anywhere. Raises what `pictures`
        raises.
        """
        options = request.options
        if stands.height is None or options.fit:
            return request
        usual, *_ = self.pictures(path, request, placed=True, stands=stands, beside=beside)
        if not usual.shortfall:
            return request
        narrower = replace(request, options=replace(options, fit=stands.name))
        shown, *_ = self.pictures(path, narrower, placed=True, stands=stands, beside=beside)
        is_tree = shown.direction is not Direction.COLUMN
        return narrower if is_tree and not shown.shortfall else request

    def without_drawing(self) -> "Library":
        """Return the same library, which has the pictures drawn so far and draws no other."""
        same = Library(self.project)
        same._draws = False
        same._readings, same._pictures = self._readings, self._pictures
        return same

    def forget(self) -> None:
        """Read all files again from now on."""
        self._readings.clear()
        self._pictures.clear()


def library_of(
    document: Path, root: str | Path | None = None, *, setting: str | None = None
) -> Library:
    """Return where a document’s maps are read: below `root`, else in its project.

    `setting` is what a person can name another root with.
    """
    return Library(Project(Path(root), setting) if root else project_of(document, setting=setting))


def near(path: Path) -> Path:
    """Return a path as a person would name it: from the working directory, where it lies below."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path


def pictures_of(
    a_map: ArgumentMap,
    request: Request,
    *,
    home: Path,
    library: Library,
    placed: bool,
    stands: Destination,
    beside: Path,
    fits: bool = True,
    narrow: bool = False,
    links: Callable[[str], str] | None = None,
    leads: Leads | None = None,
) -> tuple[Picture, ...]:
    """Return the pictures that a document asks for: one, or those of the parts of the map.

    `home` is the file that holds the map. A picture is read where it `stands` unless somebody names
    another place; with `fits` it is made for it. `narrow` asks for a drawing for telephones as
    well. Relative links start from `beside`, the file that the picture becomes, or becomes a part
    of; `links` is how they are written where a host moves it. `leads` gives those to other maps.

    Raises what `argmap.pipeline.picture` raises, FileError also for a theme that may not be
    read.
    """
    settings = configuration_for(home, within=library.project.root)
    options = request.options
    if options.theme not in (None, *THEME_NAMES):
        theme = library.path_of(str(options.theme), document=home)
        options = replace(options, theme=str(theme))
    chosen = with_defaults(with_defaults(options, a_map.style), settings.style)

    def written(link: str) -> str:
        found = moved(link, home=home, beside=beside)
        return links(found) if links and is_relative(found) else found

    def led(link: str) -> str | None:
        found = leads(link) if leads else None
        return links(found) if links and found and is_relative(found) else found

    if _in_parts(chosen, request, placed=placed):
        return pictures(
            a_map,
            options=options,
            defaults=settings.style,
            stands=stands,
            narrow=narrow,
            links=written,
            leads=led if leads else None,
        )
    alone = picture(
        a_map,
        options=options,
        defaults=settings.style,
        placed=placed,
        stands=stands,
        fits=fits,
        narrow=narrow,
        links=written,
        leads=led if leads else None,
    )
    return (alone,)


def _in_parts(style: RenderOptions, request: Request, *, placed: bool) -> bool:
    """Return whether a place shows all parts of a map."""
    if not placed or not style.parts or style.page or style.part is not None:
        return False
    if request.is_explored:
        return False
    return request.shape in (None, Shape.IMAGE, Shape.HTML)


def shortfall_in(shown: Picture, *, home: Path, library: Library, span: Span) -> Diagnostic | None:
    """Return the finding that a picture cannot be read where it stands, unless it is ignored."""
    settings = configuration_for(home, within=library.project.root)
    wanted = selected(settings.select, settings.ignore).has(Fault.TOO_SMALL_TO_READ)
    return too_small(shown.shortfall, span) if shown.shortfall and wanted else None


def findings_in(reading: Reading, *, home: Path, library: Library) -> tuple[Diagnostic, ...]:
    """Return what `argmap check` says of a map with the settings of its project."""
    settings = configuration_for(home, within=library.project.root)
    selection = selected(settings.select, settings.ignore)
    return check(reading, selection=selection, given_texts={})
