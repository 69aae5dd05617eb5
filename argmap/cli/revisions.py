"""Maps as they were at a revision of Git: `HEAD~1:maps/a.yaml`."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from argmap.cli.reading import STANDARD, reading_of
from argmap.errors import FileError
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.pipeline import read_text
from argmap.reader import Reading

# Git would else run programs that the settings of a repository name.
_SAFELY = ("-c", "core.fsmonitor=false", "-c", "core.pager=cat")
_SHOW = ("show", "--no-textconv", "--no-ext-diff", "--end-of-options")


def reading_at(name: str) -> Reading:
    """Return what a file holds as a map, or held at a revision of Git.

    Raises FileError where there is no such file or revision.
    """
    if not is_at_revision(name):
        return reading_of(name)
    revision, _, path = name.partition(":")
    data = content_at(revision, Path(path))
    format = readable_format(str(path), data)
    return read_text(data, file=name, notation=format.name if format else "yaml")


def is_at_revision(name: str) -> bool:
    """Return whether a name is that of a file at a revision of Git, and not of a file here."""
    revision, _, path = name.partition(":")
    return bool(revision and path) and name != STANDARD and not os.path.lexists(name)


class Commit(NamedTuple):
    """A commit that changed a file, and what the file was called in it, from the top folder."""

    hash: str
    short: str
    date: str
    author: str
    subject: str
    path: str


def commits_of(path: Path, *, most: int | None = None) -> tuple[Commit, ...]:
    """Return the commits that changed a file, the newest first, also by other names of it.

    A merge counts as one commit, which brought in all that was merged.

    Raises FileError where the file is in no repository of Git.
    """
    fields = "%x00%H%x00%h%x00%as%x00%an%x00%s%x00"
    limit = [f"--max-count={most}"] if most else []
    # A merge is one step from its first parent. What was done elsewhere at the same time is no step
    # from one version to the next; in between, it would be told as done, taken back and done again.
    line = ["--first-parent", "-m", "--follow"]
    call = ["log", *line, "--no-ext-diff", "--name-only", f"--format={fields}", *limit]
    told = _git([*call, "-z", "--", path.name], path).decode("utf-8", "replace").split("\0")
    commits = []
    # Each begins with an empty field; the name of the file follows its last one, on a line.
    for number in range(1, len(told) - 6, 8):
        hash, short, date, author, subject, _, name = told[number : number + 7]
        commits.append(Commit(hash, short, date, author, subject, name.lstrip("\n")))
    return tuple(commits)


def reading_in(commit: Commit, path: Path) -> Reading | None:
    """Return what a file held as a map in a commit, None where it was not there."""
    try:
        data = _git([*_SHOW, f"{commit.hash}:{commit.path}"], path)
    except FileError:
        return None
    format = readable_format(commit.path, data)
    name = f"{commit.short}:{commit.path}"
    return read_text(data, file=name, notation=format.name if format else "yaml")


def content_at(revision: str, path: Path) -> bytes:
    """Return what a file held at a revision; raise FileError where Git does not know it."""
    inside = path.name if path.parent.is_dir() else path.as_posix()
    return _git([*_SHOW, f"{revision}:./{inside}"], path, called=f"{revision}:{path}")


def _git(call: Sequence[str], path: Path, *, called: str | None = None) -> bytes:
    """Return what a command of Git answers in the folder of a file; what it asks for is `called`.

    It is run there because that folder may lie in another repository than the one where one works.
    """
    folder = path.parent if path.parent.is_dir() else Path()
    try:
        ended = subprocess.run(
            ["git", *_SAFELY, *call], cwd=folder, capture_output=True, check=False
        )
    except OSError as error:
        raise FileError("Git is needed to see what a file was, and is not installed.") from error
    if ended.returncode:
        told = ended.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        reason = f": {told.splitlines()[0].rstrip('.')}" if told else ""
        raise FileError(f"{called or path} cannot be read{reason}.")
    return ended.stdout[: LARGEST + 1]
