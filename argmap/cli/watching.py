"""What is done again whenever a file changes that it depends on."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import Any

from argmap.errors import FileError, MissingExtraError
from argmap.garbage import collect_seldom
from argmap.picture_files.traces import Trace, is_older, trace_of, traces_of, whole

# How often files are looked at though nobody told of a change, in milliseconds.
_LOOK = 1000


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
    files_behind: Callable[[], Mapping[str, Iterable[Path]]],
    again: Callable[[list[str]], object],
    *,
    since: int,
) -> None:
    """Call `again` with the names of what changed, until Ctrl-C, which ends that call as well.

    What was written after `since`, a `time.time_ns` before it was done first, has changed, too.
    Raises MissingExtraError where the library that looks for changes is not installed.
    """
    collect_seldom()
    with suppress(KeyboardInterrupt):
        for names in changed(files_behind, since=since):
            again(names)


def changed(
    files_behind: Callable[[], Mapping[str, Iterable[Path]]], *, since: int
) -> Iterator[list[str]]:
    """Yield, until Ctrl-C, the names of what is to be done again, because a file behind it changed.

    `files_behind` tells of each name what it depends on now; it is asked again after each change.
    A folder among these changes as something comes into it, or goes.
    Raises MissingExtraError where the library that looks for changes is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        message = '--watch needs watchfiles, which is not installed: pip install "argmap[watch]"'
        raise MissingExtraError(message) from error
    folders: set[Path] = set()
    changes: Iterator[set[Path]] = iter(())
    seen = _Seen(since)
    while True:
        by_name = {name: set(whole(files)) for name, files in files_behind().items()}
        seen.begin({file for files in by_name.values() for file in files})
        needed = _folders_of(file for files in by_name.values() for file in files)
        if needed != folders:
            folders, changes = needed, _told(watch, needed)
        # Changes are told only after the watching has begun, so what was written is looked at, too.
        names: list[str] = []
        while not names:
            batch = next(changes, None)
            if batch is None:
                return
            # What comes and goes at one moment leaves a folder as if nothing had.
            paths = batch | {path.parent for path in batch} | seen.written()
            names = [name for name, files in by_name.items() if files & paths]
        yield names


def _folders_of(files: Iterable[Path]) -> set[Path]:
    """Return the folders to watch for changes of files, and of folders."""
    behind = {file if os.path.isdir(file) else file.parent for file in files}
    return {folder for folder in behind if os.path.isdir(folder)}


def _told(watch: Callable[..., Iterable[Any]], folders: Set[Path]) -> Iterator[set[Path]]:
    """Yield the paths that the system tells of, none where it has nothing to tell for a while."""
    while True:
        try:
            for batch in watch(
                *(folder for folder in folders if os.path.isdir(folder)),
                recursive=False,
                # It would tell of Ctrl-C in words of its own.
                raise_interrupt=True,
                debounce=200,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
            ):
                yield {Path(path) for _, path in batch}
        except OSError:
            # A system lets so many be watched, and a folder may just have gone.
            time.sleep(_LOOK / 1000)
            yield set()
        else:
            return


class _Seen:
    """Files as they were when they were looked at last."""

    def __init__(self, since: int) -> None:
        self._since = since
        self._traces: dict[Path, Trace] = {}
        self._newer: set[Path] = set()

    def begin(self, files: Set[Path]) -> None:
        """Look at these files from now on."""
        for file in files - self._traces.keys():
            self._traces[file] = trace = trace_of(file)
            if not is_older(trace, self._since):
                self._newer.add(file)

    def written(self) -> set[Path]:
        """Return what was written since it was looked at last."""
        self._since = time.time_ns()
        now = traces_of(self._traces)
        found = {file for file, trace in now.items() if trace != self._traces[file]} | self._newer
        self._traces, self._newer = now, set()
        return found
