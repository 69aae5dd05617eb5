"""The manual is true: its examples run, its links lead somewhere, its tables are those of the code.

After a change to what argmap prints or draws: python docs/generate.py
"""

import contextlib
import difflib
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.editing.formatting import formatted
from argmap.errors import MapError
from argmap.report.pages import summaries

PROJECT = Path(__file__).parents[1]
DOCS = PROJECT / "docs"

# As “python docs/generate.py” finds them.
sys.path.insert(0, str(DOCS))
generate = importlib.import_module("generate")
snippets = importlib.import_module("snippets")

PAGES = {file.relative_to(PROJECT).as_posix(): file for file in generate.manual_pages()}
CODES = [summary.code for summary in summaries()]
PAGES_OF_CHECKS = {f"docs/checks/{code}.md" for code in CODES}
# The examples of those pages are run by tests/checks/test_pages.py.
RUN_HERE = sorted(PAGES.keys() - PAGES_OF_CHECKS)
# One shows what is formatted, the other has no more than four lines for a map.
TYPED_OTHERWISE = {"docs/how-to/one-layout.md", "docs/explanation/rules-changed.md"}
LINK = re.compile(r"!?\[[^]]*\]\(([^()\s]+)\)")
IMAGE = re.compile(r"!\[([^]]*)\]\(([^()\s]+)\)")
OUTSIDE = ("https://", "http://", "mailto:")


def text_of(page: str) -> str:
    return PAGES[page].read_text(encoding="utf-8")


def without_blocks(text: str) -> str:
    return re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)


