"""The documents in a folder: what people write, and not what programs make of it."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from argmap.embed.documents.syntaxes import SUFFIXES

# What a folder of other people’s files, or of built ones, is named by or holds.
_NAMES = ("node_modules",)
_MARKS = ("pyvenv.cfg", "CACHEDIR.TAG")
# Git would else run a program that its settings name.
_GIT = ("git", "-c", "core.fsmonitor=false", "ls-files", "-z", "-co", "--exclude-standard")


def documents_in(folder: Path) -> Iterator[Path]:
    """Yield the documents in a folder in the order of their names, none of a hidden folder.

    In a repository of Git those are left out that it is told to ignore, such as built pages.
    """
    return files_in(folder, SUFFIXES)


def files_in(folder: Path, suffixes: tuple[str, ...], *, most: int | None = None) -> Iterator[Path]:
    """Yield the files in a folder whose names end so, in the same way; `most` are looked at."""
    seen = 0
    known = _known_to_git(folder)
    for where, files in _walked(folder):
        seen += len(files)
        if most is not None and seen > most:
            return
        for name in sorted(files):
            path = Path(where, name)
            if not name.lower().endswith(suffixes) or _leads_in_a_circle(path):
                continue
            if known is None or path in known:
                yield path


def folders_in(folder: Path) -> Iterator[Path]:
    """Yield the folders to which documents may come: the folder itself, and those below it."""
    yield folder
    yield from (Path(where) for where, _ in _walked(folder) if Path(where) != folder)


def _walked(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_walked(Path(where, name)))
        yield where, files


def _leads_in_a_circle(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _is_walked(folder: Path) -> bool:
    if folder.name.startswith(".") or folder.name in _NAMES:
        return False
    try:
        return not any((folder / mark).exists() for mark in _MARKS)
    except OSError:
        # Nobody may look into it.
        return False


def _known_to_git(folder: Path) -> frozenset[Path] | None:
    """Return the files that Git does not ignore; None without Git, or where it ignores all."""
    try:
        ended = subprocess.run(_GIT, cwd=folder, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    names = ended.stdout.decode("utf-8", "surrogateescape").split("\0")
    return frozenset(folder / name for name in names if name) or None
