"""What a program of WebAssembly may ask of its surroundings, answered where no runtime does it.

These are the calls of WASI (preview 1) that Graphviz names. It finds no file, no stream, no
environment: the same nothing that wasmtime shows it.
"""

import os
import time
from collections.abc import Callable, Mapping

MODULE = "wasi_snapshot_preview1"
DONE = 0
NOT_OPEN = 8
_OF_FILES = (
    "fd_close",
    "fd_fdstat_get",
    "fd_fdstat_set_flags",
    "fd_filestat_get",
    "fd_prestat_dir_name",
    "fd_prestat_get",
    "fd_read",
    "fd_seek",
    "fd_write",
    "path_filestat_get",
    "path_open",
)


class Ended(Exception):  # noqa: N818 - it is what the guest wants
    """The guest ends itself, as Graphviz does when it gives up."""


def answers(write: Callable[[int, bytes], None]) -> Mapping[str, Callable[..., int | None]]:
    """Return a function for each call, by its name; `write` puts bytes into the guest's memory."""

    def environment_sizes(count: int, size: int) -> int:
        write(count, bytes(4))
        write(size, bytes(4))
        return DONE

    def clock_time(clock: int, precision: int, address: int) -> int:
        write(address, time.time_ns().to_bytes(8, "little"))
        return DONE

    def random_bytes(address: int, length: int) -> int:
        write(address, os.urandom(length))
        return DONE

    return {
        **dict.fromkeys(_OF_FILES, _no_file),
        "environ_get": _no_variables,
        "environ_sizes_get": environment_sizes,
        "clock_time_get": clock_time,
        "random_get": random_bytes,
        "proc_exit": _end,
    }


def _no_file(*_asked: int) -> int:
    return NOT_OPEN


def _no_variables(_names: int, _texts: int) -> int:
    return DONE


def _end(status: int) -> None:
    raise Ended(f"it ended itself with status {status}")
