"""Sources that are PDF or EPUB: quotations are found in them, and pages are checked."""

import io
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest

from argmap.checks.rule import SourceText, Unit
from argmap.pipeline import read_path
from argmap.source_texts import books, source_texts
from argmap.source_texts import epub as epubs
from argmap.source_texts import pdf as pdfs
from argmap.source_texts.books import book_in
from argmap.source_texts.page_lines import tidied
from tests.command import argmap
from tests.source_texts.making import epub, pdf

PAGES = [
    ["The lake", "Preface. Water matters to all of us."],
    ["The lake", "The water of the lake is warm, and"],
    ["The lake", "trout do not like it. They are inter-", "ested in cold water.", "3"],
    [
        "The lake",
        "The well-",
        "known report of 1999 says it was",
        "colder. A well-known fact.",
        "4",
    ],
]
MAP = """\
argmap: 1
sources: {{book: {{title: The lake, file: {file}}}}}
thesis:
  text: Trout leave.
  source: {{ref: book, at: {at}, quote: "{quote}"}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "book.pdf").write_bytes(pdf(PAGES, first_arabic=1))
    return tmp_path


def told(at: str, quote: str, file: str = "book.pdf") -> str:
    """Return what is found of a citation."""
    Path("map.yaml").write_text(MAP.format(file=file, at=at, quote=quote), encoding="utf-8")
    found = argmap("check", "map.yaml", "--ignore", "one-sided")
    return found.out + found.err


@pytest.mark.parametrize(
    ("at", "quote"),
    [
        ("p. 1", "The water of the lake is warm"),
        ("p. i", "Water matters"),
        ("page 2", "trout do not like it"),
        ("S. 2", "They are interested in cold water"),
        ("pp. 1–2", "warm, and trout do not like it"),
        ("p. 1", "warm, and trout do not like it"),
        ("p. 2", "warm, and trout do not like it"),
        ("p. 3", "The well-known report of 1999 says it was colder"),
        ("p. 1", "The water […] is warm"),
        ("the beginning", "Water matters"),
        ("¶1", "colder"),
    ],
)
def test_a_quotation_is_found_on_its_page(folder: Path, at: str, quote: str) -> None:
    assert "nothing found" in told(at, quote)


@pytest.mark.parametrize(
    ("at", "quote", "said", "mended"),
    [
        ("p. 2", "Water matters", "is on p. i, not on p. 2", "p. i"),
        ("S. 1", "colder", "is on p. 3, not on S. 1", "S. 3"),
        ("pp. 1–2", "colder", "is on p. 3, not on pp. 1–2", "p. 3"),
        ("p. 9", "colder", "is on p. 3, not on p. 9", "p. 3"),
    ],
)
def test_another_page_is_named_and_mended(
    folder: Path, at: str, quote: str, said: str, mended: str
) -> None:
    assert said in told(at, quote)
    argmap("check", "--fix", "map.yaml")
    assert f"at: {mended}," in Path("map.yaml").read_text(encoding="utf-8")


def test_a_page_that_is_not_there_is_told(folder: Path) -> None:
    text = MAP.format(file="book.pdf", at="p. 40", quote="x").replace(', quote: "x"', "")
    Path("map.yaml").write_text(text)
    found = argmap("check", "map.yaml")
    assert "“book” has no p. 40" in found.out + found.err
    assert "it has p. i to p. 3" in found.out + found.err


def test_running_heads_are_no_part_of_a_quotation(folder: Path) -> None:
    assert "is not in the text" in told("p. 1", "warm, and The lake trout")


@pytest.mark.parametrize("file", ["book.pdf", "book.epub"])
def test_evidence_and_stats_know_the_pages(folder: Path, file: str) -> None:
    (folder / "book.epub").write_bytes(epub({"a.xhtml": "<p>Trout leave the lake.</p>"}))
    told("p. 3", "Water matters", file)
    assert ("is on p. i" in argmap("evidence", "map.yaml").out) == (file == "book.pdf")


def test_pages_without_labels_count_from_1(folder: Path) -> None:
    (folder / "plain.pdf").write_bytes(pdf(PAGES))
    assert "nothing found" in told("p. 4", "colder", "plain.pdf")


def test_the_text_can_be_given_on_the_command_line(folder: Path) -> None:
    told("p. 2", "Water matters")
    text = Path("map.yaml").read_text().replace(", file: book.pdf", "")
    Path("map.yaml").write_text(text)
    found = argmap("check", "map.yaml", "--source-text", "book=book.pdf")
    assert "is on p. i" in found.out + found.err


def test_ligatures_and_words_divided_by_lines_are_read_as_words() -> None:
    pages = [["ﬁve co-", "operate, as all co-operate"], ["e\ufffe", "nough soft\u00ad", "ware"]]
    assert tidied(pages) == [["five co-operate,", "as all co-operate"], ["enough", "software"]]
    assert tidied([["A lake is an en\ufffe7"], ["vironment."]]) == [
        ["A lake is an environment."],
        [],
    ]


def test_numbers_and_heads_at_the_edge_of_pages_are_left_out() -> None:
    pages = [[f"{n}", "A title", f"Text {n} is here.", f"– {n} –"] for n in range(5)]
    assert tidied(pages) == [[f"Text {n} is here."] for n in range(5)]


def encrypted() -> bytes:
    out = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(PAGES)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def endless() -> bytes:
    """Return a PDF whose tree of pages leads back to its root."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000000>>endobj\n"
        b"trailer<</Root 1 0 R>>\n"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (encrypted(), "is encrypted"),
        (b"%PDF-1.7\ngarbage", "is damaged, or no PDF"),
        (b"no PDF at all", "is damaged, or no PDF"),
        (pdf([[], []]), "has no text, only pictures of its pages"),
        (endless(), ""),
    ],
)
def test_a_pdf_without_text_is_a_located_finding(folder: Path, data: bytes, said: str) -> None:
    (folder / "bad.pdf").write_bytes(data)
    found = told("p. 1", "x", "bad.pdf")
    assert "map.yaml:2:11: warning[unreadable-source]" in found
    assert f"no quotation from “book” is checked: bad.pdf {said}" in found


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("MOST_PAGES", "has 4 pages"),
        ("MOST_CHARACTERS", "has more"),
        ("MOST_SECONDS", "takes"),
    ],
)
def test_a_pdf_has_limits(monkeypatch: pytest.MonkeyPatch, limit: str, said: str) -> None:
    monkeypatch.setattr(pdfs, limit, -1)
    books._KEPT.clear()
    assert said in (book_in(pdf(PAGES), "book.pdf").reason or "")
    books._KEPT.clear()


