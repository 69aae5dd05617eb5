"""The theme of a picture: one of argmap's, or a file that a person or the map names."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.document.parsing import parse
from argmap.document.reading import read_file
from argmap.document.tree import Beginning
from argmap.errors import FileError, MapError
from argmap.faults import Fault
from argmap.grammar import VERSION
from argmap.model import ArgumentMap
from argmap.reader import Reading
from argmap.themes import THEME_NAMES, Theme, theme_named

_BEGINNING = Beginning(
    "a theme begins with the key “argmap-theme”",
    f"begin the file with the line “argmap-theme: {VERSION}”",
)
_IS_PLACED = "only a map that was read has a folder"


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
    return _theme_in(a_map.folder.read(name), a_map.folder.called(name))


def with_theme(reading: Reading) -> Reading:
    """Return what was read; where the theme that the map names cannot be used, with what is wrong.

    The file of that theme then belongs to what was read, so that a watcher looks at it, too.
    """
    a_map = reading.map
    if a_map is None or a_map.folder is None or a_map.style.theme in (None, *THEME_NAMES):
        return reading
    name = str(a_map.style.theme)
    found: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = {}
    try:
        theme_for(a_map, given=None)
        return reading
    except MapError as error:
        assert a_map.theme_span is not None, _IS_PLACED
        named = Related(a_map.theme_span, "the theme is named here")
        found = tuple(replace(one, related=(*one.related, named)) for one in error.diagnostics)
        texts = error.texts
    except FileError as error:
        if a_map.folder.holds(name):
            texts = {a_map.folder.called(name): ""}
        assert a_map.theme_span is not None, _IS_PLACED
        message = f"“theme”: {str(error).removesuffix('.')}"
        advice = "write the path from the folder of the map, or the name of a theme of argmap’s"
        found = (
            Diagnostic(Fault.BAD_VALUE, Severity.ERROR, a_map.theme_span, message, help=advice),
        )
    diagnostics = (*reading.diagnostics, *found)
    return replace(
        reading,
        map=None,
        diagnostics=tuple(sorted(diagnostics, key=lambda one: one.sort_key)),
        included={**reading.included, **texts},
    )


def load_theme(path: str | Path) -> Theme:
    """Return the theme in a file.

    Raises FileError where the file cannot be read, MapError where it holds no whole theme.
    """
    found = Path(os.path.realpath(path))
    return _theme_in(read_file(found, name=str(path), only_regular=True), str(path))


def _theme_in(data: bytes, file: str) -> Theme:
    # Only then: most maps have one of argmap’s themes.
    from argmap.reader.theme_reading import read_theme

    document = parse(data, file=file, beginning=_BEGINNING)
    # Its folder differs from one machine to the next, and may not change a picture.
    reading = read_theme(document, name=Path(file).stem)
    if reading.theme is None:
        raise MapError(reading.diagnostics, texts={file: document.text})
    return reading.theme
