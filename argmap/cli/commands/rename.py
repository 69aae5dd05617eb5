"""`argmap rename`: another id for something in a map, wherever it is named."""

from pathlib import Path

import click

from argmap.cli.changes import map_text, name_of, unified, write_together
from argmap.cli.printing import give, say
from argmap.cli.reading import file_name, require_map
from argmap.embed.library import library_of
from argmap.embed.renaming import NotWholeError, RenamedProject, renamed_project
from argmap.pipeline import read_path
from argmap.reader import Reading
from argmap.reader.written import Kind
from argmap.values import canonical

KINDS = {"claim": Kind.CLAIM_OR_ARGUMENT, "source": Kind.SOURCE, "audience": Kind.AUDIENCE}


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@click.argument("old", type=canonical)
@click.argument("new", type=canonical)
@click.option("--kind", type=click.Choice(tuple(KINDS)), help="What is meant, if several fit.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(map_file: str, old: str, new: str, kind: str | None, diff: bool, quiet: bool) -> None:
    """Give what is called OLD in MAP the id NEW, wherever it is named.

    A claim or an argument, a source, or an audience: where it is at home, in every “ref”,
    “contradicts”, “expect” and “style”, in all files that MAP is made of, in the maps of the
    project that share files with it, and in the documents that show it by its id. OLD may be what
    MAP calls something of a file that it includes, such as “tax/rate”. What has no id of its own,
    and is known by its first words, gets one. All comments stay. All files are written, or none.

    \b
    Examples:
      argmap rename argument.yaml dogs-allowed dogs --diff
      argmap rename speech.yaml speech2022 speech-2022
      argmap rename budget.yaml tax/rate tax/top-rate --diff
    """
    path = Path(map_file)
    map_text(map_file)
    reading, library = read_path(path, "yaml"), library_of(path)
    try:
        changed = renamed_project(
            reading, old, new, library=library, kind=KINDS[kind] if kind else None
        )
    except NotWholeError:
        require_map(reading)
        raise
    if diff:
        for one in changed.files:
            give(unified(one.old, one.new, name_of(one.path, map_file)), nl=False)
    else:
        write_together({one.path: one.new for one in changed.files}, map_file)
    if not quiet:
        if not diff:
            say(_sentence(map_file, old, changed), err=True)
        for each in changed.faulty:
            say(_as_far_as_read(each), err=True)


def _sentence(name: str, old: str, changed: RenamedProject) -> str:
    """Return what was done: `“a” is “b” now: 3 places in a.yaml, 1 in notes.md`."""
    first, *more = changed.files
    number = "1 place" if first.places == 1 else f"{first.places} places"
    places = [f"{number} in {name_of(first.path, name)}"]
    places += [f"{one.places} in {name_of(one.path, name)}" for one in more]
    others = [f"“{one}” is “{other}”" for one, other in changed.also.items()]
    also = f"; with it {', '.join(others)}" if others else ""
    return f"“{old}” is “{changed.new}” now: {', '.join(places)}{also}"


def _as_far_as_read(faulty: Reading) -> str:
    """Return what is to be said of a map around that has faults."""
    fault = faulty.diagnostics[0]
    at = f"{fault.span.file}:{fault.span.start.line}:{fault.span.start.column}"
    return (
        f"{faulty.file} has faults ({at}: {fault.message}), and was followed only as far as it can "
        "be read; look whether the old id is still in it"
    )
