"""What one run of `argmap check` says of several maps, of which some may be parts of others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.diagnostics import Diagnostic, Severity
from argmap.faults import Fault

# What only the map that is a part of another can say of itself.
_OF_A_PART = frozenset((*Fault, "expectation-failed")) - {
    # The others have what it names.
    *(Fault.UNKNOWN_REFERENCE, Fault.UNKNOWN_SOURCE),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """The file of a map, those that it includes, and what was found; warnings count if `strict`."""

    file: str
    included: tuple[str, ...]
    found: tuple[Diagnostic, ...]
    strict: bool

    def settled(self, file: str, found: tuple[Diagnostic, ...]) -> "Checked":
        """Return the same, with what is found now if it is of that file."""
        return replace(self, found=found) if file == self.file else self

    def fails(self) -> bool:
        """Return whether something was found that makes the run fail."""
        failing = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return any(one.severity in failing for one in self.found)


def without_parts(checked: Sequence[Checked]) -> Iterator[Checked]:
    """Yield what was found in each map; of one that another includes only what that cannot tell.

    Alone it may have no thesis and claims that nothing uses, and all else is told with the whole.
    """
    parts = {
        Path(name).resolve()
        for one in checked
        for name in one.included
        if Path(name).resolve() != Path(one.file).resolve()
    }
    for one in checked:
        if parts and Path(one.file).resolve() in parts:
            own = tuple(each for each in one.found if each.code in _OF_A_PART)
            yield replace(one, found=own)
        else:
            yield one


def told_once(checked: Sequence[Checked]) -> list[Diagnostic]:
    """Return everything that was found, each finding once: a file may be part of several maps."""
    found: Iterable[Diagnostic] = (one for each in without_parts(checked) for one in each.found)
    return list({one.sort_key: one for one in found}.values())
