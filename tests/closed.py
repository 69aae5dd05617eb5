"""Files and folders that may not be read, also for an administrator, to whom nothing is closed."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def closed(path: Path) -> Iterator[None]:
    """Let nobody read a file, or look into a folder, for as long as a test needs it."""
    mode, is_folder = path.stat().st_mode, path.is_dir()
    try:
        with pytest.MonkeyPatch.context() as patch:
            if not os.geteuid():
                _close(path, is_folder, patch)
            # Whoever follows it sees this last.
            path.chmod(0)
            yield
    finally:
        path.chmod(mode)


def _close(path: Path, is_folder: bool, patch: pytest.MonkeyPatch) -> None:
    for name in ("stat", "lstat", "open", "scandir"):
        # The file itself can be seen.
        itself = name in ("open", "scandir")
        patch.setattr(os, name, _closed(getattr(os, name), path, below=is_folder, itself=itself))


def _closed(
    own: Callable[..., Any], path: Path, *, below: bool, itself: bool
) -> Callable[..., Any]:
    def call(name: Any = ".", *arguments: Any, **named: Any) -> Any:
        if isinstance(name, (str, os.PathLike)):
            at = Path(name)
            if (itself and at == path) or (below and path in at.parents):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(name))
        return own(name, *arguments, **named)

    return call
