"""Real builds of Sphinx: HTML looked at in a browser, LaTeX, text, and what changes build again."""

import re
import subprocess
import textwrap
from pathlib import Path

import pytest
from pypdf import PdfReader

from argmap.pipeline import dumps
from tests.bench.random_argument import random_argument
from tests.devtools import browser_page
from tests.embed.sites import BROKEN, example, require, run, seen

pytestmark = pytest.mark.slow

DIRECTIVE = ".. argmap::\n\n" + textwrap.indent(BROKEN, "   ")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return example("sphinx", tmp_path)


def build(folder: Path, builder: str = "html", *options: str) -> subprocess.CompletedProcess[str]:
    command = ("sphinx-build", "-b", builder, "-d", "doctrees", *options, ".", builder)
    return run(*command, folder=folder)


def test_the_example_shows_a_picture_with_its_description_and_outline(site: Path) -> None:
    ended = build(site, "html", "-W")
    assert ended.returncode == 0, ended.stdout
    found = seen(site / "html/index.html")
    (figure,) = found["figures"]
    assert 0 < figure["width"] <= figure["room"]
    assert "pear tree" in figure["told"]
    assert "lift the pavement" in figure["outline"]
    assert (found["outlines"], found["duplicates"], found["problems"]) == (2, [], [])
    assert 'id="our-plan"' in (site / "html/index.html").read_text()


def test_references_tell_the_caption_and_the_number(site: Path) -> None:
    (site / "conf.py").write_text((site / "conf.py").read_text() + "numfig = True\n")
    page = (site / "index.rst").read_text()
    (site / "index.rst").write_text(page + "\nSee :ref:`our-plan`, :numref:`our-plan`.\n")
    assert build(site, "html", "-W").returncode == 0
    html = (site / "html/index.html").read_text()
    assert re.search(r"<figcaption [^>]*>Fig. 1 Our plan</figcaption>", html)
    assert re.findall(r'href="#our-plan"><span[^>]*>([^<]*)', html) == [
        "Our plan",
        "Fig. 1",
    ]
    assert build(site, "latex", "-W").returncode == 0
    latex = next((site / "latex").glob("*.tex")).read_text()
    assert "Fig.\\@ \\ref{\\detokenize{index:our-plan}}" in latex


def test_flags_are_options_of_the_directive(site: Path) -> None:
    (site / "index.rst").write_text(
        "Trees\n=====\n\n.. argmap:: tree.yaml\n   :no-legend:\n   :evaluate: no\n"
    )
    assert build(site, "html", "-W").returncode == 0
    html = (site / "html/index.html").read_text()
    assert 'class="legend"' not in html
    assert 'class="badge' not in html


MARKED = """(() => {
  document.head.insertAdjacentHTML(
    'beforeend', '<style>.theirs section ul li { list-style: disc; margin: 24px }</style>');
  document.body.classList.add('theirs');
  const style = getComputedStyle(document.querySelector('.argmap-outline li'));
  return [style.listStyleType, style.marginLeft];
})()"""


def test_a_theme_puts_no_marks_into_an_outline(site: Path) -> None:
    """As that of Read the Docs does in all lists."""
    assert build(site, "html", "-W").returncode == 0
    with browser_page() as tab:
        tab.open(site / "html/index.html")
        assert tab.evaluate(MARKED) == ["none", "0px"]


# The ground of a thesis by day and by night.
DAY, NIGHT = "rgb(29, 53, 87)", "rgb(219, 231, 247)"
DARK = """(() => {
  const fills = () => [...document.querySelectorAll('svg.argmap')].map(
    svg => getComputedStyle(svg.querySelector('.thesis .frame')).fill);
  document.body.dataset.theme = 'light';
  const light = fills();
  document.body.dataset.theme = 'dark';
  return [light, fills()];
})()"""


