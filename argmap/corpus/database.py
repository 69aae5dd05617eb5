"""The database of a corpus: made, opened and known again, with errors in sentences."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import argmap.schemes as schemes
from argmap.corpus.schema import APPLICATION, TABLES, VERSION
from argmap.errors import FileError

Connection = sqlite3.Connection


@contextlib.contextmanager
def opened(file: Path) -> Iterator[Connection]:
    """Give the database of a corpus to be asked. Raises FileError where it is none or is broken."""
    if not file.exists():
        raise FileError(f"There is no file {file}; “argmap index” makes one.")
    with _told(file), _connected(f"{file.absolute().as_uri()}?mode=ro") as base:
        _require_ours(base, file)
        if _version(base) != VERSION:
            raise FileError(f"{file} was made by another version of argmap; index the maps anew.")
        yield base


@contextlib.contextmanager
def made(file: Path) -> Iterator[Connection]:
    """Give a database to be filled, with empty tables where there was none.

    One that another version of argmap made is emptied. What is not committed at the end is not
    kept. Raises FileError where the file is something else, or cannot be written.
    """
    if file.is_dir():
        raise FileError(f"{file} is a folder; name a file to write to.")
    if not file.parent.is_dir():
        raise FileError(f"{file} cannot be written: there is no folder {file.parent}.")
    with _told(file), _connected(f"{file.absolute().as_uri()}?mode=rwc") as base:
        if _is_empty(base):
            _create(base)
        _require_ours(base, file)
        if _version(base) != VERSION:
            _empty(base)
            _create(base)
        # A deleted map takes all of its rows along.
        base.execute("PRAGMA foreign_keys = ON")
        yield base


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Connection]:
    base = sqlite3.connect(address, uri=True, timeout=10)
    try:
        yield base
    finally:
        base.close()


@contextlib.contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        found = str(error)
        if "not a database" in found:
            raise FileError(f"{file} is not the database of a corpus.") from error
        if "locked" in found:
            raise FileError(f"{file} is in use by another program.") from error
        if "readonly" in found:
            raise FileError(f"{file} cannot be written: Permission denied.") from error
        raise FileError(f"{file} cannot be used: {found}.") from error


def _is_empty(base: Connection) -> bool:
    return not base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _require_ours(base: Connection, file: Path) -> None:
    if base.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise FileError(f"{file} is a database, but not that of a corpus.")


def _version(base: Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])


def _create(base: Connection) -> None:
    begin = f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
    # All of it or nothing, should it be stopped.
    base.executescript(f"{begin} {TABLES}")
    known = [(one.id, one.name, one.description) for one in schemes.ALL]
    base.executemany("INSERT INTO schemes VALUES (?, ?, ?)", known)
    base.commit()


def _empty(base: Connection) -> None:
    """Drop all that another version has made."""
    kinds = {"view": "VIEW", "table": "TABLE"}
    for kind, word in kinds.items():
        names = base.execute(
            "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite%' "
            # The tables of a virtual one go with it.
            "AND name NOT LIKE 'words\\_%' ESCAPE '\\'",
            (kind,),
        ).fetchall()
        for (name,) in names:
            base.execute(f'DROP {word} "{name}"')
    base.commit()


def name_in(file: Path, name: str) -> str:
    """Return the path of a map as the database `file` keeps it: from its own folder.

    Raises FileError where the name could not be kept.
    """
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise FileError(f"{name} cannot be kept: its name is not in UTF-8.") from error
    try:
        return Path(os.path.relpath(name, file.parent)).as_posix()
    except ValueError:
        # It lies on another drive.
        return Path(os.path.abspath(name)).as_posix()  # noqa: PTH100


def name_from(file: Path, kept: str) -> str:
    """Return the path of a map as one names it from the working folder."""
    path = os.path.normpath(file.parent / kept)
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118
    return path.removeprefix(here)
