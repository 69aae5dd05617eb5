"""The keyboard's focus on a page that is served: a save makes its panes anew, and it stays."""

import json
from pathlib import Path

import pytest

from tests.devtools import Page
from tests.serving.live import LIVE, serving

MAP = """argmap: 1
style: {source_texts: all}
sources: {report: {author: Ada Lem, title: On the dam, year: 2019, file: report.txt}}
thesis:
  id: safe
  text: The dam is safe.
  premises:
    - id: seen
      text: It was seen.
      source: {ref: report, quote: inspected in May}
      premises:
        - {id: rain, text: It rained., source: {ref: report, quote: rain fell}}
        - {id: wind, text: It was windy., source: {ref: report, quote: rain fell}}
"""
TEXT = "The dam was inspected in May.\n\nMuch rain fell, and more rain fell.\n"
ACTIVE = "document.activeElement"
RAIN = ".pane .bearing a[href='#claim=rain']"
MARKED = ".reading .mark[href='#claim=rain']"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    tmp_path.joinpath("report.txt").write_text(TEXT, encoding="utf-8")
    found = tmp_path / "map.yaml"
    found.write_text(MAP, encoding="utf-8")
    return found


def open_at(browser: Page, address: str, element: str) -> None:
    """Open the page of a server, and give an element the focus."""
    browser.visit(f"{address}#claim=seen&source=report")
    browser.until(LIVE)
    browser.until(f"document.querySelector({json.dumps(element)}) !== null")
    browser.evaluate(f"(window.had = document.querySelector({json.dumps(element)})).focus()")
    assert browser.evaluate(f"{ACTIVE} === window.had")


def save(browser: Page, file: Path, *changes: tuple[str, str]) -> None:
    """Save the map with other words, and wait until the page has it."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    browser.evaluate("addEventListener('argmap-live', () => { window.saved = true }); 0")
    file.write_text(text, encoding="utf-8")
    browser.until("window.saved === true")
    browser.evaluate("window.saved = false")
    assert not browser.evaluate("window.had.isConnected"), "nothing was made anew"


STAY = {
    "a link": RAIN,
    "its way": ".pane .trail a",
    "the heading": ".pane h2",
    "its close": ".pane .close",
    "what is supposed": ".pane [data-suppose=reject]",
    "what leads to a text": ".pane .place a",
    "a passage": ".reading .mark[href='#claim=seen']",
    "the name of a source": ".reading-head h2",
    "the close of a text": ".reading .close",
    "a depth": ".depths button[data-count='2']",
}


@pytest.mark.parametrize("element", STAY.values(), ids=STAY.keys())
def test_a_save_leaves_the_focus_where_it_was(file: Path, browser: Page, element: str) -> None:
    with serving(file) as server:
        open_at(browser, server.address, element)
        save(browser, file, ("The dam is safe.", "The old dam is safe."))
        assert browser.evaluate(f"{ACTIVE} === document.querySelector({json.dumps(element)})")


def test_what_is_new_before_a_link_does_not_take_its_focus(file: Path, browser: Page) -> None:
    new = "        - {id: snow, text: It snowed.}\n        - {id: rain, text: It poured."
    with serving(file) as server:
        open_at(browser, server.address, RAIN)
        save(browser, file, ("        - {id: rain, text: It rained.", new))
        assert browser.evaluate(f"{ACTIVE} === document.querySelector({json.dumps(RAIN)})")
        assert browser.evaluate(f"{ACTIVE}.textContent") == "It poured."


def test_a_claim_that_has_another_id_keeps_the_focus(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address, RAIN)
        save(browser, file, ("id: rain", "id: wet"))
        assert browser.evaluate(f"{ACTIVE}.getAttribute('href')") == "#claim=wet"


def test_a_passage_is_its_words_whoever_cites_them(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address, MARKED)
        save(
            browser,
            file,
            ("text: It was windy., source", "text: It blew., source"),
            ("id: rain", "id: wet"),
        )
        assert browser.evaluate(f"{ACTIVE}.matches('.reading .mark')")
        assert browser.evaluate(f"{ACTIVE}.firstChild.textContent") == "rain fell"


def test_a_passage_that_grows_keeps_the_focus(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address, ".reading .mark[href='#claim=seen']")
        save(browser, file, ("quote: inspected in May", "quote: The dam was inspected"))
        assert browser.evaluate(f"{ACTIVE}.textContent") == "The dam was inspected"


def test_from_what_cites_a_passage_the_focus_comes_back_to_it(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address, MARKED)
        browser.evaluate(f"{ACTIVE}.click()")
        browser.until(f"{ACTIVE}.closest('.citers') !== null")
        save(browser, file, ("The dam is safe.", "The old dam is safe."))
        assert browser.evaluate(f"{ACTIVE} === document.querySelector({json.dumps(MARKED)})")


GONE = {
    "a link": (
        RAIN,
        ("        - {id: rain, text: It rained., source: {ref: report, quote: rain fell}}\n", ""),
        ".pane h2",
    ),
    "a passage": (
        ".reading .mark[href='#claim=seen']",
        ("      source: {ref: report, quote: inspected in May}\n", ""),
        ".reading h2",
    ),
}


@pytest.mark.parametrize(("element", "change", "heading"), GONE.values(), ids=GONE.keys())
def test_the_heading_has_the_focus_of_what_is_gone(
    file: Path, browser: Page, element: str, change: tuple[str, str], heading: str
) -> None:
    with serving(file) as server:
        open_at(browser, server.address, element)
        save(browser, file, change)
        assert browser.evaluate(f"{ACTIVE} === document.querySelector({json.dumps(heading)})")


def test_the_focus_of_a_text_that_is_closed_is_in_the_pane(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address, ".reading .mark")
        save(browser, file, ("style: {source_texts: all}\n", ""))
        assert browser.evaluate("document.querySelector('.reading').hidden")
        assert browser.evaluate(f"{ACTIVE} === document.querySelector('.pane h2')")


def test_the_picture_has_the_focus_of_a_pane_that_is_closed(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address, ".pane h2")
        save(browser, file, ("id: seen", "id: watched"))
        assert browser.evaluate("document.querySelector('.pane').hidden")
        assert browser.evaluate(f"{ACTIVE}.closest('.sheet') !== null")


def test_a_pane_stays_where_it_was_scrolled_to(file: Path, browser: Page) -> None:
    note = "      note: " + "It says much and means little. " * 200 + "\n"
    file.write_text(MAP.replace("      text: It was seen.\n", "      text: It was seen.\n" + note))
    with serving(file) as server:
        open_at(browser, server.address, RAIN)
        browser.evaluate("document.querySelector('.pane').scrollTop = 120")
        assert browser.evaluate("document.querySelector('.pane').scrollTop") == 120
        save(browser, file, ("The dam is safe.", "The old dam is safe."))
        assert browser.evaluate("document.querySelector('.pane').scrollTop") == 120
        assert browser.evaluate(f"{ACTIVE} === document.querySelector({json.dumps(RAIN)})")
