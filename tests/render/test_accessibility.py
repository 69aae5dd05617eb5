"""What people meet who use a screen reader or a keyboard, in a real browser."""

from pathlib import Path
from typing import Any

import pytest

from argmap.languages import words_in
from argmap.model import ArgumentMap
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from tests.devtools import Page
from tests.render.hostile import hostile_map

pytestmark = pytest.mark.slow

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.yaml"))
FLAGSHIP = next(file for file in MAPS if file.stem == "western-friendly-autocracy")
LINKED = """argmap: 1
title: Trees
sources: {doe: {author: Jane Doe, year: 2020, url: "https://example.org/"}}
thesis:
  id: t
  text: We should plant trees.
  source: doe
  arguments: [{id: a, text: They are beautiful., link: "https://example.org/a", premises: [B.]}]
"""


def opened(browser: Page, folder: Path, text: str) -> None:
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    browser.open(file)


def violations(browser: Page, axe: str) -> list[list[str]]:
    """What axe-core finds in the open page at rest: each rule with what breaks it."""
    browser.rest()
    browser.evaluate(f"{axe}; 0")
    found = browser.evaluate(
        """axe.run().then(({violations, passes}) => ({
          faults: violations.map(one => [one.id, ...one.nodes.map(node => node.html)]),
          kept: passes.map(one => one.id)}))"""
    )
    assert {"document-title", "html-has-lang"} <= set(found["kept"])
    return found["faults"]


def html(a_map: ArgumentMap, **options: Any) -> str:
    return draw(a_map, format="html", options=RenderOptions(**options)).decode()


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_page_of_every_map_keeps_the_rules(
    file: Path, browser: Page, axe: str, tmp_path: Path
) -> None:
    opened(browser, tmp_path, html(load(file)))
    assert violations(browser, axe) == []


@pytest.mark.parametrize(
    ("text", "options"),
    [(LINKED, {"max_depth": 1}), (LINKED, {"theme": "dark"}), (LINKED, {"theme": "high-contrast"})],
)
def test_pages_with_links_stubs_and_themes_keep_the_rules(
    text: str, options: dict[str, Any], browser: Page, axe: str, tmp_path: Path
) -> None:
    opened(browser, tmp_path, html(loads(text), **options))
    assert violations(browser, axe) == []


def test_the_page_of_a_hostile_map_keeps_the_rules(browser: Page, axe: str, tmp_path: Path) -> None:
    opened(browser, tmp_path, html(hostile_map(), direction="down"))
    assert violations(browser, axe) == []


def test_three_pictures_in_one_page_keep_the_rules(browser: Page, axe: str, tmp_path: Path) -> None:
    pictures = [draw(load(file)).decode() for file in (FLAGSHIP, MAPS[0])]
    pictures.append(draw(loads(LINKED)).decode())
    body = "".join(f"<figure>{picture}</figure>" for picture in pictures)
    page = f'<!doctype html><html lang="en"><title>Maps</title><main><h1>Maps</h1>{body}</main>'
    opened(browser, tmp_path, page)
    assert violations(browser, axe) == []
    roles = [one["role"] for one in browser.told() if one["description"]]
    assert roles == ["image", "image", "group"]


def test_a_fault_is_found(browser: Page, axe: str, tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="x">'
    opened(browser, tmp_path, page)
    assert [fault[0] for fault in violations(browser, axe)] == ["image-alt"]


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_picture_has_a_name_and_a_description(
    file: Path, browser: Page, tmp_path: Path
) -> None:
    a_map = load(file)
    picture = tmp_path / "picture.svg"
    picture.write_bytes(draw(a_map))
    browser.open(picture)
    (image,) = [one for one in browser.told() if one["role"] == "image"]
    words = words_in(a_map.language)
    assert image["name"] == (a_map.title or words.map)
    thesis = a_map.claims_by_id[a_map.theses[0]].text.rstrip(".")
    assert image["description"].startswith(words.map_for.format(words.quoted_again(thesis)))


def test_a_claim_called_title_does_not_take_the_name_of_the_picture(
    browser: Page, tmp_path: Path
) -> None:
    a_map = loads("argmap: 1\ntitle: Trees\nthesis: {id: title, text: Yes., premises: [No.]}")
    opened(browser, tmp_path, draw(a_map).decode())
    (image,) = [one for one in browser.told() if one["role"] == "image"]
    assert image["name"] == "Trees"


def test_a_screen_reader_meets_the_picture_once_and_then_the_outline(
    browser: Page, tmp_path: Path
) -> None:
    opened(browser, tmp_path, html(loads(LINKED), max_depth=1, evaluate=False))
    parts = [
        (one["role"], one["name"])
        for one in browser.told()
        if one["role"] in ("heading", "link", "group", "region", "main", "banner", "listitem")
    ]
    texts = [one["name"] for one in browser.told() if one["role"] == "StaticText"]
    # In a heading of the outline and in the bibliography.
    assert texts.count("We should plant trees.") == 2
    assert [name for role, name in parts if role == "heading"] == [
        "Trees",
        "The argument",
        "We should plant trees.",
        "What speaks for it",
        "Sources",
    ]
    assert parts[:2] == [("link", "Skip to the outline"), ("banner", "")]
    assert ("link", "+ 1 claim on this, not shown") in parts


FOCUS = """(() => { const one = document.activeElement;
return one.getAttribute('href')?.baseVal ?? one.getAttribute('href') ?? one.className })()"""


def test_the_page_can_be_used_with_the_keyboard(browser: Page, tmp_path: Path) -> None:
    opened(browser, tmp_path, html(loads(LINKED), max_depth=1))
    met = []
    for _ in range(8):
        browser.press("Tab")
        met.append(browser.evaluate(FOCUS))
    assert met == [
        "#outline",
        "frame",
        "https://example.org/a",
        "#claim-a",
        "#source-doe",
        "https://example.org/a",
        "https://example.org/",
        "",
    ]
    assert browser.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_enter_follows_the_skip_link_and_what_comes_next_is_in_the_outline(
    browser: Page, tmp_path: Path
) -> None:
    opened(browser, tmp_path, html(loads(LINKED)))
    browser.press("Tab")
    assert browser.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    browser.press("Enter")
    assert browser.evaluate("location.hash") == "#outline"
    browser.press("Tab")
    assert browser.evaluate(FOCUS) == "#source-doe"


def test_enter_folds_a_long_branch(browser: Page, tmp_path: Path) -> None:
    opened(browser, tmp_path, html(load(FLAGSHIP)))
    summary = "document.querySelector('#outline summary')"
    browser.evaluate(f"{summary}.focus()")
    for still_open in (False, True):
        browser.press("Enter")
        assert browser.evaluate(f"{summary}.parentElement.open") is still_open


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_no_page_is_wider_than_its_window(width: int, browser: Page, tmp_path: Path) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.call("Emulation.setDeviceMetricsOverride", **size)
    try:
        opened(browser, tmp_path, html(load(FLAGSHIP)))
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
        sides = """Math.min(...[...document.querySelectorAll('#outline p')]
                .map(one => one.getBoundingClientRect().width))"""
        assert browser.evaluate(sides) > min(width, 700) / 2
    finally:
        browser.call("Emulation.clearDeviceMetricsOverride")
