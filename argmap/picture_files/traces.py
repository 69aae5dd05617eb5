"""How it is seen that a file was written, without being told of it."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# Which file it is, when it was written, how much, and since when it may be read by whoever may read
# it; None where there is none.
Trace = tuple[int, int, int, int] | None

# The longest between two ticks of a system, in nanoseconds: those of Windows are 15.6 ms apart.
_TICK = 20_000_000


def trace_of(file: Path) -> Trace:
    """Return what was written to a file: another one once something else was, or others may."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size, status.st_ctime_ns


def traces_of(files: Iterable[Path]) -> dict[Path, Trace]:
    """Return the traces of files."""
    return {file: trace_of(file) for file in files}


def is_older(trace: Trace, moment: int) -> bool:
    """Return whether a file was surely written before a moment, in nanoseconds of `time.time_ns`.

    Files have the time of the last tick of the system, which may have been before the moment
    though they were written after it.
    """
    return trace is None or trace[1] < moment - _TICK


def whole(files: Iterable[Path]) -> Iterator[Path]:
    """Yield paths as changes are told by the system, and those that links lead to."""
    for file in files:
        # A `Path` would not follow links in a circle.
        yield Path(os.path.realpath(file.parent), file.name)
        yield Path(os.path.realpath(file))
