"""The maps and documents of a folder as a list, each with its verdicts in numbers."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from argmap.errors import ArgmapError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.picture_files.dependencies import dependencies
from argmap.pipeline import read_path
from argmap.project import Project
from argmap.render.markup import element, empty_tag, text
from argmap.report.outline_text import tally
from argmap.serving.shell import page_of
from argmap.serving.views import DOCUMENTS, MAPS, SLIDES, View, within

# So many folders are watched for new maps, and files that may become some.
MOST_FOLDERS, _MOST_FILES = 300, 300
# After a folder, a hyphen or an underscore.
_JOINTS = re.compile(r"(?<=[/_-])(?=[^/_-])")
_BEFORE_SIGN = re.compile(r" (?=[^\w\s](?:,|$))")
# Finds the maps in a folder; a command knows how.
MapsIn = Callable[[Path], Iterable[Path]]


def folder_view(folder: Path, project: Project, maps_in: MapsIn) -> View:
    """Return the page of a folder; one map that is faulty does not keep the others from it.

    Raises PermissionError where nobody may look into the folder.
    """
    os.scandir(folder).close()
    maps = [file for file in maps_in(folder) if _holds(project, file)]
    documents = [file for file in _documents(folder) if _holds(project, file)]
    files: dict[Path, None] = dict.fromkeys(_where_maps_may_come(folder))
    rows = []
    for file in maps:
        row, behind = _row(file, folder, project)
        rows.append(row)
        files |= dict.fromkeys(behind)
    body = [element("h1", {}, text(folder.resolve().name or "Maps"))]
    if rows:
        head = "".join(
            element("th", {"scope": "col"}, one) for one in ("Map", "What stands", "Talk")
        )
        table = element("thead", {}, element("tr", {}, head))
        body.append(element("table", {}, table + element("tbody", {}, "".join(rows))))
    else:
        body.append(element("p", {}, "There is no map in this folder yet."))
    if documents:
        body.append(element("h2", {}, "Documents"))
        items = (element("li", {}, _link(file, folder, _shown(file, folder))) for file in documents)
        body.append(element("ul", {}, "".join(items)))
        files |= dict.fromkeys(documents)
    page = page_of(
        text(folder.resolve().name or "Maps"),
        [element("main", {"class": "prose maps"}, "\n".join(body))],
    )
    return View(folder, page, (), tuple(files))


def _holds(project: Project, file: Path) -> bool:
    try:
        project.require(file, name=str(file))
    except ArgmapError:
        return False
    return True


def _where_maps_may_come(folder: Path) -> Iterator[Path]:
    """Yield a folder and those below it, hidden ones and what is beyond counting left out.

    With them come the files that are named like maps: one that is empty now may hold one soon.
    """
    number = 0
    for place, below, files in islice(os.walk(folder), MOST_FOLDERS):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield Path(place)
        named = sorted(name for name in files if name.lower().endswith(MAPS))[
            : _MOST_FILES - number
        ]
        number += len(named)
        yield from (Path(place, name) for name in named)


def _documents(folder: Path) -> Iterator[Path]:
    try:
        found = sorted(file for file in folder.iterdir() if file.suffix.lower() in DOCUMENTS)
    except OSError:
        return
    yield from (file for file in found if os.path.isfile(file) and not file.name.startswith("."))


def _row(file: Path, folder: Path, project: Project) -> tuple[str, tuple[Path, ...]]:
    """Return a map as a row of the table, and the files behind it."""
    reading, title = None, None
    try:
        reading = read_path(file, project=project)
        if reading.map is None:
            number = len(reading.diagnostics)
            told = f"cannot be read: {number} finding{'s' if number > 1 else ''}"
        else:
            title = reading.map.title
            told = _BEFORE_SIGN.sub("\u00a0", tally(evaluate(reading.map)))
    except ArgmapError as error:
        told = within(project.root, str(error))
    name = element("span", {"class": "quiet"}, _shown(file, folder)) if title else ""
    first = _link(file, folder, text(title) if title else _shown(file, folder))
    first += f"<br/>{name}" if name else ""
    # What cannot be read has none yet.
    slides = _link(file, folder, "Slides", f"?{SLIDES}") if reading and reading.map else ""
    cells = "".join(element("td", {}, one) for one in (first, text(told), slides))
    return element("tr", {}, cells), dependencies(file, reading, project)


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _shown(file: Path, folder: Path) -> str:
    """Return a name as markup that goes on to another line at its joints, and not within a word."""
    return empty_tag("wbr", {}).join(text(one) for one in _JOINTS.split(_name(file, folder)))


def _link(file: Path, folder: Path, name: str, query: str = "") -> str:
    """Return a link to a file; the name is markup."""
    # A colon in the first name would be taken for the end of a scheme.
    address = f"./{quote(_name(file, folder))}{query}"
    return element("a", {"href": address, "dir": "auto"}, name)
