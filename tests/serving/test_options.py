"""What is asked of the pictures of a live page on the command line, as `render` is asked."""

import re
from pathlib import Path

import pytest

from argmap.planning import RenderOptions
from argmap.serving.views import Address
from argmap.settings.setting import settings_of
from tests.command import argmap
from tests.devtools import Page
from tests.serving.live import LIVE, ask, serving
from tests.serving.test_serve import fetched, served

MAP = """argmap: 1
sources: {report: {author: Ada Lem, title: On the dam, year: 2019, file: report.txt}}
thesis:
  id: safe
  text: The dam is safe.
  premises:
    - {id: seen, text: It was seen., source: {ref: report, quote: inspected in May}}
    - {id: built, text: It was built., premises: [{id: plan, text: There was a plan.}]}
"""
PLAIN = "argmap: 1\nthesis: {id: t, text: It rains.}\n"
THEME = "argmap-theme: 1\nbase: light\ncolours: {thesis: '#1d4ed8'}\n"
# Of these `render` makes several pictures, or one for a place or of pixels; a page has neither.
OF_FILES = {"fit", "smallest", "parts", "part", "page", "scale"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text("The dam was inspected in May.\n", encoding="utf-8")
    found = tmp_path / "map.yaml"
    found.write_text(MAP, encoding="utf-8")
    return found


def test_serve_has_all_options_of_pictures_that_a_page_can_have() -> None:
    told = argmap("serve", "--help").out
    found = set(re.findall(r"^  --([a-z-]+)", told, re.MULTILINE))
    wanted = {one.option for one in settings_of(RenderOptions) if one.name not in OF_FILES}
    assert found - {"from", "port", "open", "editor"} == wanted


def test_a_page_has_the_texts_of_sources_that_are_asked_for(file: Path, browser: Page) -> None:
    with served(file, "--source-texts", "all", state=file.parent) as (_, address):
        browser.visit(f"{address}#claim=seen&source=report")
        browser.until(LIVE)
        marked = "document.querySelector('.reading .mark')?.textContent"
        assert "inspected in May" in browser.until(marked)
        file.with_name("report.txt").write_text("In May it was. It was inspected in May, too.\n")
        browser.until("document.querySelector('.reading-body')?.textContent.includes('too')")


@pytest.mark.parametrize("name", ["notes.txt", "notes.md", "notes"])
def test_a_map_is_read_in_the_notation_that_is_asked_for(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("[Dam]: The dam is safe.\n  + It was seen.\n", encoding="utf-8")
    with served(file, "--from", "argdown", "--reject", "nobody", state=tmp_path) as (_, address):
        told = fetched(address)
    # What is asked of a map is asked of it, and here in vain.
    assert b'"other":{"href":"./' in told
    with served(file, "--from", "argdown", state=tmp_path) as (process, address):
        for page in (address, f"{address}?slides"):
            assert b"It was seen." in fetched(page)
        file.write_text("[Dam]: The dam is safe.\n  + It was heard.\n", encoding="utf-8")
        assert b"It was heard." in fetched(address)
        assert process.stdout is not None
        assert process.stdout.readline().endswith("?slides\n")


@pytest.mark.parametrize("form", ["", "slides"])
def test_explorer_and_slides_are_drawn_as_is_asked(file: Path, form: str) -> None:
    for options, is_asked in [(None, False), (RenderOptions(reject=("plan",)), True)]:
        with serving(file, options=options) as server:
            view = server.served.view(Address(("map.yaml",), form))
            assert view is not None
            assert view.page is not None
            drawn = view.page[view.page.index(b"<main") : view.page.index(b"</main>")]
            assert b"It was built." in drawn
            assert (b'data-verdict="falls"' in drawn) is is_asked


def test_what_one_map_lacks_is_told_on_its_page_and_no_other(file: Path) -> None:
    file.with_name("other.yaml").write_text(PLAIN, encoding="utf-8")
    with serving(file.parent, options=RenderOptions(below=("built",))) as server:
        assert b"There was a plan." in ask(server, f"/{server.door.token}/map.yaml").body
        view = server.served.view(Address(("other.yaml",)))
        assert view is not None
        assert view.page is None
        assert "built" in view.findings[0].message


def test_a_theme_that_is_given_is_followed(file: Path, browser: Page) -> None:
    theme = file.with_name("own.yaml")
    theme.write_text(THEME, encoding="utf-8")
    colour = (
        "getComputedStyle(document.querySelector('.explorer')).getPropertyValue('--thesis').trim()"
    )
    with serving(file, options=RenderOptions(theme=str(theme))) as server:
        browser.visit(server.address)
        browser.until(f"{LIVE} && {colour} === '#1d4ed8'")
        theme.write_text(THEME.replace("#1d4ed8", "#312e81"), encoding="utf-8")
        browser.until(f"{colour} === '#312e81'")
        theme.write_text("argmap-theme: 1\nbase: nothing\n", encoding="utf-8")
        browser.until("!document.getElementById('argmap-findings').hidden")
        assert browser.evaluate(colour) == "#312e81"


def test_a_page_brings_graphviz_along_and_may_run_it(file: Path, browser: Page) -> None:
    with served(file, "--with-layout", state=file.parent) as (_, address):
        assert b"wasm-unsafe-eval" not in fetched(address)
        browser.visit(address)
        browser.until(f"{LIVE} && window.argmapExplorer.engine !== null")
        browser.faults.clear()
        laid = browser.evaluate("window.argmapExplorer.engine.layout('digraph { a -> b }')")
        assert laid is not None
        assert browser.faults == []


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("map.yaml", ["--theme", "nothing.yaml"], "nothing.yaml"),
        ("map.yaml", ["--direction", "sideways"], "sideways"),
        ("map.yaml", ["--fit", "a4"], "--fit"),
        (".", ["--from", "argdown"], "--from is for one map"),
        ("map.yaml", ["--from", "argdwn"], "argdwn"),
        ("page.md", ["--theme", "dark"], "--theme is for maps and folders"),
        ("page.md", ["--source-texts", "all"], "--source-texts is for maps and folders"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_served(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, options: list[str], told: str
) -> None:
    monkeypatch.chdir(file.parent)
    Path("page.md").write_text("# A page\n", encoding="utf-8")
    # It would go on until Ctrl-C if it served.
    monkeypatch.setattr("argmap.serving.server.LiveServer.run", lambda _: None)
    done = argmap("serve", name, *options)
    assert done.code != 0
    assert told in done.err
    assert done.out == ""
