"""The maps of a build, drawn where they changed and written, and its index."""

import contextlib
import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.building.index_page import index_page
from argmap.building.journal import NAME, Entry, Journal
from argmap.building.plan import (
    INDEX,
    Ways,
    entry_for,
    is_current,
    leads_rightly,
    made_by,
    places_with_pictures,
)
from argmap.building.work import Job, Made
from argmap.errors import FileError
from argmap.output import write_all, write_whole

# What is wrong with one file; others may be written all the same.
_OF_ONE_FILE = (errno.ENAMETOOLONG, errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.ELOOP)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build has to do: the jobs that are to be drawn, of all, and what is there no more."""

    folder: Path
    jobs: Sequence[Job]
    stale: Sequence[Job]
    lost: Sequence[str]
    journal: Journal
    maker: str
    ways: Ways


def planned(folder: Path, jobs: Sequence[Job], formats: Iterable[str]) -> Plan:
    """Return what is to be done, and write nothing.

    Raises FileError where the folder has something in it that no build has made.
    """
    if folder.exists() and not folder.is_dir():
        raise FileError(f"{folder} is no folder; name one for the pictures.")
    journal, maker = Journal(folder), made_by(formats)
    if folder.is_dir() and not (folder / NAME).exists() and any(folder.iterdir()):
        raise FileError(
            f"{folder} has files in it that no build has made; name another folder, or an empty "
            "one."
        )
    ways = Ways(folder)
    found = {job.key: job for job in jobs}
    places = places_with_pictures(jobs, journal.entries)
    stale = [
        _leading(job, journal.entries.get(key), places)
        for key, job in found.items()
        if not is_current(job, ways, journal.entries.get(key), maker=maker, places=places)
    ]
    lost = [key for key in journal.entries if key not in found]
    return Plan(folder, jobs, stale, lost, journal, maker, ways)


def _leading(job: Job, entry: Entry | None, places: set[str]) -> Job:
    """Return the job with the places to which nothing can lead, as far as they are known."""
    known = entry.leads if entry else ()
    return replace(job, without=frozenset(place for place in known if place not in places))


def written(plan: Plan, draw: Callable[[Sequence[Job]], Iterable[Made]]) -> Iterator[Made]:
    """Write the pictures of each map as soon as it is made, and yield what became of it.

    `draw` makes them. Whether there is another map to lead to is known when all are made; what
    leads to one that is broken, or no part of the build, is made again.
    """
    _begin(plan)
    for made in draw(plan.stale):
        yield _kept(plan, made)
    astray = _astray(plan)
    for made in draw(astray) if astray else ():
        one = _kept(plan, made)
        if one.error is not None:
            yield one
    for key in plan.lost:
        _remove(plan.folder, plan.journal.entries.pop(key).files)
    plan.journal.close()
    entries = [plan.journal.entries[job.key] for job in plan.jobs]
    page = index_page(list(zip(plan.jobs, entries, strict=True)))
    index = plan.folder / INDEX
    if not index.exists() or index.read_bytes() != page:
        write_whole(index, page)


def _begin(plan: Plan) -> None:
    """Make the folder, and clear away what a build that was killed has left half-written."""
    if not plan.folder.exists():
        plan.folder.mkdir(parents=True)
        # It is that of a build from now on.
        (plan.folder / NAME).touch()
    elif not plan.journal.was_whole:
        for part in plan.folder.rglob(".*.part"):
            with contextlib.suppress(OSError):
                part.unlink()


def _astray(plan: Plan) -> list[Job]:
    """Return jobs for the maps whose pictures lead to others that are not there, or should."""
    entries = plan.journal.entries
    places = places_with_pictures(plan.jobs, entries)
    made = ((job, entries[job.key]) for job in plan.jobs)
    return [
        _leading(job, entry, places)
        for job, entry in made
        if not entry.broken and not leads_rightly(entry, places)
    ]


def _kept(plan: Plan, one: Made) -> Made:
    """Write what became of a map, and return it; where its pictures alone cannot be, why not."""
    try:
        _keep(plan, one)
    except FileError as error:
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno not in _OF_ONE_FILE:
            raise
        one = Made(one.job, error=error)
        _keep(plan, one)
    return one


def _keep(plan: Plan, one: Made) -> None:
    before = plan.journal.entries.get(one.job.key)
    if one.error is not None:
        # The index is for others: it has nothing of the machine that drew it.
        told = one.error.brief.replace(one.job.name, one.job.place)
        key, files = one.job.key, before.files if before else {}
        plan.journal.add(Entry(key, plan.maker, files=files, broken=told))
        return
    write_all(
        {plan.folder / name: content for name, content in one.pictures.items()}, make_folder=True
    )
    if before:
        _remove(plan.folder, before.files.keys() - one.pictures.keys())
    plan.journal.add(entry_for(one, plan.ways, maker=plan.maker))


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Remove pictures that a build has made, and folders that are empty then."""
    root = folder.resolve()
    for name in names:
        file = (root / name).resolve()
        # A journal may come from anybody.
        if not file.is_relative_to(root) or file.name in (NAME, INDEX):
            continue
        with contextlib.suppress(OSError):
            file.unlink()
            for parent in file.relative_to(root).parents[:-1]:
                (root / parent).rmdir()
