"""Maps → the database of a corpus, of which only what changed is read again."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.corpus.contents import Rows, Value
from argmap.corpus.database import Connection, name_from, name_in
from argmap.corpus.reading import Read, Source, died, home_of, read_all
from argmap.corpus.schema import OF_A_MAP, WITH_FILE
from argmap.crew import work, workers_for
from argmap.errors import ArgmapError, FileError, named
from argmap.picture_files.fingerprint import fingerprint

# For fewer maps, workers would take longer to begin than they save.
_FEW = 200
# So many maps are kept together: an index that is stopped loses no more.
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Indexed:
    """What became of a map: it was filled in anew, or is as it was, or could not be."""

    name: str
    is_new: bool = True
    error: ArgmapError | None = None


def index(
    base: Connection,
    file: Path,
    names: Iterable[str],
    *,
    notation: str | None = None,
    jobs: int | None = None,
) -> Iterator[Indexed]:
    """Fill the database `file` with maps, and yield what became of each: first of those it has.

    A map that cannot be read is kept without claims, with what is wrong, and tried again each
    time. `names` are those of maps, `notation` the one that they are read in. So many `jobs` of
    reading are done at a time, one for each processor if it is None; the database is the same.
    """
    stale: list[Source] = []
    for name in names:
        try:
            kept = name_in(file, name)
        except FileError as error:
            yield Indexed(name, error=error)
            continue
        if _is_current(base, file, kept):
            yield Indexed(name, is_new=False)
        else:
            stale.append(Source(name, notation))
    workers = workers_for(len(stale), asked=jobs, few=_FEW, warm=read_all.__module__)
    for number, one in enumerate(work(stale, workers, do=read_all, died=died), start=1):
        _keep(base, file, one)
        wrong = one.error and named(one.error, one.source.name)
        yield Indexed(one.source.name, error=wrong)
        if number % AT_ONCE == 0:
            base.commit()
    base.commit()


def _keep(base: Connection, file: Path, one: Read) -> None:
    kept = name_in(file, one.source.name)
    _forget(base, kept)
    if one.rows is None:
        told = one.error and one.error.brief
        base.execute("INSERT INTO maps (path, error) VALUES (?, ?)", (kept, told))
        return
    behind = [(name_in(file, str(path)), known) for path, known in one.behind.items()]
    named = {name: name_in(file, str(name)) for name in one.rows.files()}
    _insert(base, kept, one.rows, behind, named)


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


def _forget(base: Connection, kept: str) -> None:
    found = base.execute("SELECT number FROM maps WHERE path = ?", (kept,)).fetchone()
    if found:
        base.execute(
            "DELETE FROM words WHERE rowid IN (SELECT number FROM claims WHERE map = ?)", found
        )
        base.execute("DELETE FROM maps WHERE number = ?", found)


def _insert(
    base: Connection,
    kept: str,
    rows: Rows,
    behind: list[tuple[str, str | None]],
    named: Mapping[Value, str],
) -> None:
    number = base.execute(
        "INSERT INTO maps (path, title, description, language) VALUES (?, ?, ?, ?)",
        (kept, rows.title, rows.description, rows.language),
    ).lastrowid
    base.executemany(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?)", ((number, *f) for f in behind)
    )
    (last,) = base.execute("SELECT coalesce(max(number), 0) FROM claims").fetchone()
    words = enumerate(rows.words, start=last + 1)
    base.executemany(
        "INSERT INTO words (rowid, claim, beside) VALUES (?, ?, ?)",
        ((key, *texts) for key, texts in words),
    )
    for table in OF_A_MAP:
        found = [(number, *row) for row in rows.tables[table]]
        if table in WITH_FILE:
            found = [(*row[:-1], named[row[-1]]) for row in found]
        if table == "claims":
            found = [(key, *row) for key, row in enumerate(found, start=last + 1)]
        if found:
            marks = ", ".join("?" * len(found[0]))
            base.executemany(f"INSERT INTO {table} VALUES ({marks})", found)


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
        home = home_of(place)
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
