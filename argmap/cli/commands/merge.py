"""`argmap merge`: two changed versions of a map as one; also the merge driver of Git."""

import subprocess
import tempfile
from pathlib import Path

import click

from argmap.cli.changes import may_be_written
from argmap.cli.printing import give, say
from argmap.cli.reading import FOUND_SOMETHING, file_name
from argmap.document.reading import read_file
from argmap.editing.merging import Merged, merged
from argmap.errors import FileError
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.output import write_whole
from argmap.pipeline import read_text
from argmap.reader import Reading


@click.command()
@click.argument("base", type=file_name)
@click.argument("ours", type=file_name)
@click.argument("theirs", type=file_name)
@click.option(
    "-o", "--output", metavar="OUT", type=file_name, help="Write there [default: standard output]."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(base: str, ours: str, theirs: str, output: str | None, quiet: bool) -> None:
    """Merge what THEIRS has changed in the map BASE into OURS, claim by claim.

    What both sides changed in different places is merged, wherever it stands in the lines. A
    conflict is only where one field was changed in two ways, or where one side uses what the other
    deleted: there the result has the markers of Git, and the exit code is 1. Maps that cannot be
    read are merged by their lines.

    \b
    Examples:
      argmap merge base.yaml mine.yaml yours.yaml -o merged.yaml
      argmap merge base.yaml mine.yaml yours.yaml
    """
    if output is not None and not may_be_written(Path(output)):
        raise FileError(f"{output} leads to a file outside the project, which is not written.")
    names = (base, ours, theirs)
    contents = [read_file(Path(name), largest=LARGEST) for name in names]
    data, result = _result(names, contents)
    if output is None:
        give(data, nl=False)
    else:
        write_whole(Path(output), data)
    for sentence in result.conflicts:
        say(f"conflict: {sentence}", err=True)
    for comment in () if quiet else result.lost:
        say(f"not taken from {theirs}: the comment {comment}", err=True)
    if result.conflicts:
        raise click.exceptions.Exit(FOUND_SOMETHING)


def _result(names: tuple[str, str, str], contents: list[bytes]) -> tuple[bytes, Merged]:
    """Return the merged text, and what is to be said of it."""
    by_lines, is_clean = _by_lines(contents)
    readings = []
    for name, data in zip(names, contents, strict=True):
        reading, reason = _reading(name, data)
        if reading is None:
            if by_lines is None:
                raise FileError(f"{reason}, and Git is not there to merge by lines.")
            say(f"{reason}; the files are merged by their lines", err=True)
            told = () if is_clean else ("lines that both sides changed",)
            return by_lines, Merged("", told)
        readings.append(reading)

    def read(text: str) -> Reading:
        return read_text(text, file=names[1])

    clean = by_lines.decode() if by_lines is not None and is_clean else None
    result = merged(*readings, text=contents[1].decode(), read=read, by_lines=clean)
    return result.text.encode(), result


def _reading(name: str, data: bytes) -> tuple[Reading | None, str]:
    """Return what a file holds if that is a whole map in YAML, else why it is not merged as one."""
    told = readable_format(name, data)
    if told is not None and told.name != "yaml":
        return None, f"{name} is read as {told.title}, and only maps in YAML are merged by claims"
    # Files that it names are not needed, and as a driver it has a name that Git has made up.
    reading = read_text(data, file=name)
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