def test_the_button_of_a_theme_makes_pictures_dark(site: Path) -> None:
    """As in Furo: its button sets an attribute of the page."""
    page = (site / "index.rst").read_text()
    (site / "index.rst").write_text(page + "\n.. argmap:: tree.yaml\n   :as: inline\n")
    assert build(site, "html", "-W").returncode == 0
    for dark in (False, True):
        with browser_page(dark=dark) as tab:
            tab.open(site / "html/index.html")
            light, shown_dark = tab.evaluate(DARK)
        # The drawing for telephones is one of them.
        assert light == [DAY] * 3
        assert shown_dark == [NIGHT] * 3


def test_myst_shows_maps_as_well_in_parallel_on_one_page(site: Path) -> None:
    conf = site / "conf.py"
    text = conf.read_text().replace('.sphinx"]', '.sphinx", "myst_parser"]')
    conf.write_text(text + 'myst_fence_as_directive = ["argmap"]\n')
    pages = [f"page{number}" for number in range(6)]
    for page in pages:
        maps = "```{argmap} tree.yaml\n```\n\n```argmap tree.yaml as=claim\n```\n"
        (site / f"{page}.md").write_text(f"# {page}\n\n{maps}")
    listed = "".join(f"   {page}\n" for page in pages)
    (site / "index.rst").write_text(f"Trees\n=====\n\n.. toctree::\n\n{listed}")
    ended = build(site, "singlehtml", "-W", "-j", "2")
    assert ended.returncode == 0, ended.stdout
    found = seen(site / "singlehtml/index.html")
    assert len(found["figures"]) == 6
    assert found["duplicates"] == []


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("index.rst", f"Trees\n=====\n\n* one\n\n{textwrap.indent(DIRECTIVE, '  ')}", "11:8"),
        ("index.md", f"# Trees\n\n```{{argmap}}\n{BROKEN}```\n", "7:3"),
    ],
)
def test_a_broken_map_is_a_box_and_a_warning_with_its_line(
    site: Path, name: str, text: str, place: str
) -> None:
    (site / "index.rst").unlink()
    (site / name).write_text(text)
    (site / "conf.py").write_text('extensions = ["argmap.embed.hosts.sphinx", "myst_parser"]\n')
    ended = build(site)
    assert ended.returncode == 0
    assert ended.stdout.count(f"{name}:{place}: error[unknown-key]") == 1
    (problem,) = seen(site / "html/index.html")["problems"]
    assert "premisses" in problem
    strict = build(site, "html", "-W", "-E")
    assert strict.returncode == 1


def test_latex_gets_the_picture_as_pdf(site: Path) -> None:
    ended = build(site, "latex", "-W")
    assert ended.returncode == 0, ended.stdout
    (drawn,) = (site / "latex").glob("argmap-*.pdf")
    assert drawn.read_bytes().startswith(b"%PDF-")
    source = next((site / "latex").glob("*.tex")).read_text()
    assert f"keepaspectratio]{{{{{drawn.stem}}}.pdf}}" in source
    assert "\\caption{Our plan}" in source
    assert "The bench should stay." in source


def test_a_pdf_has_the_picture_and_its_words_wherever_it_stands(site: Path) -> None:
    require("pdflatex")
    page = (site / "index.rst").read_text()
    note = "\n.. note::\n\n   .. argmap:: tree.yaml\n      :no-legend:\n"
    table = "\n.. list-table::\n\n   * - .. argmap:: tree.yaml\n"
    (site / "index.rst").write_text(page + note + table)
    assert build(site, "latex", "-W").returncode == 0
    (source,) = (site / "latex").glob("*.tex")
    for _ in range(2):
        command = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", source.name)
        ended = run(*command, folder=site / "latex")
        assert ended.returncode == 0, ended.stdout
    pages = PdfReader(source.with_suffix(".pdf")).pages
    words = " ".join("".join(page.extract_text() for page in pages).split())
    assert words.count("We should plant a pear tree here.") == 3
    assert "Our plan" in words
    # A title that is the caption, of two of them, is not in the picture as well.
    assert words.count("A tree for the square") == 2


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "xml", "epub"])
def test_every_other_builder_has_the_words(site: Path, builder: str) -> None:
    conf = site / "conf.py"
    conf.write_text(conf.read_text() + 'man_pages = [("index", "square", "", [], 1)]\n')
    conf.write_text(conf.read_text() + 'version = copyright = "1"\nexclude_patterns = ["xml"]\n')
    ended = build(site, builder, "-W")
    assert ended.returncode == 0, ended.stdout
    files = [f for f in (site / builder).rglob("*") if f.is_file()]
    texts = [file.read_bytes().replace(b"\n", b" ") for file in files]
    assert any(b"plant a pear tree" in text for text in texts)


