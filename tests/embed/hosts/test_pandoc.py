"""Documents that the real Pandoc writes with the filter, and the filter alone."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypandoc
import pytest
import typst
from PIL import Image
from pypdf import PdfReader

from argmap.embed.hosts.pandoc import FILTER, filtered
from tests.devtools import browser_page
from tests.embed.sites import BROKEN, chain, example, heights_of_pictures, require, run, seen

pytestmark = pytest.mark.slow

# Formats that can be written without any further program.
OTHER = ("gfm", "rst", "asciidoc", "org", "mediawiki", "jats", "rtf", "context", "icml", "latex")


# The newest one, beside that of the system.
NEWEST = pypandoc.get_pandoc_path()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    require("pandoc")
    return example("pandoc", tmp_path) / "page.md"


@pytest.fixture(params=["pandoc", NEWEST], ids=["system", "newest"])
def program(request: pytest.FixtureRequest) -> str:
    return request.param


def pandoc(page: Path, *options: str, program: str = "pandoc") -> subprocess.CompletedProcess[str]:
    return run(program, page.name, "--lua-filter", str(FILTER), *options, folder=page.parent)


def test_html_has_the_figure(page: Path, program: str) -> None:
    (page.parent / "more.md").write_text("- a\n\n  ```{.argmap file=tree.yaml}\n  ```\n")
    ended = pandoc(page, "more.md", "--standalone", "-o", "page.html", program=program)
    assert (ended.returncode, ended.stdout) == (0, "")
    found = seen(page.with_suffix(".html"))
    assert ["pear tree" in figure["told"] for figure in found["figures"]] == [True, True]
    assert found["duplicates"] == []
    html = page.with_suffix(".html").read_text()
    assert "The plan <span>is undecided</span>." in html
    assert "<strong>Against:</strong> It is old. <em>(stands)</em>" in html.replace("\n", " ")


def test_the_commands_of_the_page_are_those_that_are_tried(page: Path) -> None:
    commands = (page.parent / "build.txt").read_text().splitlines()
    for command in commands:
        written = command.rpartition(" ")[2]
        if written.endswith(".pdf"):
            require("pdflatex")
        ended = run("bash", "-c", command, folder=page.parent)
        assert (ended.returncode, ended.stdout) == (0, "")
        assert (page.parent / written).stat().st_size > 1000


def test_a_pdf_by_latex_has_the_picture_and_its_words(page: Path, program: str) -> None:
    require("pdflatex")
    assert pandoc(page, "-o", "page.pdf", program=program).returncode == 0
    words = "".join(one.extract_text() for one in PdfReader(page.with_suffix(".pdf")).pages)
    assert "pear tree" in " ".join(words.split())
    assert "Our plan" in words
    # The caption says what the picture is.
    assert "A tree for the square" not in words
    assert "The bench should stay." in words


def test_a_page_by_typst_has_the_picture_and_its_words(page: Path) -> None:
    assert pandoc(page, "-s", "-o", "page.typ", program=NEWEST).returncode == 0
    page.with_suffix(".pdf").write_bytes(typst.compile(page.with_suffix(".typ")))
    words = "".join(one.extract_text() for one in PdfReader(page.with_suffix(".pdf")).pages)
    assert "We should plant a pear tree here." in " ".join(words.split())
    assert "Figure 1: Our plan" in " ".join(words.split())
    seen_page = io.BytesIO(typst.compile(page.with_suffix(".typ"), format="png", ppi=30))
    with Image.open(seen_page) as picture:
        colours = picture.convert("RGB").getcolors(1 << 20)
    assert sum(count for count, colour in colours if max(colour) < 16) < 1000


@pytest.mark.parametrize("suffix", ["docx", "odt", "pptx"])
def test_office_documents_hold_a_picture(page: Path, suffix: str, program: str) -> None:
    assert pandoc(page, "-o", f"page.{suffix}", program=program).returncode == 0
    with zipfile.ZipFile(page.with_suffix(f".{suffix}")) as parts:
        names = (name for name in parts.namelist() if "humbnail" not in name)
        pictures = [name for name in names if name.endswith(".png")]
        assert len(pictures) == 1
        assert parts.read(pictures[0]).startswith(b"\x89PNG")


def test_an_epub_is_well_formed(page: Path) -> None:
    assert pandoc(page, "-o", "page.epub").returncode == 0
    with zipfile.ZipFile(page.with_suffix(".epub")) as parts:
        pages = [name for name in parts.namelist() if name.endswith(".xhtml")]
        texts = [parts.read(name).decode() for name in pages]
    for text in texts:
        ElementTree.parse(io.BytesIO(text.encode()))
    assert any('class="argmap-figure"' in text for text in texts)


@pytest.mark.parametrize("to", OTHER)
def test_every_other_markup_names_a_picture(page: Path, to: str) -> None:
    ended = pandoc(page, "-t", to)
    assert ended.returncode == 0
    pictures = [file.name for file in (page.parent / "argmap-images").iterdir()]
    assert len(pictures) == 1
    assert pictures[0] in ended.stdout or to == "rtf"
    assert to == "icml" or "The bench should stay." in ended.stdout


def test_plain_text_has_the_outline(page: Path) -> None:
    ended = pandoc(page, "-t", "plain")
    assert "Against: Its roots will lift the pavement. (stands)" in ended.stdout


def test_a_broken_map_is_a_box_and_a_warning_with_its_line(page: Path) -> None:
    page.write_text(f"# Trees\n\n- one\n\n  ```argmap\n{_indented(BROKEN)}  ```\n")
    ended = pandoc(page, "-o", "page.html")
    assert ended.returncode == 0
    assert ended.stdout.count("[WARNING] argmap: page.md:9:5: error[unknown-key]") == 1
    (problem,) = seen(page.with_suffix(".html"))["problems"]
    assert "premisses" in problem
    assert "premisses" in pandoc(page, "-t", "plain").stdout
    strict = pandoc(page, "-M", "argmap-strict", "-o", "strict.html")
    assert strict.returncode != 0
    assert not (page.parent / "strict.html").exists()


def test_what_is_wrong_within_a_sentence_has_its_line(page: Path) -> None:
    shown = "```{.argmap file=tree.yaml}\n```\n"
    within = (
        "\nIt `x`{.argmap file=tree.yaml as=verdict}, and\n`y`{.argmap file=none.yaml as=claim}.\n"
    )
    page.write_text(f"# Trees\n{within}\n{shown}\n> `z`{{.argmap file=../../a.yaml}}\n")
    ended = pandoc(page, "-o", "page.html")
    told = [line.partition("argmap: ")[2] for line in ended.stdout.splitlines()]
    assert told[0] == "page.md:4: There is no file none.yaml."
    assert told[1].startswith("page.md:9: “../../a.yaml” lies outside")
    assert "--root" not in told[1]


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def test_quarto_tells_the_name_of_the_document(page: Path) -> None:
    """Quarto gives Pandoc another file than the one that people write."""
    page.write_text(f"# Trees\n\n```argmap\n{BROKEN}```\n")
    told = f"quarto = {{doc = {{input_file = '{page.name}'}}}}\n"
    (page.parent / "quarto.lua").write_text(f"{told}dofile('{FILTER.as_posix()}')\n")
    (page.parent / "other.md").write_text(page.read_text())
    command = ("pandoc", "other.md", "--lua-filter", "quarto.lua", "-o", "page.html")
    ended = run(*command, folder=page.parent)
    assert "page.md:7:3: error[unknown-key]" in ended.stdout


def test_quarto(page: Path) -> None:
    if shutil.which("quarto") is None:
        pytest.skip("Quarto is not to be had from a registry")
    shutil.copy(FILTER, page.parent)
    document = page.with_suffix(".qmd")
    document.write_text(page.read_text().replace("---\n\n", "filters: [argmap.lua]\n---\n\n", 1))
    assert (
        run("quarto", "render", document.name, "--to", "html", folder=page.parent).returncode == 0
    )
    (figure,) = seen(page.with_suffix(".html"))["figures"]
    assert "pear tree" in figure["told"]


def test_without_the_files_the_map_is_counted(page: Path) -> None:
    page.write_text(f"`x`{{.argmap file=tree.yaml as=verdict}}\n\n```argmap\n{BROKEN}```\n")
    ended = run("pandoc", "page.md", "--filter", "argmap-pandoc", folder=page.parent)
    assert "map 2 of the document:4:3: error[unknown-key]" in ended.stdout


# Without Pandoc: what a filter does with its input.


def element(
    kind: str, text: str, classes: tuple[str, ...] = ("argmap",), pairs: Sequence[Any] = ()
) -> dict[str, list[list[list[Any] | str] | str] | str]:
    return {"t": kind, "c": [["", list(classes), [list(pair) for pair in pairs]], text]}


def test_other_code_is_left_alone() -> None:
    blocks = [
        element("CodeBlock", "x", ("python",)),
        {"t": "Para", "c": [element("Code", "x", ())]},
    ]
    before = json.dumps(blocks)
    document = {"pandoc-api-version": [1, 23], "meta": {}}
    assert filtered(document, blocks, to="html", files=[]) == []
    assert json.dumps(blocks) == before


def test_newer_versions_get_a_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = "argmap: 1\ntitle: Trees\nthesis:\n  text: Plant.\n  premises: [Shade.]\n"
    blocks = [element("CodeBlock", text)]
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}}
    assert filtered(document, blocks, to="typst", files=[]) == []
    (figure,) = blocks
    assert figure["t"] == "Figure"
    (picture,) = (tmp_path / "argmap-images").iterdir()
    assert f"argmap-images/{picture.name}" in json.dumps(figure)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b"[" * 100_000, b'{"blocks": 1}'])
def test_what_is_no_document_is_told(data: bytes) -> None:
    command = [sys.executable, "-c", "from argmap.embed.hosts.pandoc import main; main()", "html"]
    ended = subprocess.run(command, input=data, capture_output=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.decode().startswith("argmap-pandoc: this is no document")


def test_the_program_explains_itself() -> None:
    program = shutil.which("argmap-pandoc", path=str(Path(sys.executable).parent))
    assert program is not None
    ended = subprocess.run([program], capture_output=True, text=True, check=False)
    assert (ended.returncode, "pandoc page.md --filter argmap-pandoc" in ended.stderr) == (1, True)


SLIDES = '# First\n\n```{.argmap file=chain.yaml caption="Our *plan*"}\n```\n\n# Last\n\nEnd.\n'


@pytest.fixture
def slides(page: Path) -> Path:
    (page.parent / "chain.yaml").write_text(chain(12))
    page.write_text(SLIDES)
    return page


def test_a_slide_of_powerpoint_has_the_caption_below_and_the_summary_as_description(
    slides: Path, program: str
) -> None:
    assert pandoc(slides, "-o", "page.pptx", program=program).returncode == 0
    with zipfile.ZipFile(slides.with_suffix(".pptx")) as parts:
        slide = next(
            text
            for name in parts.namelist()
            if name.startswith("ppt/slides/slide") and "Our" in (text := parts.read(name).decode())
        )
    told = "".join(ElementTree.fromstring(slide).itertext())
    assert "Our *plan*" in told
    assert "An argument map" not in told
    (picture,) = (e for e in ElementTree.fromstring(slide).iter() if e.get("descr"))
    assert picture.get("descr").startswith("An argument map")


def test_slides_in_html_have_a_picture_that_fits_and_no_outline(slides: Path, program: str) -> None:
    for theme, dark in (("black", True), ("white", False), (None, True)):
        options = ("-V", f"theme={theme}") if theme else ()
        command = ("-t", "revealjs", "-s", *options, "-o", "page.html")
        assert pandoc(slides, *command, program=program).returncode == 0
        html = slides.with_suffix(".html").read_text()
        assert "<details" not in html
        assert f'class="argmap-slide" style="color-scheme: {"dark" if dark else "light"};' in html
        assert html.count("Our *plan*") == 1
        assert "argmap-slides" not in html
        with browser_page() as tab:
            tab.open(slides.with_suffix(".html"))
            height = tab.evaluate("document.querySelector('svg').getBoundingClientRect().height")
        assert 0 < height <= 500


@pytest.mark.parametrize(("to", "most"), [("latex", 0.8), ("beamer", 0.65)])
def test_a_tall_picture_leaves_room_for_its_caption_and_a_small_one_is_not_enlarged(
    slides: Path, program: str, to: str, most: float
) -> None:
    require("pdflatex")
    (slides.parent / "small.yaml").write_text(chain(1).replace("*", ""))
    slides.write_text(SLIDES + "\n# Small\n\n```{.argmap file=small.yaml}\n```\n")
    ended = pandoc(slides, "-t", to, "-o", "page.pdf", program=program)
    assert ended.returncode == 0
    # What a reader gets of the tall one is told, and nothing else.
    told = [line for line in ended.stdout.splitlines() if "too-small-to-read" not in line]
    assert told == []
    own = {
        round(float(PdfReader(file).pages[0].mediabox.height), 1)
        for file in (slides.parent / "argmap-images").iterdir()
    }
    pages = PdfReader(slides.with_suffix(".pdf")).pages
    shown = [height for page in pages for height in heights_of_pictures(page)]
    room = float(pages[0].mediabox.height) * most
    assert len(shown) == 2
    assert max(shown) <= room
    # A page of LaTeX is what the picture was made for.
    assert max(own) > max(shown) or to == "latex"
    # On a slide letters are as large as those of slides are.
    if to == "latex":
        assert min(shown) == pytest.approx(min(own), abs=1)
    assert min(shown) <= min(own) + 1
    words = [" ".join(page.extract_text().split()) for page in pages]
    assert any("Our *plan*" in one or "Our ∗plan∗" in one for one in words)
