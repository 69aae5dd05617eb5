"""`argmap git-setup`: Git told which files are maps, and how to merge and show them."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import click

from argmap.cli import MAP_SUFFIXES
from argmap.cli.map_files import maps_in
from argmap.cli.printing import say
from argmap.cli.reading import FOUND_SOMETHING
from argmap.document.reading import read_file
from argmap.errors import FileError
from argmap.output import write_whole

_SETTINGS = {
    "merge.argmap.name": "argument maps, claim by claim",
    "merge.argmap.driver": "argmap merge %O %A %B -o %A --path %P",
    # What “git log -p” compares, and “git diff --no-ext-diff”.
    "diff.argmap.textconv": "argmap show",
    # Git gives the path, and then the old and the new file with more on each. What is no map, or
    # not yet or no more, is compared by its lines; Git would stop where this fails.
    "diff.argmap.command": (
        'f() { printf "%s\\n" "$1:"; argmap diff "$2" "$5" 2>/dev/null || '
        'git diff --no-index --no-ext-diff --no-textconv -- "$2" "$5" || :; }; f'
    ),
}
_WANTED = "merge=argmap diff=argmap"
_ATTRIBUTES = ".gitattributes"


@click.command("git-setup")
@click.option(
    "--global", "for_all", is_flag=True, help="Set it for all repositories of the user, not one."
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something is missing.")
def command(for_all: bool, check: bool) -> None:
    """Let Git merge the maps of this repository claim by claim, and tell changes of them in words.

    Lines in .gitattributes name the maps that are found; commit that file. How maps are merged and
    shown is set with “git config”, which each person does once. What is there already stays.
    “git diff” then says what “argmap diff” does, and “git log -p” compares outlines.

    \b
    Examples:
      argmap git-setup
      argmap git-setup --check
    """
    root = Path(_git("rev-parse", "--show-toplevel").rstrip("\n"))
    scope = ("--global",) if for_all else ()
    settings = {key: value for key, value in _SETTINGS.items() if _setting(key, scope) != value}
    file = root / _ATTRIBUTES
    before = read_file(file).decode("utf-8", "surrogateescape") if file.exists() else ""
    lines = [line for line in _lines(root) if line not in before.splitlines()]
    verb = "is missing" if check else "is set"
    if not check:
        for key, value in settings.items():
            _git("config", *scope, key, value)
        if lines:
            head = before if not before or before.endswith("\n") else f"{before}\n"
            text = head + "".join(f"{line}\n" for line in lines)
            write_whole(file, text.encode("utf-8", "surrogateescape"))
    for key in settings:
        say(f"{key} {verb}")
    for line in lines:
        say(f"{_ATTRIBUTES}: “{line}” {verb}")
    if not (settings or lines):
        say("Git knows the maps of this repository, and how to merge and show them")
    elif check:
        raise click.exceptions.Exit(FOUND_SOMETHING)


def _lines(root: Path) -> list[str]:
    """Return a line for each folder of maps, or for each map where other files are beside them."""
    maps = [Path(name) for name in maps_in([str(root)]) if name.endswith(MAP_SUFFIXES)]
    by_folder: dict[tuple[Path, str], list[Path]] = {}
    for file in maps:
        by_folder.setdefault((file.parent, file.suffix), []).append(file)
    found = []
    for (folder, suffix), files in by_folder.items():
        inside = folder.relative_to(root)
        if len(files) == len(list(folder.glob(f"*{suffix}"))) and inside != Path():
            found.append(f"{_pattern(inside.parts)}/*{suffix}")
        else:
            found += [_pattern(file.relative_to(root).parts) for file in files]
    return [f'"{one}" {_WANTED}' if " " in one else f"{one} {_WANTED}" for one in found]


def _pattern(parts: Iterable[str]) -> str:
    """Return a path from the top as Git has to read it, in which no character stands for others."""
    return "/" + "/".join(re.sub(r"([\\*?\[])", r"\\\1", part) for part in parts)


def _setting(key: str, scope: tuple[str, ...]) -> str | None:
    try:
        return _git("config", *scope, "--get", key).rstrip("\n")
    except FileError:
        return None


def _git(*call: str) -> str:
    """Return what Git answers here; raise FileError where it cannot."""
    try:
        ended = subprocess.run(["git", *call], capture_output=True, check=False)
    except OSError as error:
        raise FileError("Git is not installed.") from error
    if ended.returncode:
        told = ended.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise FileError(f"Git cannot be set up here: {told or 'it gives no reason'}.")
    return ended.stdout.decode("utf-8", "surrogateescape")
