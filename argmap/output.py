"""Results are written whole or not at all: beside the target first, then in its place."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from argmap.errors import FileError


def write_whole(path: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Write a file; one that exists keeps its owner, group, permissions and all of its names.

    `make_folder` makes a folder for it.

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
    before = target.stat() if target.exists() else None
    if before and not stat.S_ISREG(before.st_mode):
        # A pipe or a device such as /dev/stdout has no name to take over.
        target.write_bytes(content)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        if _can_take_the_place(part, before):
            part.replace(target)
        else:
            # Should the machine stop in the middle, the whole is still in the other file.
            _write_into(target, content)
            part.unlink()
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _can_take_the_place(part: Path, before: os.stat_result | None) -> bool:
    """Make a new file like the one before; return whether nothing is lost if it takes its place.

    With another name the old file would live on, and not everybody may give a file away.
    """
    if before is None:
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
        return True
    if before.st_nlink > 1:
        return False
    own = part.stat()
    try:
        if (own.st_uid, own.st_gid) != (before.st_uid, before.st_gid):
            os.chown(part, before.st_uid, before.st_gid)
        part.chmod(stat.S_IMODE(before.st_mode))
    except OSError:
        return False
    return True


def _write_into(target: Path, content: bytes) -> None:
    """Write into a file itself; where that fails it gets back what it held."""
    with target.open("r+b", buffering=0) as stream:
        old = stream.readall()
        try:
            _fill(stream.fileno(), content)
        except BaseException:
            _fill(stream.fileno(), old)
            raise


def _fill(handle: int, content: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
    os.ftruncate(handle, len(content))
