"""What commands share on their way in: a map from a file or from standard input."""

import os
import shutil
import sys
from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import TextIO, TypeVar

import click

from argmap.cli.printing import say
from argmap.configuration import configuration_for
from argmap.errors import ArgmapError, MapError
from argmap.formats.recognition import READABLE
from argmap.model import ArgumentMap
from argmap.pipeline import read_path, read_standard_input
from argmap.reader import Reading
from argmap.values import canonical

STANDARD = "-"
WIDEST = 100
FOUND_SOMETHING = 1
COULD_NOT = 2


Command = TypeVar("Command", bound=Callable[..., object])

from_option = click.option(
    "--from",
    "notation",
    type=click.Choice(READABLE),
    help="The notation that is read [default: what the file tells].",
)


answer_format_option = click.option(
    "--format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)


def _key_and_file(
    ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, Path]:
    found = {}
    for value in values:
        key, equals, file = value.partition("=")
        if not (key and equals and file):
            raise click.BadParameter(f"“{value}” is not of the form KEY=FILE.", ctx, parameter)
        found[key] = Path(file)
    return found


source_text_option = click.option(
    "--source-text",
    metavar="KEY=FILE",
    multiple=True,
    callback=_key_and_file,
    help="Check quotes from the source KEY against a text in FILE.",
)


def what_if_options(command: Command) -> Command:
    """Add the options that ask what would change."""
    for name, happened in (("--reject", "fell"), ("--accept", "stood")):
        advice = f"What if this claim or step {happened}?"
        option = click.option(name, metavar="ID", type=canonical, multiple=True, help=advice)
        command = option(command)
    return command


def reading_of(name: str, notation: str | None = None) -> Reading:
    """Return what the file of that name, or standard input, holds as a map.

    `notation` is one of READABLE, None where the file tells it.
    """
    if name == STANDARD:
        return read_standard_input(sys.stdin.buffer, notation)
    return read_path(Path(name), notation)


class Within(click.FloatRange):
    """A number within limits; “nan”, which is on neither side of a limit, is none."""

    def convert(
        self, value: float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number; fail where it is none."""
        number = float(super().convert(value, param, ctx))
        if isnan(number):
            self.fail(f"{value!r} is not a number.", param, ctx)
        return number


def file_name(name: str) -> str:
    """Return a name from the command line; raise UsageError where it is empty.

    A `Path` would take it for the folder in which one works.
    """
    if not name:
        raise click.UsageError("the name of a file is empty.")
    return name


def is_folder(name: str) -> bool:
    """Return whether a folder has that name; `Path.is_dir` raises where it is too long for one."""
    return os.path.isdir(name)


def wants_colour(stream: TextIO) -> bool:
    """Return whether to colour: on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty()


def require_map(reading: Reading) -> ArgumentMap:
    """Return the map; raise MapError where there is none."""
    if reading.map is None:
        raise MapError(reading.diagnostics, texts=reading.texts)
    return reading.map


def tell(error: ArgmapError) -> int:
    """Say on standard error what went wrong, and return the exit code that stands for it."""
    if isinstance(error, MapError):
        # Imported only where there is something to say; drawings begin sooner without.
        from argmap.report import text

        colour = wants_colour(sys.stderr)
        report = text.render(error.diagnostics, texts=error.texts, colour=colour)
        say(report, err=True, color=True)
        return FOUND_SOMETHING
    say(f"argmap: {error}", err=True)
    return COULD_NOT


def terminal_width() -> int:
    """Return how many columns texts for people may take."""
    return min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)


def mention_findings(reading: Reading, *, name: str) -> None:
    """Say in one line on standard error how many findings there are, if any."""
    # Checks take a while to import, and are not asked for where argmap is to be quiet.
    from argmap.checks.runner import selected
    from argmap.examination import check

    path = None if name == STANDARD else Path(name)
    settings = configuration_for(path or Path())
    selection = selected(settings.select, settings.ignore)
    number = len(check(reading, selection=selection, given_texts={}))
    if number:
        findings = "1 finding" if number == 1 else f"{number} findings"
        say(f"{findings}: argmap check {name}", err=True)
