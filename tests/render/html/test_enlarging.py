"""A figure whose picture is shown smaller than it is can be opened at full size, without script."""

import base64
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from argmap.model import ArgumentMap
from argmap.pipeline import draw, load, loads, picture
from argmap.planning import RenderOptions
from argmap.render.html.figure import figure, outline_part
from tests.devtools import Page, browser_page
from tests.firefox import Page as FirefoxPage
from tests.firefox import firefox_page
from tests.render.specimens import MAPS
from tests.render.test_accessibility import violations

FLAGSHIP = next(file for file in MAPS if file.stem.startswith("western"))
# Dark colours by name, for axe takes every page for white that does not say its ground.
PAGE = """:root { color-scheme: light dark } @media (prefers-color-scheme: dark) {
  html { background: #111; color: #eee } a { color: #9cf } }"""
STATE = """(() => {
  const frame = document.querySelector('.argmap-frame'), svg = frame.querySelector('svg');
  const style = getComputedStyle(document.querySelector('.argmap-larger button'));
  return {open: frame.matches(':popover-open'), shown: svg.getBoundingClientRect().width,
    own: svg.viewBox.baseVal.width, scrolls: frame.scrollWidth > frame.clientWidth,
    button: style.display !== 'none', focus: document.activeElement.className}})()"""


