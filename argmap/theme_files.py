"""The theme of a picture: one of argmap's, or a file that a person or the map names."""

import os
from pathlib import Path

from argmap.document.parsing import parse
from argmap.document.reading import read_file
from argmap.errors import FileError, MapError
from argmap.model import ArgumentMap
from argmap.reader.themes import read_theme
from argmap.themes import THEME_NAMES, Theme, theme_named


def theme_for(a_map: ArgumentMap, *, given: str | None, usual: str | None = None) -> Theme:
    """Return the theme that is given by name or file, else that of the map, else the usual one.

    Raises FileError where it cannot be read, or the map may not name it; MapError where the file
    holds no whole theme.
    """
    own = a_map.style.theme
    name = given or own or usual or "auto"
    if name in THEME_NAMES:
        return theme_named(name)
    if given is not None or own is None:
        return load_theme(name)
    if a_map.folder is None:
        raise FileError(f"The theme “{name}” is not read: this map was not read from a file.")
    return _theme_in(a_map.folder.read(name), a_map.folder.path / name)


def load_theme(path: str | Path) -> Theme:
    """Return the theme in a file.

    Raises FileError where the file cannot be read, MapError where it holds no whole theme.
    """
    found = Path(os.path.realpath(path))
    return _theme_in(read_file(found, name=str(path), only_regular=True), Path(path))


def _theme_in(data: bytes, path: Path) -> Theme:
    document = parse(data, file=str(path))
    # Its folder differs from one machine to the next, and may not change a picture.
    reading = read_theme(document, name=path.stem)
    if reading.theme is None:
        raise MapError(reading.diagnostics, texts={str(path): document.text})
    return reading.theme
