"""`argmap fmt`: maps in the one layout that all maps have."""

import sys
from pathlib import Path

import click

from argmap.cli.changes import may_be_written, require_yaml, unified
from argmap.cli.map_files import maps_in, require_map_file
from argmap.cli.printing import give, say
from argmap.cli.progress import progress
from argmap.cli.reading import FOUND_SOMETHING, STANDARD, file_name, require_map, tell
from argmap.document.reading import read_file, read_stream
from argmap.editing.formatting import formatted
from argmap.errors import ArgmapError, FileError
from argmap.formats import yaml as yaml_map
from argmap.formats.carriers.decoding import LARGEST
from argmap.output import write_whole
from argmap.pipeline import read_text


@click.command()
@click.argument("paths", metavar="PATH...", type=file_name, nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if anything would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option("-q", "--quiet", is_flag=True, help="Name no files, only what is wrong.")
def command(paths: tuple[str, ...], check: bool, diff: bool, quiet: bool) -> None:
    """Give maps the one layout that all maps have; all comments stay.

    A folder stands for all maps in it, “-” for standard input, which is written to standard
    output. What stands between the comments “# argmap: fmt off” and “# argmap: fmt on” is left as
    it is. A map that is no sound YAML is not touched; argmap says what is wrong with it.

    The exit code is 1 when a map cannot be read, with --check and --diff also when one would
    change.

    \b
    Examples:
      argmap fmt argument.yaml
      argmap fmt --check maps
      argmap fmt - < argument.yaml
    """
    done = _Done(only_shows=check or diff, diff=diff, quiet=quiet)
    with progress(lambda: f"formatting {done.name}", quiet=quiet):
        for name in maps_in(paths):
            done.take(name)
    done.summarize()
    if done.code:
        raise click.exceptions.Exit(done.code)


class _Done:
    """What was done with each of the maps."""

    def __init__(self, *, only_shows: bool, diff: bool, quiet: bool) -> None:
        self.code, self.name = 0, ""
        self._only_shows, self._diff, self._quiet = only_shows, diff, quiet
        self._changed = self._same = 0

    def take(self, name: str) -> None:
        """Format one map, or say what is wrong with it."""
        self.name = name
        try:
            require_map_file(name)
            self._format(name)
        except ArgmapError as error:
            self.code = max(self.code, tell(error))

    def summarize(self) -> None:
        """Say how many maps are formatted now, and how many were before."""
        if self._quiet or not (self._changed or self._same):
            return
        verb = "would be formatted" if self._only_shows else "formatted"
        parts = [f"{_maps(self._changed)} {verb}"] if self._changed else []
        if self._same:
            is_, was = ("is", "was") if self._same == 1 else ("are", "were")
            stands = is_ if self._only_shows else was
            parts.append(f"{_maps(self._same)} {stands} in order")
        say(", ".join(parts), err=True)

    def _format(self, name: str) -> None:
        is_standard = name == STANDARD
        stream = sys.stdin.buffer
        data = read_stream(stream, largest=LARGEST) if is_standard else read_file(Path(name))
        if not is_standard:
            require_yaml(name, data)
        text = _text_of(data, name)
        new = formatted(text, file=name)
        is_changed = new != text
        self._changed, self._same = self._changed + is_changed, self._same + (not is_changed)
        if self._only_shows:
            self._show(name, text, new)
        elif is_standard:
            give(new.encode(), nl=False)
        elif is_changed:
            self._write(name, new)

    def _show(self, name: str, text: str, new: str) -> None:
        if new == text:
            return
        self.code = max(self.code, FOUND_SOMETHING)
        if self._diff:
            give(unified(text, new, name), nl=False)
        elif not self._quiet:
            say(f"would be formatted: {name}", err=True)

    def _write(self, name: str, new: str) -> None:
        if not may_be_written(Path(name)):
            raise FileError(f"{name} leads to a file outside the project, which is not written.")
        write_whole(Path(name), new.encode())
        if not self._quiet:
            say(f"formatted {name}", err=True)


def _text_of(data: bytes, name: str) -> str:
    """Return a map as text. Raises MapError where it is none."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if not yaml_map.resembles(text):
        # What it is instead is told by whoever reads it.
        require_map(read_text(data, file=name))
    return text


def _maps(number: int) -> str:
    return "1 map" if number == 1 else f"{number} maps"
