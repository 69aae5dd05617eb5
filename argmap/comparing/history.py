"""The versions of a map, one after the other: what each changed, of the whole or of one claim."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.comparing.differences import Comparison, Difference, Flip, Kind, compared
from argmap.comparing.matching import matched
from argmap.model import ArgumentMap


class Version(NamedTuple):
    """A map at one time; `name` is what it is called, such as a commit."""

    name: str
    map: ArgumentMap


class Entry(NamedTuple):
    """What one version changed; `comparison` is None for the first, with which all begins."""

    version: Version
    comparison: Comparison | None
    differences: tuple[Difference, ...] = ()
    flips: tuple[Flip, ...] = ()


def history(versions: Sequence[Version], wanted: str | None = None) -> Iterator[Entry]:
    """Yield what each version changed, the newest first; those that changed nothing are left out.

    `versions` are in the same order. With the id of a claim or an argument in the newest it is only
    what has to do with that one, back to where it was added; ids are followed as they change.
    """
    for number, version in enumerate(versions):
        if number + 1 == len(versions):
            yield Entry(version, None)
            return
        older = versions[number + 1].map
        found = compared(older, version.map, matched(older, version.map))
        if wanted is None:
            differences, flips = found.differences, found.flips
        else:
            differences = tuple(one for one in found.differences if _is_of(one, wanted, found))
            flips = tuple(flip for flip in found.flips if flip.new == wanted)
        if differences or flips:
            yield Entry(version, found, differences, flips)
        if wanted is not None:
            pairs = (*found.matching.claims.items(), *found.matching.arguments.items())
            wanted = next((old for old, new in pairs if new == wanted), None)
            if wanted is None:
                return


def _is_of(one: Difference, wanted: str, found: Comparison) -> bool:
    """Return whether a difference has to do with a claim or an argument of the new map."""
    if one.new == wanted:
        return True
    argument = found.new.arguments_by_id.get(one.new or "")
    has_moved = one.kind in (Kind.MOVED, Kind.OTHER_SIDE) and argument is not None
    is_linked = one.kind is Kind.LINKED and one.after == wanted
    return is_linked or (has_moved and argument is not None and wanted in argument.premises)
