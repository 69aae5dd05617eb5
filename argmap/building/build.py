"""The maps of a build, drawn where they changed and written, and its index."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.building.index_page import index_page
from argmap.building.journal import NAME, Entry, Journal
from argmap.building.plan import INDEX, entry_for, is_current, key_of, made_by
from argmap.building.work import Job, Made
from argmap.errors import FileError
from argmap.output import write_all, write_whole


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build has to do: the jobs that are to be drawn, of all, and what is there no more."""

    folder: Path
    jobs: Sequence[Job]
    stale: Sequence[Job]
    lost: Sequence[str]
    journal: Journal
    maker: str


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
    found = {key_of(job, folder): job for job in jobs}
    stale = [
        job
        for key, job in found.items()
        if not is_current(job, folder, journal.entries.get(key), maker)
    ]
    lost = [key for key in journal.entries if key not in found]
    return Plan(folder, jobs, stale, lost, journal, maker)


def written(plan: Plan, made: Iterable[Made]) -> Iterator[Made]:
    """Write the pictures of each map as soon as it is made, and yield what became of it."""
    _begin(plan)
    for one in made:
        _keep(plan, one)
        yield one
    for key in plan.lost:
        _remove(plan.folder, plan.journal.entries.pop(key).files)
    plan.journal.close()
    entries = [plan.journal.entries[key_of(job, plan.folder)] for job in plan.jobs]
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


def _keep(plan: Plan, one: Made) -> None:
    before = plan.journal.entries.get(key_of(one.job, plan.folder))
    if one.error is not None:
        told = one.found[0].message if one.found else one.trouble
        files = before.files if before else {}
        plan.journal.add(
            Entry(key_of(one.job, plan.folder), plan.maker, files=files, broken=told or "")
        )
        return
    write_all(
        {plan.folder / name: content for name, content in one.pictures.items()}, make_folder=True
    )
    if before:
        _remove(plan.folder, before.files.keys() - one.pictures.keys())
    files = {name: len(content) for name, content in one.pictures.items()}
    behind = one.behind
    entry = entry_for(one.job, plan.folder, maker=plan.maker, behind=behind, files=files)
    plan.journal.add(replace(entry, summary=one.summary))


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
