"""Tables in CSV: what is written reads back, and tables of others make a sensible map."""

from pathlib import Path

import pytest
from hypothesis import given

from argmap.formats import csv
from argmap.formats.losses import Losses, kept
from argmap.formats.tables.tags import tags_in
from argmap.model import ArgumentMap, Citation, Claim, Source
from argmap.pipeline import read_path
from argmap.reader import Reading
from tests.command import argmap
from tests.examples import examples
from tests.formats.repetitions import without_repetitions
from tests.strategies import argument_maps

PARENTS = """\
Claim;Parent;Type;Author
We should plant a pear tree.;;Thesis;Ann
It will shade the bench.;We should plant a pear tree.;pro;Bob
Its roots lift the pavement.;We should plant a pear tree.;con;Cid
"""
LINES = """\
Source,Target,Type,Label
A,B,Directed,supports
C,B,Directed,undermines
D,C,Directed,
E,A,Directed,leads to
"""


def read(text: str) -> Reading:
    return csv.loads(text, file="a.csv")


def map_of(text: str) -> ArgumentMap:
    reading = read(text)
    assert reading.map is not None, reading.diagnostics
    return reading.map


def shape(a_map: ArgumentMap) -> list[tuple[tuple[str, ...], str, str]]:
    texts = {claim.id: claim.text for claim in a_map.claims}
    return [
        (tuple(texts[p] for p in one.premises), one.polarity.value, texts.get(one.target, "step"))
        for one in a_map.arguments
    ]


@examples(100)
@given(argument_maps(min_claims=1))
def test_what_is_written_reads_back_but_for_what_is_declared(a_map: ArgumentMap) -> None:
    written = csv.dumps(a_map)
    reading = read(written.whole)
    assert reading.diagnostics == ()
    wanted = without_repetitions(kept(a_map, keeps=csv.KEEPS, losses=Losses("CSV")))
    assert reading.map == wanted
    assert csv.recognises(written.text)
    order_is_told = any("order of their rows" in loss.message for loss in written.losses)
    assert order_is_told == (wanted.theses != a_map.theses)


SOURCED = """\
id,kind,text,link,authors,year
a,claim,A,,,
source:park,source,The park,https://example.org,Ann; Bob,2022

from,to,relation,at,quote
a,source:park,citation,p. 3,ample shade
"""


def test_sources_are_rows_and_citations_lines_to_them() -> None:
    reading = read(SOURCED)
    assert reading.map is not None
    assert reading.diagnostics == ()
    park = Source("park", "The park", ("Ann", "Bob"), year="2022", url="https://example.org")
    assert reading.map.sources == (park,)
    assert reading.map.claims[0].citations == (Citation("park", "p. 3", "ample shade"),)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a,source:park,", "a,source:pork,", "citations of what is no source are left out"),
        ("a,source:park,", "b,source:park,", "citations by what is no claim are left out"),
        ("https:", "ftp:", "addresses and files of sources that no map can have are left out"),
        ("source:park,source", "source:,source", "sources whose ids are none"),
    ],
)
def test_what_is_no_source_is_told(before: str, after: str, told: str) -> None:
    reading = read(SOURCED.replace(before, after))
    assert reading.map is not None
    assert told in reading.diagnostics[0].message


def test_the_table_of_edges_is_read_from_beside(tmp_path: Path) -> None:
    written = csv.dumps(map_of(LINES))
    ((_, edges),) = written.further
    (tmp_path / "b.csv").write_text(written.text, newline="")
    (tmp_path / "b-edges.csv").write_text(edges, newline="")
    reading = read_path(tmp_path / "b.csv")
    assert reading.map == map_of(LINES)
    (tmp_path / "b-edges.csv").write_text("from,to,relation\nA,X,support\n")
    (found,) = read_path(tmp_path / "b.csv").diagnostics
    assert (Path(found.span.file).name, found.span.start.line) == ("b-edges.csv", 2)
    ended = argmap("check", str(tmp_path / "b.csv"))
    assert (ended.code, "A,X,support" in ended.out + ended.err) == (1, True)


@pytest.mark.parametrize(
    ("edges", "told"),
    [
        (b'from,to,relation\na,b,"support\n', "this is not CSV"),
        (b"from,to,relation\na,\xff,support\n", "the file is not UTF-8"),
        (b"x,y\n1,2\n", "the first line of this table should name its columns"),
    ],
)
def test_faults_of_both_tables_are_told_at_once(tmp_path: Path, edges: bytes, told: str) -> None:
    (tmp_path / "b.csv").write_text('id,text\na,A\nb,"B"x\n')
    (tmp_path / "b-edges.csv").write_bytes(edges)
    found = read_path(tmp_path / "b.csv").diagnostics
    assert [Path(one.span.file).name for one in found] == ["b-edges.csv", "b.csv"]
    assert told in found[0].message


