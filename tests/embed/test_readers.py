"""Refreshed documents, read by the real programs of their markup."""

import io
import json
import re
import warnings
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path
from typing import Any

import cmarkgfm
import markdown
import pytest
import typst
from click.testing import CliRunner
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt
from PIL import Image
from pypdf import PdfReader

from argmap.cli.commands.embed import command
from tests.browser import screenshot
from tests.embed.sites import chain, example, heights_of_pictures, require, run, seen

# Letters that mean something in one markup or another.
TEXT = "Plant a *tree* & 100 % of_it, $5 #1 [x] <b> ~now~ \\\\ `a` {b} @c ^d"
MAP = f"""\
argmap: 1
title: Trees
thesis:
  id: plant
  text: "{TEXT}"
  premises: [It gives shade.]
  rebuttals: [Its roots lift the pavement.]
"""
SHOWN = TEXT.replace("\\\\", "\\")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "tree.yaml").write_text(MAP)
    return tmp_path


def refreshed(name: str, text: str) -> str:
    Path(name).write_text(text)
    ended = CliRunner().invoke(command, [name])
    assert ended.exit_code == 0, ended.output
    return Path(name).read_text()


def places(begin: str, end: str, *shapes: str) -> str:
    return "".join(f"\n{begin} tree.yaml as={s}{end}\n\n{end_of(begin, end)}\n" for s in shapes)


def end_of(begin: str, end: str) -> str:
    return begin.replace("argmap:", "/argmap") + end


