"""PDF: a page of real text, and nothing of a map that Typst would run."""

import io
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic._base import TextStringObject
from pypdf.generic._data_structures import DictionaryObject

from argmap.errors import MissingExtraError
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from argmap.render import pdf
from tests.command import argmap
from tests.render.machine_fonts import require_characters
from tests.test_architecture import PACKAGE

MAPS = PACKAGE.parent / "maps"


@pytest.fixture(autouse=True)
def fonts() -> None:
    require_characters("a", "ж")


def pdf_bytes(text: str, **options: Any) -> bytes:
    return draw(loads(f"argmap: 1\n{text}"), format="pdf", options=RenderOptions(**options))


def reader(text: str, **options: Any) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_bytes(text, **options)))


def words_of(document: PdfReader) -> str:
    return " ".join(document.pages[0].extract_text().split())


def test_the_claims_can_be_selected_and_searched() -> None:
    a_map = load(MAPS / "ru-udalyonka.yaml")
    shown = draw(a_map, format="pdf")
    words = re.sub(r"[\s\u00ad-]", "", words_of(PdfReader(io.BytesIO(shown))))
    assert len(a_map.claims) > 5
    for claim in a_map.claims:
        assert re.sub(r"[\s\u00ad-]", "", claim.text) in words


def test_there_is_one_page_as_large_as_the_picture() -> None:
    text = "thesis: {text: Т., premises: [П.]}"
    svg = draw(loads(f"argmap: 1\n{text}"), format="svg").decode()
    width, height = (float(n) for n in re.search(r'viewBox="0 0 (\S+) (\S+)"', svg).groups())
    (page,) = reader(text).pages
    assert float(page.mediabox.width) == pytest.approx(width * 0.75, abs=0.1)
    assert float(page.mediabox.height) == pytest.approx(height * 0.75, abs=0.1)


def test_a_page_is_never_larger_than_readers_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LONGEST_SIDE", 100.0)
    (page,) = reader("thesis: T.").pages
    assert float(max(page.mediabox.width, page.mediabox.height)) == pytest.approx(100, abs=0.1)


def test_all_fonts_are_embedded() -> None:
    page = reader("thesis: {text: Text., label: Жирный}").pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert len(fonts) >= 2
    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        descriptor = inner.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()


def test_it_tells_title_language_and_what_it_shows() -> None:
    document = reader("title: Деревья\nlanguage: ru-RU\nthesis: Сажать деревья.")
    root = document.trailer["/Root"]
    assert document.metadata.title == "Деревья"
    assert root["/Lang"] == "ru"
    assert root["/MarkInfo"]["/Marked"]
    (document_part,) = root["/StructTreeRoot"]["/K"]
    assert "Сажать деревья" in str(described(document_part.get_object()))


def described(part: DictionaryObject) -> list[TextStringObject] | TextStringObject:
    if "/Alt" in part:
        return part["/Alt"]
    inner = part["/K"] if isinstance(part["/K"], list) else [part["/K"]]
    return [described(one.get_object()) for one in inner if hasattr(one.get_object(), "keys")]


def test_nothing_tells_when_it_was_drawn() -> None:
    data = pdf_bytes("thesis: T.")
    assert data == pdf_bytes("thesis: T.")
    assert b"CreationDate" not in data
    assert b"CreateDate" not in data


@pytest.mark.parametrize(
    "nasty",
    [
        "#panic() #import \"x.typ\" #{1 + 1} $x^2$ *bold* _it_ @ref <label> `raw`",
        "]) #read(\"/etc/passwd\") \\u{41} // no comment",
        "</text><image href=\"file:///etc/passwd\"/> & &amp; <tspan>",
    ],
)  # fmt: skip
def test_what_a_map_says_is_only_ever_text(nasty: str) -> None:
    quoted = "'" + nasty.replace("'", "''") + "'"
    document = reader(f"title: {quoted}\nthesis: {quoted}")
    spaceless = words_of(document).replace(" ", "")
    assert spaceless.count(nasty.replace(" ", "")) == 2
    assert document.metadata.title == nasty


@pytest.mark.parametrize("words", ["ภาษาไทย", "强权的平衡", "Қазақстан", "Ελληνικά"])
def test_text_of_many_scripts_can_be_copied(words: str) -> None:
    require_characters(*words)
    assert words in words_of(reader(f"thesis: {words}"))


@pytest.mark.parametrize("words", ["हिन्दी में एक वाक्य", "தமிழ் மொழி"])
def test_complex_letters_say_what_they_stand_for(words: str) -> None:
    require_characters(*words.replace(" ", ""))
    assert b"/ActualText" in reader(f"thesis: {words}").pages[0].get_contents().get_data()
    assert b"/ActualText" not in reader("thesis: Plain.").pages[0].get_contents().get_data()


def test_a_language_that_typst_does_not_know_does_no_harm() -> None:
    for tag in ("zh-Hant-TW", "x-klingon", "e"):
        assert reader(f"language: {tag}\nthesis: T.").pages


@pytest.mark.parametrize("library", ["typst", "uharfbuzz"])
def test_a_missing_library_is_named_with_its_extra(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError) as caught:
        pdf_bytes("thesis: T.")
    assert str(caught.value) == (
        f'PDF needs {library}, which is not installed: pip install "argmap[pdf]"'
    )


def test_the_command_line_draws_it(tmp_path: Path) -> None:
    target = tmp_path / "hello.pdf"
    assert argmap("render", MAPS / "hello.yaml", "-o", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_pdf_is_of_a_version_that_pdftex_takes_without_a_warning() -> None:
    assert draw(load(MAPS / "hello.yaml"), format="pdf").startswith(b"%PDF-1.5")
