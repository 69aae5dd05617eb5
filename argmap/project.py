"""What a file may name: the regular files of its own project, none of them hidden.

A map, a document or a settings file comes from anybody, and what it names is read on the machine of
somebody else. So a name is followed, through all symbolic links, and must then lie inside the
project: below the nearest folder with `pyproject.toml` or `.git`, else below the file’s own folder.
What a person types on the command line or gives in Python may lie anywhere.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from argmap.document.reading import LARGEST, read_file
from argmap.errors import FileError

ROOT_MARKS = ("pyproject.toml", ".git")


class Files(Protocol):
    """Where the files of a project come from: the disk, or what was committed of them."""

    def where(self, path: Path) -> Path:
        """Return the one absolute path of what has this path; raise OSError if none can be."""

    def shown(self, path: Path) -> str:
        """Return the shortest name by which people find a file."""

    def own_name(self, shown: str) -> str:
        """Return what a file is called in its folder, of the name by which it is shown."""

    def read(self, path: Path, *, name: str, largest: int) -> bytes:
        """Return the bytes of a regular file, by its one path, at most one more than `largest`.

        Raises FileError, which speaks of the file as `name`.
        """


@dataclass(frozen=True, slots=True)
class Disk:
    """The files that lie on the disk now."""

    def where(self, path: Path) -> Path:
        """Return where a path leads through all symbolic links."""
        return path.resolve()

    def shown(self, path: Path) -> str:
        """Return the shortest name, by which the same file is found."""
        short = Path(os.path.normpath(path))
        return str(short if short.resolve() == path.resolve() else path)

    def own_name(self, shown: str) -> str:
        """Return the last part of a name."""
        return PurePath(shown).name

    def read(self, path: Path, *, name: str, largest: int) -> bytes:
        """Return the bytes of a file that is no pipe, which may never end, and no device."""
        return read_file(path, name=name, largest=largest, only_regular=True)


DISK = Disk()


@dataclass(frozen=True, slots=True)
class WithTexts(Disk):
    """The files that lie on the disk, some of which have other texts, such as an editor has.

    `texts` are those by where the files really are.
    """

    texts: Mapping[Path, str]

    def read(self, path: Path, *, name: str, largest: int) -> bytes:
        """Return the bytes of a text, or of a file where there is none."""
        own = self.texts.get(path)
        if own is None:
            return DISK.read(path, name=name, largest=largest)
        return own.encode()[: largest + 1]


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that all files lie in which a file may name.

    `setting` is what a person can name a larger folder with, None where nothing can. `files` is
    where those come from that are named.
    """

    root: Path
    setting: str | None = None
    files: Files = DISK

    def __post_init__(self) -> None:
        """Follow the links of the root, as those of every name are followed."""
        object.__setattr__(self, "root", self.root.resolve())

    def require(self, path: Path, *, name: str) -> Path:
        """Return where a path leads; raise FileError, which speaks of `name`, if not inside."""
        try:
            found = self.files.where(path)
        except (OSError, ValueError, RuntimeError) as error:
            raise FileError(f"“{name}” cannot be read: it leads nowhere.") from error
        if not found.is_relative_to(self.root):
            hint = f"; name a larger folder with {self.setting}" if self.setting else ""
            called = self.root.name or self.root
            raise FileError(f"“{name}” lies outside the project ({called}){hint}.")
        if any(part.startswith(".") for part in found.relative_to(self.root).parts):
            raise FileError(f"“{name}” is hidden, or in a hidden folder, and is not read.")
        return found


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a file that names others, in its project."""

    path: Path
    project: Project

    def file(self, name: str) -> Path:
        """Return the path of what is named; raise FileError where it may not be read."""
        self.project.require(self.path / name, name=name)
        return self.path / name

    def holds(self, name: str) -> bool:
        """Return whether what is named lies where it may be read."""
        try:
            self.project.require(self.path / name, name=name)
        except FileError:
            return False
        return True

    def read(self, name: str, *, called: str | None = None, largest: int = LARGEST) -> bytes:
        """Return the bytes of what is named, at most one more than `largest`.

        Where it cannot be read it is `called` so, else by the name by which people find it.

        Raises FileError where it may not be read or cannot be, such as a pipe, which may never end.
        """
        found = self.project.require(self.path / name, name=name)
        shown = called or self.called(name)
        return self.project.files.read(found, name=shown, largest=largest)

    def called(self, name: str) -> str:
        """Return by which name people find what is named."""
        return self.project.files.shown(self.path / name)


def project_of(file: Path, *, setting: str | None = None) -> Project:
    """Return the project that a file is in; `setting` could name a larger one."""
    own = file.parent.resolve()
    for folder in (own, *own.parents):
        if any(os.path.lexists(folder / mark) for mark in ROOT_MARKS):
            return Project(folder, setting)
    return Project(own, setting)


def folder_of(file: Path, project: Project | None = None) -> Folder:
    """Return the folder from which a file names others; `project` is its own if none is given."""
    return Folder(file.parent, project or project_of(file))
