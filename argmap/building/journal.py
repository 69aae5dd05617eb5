"""What a build has made, in a file of its own beside the pictures: a line for each map.

A line is added when the pictures of a map are written. So a build that is killed goes on where it
was, and one that ends well leaves the lines in order.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from argmap.building.work import Summary
from argmap.errors import FileError
from argmap.output import write_whole
from argmap.weighing import Standing

NAME = ".argmap-build.jsonl"
_END = {"whole": True}
_VERSION = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What was made of a map, by its path from the folder of the build.

    `made_by` is what else it depends on than files: the version of argmap, for example. `behind`
    are the files with their fingerprints, `leads` the places of other maps with whether these had
    pictures to lead to, and `files` what was written, with its size. A map that
    is `broken` has its pictures of before.
    """

    map: str
    made_by: str
    behind: Mapping[str, str | None] = field(default_factory=dict)
    leads: Mapping[str, bool] = field(default_factory=dict)
    files: Mapping[str, int] = field(default_factory=dict)
    summary: Summary | None = None
    broken: str | None = None


class Journal:
    """The entries of a build by map, kept in a file of its folder."""

    def __init__(self, folder: Path) -> None:
        """Read what was made before; a line that was not written whole is left out."""
        self.file = folder / NAME
        self.entries: dict[str, Entry] = {}
        self.was_whole = False
        self._before: bytes | None = None
        try:
            self._before = self.file.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise FileError(f"{self.file} cannot be read: {error.strerror}.") from error
        for line in self._before.splitlines():
            self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            found = json.loads(line)
            self.was_whole = found == _END
            if not self.was_whole:
                entry = _entry(found)
                self.entries[entry.map] = entry
        except (ValueError, TypeError, KeyError, AttributeError):
            # The end of a build that was killed, or the journal of another version.
            self.was_whole = False

    def add(self, entry: Entry) -> None:
        """Keep an entry at once. Raises FileError where it cannot be written."""
        self.entries[entry.map] = entry
        # What was cut off before stays a line of its own.
        start = b"" if self.was_whole or not self._before else b"\n"
        self._before, self.was_whole = b"", True
        try:
            with self.file.open("ab") as stream:
                stream.write(start + _line(entry))
        except OSError as error:
            raise FileError(f"{self.file} cannot be written: {error.strerror}.") from error

    def close(self) -> None:
        """Leave the lines in order, unless they are already."""
        lines = [_line(self.entries[name]) for name in sorted(self.entries)]
        content = b"".join([*lines, json.dumps(_END).encode() + b"\n"])
        if content != self._before:
            write_whole(self.file, content)


def _line(entry: Entry) -> bytes:
    told = {"version": _VERSION, **_fields(entry)}
    if entry.summary is not None:
        told["summary"] = _fields(entry.summary)
    return json.dumps(told).encode() + b"\n"


def _fields(value: Entry | Summary) -> dict[str, Any]:
    # `asdict` would copy all that is in them.
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _entry(found: dict[str, Any]) -> Entry:
    if found.pop("version") != _VERSION:
        raise ValueError("made by another version")
    told = found.pop("summary")
    summary = None
    if told is not None:
        theses = tuple((text, Standing(standing)) for text, standing in told.pop("theses"))
        summary = Summary(theses=theses, **told)
    return Entry(summary=summary, **found)