def test_a_document_is_built_again_when_its_map_has_changed(site: Path) -> None:
    assert build(site).returncode == 0
    again = build(site)
    assert "0 added, 0 changed" in again.stdout
    text = (site / "tree.yaml").read_text()
    (site / "tree.yaml").write_text(text.replace("pear", "plum"))
    changed = build(site)
    assert "0 added, 1 changed" in changed.stdout
    assert "plum tree" in (site / "html/index.html").read_text()


def test_nothing_outside_the_project_is_read_unless_it_is_said(site: Path) -> None:
    inner = site / "docs"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("")
    (inner / "conf.py").write_text('extensions = ["argmap.embed.hosts.sphinx"]\n')
    (inner / "index.rst").write_text("Trees\n=====\n\n.. argmap:: ../tree.yaml\n")
    ended = build(inner)
    assert "index.rst:4: “../tree.yaml” lies outside" in ended.stdout
    settings = 'extensions = ["argmap.embed.hosts.sphinx"]\nargmap_root = ".."\n'
    (inner / "conf.py").write_text(settings)
    assert build(inner, "html", "-W").returncode == 0


def test_a_path_that_begins_with_a_stroke_is_from_the_source_folder(site: Path) -> None:
    (site / "sub").mkdir()
    (site / "sub/page.rst").write_text(
        "Sub\n===\n\n.. argmap:: /tree.yaml\n\n.. argmap::\n   :file: /tree.yaml\n   :theme: dark\n"
    )
    (site / "index.rst").write_text("T\n=\n\n.. toctree::\n\n   sub/page\n")
    ended = build(site, "html", "-W")
    assert ended.returncode == 0, ended.stdout
    assert len(seen(site / "html/sub/page.html")["figures"]) == 2


def test_a_map_has_the_class_the_side_and_the_room_that_a_figure_can_have(site: Path) -> None:
    options = "   :align: right\n   :class: big wide\n   :width: 50%\n"
    (site / "index.rst").write_text(f"T\n=\n\n.. argmap:: tree.yaml\n{options}")
    ended = build(site, "html", "-W")
    assert ended.returncode == 0, ended.stdout
    html = (site / "html/index.html").read_text()
    assert '<div class="big wide align-right" style="width: 50%; max-width: 100%"><figure' in html
    (site / "index.rst").write_text("T\n=\n\n.. argmap:: tree.yaml\n   :width: 200\n")
    assert build(site, "html", "-W").returncode == 0
    (site / "index.rst").write_text("T\n=\n\n.. argmap:: tree.yaml\n   :align: up\n")
    assert '"up" unknown; choose from "left", "center", or "right"' in build(site).stdout


LINKED = """\
argmap: 1
title: A *tree*
sources: {s: {title: S, url: "http://127.0.0.1:9/source"}}
thesis:
  text: We should plant a tree.
  link: ../sub/page.rst#other
  source: s
  premises: [{text: It gives shade., link: missing.html}]
"""
LINKING = """\
Square
======

.. toctree::

   sub/page

.. argmap:: maps/tree.yaml
   :caption: Our *plan*, see :ref:`other`
"""
BESIDE = """\
.. _other:

Other
=====

.. argmap:: /maps/tree.yaml
   :caption: Beside
   :align: right
   :class: big
   :width: 40%

Text beside.

.. argmap:: /maps/tree.yaml
   :width: 300px
"""


@pytest.fixture
def linked(site: Path) -> Path:
    (site / "maps").mkdir()
    (site / "maps/tree.yaml").write_text(LINKED)
    (site / "sub").mkdir()
    (site / "index.rst").write_text(LINKING)
    (site / "sub/page.rst").write_text(BESIDE)
    return site


