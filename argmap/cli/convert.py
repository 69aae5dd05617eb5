"""`argmap convert`: a map in another notation."""

import sys
from pathlib import Path

import click

from argmap.cli.progress import progress
from argmap.cli.reading import (
    STANDARD,
    file_name,
    from_option,
    reading_of,
    require_map,
    wants_colour,
)
from argmap.cli.saying import say
from argmap.configuration import configuration_for
from argmap.diagnostics import Diagnostic
from argmap.formats.losses import lost_comments
from argmap.formats.recognition import WRITABLE, writable_formats
from argmap.output import write_whole
from argmap.pipeline import DRAWN, convert
from argmap.render import picture_format_of
from argmap.report import text


@click.command()
@click.argument("source", metavar="IN", type=file_name)
@click.argument("target", metavar="OUT", type=file_name)
@from_option
@click.option(
    "--to",
    type=click.Choice((*WRITABLE, *DRAWN)),
    help="The notation that is written [default: the suffix of OUT].",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(source: str, target: str, notation: str | None, to: str | None, quiet: bool) -> None:
    """Read a map from IN and write it to OUT in another notation; “-” is standard input or output.

    What the other notation cannot hold is left out and reported, and so are the claims that have
    another verdict there.

    \b
    Examples:
      argmap convert argument.yaml argument.tgf
      argmap convert argument.tgf - --to apx
    """
    wanted = to or _notation_for(target)
    _refuse_to_overwrite(source, target)
    with progress(f"converting {source}", quiet=quiet):
        reading = reading_of(source, notation)
        a_map = require_map(reading)
        defaults = None
        if wanted in DRAWN:
            defaults = configuration_for(Path() if source == STANDARD else Path(source)).style
        written = convert(a_map, to=wanted, defaults=defaults)
    if target == STANDARD:
        parts = [written.text, *(content for _, content in written.further)]
        sys.stdout.buffer.write("\n".join(parts).encode())
    else:
        for ending, content in written.further:
            path = Path(target)
            write_whole(path.with_name(f"{path.stem}{ending}{path.suffix}"), content.encode())
        write_whole(Path(target), written.text.encode())
    if not quiet:
        comments = lost_comments(reading.handwriting) if wanted not in DRAWN else ()
        losses = (*reading.diagnostics, *comments, *written.losses)
        _tell_losses(losses, reading.texts)


def _tell_losses(losses: tuple[Diagnostic, ...], texts: dict[str, str]) -> None:
    if losses:
        report = text.render(losses, texts=texts, colour=wants_colour(sys.stderr))
        say(report, err=True, color=True, nl=False)


def _notation_for(target: str) -> str:
    if target == STANDARD:
        return WRITABLE[0]
    drawn = picture_format_of(target)
    if drawn and drawn.is_notation:
        return drawn.name
    found = writable_formats(target)
    if not found:
        raise click.UsageError(
            f"“{target}” does not end like a file of any notation; "
            f"choose one with --to: {', '.join((*WRITABLE, *DRAWN))}."
        )
    return found[0].name


def _refuse_to_overwrite(source: str, target: str) -> None:
    if STANDARD not in (source, target) and Path(source).resolve() == Path(target).resolve():
        raise click.UsageError(f"“{target}” is what is read; choose another file to write to.")
