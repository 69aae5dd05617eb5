"""What is done again whenever a file changes that it depends on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from argmap.errors import FileError, MissingExtraError
from argmap.garbage import collect_seldom


def require_watchable(names: Sequence[str]) -> None:
    """Raise FileError where a name is of nothing that can change as a file does.

    A file that is not there yet may come, but not without its folder.
    """
    for name in names:
        path = Path(name)
        if path.is_dir():
            raise FileError(f"{name} is a folder, not a file, and cannot be watched.")
        if path.exists() and not path.is_file():
            raise FileError(f"{name} is no regular file, and cannot be watched.")
        if not path.resolve().parent.is_dir():
            folder = path.parent
            raise FileError(f"{name} cannot be watched: there is no folder {folder}.")


def do_again(
    files_behind: Callable[[], Mapping[str, Iterable[Path]]], again: Callable[[list[str]], object]
) -> None:
    """Call `again` with the names of what changed, until Ctrl-C, which ends that call as well.

    Raises MissingExtraError where the library that looks for changes is not installed.
    """
    collect_seldom()
    with suppress(KeyboardInterrupt):
        for names in changed(files_behind):
            again(names)


def changed(files_behind: Callable[[], Mapping[str, Iterable[Path]]]) -> Iterator[list[str]]:
    """Yield, until Ctrl-C, the names of what is to be done again, because a file behind it changed.

    `files_behind` tells of each name what it depends on now; it is asked again after each change.
    Raises MissingExtraError where the library that looks for changes is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        message = '--watch needs watchfiles, which is not installed: pip install "argmap[watch]"'
        raise MissingExtraError(message) from error
    folders: set[Path] = set()
    changes: Iterator[Any] = iter(())
    while True:
        by_name = {name: set(_whole(files)) for name, files in files_behind().items()}
        behind = {file.parent for files in by_name.values() for file in files}
        needed = {folder for folder in behind if folder.is_dir()}
        # To begin anew would miss what changes in the meantime, so folders are only added.
        if not needed <= folders:
            folders |= needed
            changes = watch(*folders, recursive=False, raise_interrupt=False, debounce=200)
        batch = next(changes, None)
        if batch is None:
            return
        paths = {Path(path) for _, path in batch}
        if names := [name for name, files in by_name.items() if files & paths]:
            yield names


def _whole(files: Iterable[Path]) -> Iterator[Path]:
    """Yield paths as changes are told, and those that links lead to."""
    for file in files:
        yield file.parent.resolve() / file.name
        yield file.resolve()
