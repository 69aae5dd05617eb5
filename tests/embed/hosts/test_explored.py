"""Explorers in pages of real sites and notebooks, seen and used in a browser."""

import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import nbformat
import nh3
import pytest

from tests.devtools import Page, browser_page
from tests.embed.sites import require, run
from tests.render.specimens import MAPS

pytestmark = pytest.mark.slow

PHONES = next(file for file in MAPS if file.stem.startswith("teaching"))
MATERIAL = """site_name: Trees
theme:
  name: material
  font: false
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
plugins: [search, argmap]
"""
PAGE = """# Phones

```argmap ../phones.yaml figure=explorer focus=distraction
```

[After it](../index.md)

```argmap ../phones.yaml explorer=beside
```
"""
DIRECTIVES = """Phones
======

.. argmap:: ../phones.yaml
   :figure: explorer
   :focus: distraction

`After it <https://example.org>`_

.. argmap:: ../phones.yaml
   :explorer: beside
"""
IN_FRAME = """(() => {
  const app = window.argmapExplorer, claim = document.querySelector('.stage g.claim');
  return {claim: app.state.claim, scale: app.stage.camera.scale, shapes: app.picture.shapes.size,
    wide: claim.getBoundingClientRect().width > 40, origin: window.origin,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    fits: document.documentElement.scrollWidth <= innerWidth};
})()"""
OPENED = """[...document.querySelectorAll('.argmap-opens a')].map(a => a.href.split('/html/').pop()
  .split('/site/').pop())"""
FITS = "document.documentElement.scrollWidth <= innerWidth"
FRAME = "document.querySelector('iframe.argmap-live')"


@pytest.fixture(scope="module")
def mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mkdocs")
    (folder / "docs/guide").mkdir(parents=True)
    shutil.copy(PHONES, folder / "docs/phones.yaml")
    (folder / "mkdocs.yml").write_text(MATERIAL)
    (folder / "docs/index.md").write_text("# Home\n")
    (folder / "docs/guide/page one.md").write_text(PAGE)
    ended = run("mkdocs", "build", "--strict", folder=folder)
    assert ended.returncode == 0, ended.stdout
    return folder / "site"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sphinx")
    (folder / "guide").mkdir()
    shutil.copy(PHONES, folder / "phones.yaml")
    conf = 'extensions = ["argmap.embed.hosts.sphinx"]\nhtml_theme = "furo"\n'
    (folder / "conf.py").write_text(conf)
    (folder / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   guide/page\n")
    (folder / "guide/page.rst").write_text(DIRECTIVES)
    return folder


def built(project: Path, builder: str, *options: str) -> Path:
    command = ("sphinx-build", "-b", builder, "-d", "doctrees", *options, ".", builder)
    ended = run(*command, folder=project)
    assert ended.returncode == 0, ended.stdout
    return project / builder


@pytest.fixture(scope="module")
def sphinx(project: Path) -> Path:
    return built(project, "html", "-W") / "guide/page.html"


@pytest.fixture(scope="module", params=["mkdocs", "sphinx"])
def page(request: pytest.FixtureRequest) -> Path:
    if request.param == "mkdocs":
        site: Path = request.getfixturevalue("mkdocs")
        return site / "guide/page one/index.html"
    sphinx: Path = request.getfixturevalue("sphinx")
    return sphinx


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with browser_page(width=1200, height=900) as found:
        yield found


@pytest.fixture
def browser(tab: Page) -> Page:
    tab.call("Emulation.clearDeviceMetricsOverride")
    tab.call("Emulation.setEmulatedMedia", media="")
    tab.faults.clear()
    return tab


def explored(tab: Page, number: int = 0) -> Page:
    frame = tab.frame(number)
    frame.until("!!(window.argmapExplorer && document.querySelector('.stage g.claim'))")
    return frame


def test_a_page_shows_the_explorer_where_its_figure_is_about(browser: Page, page: Path) -> None:
    browser.open(page)
    frame = explored(browser)
    found = frame.evaluate(IN_FRAME)
    assert found["claim"] == "distraction"
    assert found["shapes"] > 20
    assert found["wide"]
    assert not found["dark"]
    # It cannot do anything in the name of the page.
    assert found["origin"] == "null"
    assert browser.evaluate(f"{FRAME}.title") == "Argument map: Phones at school"
    addresses = browser.evaluate(OPENED)
    assert [one.partition("#")[2] for one in addresses] == ["claim=distraction", ""]
    for one in browser.evaluate(
        "[...document.querySelectorAll('.argmap-opens a')].map(a => a.href)"
    ):
        browser.visit(one)
        assert browser.until("window.argmapExplorer.picture.shapes.size") > 20
    assert browser.faults == frame.faults == []


def test_the_explorer_is_dark_where_its_page_is(
    browser: Page, mkdocs: Path, sphinx: Path, tmp_path: Path
) -> None:
    browser.open(mkdocs / "guide/page one/index.html")
    frame = explored(browser)
    browser.evaluate("document.querySelector('label[for=__palette_1]').click()")
    frame.until("matchMedia('(prefers-color-scheme: dark)').matches")
    with browser_page(dark=True) as dark:
        dark.open(sphinx)
        assert explored(dark).evaluate(IN_FRAME)["dark"]
        # A page that says nothing is light, whatever the reader wishes.
        light = tmp_path / "page.html"
        light.write_text(shown(tmp_path, "argmap: 1\nthesis: {text: It rains.}\n", ""))
        dark.open(light)
        assert not explored(dark).evaluate(IN_FRAME)["dark"]


def test_a_telephone_has_no_horizontal_bar(browser: Page, page: Path) -> None:
    sizes = {"width": 358, "height": 760, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **sizes)
    browser.open(page)
    assert browser.evaluate(FITS)
    assert explored(browser).evaluate(IN_FRAME)["fits"]
    assert browser.evaluate(f"{FRAME}.clientHeight / innerHeight") < 0.8


def test_the_wheel_scrolls_the_page_until_somebody_works_in_the_frame(
    browser: Page, page: Path
) -> None:
    browser.open(page)
    frame = explored(browser)
    before = frame.evaluate(IN_FRAME)["scale"]
    box = browser.evaluate(f"{FRAME}.getBoundingClientRect().toJSON()")
    at = {"x": box["x"] + 60, "y": box["y"] + box["height"] / 2}
    turned = {"type": "mouseWheel", "deltaX": 0, "deltaY": 120, **at}
    # A page that still glides would go on gliding after it is led back.
    browser.evaluate("window.scrolled = new Promise(done => onscrollend = done); 0")
    browser.call("Input.dispatchMouseEvent", **turned)
    browser.evaluate("scrolled.then(() => 0)")
    assert browser.evaluate("scrollY") > 50
    assert frame.evaluate(IN_FRAME)["scale"] == before
    browser.evaluate("scrollTo(0, 0)")
    browser.until("scrollY === 0")
    # For a moment after it has scrolled, the browser looks for what is clicked where it was.
    for _ in range(40):
        for kind in ("mousePressed", "mouseReleased"):
            browser.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)
        if frame.evaluate("document.documentElement.classList.contains('in-hand')"):
            break
        time.sleep(0.1)
    browser.call("Input.dispatchMouseEvent", **turned)
    frame.until(f"argmapExplorer.stage.camera.scale < {before}")
    assert browser.evaluate("scrollY") == 0