def captions(page: Path) -> list[str]:
    return re.findall(r"<figcaption[^>]*>(.*)</figcaption>", page.read_text())


def test_a_caption_is_text_of_the_document_and_a_title_is_not(linked: Path) -> None:
    assert build(linked, "html", "-W").returncode == 0
    (caption,) = captions(linked / "html/index.html")
    assert caption.startswith("Our <em>plan</em>, see <a ")
    assert 'href="sub/page.html#other"' in caption
    assert captions(linked / "html/sub/page.html") == ["Beside", "A *tree*"]
    assert build(linked, "latex", "-W").returncode == 0
    latex = next((linked / "latex").glob("*.tex")).read_text()
    assert r"\caption{Our \sphinxstyleemphasis{plan}, see {\hyperref" in latex
    assert build(linked, "text", "-W").returncode == 0
    assert "**Our *plan*, see Other**" in (linked / "text/index.txt").read_text()


def test_captions_are_translated_and_titles_left_alone(linked: Path) -> None:
    assert build(linked, "gettext", "-W", "-D", "gettext_compact=0").returncode == 0
    found = (linked / "gettext/index.pot").read_text()
    assert 'msgid "Our *plan*, see :ref:`other`"' in found
    assert "A *tree*" not in (linked / "gettext/sub/page.pot").read_text()
    folder = linked / "locale/de/LC_MESSAGES"
    folder.mkdir(parents=True)
    told = 'msgid "Our *plan*, see :ref:`other`"\nmsgstr "Unser *Plan*, siehe :ref:`other`"\n'
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (folder / "index.po").write_text(head + told)
    options = ("-D", "language=de", "-D", "locale_dirs=locale", "-D", "gettext_compact=0")
    assert build(linked, "html", "-E", *options).returncode == 0
    (caption,) = captions(linked / "html/index.html")
    assert caption.startswith("Unser <em>Plan</em>, siehe <a ")


def test_linkcheck_tries_what_a_map_leads_to(linked: Path) -> None:
    build(linked, "linkcheck")
    found = (linked / "linkcheck/output.txt").read_text()
    assert "[broken] http://127.0.0.1:9/source" in found
    assert "[broken] maps/missing.html" in found
    assert "[broken] ../maps/missing.html" in found
    assert "page.rst" not in found.replace("sub/page.rst:", "")


@pytest.mark.parametrize(("builder", "link"), [("html", "sub/page.html"), ("dirhtml", "sub/page/")])
def test_links_of_a_map_lead_to_documents_as_they_are_built(
    linked: Path, builder: str, link: str
) -> None:
    assert build(linked, builder).returncode == 0
    assert f'href="{link}#other"' in (linked / builder / "index.html").read_text()
    beside = linked / builder / ("sub/page.html" if builder == "html" else "sub/page/index.html")
    (own,) = set(re.findall(r'href="([^"]*#other)"', beside.read_text())) - {"#other"}
    assert own == ("page.html#other" if builder == "html" else "./#other")


def test_latex_has_the_side_the_width_and_the_class_as_well(linked: Path) -> None:
    assert build(linked, "latex", "-W").returncode == 0
    latex = next((linked / "latex").glob("*.tex")).read_text()
    assert r"\begin{sphinxuseclass}{big}" in latex
    assert r"\begin{wrapfigure}{r}{0.400\linewidth}" in latex
    assert r"width=\ifdim225bp>\linewidth\linewidth\else225bp\fi" in latex


def test_a_page_of_latex_that_nobody_can_read_is_a_warning_that_can_be_suppressed(
    site: Path,
) -> None:
    (site / "tree.yaml").write_text(dumps(random_argument(60)))
    strict = build(site, "latex", "-W")
    assert strict.returncode == 1
    assert "letters would be" in strict.stdout
    assert "on a page of LaTeX" in strict.stdout
    quiet = "suppress_warnings=argmap.too-small-to-read"
    assert build(site, "latex", "-E", "-W", "-D", quiet).returncode == 0
    assert build(site, "html", "-W").returncode == 0
