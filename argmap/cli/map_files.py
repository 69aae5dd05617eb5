"""The maps that a command line names: files, and all maps of a folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from argmap.cli import MAP_SUFFIXES
from argmap.cli.reading import STANDARD, is_folder
from argmap.errors import FileError
from argmap.formats import yaml as yaml_map
from argmap.formats.carriers.decoding import LONGEST_BEGINNING, beginning


def maps_in(paths: Iterable[str], *, with_empty: bool = False) -> Iterator[str]:
    """Yield each map once: files as named, and what folders hold in the order of the names.

    In folders, files in which nothing is written are no maps, unless those are asked for, too.
    """
    seen = set()
    for path in paths:
        for name in _of_folder(Path(path), with_empty) if is_folder(path) else (path,):
            if name not in seen:
                seen.add(name)
                yield name


def maps_read(paths: Iterable[str], notation: str | None) -> Iterator[str]:
    """Yield what `maps_in` does, and each map of a document with several by its number.

    `notation` is the one that all are read in, None where the files tell it.
    """
    for name in maps_in(paths):
        if name.lower().endswith((".md", ".markdown")):
            # Only then: most maps are files of their own.
            from argmap.formats.carriers.blocks import names_of

            yield from map(str, names_of(Path(name), notation))
        else:
            yield name


def _of_folder(folder: Path, with_empty: bool) -> Iterator[str]:
    """Yield the maps in a folder, and folders of which there is something to say instead."""
    closed: list[str] = []
    number = 0
    for place, folders, files in os.walk(folder, onerror=lambda e: closed.append(e.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(place, name)
            if name.endswith(MAP_SUFFIXES) and _may_be_a_map(file, with_empty):
                number += 1
                yield str(file)
    yield from closed or ([] if number else [str(folder)])


def _may_be_a_map(file: Path, with_empty: bool) -> bool:
    try:
        # Not a pipe, whose end may never come.
        if not file.is_file():
            return False
        with file.open("rb") as stream:
            text = beginning(stream.read(LONGEST_BEGINNING))
        return yaml_map.resembles(text) or (with_empty and not text.strip())
    except OSError:
        return True


def require_map_file(name: str) -> None:
    """Raise FileError where a name from `maps_in` is that of a folder that has none."""
    if name != STANDARD and is_folder(name):
        if not os.access(name, os.R_OK | os.X_OK):
            raise FileError(f"You may not read the folder {name}.")
        raise FileError(f"There is no map in the folder “{name}”.")
