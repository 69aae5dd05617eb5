"""A corpus is filled by what changed, and holds what the maps say."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from argmap.cli.reading import COULD_NOT
from argmap.corpus import indexing, schema
from argmap.corpus.contents import rows_of
from argmap.corpus.database import made
from argmap.corpus.reading import Source, died, read_all
from argmap.corpus.schema import OF_A_MAP
from argmap.crew import DIED
from argmap.evaluation.grounded.labelling import evaluate
from argmap.model import ArgumentMap
from tests.building.test_build import group_is_gone, limit_files
from tests.command import argmap, hear_ctrl_c
from tests.examples import examples
from tests.strategies import argument_maps

DOGS = """\
argmap: 1
title: Dogs
sources: {paper: {title: The paper, author: Anna Berg, year: 2020, file: paper.txt}}
thesis:
  id: dogs
  text: Dogs are welcome.
  arguments:
    - scheme: argument from expert opinion
      premises: [{id: expert, text: An expert says so., source: {ref: paper, quote: it is so}}]
      rebuttals:
        - {id: partial, text: The expert has ten dogs., tags: [bias], question: trustworthiness}
  rebuttals: [{id: afraid, text: Some guests are afraid., contradicts: brave}]
claims: [{id: brave, text: All are brave., note: A note.}]
"""
CATS = "argmap: 1\nthesis: {id: cats, text: Cats are welcome.}\n"
BROKEN = "argmap: 1\nthesis: {text: T., premises: [{ref: nobody}]}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("maps").mkdir()
    Path("maps/paper.txt").write_text("They say it is not so.\n")
    Path("maps/dogs.yaml").write_text(DOGS)
    Path("maps/cats.yaml").write_text(CATS)
    return tmp_path


def ask(question: str, file: str = "corpus.db") -> list[tuple[Any, ...]]:
    base = sqlite3.connect(file)
    try:
        return base.execute(question).fetchall()
    finally:
        base.close()


def index(*more: str) -> str:
    result = argmap("index", "maps", "-o", "corpus.db", *more)
    assert (result.code, result.out) == (0, "")
    return result.err


def test_the_tables_hold_what_the_maps_say(folder: Path) -> None:
    assert index() == "corpus.db: 2 maps, 6 claims, 2 read anew\n"
    assert ask("SELECT path, title, error FROM maps ORDER BY path") == [
        ("maps/cats.yaml", None, None),
        ("maps/dogs.yaml", "Dogs", None),
    ]
    assert ask("SELECT target, kind, scheme FROM arguments ORDER BY kind") == [
        ("dogs", "attack", None),
        ("dogs", "support", "expert-opinion"),
        (ask("SELECT id FROM arguments WHERE scheme IS NOT NULL")[0][0], "undercut", None),
    ]
    assert ask("SELECT bearer, source, quote, finding FROM citations") == [
        ("expert", "paper", "it is so", "not-found")
    ]
    assert ask("SELECT id, standing FROM judged WHERE is_thesis ORDER BY id") == [
        ("cats", "stands"),
        ("dogs", "not-shown"),
    ]
    assert ask("SELECT bearer, scheme, question FROM questions") == [
        ("partial", "expert-opinion", "trustworthiness")
    ]
    assert ask("SELECT one, other FROM contradictions") == [("afraid", "brave")]
    assert ask("SELECT bearer, tag FROM tags") == [("partial", "bias")]
    assert ask("SELECT name FROM schemes WHERE id = 'expert-opinion'")
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []


def test_only_what_changed_is_read_again(folder: Path) -> None:
    index()
    before = Path("corpus.db").read_bytes()
    assert index().endswith("0 read anew\n")
    assert Path("corpus.db").read_bytes() == before
    Path("maps/cats.yaml").write_text(CATS.replace("Cats", "Big cats"))
    assert index().endswith("1 read anew\n")
    assert ask("SELECT text FROM claims WHERE id = 'cats'") == [("Big cats are welcome.",)]
    assert ask("SELECT count(*) FROM words") == ask("SELECT count(*) FROM claims")


def test_a_map_is_read_again_when_a_source_that_it_names_changes(folder: Path) -> None:
    index()
    Path("maps/paper.txt").write_text("They say it is so.\n")
    assert index().endswith("1 read anew\n")
    assert ask("SELECT finding FROM citations") == [("found",)]


def test_a_map_that_is_gone_or_is_none_any_more_is_dropped(folder: Path) -> None:
    index()
    Path("maps/dogs.yaml").unlink()
    assert index() == "corpus.db: 1 map, 1 claim, 0 read anew, 1 dropped\n"
    Path("maps/cats.yaml").write_text("thesis: no map any more\n")
    Path("maps/dogs.yaml").write_text(DOGS)
    index()
    assert ask("SELECT path FROM maps") == [("maps/dogs.yaml",)]
    for table in OF_A_MAP:
        assert {number for (number,) in ask(f"SELECT map FROM {table}")} <= {
            number for (number,) in ask("SELECT number FROM maps")
        }


def test_what_is_in_another_folder_stays(folder: Path) -> None:
    Path("more").mkdir()
    Path("more/a.yaml").write_text(CATS)
    index()
    assert argmap("index", "more", "-o", "corpus.db").err.startswith("corpus.db: 3 maps, 7 claims")
    assert index().startswith("corpus.db: 3 maps")


def test_a_broken_map_is_told_each_time_and_stops_no_other(folder: Path) -> None:
    Path("maps/broken.yaml").write_text(BROKEN)
    for new in (2, 0):
        result = argmap("index", "maps", "-o", "corpus.db")
        assert result.code == 1
        assert "maps/broken.yaml:2:37: error[unknown-reference]" in result.err
        assert f"3 maps, 6 claims, 1 broken, {new} read anew" in result.err
    assert ask("SELECT path, error FROM maps WHERE error IS NOT NULL") == [
        ("maps/broken.yaml", "no claim “nobody”")
    ]
    Path("maps/broken.yaml").write_text(CATS)
    assert index() == "corpus.db: 3 maps, 7 claims, 1 read anew\n"


def test_the_database_can_be_asked_from_another_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index()
    Path("other").mkdir()
    monkeypatch.chdir("other")
    result = argmap("index", "../maps", "-o", "../corpus.db")
    assert result.err.endswith("2 maps, 6 claims, 0 read anew\n")
    assert argmap("search", "../corpus.db", "cats").out.startswith("../maps/cats.yaml [cats]")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.yaml", CATS.encode(), "is not the database of a corpus"),
        ("corpus.db", b"SQLite format 3\0" + bytes(200), "not the database of a corpus"),
        ("none/corpus.db", None, "there is no folder none"),
        ("maps", None, "is a folder"),
    ],
)
def test_what_is_no_corpus_is_left_alone(
    name: str, content: bytes | None, told: str, folder: Path
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    for call in (("index", "maps", "-o", name), ("search", name, "x"), ("duplicates", name)):
        result = argmap(*call)
        assert (result.code, result.out) == (2, "")
        assert len(result.err.splitlines()) == 1
        assert call[0] != "index" or told in result.err
    assert content is None or Path(name).read_bytes() == content


def test_a_database_of_something_else_is_left_alone(folder: Path) -> None:
    with sqlite3.connect("other.db") as base:
        base.execute("CREATE TABLE claims (text)")
    base.close()
    before = Path("other.db").read_bytes()
    result = argmap("index", "maps", "-o", "other.db")
    assert (result.code, "not that of a corpus" in result.err) == (2, True)
    assert Path("other.db").read_bytes() == before


def test_the_database_of_another_version_is_made_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index()
    monkeypatch.setattr("argmap.corpus.database.VERSION", schema.VERSION + 1)
    result = argmap("search", "corpus.db", "cats")
    assert (result.code, "another version of argmap" in result.err) == (2, True)
    assert index() == "corpus.db: 2 maps, 6 claims, 2 read anew\n"


def test_standard_input_is_no_part_of_a_corpus(folder: Path) -> None:
    assert argmap("index", "-", "-o", "corpus.db").code == 2
    assert not Path("corpus.db").exists()


@pytest.mark.skipif(os.name == "nt", reason="makes a name of POSIX")
def test_a_name_that_is_not_in_utf_8_is_told(folder: Path) -> None:
    odd = os.fsdecode(b"maps/\xff.yaml")
    Path(odd).write_text(CATS)
    result = argmap("index", "maps", "-o", "corpus.db")
    assert result.code == 2
    assert "is not in UTF-8" in result.err
    assert ask("SELECT count(*) FROM maps") == [(2,)]


@examples(150)
@given(argument_maps())
def test_any_map_fits_the_tables(a_map: ArgumentMap) -> None:
    rows = rows_of(a_map, {}, name="a.yaml", included=())
    base = sqlite3.connect(":memory:")
    base.executescript(schema.TABLES)
    for table in OF_A_MAP:
        for row in rows.tables[table]:
            numbers = (None, 1) if table == "claims" else (1,)
            marks = ", ".join("?" * (len(numbers) + len(row)))
            base.execute(f"INSERT INTO {table} VALUES ({marks})", (*numbers, *row))
    verdicts = evaluate(a_map)
    kept = dict(base.execute("SELECT id, standing FROM verdicts").fetchall())
    found = {**verdicts.claims, **verdicts.arguments}
    assert kept == {name: one.standing.value for name, one in found.items()}
    assert len(rows.words) == len(a_map.claims)
    base.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kills processes as POSIX does")
def test_any_number_of_workers_fills_the_same_database(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(30):
        Path(f"maps/{n:02}.yaml").write_text(CATS.replace("Cats", f"{n} cats") if n % 7 else BROKEN)
    names = [str(file) for file in sorted(Path("maps").glob("*.yaml"))]
    monkeypatch.setattr(indexing, "_FEW", 3)
    contents, said = [], []
    for jobs in (1, 2):
        file = Path(f"{jobs}.db")
        with made(file) as base:
            said.append(
                [(one.name, str(one.error)) for one in indexing.index(base, file, names, jobs=jobs)]
            )
            contents.append(list(base.iterdump()))
    assert contents[0] == contents[1]
    assert said[0] == said[1]
    assert sum("nobody" in error for _, error in said[0]) == 5


def test_a_map_that_no_worker_survives_is_one_broken_map(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_but_one(sources: list[Source]) -> list[object]:
        return [died(s) if s.name.endswith("cats.yaml") else read_all([s])[0] for s in sources]

    read_but_one.__module__ = read_all.__module__
    monkeypatch.setattr(indexing, "read_all", read_but_one)
    result = argmap("index", "maps", "-o", "corpus.db")
    assert result.code == COULD_NOT
    assert f"maps/cats.yaml: {DIED}" in result.err
    assert ask("SELECT path, error IS NULL FROM maps ORDER BY path") == [
        ("maps/cats.yaml", 0),
        ("maps/dogs.yaml", 1),
    ]


TAX = """\
argmap: 1
sources: {paper: {title: The paper}}
thesis:
  id: works
  text: A tax on sugar works.
  source: {ref: paper}
  premises: [{id: less, text: People buy less of it.}]
