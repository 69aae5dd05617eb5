"""Pictures that documents show on a telephone: another drawing, inlined or as a file."""

import re
from collections.abc import Iterator
from pathlib import Path

import cmarkgfm
import markdown
import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from argmap.cli.application import application
from argmap.pipeline import draw, dumps, load
from argmap.planning import RenderOptions
from tests.bench.random_argument import random_argument
from tests.devtools import Page, browser_page
from tests.render.specimens import MAPS
from tests.render.test_accessibility import violations

pytestmark = pytest.mark.slow

TELEPHONE = 390
HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A map</title>'
HEAD += '<meta name="viewport" content="width=device-width"><main><h1>A map</h1>\n'
LETTERS = """(() => {
const sizes = [];
for (const svg of document.querySelectorAll('svg.argmap'))
  for (const words of svg.querySelectorAll('text'))
    if (words.getBoundingClientRect().width)
      sizes.push(parseFloat(getComputedStyle(words).fontSize)
        * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
return {smallest: Math.min(...sizes), fits: document.documentElement.scrollWidth <= innerWidth};
})()"""
IMAGE = """(() => {
const image = document.querySelector('img');
return [image.currentSrc.split('/').pop(), image.getBoundingClientRect().width,
  document.documentElement.scrollWidth <= innerWidth]})()"""


@pytest.fixture(scope="module", params=[False, True], ids=["light", "dark"])
def browser(request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser_page(dark=request.param) as page:
        yield page


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "large.yaml").write_text(dumps(random_argument(30)))
    (tmp_path / "small.yaml").write_text("argmap: 1\nthesis: {text: It rains.}\n")
    (tmp_path / "pyproject.toml").write_text("")
    return tmp_path


def embedded(project: Path, name: str, text: str) -> str:
    (project / name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(application, ["embed", name])
    assert done.exit_code == 0, done.output
    again = CliRunner().invoke(application, ["embed", "--check", name])
    assert again.exit_code == 0, again.output
    return (project / name).read_text(encoding="utf-8")


def place(options: str, map_name: str = "large.yaml") -> str:
    return f"<!-- argmap: {map_name} {options} -->\n<!-- /argmap -->\n"


def on(browser: Page, width: int, file: Path) -> None:
    sizes = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **sizes)
    browser.open(file)


def test_a_page_of_argmap_is_read_on_a_telephone(browser: Page, axe: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(draw(load(MAPS[-1]), format="html"))
    on(browser, 1300, page)
    found = browser.evaluate(LETTERS)
    assert found["fits"]
    assert found["smallest"] >= 10.95
    on(browser, 358, page)
    found = browser.evaluate(LETTERS)
    assert found["fits"]
    assert found["smallest"] >= 10.95
    assert violations(browser, axe) == []
    browser.evaluate("document.querySelector('.argmap-larger button').click()")
    assert violations(browser, axe) == []


def test_a_figure_in_a_document_is_read_on_a_telephone(
    project: Path, browser: Page, axe: str
) -> None:
    embedded(project, "page.html", HEAD + place("as=html"))
    on(browser, TELEPHONE, project / "page.html")
    found = browser.evaluate(LETTERS)
    assert found["fits"]
    assert found["smallest"] >= 10.95
    assert violations(browser, axe) == []


def test_a_figure_can_do_without_a_second_drawing(project: Path) -> None:
    pages = [embedded(project, "page.html", place(f"as=html {o}")) for o in ("", "telephone=no")]
    assert [page.count('class="argmap ') for page in pages] == [2, 1]


@pytest.mark.parametrize("options", ["as=image", 'as=image caption="A map" format=png'])
def test_html_shows_another_file_on_a_telephone(options: str, project: Path, browser: Page) -> None:
    text = embedded(project, "page.html", HEAD + place(options))
    suffix = re.search(r'src="large\.(\w+)"', text)[1]
    on(browser, TELEPHONE, project / "page.html")
    name, width, fits = browser.evaluate(IMAGE)
    assert (name, fits) == (f"large-telephone.{suffix}", True)
    assert 340 <= width <= TELEPHONE
    on(browser, 1300, project / "page.html")
    assert browser.evaluate(IMAGE)[::2] == [f"large.{suffix}", True]


READERS = {
    "Python-Markdown": markdown.markdown,
    "markdown-it": MarkdownIt().render,
    "GitHub": lambda text: cmarkgfm.github_flavored_markdown_to_html(text, options=1 << 17),
}


@pytest.mark.parametrize("reader", READERS)
def test_markdown_shows_another_file_where_it_is_asked_for(
    reader: str, project: Path, browser: Page
) -> None:
    text = embedded(project, "page.md", place("telephone"))
    (project / "page.html").write_text(HEAD + READERS[reader](text), encoding="utf-8")
    on(browser, TELEPHONE, project / "page.html")
    assert browser.evaluate(IMAGE)[0] == "large-telephone.svg"
    assert "<picture" not in embedded(project, "page.md", place(""))


def test_the_other_file_is_drawn_as_one_that_fits_a_telephone(project: Path) -> None:
    embedded(project, "page.md", place("telephone theme=print"))
    drawn = (project / "large-telephone.svg").read_text(encoding="utf-8")
    assert drawn.endswith("<!-- drawn by argmap from: large.yaml theme=print fit=358 -->\n</svg>\n")
    # So it is the same where a document shows that file itself.
    text = embedded(project, "other.md", place("fit=358 theme=print output=large-telephone.svg"))
    assert "large-telephone.svg" in text
    assert (project / "large-telephone.svg").read_text(encoding="utf-8") == drawn


@pytest.mark.parametrize(
    ("map_name", "options"),
    [
        ("small.yaml", ""),
        ("large.yaml", "direction=down"),
        ("large.yaml", "fit=a4"),
        ("large.yaml", "format=pdf"),
        ("large.yaml", "parts"),
    ],
)
def test_there_is_no_other_file_where_none_is_needed_or_wanted(
    map_name: str, options: str, project: Path
) -> None:
    text = embedded(project, "page.md", place(f"telephone {options}", map_name))
    assert "<picture" not in text
    assert not list(project.glob("*-telephone.*"))


def test_the_width_of_a_page_is_not_that_of_a_telephone(project: Path) -> None:
    assert "<picture" in embedded(project, "page.md", place("telephone fit=760"))


def test_a_file_of_that_name_that_is_not_ours_stays_as_it_is(project: Path) -> None:
    (project / "large-telephone.svg").write_text("<svg/>")
    (project / "page.md").write_text(place("telephone"))
    done = CliRunner().invoke(application, ["embed", "page.md"])
    assert done.exit_code == 1
    assert "“large-telephone.svg” is there already and was not drawn by argmap" in done.output
    assert (project / "large-telephone.svg").read_text() == "<svg/>"


def test_documents_without_html_say_so(project: Path) -> None:
    (project / "page.rst").write_text(".. argmap: large.yaml telephone\n.. /argmap\n")
    done = CliRunner().invoke(application, ["embed", "page.rst"])
    assert done.exit_code == 1
    assert "“telephone” needs a document that holds HTML" in done.output


def test_smaller_or_larger_letters_are_those_of_the_telephone_too(
    browser: Page, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(draw(load(MAPS[-1]), format="html", options=RenderOptions(smallest=14)))
    on(browser, 358, page)
    assert browser.evaluate(LETTERS)["smallest"] >= 13.9
