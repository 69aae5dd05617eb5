"""`argmap rename`: another id for something in a map, wherever it is named."""

from pathlib import Path

import click

from argmap.cli.changes import map_text, may_be_written, unified
from argmap.cli.printing import give, say
from argmap.cli.reading import file_name, require_map
from argmap.editing.renaming import Renamed, renamed
from argmap.embed.documents.renaming import RenamedDocument
from argmap.embed.library import library_of, near
from argmap.embed.renaming import renamed_files
from argmap.errors import FileError
from argmap.output import write_whole
from argmap.pipeline import read_path, read_text
from argmap.project import folder_of
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
    “contradicts”, “expect” and “style”, in the maps of the project that include MAP, and in the
    documents that show it by its id. What has no id of its own, and is known by its first words,
    gets one. All comments stay.

    \b
    Examples:
      argmap rename argument.yaml dogs-allowed dogs --diff
      argmap rename speech.yaml speech2022 speech-2022
    """
    path = Path(map_file)
    text = map_text(map_file)
    folder = folder_of(path)
    reading = read_path(path, "yaml")
    require_map(reading)
    changed = renamed(
        reading,
        text,
        old,
        new,
        read=lambda one: read_text(one, file=map_file, folder=folder),
        kind=KINDS[kind] if kind else None,
    )
    library = library_of(path)
    documents = renamed_files(path, reading, changed, library=library)
    if diff:
        give(unified(text, changed.text, map_file), nl=False)
        for one in documents:
            give(unified(one.old.decode(), one.new.decode(), str(near(one.path))), nl=False)
        return
    _write(path, changed, documents)
    if not quiet:
        say(_sentence(map_file, old, new, changed, documents), err=True)


def _write(path: Path, changed: Renamed, documents: list[RenamedDocument]) -> None:
    for one in (path, *(document.path for document in documents)):
        if not may_be_written(one):
            raise FileError(f"{one} leads to a file outside the project, which is not written.")
    write_whole(path, changed.text.encode())
    for document in documents:
        write_whole(document.path, document.new)


def _sentence(
    name: str, old: str, new: str, changed: Renamed, documents: list[RenamedDocument]
) -> str:
    """Return what was done: `“a” is “b” now: 3 places in a.yaml, 1 in notes.md`."""
    places = [f"{_places(len(changed.edits))} in {name}"]
    places += [f"{one.places} in {near(one.path)}" for one in documents]
    others = [f"“{one}” is “{other}”" for one, other in changed.ids.items() if one != old]
    also = f"; with it {', '.join(others)}" if others else ""
    return f"“{old}” is “{new}” now: {', '.join(places)}{also}"


def _places(number: int) -> str:
    return "1 place" if number == 1 else f"{number} places"