def test_a_book_that_is_too_large_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.source_texts.LARGEST_BOOK", 100)
    assert "is larger than 0 MiB" in told("p. 1", "x")


def test_without_the_library_its_installation_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    books._KEPT.clear()
    assert 'pip install "argmap[texts]"' in told("p. 1", "x")


def test_the_same_book_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told("p. 1", "x")
    monkeypatch.setattr(pdfs, "text_of_pdf", None)
    a_map = read_path(Path("map.yaml")).map
    assert a_map is not None
    assert source_texts(a_map, given={})["book"].text is not None


CHAPTERS = {
    "a.xhtml": '<h1>1. The lake</h1><p>It is <em>warm</em>&#160;now.</p><p id="x">Trout leave.</p>',
    "b.xhtml": "<h1>2. The river</h1><p>It is cold,<br/>and trout come.</p>",
}
TOC = '<nav epub:type="toc"><ol><li><a href="a.xhtml">1. The <b>lake</b></a></li>{}</ol></nav>'
NAV = TOC.format('<li><a href="b.xhtml">2. The river</a></li>')
PAGED = {
    "a.xhtml": '<p>It is warm <span id="p12"/>now. Trout leave.</p>',
    "b.xhtml": '<p id="p13">It is cold.</p>',
}
PAGE_LIST = (
    '<nav epub:type="page-list"><ol><li><a href="a.xhtml">11</a></li>'
    '<li><a href="a.xhtml#p12">12</a></li><li><a href="b.xhtml#p13">13</a></li></ol></nav>'
)


def text_of(data: bytes) -> SourceText:
    return book_in(data, "book.epub")


def test_an_epub_has_its_paragraphs_and_chapters(folder: Path) -> None:
    found = text_of(epub(CHAPTERS, nav=NAV))
    assert (found.text or "").split("\n\n") == [
        *("1. The lake", "It is warm now.", "Trout leave."),
        *("2. The river", "It is cold, and trout come."),
    ]
    assert found.unit is Unit.CHAPTER
    assert [tuple(one) for one in found.pages] == [("1", 1, 0), ("2", 4, 0)]