def test_keys_lead_into_the_frame_and_out_of_it_and_the_way_back_is_that_of_the_page(
    browser: Page, page: Path
) -> None:
    browser.open(page)
    frame = explored(browser)
    before = browser.evaluate("history.length")
    browser.evaluate(f"{FRAME}.previousElementSibling; {FRAME}.focus()")
    frame.evaluate("argmapExplorer.close()")
    frame.evaluate("argmapExplorer.go('collect')")
    assert frame.evaluate("location.hash") == "#claim=collect"
    assert browser.evaluate("history.length") == before
    # The focus leaves a frame a while after the key.
    browser.evaluate(
        "window.met = []; addEventListener('focusin', ({target}) => met.push(target.textContent))"
    )
    out = "met.some(one => ['Open the explorer', 'After it'].includes(one))"
    for _ in range(60):
        browser.press("Tab")
        if browser.evaluate(out):
            break
    browser.until(out)


def test_links_of_a_map_open_outside_of_the_frame(browser: Page, tmp_path: Path) -> None:
    text = "argmap: 1\nthesis:\n  id: a\n  text: It rains.\n  link: https://example.org/a\n"
    (tmp_path / "page.html").write_text(shown(tmp_path, text, "focus=a"))
    browser.open(tmp_path / "page.html")
    frame = explored(browser)
    link = "[...document.querySelectorAll('.pane a')].find(a => a.href.includes('example'))"
    frame.evaluate(f"document.addEventListener('click', e => e.preventDefault()); {link}.click()")
    assert frame.evaluate(f"{link}.target") == "_blank"


def shown(folder: Path, text: str, words: str) -> str:
    document = str(folder / "page.md")
    fence = f"```argmap figure=explorer {words}\n{text}```\n"
    settings: dict[str, Any] = {"argmap": {"document": document, "root": str(folder)}}
    html = markdown.markdown(fence, extensions=["argmap"], extension_configs=settings)
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><body>{html}'


