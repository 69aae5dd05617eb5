"""Which names are known in which file of a map, and what they are called in the whole map.

Files that include one another without a name share their ids. One that is included `as` something
has ids of its own; others lead to them by that name: `tax/rate`. A file that several others
include, by whatever names, is there once, and has the shortest of its names.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostics import Related
from argmap.document import Scalar
from argmap.faults import Fault, FaultLog, quoted
from argmap.reader.map_file import MapFile

# Beyond it ids of claims would have no room.
LONGEST_PREFIX = 600


class Edge(NamedTuple):
    """One file includes another, under a name or as a part of itself."""

    file: MapFile
    prefix: Scalar | None
    included: MapFile


@dataclass(frozen=True, slots=True)
class Scopes:
    """What stands before the ids of each file, by its name in findings, and where names lead.

    `_led` has the prefix that is meant by a name in a scope, `_shared` the other scopes whose ids
    are known in one because a file of it includes one of theirs without a name.
    """

    prefixes: Mapping[str, str] = field(default_factory=dict)
    _led: Mapping[tuple[str, str], str] = field(default_factory=dict)
    _shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def meanings(self, file: str, name: str) -> Iterator[str]:
        """Yield what a name that is written in a file may be in the whole map, nearest first."""
        waiting = deque([(self.prefixes.get(file, ""), name)])
        seen = set()
        while waiting:
            prefix, rest = waiting.popleft()
            if (prefix, rest) in seen:
                continue
            seen.add((prefix, rest))
            yield prefix + rest
            first, slash, inner = rest.partition("/")
            if slash and (prefix, first) in self._led:
                waiting.append((self._led[prefix, first], inner))
            waiting.extend((other, rest) for other in self._shared.get(prefix, ()))

    def known_in(self, file: str, names: Iterable[str]) -> Iterator[str]:
        """Yield those names of the whole map that are of a file’s own scope, as written there."""
        prefix = self.prefixes.get(file, "")
        return (name[len(prefix) :] for name in names if name.startswith(prefix))


def scopes_of(own: MapFile, edges: Sequence[Edge], *, log: FaultLog) -> Scopes:
    """Return the scopes of files that are all included, at some remove, by the map’s `own`.

    Reports a name that stands for two files. Raises TooManyFaultsError.
    """
    prefixes = _prefixes(own, edges, log)
    led: dict[tuple[str, str], str] = {}
    shared: dict[str, dict[str, None]] = {}
    places: dict[tuple[str, str], tuple[Scalar, MapFile]] = {}
    for file, name, included in edges:
        scope, other = prefixes[file.name], prefixes[included.name]
        if name is None:
            if scope != other:
                shared.setdefault(scope, {})[other] = None
            continue
        place, known = places.setdefault((scope, name.value), (name, included))
        if known is not included:
            message = f"{quoted(name.value)} is the name of two included files"
            related = (Related(place.span, f"of {known.name} here"),)
            advice = "give one of them another name with “as”"
            log.report(Fault.DUPLICATE_ID, name.span, message, related=related, help=advice)
            continue
        led[scope, name.value] = other
    return Scopes(prefixes, led, {scope: tuple(others) for scope, others in shared.items()})


def _prefixes(own: MapFile, edges: Sequence[Edge], log: FaultLog) -> dict[str, str]:
    """Return what stands before the ids of each file: the fewest names that lead there."""
    of_file: dict[MapFile, list[Edge]] = {}
    for edge in edges:
        of_file.setdefault(edge.file, []).append(edge)
    prefixes: dict[str, str] = {}
    waiting = deque([(own, "")])
    while waiting:
        file, prefix = waiting.popleft()
        if file.name in prefixes:
            continue
        prefixes[file.name] = prefix
        parts: list[tuple[MapFile, str]] = []
        for edge in of_file.get(file, ()):
            if edge.prefix is None:
                parts.append((edge.included, prefix))
                continue
            longer = f"{prefix}{edge.prefix.value}/"
            if len(longer) > LONGEST_PREFIX:
                message = "the names that lead to this file are longer than anybody can read"
                log.report(Fault.TOO_DEEP, edge.prefix.span, message)
                longer = prefix
            waiting.append((edge.included, longer))
        # They are as near as the file itself.
        waiting.extendleft(reversed(parts))
    return prefixes
