"""The slides of a map as a page of `argmap serve`, in a browser."""

from pathlib import Path

import pytest

from tests.command import argmap
from tests.devtools import Page
from tests.serving.live import LIVE, ask, serving

MAP = """argmap: 1
title: Sundays
thesis:
  id: t
  text: The library should open on Sundays.
  arguments:
    - {{id: first, premises: [{{id: a, text: {one}}}]}}
    - {{id: second, premises: [{{id: b, text: {two}}}]}}
"""
BAD = "argmap: 1\nthesis: {id: t, text: T., premises: [{ref: nobody}]}\n"
ONE, TWO = "Families are free then.", "Rooms stand empty."
MORE = "    - {id: zeroth, premises: [{id: z, text: Many asked for it.}]}\n"
SAID = "document.querySelector('.said').textContent"
AT = "document.querySelector('.at').textContent"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "a map.yaml"
    write(found)
    return found


def write(file: Path, *, one: str = ONE, two: str = TWO, more: str = "") -> None:
    text = MAP.format(one=one, two=two)
    head, rest = text.split("    - ", 1)
    file.write_text(f"{head}{more}    - {rest}", encoding="utf-8")


def test_an_edit_keeps_the_slide_that_is_shown(file: Path, browser: Page) -> None:
    with serving(file) as server:
        browser.visit(f"{server.address}?slides#step=3")
        browser.until(LIVE)
        browser.until(f"{SAID}.includes('{TWO}')")
        browser.evaluate("window.kept = true")
        assert browser.evaluate(AT) == "3 / 4"
        write(file, two="Rooms are warm anyway.")
        browser.until(f"{SAID}.includes('Rooms are warm anyway.')")
        assert browser.evaluate(AT) == "3 / 4"
        # An argument comes before it: the number is another, what is shown is the same.
        write(file, more=MORE)
        browser.until(f"{AT} === '4 / 5'")
        assert TWO in browser.evaluate(SAID)
        assert browser.evaluate("location.hash") == "#step=4"
        # What is shown goes away: the next stays.
        write(file, two=ONE.replace("Families", "Children"))
        browser.until(f"{AT} === '3 / 4'")
        browser.press("ArrowRight")
        browser.until(f"{AT} === '4 / 4'")
        write(file, more=MORE)
        browser.until(f"{AT} === '5 / 5'")
        assert browser.evaluate("window.kept") is True
        assert browser.faults == []


def test_the_picture_of_a_slide_follows_and_is_where_it_was(file: Path, browser: Page) -> None:
    with serving(file) as server:
        browser.visit(f"{server.address}?slides#step=2")
        browser.until(LIVE)
        shown = "[...document.querySelectorAll('.frame-of.shown svg')].map(one => one.textContent)"
        assert len(browser.evaluate(shown)) == 1
        camera = "document.querySelector('.talk .sheet').style.transform"
        before = browser.evaluate(camera)
        write(file, one="Families are glad then.")
        browser.until(f"({shown})[0].replace(/\\s/g, '').includes('gladthen')")
        assert browser.evaluate(camera) == before
        browser.until("document.querySelectorAll('.frame-of.shown .argmap-news').length === 1")
        assert not browser.evaluate("document.querySelector('.stage.gliding')")
        # In the overview one stays in the overview.
        browser.press("o")
        browser.until("!!document.querySelector('.talk.overview')")
        write(file, one="Families are there then.")
        browser.until(f"({shown})[0].replace(/\\s/g, '').includes('therethen')")
        assert browser.evaluate("!!document.querySelector('.talk.overview')")


def test_a_fault_leaves_the_last_good_slide(file: Path, browser: Page) -> None:
    with serving(file) as server:
        browser.visit(f"{server.address}?slides#step=3")
        browser.until(LIVE)
        file.write_text(BAD, encoding="utf-8")
        panel = "document.getElementById('argmap-findings')"
        assert "a map.yaml:2:" in browser.until(f"{panel}.hidden ? '' : {panel}.textContent")
        assert TWO in browser.evaluate(SAID)
        grey = (
            "['.said', '.stage'].map(one => getComputedStyle(document.querySelector(one)).filter)"
        )
        assert browser.evaluate(grey) == ["grayscale(1)"] * 2
        write(file, two="All is well again.")
        browser.until(f"{SAID}.includes('All is well again.')")
        browser.until(f"{panel}.hidden")
        assert browser.evaluate(AT) == "3 / 4"


