"""Maps → their pictures and what a build says of them: all that workers do, wherever they are."""

import os
import posixpath
import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

from argmap.checks.runner import selected
from argmap.configuration import Configuration, configuration_for
from argmap.crew import DIED, Workers, work
from argmap.document.reading import read_file
from argmap.errors import ArgmapError, MapError
from argmap.evaluation.grounded.labelling import evaluate
from argmap.examination import check
from argmap.formats.carriers.decoding import largest_of
from argmap.formats.recognition import readable_format
from argmap.links import at_claim, file_of, from_folder, is_relative
from argmap.model import ArgumentMap
from argmap.picture_files.dependencies import dependencies
from argmap.picture_files.fingerprint import fingerprint, fingerprints
from argmap.picture_files.ownership import for_file
from argmap.picture_files.part_files import in_file, part_file
from argmap.pipeline import picture, pictures, read_text
from argmap.project import Project, folder_of
from argmap.reader import Reading
from argmap.render import READ_IN_BROWSERS, picture_format
from argmap.render.renderer import renderer_named
from argmap.style import with_defaults
from argmap.weighing import Standing


@dataclass(frozen=True, slots=True)
class Job:
    """A map to be drawn: its `name` for people, and the file `home` with its project's `root`.

    `key` is how the journal calls it, and `place` where it lies among those of the build. Maps in
    other places have pictures, too, but for those `without`. `targets` are the files of its
    pictures by format, from the folder of the build; `to_home` is how they have to write what lies
    beside the map. With `files`, by their paths from the root, nothing else of the root is read,
    wherever the work is done.
    """

    name: str
    home: Path
    root: Path
    key: str
    place: str
    targets: Mapping[str, str]
    to_home: str
    block: int | None = None
    without: frozenset[str] = frozenset()
    files: Mapping[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What an index says of a map; `theses` are their texts with what became of them."""

    title: str
    claims: int
    theses: tuple[tuple[str, Standing], ...]
    verdicts: Mapping[str, int]
    findings: int


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a map: its pictures by their files, or why there are none.

    `behind` are the files that they depend on with their fingerprints, and `leads` the places of
    the maps that they lead to, or would if those had pictures.
    """

    job: Job
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    behind: Mapping[Path, str | None] = field(default_factory=dict)
    leads: tuple[str, ...] = ()
    summary: Summary | None = None
    error: ArgmapError | None = None


def made_with(
    jobs: Iterable[Job], workers: Workers, *, lost: tuple[type[Exception], ...] = ()
) -> Generator[Made, None, None]:
    """Yield what became of each map; `lost` is as for `argmap.crew.work`."""
    return work(jobs, workers, do=make_all, died=_died, lost=lost)


def _died(job: Job) -> Made:
    return Made(job, error=ArgmapError(DIED))


def make_all(jobs: Sequence[Job]) -> list[Made]:
    """Return what became of each of several maps."""
    return [make(job) for job in jobs]


def make(job: Job) -> Made:
    """Return the pictures of a map, or why it has none; nothing is written."""
    # What was sent is not sent back.
    told = job if job.files is None else replace(job, files={})
    try:
        with _placed(job) as (home, root):
            made = _made(told, home, Project(root))
            if job.files is None:
                return made
            behind = {job.root / file.relative_to(root): one for file, one in made.behind.items()}
            return replace(made, behind=behind)
    except ArgmapError as error:
        return Made(told, error=error)


@contextmanager
def _placed(job: Job) -> Iterator[tuple[Path, Path]]:
    """Give the file and the root, for the time in which they are needed."""
    if job.files is None:
        yield job.home, job.root
        return
    with tempfile.TemporaryDirectory(prefix="argmap-") as place:
        root = Path(place).resolve()
        for name, content in job.files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield root / job.home.relative_to(job.root), root


def _made(job: Job, home: Path, project: Project) -> Made:
    # Before it is read: what is saved in the meantime is drawn the next time.
    known = fingerprint(home)
    reading = read_job(job, home, project)
    if reading.map is None:
        raise MapError(reading.diagnostics, texts=reading.texts)
    settings = configuration_for(home, within=project.root)
    behind = dependencies(home, reading, project, settings=settings)
    selection = selected(settings.select, settings.ignore)
    found = check(reading, selection=selection, given_texts={}, defaults=settings.style)
    leads: dict[str, None] = {}
    drawn = dict(_drawn(job, reading.map, settings, leads))
    kept = {**fingerprints(behind), home: known}
    return Made(job, drawn, kept, tuple(leads), _summary(job, reading.map, len(found)))


def read_job(job: Job, home: Path, project: Project) -> Reading:
    """Return what the file of a map holds. Raises FileError where it cannot be read."""
    data = read_file(home, largest=largest_of(home.name), name=job.name)
    format = readable_format(home.name, data)
    return read_text(
        data,
        file=job.name,
        notation=format.name if format else "yaml",
        folder=folder_of(home, project),
        block=job.block,
    )


def _drawn(
    job: Job, a_map: ArgumentMap, settings: Configuration, leads: dict[str, None]
) -> Iterator[tuple[str, bytes]]:
    """Yield each file with what it holds; a map in parts has several of a format.

    The places of the maps that they lead to are added to `leads`.
    """
    parts = with_defaults(a_map.style, settings.style).parts

    def links(link: str) -> str:
        return from_folder(link, job.to_home) if job.to_home and is_relative(link) else link

    for format, target in job.targets.items():
        known = picture_format(format)
        to_map = partial(_lead, job, format, leads)
        if parts and known.has_parts and not known.has_pages:
            drawn = pictures(a_map, defaults=settings.style, links=links, leads=to_map)
        else:
            one = picture(
                a_map,
                defaults=settings.style,
                placed=known.is_placed,
                paged=known.has_pages,
                narrow=known.is_page,
                stepped=known.has_steps,
                links=links,
                leads=to_map,
            )
            drawn = (one,)
        for number, shown in enumerate(drawn):
            file = part_file(Path(target), number)
            content = renderer_named(format).render(in_file(shown, file))
            yield file.as_posix(), for_file(content, format)


def _lead(job: Job, format: str, leads: dict[str, None], link: str) -> str | None:
    """Return how a picture leads to that of another map of the build; note the place of that."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(job.place), file_of(link)))
    # What a map says its home is may be no file at all.
    is_file = bool(posixpath.splitext(place)[1])
    if not is_file or place.startswith(("/", "../")) or place == job.place:
        return None
    leads[place] = None
    if place in job.without:
        return None
    shown = format
    if picture_format(format).is_notation:
        shown = next((one for one in READ_IN_BROWSERS if one in job.targets), format)
    file = posixpath.splitext(place)[0] + picture_format(shown).suffixes[0]
    folder = posixpath.dirname(job.targets[format]) or "."
    address = quote(os.fsencode(posixpath.relpath(file, folder)))
    return at_claim(address, link.partition("#")[2])


def _summary(job: Job, a_map: ArgumentMap, findings: int) -> Summary:
    verdicts = evaluate(a_map).claims
    counts = {one.value: 0 for one in Standing}
    for verdict in verdicts.values():
        counts[verdict.standing.value] += 1
    theses = tuple((a_map.claims_by_id[t].text, verdicts[t].standing) for t in a_map.theses)
    title = a_map.title or (theses[0][0] if theses else job.home.stem)
    return Summary(title, len(a_map.claims), theses, counts, findings)
