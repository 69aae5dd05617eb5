"""What fixes in the files of a map do to the other maps of the project that share them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from argmap.diagnostics import Diagnostic, Severity
from argmap.embed.maps_around import Around, files_of
from argmap.errors import FileError
from argmap.faults import Fault
from argmap.reader import Reading

_OF_A_NAME = frozenset((Fault.UNKNOWN_REFERENCE, Fault.UNKNOWN_SOURCE))


class Neighbours:
    """The maps that share files with one; read when they are first asked about."""

    def __init__(self, own: Reading, around: Around) -> None:
        """Read nothing yet."""
        self._own = own
        self._around = around

    @cached_property
    def _maps(self) -> tuple[Reading, ...]:
        return self._around.sharing(self._own)[1:]

    def are_kept(self, texts: Mapping[Path, str]) -> bool:
        """Return whether no other map has more faults with other texts, by where files are."""
        changed = {path for path, text in texts.items() if text != self._around.text(path)}
        for one in self._maps:
            if changed.isdisjoint(files_of(one)):
                continue
            try:
                after = self._around.reading(Path(one.file), texts)
            except FileError:
                return False
            if not _errors(after) <= _errors(one):
                return False
        return True

    def without_theirs(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return findings, without the fix of a name that a map around knows, if the own does not.

        What is missing in a file alone may stand in a map that includes it.
        """
        if not any(one.fix and one.code in _OF_A_NAME for one in found):
            return found
        home = Path(self._own.file).resolve()
        around = [one for one in self._maps if one.map is not None and home in files_of(one)]
        return tuple(
            replace(one, fix=()) if around and one.code in _OF_A_NAME else one for one in found
        )


def _errors(reading: Reading) -> Counter[str]:
    return Counter(one.code for one in reading.diagnostics if one.severity is Severity.ERROR)
