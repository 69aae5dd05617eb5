"""`argmap index`: many maps in a database that can be asked."""

from pathlib import Path

import click

from argmap.cli.map_files import maps_read, require_map_file
from argmap.cli.printing import say
from argmap.cli.progress import progress
from argmap.cli.reading import COULD_NOT, STANDARD, file_name, from_option, tell
from argmap.corpus.database import Connection, made
from argmap.corpus.indexing import Indexed, forget_lost, index, size
from argmap.crew import clear
from argmap.errors import ArgmapError
from argmap.garbage import collect_seldom


@click.command()
@click.argument("paths", metavar="PATH...", type=file_name, nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="CORPUS",
    type=file_name,
    help="The database, of SQLite.",
)
@from_option
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many maps are read at a time [default: one for each processor].",
)
@click.option("--parquet", metavar="FOLDER", type=file_name, help="Write its tables there as well.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    paths: tuple[str, ...],
    output: str,
    notation: str | None,
    jobs: int | None,
    parquet: str | None,
    quiet: bool,
) -> None:
    """Put maps into CORPUS, a database of claims, arguments, citations and verdicts.

    A folder stands for all maps in it. What is there already is read again only if the map, or a
    file that it depends on, has changed; maps that are gone are dropped. A broken map is reported,
    and stops no other. “argmap search” and any program for SQLite can ask it.

    \b
    Examples:
      argmap index maps -o corpus.db
      argmap index maps class -o corpus.db --parquet tables
    """
    if STANDARD in paths:
        raise click.UsageError("a corpus is made of files, not of standard input.")
    code, number, new = 0, 0, 0
    collect_seldom()
    file = Path(output)
    names = []
    for name in maps_read(paths, notation):
        try:
            require_map_file(name)
            names.append(name)
        except ArgmapError as error:
            code = max(code, tell(error))
    if not names:
        raise click.exceptions.Exit(code or COULD_NOT)
    with made(file) as base:
        with progress(lambda: f"{number} of {len(names)} maps", quiet=quiet):
            try:
                for one in index(base, file, names, notation=notation, jobs=jobs):
                    number += 1
                    code, new = max(code, _told(one)), new + (one.is_new and not one.error)
            finally:
                clear()
        lost = forget_lost(base, file, names=names, paths=paths)
        if not quiet:
            say(f"{output}: {_summary(base, new, len(lost))}", err=True)
        if parquet is not None:
            # Only then: it needs a library.
            from argmap.corpus.parquet import write_tables

            write_tables(base, Path(parquet))
    if code:
        raise click.exceptions.Exit(code)


def _told(one: Indexed) -> int:
    return tell(one.error) if one.error else 0


def _summary(base: Connection, new: int, lost: int) -> str:
    """Return what is in the database now, and what of it is new."""
    maps, broken, claims = size(base)
    parts = [f"{maps} map{'s' * (maps != 1)}", f"{claims} claim{'s' * (claims != 1)}"]
    parts += [f"{broken} broken"] * bool(broken)
    parts += [f"{new} read anew"]
    parts += [f"{lost} dropped"] * bool(lost)
    return ", ".join(parts)
