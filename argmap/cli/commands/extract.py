"""`argmap extract`: a claim moved to `claims`, with a reference in its place."""

from pathlib import Path

import click

from argmap.cli.changes import map_text, may_be_written, unified
from argmap.cli.printing import give, say
from argmap.cli.reading import file_name, require_map
from argmap.editing.extracting import extracted
from argmap.errors import FileError
from argmap.output import write_whole
from argmap.pipeline import read_path, read_text
from argmap.project import folder_of
from argmap.values import canonical


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@click.argument("claim", metavar="ID", type=canonical)
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(map_file: str, claim: str, diff: bool, quiet: bool) -> None:
    """Move the claim ID of MAP to “claims”, and leave a “ref” where it stood.

    There it can be used in several places, and a deep map becomes flatter. All that speaks for and
    against it goes with it, and the comments among that. The map says the same as before.

    \b
    Examples:
      argmap extract argument.yaml stay-longer --diff
      argmap extract new.yaml stay-longer
    """
    path, text = Path(map_file), map_text(map_file)
    folder, reading = folder_of(path), read_path(path, "yaml")
    require_map(reading)
    new = extracted(
        reading, text, claim, read=lambda one: read_text(one, file=map_file, folder=folder)
    )
    if diff:
        give(unified(text, new, map_file), nl=False)
        return
    if not may_be_written(path):
        raise FileError(f"{map_file} leads to a file outside the project, which is not written.")
    write_whole(path, new.encode())
    if not quiet:
        say(f"“{claim}” stands under “claims” in {map_file}", err=True)
