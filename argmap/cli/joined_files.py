"""What `argmap convert` does with a file that joins others: each becomes a map of its own."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from argmap.cli.conversion import Converted
from argmap.cli.reading import STANDARD, is_folder, reading_of, require_map
from argmap.diagnostics import Diagnostic
from argmap.errors import FileError, MapError
from argmap.faults import FaultLog
from argmap.formats import formats_of
from argmap.formats.losses import Losses, lost_comments
from argmap.formats.yaml.parts import MapPart, with_ways_home
from argmap.identifiers import slug
from argmap.links import for_folder
from argmap.output import write_all
from argmap.reader import MapModule, Reading
from argmap.source import at_start
from argmap.values import canonical, is_id

_OF_IDS = re.compile(r"[\w.-]+")
# Other notations join no files; a document with several maps is not read for nothing.
_JOINING = frozenset(("argdown", "gsn"))


def joined_files(source: str, notation: str | None) -> Reading | None:
    """Return what was read of a file that joins others; None of any other, and after a fault."""
    if source == STANDARD or is_folder(source):
        return None
    names = {one.name for one in formats_of(source)} if notation is None else {notation}
    if names.isdisjoint(_JOINING):
        return None
    reading = reading_of(source, notation)
    return reading if reading.map is not None and len(reading.modules) > 1 else None


def convert_joined(reading: Reading, target: str) -> tuple[Converted, str]:
    """Write a map for each file to a folder, all or none; return what is lost, and what is written.

    Raises MapError where modules cannot be maps of their own, FileError where a file cannot be
    written or is there already.
    """
    # Only then: most conversions write one map.
    from argmap.formats.yaml.writing import dumps

    goals = _goals(reading.modules)
    parts = _parts(reading, goals)
    contents: dict[Path, bytes] = {}
    for part in parts:
        path = Path(target, f"{goals[part.file]}.yaml")
        if os.path.lexists(path):
            raise FileError(f"{path} is there already; nothing is written: name another folder")
        moved = for_folder(part.map, home=Path(part.home), beside=path)
        contents[path] = dumps(with_ways_home(moved), part.others).text.encode()
    write_all(contents, make_folder=True, undoes=True)
    written = {part.file for part in parts}
    kind = "module" if reading.modules[0].includes is None else "file"
    lost = _lost(kind, (one for one in reading.modules if one.file not in written))
    comments = lost_comments(reading.whole_handwriting)
    converted = Converted((*reading.diagnostics, *comments, *lost), reading.texts)
    return converted, f"{len(contents)} {kind}{'s' * (len(contents) != 1)}"


def _parts(reading: Reading, goals: Mapping[str, str]) -> tuple[MapPart, ...]:
    """Return what each of the files to be says; raise MapError where they cannot be."""
    a_map, files = require_map(reading), reading.modules
    if files[0].includes is not None:
        from argmap.formats.argdown.splitting import file_maps

        return file_maps(a_map, files, goals=goals)
    from argmap.formats.gsn.splitting import module_maps

    log = FaultLog()
    parts = module_maps(a_map, files, goals=goals, log=log)
    if log.diagnostics:
        raise MapError(log.diagnostics, texts=reading.texts)
    return parts


def _goals(modules: Iterable[MapModule]) -> dict[str, str]:
    """Return the names of the files to be, all in one folder, without their suffix.

    In a folder below, a file that is looked at alone may include none above it.
    """
    paths = {one.file: Path(os.path.realpath(one.file)) for one in modules}
    home = os.path.commonpath([path.parent for path in paths.values()])
    # Where letters of both cases are one, two files would be one.
    often = Counter(_stem(path).casefold() for path in paths.values())
    goals: dict[str, str] = {}
    taken: dict[str, str] = {}
    for file, path in paths.items():
        parts = path.relative_to(home).parent.parts if often[_stem(path).casefold()] > 1 else ()
        goals[file] = _as_id("-".join((*parts, _stem(path))))
        other = taken.setdefault(goals[file].casefold(), file)
        if other != file:
            raise FileError(f"“{other}” and “{file}” would both be written to “{goals[file]}.yaml”")
    return goals


def _as_id(name: str) -> str:
    """Return the name of a file as one that ids can have before them."""
    found = canonical("-".join(_OF_IDS.findall(name)))
    return found if is_id(found) else slug(None, name)


def _stem(path: Path) -> str:
    return path.stem.removesuffix(".gsn") or path.stem


def _lost(kind: str, files: Iterable[MapModule]) -> tuple[Diagnostic, ...]:
    losses = Losses("maps")
    for one in files:
        losses.say(f"a {kind} in which there is no claim is left out", at_start(one.file))
    return losses.diagnostics()