def test_a_map_that_cannot_be_read_at_first_has_slides_once_it_can(
    file: Path, browser: Page
) -> None:
    file.write_text(BAD, encoding="utf-8")
    with serving(file) as server:
        browser.visit(f"{server.address}?slides")
        browser.until("document.getElementById('argmap-findings')?.textContent.includes('nobody')")
        write(file)
        browser.until(f"{SAID}.includes('Sundays')")


def test_explorer_slides_and_folder_lead_to_one_another(file: Path, browser: Page) -> None:
    with serving(file.parent) as server:
        browser.visit(server.address)
        browser.until("document.querySelectorAll('tbody a').length === 2")
        browser.evaluate("document.querySelectorAll('tbody a')[1].click()")
        browser.until(f"{LIVE} && {AT} === '1 / 4'")
        link = "document.querySelector('.argmap-other')"
        assert browser.until(f"{link}.textContent") == "Explorer"
        browser.evaluate(f"{link}.click()")
        browser.until(f"{LIVE} && window.argmapExplorer && {link}?.textContent === 'Slides'")
        assert browser.evaluate(f"{link}.checkVisibility()")
        write(file, one="Families are glad then.")
        browser.until("document.querySelector('.stage').textContent.includes('glad')")
        assert browser.evaluate("document.querySelectorAll('.argmap-other').length") == 1
        browser.evaluate(f"{link}.click()")
        browser.until(f"{LIVE} && {AT} === '1 / 4'")
        # A key that no slide has opens the editor at what the slide tells of.
        browser.press("ArrowRight")
        browser.evaluate(
            "navigation.addEventListener('navigate', event => { event.preventDefault();"
            " window.opened = event.destination.url }); 0"
        )
        browser.press("e")
        opened = browser.until("window.opened")
        assert opened.startswith("vscode://file")
        assert opened.endswith(":7:7")


def test_the_claim_that_is_chosen_has_its_slide_and_a_slide_its_place_in_the_explorer(
    file: Path, browser: Page
) -> None:
    link = "document.querySelector('.argmap-other')"
    with serving(file) as server:
        browser.visit(f"{server.address}#claim=b&find=rooms")
        browser.until(f"{LIVE} && {link} !== null")
        browser.evaluate(f"{link}.click()")
        browser.until(f"{LIVE} && {AT} === '3 / 4'")
        assert TWO in browser.evaluate(SAID)
        browser.press("ArrowLeft")
        browser.until(f"{AT} === '2 / 4'")
        browser.evaluate(f"{link}.click()")
        browser.until(f"{LIVE} && window.argmapExplorer?.state.claim === 'first'")
        # By keys, and where nothing is chosen as well.
        browser.press("Escape")
        browser.evaluate(f"{link}.focus()")
        browser.press("Enter")
        browser.until(f"{LIVE} && {AT} === '1 / 4'")
        browser.evaluate(f"{link}.click()")
        browser.until(f"{LIVE} && window.argmapExplorer?.state.claim === null")
        assert browser.evaluate("location.hash") == ""


def test_slides_that_are_loaded_anew_show_what_was_shown(file: Path, browser: Page) -> None:
    # As `argmap render -f slides --watch` writes them.
    page = file.with_name("a map.slides.html")
    assert argmap("render", file, "-f", "slides", "-o", page).code == 0
    browser.visit(f"{page.resolve().as_uri()}#step=3")
    browser.until(f"{SAID}.includes('{TWO}')")
    write(file, more=MORE)
    assert argmap("render", file, "-f", "slides", "-o", page).code == 0
    browser.evaluate("location.reload()")
    browser.until("document.querySelector('.at')?.textContent === '4 / 5'")
    assert TWO in browser.evaluate(SAID)
    assert browser.evaluate("location.hash") == "#step=4"
    # What an address names that is typed anew counts more.
    browser.evaluate("location.hash = '#step=2'")
    browser.until(f"{AT} === '2 / 5'")


@pytest.mark.parametrize("name", ["", "report.md?slides", "nothing.yaml?slides", "?slides"])
def test_only_maps_have_slides(name: str, file: Path) -> None:
    file.with_name("report.md").write_text("# R\n", encoding="utf-8")
    with serving(file.parent) as server:
        answer = ask(server, f"/{server.door.token}/{name}")
        assert answer.status == (200 if name == "" else 404)
        news = name.replace("?slides", "&slides")
        if name:
            told = ask(server, f"/{server.door.token}/.live/events?of={news}")
            assert told.status == 404
