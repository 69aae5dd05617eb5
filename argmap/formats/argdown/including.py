"""Argdown’s `@include(file)` → one text, and which file each of its lines comes from.

Only files of the project are read, by relative paths, and only those in Argdown: a text from a
stranger brings nothing else of the machine into a map. Nothing is fetched. A circle is no fault, as
it is between maps in YAML: each file is read once anyway, and Argdown’s own examples have one.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from argmap.errors import FileError
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import LARGEST, text_of
from argmap.formats.losses import Losses
from argmap.project import Folder, folder_of
from argmap.reader.circles import circle_in_words
from argmap.source import Position, Span
from argmap.values import is_relative_path

SUFFIXES = (".argdown", ".ad")
MOST_FILES = 1_000
_FROM_HERE = "write the path from the folder of this file, as in “@include(claims.argdown)”"
_SPLIT = "leave out what the map does not need, or make several maps of it"
_INCLUDE = re.compile(r"@include\((?P<path>[^)\n]+)\)")


@dataclass(frozen=True, slots=True)
class LineOrigins:
    """The file and the line, counted from 1, that each line of a text comes from."""

    file: str
    origins: tuple[tuple[str, int], ...] = ()

    def of(self, number: int) -> tuple[str, int]:
        """Return the origin of a line; lines of the text count from 0."""
        return self.origins[number] if number < len(self.origins) else (self.file, number + 1)


@dataclass(slots=True)
class _Joined:
    log: FaultLog
    losses: Losses
    texts: dict[str, str]
    lines: list[str] = field(default_factory=list)
    origins: list[tuple[str, int]] = field(default_factory=list)
    known: set[Path] = field(default_factory=set)
    size: int = 0


@dataclass(slots=True)
class _Open:
    """A file that is being read: what is left of it, from a line on, and where it really lies."""

    file: str
    folder: Folder | None
    rest: list[str]
    path: Path | None
    number: int = 0


def with_included(
    text: str,
    *,
    file: str,
    folder: Folder | None,
    log: FaultLog,
    losses: Losses,
    included: dict[str, str],
) -> tuple[str, LineOrigins]:
    """Return a text with what it includes in place, and where its lines come from.

    Paths start from `folder`; where it is None, nothing is included, and that is told. A file is
    included once; its text is added to `included`, by its name in findings. A file that cannot be
    read is there with no text, so that who watches the map looks at it, too.
    """
    if not _INCLUDE.search(text):
        return text, LineOrigins(file)
    joined = _Joined(log, losses, included)
    own = None
    if folder is not None:
        files = folder.project.files
        own = files.where(folder.path / files.own_name(file))
        joined.known.add(own)
    waiting = [_Open(file, folder, text.split("\n"), own)]
    while waiting:
        current = waiting[-1]
        if current.number == len(current.rest):
            waiting.pop()
            continue
        line = current.rest[current.number]
        found = _INCLUDE.search(line)
        if found is None:
            _add(joined, current, line)
            current.number += 1
            continue
        _add(joined, current, line[: found.start()])
        # What follows on the line comes after the file; blanks keep its place.
        rest = line[found.end() :]
        current.rest[current.number] = " " * found.end() + rest if rest.strip() else ""
        start = Position(current.number + 1, found.start() + 1)
        span = Span(current.file, start, Position(start.line, found.end() + 1))
        if opened := _included(found["path"].strip(), waiting, span, joined):
            waiting.append(opened)
    return "\n".join(joined.lines), LineOrigins(file, tuple(joined.origins))


def _add(joined: _Joined, current: _Open, line: str) -> None:
    joined.lines.append(line)
    joined.origins.append((current.file, current.number + 1))


def _included(path: str, trail: list[_Open], span: Span, joined: _Joined) -> _Open | None:
    """Return the file that is named in the last one of the trail; None if it adds nothing."""
    folder, log = trail[-1].folder, joined.log
    if folder is None:
        joined.losses.say("what is included is left out: this text is in no folder", span)
        return None
    if not is_relative_path(path) or not path.lower().endswith(SUFFIXES):
        message = f"{quoted(path)} cannot be included: name a file in Argdown by a relative path"
        log.report(Fault.UNREADABLE_INCLUDE, span, message)
        return None
    try:
        target = folder.file(path)
    except FileError as error:
        log.report(Fault.UNREADABLE_INCLUDE, span, str(error).rstrip("."), help=_FROM_HERE)
        return None
    place = folder.project.files.where(target)
    if place in joined.known:
        _tell_known(place, trail, span, joined)
        return None
    joined.known.add(place)
    name = folder.project.files.shown(target)
    text = _text(path, name, folder, span, joined)
    if text is None:
        return None
    return _Open(name, folder_of(target, folder.project), text.split("\n"), place)


def _tell_known(place: Path, trail: list[_Open], span: Span, joined: _Joined) -> None:
    """Say that a file is left out here, and why where it is being read already."""
    start = next((n for n, one in enumerate(trail) if one.path == place), None)
    if start is None:
        joined.losses.say("a file is included once: further times are left out", span)
        return
    circle = circle_in_words([one.file for one in trail[start:]])
    joined.losses.say(f"{circle}; it is left out here", span)


def _text(path: str, name: str, folder: Folder, span: Span, joined: _Joined) -> str | None:
    """Return the text of a file that is called `name`; None after a fault."""
    log = joined.log
    if len(joined.known) > MOST_FILES:
        message = f"a map may be made of {MOST_FILES:,} files, and this is one more"
        log.report(Fault.TOO_LARGE, span, message, help=_SPLIT)
        return None
    # It may be there the next time.
    joined.texts[name] = ""
    try:
        data = folder.read(path, called=name, largest=LARGEST)
    except FileError as error:
        log.report(Fault.UNREADABLE_INCLUDE, span, str(error).rstrip("."), help=_FROM_HERE)
        return None
    joined.size += len(data)
    if joined.size > LARGEST:
        message = "with this file the map is larger than any map needs to be"
        log.report(Fault.TOO_LARGE, span, message, help=_SPLIT)
        return None
    text = text_of(data, file=name, log=log)
    if text is not None:
        joined.texts[name] = text
    return text
