"""Maps → the database of a corpus, of which only what changed is read again."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.corpus.contents import Rows, rows_of
from argmap.corpus.database import Connection, name_from, name_in
from argmap.corpus.schema import OF_A_MAP
from argmap.errors import ArgmapError, FileError, MapError
from argmap.picture_files.dependencies import dependencies
from argmap.picture_files.fingerprint import fingerprint
from argmap.pipeline import read_path
from argmap.project import folder_of
from argmap.source_texts import source_texts

# So many maps are kept together: an index that is stopped loses no more.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Indexed:
    """What became of a map: it was filled in anew, or is as it was, or could not be."""

    name: str
    is_new: bool = True
    error: ArgmapError | None = None


def index(
    base: Connection, file: Path, names: Iterable[str], *, notation: str | None = None
) -> Iterator[Indexed]:
    """Fill the database `file` with maps, and yield what became of each.

    A map that cannot be read is kept without claims, with what is wrong, and tried again each
    time. `names` are those of maps, `notation` the one that they are read in.
    """
    for number, name in enumerate(names, start=1):
        yield _indexed(base, file, name, notation)
        if number % AT_ONCE == 0:
            base.commit()
    base.commit()


def _indexed(base: Connection, file: Path, name: str, notation: str | None) -> Indexed:
    try:
        kept = name_in(file, name)
    except FileError as error:
        return Indexed(name, error=error)
    if _is_current(base, file, kept):
        return Indexed(name, is_new=False)
    _forget(base, kept)
    try:
        rows, files = _read(name, notation)
        behind = [(name_in(file, str(one)), fingerprint(one)) for one in files]
    except ArgmapError as error:
        told = error.diagnostics[0].message if isinstance(error, MapError) else str(error)
        base.execute("INSERT INTO maps (path, error) VALUES (?, ?)", (kept, told))
        return Indexed(name, error=error)
    _insert(base, kept, rows, behind)
    return Indexed(name)


def _is_current(base: Connection, file: Path, kept: str) -> bool:
    """Return whether nothing that a map in the database depends on has changed since."""
    behind = base.execute(
        "SELECT files.path, files.hash FROM files JOIN maps ON maps.number = files.map "
        "WHERE maps.path = ?",
        (kept,),
    ).fetchall()
    return bool(behind) and all(
        fingerprint(Path(name_from(file, path))) == known for path, known in behind
    )


def _read(name: str, notation: str | None) -> tuple[Rows, tuple[Path, ...]]:
    path = Path(name)
    reading = read_path(path, notation)
    if reading.map is None:
        raise MapError(reading.diagnostics, texts=reading.texts)
    home = _home_of(path)
    rows = rows_of(reading.map, source_texts(reading.map, given={}))
    folder = reading.map.folder or folder_of(home)
    return rows, dependencies(home, reading, folder.project)


def _home_of(path: Path) -> Path:
    """Return the file that a map is in, which may have several, as “doc.md#2”."""
    if "#" not in path.name:
        return path
    from argmap.formats.carriers.blocks import divided

    return divided(path)[0]


def _forget(base: Connection, kept: str) -> None:
    found = base.execute("SELECT number FROM maps WHERE path = ?", (kept,)).fetchone()
    if found:
        base.execute(
            "DELETE FROM words WHERE rowid IN (SELECT number FROM claims WHERE map = ?)", found
        )
        base.execute("DELETE FROM maps WHERE number = ?", found)


def _insert(base: Connection, kept: str, rows: Rows, behind: list[tuple[str, str | None]]) -> None:
    number = base.execute(
        "INSERT INTO maps (path, title, description, language) VALUES (?, ?, ?, ?)",
        (kept, rows.title, rows.description, rows.language),
    ).lastrowid
    base.executemany(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?)", ((number, *f) for f in behind)
    )
    (last,) = base.execute("SELECT coalesce(max(number), 0) FROM claims").fetchone()
    claims = enumerate(rows.tables["claims"], start=last + 1)
    base.executemany(
        f"INSERT INTO claims VALUES ({_marks(13)})", ((key, number, *row) for key, row in claims)
    )
    words = enumerate(rows.words, start=last + 1)
    base.executemany(
        "INSERT INTO words (rowid, claim, beside) VALUES (?, ?, ?)",
        ((key, *texts) for key, texts in words),
    )
    for table in OF_A_MAP[1:]:
        found = rows.tables[table]
        if found:
            marks = _marks(len(found[0]) + 1)
            base.executemany(
                f"INSERT INTO {table} VALUES ({marks})", ((number, *row) for row in found)
            )


def _marks(number: int) -> str:
    return ", ".join("?" * number)


def forget_lost(
    base: Connection, file: Path, *, names: Collection[str], paths: Iterable[str]
) -> tuple[str, ...]:
    """Drop the maps that are there no more, and return their names.

    That is those whose files are gone, and those in one of the `paths`, files or folders, that are
    not among the `names` of the maps found there.
    """
    found = {os.path.abspath(name) for name in names}  # noqa: PTH100
    looked_through = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
    lost = []
    for (kept,) in base.execute("SELECT path FROM maps ORDER BY path").fetchall():
        name = name_from(file, kept)
        place = Path(os.path.abspath(name))  # noqa: PTH100
        home = _home_of(place)
        is_within = any(home.is_relative_to(path) for path in looked_through)
        if not home.exists() or (is_within and str(place) not in found):
            _forget(base, kept)
            lost.append(name)
    base.commit()
    return tuple(lost)


def size(base: Connection) -> tuple[int, int, int]:
    """Return how many maps are in the database, how many of them broken, and how many claims."""
    maps, broken = base.execute("SELECT count(*), count(error) FROM maps").fetchone()
    return maps, broken, base.execute("SELECT count(*) FROM claims").fetchone()[0]
