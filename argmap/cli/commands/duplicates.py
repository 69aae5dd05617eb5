"""`argmap duplicates`: near copies of claims over many maps."""

from pathlib import Path

import click

from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import Within, answer_format_option, file_name, terminal_width
from argmap.corpus.database import opened
from argmap.corpus.duplicates import LEAST, duplicates
from argmap.report.corpus import families_json, families_text
from argmap.report.explanation import written


@click.command()
@click.argument("corpus", metavar="CORPUS", type=file_name)
@click.option(
    "--least",
    type=Within(min=0.5, max=1),
    default=LEAST,
    show_default=True,
    help="How alike copies are at least; 1 is the same but for case and final marks.",
)
@click.option("--within", is_flag=True, help="Tell copies within one map, too.")
@answer_format_option
def command(corpus: str, least: float, within: bool, format: str) -> None:
    """Find claims that several maps of CORPUS make in nearly the same words.

    CORPUS is a database that “argmap index” made. Likeness is that of “argmap diff”, over pieces of
    words. Look at what is found: “is” and “is not” are nearly the same, too.

    \b
    Examples:
      argmap duplicates corpus.db
      argmap duplicates corpus.db --least 0.9 --format json
    """
    file = Path(corpus)
    with opened(file) as base, progress("looking for near copies"):
        found = tuple(duplicates(base, file, least=least, within=within))
    if format == "json":
        give(written(families_json(found)))
    elif found:
        say(families_text(found, width=terminal_width()), nl=False)
    else:
        say("no claim is nearly the same in two maps", err=True)
