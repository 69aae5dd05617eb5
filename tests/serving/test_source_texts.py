"""The text of a source, open beside a map that is served: it follows the map, and its own file."""

from pathlib import Path

import pytest

from tests.devtools import Page
from tests.serving.live import LIVE, serving

MAP = """argmap: 1
style: {{source_texts: all}}
sources: {{report: {{author: Ada Lem, title: On the dam, year: 2019, file: report.txt}}}}
thesis:
  id: safe
  text: The dam is safe.
  premises:
    - {{id: seen, text: It was seen., source: {{ref: report, quote: {quote}}}}}
"""
BAD = "argmap: 1\nthesis: {id: safe, text: T., premises: [{ref: nobody}]}\n"
FIRST, LAST = "inspected in May", "no damage was found"
# So long that it scrolls.
MIDDLE = "\n\n".join(f"Paragraph {number} says little." for number in range(60))
PANE = "document.querySelector('.reading')"
MARKED = "[...document.querySelectorAll('.reading .mark')].map(one => one.textContent).join('|')"
BODY = "document.querySelector('.reading-body')"
PANEL = "document.getElementById('argmap-findings')"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "map.yaml"
    write(found, FIRST)
    tell(found, f"The dam was {FIRST}.")
    return found


def write(file: Path, quote: str) -> None:
    file.write_text(MAP.format(quote=quote), encoding="utf-8")


def tell(file: Path, beginning: str) -> None:
    """Write the text of the source anew."""
    text = f"{beginning}\n\n{MIDDLE}\n\nIn the end {LAST}.\n"
    file.with_name("report.txt").write_text(text, encoding="utf-8")


def open_at(browser: Page, address: str) -> None:
    browser.visit(f"{address}#claim=seen&source=report")
    browser.until(LIVE)
    browser.until(f"({MARKED}) === {FIRST!r}")


def test_marks_follow_the_map_and_the_text(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address)
        browser.evaluate("window.kept = true")
        write(file, LAST)
        browser.until(f"({MARKED}) === {LAST!r}")
        tell(file, f"As was told, {LAST}. It was {FIRST}.")
        # The first place that has the words is meant.
        browser.until(f"{BODY}.textContent.includes('As was told')")
        write(file, FIRST)
        browser.until(f"({MARKED}) === {FIRST!r}")
        tell(file, "Nothing is said of it.")
        browser.until(f"!({MARKED}) && {BODY}.querySelector('.lost')?.textContent.includes('May')")
        tell(file, f"The dam was {FIRST}.")
        browser.until(f"({MARKED}) === {FIRST!r} && !{BODY}.querySelector('.lost')")
        assert browser.evaluate("window.kept") is True
        assert browser.evaluate(f"{PANE}.checkVisibility()")
        assert browser.evaluate("location.hash").endswith("claim=seen&source=report")


def test_a_text_stays_where_it_was_scrolled_to(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address)
        browser.rest()
        browser.evaluate(f"{BODY}.scrollTop = 300")
        tell(file, f"The old dam was {FIRST}.")
        browser.until(f"{BODY}.textContent.includes('The old dam')")
        assert browser.evaluate(f"{BODY}.scrollTop") == 300


def test_the_focus_in_a_text_is_not_lost_with_a_save(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address)
        browser.evaluate("document.querySelector('.reading .mark').focus()")
        tell(file, f"The old dam was {FIRST}.")
        browser.until(f"{BODY}.textContent.includes('The old dam')")
        assert browser.evaluate("document.activeElement.closest('.reading') !== null")
        assert browser.evaluate("document.activeElement.textContent") == FIRST


def test_a_fault_leaves_the_text_that_is_open(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address)
        file.write_text(BAD, encoding="utf-8")
        browser.until(f"!{PANEL}.hidden && {PANEL}.textContent.includes('nobody')")
        assert browser.evaluate(MARKED) == FIRST
        assert browser.evaluate(f"{PANE}.checkVisibility()")
        write(file, LAST)
        browser.until(f"{PANEL}.hidden && ({MARKED}) === {LAST!r}")


def test_a_text_that_goes_away_and_comes_back_is_followed(file: Path, browser: Page) -> None:
    with serving(file) as server:
        open_at(browser, server.address)
        file.with_name("report.txt").unlink()
        browser.until(f"!{PANEL}.hidden || {PANE}.hidden")
        tell(file, f"The new dam was {FIRST}.")
        browser.until(f"{PANEL}.hidden && {BODY}?.textContent.includes('The new dam')")
        browser.until(f"({MARKED}) === {FIRST!r}")


def test_a_text_is_as_new_as_its_server_after_a_restart(file: Path, browser: Page) -> None:
    with serving(file) as server:
        port = server.server_port
        open_at(browser, server.address)
    browser.until("document.documentElement.classList.contains('argmap-lost')")
    tell(file, f"Meanwhile the dam was {FIRST}.")
    with serving(file, port=port):
        browser.until(f"{BODY}.textContent.includes('Meanwhile')")
        browser.until("!document.documentElement.classList.contains('argmap-lost')")
        assert browser.evaluate(MARKED) == FIRST
        tell(file, f"Afterwards the dam was {FIRST}.")
        browser.until(f"{BODY}.textContent.includes('Afterwards')")
