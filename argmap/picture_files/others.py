"""The pictures of other maps that argmap has drawn before, which a picture leads to."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from argmap.document.reading import read_file
from argmap.errors import FileError
from argmap.links import ShownAt
from argmap.picture_files.ownership import LARGEST, is_own
from argmap.project import Folder
from argmap.render import picture_format


def drawn_before(formats: Sequence[str], *, folder: Folder, beside: Path) -> ShownAt:
    """Return what knows the picture of a map that a file of `folder` names, in one of the formats.

    It lies with the file `beside`, which leads there, or where the map lies.
    """

    def at(other: Path) -> str | None:
        name = os.path.relpath(other, folder.path)
        places = _places(name, formats, folder, beside.parent)
        found = next((one for one in places if _is_picture(one)), None)
        return None if found is None else address_from(beside, found)

    return at


def address_from(beside: Path, target: Path) -> str:
    """Return how the file `beside` leads to a file; it does not lead to itself, which is ""."""
    here, there = (Path(os.path.realpath(one.parent)) for one in (beside, target))
    found = Path(os.path.relpath(there / target.name, here))
    return "" if str(found) == beside.name else quote(os.fsencode(found.as_posix()))


def _places(name: str, formats: Sequence[str], folder: Folder, beside: Path) -> Iterator[Path]:
    """Yield where the picture of a map would be: with the one that leads there, or where it is."""
    for suffix in (picture_format(format).suffixes[0] for format in formats):
        file = Path(name).with_suffix(suffix)
        # Maps in other folders have their pictures below this one, or all are in one.
        yield beside / Path(os.path.normpath(file)).name
        if ".." not in file.parts:
            yield beside / file
        if folder.holds(str(file)):
            yield folder.path / file


def _is_picture(file: Path) -> bool:
    try:
        return is_own(read_file(file.resolve(), largest=LARGEST, only_regular=True))
    except (FileError, OSError):
        return False
