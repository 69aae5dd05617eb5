"""A notebook that is run and converted by the real tools, and looked at in a browser."""

import re
import shutil
import sys

import nbformat
import pytest
from IPython.core.error import UsageError
from IPython.testing.globalipapp import start_ipython

import argmap
from argmap.embed.hosts.jupyter import cell, load_ipython_extension
from tests.embed.sites import BROKEN, example, run, seen
from tests.embed.test_parts import WEST

MAP = "argmap: 1\nthesis:\n  text: Stay\n  premises: [It is late.]\n"


@pytest.fixture(scope="module")
def shell():
    return start_ipython() or sys.modules["IPython"].get_ipython()


def notebook(folder, sources):
    cells = [nbformat.v4.new_code_cell(source, id=f"cell{n}") for n, source in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "trees.ipynb")


def converted(folder, *options):
    return run("jupyter", "nbconvert", "--execute", "--to", *options, "trees.ipynb", folder=folder)


def test_the_example_runs_and_shows_its_maps(tmp_path):
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


def test_maps_in_markdown_cells_are_refreshed_and_converted(tmp_path):
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


def test_a_map_shows_itself():
    shown = argmap.loads(MAP)._repr_mimebundle_(include=None, exclude=None)
    assert list(shown) == ["text/html", "image/svg+xml", "text/plain"]
    assert shown["text/html"].startswith('<figure class="argmap-figure"')
    assert "Stay" in shown["text/plain"]


def test_a_map_that_cannot_be_drawn_is_told(monkeypatch):
    monkeypatch.setattr("argmap.embed.hosts.display.picture", _fail)
    shown = argmap.loads(MAP)._repr_mimebundle_()
    assert list(shown) == ["text/plain"]
    assert shown["text/plain"].endswith("no engine")


def _fail(a_map):
    raise argmap.ArgmapError("no engine")


def test_a_cell_gives_its_map_a_name(shell, capsys):
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
def test_what_is_wrong_with_a_cell_is_told(shell, line, text, told):
    with pytest.raises(UsageError, match=re.escape(told)):
        cell(shell, line, text)


def test_a_cell_gives_a_picture_as_well_and_a_file_can_be_shown_with_options(
    shell, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tree.yaml").write_text(MAP)
    shown = []
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


def test_the_magic_is_one_for_lines_and_for_cells(shell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tree.yaml").write_text(MAP)
    running = shell
    load_ipython_extension(running)
    assert running.run_cell("%argmap tree.yaml theme=dark").success
    assert running.run_cell(f"%%argmap\n{MAP}").success


def test_each_part_of_a_map_is_an_output_with_its_picture(tmp_path):
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
