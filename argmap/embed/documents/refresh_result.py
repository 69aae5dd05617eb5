"""What a document becomes when its maps are shown as they are now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a document becomes. `text` is None where something is wrong; then nothing is written.

    `stale` are findings about the places that are not as they should be, `remarks` those about
    pictures that nobody can read. `pictures` are the files beside the document that change, each
    with what makes it. `texts` are those that findings speak of, by file; `files` are all that the
    pictures depend on.
    """

    text: str | None
    stale: tuple[Diagnostic, ...] = ()
    pictures: Mapping[Path, Callable[[], bytes]] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    places: int = 0
    files: tuple[Path, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
