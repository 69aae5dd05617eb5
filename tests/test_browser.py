"""Trials of the browser itself: what it shows and reports can be relied on."""

from pathlib import Path

import pytest

from tests import browser
from tests.browser import evaluate, require_chromium, screenshot

pytestmark = pytest.mark.slow

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 60 40">
<style>rect { fill: #ff0000 } @media (prefers-color-scheme: dark) { rect { fill: #0000ff } }</style>
<rect width="60" height="40"/><text>“ä日”</text></svg>"""
FILL = "return getComputedStyle(document.querySelector('rect')).fill"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    require_chromium()
    file = tmp_path / "a picture.svg"
    file.write_text(PICTURE, encoding="utf-8")
    return file


@pytest.mark.parametrize(("dark", "colour"), [(False, "rgb(255, 0, 0)"), (True, "rgb(0, 0, 255)")])
def test_the_colour_scheme_is_the_one_asked_for(picture: Path, dark: bool, colour: str) -> None:
    assert evaluate(picture, FILL, dark=dark) == colour


def test_light_and_dark_screenshots_differ_and_repeat(picture: Path, tmp_path: Path) -> None:
    shots = []
    for number, dark in enumerate((False, True, False)):
        png = tmp_path / f"{number}.png"
        screenshot(picture, png, dark=dark, width=60, height=40)
        shots.append(png.read_bytes())
    light, dark_shot, again = shots
    assert light.startswith(b"\x89PNG")
    assert int.from_bytes(light[16:20]) == 60
    assert int.from_bytes(light[20:24]) == 40
    assert light == again != dark_shot


def test_what_a_script_returns_arrives_whole(picture: Path) -> None:
    script = """
    const box = document.querySelector('svg').getBoundingClientRect();
    return {box: [box.x, box.y, box.width, box.height],
            text: document.querySelector('text').textContent, odd: '"</script-->&\\u0000'}
    """
    expected = {"box": [0, 0, 60, 40], "text": "“ä日”", "odd": '"</script-->&\0'}
    assert evaluate(picture, script) == expected


def test_a_script_that_throws_is_an_error(picture: Path) -> None:
    with pytest.raises(RuntimeError, match="TypeError"):
        evaluate(picture, "return document.querySelector('circle').id")


def test_an_html_page_is_scripted_as_it_is(tmp_path: Path) -> None:
    require_chromium()
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>Trees</title><p>One<p>Two", encoding="utf-8")
    script = "return [document.title, document.querySelectorAll('p').length, innerWidth]"
    assert evaluate(page, script, width=700) == ["Trees", 2, 700]


def test_a_missing_browser_skips_unless_all_tests_must_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(browser, "chromium", lambda: None)
    monkeypatch.delenv("ARGMAP_ALL_TESTS", raising=False)
    with pytest.raises(pytest.skip.Exception):
        require_chromium()
    monkeypatch.setenv("ARGMAP_ALL_TESTS", "1")
    with pytest.raises(pytest.fail.Exception):
        require_chromium()