"""


def test_each_row_names_the_file_in_which_it_is_written(folder: Path) -> None:
    Path("maps/deep").mkdir()
    Path("maps/deep/tax.yaml").write_text(TAX)
    for name, sealed in (("town", "false"), ("sealing", "true")):
        Path(f"maps/{name}.yaml").write_text(
            f"argmap: 1\ninclude: [{{file: deep/tax.yaml, as: tax, sealed: {sealed}}}]\n"
            "thesis: {id: want, text: We want it., premises: [{ref: tax/works}]}\n"
        )
    Path("maps/two.md").write_text("```argdown\n[One]: A.\n```\n\n```argdown\n[Two]: B.\n```\n")
    index("maps/two.md")
    claims = ask("SELECT path, id, file FROM judged WHERE file <> path ORDER BY path, id")
    assert claims == [
        ("maps/sealing.yaml", "tax/works", "maps/deep/tax.yaml"),
        ("maps/town.yaml", "tax/less", "maps/deep/tax.yaml"),
        ("maps/town.yaml", "tax/works", "maps/deep/tax.yaml"),
    ]
    others = "SELECT path, file, {} FROM {} JOIN maps ON number = map WHERE file <> path"
    for what, table in (("target", "arguments"), ("bearer", "citations")):
        assert ask(others.format(what, table)) == [
            ("maps/town.yaml", "maps/deep/tax.yaml", "tax/works")
        ]
    assert ask("SELECT file FROM judged WHERE path = 'maps/two.md#2'") == [("maps/two.md#2",)]


def many(number: int) -> None:
    for n in range(number):
        premises = ", ".join(f"Reason {k} of {n}." for k in range(12))
        Path(f"maps/{n}.yaml").write_text(
            f"argmap: 1\nthesis: {{text: Thesis {n}., arguments: [{premises}]}}\n"
        )


def kept() -> int:
    try:
        return int(ask("SELECT count(*) FROM maps")[0][0])
    except sqlite3.OperationalError:
        return 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="sends signals of POSIX")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_an_index_that_was_stopped_leaves_no_process_and_goes_on(name: str, folder: Path) -> None:
    many(900)
    call = [sys.executable, "-m", "argmap", "index", "maps", "-o", "corpus.db", "-j", "2"]
    with subprocess.Popen(
        call,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
        start_new_session=True,
    ) as running:
        until = time.monotonic() + 60
        while not kept():
            assert time.monotonic() < until
            time.sleep(0.01)
        running.send_signal(getattr(signal, name))
        _, err = running.communicate(timeout=30)
    if name != "SIGKILL":
        assert err.decode().strip() == ("argmap: interrupted" if name == "SIGINT" else "")
    assert group_is_gone(running.pid)
    done = kept()
    assert 0 < done < 902
    assert index("-j", "1").startswith(f"corpus.db: 902 maps, 11706 claims, {902 - done} read anew")
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert sorted(file.name for file in Path().iterdir()) == ["corpus.db", "maps"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
def test_a_disk_that_is_full_is_a_sentence_and_the_index_goes_on_later(folder: Path) -> None:
    call = [sys.executable, "-m", "argmap", "index", "maps", "-o", "corpus.db"]
    limit = partial(limit_files, 60_000)
    result = subprocess.run(call, capture_output=True, text=True, preexec_fn=limit, check=False)
    assert (result.returncode, result.stdout) == (COULD_NOT, "")
    (told,) = result.stderr.splitlines()
    assert told.startswith("argmap: corpus.db cannot be used: ")
    assert index().startswith("corpus.db: 2 maps, 6 claims, 2 read anew")
