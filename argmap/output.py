"""Results are written whole or not at all: beside the target first, then in its place."""

import contextlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.errors import FileError


def write_whole(path: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Write a file; one that exists keeps its owner, group, permissions and all of its names.

    `make_folder` makes a folder for it.

    Raises FileError where it cannot be written; the old file is then as it was.
    """
    write_all({path: content}, make_folder=make_folder)


def write_all(
    contents: Mapping[Path, bytes], *, make_folder: bool = False, undoes: bool = False
) -> None:
    """Write several files that belong together: none is changed before all can be.

    `make_folder` makes folders for them. With `undoes`, what they held is kept in memory until all
    are written, so that all are as before where one cannot be.

    Raises FileError, which names the file that cannot be written.
    """
    parts: list[_Part] = []
    undone: list[tuple[_Part, bytes | None]] = []
    try:
        for path, content in contents.items():
            with _told(path):
                # Known before there is a file, so that it is cleared whenever one is interrupted.
                parts.append(_part(path, content, make_folder=make_folder))
                parts[-1].write()
        for part in parts:
            with _told(part.path):
                if undoes:
                    undone.append((part, part.old()))
                part.put()
    except BaseException:
        for part, old in reversed(undone):
            part.undo(old)
        raise
    finally:
        for part in parts:
            part.clear()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileError(f"{path} cannot be written: {error.strerror or error}.") from error


class _Part(NamedTuple):
    """What a file is to hold, in another one beside it; a pipe or a device has none.

    `before` is what the file was, None where it is new.
    """

    path: Path
    target: Path
    content: bytes
    beside: Path | None
    before: os.stat_result | None

    def write(self) -> None:
        """Write it beside the file, where others cannot read it yet."""
        if self.beside is not None:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(self.beside, flags, 0o600), "wb") as stream:
                stream.write(self.content)

    def put(self) -> None:
        """Put it in the place of the file."""
        if self.beside is None:
            # A pipe or a device such as /dev/stdout has no name to take over.
            self.target.write_bytes(self.content)
        elif _can_take_the_place(self.beside, self.before):
            self.beside.replace(self.target)
        else:
            # Should the machine stop in the middle, the whole is still in the other file.
            _write_into(self.target, self.content)

    def old(self) -> bytes | None:
        """Return what the file held, None where there was none, or it is a pipe or a device."""
        is_file = self.before is not None and stat.S_ISREG(self.before.st_mode)
        return self.target.read_bytes() if is_file else None

    def undo(self, old: bytes | None) -> None:
        """Let the file hold again what it held before, as far as that can be done."""
        with contextlib.suppress(OSError):
            if old is not None:
                _write_into(self.target, old)
            elif self.before is None:
                self.target.unlink()

    def clear(self) -> None:
        """Leave nothing beside the file."""
        if self.beside is not None:
            with contextlib.suppress(OSError):
                self.beside.unlink()


def _part(path: Path, content: bytes, *, make_folder: bool) -> _Part:
    """Return what is to be written beside a file, for which there is room."""
    target = path.resolve() if path.is_symlink() else path
    if target.is_dir():
        raise FileError(f"{path} is a folder; name a file to write to.")
    if not make_folder and not target.parent.is_dir():
        raise FileError(f"{path} cannot be written: there is no folder {target.parent}.")
    if make_folder:
        target.parent.mkdir(parents=True, exist_ok=True)
    before = target.stat() if target.exists() else None
    if before and not stat.S_ISREG(before.st_mode):
        return _Part(path, target, content, None, before)
    # No longer than the name of the file may be itself.
    beside = target.with_name(f".{os.urandom(6).hex()}.part")
    return _Part(path, target, content, beside, before)


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
