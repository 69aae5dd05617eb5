"""Results are written whole or not at all: beside the target first, then in its place."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from argmap.errors import FileError


def write_whole(path: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Write a file; one that exists keeps its permissions. `make_folder` makes one for it.

    Raises FileError where it cannot be written; the old file is then as it was.
    """
    target = path.resolve() if path.is_symlink() else path
    if target.is_dir():
        raise FileError(f"{path} is a folder; name a file to write to.")
    if not make_folder and not target.parent.is_dir():
        raise FileError(f"{path} cannot be written: there is no folder {target.parent}.")
    try:
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, content)
    except OSError as error:
        raise FileError(f"{path} cannot be written: {error.strerror or error}.") from error


def _replace(target: Path, content: bytes) -> None:
    if target.exists() and not target.is_file():
        # A pipe or a device such as /dev/stdout has no name to take over.
        target.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).chmod(_permissions(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _permissions(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
