"""A notebook that is run and converted by the real tools, and looked at in a browser."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import nh3
import pytest
from IPython.core.error import UsageError
from IPython.terminal.interactiveshell import TerminalInteractiveShell
from IPython.testing.globalipapp import start_ipython

import argmap
from argmap.embed.hosts.jupyter import cell, load_ipython_extension
from argmap.model import ArgumentMap
from tests.devtools import Page
from tests.embed.sites import BROKEN, example, run, seen
from tests.embed.test_parts import WEST
from tests.render.specimens import MAPS

pytestmark = pytest.mark.slow

PHONES = argmap.load(next(file for file in MAPS if file.stem.startswith("teaching")))
MAP = "argmap: 1\nthesis:\n  text: Stay\n  premises: [It is late.]\n"


@pytest.fixture(scope="module")
def shell() -> TerminalInteractiveShell:
    return start_ipython() or sys.modules["IPython"].get_ipython()


def notebook(folder: Path, sources: list[str]) -> None:
    cells = [nbformat.v4.new_code_cell(source, id=f"cell{n}") for n, source in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "trees.ipynb")


def converted(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run("jupyter", "nbconvert", "--execute", "--to", *options, "trees.ipynb", folder=folder)


def test_the_example_runs_and_shows_its_maps(tmp_path: Path) -> None:
    example("jupyter", tmp_path)
    cells = sorted(tmp_path.glob("cell-*.py"))
    notebook(tmp_path, [file.read_text() for file in cells])
    ended = converted(tmp_path, "html")
    assert ended.returncode == 0, ended.stdout
    found = seen(tmp_path / "trees.html")
    assert ["pear tree" in f["told"] for f in found["figures"]] == [True, False]
    assert all(0 < f["width"] <= f["room"] for f in found["figures"])
    assert found["duplicates"] == []
    assert "Label.UNDECIDED" in (tmp_path / "trees.html").read_text().replace("&#39;", "'")


def test_maps_in_markdown_cells_are_refreshed_and_converted(tmp_path: Path) -> None:
    (tmp_path / "tree.yaml").write_text(MAP)
    places = [f"<!-- argmap: tree.yaml{words} -->\n<!-- /argmap -->" for words in ("", " as=html")]
    sources = [*places, places[1]]
    cells = [nbformat.v4.new_markdown_cell(text, id=f"c{n}") for n, text in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "trees.ipynb")
    ended = run("argmap", "embed", "trees.ipynb", folder=tmp_path)
    assert ended.returncode == 0, ended.stdout
    nbformat.validate(nbformat.read(tmp_path / "trees.ipynb", as_version=4))
    assert converted(tmp_path, "html").returncode == 0
    light, dark = seen(tmp_path / "trees.html"), seen(tmp_path / "trees.html", dark=True)
    assert ["Stay" in figure["outline"] for figure in light["figures"]] == [True, True]
    assert light["duplicates"] == []
    assert 'src="tree.svg"' in (tmp_path / "trees.html").read_text()
    # A page of nbconvert is light, whatever the reader wishes.
    assert light["figures"][0]["thesis"] == dark["figures"][0]["thesis"]
    assert converted(tmp_path, "html", "--theme=dark").returncode == 0
    (themed, _) = seen(tmp_path / "trees.html")["figures"]
    assert themed["thesis"] == "rgb(219, 231, 247)"


def test_a_map_shows_itself() -> None:
    shown = argmap.loads(MAP)._repr_mimebundle_(include=None, exclude=None)
    assert list(shown) == ["text/html", "image/svg+xml", "text/plain"]
    assert shown["text/html"].startswith('<figure class="argmap-figure"')
    assert "Stay" in shown["text/plain"]


def test_a_map_that_cannot_be_drawn_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.embed.hosts.display.picture", _fail)
    shown = argmap.loads(MAP)._repr_mimebundle_()
    assert list(shown) == ["text/plain"]
    assert shown["text/plain"].endswith("no engine")


def _fail(a_map: ArgumentMap, **_: object) -> None:
    raise argmap.ArgmapError("no engine")


def test_a_cell_gives_its_map_a_name(
    shell: TerminalInteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    cell(shell, "--name late", MAP)
    assert shell.user_ns["late"] == argmap.loads(MAP)
    assert "It is late." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        ("", BROKEN, "<cell>:5:3: error[unknown-key] “premisses”"),
        ("--name 1x", MAP, "“1x” is no name of a variable"),
        ("--name", MAP, "“” is no name of a variable"),
        ("theem=dark", MAP, "there is no option “theem”"),
    ],
)
def test_what_is_wrong_with_a_cell_is_told(
    shell: TerminalInteractiveShell, line: str, text: str, told: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(told)):
        cell(shell, line, text)


def test_a_cell_gives_a_picture_as_well_and_a_file_can_be_shown_with_options(
    shell: TerminalInteractiveShell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tree.yaml").write_text(MAP)
    shown: list[Any] = []
    monkeypatch.setattr("argmap.embed.hosts.jupyter.display", shown.append)
    cell(shell, "", MAP)
    cell(shell, "tree.yaml theme=dark", "")
    cell(shell, "tree.yaml as=claim", "")
    bundles = [one._repr_mimebundle_() for one in shown]
    assert [set(one) for one in bundles] == [
        {"text/html", "image/svg+xml", "text/plain"},
        {"text/html", "image/svg+xml", "text/plain"},
        {"text/html", "text/plain"},
    ]
    assert bundles[0]["image/svg+xml"].startswith("<svg") or "<svg" in bundles[0]["image/svg+xml"]
    assert bundles[0]["image/svg+xml"] != bundles[1]["image/svg+xml"]


def test_the_magic_is_one_for_lines_and_for_cells(
    shell: TerminalInteractiveShell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tree.yaml").write_text(MAP)
    running = shell
    load_ipython_extension(running)
    assert running.run_cell("%argmap tree.yaml theme=dark").success
    assert running.run_cell(f"%%argmap\n{MAP}").success


def test_each_part_of_a_map_is_an_output_with_its_picture(tmp_path: Path) -> None:
    shutil.copy(WEST, tmp_path / "west.yaml")
    (tmp_path / "pyproject.toml").touch()
    notebook(tmp_path, ["%load_ext argmap.embed.hosts.jupyter", "%argmap west.yaml parts=yes"])
    ended = converted(tmp_path, "notebook", "--output", "run.ipynb")
    assert ended.returncode == 0, ended.stdout
    outputs = nbformat.read(tmp_path / "run.ipynb", as_version=4).cells[1].outputs
    assert len(outputs) > 5
    assert all("<svg" in output.data["image/svg+xml"] for output in outputs)
    assert outputs[2].data["text/plain"] == "Part 2: The best case"
    assert "".join(output.data["text/html"] for output in outputs).count("<figure ") == len(outputs)


# What JupyterLab leaves of a notebook that is not trusted: of the elements that we write no SVG, no
# style, and of buttons only the shape; images may bring their data along.
LEFT = {"a", "button", "details", "div", "em", "figcaption", "figure", "img", "li", "ol", "p"}
LEFT |= {"section", "small", "span", "strong", "summary", "ul"}
ATTRIBUTES = {
    "*": {"class", "dir", "hidden", "id", "lang", "style", "title"},
    "a": {"href", "tabindex"},
    "button": {"type"},
    "details": {"open"},
    "img": {"alt", "src"},
}
LOOK = """(() => {
  const box = one => one && one.getBoundingClientRect().width > 0;
  const image = document.querySelector('img.argmap-still');
  return {image: box(image), loaded: image.naturalWidth, told: document.body.innerText,
    drawing: !!box(document.querySelector('.argmap-frame > svg')),
    button: box(document.querySelector('.argmap-larger button')), alt: image.alt}})()"""


def cleaned(html: str) -> str:
    """Return HTML as a notebook shows it that is not trusted."""
    schemes = {"http", "https", "mailto", "data"}
    dropped = {"style", "script"}
    return nh3.clean(
        html, tags=LEFT, attributes=ATTRIBUTES, url_schemes=schemes, clean_content_tags=dropped
    )


def looked_at(browser: Page, html: str, folder: Path, css: str = "") -> dict[str, Any]:
    file = folder / "page.html"
    style = f"<style>img {{ max-width: 100% }} body {{ width: 760px }} {css}</style>"
    file.write_text(f'<!doctype html><meta charset="utf-8">{style}{html}', encoding="utf-8")
    browser.open(file)
    return browser.evaluate(LOOK)


def test_a_notebook_that_is_not_trusted_shows_an_image_and_the_outline(
    browser: Page, tmp_path: Path
) -> None:
    found = looked_at(browser, cleaned(PHONES._repr_mimebundle_()["text/html"]), tmp_path)
    assert (found["image"], found["drawing"], found["button"]) == (True, False, False)
    assert found["loaded"] > 700
    assert found["alt"].startswith("An argument map for")
    # Nothing but the caption and the folded outline.
    assert found["told"].split("\n") == ["Phones at school", "The argument as an outline"]


@pytest.mark.parametrize("css", ["", "[hidden] { display: none !important }"])
def test_a_notebook_that_is_trusted_shows_the_drawing_alone(
    browser: Page, tmp_path: Path, css: str
) -> None:
    found = looked_at(browser, PHONES._repr_mimebundle_()["text/html"], tmp_path, css)
    assert (found["image"], found["drawing"], found["button"]) == (False, True, True)
    browser.evaluate("document.querySelector('.argmap-larger button').click()")
    assert browser.evaluate(LOOK)["drawing"]


def test_only_maps_in_notebooks_are_made_to_be_cleaned(tmp_path: Path) -> None:
    (tmp_path / "tree.yaml").write_text(MAP)
    place = "<!-- argmap: tree.yaml as=html -->\n<!-- /argmap -->\n"
    cells = [nbformat.v4.new_markdown_cell(place, id="c1")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "trees.ipynb")
    (tmp_path / "trees.md").write_text(place)
    assert run("argmap", "embed", "trees.ipynb", "trees.md", folder=tmp_path).returncode == 0
    assert "argmap-still" in (tmp_path / "trees.ipynb").read_text()
    assert "argmap-still" not in (tmp_path / "trees.md").read_text()


def test_a_notebook_converted_with_nothing_that_is_not_safe_tells_the_outline(
    tmp_path: Path,
) -> None:
    notebook(tmp_path, [f"import argmap\nargmap.loads({MAP!r})"])
    safe = ("--HTMLExporter.sanitize_html=True", "--NbConvertBase.display_data_priority=text/plain")
    ended = converted(tmp_path, "html", *safe)
    assert ended.returncode == 0, ended.stdout
    text = (tmp_path / "trees.html").read_text()
    assert "+ ✓ It is late." in text
    assert "argmap-figure" not in text
