"""Fingerprints of files: another one means that what was made of them is to be made anew."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

_PIECE = 1 << 20


def fingerprint(file: Path) -> str | None:
    """Return what tells the contents of a file from others; None where it cannot be read."""
    found = hashlib.sha256()
    try:
        # Not a pipe, whose end may never come.
        if not file.is_file():
            return None
        with file.open("rb") as stream:
            while piece := stream.read(_PIECE):
                found.update(piece)
    except (OSError, ValueError):
        return None
    return found.hexdigest()


def fingerprints(files: Iterable[Path]) -> dict[Path, str | None]:
    """Return the fingerprint of each file."""
    return {file: fingerprint(file) for file in files}
