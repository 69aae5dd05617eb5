"""What `argmap convert` does with one file, and with a folder of them."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from argmap.cli.printing import say
from argmap.cli.progress import progress
from argmap.cli.reading import (
    FOUND_SOMETHING,
    STANDARD,
    reading_of,
    require_map,
    tell,
    wants_colour,
)
from argmap.configuration import configuration_for
from argmap.diagnostics import Diagnostic
from argmap.errors import ArgmapError, FileError, MapError
from argmap.formats import format_named, formats_of, notation_of
from argmap.formats.carriers.blocks import beside, names_of
from argmap.formats.carriers.decoding import LONGEST_BEGINNING, beginning
from argmap.formats.losses import Losses, in_general, lost_comments
from argmap.links import for_folder
from argmap.output import write_all
from argmap.pipeline import CARRYING, DRAWN, convert, dumps
from argmap.reader import Reading
from argmap.render import picture_format
from argmap.report import text
from argmap.source import at_start

MOST_KINDS = 10
_CHOOSE = "choose one notation with --from, or another folder."


@dataclass(frozen=True, slots=True)
class Converted:
    """What was lost on the way, and the texts of which that speaks, by name."""

    losses: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


@dataclass(slots=True)
class _Tally:
    """What became of the files of a folder."""

    files: int
    done: int = 0
    refused: int = 0
    lossy: int = 0
    losses: Counter[str] = field(default_factory=Counter)


def convert_file(
    source: str, target: str, notation: str | None, wanted: str, *, make_folder: bool = False
) -> Converted:
    """Write a map in another notation, and return what is lost.

    `make_folder` makes the folder that it goes to.

    Raises MapError where there is no whole map, and what reading, writing and `convert` raise.
    """
    reading = reading_of(source, notation)
    a_map = require_map(reading)
    moved = a_map
    if STANDARD not in (source, target):
        moved = for_folder(a_map, home=Path(source), beside=Path(target))
    defaults = None
    if wanted in DRAWN:
        defaults = configuration_for(Path() if source == STANDARD else Path(source)).style
    # A drawing is made where the files lie that the map names.
    drawn = a_map if wanted in DRAWN else moved
    written = convert(drawn, to=wanted, defaults=defaults, carried=moved)
    if target == STANDARD:
        sys.stdout.buffer.write(written.whole.encode())
    else:
        path = Path(target)
        contents = {path: written.text.encode()}
        for further, (_, content) in zip(_files_of(path, wanted)[1:], written.further, strict=True):
            if source != STANDARD and further.resolve() == Path(source).resolve():
                raise click.UsageError(f"“{source}” would be written over; choose another OUT.")
            contents[further] = content.encode()
        write_all(contents, make_folder=make_folder)
    # A picture is no place for comments, and nobody looks for them there.
    is_picture = wanted in DRAWN and wanted not in CARRYING
    lost = () if is_picture else _lost_of(reading)
    return Converted((*reading.diagnostics, *lost, *written.losses), reading.texts)


def begun_from(source: str, beside: str, notation: str | None = None) -> tuple[str, Converted]:
    """Return a file as the map that `beside` begins with, in one layout, and what is lost.

    All that it includes is in it.

    Raises MapError where there is no whole map.
    """
    from argmap.editing.formatting import formatted

    reading = reading_of(source, notation)
    a_map = require_map(reading)
    if STANDARD not in (source, beside):
        a_map = for_folder(a_map, home=Path(source), beside=Path(beside))
    lost = (*reading.diagnostics, *_lost_of(reading))
    return formatted(dumps(a_map), file=beside), Converted(lost, reading.texts)


def _lost_of(reading: Reading) -> tuple[Diagnostic, ...]:
    """Return what files say that is no part of the map that they are joined in."""
    losses = Losses("A map")
    for one in reading.modules[1:]:
        # Elsewhere a title is the group of the claims.
        if one.includes is not None and (one.title or one.description):
            message = "what an included file says it is about is left out: a folder would keep it"
            losses.say(message, at_start(one.file))
    return (*lost_comments(reading.whole_handwriting), *losses.diagnostics())


def tell_losses(converted: Converted) -> None:
    """Say on standard error what was lost on the way."""
    if converted.losses:
        colour = wants_colour(sys.stderr)
        shown = text.render(converted.losses, texts=converted.texts, colour=colour)
        say(shown, err=True, color=True, nl=False)


def convert_folder(
    source: str, target: str, notation: str | None, wanted: str, *, quiet: bool
) -> None:
    """Write all maps in a folder, or in a document, to a folder, and say what became of them.

    A file that holds no map is told and passed over. Raises UsageError where there is nothing to
    convert or no folder to write to, click's Exit where a file was refused.
    """
    if target == STANDARD or (Path(target).exists() and not Path(target).is_dir()):
        raise click.UsageError(f"“{source}” is a folder; name a folder to write its maps to.")
    planned = _planned(Path(source), Path(target), notation, wanted)
    if not planned:
        what = f"in {notation}" if notation else "that argmap knows"
        raise click.UsageError(f"There is no map {what} in the folder “{source}”.")
    tally = _Tally(len(planned))
    with progress(lambda: f"converting {tally.done} of {tally.files}", quiet=quiet):
        for path, goal in planned.items():
            _convert_one(path, goal, notation, wanted, tally)
            tally.done += 1
    if not quiet:
        say(_summary(tally, target), err=True)
    if tally.refused:
        raise click.exceptions.Exit(FOUND_SOMETHING)


def _convert_one(
    path: Path, target: Path, notation: str | None, wanted: str, tally: _Tally
) -> None:
    try:
        converted = convert_file(str(path), str(target), notation, wanted, make_folder=True)
    except MapError as error:
        tally.refused += 1
        tell(error)
        return
    except ArgmapError as error:
        tally.refused += 1
        tell(FileError(f"{path}: {error}"))
        return
    tally.losses.update({in_general(one.message) for one in converted.losses})
    tally.lossy += bool(converted.losses)


def _planned(source: Path, target: Path, notation: str | None, wanted: str) -> dict[Path, Path]:
    """Return where each map of a folder goes, below the other as it lies below the one.

    A document stands for its maps, which go right into the folder.
    """
    suffix = (picture_format(wanted) if wanted in DRAWN else format_named(wanted)).suffixes[0]
    planned: dict[Path, Path] = {}
    origins: dict[Path, Path] = {}
    is_document = not source.is_dir()
    home = source.parent if is_document else source
    files = (source,) if is_document else _maps_in(source, notation)
    for path in (name for file in files for name in names_of(file, notation)):
        goal = (target / beside(path).relative_to(home)).with_suffix(suffix)
        for file in _files_of(goal, wanted):
            if file in origins:
                names = f"“{origins[file]}” and “{path}”"
                raise click.UsageError(f"{names} would both be written to “{file}”; {_CHOOSE}")
            origins[file] = path
        planned[path] = goal
    known = {path.resolve() for path in planned}
    for goal, path in origins.items():
        if goal.resolve() in known:
            raise click.UsageError(f"“{path}” would be written over “{goal}”; {_CHOOSE}")
    return planned


def _files_of(goal: Path, wanted: str) -> list[Path]:
    """Return all files that are written for a map: the one, and those beside it."""
    further = () if wanted in DRAWN else format_named(wanted).further
    return [goal, *(goal.with_name(f"{goal.stem}{ending}{goal.suffix}") for ending in further)]


def _maps_in(folder: Path, notation: str | None) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if _is_map(Path(place, name), notation):
                yield Path(place, name)


def _is_map(path: Path, notation: str | None) -> bool:
    """Return whether a file has a suffix of a notation, and begins as its texts do."""
    formats = [one for one in formats_of(path.name) if one.reads]
    if notation is not None:
        return any(one.name == notation for one in formats)
    if not formats or path.name.startswith("."):
        return False
    try:
        # Not a pipe, whose end may never come.
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            text = beginning(stream.read(LONGEST_BEGINNING))
    except OSError:
        # Converting it tells why it cannot be read.
        return True
    return any(notation_of(one).recognises(text) for one in formats)


def _summary(tally: _Tally, target: str) -> str:
    written = tally.files - tally.refused
    lines = [f"{written:,} of {tally.files:,} maps are written to {target}"]
    if tally.lossy:
        lines.append(f"{tally.lossy:,} of them leave something out or mean something else:")
        lines += [f"  in {n:,}: {what}" for what, n in tally.losses.most_common(MOST_KINDS)]
        others = len(tally.losses) - MOST_KINDS
        if others > 0:
            lines.append(f"  and {others:,} other things; convert one file to read all of its own")
    return "\n".join(lines)
