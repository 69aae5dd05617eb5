"""The texts of sources in a page: their paragraphs, and where what is cited stands in them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks.language.folding import folded
from argmap.errors import FileError, UnfitOptionError
from argmap.model import ArgumentMap, Citation, Claim
from argmap.page_data.texts import Texts
from argmap.pipeline import draw, load, picture
from argmap.planning import RenderOptions
from argmap.render.explorer.data import explorer_data
from tests.command import argmap
from tests.examples import examples

REPORT = "The dam 😀 — high\r\nas it is — held.\r\n\r\nIt held. 😀😀 “Well”, they said.\r\n"


def texts_of(folder: Path, text: str, *citations: Citation) -> tuple[Texts, Claim]:
    (folder / "report.txt").write_bytes(text.encode())
    (folder / "map.yaml").write_text(
        "argmap: 1\nsources: {report: {file: report.txt}}\nthesis: A.\n"
    )
    return Texts(load(folder / "map.yaml"), ("report",)), Claim("a", "A.", citations=citations)


def words(texts: Texts, spans: list[list[int]]) -> list[str]:
    """What a script in a browser reads there."""
    (text,) = texts.data()
    paragraphs: Any = text["paragraphs"]
    units = [one.encode("utf-16-le") for one in paragraphs]
    return [units[at - 1][2 * start : 2 * end].decode("utf-16-le") for at, start, end in spans]


def test_a_quotation_has_the_stretches_where_it_stands(tmp_path: Path) -> None:
    quotes = ("high as it is--held", 'held … "Well", they', "as it is — held. It held.")
    cited = [Citation("report", quote=quote) for quote in (*quotes, "It held. […] they said")]
    texts, claim = texts_of(tmp_path, REPORT, *cited)
    found: list[Any] = [one["spans"] for one in texts.citations(claim)]
    assert [words(texts, spans) for spans in found] == [
        ["high\nas it is — held"],
        ["held", "“Well”, they"],
        ["as it is — held.", "It held."],
        ["It held.", "they said"],
    ]


def test_of_several_places_the_one_that_is_cited_is_meant(tmp_path: Path) -> None:
    cited = [Citation("report", at, quote="held") for at in ("¶2", "¶1", "p. 7", "¶9", None)]
    texts, claim = texts_of(tmp_path, REPORT, *cited)
    found: list[Any] = [one["spans"] for one in texts.citations(claim)]
    assert [spans[0][0] for spans in found] == [2, 1, 1, 1, 1]


def test_without_words_the_paragraphs_are_told_that_there_are(tmp_path: Path) -> None:
    cited = [Citation("report", at) for at in ("¶2", "¶¶1–2", "¶3", "¶2-1", "p. 1", None)]
    lost = Citation("report", "¶1", quote="It broke")
    texts, claim = texts_of(tmp_path, REPORT, *cited, lost)
    told = texts.citations(claim)
    none = (None, False)
    assert [(one["paragraphs"], one["missing"]) for one in told] == [
        *(((2, 2), False), ((1, 2), False), none, none, none, none, ((1, 1), True)),
    ]


@examples(100)
@given(st.text("ab 1\n-—…“é😀\u0301\u05d0", max_size=60), st.data())
def test_browsers_find_the_words_of_a_quotation_where_it_is_said(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    quote = text[start:end].strip()
    folder = tmp_path_factory.mktemp("texts")
    texts, claim = texts_of(folder, text, Citation("report", quote=quote or "none at all"))
    (told,) = texts.citations(claim)
    spans: Any = told.get("spans")
    if spans:
        assert folded(" ".join(words(texts, spans))) == folded(quote)


TWO = """argmap: 1
sources:
  one: {title: One, file: text.txt}
  two: {title: Two, file: text.txt}
  three: {title: Three, file: other.txt}
  four: {title: Four}
thesis: {text: A., source: [{ref: one, quote: here}, {ref: three, quote: here}]}
"""


@pytest.fixture
def two(tmp_path: Path) -> ArgumentMap:
    (tmp_path / "text.txt").write_text("Words are here.")
    (tmp_path / "other.txt").write_text("</script><script>alert(1)</script> & here")
    (tmp_path / "map.yaml").write_text(TWO)
    return load(tmp_path / "map.yaml")


def keys_of(a_map: ArgumentMap, *wanted: str) -> list[Any]:
    data: Any = explorer_data(picture(a_map, options=RenderOptions(source_texts=wanted)))
    return [one["sources"] for one in data["texts"]]


def test_only_what_is_wanted_is_published_and_each_text_once(two: ArgumentMap) -> None:
    assert keys_of(two) == []
    assert keys_of(two, "all") == [["one", "two"], ["three"]]
    assert keys_of(two, "two") == [["two"]]
    plain = draw(two, format="explorer").decode()
    assert "Words are here" not in plain
    assert '"spans"' not in plain


def test_a_text_does_not_become_markup(two: ArgumentMap) -> None:
    page = draw(two, format="explorer", options=RenderOptions(source_texts=("all",))).decode()
    assert page.count("<script") == 3
    assert "alert(1)" in page


def test_a_text_that_cannot_be_had_is_an_error(two: ArgumentMap, tmp_path: Path) -> None:
    for wanted, message in (("four", "has no “file”"), ("on", "no source “on”; did you mean")):
        with pytest.raises(UnfitOptionError, match=message):
            draw(two, options=RenderOptions(source_texts=(wanted,)))
    (tmp_path / "other.txt").write_bytes(b"\xff\xfe\xfd")
    assert keys_of(two, "one") == [["one"]]
    with pytest.raises(FileError, match=r"“three” cannot be shown: other.txt is not text in UTF-8"):
        keys_of(two, "all")
    (tmp_path / "other.txt").unlink()
    with pytest.raises(FileError, match="“three” cannot be shown"):
        keys_of(two, "all")


def test_a_map_without_texts_says_so(tmp_path: Path) -> None:
    (tmp_path / "plain.yaml").write_text("argmap: 1\nsources: {one: {}}\nthesis: A.\n")
    told = argmap("render", tmp_path / "plain.yaml", "-f", "explorer", "--source-texts", "all")
    assert told.code == 0
    assert "plain.yaml has a “file” with its text, so none is shown" in told.err


def test_the_command_line_and_the_style_of_a_map_ask_for_texts(
    two: ArgumentMap, tmp_path: Path
) -> None:
    file, page = tmp_path / "map.yaml", tmp_path / "page.html"
    asked = ("render", file, "-f", "explorer", "-o", page, "--force")
    assert argmap(*asked, "--source-texts", "one", "--source-texts", "three").code == 0
    assert "Words are here" in page.read_text("utf-8")
    file.write_text(f"{TWO}style: {{source_texts: three}}\n")
    assert argmap(*asked).code == 0
    assert "Words are here" not in page.read_text("utf-8")
    assert "alert(1)" in page.read_text("utf-8")
    told = argmap("render", file, "-o", tmp_path / "page.svg", "--source-texts", "one")
    assert (told.code, told.err) == (
        2,
        "argmap: --source-texts is for an explorer, which has room for texts, and not for svg.\n",
    )
