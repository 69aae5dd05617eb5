"""Maps as they were at a revision of Git: `HEAD~1:maps/a.yaml`."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath
from typing import NamedTuple

from argmap.cli.reading import STANDARD, reading_of
from argmap.errors import FileError
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.pipeline import read_text
from argmap.project import Folder, Project, project_of
from argmap.reader import Reading

# Git would else run programs that the settings of a repository name.
_SAFELY = ("-c", "core.fsmonitor=false", "-c", "core.pager=cat")
_SHOW = ("show", "--no-textconv", "--no-ext-diff", "--end-of-options")
_FIELDS = "%x00%H%x00%h%x00%as%x00%an%x00%s%x00"
_LINK, _FOLDER, _REPOSITORY = "120000", "040000", "160000"


@dataclass(frozen=True, slots=True)
class Committed:
    """The files of a repository as they were at a revision, which is `called` as people know it.

    `tree` is its hash, `top` the top folder of the repository, and names are told from `base`.
    """

    top: Path
    tree: str
    called: str
    base: Path

    def where(self, path: Path) -> Path:
        """Return an absolute path; links of the disk are none of the revision."""
        return Path(os.path.normpath(self.top / path))

    def shown(self, path: Path) -> str:
        """Return a name as one writes it on the command line."""
        return f"{self.called}:{PurePath(os.path.relpath(self.where(path), self.base)).as_posix()}"

    def own_name(self, shown: str) -> str:
        """Return the last part of a name, without the revision."""
        return PurePath(shown.removeprefix(f"{self.called}:")).name

    def read(self, path: Path, *, name: str, largest: int) -> bytes:
        """Return what was committed as a file; raise FileError where that is none."""
        inside = path.relative_to(self.top).as_posix() if path.is_relative_to(self.top) else ""
        call = ("--literal-pathspecs", "ls-tree", "-lz", "--full-tree", "--", self.tree, inside)
        told = _run(call, self.top, called=name).decode("utf-8", "replace") if inside else ""
        if not told:
            raise FileError(f"There is no file {name}.")
        mode, _, blob, size = told.partition("\t")[0].split()
        if mode == _FOLDER:
            raise FileError(f"{name} is a folder, not a file.")
        if mode in (_LINK, _REPOSITORY):
            what = "a symbolic link" if mode == _LINK else "another repository"
            raise FileError(f"{name} is {what}, which is not followed in a revision.")
        if int(size) > largest:
            raise FileError(f"{name} is larger than {largest // 1024**2} MiB.")
        return _run(("cat-file", "blob", blob), self.top, called=name)


def reading_at(name: str) -> Reading:
    """Return what a file holds as a map, or held at a revision of Git.

    Raises FileError where there is no such file or revision.
    """
    if not is_at_revision(name):
        return reading_of(name)
    revision, _, inside = name.partition(":")
    path = Path(inside)
    data = content_at(revision, path)
    base = Path.cwd().resolve()
    home = base / path.parent
    if path.parent.is_dir():
        home = home.resolve()
    place = ("rev-parse", "--verify", "--end-of-options", f"{revision}^{{tree}}")
    tree = _git(place, path, called=name).decode().strip()
    files = Committed(_top(_folder(path)), tree, revision, base)
    return _read(data, name, home / path.name, files)


def _read(data: bytes, name: str, file: Path, files: Committed) -> Reading:
    """Return what was committed as a map; what it includes is of the same revision."""
    format = readable_format(file.name, data)
    # As on the disk: what the map may name lies in its project.
    project = Project(project_of(file).root, files=files)
    folder = Folder(files.where(file.parent), project)
    notation = format.name if format else "yaml"
    return read_text(data, file=name, notation=notation, folder=folder)


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


def commits_of(path: Path) -> tuple[Commit, ...]:
    """Return the commits that changed a file, the newest first, also by other names of it.

    A merge counts as one commit, which brought in all that was merged.

    Raises FileError where the file is in no repository of Git.
    """
    # A merge is one step from its first parent. What was done elsewhere at the same time is no step
    # from one version to the next; in between, it would be told as done, taken back and done again.
    line = ["--first-parent", "-m", "--follow"]
    call = ["log", *line, "--no-ext-diff", "--name-only", f"--format={_FIELDS}"]
    told = _git([*call, "-z", "--", path.name], path).decode("utf-8", "replace").split("\0")
    commits = []
    # Each begins with an empty field; the name of the file follows its last one, on a line.
    for number in range(1, len(told) - 6, 8):
        hash, short, date, author, subject, _, name = told[number : number + 7]
        commits.append(Commit(hash, short, date, author, subject, name.lstrip("\n")))
    return tuple(commits)


def with_commits_of(
    commits: Sequence[Commit], path: Path, others: Iterable[Reading]
) -> tuple[Commit, ...]:
    """Return commits of a file, and those that changed what was included in any of the readings.

    What the file was called in each of them is what it was called since the one before.
    """
    top = _top(_folder(path))
    names = {name for reading in others for name in _included(reading, top)}
    if not names:
        return tuple(commits)
    known = {commit.hash: commit.path for commit in commits}
    wanted = [f":(top,literal){name}" for name in sorted({*names, *known.values()})]
    line = ("--first-parent", "-m", "--no-patch")
    call = ("log", *line, "--no-ext-diff", f"--format={_FIELDS}", "-z", "--", *wanted)
    told = _git(call, path).decode("utf-8", "replace").split("\0")
    found: list[Commit] = []
    called = None
    # From the oldest on, as what includes a file may be younger than that.
    for number in reversed(range(1, len(told) - 5, 7)):
        hash, short, date, author, subject = told[number : number + 5]
        called = known.get(hash, called)
        if called is not None:
            found.append(Commit(hash, short, date, author, subject, called))
    return tuple(reversed(found))


def _included(reading: Reading, top: Path) -> Iterator[str]:
    """Yield the paths, from the top folder, of what was included on the disk or in a commit."""
    head, colon, _ = reading.file.partition(":")
    for name in reading.included:
        if colon and name.startswith(f"{head}:"):
            yield name.removeprefix(f"{head}:")
        elif (place := Path(name).resolve()).is_relative_to(top):
            yield place.relative_to(top).as_posix()


def reading_in(commit: Commit, path: Path) -> Reading | None:
    """Return what a file held as a map in a commit, None where it was not there."""
    try:
        data = _git([*_SHOW, f"{commit.hash}:{commit.path}"], path)
    except FileError:
        return None
    top = _top(_folder(path))
    files = Committed(top, commit.hash, commit.short, top)
    return _read(data, f"{commit.short}:{commit.path}", top / commit.path, files)


def content_at(revision: str, path: Path) -> bytes:
    """Return what a file held at a revision; raise FileError where Git does not know it."""
    inside = path.name if path.parent.is_dir() else path.as_posix()
    return _git([*_SHOW, f"{revision}:./{inside}"], path, called=f"{revision}:{path}")


def _git(call: Sequence[str], path: Path, *, called: str | None = None) -> bytes:
    """Return what a command of Git answers in the folder of a file; what it asks for is `called`.

    It is run there because that folder may lie in another repository than the one where one works.
    """
    return _run(call, _folder(path), called=called or str(path))[: LARGEST + 1]


def _folder(path: Path) -> Path:
    return path.parent.resolve() if path.parent.is_dir() else Path.cwd()


@cache
def _top(folder: Path) -> Path:
    """Return the top folder of the repository in which a folder lies."""
    told = _run(("rev-parse", "--show-toplevel"), folder, called=str(folder))
    return Path(os.fsdecode(told.rstrip(b"\r\n"))).resolve()


def _run(call: Sequence[str], folder: Path, *, called: str) -> bytes:
    """Return what a command of Git answers in a folder; raise FileError of what is `called` so."""
    try:
        ended = subprocess.run(
            ["git", *_SAFELY, *call], cwd=folder, capture_output=True, check=False
        )
    except OSError as error:
        raise FileError("Git is needed to see what a file was, and is not installed.") from error
    if ended.returncode:
        told = ended.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        reason = f": {told.splitlines()[0].rstrip('.')}" if told else ""
        raise FileError(f"{called} cannot be read{reason}.")
    return ended.stdout
