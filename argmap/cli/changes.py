"""What commands share that change maps: where they may, and how a change is shown."""

import stat
from collections.abc import Iterable, Mapping
from difflib import unified_diff
from pathlib import Path

import click

from argmap.cli.reading import STANDARD
from argmap.document.reading import read_file
from argmap.embed.library import near
from argmap.errors import FileError
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.output import write_all
from argmap.project import project_of

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def may_be_written(path: Path) -> bool:
    """Return whether a file lies in its project, wherever a symbolic link leads."""
    return path.resolve().is_relative_to(project_of(path).root)


def name_of(path: Path, asked: str) -> str:
    """Return what a file is called by a person who has `asked` for one by that name."""
    return asked if path == Path(asked).resolve() else str(near(path))


def is_writable(path: Path) -> bool:
    """Return whether a file is not read-only, whoever asks."""
    return not path.exists() or bool(path.stat().st_mode & _WRITABLE)


def require_writable(paths: Iterable[Path], asked: str) -> None:
    """Raise FileError where one of several files lies outside the project, or is read-only.

    They are those that change with the one that a person has `asked` for, by where they really are.
    """
    root = project_of(Path(asked)).root
    for path in paths:
        name = name_of(path, asked)
        if not path.is_relative_to(root):
            raise FileError(f"{name} leads to a file outside the project, which is not written.")
        if not is_writable(path):
            raise FileError(f"{name} is read-only, and is not written.")


def write_together(texts: Mapping[Path, str], asked: str) -> None:
    """Write all of several files, or none. Raises FileError, which says which cannot be written."""
    require_writable(texts, asked)
    write_all({path: text.encode() for path, text in texts.items()}, undoes=True)


def unified(before: str, after: str, name: str) -> str:
    """Return what changes as a unified diff; lines keep their ends, of whatever kind."""
    old, new = (text.removeprefix("\ufeff").splitlines(keepends=True) for text in (before, after))
    shown = unified_diff(old, new, fromfile=name, tofile=name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in shown
    )


def map_text(name: str) -> str:
    """Return the text of a map in YAML, which is to be changed.

    Raises FileError where it is in another notation, UsageError for standard input.
    """
    if name == STANDARD:
        raise click.UsageError("a map from standard input has no file to be changed.")
    data = read_file(Path(name), largest=LARGEST)
    require_yaml(name, data)
    try:
        return data.decode()
    except UnicodeDecodeError:
        # The reader says where it is wrong.
        return ""


def require_yaml(name: str, data: bytes) -> None:
    """Raise FileError where a file is in another notation: in YAML nothing could read it then."""
    told = readable_format(name, data)
    if told is not None and told.name != "yaml":
        raise FileError(f"{name} is read as {told.title}; argmap changes maps in YAML.")
