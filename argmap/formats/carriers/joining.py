"""Files that a notation joins in a map: where they lie, and what the map says of them."""

import os
import posixpath
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from argmap.project import Folder
from argmap.reader import MapModule
from argmap.source import File


def path_from(home: Folder, target: Path) -> str:
    """Return how a file is named from a folder, in which findings may call it otherwise."""
    where = home.project.files.where
    way = Path(os.path.relpath(where(target.parent), where(home.path))).as_posix()
    return posixpath.normpath(posixpath.join(way, target.name))


def files_of(modules: Sequence[MapModule]) -> tuple[File, ...]:
    """Return the files that a map is made of; none where that is only one."""
    if len(modules) < 2:
        return ()
    return tuple(
        File(one.file, one.title, one.path, quote(os.fsencode(one.path))) for one in modules
    )
