"""The tables of a corpus are written as Parquet, with the same values."""

import sqlite3
import sys
from pathlib import Path

import duckdb
import pytest

from argmap.corpus.schema import EXPORTED
from tests.command import argmap
from tests.corpus.test_index import DOGS

ODD = (
    "argmap: 1\ntitle: ''\nthesis: {id: t, text: 'A \"quote\", \\n, '';\\t ünï 制.', note: ' x '}\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("maps").mkdir()
    Path("maps/dogs.yaml").write_text(DOGS, encoding="utf-8")
    Path("maps/odd.yaml").write_text(ODD.replace("title: ''\n", ""), encoding="utf-8")


def test_every_table_has_the_same_rows() -> None:
    result = argmap("index", "maps", "-o", "corpus.db", "--parquet", "it's tables/here")
    assert result.code == 0
    base = sqlite3.connect("corpus.db")
    for table in EXPORTED:
        file = str(Path("it's tables/here", f"{table}.parquet")).replace("'", "''")
        rows = duckdb.sql(f"SELECT * FROM '{file}'").fetchall()
        expected = base.execute(f"SELECT * FROM {table}").fetchall()
        assert sorted(rows, key=str) == sorted(expected, key=str)
        assert len(rows) or table == "tags"
    base.close()


def test_a_file_in_the_way_is_a_sentence() -> None:
    Path("tables").write_text("mine")
    result = argmap("index", "maps", "-o", "corpus.db", "--parquet", "tables")
    assert (result.code, "tables is no folder" in result.err) == (2, True)
    assert Path("tables").read_text() == "mine"


def test_a_missing_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    result = argmap("index", "maps", "-o", "corpus.db", "--parquet", "tables")
    assert result.code == 2
    assert "argmap[corpus]" in result.err
    assert not Path("tables").exists()
