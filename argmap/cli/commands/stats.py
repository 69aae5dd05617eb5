"""`argmap stats`: maps in numbers."""

from pathlib import Path

import click

from argmap.cli.map_files import maps_read, require_map_file
from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import (
    Within,
    file_name,
    from_option,
    reading_of,
    require_map,
    source_text_option,
    tell,
    terminal_width,
)
from argmap.errors import ArgmapError
from argmap.evaluation.deadline import Deadline
from argmap.report.explanation import written
from argmap.report.stats import Counted, stats_csv, stats_json, stats_table, stats_text
from argmap.source_texts import source_texts
from argmap.survey.stats import stats


@click.command()
@click.argument("paths", metavar="MAP...", type=file_name, nargs=-1, required=True)
@from_option
@click.option(
    "--format",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    show_default=True,
    help="For people, for programs, or for a spreadsheet.",
)
@source_text_option
@click.option(
    "--time-limit",
    type=Within(min=0, min_open=True, max=86400),
    default=60.0,
    show_default=True,
    help="Seconds for each map.",
)
def command(
    paths: tuple[str, ...],
    notation: str | None,
    format: str,
    source_text: dict[str, Path],
    time_limit: float,
) -> None:
    """Count what is in each MAP; a folder stands for all maps in it, “-” for standard input.

    Its size and depth, how many claims are for and against the thesis, how many cite a source and
    how many quotations are really there, how many objections are answered, what stands, and the
    cruxes: the claims whose fall would turn the verdict on the thesis. Several maps make a table,
    with a line for all of them.

    \b
    Examples:
      argmap stats argument.yaml
      argmap stats maps
      argmap stats maps --format csv
    """
    found: list[Counted] = []
    code, name = 0, ""
    with progress(lambda: f"counting in {name}"):
        for name in maps_read(paths, notation):
            try:
                require_map_file(name)
                a_map = require_map(reading_of(name, notation))
                texts = source_texts(a_map, given=source_text)
                numbers = stats(a_map, texts, deadline=Deadline(time_limit))
                found.append(Counted(name, a_map, numbers))
            except ArgmapError as error:
                code = max(code, tell(error))
    if format == "json":
        give(written(stats_json(found)))
    elif format == "csv":
        give(stats_csv(found), nl=False)
    elif len(found) > 1:
        say(stats_table(found), nl=False)
    else:
        say("".join(stats_text(one, width=terminal_width()) for one in found), nl=False)
    if code:
        raise click.exceptions.Exit(code)
