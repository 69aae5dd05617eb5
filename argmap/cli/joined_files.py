"""What `argmap convert` does with a file that joins others: each becomes a file of its own."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.cli.conversion import Converted
from argmap.cli.reading import STANDARD, is_folder, reading_of, require_map
from argmap.diagnostics import Diagnostic
from argmap.errors import FileError, MapError
from argmap.faults import FaultLog
from argmap.formats import format_named, formats_of
from argmap.formats.losses import Losses, lost_comments
from argmap.formats.yaml.parts import MapPart, with_ways_home
from argmap.identifiers import slug
from argmap.links import for_folder
from argmap.output import write_all
from argmap.reader import MapModule, Reading
from argmap.source import at_start
from argmap.values import canonical, is_id

_OF_IDS = re.compile(r"[\w.-]+")
# Which notations join files in which others that are written so; a document with several maps is
# not read for nothing.
_JOINING = {
    "yaml": frozenset(("argdown", "gsn")),
    "gsn": frozenset(("yaml", "json", "argdown", "gsn")),
}


@dataclass(frozen=True, slots=True)
class _Files:
    """What is written: texts by the files that they come from, and what they do not say."""

    texts: Mapping[str, str]
    losses: tuple[Diagnostic, ...] = ()


def joined_files(source: str, notation: str | None, *, wanted: str) -> Reading | None:
    """Return what was read of a file that joins others, each of which can be written as `wanted`.

    It is None of any other, and after a fault.
    """
    if source == STANDARD or is_folder(source) or wanted not in _JOINING:
        return None
    names = {one.name for one in formats_of(source)} if notation is None else {notation}
    if names.isdisjoint(_JOINING[wanted]):
        return None
    reading = reading_of(source, notation)
    if reading.map is None or not (len(reading.modules) > 1 or len(reading.map.files) > 1):
        return None
    return reading


def convert_joined(reading: Reading, target: str, *, wanted: str = "yaml") -> tuple[Converted, str]:
    """Write each file to a folder, all or none; return what is lost, and what is written.

    Raises MapError where modules cannot be maps of their own, FileError where a file cannot be
    written or is there already.
    """
    joined = reading if reading.modules else _opened(reading)
    require_map(joined)
    suffix = format_named(wanted).suffixes[0]
    goals = _goals(joined.modules, suffix)
    make = _maps if wanted == "yaml" else _modules
    files = make(reading, joined, goals, Path(target, "map"))
    contents: dict[Path, bytes] = {}
    for file, text in files.texts.items():
        path = Path(target, f"{goals[file]}{suffix}")
        if os.path.lexists(path):
            raise FileError(f"{path} is there already; nothing is written: name another folder")
        contents[path] = text.encode()
    write_all(contents, make_folder=True, undoes=True)
    kind = "file" if wanted == "yaml" and joined.modules[0].includes is not None else "module"
    lost = _lost(kind, (one for one in joined.modules if one.file not in files.texts))
    comments = lost_comments(joined.whole_handwriting)
    losses = (*joined.diagnostics, *comments, *files.losses, *lost)
    return Converted(losses, joined.texts), f"{len(contents)} {kind}{'s' * (len(contents) != 1)}"


def _opened(reading: Reading) -> Reading:
    """Return a map of several files with all that is argued in those that it seals."""
    # Only then: most conversions read a map once.
    from argmap.formats import json, yaml

    loads = json.loads if json.recognises(reading.text) else yaml.loads
    folder = require_map(reading).folder
    return loads(reading.text, file=reading.file, folder=folder, opens_seals=True)


def _maps(_: Reading, joined: Reading, goals: Mapping[str, str], beside: Path) -> _Files:
    # Only then: most conversions write one map.
    from argmap.formats.yaml.writing import dumps

    texts = {}
    for part in _parts(joined, goals):
        moved = for_folder(part.map, home=Path(part.home), beside=beside)
        texts[part.file] = dumps(with_ways_home(moved), part.others).text
    return _Files(texts)


def _modules(reading: Reading, joined: Reading, goals: Mapping[str, str], beside: Path) -> _Files:
    from argmap.formats.gsn.module_writing import module_texts

    moved = for_folder(require_map(joined), home=Path(joined.file), beside=beside)
    sealing = require_map(reading)
    modules, losses = module_texts(moved, joined.modules, goals=goals, sealing=sealing)
    return _Files({one.file: one.text for one in modules}, losses)


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


def _goals(modules: Iterable[MapModule], suffix: str) -> dict[str, str]:
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
            goal = f"{goals[file]}{suffix}"
            raise FileError(f"“{other}” and “{file}” would both be written to “{goal}”")
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
        told = ", with what it says it is about" if one.title or one.description else ""
        message = f"a {kind} in which there is no claim is left out{told}"
        losses.say(message, at_start(one.file))
    return losses.diagnostics()
