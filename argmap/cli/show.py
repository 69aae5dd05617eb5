"""`argmap show`: a map as an outline in the terminal."""

import shutil

import click

from argmap.cli.reading import mention_findings, reading_of, require_map
from argmap.report.outline import outline

WIDEST = 100


@click.command()
@click.argument("map_file", metavar="MAP")
def command(map_file: str) -> None:
    """Show MAP, a file or “-” for standard input, as an outline.

    \b
    Example:
      argmap show argument.yaml
    """
    reading = reading_of(map_file)
    a_map = require_map(reading, name=map_file)
    width = min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    click.echo(outline(a_map, width=width), nl=False)
    mention_findings(reading, name=map_file)
