"""A figure whose picture is shown smaller than it is can be opened at full size, without script."""

import pytest

from argmap.pipeline import load, loads, picture
from argmap.render.figure import figure
from tests.devtools import browser_page
from tests.render.specimens import MAPS
from tests.render.test_accessibility import axe, violations  # noqa: F401

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
def browser(request):
    with browser_page(dark=request.param) as page:
        yield page


def opened(browser, folder, a_map):
    file = folder / "page.html"
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A map</title>'
    head += f"<style>{PAGE}</style><main><h1>A map</h1>"
    file.write_text(head + figure(picture(a_map)), encoding="utf-8")
    browser.open(file)


def test_the_keyboard_opens_a_large_picture_and_closes_it(browser, axe, tmp_path):  # noqa: F811
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


def test_a_picture_at_its_full_size_has_no_button(browser, tmp_path):
    opened(browser, tmp_path, loads("argmap: 1\nthesis: {text: T., premises: [P.]}"))
    assert browser.evaluate(STATE)["button"] is False


def test_on_paper_there_is_no_button(browser, tmp_path):
    opened(browser, tmp_path, load(FLAGSHIP))
    browser.call("Emulation.setEmulatedMedia", media="print")
    try:
        shown = "getComputedStyle(document.querySelector('.argmap-larger')).display"
        assert browser.evaluate(shown) == "none"
    finally:
        browser.call("Emulation.setEmulatedMedia", media="")
