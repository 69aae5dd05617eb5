"""Every citation with its claims, and whether its words are there."""

import re
from pathlib import Path

import cmarkgfm
import pytest
from hypothesis import given

from argmap.model import Argument, ArgumentMap, Claim
from argmap.survey.evidence import Finding, evidence
from tests.command import argmap
from tests.examples import examples
from tests.strategies import argument_maps

MAP = """\
argmap: 1
title: The dam
sources:
  report: {title: Report on the dam, author: Anna Berg, year: 2021, file: report.txt}
  gone: {title: A lost text, file: gone.txt}
  web: {title: A page, url: "https://example.org/"}
  idle: {title: Nobody cites me}
thesis:
  id: safe
  text: The dam is safe.
  source: {ref: report, at: ¶10, quote: no damage was found}
  arguments:
    - {id: looked, text: One looked., source: {ref: report, at: ¶2, quote: no damage was found}}
    - {id: told, text: Somebody told., source: {ref: report, at: ¶2, quote: no damage was found}}
    - {id: all, text: All is well., source: {ref: report, quote: no damage at all was found}}
    - {id: page, text: A page says so., source: [{ref: web, quote: all is fine}, {ref: web}]}
  rebuttals:
    - {id: lost, text: One text <b>says</b> *no*., source: {ref: gone, quote: never}}
    - {id: bare, text: It leaks.}
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text("The dam.\n\nNo word; no damage was found.\n")
    (tmp_path / "a.yaml").write_text(MAP)
    return tmp_path / "a.yaml"


def test_each_citation_is_told_once_with_all_its_claims_and_what_was_found(file: Path) -> None:
    result = argmap("evidence", file)
    assert result.code == 0
    assert result.out == (
        "# Evidence: The dam\n"
        "\n"
        "## Report on the dam\n"
        "\n"
        "**Berg 2021:** Anna Berg. *Report on the dam.* 2021. \\[report\\]\n"
        "\n"
        "- “no damage at all was found”: **“no damage at all was found” is not in the text of "
        "“report”; the nearest passage is “no damage was found”**\n"
        "  - All is well. \\[all\\] *(stands)*\n"
        "- ¶2, “no damage was found”: *found in the text*\n"
        "  - One looked. \\[looked\\] *(stands)*\n"
        "  - Somebody told. \\[told\\] *(stands)*\n"
        "- ¶10, “no damage was found”: **“no damage was found” is in ¶2, not in ¶10; "
        "write “at: ¶2”**\n"
        "  - The dam is safe. \\[safe\\] *(is undecided)*\n"
        "\n"
        "## A lost text\n"
        "\n"
        "**A lost text:** *A lost text.* \\[gone\\]\n"
        "\n"
        "Its text cannot be read: There is no file gone&#46;txt.\n"
        "\n"
        "- “never”: *not checked, for the text of the source is not at hand*\n"
        "  - One text &lt;b&gt;says&lt;/b&gt; \\*no\\*. \\[lost\\] *(stands)*\n"
        "\n"
        "## A page\n"
        "\n"
        "**A page:** *A page.* <https://example.org/> \\[web\\]\n"
        "\n"
        "- “all is fine”: *not checked, for the text of the source is not at hand*\n"
        "  - A page says so. \\[page\\] *(stands)*\n"
        "- as a whole\n"
        "  - A page says so. \\[page\\] *(stands)*\n"
        "\n"
        "## Nobody cites me\n"
        "\n"
        "**Nobody cites me:** *Nobody cites me.* \\[idle\\]\n"
        "\n"
        "Nothing cites it.\n"
        "\n"
        "## Neither a source nor an argument\n"
        "\n"
        "- It leaks. \\[bare\\] *(stands)*\n"
    )


def test_it_can_be_written_to_a_file_and_the_text_of_a_source_given(file: Path) -> None:
    Path("page.txt").write_text("Well, all is fine.\n")
    result = argmap("evidence", file, "-o", "out.md", "--source-text", "web=page.txt")
    assert (result.code, result.out) == (0, "")
    assert "- “all is fine”: *found in the text*" in Path("out.md").read_text("utf-8")


def test_a_map_that_cannot_be_read_writes_nothing(file: Path) -> None:
    file.write_text("argmap: 1\nthesis: {text: T., premises: [{ref: x}]}\n")
    result = argmap("evidence", file, "-o", "out.md")
    assert (result.code, Path("out.md").exists()) == (1, False)


@examples(150)
@given(argument_maps())
def test_every_citation_is_there_with_everything_that_cites_it(a_map: ArgumentMap) -> None:
    found = evidence(a_map, {})
    told = {
        (one.source.id, piece.citation, bearer)
        for one in found
        for piece in one.pieces
        for bearer in piece.bearers
    }
    nodes: tuple[Claim | Argument, ...] = (*a_map.claims, *a_map.arguments)
    assert told == {(c.source, c, node.id) for node in nodes for c in node.citations}
    assert [one.source for one in found] == list(a_map.sources)
    unchecked = {Finding.NO_TEXT, Finding.NO_QUOTE}
    assert {piece.finding for one in found for piece in one.pieces} <= unchecked


def test_nothing_that_a_map_says_is_markup(tmp_path: Path) -> None:
    hostile = "<img src=x> **b** [a](javascript:x) `c` # d"
    file = tmp_path / "a.yaml"
    source = "{ref: s, at: 'HOSTILE', quote: 'HOSTILE'}"
    file.write_text(
        "argmap: 1\ntitle: 'HOSTILE'\nsources: {s: {title: 'HOSTILE', author: 'HOSTILE'}}\n"
        f"thesis: {{text: 'HOSTILE', source: {source}}}\n".replace("HOSTILE", hostile)
    )
    html = cmarkgfm.github_flavored_markdown_to_html(argmap("evidence", file).out)
    assert {*re.findall(r"<(\w+)", html)} <= {"h1", "h2", "p", "ul", "li", "strong", "em", "span"}
    assert "<strong>b</strong>" not in html
