"""`argmap evidence`: what a map cites, by source."""

from pathlib import Path

import click

from argmap.cli.printing import give
from argmap.cli.reading import (
    STANDARD,
    file_name,
    from_option,
    mention_findings,
    reading_of,
    require_map,
    source_text_option,
)
from argmap.evaluation.grounded.labelling import evaluate
from argmap.output import write_whole
from argmap.report.evidence import evidence_markdown
from argmap.source_texts import source_texts
from argmap.survey.evidence import evidence


@click.command()
@click.argument("map_file", metavar="MAP", type=file_name)
@from_option
@source_text_option
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=file_name,
    default=STANDARD,
    help="Where to write it [default: standard output].",
)
def command(map_file: str, notation: str | None, source_text: dict[str, Path], output: str) -> None:
    """List every citation of MAP with its claims, by source, as Markdown.

    Of each quotation it says whether the text of the source has it, at the place that is named. The
    claims that have neither a source nor an argument come last.

    \b
    Examples:
      argmap evidence argument.yaml
      argmap evidence argument.yaml -o evidence.md
    """
    reading = reading_of(map_file, notation)
    a_map = require_map(reading)
    found = evidence(a_map, source_texts(a_map, given=source_text))
    told = evidence_markdown(a_map, found, evaluate(a_map))
    if output == STANDARD:
        give(told, nl=False)
    else:
        write_whole(Path(output), told.encode())
    mention_findings(reading, name=map_file)
