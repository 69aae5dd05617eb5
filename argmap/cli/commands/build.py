"""`argmap build`: pictures of many maps, with an index."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from argmap.building.build import Plan, planned, written
from argmap.building.plan import INDEX, jobs_for
from argmap.building.work import Job, Made, made_with
from argmap.cli.map_files import maps_read, require_map_file
from argmap.cli.printing import say
from argmap.cli.progress import progress
from argmap.cli.reading import COULD_NOT, FOUND_SOMETHING, STANDARD, file_name, tell
from argmap.crew import Workers, clear, workers_for
from argmap.errors import ArgmapError, named
from argmap.render import PICTURE_NAMES

# For fewer maps, workers would take longer to begin than they save.
_FEW = 12


def _formats(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    for name in names:
        if name not in PICTURE_NAMES:
            known = ", ".join(PICTURE_NAMES)
            raise click.BadParameter(
                f"there is no format “{name}”; choose from {known}.", ctx, parameter
            )
    if not names:
        raise click.BadParameter("name a format, such as svg.", ctx, parameter)
    return names


@click.command()
@click.argument("paths", metavar="PATH...", type=file_name, nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    type=file_name,
    help="The folder of the pictures, made if need be.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    default="svg",
    show_default=True,
    metavar="FORMAT,…",
    callback=_formats,
    help="What to draw of each map: any formats of “argmap render”.",
)
@click.option(
    "-j",
    "--jobs",
    "workers",
    type=click.IntRange(1),
    metavar="N",
    help="How many maps are drawn at a time [default: one for each processor].",
)
@click.option("--cluster", metavar="ADDRESS", help="Draw on the workers of this scheduler of Dask.")
@click.option("--check", is_flag=True, help="Write nothing; say what would be drawn.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
def command(
    paths: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    workers: int | None,
    cluster: str | None,
    check: bool,
    quiet: bool,
) -> None:
    """Check and draw all maps of PATH, with an index page that can be searched.

    Only what changed is drawn again: a map, a file that it includes, its theme, its sources, the
    settings, or argmap itself. A map that is broken is reported, and stops no other; the exit code
    is then 1. A build that was stopped goes on where it was. With --check the exit code is 1 where
    anything is to be drawn.

    \b
    Examples:
      argmap build maps -o site
      argmap build maps -o site --check
      argmap build maps -o site -f svg,html -j 4
    """
    if STANDARD in paths:
        raise click.UsageError("a build is of files, not of standard input.")
    if cluster and workers:
        raise click.UsageError("-j is for this machine; leave it out with --cluster.")
    names, code = _names(paths)
    if not names:
        raise click.exceptions.Exit(code or COULD_NOT)
    plan = planned(Path(output), jobs_for(names, paths, Path(output), formats), formats)
    if check:
        code = max(code, _tell_stale(plan, quiet=quiet))
    else:
        draw = partial(_on_cluster, cluster) if cluster else partial(_made, workers)
        try:
            code = max(code, _build(plan, draw, quiet=quiet))
        finally:
            clear()
    if code:
        raise click.exceptions.Exit(code)


def _names(paths: Sequence[str]) -> tuple[list[str], int]:
    """Return the names of the maps, and an exit code where there is something wrong with some."""
    names, code = [], 0
    for name in maps_read(paths, None):
        try:
            require_map_file(name)
            names.append(name)
        except ArgmapError as error:
            code = max(code, tell(error))
    return names, code


def _tell_stale(plan: Plan, *, quiet: bool) -> int:
    for job in plan.stale:
        say(f"{job.name} is to be drawn")
    for name in plan.lost:
        say(f"{name} is gone, and its pictures are to be removed")
    if not (plan.stale or plan.lost) and not quiet:
        say(f"all pictures of {_maps(len(plan.jobs))} are current", err=True)
    return FOUND_SOMETHING if plan.stale or plan.lost else 0


def _build(plan: Plan, draw: Callable[[Sequence[Job]], Iterator[Made]], *, quiet: bool) -> int:
    """Draw and write what is to be drawn, and return the exit code."""
    code = done = findings = broken = 0
    start = time.monotonic()

    def so_far() -> str:
        return _so_far(done, len(plan.stale), time.monotonic() - start)

    with progress(so_far, quiet=quiet):
        for one in written(plan, draw):
            done += 1
            findings += one.summary.findings if one.summary else 0
            if one.error is not None:
                broken += 1
                code = max(code, tell(named(one.error, one.job.name)))
    if not quiet:
        parts = [f"{done - broken} drawn", f"{len(plan.jobs) - done} as before"]
        parts += [f"{broken} broken"] * bool(broken)
        parts += [f"{len(plan.lost)} removed"] * bool(plan.lost)
        say(f"{plan.folder / INDEX}: {_maps(len(plan.jobs))}, {', '.join(parts)}", err=True)
        if findings:
            told = "1 finding" if findings == 1 else f"{findings} findings"
            say(f"{told} in what was drawn: argmap check", err=True)
    return code


def _so_far(done: int, number: int, seconds: float) -> str:
    """Return how far a build is, how fast, and how long the rest takes at this rate."""
    told = f"drawing: {done} of {_maps(number)}"
    if not done:
        return told
    left = (number - done) * seconds / done
    rest = f"{left / 60:.0f} min left" if left > 90 else f"{left:.0f} s left"
    return f"{told}, {done / seconds:.0f} a second, {rest}"


def _made(asked: int | None, jobs: Sequence[Job]) -> Iterator[Made]:
    workers = workers_for(len(jobs), asked=asked, few=_FEW, warm="argmap.building.warm")
    return made_with(jobs, workers)


def _on_cluster(address: str, jobs: Sequence[Job]) -> Iterator[Made]:
    # Only then: it needs a library, which takes a while to import.
    from argmap.building.cluster import Cluster, packed

    cluster = Cluster(address)
    try:
        workers = Workers(cluster.executor, cluster.workers)
        yield from made_with(packed(jobs), workers, lost=cluster.lost)
    finally:
        cluster.close()


def _maps(number: int) -> str:
    return f"{number} map{'s' * (number != 1)}"
