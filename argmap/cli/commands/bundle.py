"""`argmap bundle`: a map of several files as one."""

import sys
from pathlib import Path

import click

from argmap.cli.conversion import begun_from, tell_losses
from argmap.cli.reading import STANDARD, file_name, from_option
from argmap.output import write_whole


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@from_option
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=file_name,
    default=STANDARD,
    help="The file to write to [default: standard output].",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(map_file: str, notation: str | None, output: str, quiet: bool) -> None:
    """Write a map that includes other files as one file, in which the same stands.

    Its ids stay as they are, those with names of files as well, and so does its picture. Of files
    that are included under a name only what bears on the map is there. Comments are left out.

    \b
    Examples:
      argmap bundle argument.yaml -o whole.yaml
      argmap bundle argument.yaml | argmap check -
    """
    text, bundled = begun_from(map_file, output, notation)
    if output == STANDARD:
        sys.stdout.buffer.write(text.encode())
    else:
        kept = {Path(name).resolve() for name in bundled.texts}
        if Path(output).resolve() in kept:
            raise click.UsageError(f"“{output}” is what is read; choose another file to write to.")
        write_whole(Path(output), text.encode())
    if not quiet:
        tell_losses(bundled)