def nav_pages(entries: list[dict[str, Any] | str]) -> Iterator[str]:
    for entry in entries:
        value = next(iter(entry.values())) if isinstance(entry, dict) else entry
        if isinstance(value, str):
            yield value
        else:
            yield from nav_pages(value)


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return yaml.safe_load((PROJECT / ".mkdocs.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def generated() -> dict[Path, str]:
    return generate.generated()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the pages use a shell of Unix")
@pytest.mark.parametrize("page", RUN_HERE)
def test_commands_print_what_the_page_shows(page: str, tmp_path: Path) -> None:
    text = text_of(page)
    snippets.prepare(tmp_path, text)
    printed = snippets.refreshed(text, folder=tmp_path)
    difference = difflib.unified_diff(text.split("\n"), printed.split("\n"), lineterm="", n=1)
    assert printed == text, "\n".join(["run: python docs/generate.py", *difference])
    assert list(snippets.faults_of(text, folder=tmp_path)) == []


def test_the_manual_shows_every_kind_of_example() -> None:
    languages = {block.language for page in RUN_HERE for block in snippets.blocks_of(text_of(page))}
    assert languages == {
        "asciidoc",
        "bibtex",
        "console",
        "html",
        "json",
        "lisp",
        "lua",
        "markdown",
        "python",
        "rst",
        "sh",
        "sql",
        "tex",
        "text",
        "toml",
        "typst",
        "yaml",
    }


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_block_of_code_is_seen(page: str) -> None:
    text = text_of(page)
    assert len(snippets.blocks_of(text)) == len(
        re.findall(r"^(`{3,})[^`\n]*\n.*?^\1$", text, flags=re.MULTILINE | re.DOTALL)
    )
    assert not re.search(r"^\s*(```|~~~)", without_blocks(text), flags=re.MULTILINE)


@pytest.mark.parametrize("page", sorted(PAGES.keys() - TYPED_OTHERWISE))
def test_maps_on_the_pages_are_formatted(page: str) -> None:
    # What a page of a check shows as wrong may be typed wrongly.
    parts = re.split(r"^Wrong:\n\n```yaml\n.*?^```$", text_of(page), flags=re.MULTILINE | re.DOTALL)
    blocks = [block for part in parts for block in snippets.blocks_of(part)]
    for block in blocks:
        if block.language != "yaml" or not re.search(r"^argmap:", block.text, re.MULTILINE):
            continue
        # Some show what YAML cannot read.
        with contextlib.suppress(MapError):
            assert formatted(block.text, file=page) == block.text


@pytest.mark.slow
def test_what_the_code_says_is_up_to_date(generated: dict[Path, str]) -> None:
    assert generate.stale(generated) == [], "run: python docs/generate.py"
    assert {DOCS / "format.md", DOCS / "command-line.md", generate.SETTINGS} <= generated.keys()


def test_a_stale_page_is_told_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = DOCS / "format.md"
    before = page.read_bytes()
    monkeypatch.setattr(generate, "generated", lambda: {page: "something else"})
    monkeypatch.setattr(generate, "_left_over", lambda files: [])
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().out.startswith("docs/format.md is stale")
    assert page.read_bytes() == before


def test_links_lead_to_files_that_exist() -> None:
    links = [
        (page, PAGES[page].parent / target.partition("#")[0])
        for page in PAGES
        for target in LINK.findall(without_blocks(text_of(page)))
        if not target.startswith((*OUTSIDE, "#"))
    ]
    assert len(links) > len(PAGES)
    assert [(page, target) for page, target in links if not target.is_file()] == []


@pytest.mark.parametrize("start", ["README.md", "docs/index.md"])
def test_two_links_lead_a_newcomer_to_everything_that_can_be_done(start: str) -> None:
    """What no page that is read first leads to is not found by who does not know its name."""

    def linked(page: Path) -> set[Path]:
        links = LINK.findall(page.read_text(encoding="utf-8"))
        targets = [one.partition("#")[0] for one in links if not one.startswith(OUTSIDE)]
        return {(page.parent / one).resolve() for one in targets if one.endswith(".md")}

    first = linked(PROJECT / start)
    found = first.union(*(linked(page) for page in first))
    how_to = {page.resolve() for page in (DOCS / "how-to").glob("*.md")}
    assert sorted(page.name for page in how_to - found) == []


def test_every_image_is_described() -> None:
    images = {page: IMAGE.findall(without_blocks(text_of(page))) for page in PAGES}
    assert all(len(words) > 40 for found in images.values() for words, _ in found)
    shown = {target for found in images.values() for _, target in found}
    linked = {target for page in PAGES for target in LINK.findall(without_blocks(text_of(page)))}
    shown |= {target for target in linked if target.endswith(".svg")}
    assert {Path(target).name for target in shown} == {
        picture.name for picture in (DOCS / "pictures").iterdir()
    }


def test_every_page_and_every_check_is_in_the_navigation(settings: dict[str, Any]) -> None:
    listed = list(nav_pages(settings["nav"]))
    pages = [page.removeprefix("docs/") for page in PAGES if page.startswith("docs/")]
    assert sorted(listed) == sorted(pages)
    assert {f"checks/{code}.md" for code in CODES} <= set(listed)


def test_the_site_fetches_nothing_from_elsewhere(settings: dict[str, Any]) -> None:
    assert settings["theme"]["font"] is False
    assert "extra_javascript" not in settings
    # It adds files of the site's own, where a build asks for them.
    assert settings["hooks"] == ["docs/try_it.py"]
    assert not any(address.startswith(OUTSIDE) for address in settings["extra_css"])


def test_what_is_not_run_is_shown_somewhere() -> None:
    shown = {
        command
        for page in RUN_HERE
        for block in snippets.blocks_of(text_of(page))
        if block.language == "sh"
        for command in block.text.splitlines()
    }
    assert set(snippets.NOT_RUN) <= shown


def test_the_readme_sets_up_with_two_commands() -> None:
    commands = [
        line
        for block in snippets.blocks_of(text_of("README.md"))
        if block.language == "sh"
        for line in block.text.splitlines()
    ]
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert len(commands) == 2
    assert commands[0].endswith("argmap render maps/western-friendly-autocracy.yaml")
    assert f"'{commands[1]}'" in script


def test_a_word_that_is_no_option_makes_nothing_anew(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(generate, "generated")
    assert generate.main(["--help"]) == 2
    assert "--check" in capsys.readouterr().out


def test_the_page_on_the_architecture_names_every_room() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", text_of("docs/architecture.md"), flags=re.MULTILINE)
    package = PROJECT / "argmap"
    there = [*package.glob("[!_]*.py"), *(one.parent for one in package.glob("*/__init__.py"))]
    assert sorted(rows) == sorted(room.stem for room in there)


@pytest.mark.parametrize(
    ("page", "faults"),
    [
        ("```yaml\nargmap: 1\nthesis: {txt: Yes.}\n```", ["line 1: 2: unknown-key"]),
        ("<!-- with findings -->\n```yaml\nargmap: 1\n```", []),
        (
            "```sh\nargmap show no-such-map.yaml\n```",
            ["line 1: “argmap show no-such-map.yaml” fails"],
        ),
        ("```yaml\nsteps:\n  - run: rm -r everything\n```", ["line 1: nobody has tried “rm -r"]),
        ("```python\n>>> 1 + 1\n3\n```", ["*****"]),
        ("```cobol\nSTOP RUN.\n```", ["line 1: “cobol” is no language of the manual"]),
        ("```text\n$ argmap check a.yaml\n```", ["line 1: commands belong in a block"]),
    ],
)
def test_a_false_example_is_told(page: str, faults: list[str], tmp_path: Path) -> None:
    found = list(snippets.faults_of(page, folder=tmp_path))
    assert len(found) == len(faults)
    assert all(one.startswith(start) for one, start in zip(found, faults, strict=True))


def test_a_false_output_is_put_right(tmp_path: Path) -> None:
    page = "```console\n$ echo one; echo two; echo three\none\n{}\nthree\n```\n"
    assert snippets.refreshed(page.format("2"), folder=tmp_path) == page.format("two")
    assert snippets.refreshed(page.format("…"), folder=tmp_path) == page.format("…")


def test_every_hint_to_install_an_extra_can_be_pasted_into_any_shell() -> None:
    places = [*(PROJECT / "argmap").rglob("*.py"), *PAGES.values()]
    hints = [
        hint
        for place in places
        for hint in re.findall(r"pip install .{0,20}argmap\[.*", place.read_text(encoding="utf-8"))
    ]
    assert len(hints) > 5
    assert [hint for hint in hints if not re.search(r'pip install (-e )?\\?"argmap\[', hint)] == []


@pytest.mark.parametrize("page", sorted(PAGES))
def test_no_page_shows_a_command_that_broke_down(page: str) -> None:
    assert '  File "/' not in text_of(page)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_the_manual_uses_words_that_learners_of_english_know(page: str) -> None:
    stilted = r"\b(?:is|are|it|and) told\b(?! apart)|divided by (?:commas|blank)|to blame"
    assert re.findall(stilted, without_blocks(text_of(page))) == []
