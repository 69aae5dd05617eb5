"""`argmap show`: a map as an outline in the terminal."""

import click

from argmap.cli.printing import say
from argmap.cli.reading import (
    file_name,
    from_option,
    mention_findings,
    reading_of,
    require_map,
    terminal_width,
)
from argmap.evaluation.grounded.labelling import evaluate
from argmap.report.outline_text import outline, tally


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@from_option
@click.option(
    "--evaluate/--no-evaluate", "wanted", default=True, help="Show what stands and what falls."
)
def command(map_file: str, notation: str | None, wanted: bool) -> None:
    """Show MAP, a file or “-” for standard input, as an outline.

    \b
    Example:
      argmap show argument.yaml
    """
    reading = reading_of(map_file, notation)
    a_map = require_map(reading)
    found = evaluate(a_map) if wanted else None
    say(outline(a_map, width=terminal_width(), evaluation=found), nl=False)
    if found is not None:
        say(f"\n{tally(found)}")
    mention_findings(reading, name=map_file)
