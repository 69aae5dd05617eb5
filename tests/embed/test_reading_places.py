"""What is too small to read is told by `argmap embed` and by strict builds of hosts."""

import logging
from pathlib import Path

import markdown
import pytest
from click.testing import CliRunner, Result

from argmap.cli.application import application
from argmap.destinations import Destination
from argmap.embed.documents.syntaxes import syntax_of
from argmap.embed.reading_places import BEAMER_SLIDE, LATEX_PAGE, place_of
from argmap.errors import ArgmapError
from argmap.pipeline import dumps
from tests.bench.random_argument import random_argument


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "large.yaml").write_text(dumps(random_argument(40)))
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def embed(text: str, *options: str, name: str = "page.md") -> Result:
    Path(name).write_text(text)
    return CliRunner().invoke(application, ["embed", *options, name])


def place(options: str = "") -> str:
    return f"<!-- argmap: large.yaml {options} -->\n<!-- /argmap -->\n"


TOLD = "warning[too-small-to-read] letters would be"


@pytest.mark.parametrize("options", ["", "as=inline", "as=html", "format=png"])
def test_embed_tells_what_nobody_can_read_in_the_column_of_a_page(options: str) -> None:
    done = embed(place(options))
    assert f"page.md:1:1: {TOLD}" in done.output
    assert "px high in 760 px; write fit=760" in done.output
    assert done.exit_code == 0


@pytest.mark.parametrize("options", ["fit=760", "direction=column", "as=outline", "as=claim"])
def test_embed_is_silent_where_all_can_be_read(options: str) -> None:
    assert "too-small-to-read" not in embed(place(options)).output


def test_a_picture_that_is_only_linked_is_measured_too(project: Path) -> None:
    assert embed(place()).exit_code == 0
    done = embed("See this: ![the map](large.svg)\n", name="other.md")
    assert f"other.md:1:22: {TOLD}" in done.output


def test_strict_fails_and_a_project_can_ignore_it(project: Path) -> None:
    assert embed(place(), "--strict").exit_code == 1
    assert embed(place(), "--strict", "--quiet").exit_code == 1
    assert embed(place(), "--quiet").output == ""
    (project / "pyproject.toml").write_text('[tool.argmap]\nignore = ["too-small-to-read"]\n')
    assert embed(place(), "--strict").exit_code == 0


def test_paper_is_told_in_points() -> None:
    done = embed("% argmap: large.yaml\n% /argmap\n", "--strict", name="page.tex")
    assert "pt high on a page of LaTeX; write fit=458" in done.output


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\\documentclass{article}", LATEX_PAGE),
        ("\\documentclass[aspectratio=169]{beamer}", BEAMER_SLIDE),
        ("% \\documentclass{beamer}\n\\documentclass{book}", LATEX_PAGE),
    ],
)
def test_the_class_of_a_latex_document_tells_slides(
    project: Path, text: str, expected: Destination
) -> None:
    assert place_of(text, syntax_of(project / "a.tex")) is expected


def test_a_strict_build_fails_on_what_nobody_can_read(caplog: pytest.LogCaptureFixture) -> None:
    page = "```argmap file=large.yaml direction=down\n```\n"
    with caplog.at_level(logging.WARNING, "argmap"):
        markdown.markdown(page, extensions=["argmap"])
    assert "letters would be" in caplog.text
    assert "leave the direction to argmap" in caplog.text
    with pytest.raises(ArgmapError, match="letters would be"):
        markdown.markdown(
            page, extensions=["argmap"], extension_configs={"argmap": {"strict": True}}
        )


def test_check_takes_a_place(project: Path) -> None:
    done = CliRunner().invoke(application, ["check", "large.yaml", "--fit", "760"])
    assert "too-small-to-read" in done.output
    assert (
        "too-small-to-read" not in CliRunner().invoke(application, ["check", "large.yaml"]).output
    )
