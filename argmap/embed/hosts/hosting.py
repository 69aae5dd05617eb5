"""A map in a page of a generator of sites → a figure, or a box that says what is wrong.

A page is never lost to one bad map: whoever builds it gets the findings to log beside the markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from argmap.destinations import Destination
from argmap.diagnostics import Diagnostic, Severity
from argmap.embed.explorers import Shelf, kept_explorer
from argmap.embed.figure_making import markups_of, on_page
from argmap.embed.library import Library, Place, findings_in, pictures_of, shortfall_in
from argmap.embed.options import OptionError, request_of
from argmap.embed.reading_places import COLUMN_OF_A_PAGE
from argmap.embed.request import Request, Shape
from argmap.errors import ArgmapError, MapError
from argmap.links import Leads, figure_id, leading, marked
from argmap.picture_files.dependencies import dependencies
from argmap.picture_files.others import drawn_before
from argmap.pipeline import read_text
from argmap.project import folder_of
from argmap.reader import Reading
from argmap.render import READ_IN_BROWSERS
from argmap.render.markup import element, text
from argmap.render.renderer import Picture
from argmap.report import text as report
from argmap.report.log import for_log
from argmap.report.text import one_line
from argmap.source import Position, Span


@dataclass(frozen=True, slots=True)
class Fence:
    """A place in a document that holds a map, or names the file of one.

    `words` are its options, and the name of the file where `text` is empty. `place` is where the
    text begins in the document, `document` the document’s own path.
    """

    words: tuple[str, ...]
    text: str
    document: Path
    place: Place


@dataclass(frozen=True, slots=True)
class Hosted:
    """What a page shows, and what its builder should know.

    `html` has no empty lines. `problems` are sentences for a log, each with its place in the
    document or the map; one of them at least where `picture` is None. `remarks` are findings that
    keep nothing from being shown. `parts` are all pictures of a map in parts, the first of which is
    the `picture`, and `figures` the markup of each. `files` are those that the page depends on,
    `home` is the one that holds the map. `figure` is the id by which others may lead to it, None
    where it is no figure of a file.
    """

    html: str
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    picture: Picture | None = None
    request: Request | None = None
    files: tuple[Path, ...] = ()
    home: Path = Path()
    parts: tuple[Picture, ...] = ()
    figures: tuple[str, ...] = ()
    figure: str | None = None


def hosted(
    fence: Fence,
    *,
    library: Library,
    request: Request | None = None,
    occurrence: int = 1,
    stands: Destination = COLUMN_OF_A_PAGE,
    cleaned: bool = False,
    shelf: Shelf | None = None,
    explores: bool = True,
    in_pages: bool = False,
) -> Hosted:
    """Return what stands in a page in place of a fence; nothing is raised for a bad map.

    `request` is what its words ask for, where that is known.

    `occurrence` counts the maps of a page from 1, so that no two share an id; `stands` is where
    its pictures are read. `cleaned` says that the page may take away drawings and styles. Explorers
    are kept on the `shelf`; without one they stand in the page itself. A host that makes them only
    when it writes has none made here, so not `explores`. One whose pages others lead to, so
    `in_pages`, marks their figures and settles the links.
    """
    files: list[Path] = []
    where = f"{fence.place.file}:{max(fence.place.line - 1, 1)}"
    try:
        request = request or request_of(fence.words)
        home, reading = _reading(fence, request, library, files)
        return _shown(
            fence,
            request,
            home,
            reading,
            library,
            occurrence,
            files,
            stands,
            cleaned,
            shelf,
            explores,
            in_pages,
        )
    except OptionError as error:
        return _failed((f"{where}: {error.message}",), "", files)
    except MapError as error:
        return _failed(tuple(map(one_line, error.diagnostics)), "", files)
    except ArgmapError as error:
        return _failed((f"{where}: {error}",), "", files)


def _reading(
    fence: Fence, request: Request, library: Library, files: list[Path]
) -> tuple[Path, Reading]:
    """Return the file that holds the map, the document itself perhaps, and the map."""
    if request.map_name is not None and fence.text.strip():
        raise OptionError("a map is written here, and a file is named as well", 0)
    if request.output is not None:
        raise OptionError("“output” is for documents that “argmap embed” refreshes", 0)
    if request.map_name is None and not fence.text.strip():
        raise OptionError("no map is written here, and no file is named", 0)
    if request.map_name is None:
        return fence.document, read_text(
            fence.text,
            file=fence.place.file,
            notation=request.notation or "yaml",
            folder=folder_of(fence.document, library.project),
        )
    path = library.path_of(request.map_name, document=fence.document)
    files += dependencies(path, None, library.project)
    return path, library.reading(path, request.notation)


def _shown(
    fence: Fence,
    request: Request,
    home: Path,
    reading: Reading,
    library: Library,
    occurrence: int,
    files: list[Path],
    stands: Destination,
    cleaned: bool,
    shelf: Shelf | None,
    explores: bool,
    in_pages: bool,
) -> Hosted:
    files += dependencies(home, reading, library.project, theme=request.options.theme)
    found = findings_in(reading, home=home, library=library)
    if request.map_name is None:
        found = tuple(fence.place.moved(one) for one in found)
    problems = [one_line(d) for d in found if d.severity is Severity.ERROR]
    if reading.map is None:
        return _failed(tuple(problems), _excerpts(found, fence, home, reading), files)
    placed = request.shape in (None, Shape.HTML, Shape.INLINE, Shape.IMAGE)
    is_figure = request.shape in (None, Shape.HTML, Shape.IMAGE)
    lead = partial(leads_of, home, fence.document, library)
    parts = pictures_of(
        reading.map,
        request,
        home=home,
        library=library,
        placed=placed,
        stands=stands,
        beside=fence.document,
        narrow=is_figure and stands.height is None,
        leads=lead(in_pages=in_pages),
    )
    shown = parts[0]
    remarks = [one_line(d) for d in found if d.severity is not Severity.ERROR]
    # Strict builds fail on what nobody can read; an explorer enlarges what it shows.
    seen = () if request.is_explored else parts
    small = [shortfall_in(one, home=home, library=library, span=_span(fence)) for one in seen]
    problems += [one_line(one) for one in small if one]
    explorer = None
    if explores:
        explorer = kept_explorer(
            reading.map,
            request,
            home=home,
            library=library,
            beside=fence.document,
            shelf=shelf,
            number=occurrence,
            # In a frame of the page, a place of the page has no address.
            leads=lead(in_pages=in_pages and shelf is not None),
        )
    apart = on_page(occurrence)
    figures = markups_of(parts, request, apart, cleaned=cleaned, explorer=explorer)
    return Hosted(
        "\n".join(figures),
        tuple(map(for_log, problems)),
        tuple(map(for_log, remarks)),
        shown,
        request,
        tuple(dict.fromkeys(files)),
        home,
        parts if len(parts) > 1 else (),
        tuple(figures) if len(parts) > 1 else (),
        figure_id(home, folder_of(home, library.project))
        if is_figure and request.map_name is not None
        else None,
    )


def leads_of(home: Path, document: Path, library: Library, *, in_pages: bool) -> Leads:
    """Return what leads from the map in `home`, shown in a document, to other maps."""
    folder = folder_of(home, library.project)
    drawn = drawn_before(READ_IN_BROWSERS, folder=folder, beside=document)
    return leading(home, folder=folder, beside=document, shown=(drawn,), in_pages=in_pages)


def with_mark(found: Hosted, taken: set[str]) -> Hosted:
    """Return what a page shows, with the mark by which others lead to its figure.

    The first of a page has it; `taken` are the marks that the page has.
    """
    if found.figure is None or found.figure in taken:
        return found
    taken.add(found.figure)
    return replace(found, html=marked(found.html, found.figure))


def _span(fence: Fence) -> Span:
    """Return where a fence begins."""
    start = Position(max(fence.place.line - 1, 1), fence.place.column)
    return Span(fence.place.file, start, start)


def _excerpts(found: Sequence[Diagnostic], fence: Fence, home: Path, reading: Reading) -> str:
    """Return the findings with their lines, for a reader of the page."""
    if fence.text.strip():
        lines = reading.text.split("\n")
        indented = "\n".join(" " * (fence.place.column - 1) + line for line in lines)
        texts = {
            **reading.included,
            fence.place.file: "\n" * (fence.place.line - 1) + indented,
        }
    else:
        texts = reading.texts
    return report.render(found, texts=texts)


def in_box(problems: str) -> str:
    """Return the box for a map that cannot be shown, with what is wrong; it has no empty lines."""
    shown = text(problems.strip()).replace("\n", "&#10;")
    style = "border: 2px solid #bf400c; padding: .5em 1em; overflow: auto"
    parts = [
        element("p", {}, element("strong", {}, "This argument map cannot be shown.")),
        element("pre", {"style": "white-space: pre-wrap"}, shown),
    ]
    attributes = {"class": "argmap-problem", "role": "note", "style": style}
    return element("div", attributes, "".join(parts))


def _failed(problems: tuple[str, ...], details: str, files: list[Path]) -> Hosted:
    html = in_box(details or "\n".join(problems))
    return Hosted(html, tuple(map(for_log, problems)), files=tuple(files))
