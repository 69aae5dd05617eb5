"""Maps that are read for a corpus: all that workers do, beside the one that fills the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap.corpus.contents import Rows, rows_of
from argmap.crew import DIED
from argmap.diagnostics import Diagnostic
from argmap.errors import ArgmapError, MapError
from argmap.picture_files.dependencies import dependencies
from argmap.picture_files.fingerprint import fingerprint
from argmap.pipeline import read_path
from argmap.project import folder_of
from argmap.source_texts import source_texts


@dataclass(frozen=True, slots=True)
class Source:
    """A map to be read: its `name`, as “maps/tax.yaml” or “doc.md#2”, and its notation if given."""

    name: str
    notation: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a map: its rows, or what is `found` wrong in its `texts`, or other trouble.

    `behind` are the files that the map depends on, with what tells that they have changed.
    """

    source: Source
    rows: Rows | None = None
    behind: tuple[tuple[Path, str | None], ...] = ()
    found: tuple[Diagnostic, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    trouble: str | None = None

    @property
    def error(self) -> ArgmapError | None:
        """Return what there is to say where there are no rows."""
        if self.found:
            return MapError(self.found, texts=self.texts)
        return ArgmapError(self.trouble) if self.trouble else None


def read_all(sources: Sequence[Source]) -> list[Read]:
    """Return what became of each of several maps."""
    return [_read(source) for source in sources]


def died(source: Source) -> Read:
    """Return what there is to say of a map that no worker survived."""
    return Read(source, trouble=f"{source.name}: {DIED}")


def _read(source: Source) -> Read:
    path = Path(source.name)
    try:
        reading = read_path(path, source.notation)
        if reading.map is None:
            return Read(source, found=reading.diagnostics, texts=reading.texts)
        home = home_of(path)
        rows = rows_of(reading.map, source_texts(reading.map, given={}))
        folder = reading.map.folder or folder_of(home)
        files = dependencies(home, reading, folder.project)
        return Read(source, rows, tuple((file, fingerprint(file)) for file in files))
    except MapError as error:
        return Read(source, found=error.diagnostics, texts=error.texts)
    except ArgmapError as error:
        return Read(source, trouble=str(error))


def home_of(path: Path) -> Path:
    """Return the file that a map is in, which may have several, as “doc.md#2”."""
    if "#" not in path.name:
        return path
    from argmap.formats.carriers.blocks import divided

    return divided(path)[0]