@pytest.fixture(scope="module", params=[False, True], ids=["light", "dark"])
def browser(request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser_page(dark=request.param) as page:
        yield page


@pytest.mark.parametrize("made", [figure, outline_part])
def test_no_rule_of_a_style_is_lost_to_the_number_of_a_character(made: Callable[..., Any]) -> None:
    """In an element `style` such a number is no character, and breaks the rule behind it."""
    html = made(picture(loads("argmap: 1\nthesis: T.\n")))
    styles = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    assert styles
    assert not [style for style in styles if "&" in style or "\n\n" in style]


def opened(
    browser: Page | FirefoxPage,
    folder: Path,
    a_map: ArgumentMap,
    *,
    narrow: bool = False,
    css: str = "",
) -> None:
    file = folder / "page.html"
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A map</title>'
    head += f"<style>{PAGE}{css}</style><main><h1>A map</h1>"
    file.write_text(head + figure(picture(a_map, narrow=narrow)), encoding="utf-8")
    browser.open(file)


@pytest.mark.slow
def test_the_keyboard_opens_a_large_picture_and_closes_it(
    browser: Page, axe: str, tmp_path: Path
) -> None:
    opened(browser, tmp_path, load(FLAGSHIP))
    before = browser.evaluate(STATE)
    assert before["button"]
    assert not before["open"]
    assert before["shown"] < 1200 < before["own"]
    browser.evaluate("document.querySelector('.argmap-larger button').focus()")
    browser.press("Enter")
    after = browser.evaluate(STATE)
    assert (after["open"], after["scrolls"]) == (True, True)
    assert after["shown"] == after["own"]
    assert after["focus"] == "argmap-close"
    assert violations(browser, axe) == []
    browser.press("Enter")
    assert browser.evaluate(STATE)["open"] is False
    assert browser.evaluate(STATE)["shown"] == before["shown"]


@pytest.mark.slow
def test_the_keyboard_opens_a_large_picture_in_firefox_too(tmp_path: Path) -> None:
    with firefox_page() as browser:
        opened(browser, tmp_path, load(FLAGSHIP))
        before = browser.evaluate(STATE)
        assert (before["button"], before["open"]) == (True, False)
        browser.evaluate("document.querySelector('.argmap-larger button').focus()")
        browser.press("Enter")
        after = browser.evaluate(STATE)
        assert (after["open"], after["scrolls"], after["focus"]) == (True, True, "argmap-close")
        assert after["shown"] == after["own"] > before["shown"]
        browser.press("Escape")
        assert browser.evaluate(STATE)["open"] is False


@pytest.mark.slow
def test_a_picture_at_its_full_size_has_no_button(browser: Page, tmp_path: Path) -> None:
    opened(browser, tmp_path, loads("argmap: 1\nthesis: {text: T., premises: [P.]}"))
    assert browser.evaluate(STATE)["button"] is False


@pytest.mark.slow
def test_on_paper_there_is_no_button(browser: Page, tmp_path: Path) -> None:
    opened(browser, tmp_path, load(FLAGSHIP))
    browser.call("Emulation.setEmulatedMedia", media="print")
    try:
        shown = "getComputedStyle(document.querySelector('.argmap-larger')).display"
        assert browser.evaluate(shown) == "none"
    finally:
        browser.call("Emulation.setEmulatedMedia", media="")


@pytest.mark.slow
def test_the_page_of_argmap_itself_has_the_button(browser: Page, axe: str, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(draw(load(FLAGSHIP), format="html"))
    browser.open(file)
    assert browser.evaluate(STATE)["button"]
    browser.evaluate("document.querySelector('.argmap-larger button').click()")
    after = browser.evaluate(STATE)
    assert (after["open"], after["scrolls"], after["shown"]) == (True, True, after["own"])
    assert violations(browser, axe) == []


# Whether a button looks like one of the page, and is as high as a finger needs.
BUTTON = """(one => {
  const [own, page] = [one, document.body].map(element => getComputedStyle(element));
  return own.color === page.color && own.backgroundColor === page.backgroundColor &&
    parseFloat(own.borderRadius) > 0 && own.borderStyle === 'solid' && one.offsetHeight >= 32
})(document.querySelector('%s'))"""


@pytest.mark.slow
def test_the_buttons_of_the_page_look_like_it_in_light_and_dark(
    browser: Page, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(draw(load(FLAGSHIP), format="html"))
    browser.open(file)
    assert browser.evaluate(BUTTON % ".argmap-larger button")
    browser.evaluate("document.querySelector('.argmap-larger button').click()")
    assert browser.evaluate(BUTTON % ".argmap-close")


def printed(browser: Page) -> list[str]:
    """The words on each page of paper."""
    data = base64.b64decode(browser.call("Page.printToPDF")["data"])
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.slow
def test_a_print_shows_the_figure_as_it_stands_while_it_is_open(tmp_path: Path) -> None:
    phones = next(file for file in MAPS if file.stem.startswith("teaching"))
    # What was printed keeps its layout, so that no other test shares this browser.
    with browser_page() as browser:
        opened(browser, tmp_path, load(phones))
        closed = printed(browser)
        assert "Collectthephones" in closed[0]
        browser.evaluate("document.querySelector('.argmap-larger button').click()")
        assert browser.evaluate(STATE)["open"]
        assert printed(browser) == closed


SHOWN = """[...document.querySelectorAll('.argmap-frame > svg.argmap')].map(
  svg => getComputedStyle(svg).display != 'none' && svg.getBoundingClientRect().width)"""
FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.mark.slow
@pytest.mark.parametrize("css", ["", "figure { width: fit-content; margin: 0 auto }"])
def test_a_figure_with_little_room_shows_the_drawing_for_telephones(
    browser: Page,
    axe: str,
    css: str,
    tmp_path: Path,
) -> None:
    opened(browser, tmp_path, load(FLAGSHIP), narrow=True, css=css)
    wide, slim = browser.evaluate(SHOWN)
    assert (wide > 700, slim) == (True, False)
    browser.evaluate("document.querySelector('main').style.width = '358px'")
    wide, slim = browser.evaluate(SHOWN)
    assert (wide, 350 <= slim <= 358) == (False, True)
    assert browser.evaluate(FITS)
    assert violations(browser, axe) == []
    # Opened, it is the whole at full size, as everywhere.
    browser.evaluate("document.querySelector('.argmap-larger button').click()")
    wide, slim = browser.evaluate(SHOWN)
    assert (wide > 1200, slim) == (True, False)


# The smallest letters of each drawing that is shown, in pixels of the window.
LETTERS = """[...document.querySelectorAll('.argmap-frame > svg.argmap')].filter(
  svg => svg.getBoundingClientRect().width).map(svg => Math.min(...[...svg.querySelectorAll(
    'text, tspan')].map(one => parseFloat(getComputedStyle(one).fontSize))) *
  svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [2560, 1920, 1366, 820, 700, 358])
def test_the_page_of_argmap_begins_with_letters_that_can_be_read(
    browser: Page, axe: str, width: int, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(draw(load(FLAGSHIP), format="html"))
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **size)
    try:
        browser.open(file)
        (letters,) = browser.evaluate(LETTERS)
        assert letters >= 10.95
        assert browser.evaluate(FITS)
        assert width != 1366 or violations(browser, axe) == []
        # Opened, it is the whole at full size, as everywhere.
        browser.evaluate("document.querySelector('.argmap-larger button').click()")
        shown = browser.evaluate(SHOWN)
        assert [shown[0] > 2700, *map(bool, shown[1:])] == [True, False, False, False]
    finally:
        browser.call("Emulation.clearDeviceMetricsOverride")


@pytest.mark.slow
def test_a_page_of_paper_has_the_whole_picture(browser: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(draw(load(FLAGSHIP), format="html"))
    browser.open(file)
    browser.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert [*map(bool, browser.evaluate(SHOWN))] == [True, False, False, False]
    finally:
        browser.call("Emulation.setEmulatedMedia", media="")


def test_a_part_of_a_map_in_a_page_has_a_drawing_for_telephones() -> None:
    page = draw(load(FLAGSHIP), format="html", options=RenderOptions(parts=True)).decode()
    assert page.count('<svg display="none"') > 0


def test_a_map_that_a_telephone_can_show_has_one_drawing() -> None:
    small = loads("argmap: 1\nthesis: {text: T.}")
    assert picture(small, narrow=True).narrow is None
    assert figure(picture(small, narrow=True)) == figure(picture(small))


def test_who_names_a_width_of_a_page_means_no_telephone() -> None:
    shown = picture(load(FLAGSHIP), options=RenderOptions(fit="760"), narrow=True)
    assert shown.narrow is not None
    assert shown.narrow.width < 360 < 700 < shown.places.width


def test_who_names_a_sheet_or_a_direction_gets_no_other_drawing() -> None:
    for options in ({"fit": "a4"}, {"direction": "down"}, {"direction": "column", "width": 700}):
        shown = picture(load(FLAGSHIP), options=RenderOptions(**options), narrow=True)
        assert shown.narrow is None
