"""`argmap convert`: a map in another notation."""

import os
from pathlib import Path

import click

from argmap.cli.conversion import convert_file, convert_folder, tell_losses
from argmap.cli.joined_files import convert_joined, joined_files
from argmap.cli.printing import say
from argmap.cli.progress import progress
from argmap.cli.reading import STANDARD, file_name, from_option, is_folder
from argmap.formats.recognition import WRITABLE, writable_formats
from argmap.pipeline import DRAWN
from argmap.render import picture_format_of


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
    another verdict there. A folder stands for all maps in it, and so does a document with several
    blocks of Argdown; they are written to a folder OUT. “doc.md#2” is the second map of a document.
    In a folder OUT each file that a text in Argdown includes becomes a map, and each module of a
    safety case; with “--to gsn” each file of a map becomes a module of one. In a file OUT they are
    one map.

    \b
    Examples:
      argmap convert argument.yaml argument.tgf
      argmap convert argument.tgf - --to apx
      argmap convert maps converted --to argdown
      argmap convert doc.md converted/
    """
    if is_folder(source) or (source != STANDARD and _is_folder_to_be(target)):
        wanted = to or WRITABLE[0]
        joined = joined_files(source, notation, wanted=wanted)
        if joined is None:
            convert_folder(source, target, notation, wanted, quiet=quiet)
            return
        with progress(f"converting {source}", quiet=quiet):
            converted, written = convert_joined(joined, target, wanted=wanted)
        if not quiet:
            tell_losses(converted)
            say(f"{written} are written to {target}", err=True)
        return
    wanted = to or _notation_for(target)
    _refuse_to_overwrite(source, target)
    with progress(f"converting {source}", quiet=quiet):
        converted = convert_file(source, target, notation, wanted)
    if not quiet:
        tell_losses(converted)


def _is_folder_to_be(target: str) -> bool:
    return is_folder(target) or target.endswith(("/", os.sep))


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