def words_of(html: str) -> str:
    """Return what a page says, without its markup and the styles of its pictures."""
    html = re.sub("</?span>", "", html)
    html = re.sub(r"<style>.*?</style>|<svg.*?</svg>|<[^>]*>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(html).split())


def github(text: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)


def python_markdown(text: str) -> str:
    return markdown.markdown(text, extensions=["tables"])


def by_pandoc(text: Any) -> Any:
    require("pandoc")
    command = ("pandoc", "--from", "markdown-smart", "page.qmd", "--wrap", "none")
    return run(*command, folder=".").stdout


def myst(text: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(text)


ANGLED = ("<!-- argmap:", " -->")
READERS = {
    "github.md": github,
    "myst.md": myst,
    "mkdocs.md": python_markdown,
    "page.qmd": by_pandoc,
}


@pytest.mark.parametrize("name", READERS)
def test_markdown_shows_what_the_map_says_and_no_markup_of_it(project: Path, name: str) -> None:
    sentence = "So <!-- argmap: tree.yaml as=claim --><!-- /argmap -->, *or* not."
    cell = sentence.replace("*or*", "**or**")
    text = refreshed(
        name,
        f"{sentence}\n\n{places(*ANGLED, 'claim', 'outline', 'image')}\n*after*\n\n"
        f"- item\n\n    <!-- argmap: tree.yaml as=outline -->\n    <!-- /argmap -->\n\n"
        f"| a | b |\n|---|---|\n| {cell} | x |\n",
    )
    html = READERS[name](text)
    told = words_of(html)
    assert told.count(f"So {SHOWN} , or not.") == 2
    assert told.count(f"{SHOWN} (is undecided)") == 2
    assert html.count("<em>after</em>") == html.count("<strong>or</strong>") == 1
    # The claims for and against are a list of their own below the thesis.
    assert len(re.findall(r"undecided\)</em>\s*(?:</p>\s*)?<ul>", html)) == 2
    (image,) = re.findall("<img [^>]*>", html, re.DOTALL)
    assert 'src="tree.svg"' in image
    assert "Plant a *tree*" in image
    assert html.count("<td") == 2


@pytest.mark.parametrize("name", ["github.md", "myst.md", "page.qmd"])
def test_a_line_that_begins_with_a_marker_says_the_same(project: Path, name: str) -> None:
    """The whole line is HTML to CommonMark, not to Pandoc."""
    text = refreshed(
        name,
        "<!-- argmap: tree.yaml as=verdict --><!-- /argmap -->, they say.\n\n"
        "- <!-- argmap: tree.yaml --><!-- /argmap -->\n\n"
        "<!-- argmap: tree.yaml as=claim --><!-- /argmap -->\n",
    )
    html = READERS[name](text)
    told = words_of(html)
    assert told.startswith("is undecided , they say.")
    assert html.count('<img src="tree.svg"') == 1
    assert told.endswith(SHOWN) or name == "page.qmd"


@pytest.mark.parametrize("name", ["myst.md", "mkdocs.md", "page.qmd"])
def test_pages_of_markdown_hold_figures(project: Path, name: str) -> None:
    listed = "1. item\n\n    <!-- argmap: tree.yaml as=html -->\n    <!-- /argmap -->\n"
    text = refreshed(
        name,
        places(*ANGLED, "html", "html", "inline")
        + "*after*\n\n<!-- argmap: tree.yaml as=inline --><!-- /argmap -->\n\n*and after*\n\n"
        + ("" if name == "mkdocs.md" else listed),
    )
    page = project / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8>{READERS[name](text)}")
    found = seen(page)
    figures = 2 if name == "mkdocs.md" else 3
    assert [SHOWN in figure["outline"] for figure in found["figures"]] == [True] * figures
    assert all(f["width"] > 0 and f["thesis"] != "rgb(0, 0, 0)" for f in found["figures"])
    assert page.read_text().count("<svg xmlns") == figures + 2
    assert found["duplicates"] == []
    assert "<em>after</em>" in page.read_text()
    assert "<em>and after</em>" in page.read_text()


def test_html(project: Path) -> None:
    (project / "copy.yaml").write_text(MAP + "# another file\n")
    text = places(*ANGLED, "image", "html", "html", "inline", "outline")
    sentence = "<p>So <!-- argmap: tree.yaml as=inline width=130 --><!-- /argmap --></p>"
    copies = places(*ANGLED, "html", "outline").replace("tree", "./copy")
    refreshed("page.html", f"<!doctype html><meta charset=utf-8>{text}{sentence}{copies}")
    found = seen(project / "page.html")
    assert [SHOWN in figure["outline"] for figure in found["figures"]] == [True] * 3
    assert found["duplicates"] == []


@pytest.mark.slow
def test_asciidoc(project: Path) -> None:
    require("asciidoctor")
    begin = "// argmap:"
    text = (
        f"= Trees\n\nSo{places(begin, '', 'claim').rstrip()}\nor _not_.\n{begin} tree.yaml\n"
        f"// /argmap\n_after_\n\n* item\n+\n{begin} tree.yaml as=outline\n// /argmap\n\n"
        f"* figure\n+\n{begin} tree.yaml as=html\n// /argmap\n\n"
        f"* next\n{places(begin, '', 'outline', 'html', 'html', 'inline')}"
    )
    text = refreshed("page.adoc", text.replace("So\n\n", "So\n").replace("\n\n// /", "\n// /"))
    ended = run("asciidoctor", "--failure-level", "INFO", "page.adoc", folder=".")
    assert (ended.returncode, ended.stdout) == (0, "")
    html = Path("page.html").read_text()
    told = words_of(html)
    assert f"So {SHOWN} or not ." in told
    assert told.count(f"{SHOWN} (is undecided)") == 2
    assert "<p><em>after</em>" in html
    # The list in the item stands in it, the other one beside the list of the page.
    assert re.search(r'item</p>\s*<div class="openblock">', html)
    assert re.search(r"figure</p>\s*<figure", html)
    assert len(re.findall(r"\(is undecided\)</em></p>\s*<div class=\"ulist\">", html)) == 2
    found = seen(project / "page.html")
    assert [SHOWN in figure["outline"] for figure in found["figures"]] == [True] * 3
    assert found["duplicates"] == []
    assert '<img src="tree.svg"' in html


AWKWARD = [
    "* star", ".NET is good", "1. first", "iv. fourth", "- dash", "= title", "NOTE: x", "# x",
    "// /argmap", "// comment", "| cell", "[x] done", ":field: x", "--flag x", "/V option",
    ">>> doctest", "(a) first", "It says::", "a. b", "+ plus", "~~~~", "'quoted'", "include::x[]",
    "100% sure", "“a” -- b", "a<b>c & d; &amp; $x$ @y", "{attribute} {{x}}", "`` ticks ``", "%",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("text", AWKWARD)
def test_a_claim_is_what_it_says_however_it_begins(project: Path, text: str) -> None:
    """Of all that is written, nothing begins a list, a title or a comment of the document."""
    (project / "tree.yaml").write_text(f"argmap: 1\nthesis: {json.dumps(text)}\n")
    for name, begin, end, html_of in (
        ("page.md", *ANGLED, github),
        ("page.rst", ".. argmap:", "", by_docutils),
        ("page.adoc", "// argmap:", "", by_asciidoctor),
        ("page.typ", "// argmap:", "", by_typst),
    ):
        shown = refreshed(name, places(begin, end, "claim", "outline evaluate=no"))
        told = words_of(html_of(shown))
        assert told == f"{text} {text}", name
        assert refreshed(name, shown) == shown


def by_docutils(text: str) -> str:
    settings = {"halt_level": 2, "report_level": 2, "embed_stylesheet": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from docutils.core import publish_parts

        return publish_parts(text, writer_name="html5", settings_overrides=settings)["body"]


def by_asciidoctor(text: str) -> str:
    require("asciidoctor")
    # Typographic signs are Asciidoctor’s own.
    command = ("asciidoctor", "-e", "-o", "-", "--failure-level", "INFO", "page.adoc")
    ended = run(*command, folder=".")
    assert ended.returncode == 0, ended.stdout
    return re.sub("&#8203;", "", ended.stdout)


def by_typst(text: str) -> str:
    pages = PdfReader(io.BytesIO(typst.compile("page.typ"))).pages
    return escape("".join(page.extract_text() for page in pages).replace("• ", ""))


def test_restructuredtext(project: Path) -> None:
    shapes = ("claim", "image", "html", "html", "outline", "verdict", "inline")
    text = refreshed("page.rst", places(".. argmap:", "", *shapes) + "\nEnd.\n")
    html = by_docutils(text)
    page = project / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8>{html}")
    found = seen(page)
    assert [SHOWN in figure["outline"] for figure in found["figures"]] == [True, True]
    assert found["duplicates"] == []
    assert 'src="tree.svg"' in html
    assert f"<p>{SHOWN}</p>" in unescape(html)
    assert "<p>is undecided</p>" in html


def test_typst(project: Path) -> None:
    refreshed("page.typ", places("// argmap:", "", "image", "outline", "claim"))
    (project / "page.pdf").write_bytes(typst.compile(project / "page.typ"))
    words = " ".join(page.extract_text() for page in PdfReader(project / "page.pdf").pages)
    rest = "100 % of_it, $5 #1 [x] <b> ~now~ \\ `a` {b} @c ^d"
    assert " ".join(words.split()).count(rest) >= 2
    (project / "page.png").write_bytes(typst.compile(project / "page.typ", format="png", ppi=30))
    with Image.open(project / "page.png") as seen_page:
        colours = seen_page.convert("RGB").getcolors(1 << 20)
    black = sum(count for count, colour in colours if max(colour) < 16)
    assert black < sum(count for count, _ in colours) / 50


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["OT1", "T1"])
def test_latex(project: Path, encoding: str) -> None:
    require("pdflatex")
    quoted = MAP.replace("Plant a", '[A] \\"quoted\\" -- ').replace("It gives", "Hm, it gives")
    (project / "tree.yaml").write_text(quoted)
    body = refreshed("page.tex", places("% argmap:", "", "image caption=100%", "outline", "claim"))
    packages = f"\\usepackage[{encoding}]{{fontenc}}\\usepackage{{graphicx}}"
    head = f"\\documentclass{{article}}\n{packages}\n"
    (project / "whole.tex").write_text(f"{head}\\begin{{document}}\n{body}\\end{{document}}\n")
    ended = run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "whole.tex", folder=".")
    assert ended.returncode == 0, ended.stdout
    words = " ".join(page.extract_text() for page in PdfReader("whole.pdf").pages)
    words = " ".join(words.split())
    for told in ("Its roots lift the pavement.", "[A] ”quoted” --", "Figure 1: 100%", "$5 #1 [x]"):
        assert told in words.replace('"', "”")


@pytest.mark.slow
def test_a_picture_in_latex_fits_its_page_and_is_not_enlarged(project: Path) -> None:
    require("pdflatex")
    (project / "chain.yaml").write_text(chain(12))
    (project / "small.yaml").write_text(chain(1))
    places = "".join(
        f"% argmap: {name}.yaml caption={name}\n% /argmap\n\\clearpage\n"
        for name in ("chain", "small")
    )
    body = refreshed("page.tex", places)
    head = "\\documentclass{article}\n\\usepackage{graphicx}\n\\begin{document}\n"
    Path("whole.tex").write_text(f"{head}{body}\\end{{document}}\n")
    ended = run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "whole.tex", folder=".")
    assert ended.returncode == 0, ended.stdout
    assert "Float too large" not in ended.stdout
    pages = PdfReader("whole.pdf").pages
    tall, small = (height for page in pages for height in heights_of_pictures(page))
    own = {n: float(PdfReader(f"{n}.pdf").pages[0].mediabox.height) for n in ("chain", "small")}
    assert tall < 0.8 * float(pages[0].mediabox.height) < own["chain"]
    assert small == pytest.approx(own["small"], abs=1)


def test_a_wide_picture_keeps_to_its_page_in_docutils(project: Path) -> None:
    wide = "argmap: 1\nstyle: {direction: down}\nthesis:\n  text: A.\n  arguments:\n"
    (project / "wide.yaml").write_text(wide + "".join(f"    - Reason {n}.\n" for n in range(9)))
    text = refreshed("page.rst", places(".. argmap:", "", "image").replace("tree", "wide"))
    assert "width: 100%" in by_docutils(text)
    assert "width" not in by_docutils(refreshed("page.rst", places(".. argmap:", "", "image")))


DARK_PAGE = "<!doctype html><meta charset=utf-8><style>:root { color-scheme: light dark }</style>"
PAGES: dict[str, tuple[str, str, Callable[[str], str]]] = {
    **{name: (*ANGLED, reader) for name, reader in READERS.items()},
    "page.adoc": ("// argmap:", "", by_asciidoctor),
    "page.rst": (".. argmap:", "", by_docutils),
    "page.html": (*ANGLED, str),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_pictures_follow_dark_pages(project: Path, name: str) -> None:
    begin, end, html_of = PAGES[name]
    text = refreshed(name, places(begin, end, *(["image"] if name == "github.md" else ["html"])))
    page = project / "shown.html"
    page.write_text(DARK_PAGE + html_of(text))
    if name != "github.md":
        light, dark = seen(page)["figures"], seen(page, dark=True)["figures"]
        shown = [figures[0]["thesis"] for figures in (light, dark)]
        assert shown == ["rgb(29, 53, 87)", "rgb(219, 231, 247)"]
        return
    shots = []
    for dark in (False, True):
        screenshot(page, project / "shown.png", dark=dark, width=700, height=300)
        with Image.open(project / "shown.png") as shot:
            shots.append(shot.convert("RGB").getpixel((30, 100)))
    assert shots == [(255, 255, 255), (15, 21, 32)]


@pytest.mark.slow
def test_the_examples_for_papers_and_pages(project: Path) -> None:
    require("pdflatex")
    example("papers", project)
    names = ("paper.tex", "paper.typ", "page.adoc", "page.rst")
    assert CliRunner().invoke(command, list(names)).exit_code == 0
    assert run("pdflatex", "-halt-on-error", "paper.tex", folder=".").returncode == 0
    for data in (Path("paper.pdf").read_bytes(), typst.compile("paper.typ")):
        pages = PdfReader(io.BytesIO(data)).pages
        words = " ".join("".join(page.extract_text() for page in pages).split())
        assert "Our plan is undecided for now." in words
        assert "We should plant a pear tree here." in words
        assert "Figure 1: Our plan" in words
    for name, html_of in (("page.adoc", by_asciidoctor), ("page.rst", by_docutils)):
        Path("shown.html").write_text(DARK_PAGE + html_of(Path(name).read_text()))
        (figure,) = seen(Path("shown.html"))["figures"]
        assert "pear tree" in figure["told"]
