"""Refreshed documents, read by the real programs of their markup."""

import warnings
from pathlib import Path

import pytest
import typst
from click.testing import CliRunner
from markdown_it import MarkdownIt
from pypdf import PdfReader

from argmap.cli.embed import command
from tests.embed.sites import require, run, seen

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
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "tree.yaml").write_text(MAP)
    return tmp_path


def refreshed(name, text):
    Path(name).write_text(text)
    ended = CliRunner().invoke(command, [name])
    assert ended.exit_code == 0, ended.output
    return Path(name).read_text()


def places(begin, end, *shapes):
    return "".join(f"\n{begin} tree.yaml as={s}{end}\n\n{end_of(begin, end)}\n" for s in shapes)


def end_of(begin, end):
    return begin.replace("argmap:", "/argmap") + end


ANGLED = ("<!-- argmap:", " -->")


def test_markdown(project):
    text = refreshed("page.md", places(*ANGLED, "image", "html", "html", "inline", "outline"))
    page = project / "page.html"
    page.write_text(MarkdownIt("commonmark").render(text))
    found = seen(page)
    assert [SHOWN in figure["outline"] for figure in found["figures"]] == [True, True]
    assert found["duplicates"] == []
    assert '<img src="tree.svg"' in page.read_text()


def test_html(project):
    refreshed("page.html", places(*ANGLED, "image", "html", "html", "inline", "outline"))
    found = seen(project / "page.html")
    assert [SHOWN in figure["outline"] for figure in found["figures"]] == [True, True]
    assert found["duplicates"] == []


def test_restructuredtext(project):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from docutils.core import publish_string
    text = refreshed("page.rst", places(".. argmap:", "", "image", "html", "html", "outline"))
    settings = {"halt_level": 2, "report_level": 2}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        html = publish_string(text, writer_name="html5", settings_overrides=settings)
    page = project / "page.html"
    page.write_bytes(html)
    found = seen(page)
    assert [SHOWN in figure["outline"] for figure in found["figures"]] == [True, True]
    assert found["duplicates"] == []
    assert b'src="tree.svg"' in html


def test_typst(project):
    refreshed("page.typ", places("// argmap:", "", "image", "outline"))
    (project / "page.pdf").write_bytes(typst.compile(project / "page.typ"))
    words = " ".join(page.extract_text() for page in PdfReader(project / "page.pdf").pages)
    assert "100 % of_it, $5 #1 [x] <b> ~now~ \\ `a` {b} @c ^d" in " ".join(words.split())


def test_latex(project):
    require("pdflatex")
    body = refreshed("page.tex", places("% argmap:", "", "image", "outline"))
    head = "\\documentclass{article}\n\\usepackage[T1]{fontenc}\\usepackage{graphicx}\n"
    (project / "whole.tex").write_text(f"{head}\\begin{{document}}\n{body}\\end{{document}}\n")
    ended = run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "whole.tex", folder=".")
    assert ended.returncode == 0, ended.stdout
    words = " ".join(page.extract_text() for page in PdfReader("whole.pdf").pages)
    assert "Its roots lift the pavement." in " ".join(words.split())
