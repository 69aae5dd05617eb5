"""A map in parts in documents: each part a figure with caption and label, which lead on."""

import re
import shutil
from pathlib import Path
from typing import Any

import markdown
import pypandoc
import pytest

from argmap.embed.reading_places import place_in
from argmap.pipeline import load as argmap_load
from argmap.pipeline import pictures
from argmap.planning import RenderOptions
from tests.command import argmap
from tests.embed.sites import run
from tests.test_architecture import PACKAGE

WEST = PACKAGE.parent / "maps" / "western-friendly-autocracy.yaml"
PHONES = WEST.with_name("teaching-phones-at-school.yaml")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").touch()
    shutil.copy(WEST, "west.yaml")
    shutil.copy(PHONES, "phones.yaml")


def assert_leads(html: str) -> None:
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets
    assert targets <= set(ids)
    assert len([name for name in targets if re.search(r"-part-\d+$", name)]) > 3


DOCUMENTS = {
    "a.md": (
        "<!-- argmap: west.yaml parts=yes -->\n<!-- /argmap -->\n",
        r'!\[.*?\]\(west-2\.svg "Part 2: The best case"\)',
    ),
    "a.adoc": (
        "// argmap: west.yaml parts=yes\n// /argmap\n",
        r"\[#west-2\]\n\.Part 2: The best case "
        r"\(overview: xref:west\[xrefstyle=short\]\)\nimage::west-2\.svg",
    ),
    "a.rst": (
        ".. argmap: west.yaml parts=yes\n.. /argmap\n",
        r"figure:: west-2\.svg\n.*\n   :name: west-2\n(.*\n)+?"
        r"   Part 2: The best case \(`overview <west_>`__\)",
    ),
    "a.tex": (
        "% argmap: west.yaml parts=yes\n% /argmap\n",
        r"\\detokenize\{west-2\.pdf\}\}\n\\caption\[\{(?P<short>Part 2: .*?)\}\]\{(?P=short) "
        r"\(overview: \\figurename~\\ref\{fig:west\}.*\)\}\\label\{fig:west-2\}",
    ),
    "a.typ": (
        "// argmap: west.yaml parts=yes\n// /argmap\n",
        r'image\("west-2\.pdf".*caption: \[Part 2: .*? \(overview: @west.*\)\]\) <west-2>',
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_part_is_a_figure_with_its_file(name: str) -> None:
    text, expected = DOCUMENTS[name]
    Path(name).write_text(text, encoding="utf-8")
    assert argmap("embed", name).code == 0
    shown = Path(name).read_text(encoding="utf-8")
    assert re.search(expected, shown)
    named = set(re.findall(r"west-\d+\.(?:svg|pdf)", shown))
    assert named == {file.name for file in Path().glob("west-*.*")}
    assert argmap("embed", "--check", name).code == 0


def test_a_stale_part_is_found_and_drawn_anew() -> None:
    Path("a.md").write_text(DOCUMENTS["a.md"][0], encoding="utf-8")
    argmap("embed", "a.md")
    Path("west-3.svg").unlink()
    done = argmap("embed", "--check", "a.md")
    assert done.code == 1
    assert "west-3.svg does not show the map as it is now" in done.err + done.out
    assert argmap("embed", "a.md").code == 0
    assert Path("west-3.svg").exists()


def test_a_part_drawn_by_render_is_kept_current_by_a_link() -> None:
    argmap("render", "west.yaml", "--parts", "-o", "p.svg")
    before = Path("p-3.svg").read_bytes()
    Path("a.md").write_text("![x](p-3.svg)\n", encoding="utf-8")
    assert argmap("embed", "--check", "a.md").code == 0
    text = Path("west.yaml").read_text(encoding="utf-8")
    Path("west.yaml").write_text(text.replace("A domestic coup", "A coup"), encoding="utf-8")
    assert argmap("embed", "a.md").code == 0
    after = Path("p-3.svg").read_bytes()
    assert after != before
    assert b'href="p-4.svg"' in after


def test_a_pdf_with_pages_is_kept_current_by_a_link() -> None:
    argmap("render", "west.yaml", "--parts", "-o", "p.pdf")
    Path("a.md").write_text("[x](p.pdf)\n", encoding="utf-8")
    assert argmap("embed", "--check", "a.md").code == 0


def test_two_maps_in_one_page_of_html_have_their_own_parts() -> None:
    place = "<!-- argmap: west.yaml parts=yes -->\n<!-- /argmap -->\n"
    other = place.replace("parts=yes", "parts=yes fit=358")
    Path("a.html").write_text(f"<p>A</p>\n{place}{other}{place}", encoding="utf-8")
    assert argmap("embed", "a.html").code == 0
    assert_leads(Path("a.html").read_text(encoding="utf-8"))


def test_pages_of_python_markdown_have_figures_that_lead_to_each_other() -> None:
    text = "```{.argmap file=west.yaml parts=yes}\n```\n\n" * 2
    html = markdown.markdown(text, extensions=["argmap", "fenced_code"])
    assert html.count("<figure id=") == 14
    assert "Part 2: The best case" in html
    assert_leads(html)


def test_parts_have_a_drawing_for_telephones_in_pages() -> None:
    html = markdown.markdown("```argmap west.yaml parts=yes\n```\n", extensions=["argmap"])
    figures = html.split("<figure ")[1:]
    assert len(figures) > 5
    assert all("@container (max-width: 559px)" in figure for figure in figures)


def test_captions_in_html_lead_to_the_parts_that_a_part_goes_on_from_and_in() -> None:
    text = "<!-- argmap: west.yaml parts=yes as=image -->\n<!-- /argmap -->\n"
    Path("a.html").write_text(text, encoding="utf-8")
    assert argmap("embed", "a.html").code == 0
    caption = '<figcaption>Part 2: The best case (<a href="#west">overview</a>)'
    assert caption in Path("a.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_sphinx_numbers_parts_and_refers_to_them() -> None:
    text = "T\n=\n\n:numref:`w-2`\n\n.. argmap:: west.yaml\n   :parts: yes\n   :name: w\n"
    Path("index.rst").write_text(text, encoding="utf-8")
    Path("conf.py").write_text('extensions = ["argmap.embed.hosts.sphinx"]\nnumfig = True\n')
    ended = run("sphinx-build", "-W", "-b", "html", ".", "html", folder=Path.cwd())
    assert ended.returncode == 0, ended.stdout
    html = Path("html/index.html").read_text(encoding="utf-8")
    assert re.search(r'href="#w-2"[^>]*><span[^>]*>Fig. 3<', html)
    assert re.search(r"<figcaption[^>]*>Fig. 3 Part 2: ", html)
    # A picture says “part 3”; its caption says which figure that is.
    assert re.search(r"\(overview: <a [^>]*href=\"#w\"[^>]*><span[^>]*>Fig. 1<", html)
    assert_leads(re.sub(r'href="#"', "", html))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("latex", r"\\label\{fig:w-2\}"),
        ("html", r"<figcaption[^>]*>Part 2: The best case"),
        (
            "revealjs",
            r'(?s)<figure class="argmap-slide" id="fig:w-2".*href="#fig:w-0".*Part 2: .*<section',
        ),
        ("beamer", r"begin\{frame\}\{Part 2: .*\n.*(label|hypertarget)\{fig:w-2\}"),
    ],
)
def test_pandoc_gives_each_part_a_figure_or_a_slide(to: str, expected: str) -> None:
    Path("a.md").write_text(
        "# A\n\n``` {.argmap #fig:w file=west.yaml parts=yes}\n```\n", encoding="utf-8"
    )
    shown = pypandoc.convert_file("a.md", to, filters=["argmap-pandoc"])
    assert re.search(expected, shown)


MAP_BLOCK = "``` {.argmap #fig:w file=west.yaml parts=yes}\n```\n"


PHONES_BLOCK = MAP_BLOCK.replace("west", "phones")


def slides_of(text: str, to: str, *arguments: Any) -> str:
    Path("a.md").write_text(text, encoding="utf-8")
    options = {"filters": ["argmap-pandoc"], "extra_args": list(arguments)}
    return pypandoc.convert_file("a.md", to, **options)


@pytest.mark.slow
@pytest.mark.parametrize("to", ["beamer", "revealjs"])
def test_slides_have_one_part_each(to: str) -> None:
    shown = slides_of(f"# A\n\n{PHONES_BLOCK}\n# B\n\n{PHONES_BLOCK.replace('#fig:w ', '')}", to)
    ends = {"beamer": r"\\end\{frame\}", "revealjs": "</section>"}
    begins = {"beamer": r"\\includegraphics", "revealjs": "<figure"}
    numbers = [len(re.findall(begins[to], slide)) for slide in re.split(ends[to], shown)[:-1]]
    assert sum(numbers) > 6
    # The overviews stand below the headings of the document.
    assert set(numbers) == {1}


@pytest.mark.slow
@pytest.mark.parametrize("to", ["beamer", "pptx", "revealjs"])
def test_every_part_has_room_on_its_slide(to: str) -> None:
    options = RenderOptions(parts=True)
    shown = pictures(argmap_load("west.yaml"), options=options, stands=place_in(to))
    assert [one.shortfall for one in shown if one.shortfall] == []
    assert 20 < len(shown) < 40


def test_a_heading_of_a_part_is_of_the_level_that_begins_slides() -> None:
    shown = slides_of(f"# A\n\n## B\n\n{PHONES_BLOCK}", "beamer")
    assert "\\section{A}" in shown
    assert "\\begin{frame}{Part 1: " in shown
    assert "\\section{Part" not in shown


def test_an_overview_shares_its_slide_with_a_heading_alone() -> None:
    shown = slides_of(f"# A\n\nWords.\n\n{PHONES_BLOCK}", "beamer")
    words = next(slide for slide in shown.split("\\end{frame}") if "Words." in slide)
    assert "includegraphics" not in words
