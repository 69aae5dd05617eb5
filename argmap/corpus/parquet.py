"""The tables of a corpus as Parquet files, for pandas, R, DuckDB and others; written by DuckDB."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.corpus.database import Connection
from argmap.corpus.schema import EXPORTED
from argmap.errors import FileError, MissingExtraError
from argmap.output import write_all

if TYPE_CHECKING:
    import duckdb

SUFFIX = ".parquet"
_KINDS = {"INTEGER": "BIGINT", "REAL": "DOUBLE", "TEXT": "VARCHAR"}


def write_tables(base: Connection, folder: Path) -> None:
    """Write a file for each table into a folder, which is made if need be.

    Raises FileError where it cannot be written, MissingExtraError without the extra `corpus`.
    """
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError(
            'writing Parquet needs a library: pip install "argmap[corpus]".'
        ) from error
    if folder.exists() and not folder.is_dir():
        raise FileError(f"{folder} is no folder; name one for the tables.")
    with tempfile.TemporaryDirectory() as place, duckdb.connect() as engine:
        files = {}
        for table in EXPORTED:
            made = Path(place, f"{table}{SUFFIX}")
            _write(base, table, engine, made)
            files[folder / made.name] = made.read_bytes()
        write_all(files, make_folder=True)


def _write(base: Connection, table: str, engine: "duckdb.DuckDBPyConnection", made: Path) -> None:
    columns = {
        name: _KINDS[kind]
        for _, name, kind, *_ in base.execute(f"PRAGMA table_info({table})").fetchall()
    }
    lines = made.with_suffix(".json")
    with lines.open("w", encoding="utf-8") as stream:
        for row in base.execute(f"SELECT * FROM {table}"):
            stream.write(json.dumps(dict(zip(columns, row, strict=True))) + "\n")
    kinds = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    source = f"read_json(?, format = 'newline_delimited', columns = {{{kinds}}})"
    engine.execute(
        f"COPY (SELECT * FROM {source}) TO '{_quoted(made)}' (FORMAT parquet)", [str(lines)]
    )
    lines.unlink()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
