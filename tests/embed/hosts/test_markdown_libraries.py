"""Pages of Python-Markdown and markdown-it-py, looked at in a browser."""

import logging
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.cli.commands.embed import command as embed
from argmap.embed.documents.fences import fenced_maps
from argmap.embed.hosts.markdown_it import argmap_plugin
from argmap.embed.hosts.python_markdown import ArgmapExtension
from tests.embed.sites import BROKEN, example, seen
from tests.examples import examples


def by_python_markdown(text: str, document: Path) -> str:
    return markdown.markdown(text, extensions=[ArgmapExtension(document=str(document))])


def by_markdown_it(text: str, document: Path) -> str:
    return MarkdownIt().use(argmap_plugin).render(text, {"argmap_document": str(document)})


@pytest.fixture(params=[by_python_markdown, by_markdown_it])
def render(request: pytest.FixtureRequest) -> Callable[..., Any]:
    return request.param


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return example("python-markdown", tmp_path) / "page.md"


def test_the_example_shows_a_figure(render: Callable[..., Any], page: Path) -> None:
    text = page.read_text()
    shown = page.with_suffix(".html")
    shown.write_text(render(text + "\n- a\n\n  ```argmap tree.yaml\n  ```\n", page))
    found = seen(shown)
    assert all("pear tree" in figure["told"] for figure in found["figures"])
    assert found["figures"]
    assert found["duplicates"] == []
    assert found["problems"] == []


@pytest.mark.parametrize("shape", ["html", "inline"])
def test_the_same_map_in_a_block_and_in_a_place_has_ids_of_its_own(
    page: Path, shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(page.parent)
    marker = f"<!-- argmap: tree.yaml as={shape} -->\n<!-- /argmap -->\n"
    page.write_text(f"# Trees\n\n{marker}\n{marker}")
    assert CliRunner().invoke(embed, [page.name]).exit_code == 0
    blocks = 2 * f"\n```argmap tree.yaml as={shape}\n```\n"
    shown = by_python_markdown(page.read_text() + blocks, page)
    ids = re.findall(r'\sid="([^"]*)"', shown)
    assert shown.count("<svg xmlns") == 4
    assert len(ids) == len(set(ids)) > 10
    assert by_python_markdown(page.read_text() + blocks, page) == shown


def test_a_broken_map_is_a_box_and_a_warning_with_its_line(
    render: Callable[..., Any], page: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="argmap"):
        shown = render(f"# Trees\n\n```argmap\n{BROKEN}```\n\n*Words*\n", page)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert f"{page}:7:3: error[unknown-key]" in caplog.text
    assert shown.count('class="argmap-problem"') == 1
    assert "<em>Words</em>" in shown


def test_a_source_outside_the_project_is_not_read(
    render: Callable[..., Any], page: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outside = page.parent.with_suffix(".txt")
    outside.write_text("Other words.\n")
    (page.parent / "pyproject.toml").write_text("")
    source = f"  report: {{title: Report, file: '../{outside.name}'}}\n"
    cited = "  source: {ref: report, quote: Some words}\n"
    text = f"argmap: 1\nthesis:\n  text: A tree.\n{cited}sources:\n{source}"
    with caplog.at_level(logging.INFO, logger="argmap"):
        shown = render(f"```argmap\n{text}```\n", page)
    assert "argmap-figure" in shown
    assert "quote-not-found" not in caplog.text
    (page.parent / "pyproject.toml").unlink()
    (page.parent / "pyproject.toml").with_name(outside.name).write_text("Other words.\n")
    with caplog.at_level(logging.INFO, logger="argmap"):
        render(f"```argmap\n{text.replace('../', '')}```\n", page)
    assert "quote-not-found" in caplog.text


def test_attributes_in_braces_are_options(render: Callable[..., Any], page: Path) -> None:
    shown = render("```{.argmap file=tree.yaml as=claim}\n```\n", page)
    assert '<span class="argmap-claim" dir="auto">We should plant a pear tree here.</span>' in shown


def test_nothing_in_a_map_becomes_markup(render: Callable[..., Any], page: Path) -> None:
    text = "</svg></figure><script>alert(1)</script> *x* \\x02"
    shown = render(f'```argmap\nargmap: 1\nthesis: "{text}"\n```\n', page)
    assert "<script" not in shown
    assert "<em>" not in shown


@pytest.mark.parametrize(
    "text",
    [
        "> ```argmap tree.yaml as=claim\n> ```\n",
        "> - a\n>\n>     ```argmap as=claim\n>     argmap: 1\n>     thesis: We should plant a pear "
        "tree here.\n>     ```\n",
        "1. a\n\n    - b\n\n        c\n\n        ```argmap tree.yaml as=claim\n        ```\n",
    ],
)
def test_maps_stand_in_quotations_and_lists(
    render: Callable[..., Any], page: Path, text: str
) -> None:
    shown = render(text, page)
    assert '<span class="argmap-claim" dir="auto">We should plant a pear tree here.</span>' in shown
    assert shown.count("<blockquote>") == text.count(">") // max(text.count(">"), 1)


def test_a_block_that_is_only_shown_stays_what_it_is(
    render: Callable[..., Any], page: Path
) -> None:
    shown = render("Write\n\n    ```argmap tree.yaml\n    ```\n", page)
    assert "<code>```argmap tree.yaml" in shown


def test_other_code_stays_what_it_is(render: Callable[..., Any], page: Path) -> None:
    shown = render("```python\nargmap\n```\n\n````\n```argmap tree.yaml\n```\n````\n", page)
    assert "argmap-figure" not in shown


def test_the_extension_is_found_by_its_name(page: Path) -> None:
    program = "import markdown, sys; print(markdown.markdown(sys.argv[1], extensions=['argmap']))"
    text = "~~~argmap tree.yaml as=verdict\n~~~\n"
    command = [sys.executable, "-c", program, text]
    shown = subprocess.run(command, cwd=page.parent, capture_output=True, text=True, check=True)
    assert "undecided" in shown.stdout


LINES = st.sampled_from(
    ["```argmap", "```", "````", "~~~", "  ```argmap a.yaml", "words", "", "> x"]
)


@examples(200)
@given(st.lists(LINES, max_size=12))
def test_blocks_are_whole_and_in_order(lines: list[str]) -> None:
    end = 0
    for block in fenced_maps(lines):
        assert end <= block.start < block.end <= len(lines)
        assert "argmap" in lines[block.start]
        assert set(lines[block.end - 1].strip()) <= set("`~")
        end = block.end


def test_a_map_that_is_half_written_keeps_its_last_good_picture_where_a_host_serves(
    page: Path,
) -> None:
    shown_before: dict[Any, Any] = {}

    def built() -> str:
        extension = ArgmapExtension(document=str(page))
        extension.shown_before = shown_before
        return markdown.markdown("```argmap tree.yaml\n```\n", extensions=[extension])

    whole = built()
    text = (page.parent / "tree.yaml").read_text()
    (page.parent / "tree.yaml").write_text(text[: text.index("premises") + 4])
    half = built()
    assert half.index("argmap-problem") < half.index("argmap-figure")
    assert whole.strip() in half
    (page.parent / "tree.yaml").write_text(text.replace("pear", "plum"))
    assert "argmap-problem" not in built()
    assert "plum" in built()
