"""`argmap merge`: two changed versions of a map as one; also the merge driver of Git."""

import re
import subprocess
import tempfile
from pathlib import Path

import click

from argmap.cli.changes import may_be_written
from argmap.cli.printing import give, say
from argmap.cli.reading import FOUND_SOMETHING, file_name
from argmap.document.reading import read_file
from argmap.editing.merging import Merged, included_by, merged
from argmap.errors import FileError
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.output import write_whole
from argmap.pipeline import read_text
from argmap.project import Folder, folder_of
from argmap.reader import Reading

_INCLUDES = re.compile(rb"^include[ \t]*:", re.MULTILINE)


@click.command()
@click.argument("base", type=file_name)
@click.argument("ours", type=file_name)
@click.argument("theirs", type=file_name)
@click.option(
    "-o", "--output", metavar="OUT", type=file_name, help="Write there [default: standard output]."
)
@click.option(
    "--path",
    metavar="MAP",
    type=file_name,
    help="Where the map lies from which included files are found [default: OURS].",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(
    base: str, ours: str, theirs: str, output: str | None, path: str | None, quiet: bool
) -> None:
    """Merge what THEIRS has changed in the map BASE into OURS, claim by claim.

    What both sides changed in different places is merged, wherever it stands in the lines. A
    conflict is only where one field was changed in two ways, or where one side uses what the other
    deleted: there the result has the markers of Git, and the exit code is 1. Maps that cannot be
    read are merged by their lines, and so are those that include other files than before.

    \b
    Examples:
      argmap merge base.yaml mine.yaml yours.yaml -o merged.yaml
      argmap merge base.yaml mine.yaml yours.yaml
    """
    if output is not None and not may_be_written(Path(output)):
        raise FileError(f"{output} leads to a file outside the project, which is not written.")
    names = (base, ours, theirs)
    contents = [read_file(Path(name), largest=LARGEST) for name in names]
    data, result, note = _result(names, contents, folder_of(Path(path or ours)))
    if output is None:
        give(data, nl=False)
    else:
        write_whole(Path(output), data)
    if note and not quiet:
        say(note, err=True)
    for sentence in result.conflicts:
        say(f"conflict: {sentence}", err=True)
    if result.conflicts:
        raise click.exceptions.Exit(FOUND_SOMETHING)


def _result(
    names: tuple[str, str, str], contents: list[bytes], folder: Folder | None
) -> tuple[bytes, Merged, str]:
    """Return the merged text, its conflicts, and what else is to be said of it."""
    by_lines, is_clean = _by_lines(contents)
    # As a driver each has a name that Git has made up, and files that it names are not needed, but
    # for those that it includes.
    within = folder if all(_INCLUDES.search(one) for one in contents) else None
    readings: list[Reading] = []
    for name, data in zip(names, contents, strict=True):
        reading, reason = _reading(name, data, within)
        if reading is not None and readings and included_by(reading) != included_by(readings[0]):
            reading, reason = None, f"{name} includes other files than {names[0]}"
        if reading is None:
            if by_lines is None:
                raise FileError(f"{reason}, and Git is not there to merge by lines.")
            told = () if is_clean else ("lines that both sides changed",)
            return by_lines, Merged("", told), f"{reason}; the files are merged by their lines"
        readings.append(reading)

    def read(text: str) -> Reading:
        return read_text(text, file=names[1], folder=within)

    clean = by_lines.decode() if by_lines is not None and is_clean else None
    result = merged(*readings, text=contents[1].decode(), read=read, by_lines=clean)
    return result.text.encode(), result, ""


def _reading(name: str, data: bytes, folder: Folder | None) -> tuple[Reading | None, str]:
    """Return what a file holds if that is a whole map in YAML, else why it is not merged as one."""
    told = readable_format(name, data)
    if told is not None and told.name != "yaml":
        return None, f"{name} is read as {told.title}, and only maps in YAML are merged by claims"
    reading = read_text(data, file=name, folder=folder)
    if reading.map is None:
        first = reading.diagnostics[0]
        return None, f"{name} cannot be read as a map ({first.span.start.line}: {first.message})"
    return reading, ""


def _by_lines(contents: list[bytes]) -> tuple[bytes | None, bool]:
    """Return what Git makes of the lines, and whether without a conflict; None without Git."""
    base, ours, theirs = contents
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_bytes(data)
        call = ["git", "merge-file", "-p", "-q", "ours", "base", "theirs"]
        try:
            ended = subprocess.run(call, cwd=folder, capture_output=True, check=False)
        except OSError:
            return None, False
    # From 128 on Git could not do it; below, that is the number of conflicts.
    return (ended.stdout, ended.returncode == 0) if ended.returncode < 128 else (None, False)
