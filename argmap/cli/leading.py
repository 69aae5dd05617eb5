"""How a picture that `argmap render` draws leads to the pictures of other maps."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from argmap.cli.pictures import Order
from argmap.cli.reading import STANDARD
from argmap.document.reading import read_file
from argmap.errors import FileError
from argmap.links import Leads, file_of, moved
from argmap.picture_files.ownership import LARGEST, is_own
from argmap.project import Folder, folder_of
from argmap.render import READ_IN_BROWSERS, picture_format


def lead_for(order: Order, others: Sequence[Order]) -> Leads | None:
    """Return what gives the address of another map, as the picture has to write it.

    That is its picture of the same format: the one that is asked for by one of the `others`, or one
    that argmap has drawn before, with this one or beside that map. Without any it is its file. None
    where the picture goes to no file.
    """
    if STANDARD in (order.map_name, order.target):
        return None
    home = Path(order.map_name)
    asked = {os.path.realpath(one.map_name): one.target for one in others if one is not order}
    folder = folder_of(home)

    def lead(link: str) -> str | None:
        name = file_of(link)
        # What a map says its home is may be no file at all.
        if not folder.holds(name) or not (folder.path / name).is_file():
            return None
        target = asked.get(os.path.realpath(folder.path / name)) or _drawn(order, name, folder)
        return _from(target, order) if target else moved(link, home=home, beside=Path(order.target))

    return lead


def _from(target: str, order: Order) -> str | None:
    """Return how a picture leads to another one; it does not lead to itself."""
    here, there = (Path(os.path.realpath(Path(one).parent)) for one in (order.target, target))
    found = Path(os.path.relpath(there / Path(target).name, here))
    return None if str(found) == Path(order.target).name else quote(os.fsencode(found.as_posix()))


def _drawn(order: Order, name: str, folder: Folder) -> str | None:
    """Return the picture of another map that argmap has drawn before, if there is one."""
    return next((str(one) for one in _places(order, name, folder) if _is_picture(one)), None)


def _places(order: Order, name: str, folder: Folder) -> Iterator[Path]:
    """Yield where the picture of another map would be: with this one, or where that map lies."""
    known, beside = picture_format(order.format), Path(order.target).parent
    formats = (order.format, *READ_IN_BROWSERS) if known.is_notation else (order.format,)
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
