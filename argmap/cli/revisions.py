"""Maps as they were at a revision of Git: `HEAD~1:maps/a.yaml`."""

import os
import subprocess
from pathlib import Path

from argmap.cli.reading import STANDARD, reading_of
from argmap.errors import FileError
from argmap.formats.carriers.decoding import LARGEST
from argmap.formats.recognition import readable_format
from argmap.pipeline import read_text
from argmap.reader import Reading

# Git would else run programs that the settings of a repository name.
_SAFELY = ("-c", "core.fsmonitor=false", "-c", "core.pager=cat")
_SHOW = ("show", "--no-textconv", "--no-ext-diff", "--end-of-options")


def reading_at(name: str) -> Reading:
    """Return what a file holds as a map, or held at a revision of Git.

    Raises FileError where there is no such file or revision.
    """
    revision, colon, path = name.partition(":")
    if name == STANDARD or os.path.lexists(name) or not (colon and revision and path):
        return reading_of(name)
    data = content_at(revision, Path(path))
    format = readable_format(path, data)
    return read_text(data, file=name, notation=format.name if format else "yaml")


def content_at(revision: str, path: Path) -> bytes:
    """Return what a file held at a revision; raise FileError where Git does not know it."""
    folder = path.parent if path.parent.is_dir() else Path()
    # From its own folder, which may lie in another repository than the one where one works.
    inside = path.name if folder == path.parent else path.as_posix()
    wanted = f"{revision}:./{inside}"
    try:
        ended = subprocess.run(
            ["git", *_SAFELY, *_SHOW, wanted], cwd=folder, capture_output=True, check=False
        )
    except OSError as error:
        raise FileError("Git is needed to see what a file was, and is not installed.") from error
    if ended.returncode:
        told = ended.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise FileError(
            f"{revision}:{path} cannot be read: {told.splitlines()[0] if told else ''}."
        )
    return ended.stdout[: LARGEST + 1]
