"""Argdown’s `@include(file)` → one text, and which file each of its lines comes from.

Only files of the project are read, by relative paths, and only those in Argdown: a text from a
stranger brings nothing else of the machine into a map. Nothing is fetched.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from argmap.errors import FileError
from argmap.faults import Fault, FaultLog, quoted
from argmap.formats.carriers.decoding import LARGEST, text_of
from argmap.formats.losses import Losses
from argmap.project import Folder, folder_of
from argmap.source import Position, Span
from argmap.values import is_relative_path

SUFFIXES = (".argdown", ".ad")
MOST_FILES = 1_000
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
    """A file that is being read: what is left of it, from a line on."""

    file: str
    folder: Folder | None
    rest: list[str]
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
    included once; its text is added to `included`, by its name in findings.
    """
    if not _INCLUDE.search(text):
        return text, LineOrigins(file)
    joined = _Joined(log, losses, included)
    if folder is not None:
        joined.known.add((folder.path / Path(file).name).resolve())
    waiting = [_Open(file, folder, text.split("\n"))]
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
        if opened := _included(found["path"].strip(), current, span, joined):
            waiting.append(opened)
    return "\n".join(joined.lines), LineOrigins(file, tuple(joined.origins))


def _add(joined: _Joined, current: _Open, line: str) -> None:
    joined.lines.append(line)
    joined.origins.append((current.file, current.number + 1))


def _included(path: str, current: _Open, span: Span, joined: _Joined) -> _Open | None:
    if current.folder is None:
        joined.losses.say("what is included is left out: this text is in no folder", span)
        return None
    if not is_relative_path(path) or not path.lower().endswith(SUFFIXES):
        message = f"{quoted(path)} cannot be included: name a file in Argdown by a relative path"
        joined.log.report(Fault.BAD_VALUE, span, message)
        return None
    try:
        target = current.folder.file(path)
        if target.resolve() in joined.known:
            joined.losses.say("a file is included once: further times are left out", span)
            return None
        joined.known.add(target.resolve())
        data = current.folder.read(path, largest=LARGEST)
    except FileError as error:
        joined.log.report(Fault.UNKNOWN_REFERENCE, span, str(error).rstrip("."))
        return None
    joined.size += len(data)
    if joined.size > LARGEST or len(joined.known) > MOST_FILES:
        joined.log.report(Fault.TOO_LARGE, span, "more is included here than can be read")
        return None
    text = text_of(data, file=str(target), log=joined.log)
    if text is None:
        return None
    joined.texts[str(target)] = text
    return _Open(str(target), folder_of(target, current.folder.project), text.split("\n"))