def test_without_a_folder_for_files_the_page_holds_the_explorer(
    browser: Page, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(shown(tmp_path, PHONES.read_text(), "below=distraction"))
    browser.open(tmp_path / "page.html")
    frame = explored(browser)
    assert frame.evaluate("location.href") == "about:srcdoc"
    assert frame.evaluate(IN_FRAME)["claim"] == "distraction"
    frame.evaluate("argmapExplorer.go('collect')")
    frame.evaluate("[...document.querySelectorAll('.pane a')][0].click()")
    assert frame.evaluate(IN_FRAME)["shapes"] > 20
    assert browser.faults == frame.faults == []


def test_a_link_to_a_file_is_refused_where_no_file_can_be() -> None:
    fence = "```argmap explorer=beside\nargmap: 1\nthesis: {text: It rains.}\n```\n"
    html = markdown.markdown(fence, extensions=["argmap"])
    assert "there is none beside this page; write figure=explorer" in html


def test_on_paper_the_picture_stands_there(browser: Page, page: Path, tmp_path: Path) -> None:
    browser.open(page)
    explored(browser)
    browser.call("Emulation.setEmulatedMedia", media="print")
    assert browser.evaluate(f"getComputedStyle({FRAME}).display") == "none"
    svg = "document.querySelector('.argmap-on-paper svg').getBoundingClientRect()"
    assert browser.evaluate(f"{svg}.width") > 200


def test_pages_of_sphinx_lead_to_their_explorers_wherever_they_are(project: Path) -> None:
    folder = built(project, "dirhtml", "-W")
    pages = [file for file in folder.rglob("*.html") if "_argmap" not in file.parts]
    found = [
        (file.parent / address.partition("#")[0]).resolve()
        for file in pages
        for address in re.findall(r'(?:src|href)="([^"]*explorer\.html[^"]*)"', file.read_text())
    ]
    assert len(found) == 3
    assert all(file.is_file() for file in found)


def test_books_have_the_picture(project: Path) -> None:
    book = built(project, "epub", "-D", "suppress_warnings=epub.unknown_project_files")
    pages = "".join(file.read_text() for file in book.rglob("*.xhtml"))
    assert "<svg" in pages
    assert "<iframe" not in pages
    assert "explorer" not in pages


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jupyter")
    shutil.copy(PHONES, folder / "phones.yaml")
    sources = ["%load_ext argmap.embed.hosts.jupyter"]
    sources += ["%argmap phones.yaml figure=explorer below=distraction"]
    cells = [nbformat.v4.new_code_cell(source, id=f"cell{n}") for n, source in enumerate(sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "phones.ipynb")
    command = ("jupyter", "nbconvert", "--execute", "--to", "notebook", "--inplace")
    assert run(*command, "phones.ipynb", folder=folder).returncode == 0
    return folder / "phones.ipynb"


def test_a_notebook_shows_the_explorer_and_so_does_its_page(browser: Page, notebook: Path) -> None:
    ended = run("jupyter", "nbconvert", "--to", "html", notebook.name, folder=notebook.parent)
    assert ended.returncode == 0, ended.stdout
    browser.open(notebook.with_suffix(".html"))
    frame = explored(browser)
    assert frame.evaluate(IN_FRAME)["claim"] == "distraction"
    assert frame.faults == []


def test_a_notebook_that_is_not_trusted_shows_the_picture(browser: Page, notebook: Path) -> None:
    (output,) = nbformat.read(notebook, as_version=4).cells[1].outputs
    html = output.data["text/html"]
    # As JupyterLab cleans it: no frame, no drawing, no style.
    cleaned = nh3.clean(
        html,
        tags={*nh3.ALLOWED_TAGS, "figure", "figcaption", "details", "summary", "img"},
        attributes={"*": {"class", "lang"}, "img": {"src", "alt"}},
        url_schemes={"data"},
        clean_content_tags={"style", "script"},
    )
    file = notebook.with_name("cleaned.html")
    file.write_text(f'<!doctype html><meta charset="utf-8">{cleaned}')
    browser.open(file)
    assert browser.evaluate("document.querySelectorAll('iframe').length") == 0
    shown = "document.querySelector('img').getBoundingClientRect().width"
    assert browser.until(shown) > 200
    # What makes a PDF of a notebook takes the drawing.
    assert output.data["image/svg+xml"].lstrip().startswith("<svg")


def test_pandoc_holds_the_explorer_in_a_page_and_the_picture_in_books(tmp_path: Path) -> None:
    require("pandoc")
    shutil.copy(PHONES, tmp_path / "phones.yaml")
    text = "``` {.argmap file=phones.yaml figure=explorer}\n```\n"
    (tmp_path / "page.md").write_text(text)
    for to, frames in (("html", 1), ("epub", 0)):
        command = ["pandoc", "page.md", "-t", to, "--filter", "argmap-pandoc", "-o", f"page.{to}"]
        ended = run(*command, folder=tmp_path)
        assert ended.returncode == 0, ended.stdout
        if to == "epub":
            with zipfile.ZipFile(tmp_path / "page.epub") as book:
                written = "".join(
                    book.read(one).decode("utf-8", "replace") for one in book.namelist()
                )
        else:
            written = (tmp_path / "page.html").read_text()
        assert written.count("<iframe ") == frames
        assert "<svg" in written
    (tmp_path / "page.md").write_text(text.replace("figure=explorer", "explorer=beside"))
    told = run(
        "pandoc",
        "page.md",
        "-t",
        "docx",
        "-o",
        "x.docx",
        "--filter",
        "argmap-pandoc",
        folder=tmp_path,
    )
    assert "write figure=explorer" in told.stdout
