"""Maps that are read for a corpus: all that workers do, beside the one that fills the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argmap.corpus.contents import Rows, rows_of
from argmap.crew import DIED
from argmap.errors import ArgmapError, MapError
from argmap.picture_files.dependencies import dependencies
from argmap.picture_files.fingerprint import fingerprint, fingerprints
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
    """What became of a map: its rows, or why there are none.

    `behind` are the files that the map depends on, with what tells that they have changed.
    """

    source: Source
    rows: Rows | None = None
    behind: Mapping[Path, str | None] = field(default_factory=dict)
    error: ArgmapError | None = None


def read_all(sources: Sequence[Source]) -> list[Read]:
    """Return what became of each of several maps."""
    return [_read(source) for source in sources]


def died(source: Source) -> Read:
    """Return what there is to say of a map that no worker survived."""
    return Read(source, error=ArgmapError(DIED))


def _read(source: Source) -> Read:
    path = Path(source.name)
    try:
        home = home_of(path)
        # Before it is read: what is saved in the meantime is read the next time.
        known = fingerprint(home)
        reading = read_path(path, source.notation)
        if reading.map is None:
            raise MapError(reading.diagnostics, texts=reading.texts)
        texts = source_texts(reading.map, given={})
        rows = rows_of(reading.map, texts, name=source.name, included=reading.included)
        folder = reading.map.folder or folder_of(home)
        files = dependencies(home, reading, folder.project)
        return Read(source, rows, {**fingerprints(files), home: known})
    except ArgmapError as error:
        return Read(source, error=error)


def home_of(path: Path) -> Path:
    """Return the file that a map is in, which may have several, as “doc.md#2”."""
    if "#" not in path.name:
        return path
    from argmap.formats.carriers.blocks import divided

    return divided(path)[0]
