"""`argmap check`: everything there is to say about maps."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import click

from argmap.checks.runner import selected
from argmap.cli.checked import Checked, told_once, without_parts
from argmap.cli.map_files import maps_read, require_map_file
from argmap.cli.printing import give, say
from argmap.cli.reading import (
    COULD_NOT,
    FOUND_SOMETHING,
    STANDARD,
    file_name,
    from_option,
    reading_of,
    source_text_option,
    tell,
    wants_colour,
)
from argmap.cli.setting_options import type_of
from argmap.configuration import configuration_for
from argmap.destinations import destination
from argmap.diagnostics import Diagnostic
from argmap.errors import ArgmapError
from argmap.examination import check
from argmap.report.reports import REPORTS
from argmap.style import Style


@click.command()
@click.argument("paths", metavar="PATH...", type=file_name, nargs=-1, required=True)
@from_option
@click.option(
    "--format",
    type=click.Choice([report.NAME for report in REPORTS]),
    default=REPORTS[0].NAME,
    show_default=True,
    help="For people, for programs, as annotations on a pull request, or for code review.",
)
@click.option("--select", metavar="CODE,…", multiple=True, help="Report only these codes.")
@click.option("--ignore", metavar="CODE,…", multiple=True, help="Leave these codes out.")
@click.option("--strict/--no-strict", default=None, help="Let warnings fail, too.")
@source_text_option
@click.option(
    "--fit",
    metavar="PLACE",
    type=type_of(Style, "fit"),
    help="Find what cannot be read there: a width in pixels, or the name of a sheet.",
)
@click.option("--fix", is_flag=True, help="Mend what a finding tells how to, and write it.")
@click.option("--diff", is_flag=True, help="Write nothing; print what --fix would change.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing when there is nothing to say.")
def command(
    paths: tuple[str, ...],
    notation: str | None,
    format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool | None,
    source_text: dict[str, Path],
    fit: str | None,
    fix: bool,
    diff: bool,
    quiet: bool,
) -> None:
    """Check maps; a folder stands for all maps in it, “-” for standard input.

    The exit code is 1 when a map has an error, with --strict also when it has a warning. With
    --fix only what is left counts; --diff makes it 1 as well when there is something to mend.
    With --fix the mended text from standard input goes to standard output.

    \b
    Examples:
      argmap check argument.yaml
      argmap check maps --select one-sided,long-claim
      argmap check --fix maps
      argmap check speech.yaml --source-text speech2022=speech.txt
    """
    checked: list[Checked] = []
    texts: dict[str, str] = {}
    mendable: set[str] = set()
    code, mending = 0, None
    if fix or diff:
        # What mends takes a while to import.
        from argmap.cli.mending import Mending

        mending = Mending(only_shows=diff, quiet=quiet)

    for name in maps_read(paths, notation):
        path = None if name == STANDARD else Path(name)
        try:
            settings = configuration_for(path or Path())
            codes = _codes(select) or settings.select, (*_codes(ignore), *settings.ignore)
            selection = selected(*codes)
            look = partial(
                check,
                selection=selection,
                given_texts=source_text,
                defaults=settings.style,
                stands=destination(fit) if fit else None,
            )
            require_map_file(name)
            if mending:
                left = mending.mend(name, notation, look)
                reading, diagnostics = left.reading, left.found
            else:
                reading = reading_of(name, notation)
                diagnostics = look(reading)
        except ArgmapError as error:
            code = max(code, tell(error))
            continue
        is_strict = settings.strict if strict is None else strict
        checked.append(Checked(reading.file, tuple(reading.included), diagnostics, is_strict))
        texts |= reading.texts
        mendable |= {reading.file, *reading.handwritings}
    if mending:
        mending.show()
        for left in mending.stale():
            checked = [one.settled(left.reading.file, left.found) for one in checked]
            texts |= left.reading.texts
        code = max(code, FOUND_SOMETHING if diff and mending.has_mended else 0)
    found = told_once(checked)
    if any(one.fails() for one in without_parts(checked)):
        code = max(code, FOUND_SOMETHING)
    quiet = quiet or code == COULD_NOT or bool(mending and mending.has_mended)
    # Standard output has the mended text, or what would change.
    aside = diff or (fix and STANDARD in paths)
    _tell(found, texts, len(checked), format=format, quiet=quiet, aside=aside)
    if not (fix or diff or quiet):
        _mention_fixes(found, mendable, format=format)
    if code:
        raise click.exceptions.Exit(code)


def _tell(
    found: list[Diagnostic],
    texts: dict[str, str],
    number: int,
    *,
    format: str,
    quiet: bool,
    aside: bool,
) -> None:
    report = next(report for report in REPORTS if format == report.NAME)
    people = format == REPORTS[0].NAME
    colour = people and wants_colour(sys.stderr if aside else sys.stdout)
    shown = report.render(found, texts=texts, colour=colour)
    if shown and people:
        say(shown, color=True, nl=False, err=aside)
    elif shown and aside:
        say(shown, nl=not shown.endswith("\n"), err=True)
    elif shown:
        give(shown, nl=not shown.endswith("\n"))
    if people and not found and not quiet:
        maps = "1 map" if number == 1 else f"{number} maps"
        say(f"{maps} checked, nothing found", err=True)


def _mention_fixes(found: list[Diagnostic], own: set[str], *, format: str) -> None:
    """Say to people how many findings in the files of their `own` maps --fix mends, if any."""
    number = sum(bool(one.fix) and {e.span.file for e in one.fix} <= own for one in found)
    if number and format == REPORTS[0].NAME:
        of = "it" if number == len(found) == 1 else f"{number} of {len(found)}"
        mended = "can mend it" if of == "it" else f"can mend {of}"
        say(f"argmap check --fix {mended}", err=True)


def _codes(options: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip() for option in options for code in option.split(",") if code.strip())
