"""The manual names all columns of the tables."""

import re
import sqlite3
from pathlib import Path

import pytest

from argmap.corpus import schema

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "corpus.md"
# “files” is how a corpus knows what has changed, and tells nothing of maps.
TABLES = schema.EXPORTED


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_of_a_table_are_those_of_the_manual(table: str) -> None:
    row = re.search(rf"^\| `{table}` \|[^|]*\|(.*)\|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert row is not None
    told = re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row[1]))
    base = sqlite3.connect(":memory:")
    base.executescript(schema.TABLES)
    columns = [name for _, name, *_ in base.execute(f"PRAGMA table_info({table})")]
    base.close()
    # A key of our own, by which words are found, is nothing to ask for.
    hidden = {"number"} if table == "claims" else set()
    assert told == [name for name in columns if name not in hidden]
