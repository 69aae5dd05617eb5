"""Documents that hold several maps: each has the name of its file and a number, as “doc.md#2”."""

import re
from collections.abc import Iterator
from pathlib import Path

_NUMBERED = re.compile(r"(?P<file>.+\.(?:md|markdown))#(?P<number>[1-9][0-9]{0,5})", re.IGNORECASE)
_SUFFIXES = (".md", ".markdown")


def divided(path: Path) -> tuple[Path, int | None]:
    """Return the document and the number that a path names; where a file has this name, itself."""
    found = _NUMBERED.fullmatch(path.name)
    if found is None or path.exists():
        return path, None
    return path.with_name(found["file"]), int(found["number"])


def beside(path: Path) -> Path:
    """Return a path for what is made of a map: that of its own, or “doc-2.md” for “doc.md#2”."""
    document, number = divided(path)
    return document if number is None else document.with_stem(f"{document.stem}-{number}")


def names_of(path: Path, notation: str | None) -> Iterator[Path]:
    """Yield the names of the maps in a file: its own, unless it is a document with several.

    `notation` is the one that the file is read in, None where the file tells it.
    """
    number = 0
    if path.suffix.lower() in _SUFFIXES and notation in (None, "argdown-markdown"):
        number = _maps_in(path, notation)
    if number < 2:
        yield path
        return
    for one in range(1, number + 1):
        yield path.with_name(f"{path.name}#{one}")


def _maps_in(path: Path, notation: str | None) -> int:
    """Return how many blocks of Argdown a file has; none where it cannot be read."""
    from argmap.faults import FaultLog
    from argmap.formats.argdown_markdown import blocks_of
    from argmap.formats.carriers.decoding import LARGEST, text_of
    from argmap.formats.recognition import readable_format

    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return 0
        data = path.read_bytes()
    except OSError:
        return 0
    format = readable_format(path.name, data)
    if notation is None and (format is None or format.name != "argdown-markdown"):
        return 0
    return len(blocks_of(text_of(data, file=path.name, log=FaultLog()) or ""))
