"""Pictures within pages that set their own text in odd ways: only colours are taken from them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from argmap.pipeline import draw, load, loads, picture
from argmap.planning import RenderOptions
from argmap.render.html.figure import figure, inline_svg, outline_part
from tests.devtools import Page
from tests.render.everything import EVERYTHING
from tests.render.specimens import CHINESE, HEBREW, MAPS

pytestmark = pytest.mark.slow

# How far each line of words stands out of its box, in pixels of the drawing, and where it lies.
PLACES = """(() => {
const seen = [];
for (const svg of document.querySelectorAll('svg.argmap')) {
  const sheet = svg.getBoundingClientRect(), scale = svg.viewBox.baseVal.width / sheet.width;
  // The drawing for telephones, which is not shown.
  if (!sheet.width) continue;
  for (const line of svg.querySelectorAll('text')) {
    const words = line.getBoundingClientRect();
    const node = line.closest('.claim, .pill');
    const box = node ? node.querySelector('.frame').getBoundingClientRect() : sheet;
    const out = Math.max(box.left - words.left, words.right - box.right, box.top - words.top,
      words.bottom - box.bottom);
    seen.push([Math.round(out * scale), Math.round((words.left - sheet.left) * scale),
      Math.round(words.width * scale), getComputedStyle(line).fontWeight]);
  }
}
return seen})()"""
HOSTS = {
    "read leftwards": "html { direction: rtl }",
    "set in columns": "body { writing-mode: vertical-rl }",
    "spaced": "body { letter-spacing: .3em; word-spacing: 1em; line-height: 3 }",
    "spaced by a reader": "* { letter-spacing: .12em !important; word-spacing: .2em !important }",
    "in capitals": "body { text-transform: uppercase; font-variant: small-caps }",
    "bold": "* { font-weight: 900 } a { font-size: 2em; text-decoration: underline }",
    "in a face of its own": "* { font-family: monospace; font-size-adjust: .9; font-size: 20px }",
    "centred": "svg { text-anchor: middle; dominant-baseline: hanging }",
    "with lines around all": "svg { stroke: red; stroke-width: 3; fill: none }",
    "indented": "body { text-indent: 4em; white-space: pre; text-align: right }",
}


def opened(browser: Page, folder: Path, body: str, style: str = "", attributes: str = "") -> None:
    file = folder / "page.html"
    head = f'<!doctype html><html lang="en" {attributes}><meta charset="utf-8"><title>x</title>'
    file.write_text(f"{head}<style>{style}</style><body>{body}", encoding="utf-8")
    browser.open(file)


@pytest.fixture(scope="module")
def pictures() -> str:
    texts = (EVERYTHING, HEBREW, CHINESE)
    return "".join(inline_svg(picture(loads(text)), apart=str(n)) for n, text in enumerate(texts))


@pytest.fixture(scope="module")
def usual(browser: Page, pictures: str, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    opened(browser, tmp_path_factory.mktemp("usual"), pictures)
    return browser.evaluate(PLACES)


def test_words_stand_in_their_boxes(usual: list[Any]) -> None:
    assert len(usual) > 40
    assert max(line[0] for line in usual) <= 0


@pytest.mark.parametrize("host", HOSTS)
def test_words_stand_where_they_do_elsewhere(
    host: str, browser: Page, pictures: str, usual: list[Any], tmp_path: Path
) -> None:
    opened(browser, tmp_path, pictures, HOSTS[host])
    found = browser.evaluate(PLACES)
    assert len(found) == len(usual)
    for there, here in zip(usual, found, strict=True):
        assert here[3] == there[3]
        # The page may be narrower, and the numbers are rounded.
        assert here[:3] == pytest.approx(there[:3], abs=3)


@pytest.mark.parametrize("name", ["hebrew", "mixed"])
def test_in_pages_of_argmap_words_stand_in_their_boxes(
    name: str, browser: Page, tmp_path: Path
) -> None:
    text = HEBREW if name == "hebrew" else HEBREW.replace("title: עץ בכיכר", "title: A tree")
    file = tmp_path / "map.html"
    file.write_bytes(draw(loads(text), format="html"))
    browser.open(file)
    assert max(line[0] for line in browser.evaluate(PLACES)) <= 0


SHEETS = """[...document.querySelectorAll('svg.argmap')].map(svg => {
  const fill = name => getComputedStyle(svg.querySelector(name)).fill;
  return [fill('.page'), fill('.thesis .frame'),
    getComputedStyle(svg.querySelector('.badge.accepted .sign')).stroke]})"""
WHITE, TICK, DARK_TICK = "rgb(255, 255, 255)", "rgb(255, 255, 255)", "rgb(15, 21, 32)"
LIGHT_THESIS, DARK_THESIS = "rgb(29, 53, 87)", "rgb(219, 231, 247)"
THEMES_IN_PAGES = [
    ("auto", "", "", False, LIGHT_THESIS, TICK),
    ("auto", ":root { color-scheme: dark }", "", False, DARK_THESIS, DARK_TICK),
    (
        "auto",
        ".dark { color: #eee; background: #111 }",
        'class="dark"',
        False,
        DARK_THESIS,
        DARK_TICK,
    ),
    ("auto", ":root { color: #eee }", 'class="theme-dark"', False, DARK_THESIS, DARK_TICK),
    # A dark page that says so by nothing: the sheet is drawn.
    ("auto", ":root { color: #eee; background: #111 }", "", True, LIGHT_THESIS, TICK),
    ("dark", "", "", True, DARK_THESIS, DARK_TICK),
    ("light", ":root { color: #eee }", "", True, LIGHT_THESIS, TICK),
    ("auto", ":root { --argmap-page: transparent }", "", False, LIGHT_THESIS, TICK),
]


@pytest.mark.parametrize(
    ("theme", "style", "attributes", "sheet", "thesis", "tick"), THEMES_IN_PAGES
)
def test_the_sheet_is_seen_only_on_a_page_of_the_other_kind(
    theme: str,
    style: str,
    attributes: str,
    sheet: bool,
    thesis: str,
    tick: str,
    browser: Page,
    tmp_path: Path,
) -> None:
    shown = picture(load(MAPS[0]), options=RenderOptions(theme=theme))
    opened(browser, tmp_path, figure(shown), style, attributes)
    ((page, of_thesis, of_tick),) = browser.evaluate(SHEETS)
    assert not page.endswith("/ 0)") and page != "rgba(0, 0, 0, 0)" if sheet else "0)" in page
    assert (of_thesis, of_tick) == (thesis, tick)


@pytest.mark.parametrize("attributes", ['class="dark"', 'data-theme="dark"'])
def test_a_dark_page_is_printed_with_light_pictures(
    attributes: str, browser: Page, tmp_path: Path
) -> None:
    opened(browser, tmp_path, figure(picture(load(MAPS[0]))), ":root { color: #eee }", attributes)
    browser.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert browser.evaluate(SHEETS)[0][1:] == [LIGHT_THESIS, TICK]
    finally:
        browser.call("Emulation.setEmulatedMedia", media="")


@pytest.mark.parametrize(
    "made", [partial(figure, folded=False), outline_part], ids=["figure", "outline"]
)
def test_small_words_of_the_outline_are_not_faded_by_the_page(
    made: Callable[..., Any], browser: Page, tmp_path: Path
) -> None:
    style = "small { opacity: .5; color: #999 }"
    opened(browser, tmp_path, made(picture(load(MAPS[0]))), style)
    looks = browser.evaluate(
        """[...document.querySelectorAll('.argmap-outline small')].map(one => {
          const {opacity, color, unicodeBidi} = getComputedStyle(one);
          return [opacity, color, unicodeBidi]})"""
    )
    assert looks
    assert {tuple(look) for look in looks} == {("1", "rgb(0, 0, 0)", "isolate")}
