"""`argmap extract`: a claim moved to `claims`, with a reference in its place."""

from pathlib import Path

import click

from argmap.cli.changes import map_text, name_of, unified, write_together
from argmap.cli.printing import give, say
from argmap.cli.reading import file_name, require_map
from argmap.embed.extracting import extracted_in_project
from argmap.embed.library import library_of
from argmap.pipeline import read_path
from argmap.values import canonical


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@click.argument("claim", metavar="ID", type=canonical)
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(map_file: str, claim: str, diff: bool, quiet: bool) -> None:
    """Move the claim ID of MAP to “claims”, and leave a “ref” where it stood.

    There it can be used in several places, and a deep map becomes flatter. All that speaks for and
    against it goes with it, and the comments among that. What an included file holds moves to the
    “claims” of that file. All maps of the project that are made of it say the same as before.

    \b
    Examples:
      argmap extract argument.yaml stay-longer --diff
      argmap extract new.yaml stay-longer
    """
    map_text(map_file)
    reading = read_path(Path(map_file), "yaml")
    changed = extracted_in_project(reading, claim, library=library_of(Path(map_file)))
    if changed is None:
        require_map(reading)
        return
    name = name_of(changed.path, map_file)
    if diff:
        give(unified(changed.old, changed.new, name), nl=False)
        return
    write_together({changed.path: changed.new}, map_file)
    if not quiet:
        say(f"“{claim}” stands under “claims” in {name}", err=True)