@pytest.mark.parametrize(
    ("at", "quote", "said"),
    [
        ("ch. 1", "Trout leave", "nothing found"),
        ("chapter 2", "and trout come", "nothing found"),
        ("¶3", "Trout leave", "nothing found"),
        ("ch. 1", "and trout come", "is in ch. 2, not in ch. 1"),
        ("ch. 9", "and trout come", "is in ch. 2, not in ch. 9"),
        ("¶1", "Trout leave", "is in ¶3, not in ¶1"),
        ("p. 9", "Trout leave", "nothing found"),
    ],
)
def test_chapters_are_checked_where_there_are_no_pages(
    folder: Path, at: str, quote: str, said: str
) -> None:
    (folder / "book.epub").write_bytes(epub(CHAPTERS, nav=NAV))
    assert said in told(at, quote, "book.epub")


@pytest.mark.parametrize(
    ("at", "quote", "said"),
    [
        ("p. 11", "It is warm", "nothing found"),
        ("p. 12", "now. Trout leave", "nothing found"),
        ("p. 11", "It is warm now", "nothing found"),
        ("p. 12", "It is cold", "is on p. 13, not on p. 12"),
    ],
)
@pytest.mark.parametrize("listed", [True, False])
def test_pages_of_the_printed_book_are_checked(
    folder: Path, at: str, quote: str, said: str, listed: bool
) -> None:
    marked = {
        name: body.replace('id="p12"/>', 'epub:type="pagebreak" title="12"/>').replace(
            '<p id="p13">', '<p><span role="doc-pagebreak" aria-label="13"/>'
        )
        for name, body in PAGED.items()
    }
    marked["a.xhtml"] = '<span epub:type="pagebreak" title="11"/>' + marked["a.xhtml"]
    data = epub(PAGED, nav=PAGE_LIST) if listed else epub(marked)
    (folder / "book.epub").write_bytes(data)
    assert said in told(at, quote, "book.epub")


def test_the_lists_of_older_books_are_read() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel>'
        '<text>Chapter II</text></navLabel><content src="b.xhtml"/></navPoint></navMap><pageList>'
        '<pageTarget><navLabel><text>7</text></navLabel><content src="a.xhtml#x"/></pageTarget>'
        "</pageList></ncx>"
    )
    more = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    data = io.BytesIO(epub(CHAPTERS, more=more))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("OPS/toc.ncx", ncx)
    found = text_of(data.getvalue())
    assert [tuple(one) for one in found.pages] == [("7", 3, 0)]


def with_file(name: str, text: str) -> bytes:
    data = io.BytesIO(epub(CHAPTERS))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr(name, text)
    return data.getvalue()


LAUGHS = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>'
OUTSIDE = '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>'
LOCKED = '<encryption><CipherReference URI="OPS/a.xhtml"/></encryption>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 no zip", "is damaged, or no EPUB"),
        (epub({}), "has no text"),
        (epub({"a.xhtml": "<p> </p>"}), "has no text"),
        (epub({"a.xhtml": b"<p>not closed"}), "has a file in it that is not read"),
        (epub({"a.xhtml": LAUGHS.encode()}), "it declares entities of its own"),
        (epub({"a.xhtml": OUTSIDE.encode()}), "it declares entities of its own"),
        (epub({"a.xhtml": b"<p>" + b"a" * 5_000_000 + b"</p>"}), "has a file of more than 4 MiB"),
        (
            epub({f"{n}.xhtml": f"<p>{'a ' * 2_000_000}</p>" for n in range(9)}),
            "holds more than 32 MiB of text",
        ),
        (with_file("META-INF/encryption.xml", LOCKED), "is encrypted"),
    ],
)
def test_an_epub_without_text_is_a_located_finding(folder: Path, data: bytes, said: str) -> None:
    (folder / "bad.epub").write_bytes(data)
    found = told("p. 1", "x", "bad.epub")
    assert "map.yaml:2:11: warning[unreadable-source]" in found
    assert said in " ".join(found.split())


def test_an_epub_takes_no_file_from_outside(folder: Path) -> None:
    (folder / "secret.xhtml").write_text("<p>hunter2</p>")
    data = epub({"../../secret.xhtml": "<p>Inside.</p>", "a.xhtml": "<p>Trout.</p>"})
    assert "hunter2" not in str(text_of(data))


def test_an_epub_has_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epubs, "MOST_FILES", 2)
    books._KEPT.clear()
    assert "has more than 2 files" in (text_of(epub(CHAPTERS)).reason or "")
    books._KEPT.clear()
