"""`argmap new`: a small commented map to start from."""

from pathlib import Path

import click

from argmap.cli.printing import give, say
from argmap.cli.reading import STANDARD, file_name, is_folder
from argmap.errors import FileError
from argmap.output import write_whole

STARTER = """\
argmap: 1                     # the version of the format
title: A map to start from

thesis:                       # what the argument is for: one claim, or a list of them
  id: four-days
  label: A four-day week      # a short headline, if you like
  text: Our office should try a four-day week.
  arguments:                  # independent reasons: each could carry the thesis alone
    - Rested people make fewer mistakes.
    - premises:               # linked premises: they count only together
        - Half of those who left last year wanted more free time.
        - People who get what they want are less likely to leave.
      rebuttals:              # against the step from the premises: an undercut
        - Those who left wanted money even more.
  rebuttals:                  # against the thesis itself
    - text: Customers would wait longer on the fifth day.
      rebuttals:              # and an answer to the rebuttal
        - Two teams can take turns, so that every day is covered.
"""


@click.command()
@click.argument("file", type=file_name)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(file: str, force: bool) -> None:
    """Write a small commented map to FILE (“-” is standard output).

    \b
    Example:
      argmap new my-map.yaml
    """
    if file == STANDARD:
        give(STARTER, nl=False)
        return
    if is_folder(file):
        raise FileError(f"“{file}” is a folder; name a file in it.")
    path = Path(file)
    if path.exists() and not force:
        raise FileError(f"{file} exists already; choose another name, or --force to replace it.")
    write_whole(path, STARTER.encode())
    say(f"{file} is written; draw it with: argmap render {file}", err=True)
