"""One list of what a picture depends on, for `--watch`, MkDocs, Sphinx and everybody else."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self

import pytest

from argmap.embed.hosts.hosting import Fence, hosted
from argmap.embed.library import Place, library_of
from tests.command import argmap, hear_ctrl_c
from tests.embed.sites import run

PARTS = {
    "pyproject.toml": '[tool.argmap]\ntheme = "looks/usual.yaml"\n',
    "looks/usual.yaml": "argmap-theme: 1\nbase: light\n",
    "looks/own.yaml": "argmap-theme: 1\nbase: light\n",
    "maps/tree.argdown": "[Plant]: Plant a tree.\n  + [Shade]\n\n@include(part.argdown)\n",
    "maps/part.argdown": "[Shade]: It gives shade.\n",
    "maps/tree.yaml": "argmap: 1\ninclude: ../more/roots.yaml\n"
    "style: {theme: ../looks/own.yaml}\nthesis:\n  text: A tree.\n"
    "  source: {ref: s, quote: 'A tree gives shade.'}\n"
    "sources: {s: {title: Book, file: ../texts/book.txt}}\n",
    "more/roots.yaml": "argmap: 1\nsources: {r: {title: Roots, file: roots.txt}}\n",
    "more/roots.txt": "Roots hold.\n",
    "texts/book.txt": "A tree gives shade.\n",
    "page.md": "<!-- argmap: maps/tree.yaml -->\n<!-- /argmap -->\n\n"
    "<!-- argmap: maps/tree.argdown as=outline -->\n<!-- /argmap -->\n",
}
BEHIND = {
    "maps/tree.yaml": {
        "maps/tree.yaml", "pyproject.toml", "looks/usual.yaml", "looks/own.yaml", "texts/book.txt",
        "more/roots.yaml", "more/roots.txt",
    },
    "maps/tree.argdown": {
        "maps/tree.argdown", "maps/part.argdown", "pyproject.toml", "looks/usual.yaml",
    },
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in PARTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def behind(*words: str) -> set[str]:
    document = Path("page.md")
    fence = Fence(words, "", document, Place("page.md", 1))
    found = hosted(fence, library=library_of(document))
    return {os.path.relpath(file.resolve()) for file in found.files}


@pytest.mark.parametrize("name", BEHIND)
def test_a_host_knows_all_files_behind_a_map(project: Path, name: str) -> None:
    assert behind(name) == BEHIND[name]
    themed = behind(name, "theme=../looks/own.yaml")
    assert themed == BEHIND[name] | {"looks/own.yaml"}


def test_a_map_that_cannot_be_shown_still_depends_on_its_files(project: Path) -> None:
    Path("maps/part.argdown").write_text("[Shade]: [\n  + <\n")
    Path("maps/tree.yaml").write_text("argmap: 1\nthesiss: x\n")
    assert {"maps/tree.yaml", "pyproject.toml"} <= behind("maps/tree.yaml")
    assert {"maps/tree.argdown", "pyproject.toml"} <= behind("maps/tree.argdown")


def test_a_map_whose_theme_cannot_be_used_depends_on_it(project: Path) -> None:
    Path("looks/own.yaml").write_text("argmap-theme: 1\nbase: drak\n")
    assert "looks/own.yaml" in behind("maps/tree.yaml")
    Path("looks/own.yaml").unlink()
    assert "looks/own.yaml" in behind("maps/tree.yaml")


class Watching:
    """A command that goes on until it is told to end."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "argmap", *arguments, "--watch"]
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=hear_ctrl_c
        )
        # What never says what is waited for is ended, and the test with it.
        self.patience = threading.Timer(60, self.process.kill)
        self.patience.start()

    def __enter__(self) -> Self:
        self.hear("watching")
        return self

    def __exit__(self, *_: None) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)
        self.patience.cancel()
        # Ctrl-C ends it as it should while it listens, and as ever while it draws.
        assert self.process.returncode in (0, 130)

    def hear(self, word: str) -> None:
        while word not in (line := self.process.stderr.readline()):
            assert line, "it ended"


@pytest.mark.parametrize(
    ("a_map", "name", "text"),
    [
        ("maps/tree.argdown", "maps/part.argdown", "[Shade]: It gives much shade.\n"),
        ("maps/tree.argdown", "pyproject.toml", "[tool.argmap]\n"),
        ("maps/tree.argdown", "looks/usual.yaml", "argmap-theme: 1\nbase: dark\n"),
        ("maps/tree.yaml", "more/roots.yaml", "argmap: 1\nclaims: [{id: r, text: Roots.}]\n"),
    ],
)
def test_render_watches_whatever_is_behind_a_map(
    project: Path, a_map: str, name: str, text: str
) -> None:
    with Watching("render", a_map, "-o", "tree.svg") as watching:
        Path(name).write_text(text)
        watching.hear("tree.svg is drawn")


def test_render_watches_an_included_file_while_it_has_faults(project: Path) -> None:
    with Watching("render", "maps/tree.yaml", "-o", "tree.svg") as watching:
        Path("more/roots.yaml").write_text("argmap: 1\nclaims: [\n")
        watching.hear("error")
        Path("more/roots.yaml").unlink()
        watching.hear("error")
        Path("more/roots.yaml").write_text(PARTS["more/roots.yaml"])
        watching.hear("tree.svg is drawn")


def test_embed_watches_its_documents_and_all_behind_them(project: Path) -> None:
    with Watching("embed", "page.md") as watching:
        Path("maps/part.argdown").write_text("[Shade]: It gives much shade.\n")
        watching.hear("1 of 2 places")
        assert "much shade" in Path("page.md").read_text()
        Path("looks/own.yaml").write_text("argmap-theme: 1\nbase: dark\n")
        watching.hear("page.md is refreshed")
        Path("maps/tree.yaml").write_text("argmap: 1\nthesiss: x\n")
        watching.hear("error")
        Path("maps/tree.yaml").write_text(PARTS["maps/tree.yaml"].replace("A tree.", "Two trees."))
        watching.hear("page.md is refreshed")
        assert "Two trees." in Path("tree.svg").read_text()


def test_embed_cannot_watch_and_only_check(project: Path) -> None:
    assert argmap("embed", "page.md", "--watch", "--check").code == 2


@pytest.mark.slow
def test_sphinx_reads_a_page_anew_when_an_included_file_changes(project: Path) -> None:
    Path("conf.py").write_text('project = "x"\nextensions = ["argmap.embed.hosts.sphinx"]\n')
    Path("index.rst").write_text("T\n=\n\n.. argmap:: maps/tree.argdown\n")
    command = ("python", "-m", "sphinx", "-b", "html", ".", "out")
    run(*command, folder=".")
    assert "It gives shade." in Path("out/index.html").read_text()
    Path("maps/part.argdown").write_text("[Shade]: It gives much shade.\n")
    run(*command, folder=".")
    assert "much shade" in Path("out/index.html").read_text()
