"""Explorers of figures: files beside a document that figures lead to or show, kept as current."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.application import application
from argmap.embed.explorers import state_for
from argmap.embed.options import OptionError, request_of
from argmap.languages import words_in
from argmap.picture_files.origin import origin_of
from argmap.picture_files.ownership import is_own
from argmap.pipeline import dumps, load
from tests.render.specimens import MAPS

MAP = (
    "argmap: 1\ntitle: Trees\nthesis:\n  id: plant\n  text: Plant a tree.\n"
    "  premises: [{id: shade, text: It gives shade.}]\n"
)
SUFFIXES = {
    ".md": "<!-- argmap: tree.yaml {} -->\n<!-- /argmap -->\n",
    ".html": "<!-- argmap: tree.yaml {} -->\n<!-- /argmap -->\n",
    ".qmd": "<!-- argmap: tree.yaml {} -->\n<!-- /argmap -->\n",
    ".rst": ".. argmap: tree.yaml {}\n.. /argmap\n",
    ".adoc": "// argmap: tree.yaml {}\n// /argmap\n",
}
LINK = {
    ".md": "[Open the explorer](tree.explorer.html)",
    ".qmd": "[Open the explorer](tree.explorer.html)",
    ".html": '<a href="tree.explorer.html">Open the explorer</a>',
    ".rst": "`Open the explorer <tree.explorer.html>`__",
    ".adoc": "link:tree.explorer.html[Open the explorer]",
}
FRAME = re.compile(r'<iframe class="argmap-live" [^>]*src="([^"]*)"[^>]*></iframe>')


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tree.yaml").write_text(MAP)
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def embed(*arguments: str) -> Result:
    return CliRunner().invoke(application, ["embed", *arguments])


def embedded(text: str, name: str = "page.md") -> str:
    Path(name).write_text(text, encoding="utf-8")
    done = embed(name)
    assert done.exit_code == 0, done.output
    return Path(name).read_text(encoding="utf-8")


def refused(text: str, name: str = "page.md") -> str:
    Path(name).write_text(text, encoding="utf-8")
    done = embed(name)
    assert done.exit_code == 1, done.output
    assert Path(name).read_text(encoding="utf-8") == text
    return done.output


def place(words: str, suffix: str = ".md") -> str:
    return SUFFIXES[suffix].format(words)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_figure_of_any_page_leads_to_its_explorer(project: Path, suffix: str) -> None:
    found = embedded(place("explorer=beside", suffix), f"page{suffix}")
    assert found.count(LINK[suffix]) == 1
    assert (project / "tree.explorer.html").read_text().startswith("<!doctype html>")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_figure_of_any_page_shows_its_explorer(project: Path, suffix: str) -> None:
    found = embedded(place("figure=explorer height=400", suffix), f"page{suffix}")
    assert FRAME.findall(found) == ["tree.explorer.html"]
    assert 'style="height: 400px"' in found
    # The picture stands there on paper, and no file of it is needed.
    assert "<svg" in found
    assert {file.name for file in project.glob("tree*")} == {"tree.yaml", "tree.explorer.html"}


@pytest.mark.parametrize("words", ["explorer=beside", "explorer=beside as=html", "figure=explorer"])
def test_a_second_time_nothing_is_written_until_the_map_changes(project: Path, words: str) -> None:
    embedded(place(words))
    explorer = project / "tree.explorer.html"
    before = {file: file.stat().st_mtime_ns for file in project.iterdir()}
    assert embed("page.md").exit_code == 0
    assert embed("--check", "page.md").exit_code == 0
    assert {file: file.stat().st_mtime_ns for file in project.iterdir()} == before
    # A remark below the claim is no part of the picture.
    (project / "tree.yaml").write_text(MAP.replace("id: plant\n", "id: plant\n  note: In May.\n"))
    stale = embed("--check", "page.md")
    assert stale.exit_code == 1
    assert "the explorer tree.explorer.html does not show the map as it is now" in stale.output
    assert "In May" not in explorer.read_text()
    assert embed("page.md").exit_code == 0
    assert "In May" in explorer.read_text()
    assert embed("--check", "page.md").exit_code == 0


def test_an_explorer_with_the_line_ends_of_windows_is_no_stale_one(project: Path) -> None:
    embedded(place("explorer=beside"))
    explorer = project / "tree.explorer.html"
    explorer.write_bytes(explorer.read_bytes().replace(b"\n", b"\r\n"))
    assert embed("--check", "page.md").exit_code == 0


def test_an_explorer_says_of_which_map_it_is(project: Path) -> None:
    embedded(place("explorer=beside theme=dark below=shade output=a/b.svg"))
    explorer = (project / "a/b.explorer.html").read_bytes()
    assert is_own(explorer)
    # It shows the whole map, wherever its figure begins.
    assert origin_of(explorer).words == ("../tree.yaml", "theme=dark")
    assert origin_of(explorer.replace(b"\n", b"\r\n")) == origin_of(explorer)


@pytest.mark.parametrize("content", ["<!doctype html>\n<title>Mine</title>\n", "words"])
def test_a_file_of_somebody_else_stays_as_it_is(project: Path, content: str) -> None:
    (project / "tree.explorer.html").write_text(content)
    told = refused(place("explorer=beside"))
    assert "“tree.explorer.html” is there already and was not drawn by argmap" in told
    assert (project / "tree.explorer.html").read_text() == content
    assert not (project / "tree.svg").exists()


def test_the_explorer_of_another_map_stays_as_it_is(project: Path) -> None:
    embedded(place("explorer=beside"))
    (project / "maps").mkdir()
    (project / "maps/tree.yaml").write_text(MAP.replace("Plant", "Fell"))
    text = place("figure=explorer").replace("tree.yaml", "maps/tree.yaml")
    assert "“tree.explorer.html” shows another map, tree.yaml" in refused(text, "other.md")
    named = embedded(text.replace("figure=", "output=maps/t.explorer.html figure="), "other.md")
    assert FRAME.findall(named) == ["maps/t.explorer.html"]


def test_two_figures_of_one_map_share_an_explorer_and_begin_where_each_is(project: Path) -> None:
    text = place("explorer=beside output=a.svg") + "\n" + place("explorer=beside below=shade")
    assert "[Open the explorer](tree.explorer.html#claim=shade)" in embedded(text)
    other = text.replace("=a.svg", "=tree.svg theme=dark").replace(" below=shade", "")
    assert "is another picture already" in refused(other, "other.md")


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("", ""),
        ("below=a,b", "#claim=a"),
        ("focus=a depth=1", "#claim=a"),
        ("collapse=a,b", "#fold=a,b"),
        ("below=c collapse=a", "#claim=c&fold=a"),
        ("focus=été", "#claim=%C3%A9t%C3%A9"),
    ],
)
def test_an_explorer_begins_where_its_figure_is(words: str, state: str) -> None:
    assert state_for(request_of(words.split()).options) == state


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("figure=explorer parts=yes", "an explorer shows the map in one piece; leave out “parts”"),
        ("figure=explorer parts=yes part=1", "in one piece; leave out “parts”"),
        ("figure=explorer part=1", "in one piece; leave out “part”"),
        ("figure=explorer explorer=beside", "shows the explorer itself; leave out “explorer”"),
        ("figure=explorer telephone=yes", "“telephone” is for a picture"),
        ("figure=explorer as=image", "“figure” is for as=html"),
        ("figure=explorer as=outline", "“figure” is for as=html"),
        ("explorer=beside as=claim", "“explorer” is for as=image or as=html"),
        ("explorer=besides", "did you mean “beside”?"),
        ("figure=explore", "did you mean “explorer”?"),
        ("source-texts=all", "“source-texts” is for an explorer; write explorer=beside"),
        ("with-layout", "“with-layout” is for an explorer; write explorer=beside"),
        ("height=300", "“height” is for figure=explorer"),
        ("figure=explorer height=3", "“height”"),
    ],
)
def test_what_does_not_go_together_is_told(words: str, told: str) -> None:
    with pytest.raises(OptionError, match=re.escape(told)):
        request_of(words.split())


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.tex", "% argmap: tree.yaml explorer=beside\n% /argmap\n", "read in a browser"),
        ("a.typ", "// argmap: tree.yaml figure=explorer\n// /argmap\n", "read in a browser"),
        ("a.md", "So " + place("explorer=beside").replace("\n", "") + ".\n", "lines of their own"),
        ("a.md", "So " + place("figure=explorer").replace("\n", "") + ".\n", "lines of their own"),
    ],
)
def test_what_a_document_cannot_hold_is_told(name: str, text: str, told: str) -> None:
    assert told in refused(text, name)


@pytest.mark.parametrize(
    ("words", "is_told"), [("figure=explorer", True), ("explorer=beside", False)]
)
def test_markdown_in_a_notebook_has_links_and_no_frames(words: str, is_told: bool) -> None:
    cell = {"cell_type": "markdown", "metadata": {}, "source": place(words), "id": "one"}
    whole = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    Path("page.ipynb").write_text(json.dumps(whole))
    done = embed("page.ipynb")
    assert done.exit_code == int(is_told), done.output
    assert ("take frames out" in done.output) == is_told


def test_of_a_map_in_parts_the_overview_leads_to_the_explorer(project: Path) -> None:
    (project / "tree.yaml").write_text(dumps(load(MAPS[-1])))
    for shape in ("image", "html"):
        found = embedded(place(f"explorer=beside parts=yes as={shape}"), f"{shape}.md")
        assert found.count("tree.explorer.html") == 1
        assert found.index("tree.explorer.html") < len(found) / 2


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru"])
def test_the_link_speaks_the_language_of_the_map(project: Path, language: str) -> None:
    (project / "tree.yaml").write_text(MAP.replace("title", f"language: {language}\ntitle"))
    words = words_in(language).open_explorer
    assert f"[{words}](tree.explorer.html)" in embedded(place("explorer=beside"))
    assert (words == "Open the explorer") == (language == "en")


def test_an_explorer_is_readable_at_any_size_so_that_no_letters_are_too_small(
    project: Path,
) -> None:
    (project / "tree.yaml").write_text(dumps(load(MAPS[-1])))
    (project / "page.md").write_text(place("figure=explorer"))
    assert "too-small-to-read" not in embed("page.md").output
    (project / "page.md").write_text(place("explorer=beside as=html"))
    assert "too-small-to-read" in embed("page.md").output


def test_the_text_of_a_source_goes_into_the_explorer_alone_and_keeps_it_current(
    project: Path,
) -> None:
    text = MAP.replace("thesis:", "sources:\n  report: {title: R, file: r.txt}\nthesis:")
    (project / "tree.yaml").write_text(text)
    (project / "r.txt").write_text("A tree gives shade.\n")
    embedded(place("explorer=beside source-texts=all"))
    assert "A tree gives shade." in (project / "tree.explorer.html").read_text()
    assert origin_of((project / "tree.svg").read_bytes()).words == ("tree.yaml",)
    (project / "r.txt").write_text("A tree gives pears.\n")
    assert "the explorer tree.explorer.html does not" in embed("--check", "page.md").output
    assert embed("page.md").exit_code == 0
    assert "gives pears" in (project / "tree.explorer.html").read_text()


def test_nothing_that_a_map_says_gets_out_of_its_frame(project: Path) -> None:
    (project / "tree.yaml").write_text(MAP.replace("Trees", "'\"></iframe><b>Trees & co'"))
    found = embedded(place("figure=explorer"))
    assert FRAME.findall(found) == ["tree.explorer.html"]
    assert "<b>" not in found
