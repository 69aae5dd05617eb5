"""Argdown’s `@include(file)` → one text, which file each of its lines comes from, and the files.

Only files of the project are read, by relative paths, and only those in Argdown: a text from a
stranger brings nothing else of the machine into a map. Nothing is fetched. A circle is no fault, as
it is between maps in YAML: each file is read once anyway, and Argdown’s own examples have one.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from argmap.errors import FileError
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.argdown.origins import LineOrigins
from argmap.formats.argdown.settings import Settings, settings_of
from argmap.formats.carriers.decoding import LARGEST, text_of
from argmap.formats.carriers.joining import path_from
from argmap.formats.carriers.texts import held
from argmap.formats.losses import Losses
from argmap.project import Folder, folder_of
from argmap.reader import MapModule
from argmap.reader.circles import circle_in_words
from argmap.source import Position, Span, at_start
from argmap.values import is_relative_path

SUFFIXES = (".argdown", ".ad")
MOST_FILES = 1_000
_FROM_HERE = "write the path from the folder of this file, as in “@include(claims.argdown)”"
_SPLIT = "leave out what the map does not need, or make several maps of it"
_INCLUDE = re.compile(r"@include\((?P<path>[^)\n]+)\)")


@dataclass(slots=True)
class JoinedFile:
    """One of the files of a text: its name in findings, its head, and which others it includes.

    Those that close a circle are not among them. Its `path` starts from the folder of the text.
    """

    file: str
    path: str
    settings: Settings
    includes: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JoinedText:
    """A text with what it includes in place, without the heads of files; these, its own first.

    `settings` are those of the head of the whole.
    """

    text: str
    origins: LineOrigins
    settings: Settings
    files: tuple[JoinedFile, ...]

    def modules(self, log: FaultLog) -> tuple[MapModule, ...]:
        """Return the files as what could be maps of their own.

        What the first is about may stand in a file that it includes; a fault in it is told with the
        map.
        """
        own, *others = self.files
        title = self.settings.title
        return (
            MapModule(own.file, own.path, title, None, tuple(own.includes)),
            *(_module(one, log) for one in others),
        )


@dataclass(slots=True)
class _Joined:
    log: FaultLog
    losses: Losses
    texts: dict[str, str]
    home: Folder | None
    # The head of the whole text; a file that is included before all else may bring it.
    settings: Settings
    lines: list[str] = field(default_factory=list)
    origins: list[tuple[str, int]] = field(default_factory=list)
    known: dict[Path, JoinedFile] = field(default_factory=dict)
    size: int = 0
    is_blank: bool = True


@dataclass(slots=True)
class _Open:
    """A file that is being read: what is left of it, from a line on, and where it really lies."""

    joined: JoinedFile
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
) -> JoinedText:
    """Return a text with what it includes in place.

    Paths start from `folder`; where it is None, nothing is included, and that is told. A file is
    included once; its text is added to `included`, by its name in findings. A file that cannot be
    read is there with no text, so that who watches the map looks at it, too.
    """
    settings, rest = settings_of(text, file=file, log=log, losses=losses)
    root = JoinedFile(file, PurePath(file).name, settings)
    if not _INCLUDE.search(rest):
        return JoinedText(rest, LineOrigins(file), settings, (root,))
    joined = _Joined(log, losses, included, folder, settings)
    own = None
    if folder is not None:
        files = folder.project.files
        own = files.where(folder.path / files.own_name(file))
        joined.known[own] = root
    waiting = [_Open(root, folder, rest.split("\n"), own)]
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
        span = Span(current.joined.file, start, Position(start.line, found.end() + 1))
        if opened := _included(found["path"].strip(), waiting, span, joined):
            waiting.append(opened)
    origins = LineOrigins(file, tuple(joined.origins))
    files_read = tuple(joined.known.values()) or (root,)
    return JoinedText("\n".join(joined.lines), origins, joined.settings, files_read)


def _module(file: JoinedFile, log: FaultLog) -> MapModule:
    head, span = file.settings, file.settings.span or at_start(file.file)
    title = held(head.title, "title", span, log)
    description = held(head.description, "description", span, log)
    return MapModule(file.file, file.path, title, description, tuple(file.includes))


def _add(joined: _Joined, current: _Open, line: str) -> None:
    joined.lines.append(line)
    joined.origins.append((current.joined.file, current.number + 1))
    joined.is_blank = joined.is_blank and (not line.strip() or line.lstrip().startswith("//"))


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
    name = folder.project.files.shown(target)
    way = path_from(joined.home or folder, target)
    read = joined.known[place] = JoinedFile(name, way, Settings())
    trail[-1].joined.includes[name] = None
    text = _text(path, name, folder, span, joined)
    if text is None:
        return None
    read.settings, rest = settings_of(text, file=name, log=log, losses=joined.losses)
    _take_settings(read.settings, joined)
    return _Open(read, folder_of(target, folder.project), rest.split("\n"), place)


def _take_settings(settings: Settings, joined: _Joined) -> None:
    """Let the head of an included file be that of the text where nothing stands before it."""
    if joined.is_blank and joined.settings.span is None:
        joined.settings = settings
    elif settings.span is not None and settings.are_of_reading:
        told = "settings of an included file do not change how it is read: they are left out"
        joined.losses.say(told, settings.span)


def _tell_known(place: Path, trail: list[_Open], span: Span, joined: _Joined) -> None:
    """Say that a file is left out here, and why where it is being read already."""
    start = next((n for n, one in enumerate(trail) if one.path == place), None)
    if start is None:
        trail[-1].joined.includes[joined.known[place].file] = None
        joined.losses.say("a file is included once: further times add nothing", span)
        return
    circle = circle_in_words([one.joined.file for one in trail[start:]])
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