def test_a_table_of_edges_that_may_come_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("id,text\na,A\n")
    assert [Path(name).name for name in read_path(tmp_path / "b.csv").included] == ["b-edges.csv"]


def test_claims_in_the_table_of_edges_are_told(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("id,text\na,A\n")
    (tmp_path / "b-edges.csv").write_text("id,text\nb,B\n")
    (found,) = read_path(tmp_path / "b.csv").diagnostics
    assert found.message == "a table of claims beside this one is left out: only lines are read"
    assert (Path(found.span.file).name, found.span.start.line) == ("b-edges.csv", 1)


def test_in_a_folder_the_table_of_edges_is_no_map_of_its_own(tmp_path: Path) -> None:
    written = csv.dumps(map_of(LINES))
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/b.csv").write_text(written.text, newline="")
    (tmp_path / "maps/b-edges.csv").write_text(written.further[0][1], newline="")
    (tmp_path / "maps/data.csv").write_text("x,y\n1,2\n")
    ended = argmap("convert", str(tmp_path / "maps"), str(tmp_path / "out"))
    assert (ended.code, "1 of 1 maps" in ended.err) == (0, True)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.yaml"]


def test_where_no_table_of_edges_stands_beside_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("id,text\na,A\n")
    reading = read_path(tmp_path / "b.csv")
    assert reading.map is not None
    (found,) = reading.diagnostics
    assert (
        found.message == "nothing joins the claims: no table “b-edges.csv” stands beside this one"
    )


def test_nothing_stands_beside_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "--edges").write_text("from,to,relation\na,b,support\n")
    monkeypatch.chdir(tmp_path)
    ended = argmap("convert", "--from", "csv", "-", "-", stdin=b"id,text\na,A\nb,B\n")
    assert "nothing joins the claims: no table of edges follows this one" in ended.err
    assert ended.out == "argmap: 1\n\nclaims:\n  - A\n  - B\n"


def test_a_table_may_name_the_row_above_each_row() -> None:
    reading = read(PARENTS)
    assert reading.map is not None
    thesis, shade, roots = (claim.text for claim in reading.map.claims)
    assert shape(reading.map) == [
        ((shade,), "support", thesis),
        ((roots,), "attack", thesis),
    ]
    assert [claim.text for claim in reading.map.claims if claim.id in reading.map.theses] == [
        thesis
    ]
    assert [one.message for one in reading.diagnostics] == ["the column “Author” is left out"]


def test_a_table_of_lines_alone_makes_claims_of_their_ends() -> None:
    reading = read(LINES)
    assert reading.map is not None
    assert shape(reading.map) == [
        (("A",), "support", "B"),
        (("E",), "support", "A"),
        (("C",), "attack", "B"),
        (("D",), "support", "C"),
    ]
    assert [one.label for one in reading.map.arguments] == [None, "leads to", None, None]
    assert [(one.span.start.line, one.message) for one in reading.diagnostics] == [
        (1, "the column “Type” is left out"),
        (5, "lines whose words say no relation are read as support, with them as label"),
    ]


def test_values_that_mean_nothing_are_told() -> None:
    reading = read("id,text,status,credence,thesis\na,A,done,7,maybe\nb,B,open,0.5,\n")
    assert reading.map is not None
    assert reading.map.claims_by_id["b"] == Claim("b", "B", status="open", credence=0.5)  # type: ignore[arg-type]
    assert sorted(one.message for one in reading.diagnostics) == [
        f"values of “{name}” that mean nothing to argmap are left out"
        for name in ("credence", "status", "thesis")
    ]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, "not-a-map"),
        ("x,y\n1,2\n", 1, "not-a-map"),
        ('id,text\na,"hello\nb,x\n', 2, "notation-syntax"),
        ('id,text\na,"b"c\n', 2, "notation-syntax"),
        ("id,text\na,A\na,B\n", 3, "duplicate-id"),
        ("id,text\na,A\n\nfrom,to\na,b\n", 5, "unknown-reference"),
        ("id,text\na,A\n\nfrom,to\na,\n", 5, "missing-text"),
        ("id,kind,text\na,claim,\n", 2, "empty-text"),
        ("id,text\na,A\x00\n", 2, "bad-encoding"),
    ],
)
def test_what_is_wrong_has_its_place(text: str, line: int, code: str) -> None:
    reading = read(text)
    assert reading.map is None
    assert (line, code) in [(one.span.start.line, str(one.code)) for one in reading.diagnostics]


def test_a_cell_may_be_long() -> None:
    assert map_of(f'id,text\na,"{"word " * 100_000}"\n').claims[0].text.endswith("word")


def test_tags_are_joined_by_semicolons() -> None:
    assert tags_in(r"a; b c ;;d\;e;\\;\ f\ ") == ["a", "b c", "d;e", "\\", " f "]
