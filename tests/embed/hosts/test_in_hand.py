"""Explorers in frames of real pages, used by fingers, and by wheel and keys in Firefox."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import AT_REST
from tests.devtools import Page, browser_page
from tests.embed.hosts.test_explored import (
    FITS,
    FRAME,
    OPENED,
    explored,
    mkdocs,
    notebook,
    page,
    project,
    sphinx,
)
from tests.embed.sites import run
from tests.firefox import Page as Tab
from tests.firefox import firefox_page

pytestmark = pytest.mark.slow
__all__ = ["mkdocs", "notebook", "page", "project", "sphinx"]

TELEPHONE = (358, 740)
CAMERA = f"{AT_REST}.then(() => (one => [one.x, one.y, one.scale])(argmapExplorer.stage.camera))"
STAGE = "document.querySelector('.stage').getBoundingClientRect().toJSON()"
READY = "!!(window.argmapExplorer && document.querySelector('.stage g.claim'))"
IN_HAND = "document.documentElement.classList.contains('in-hand')"
Place = tuple[float, float]


@pytest.fixture(scope="module")
def telephone() -> Iterator[Page]:
    width, height = TELEPHONE
    with browser_page(width=width, height=height) as found:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}
        found.call("Emulation.setDeviceMetricsOverride", **size)
        found.call("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=5)
        yield found


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with firefox_page(calm=True, width=TELEPHONE[0], height=TELEPHONE[1]) as found:
        yield found


@pytest.fixture(scope="module")
def written(notebook: Path) -> Path:
    fingers = run("jupyter", "nbconvert", "--to", "html", notebook.name, folder=notebook.parent)
    assert fingers.returncode == 0, fingers.stdout
    return notebook.with_suffix(".html")


def held_frame(telephone: Page) -> Page:
    """Return the frame of a page, which knows of fingers as well."""
    frame = explored(telephone)
    frame.call("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=5)
    frame.until("matchMedia('(any-pointer: coarse)').matches")
    return frame


def touch(browser: Page, *ways: tuple[Place, Place]) -> None:
    """Lead fingers over the page, each from one place to another, all at once."""

    def tell(kind: str, part: float) -> None:
        spots = [
            {"x": start[0] + (end[0] - start[0]) * part, "y": start[1] + (end[1] - start[1]) * part}
            for start, end in ways
        ]
        points = [spot | {"id": number} for number, spot in enumerate(spots)]
        browser.call(
            "Input.dispatchTouchEvent",
            type=kind,
            touchPoints=[] if kind == "touchEnd" else points,
        )

    tell("touchStart", 0)
    if any(start != end for start, end in ways):
        for step in range(1, 9):
            tell("touchMove", step / 8)
    tell("touchEnd", 1)


def test_fingers_scroll_the_page_until_they_tap_the_frame(telephone: Page, page: Path) -> None:
    telephone.open(page)
    frame = held_frame(telephone)
    assert telephone.evaluate(FITS)
    frame.evaluate("argmapExplorer.close()")
    telephone.evaluate(f"{FRAME}.scrollIntoView({{block: 'start', behavior: 'instant'}})")
    before, at = frame.evaluate(CAMERA), telephone.evaluate("scrollY")
    box = telephone.evaluate(f"{FRAME}.getBoundingClientRect().toJSON()")
    stage = frame.evaluate(STAGE)
    x, y = box["x"] + stage["width"] / 2, box["y"] + stage["y"] + stage["height"] / 2
    touch(telephone, ((x, y + 40), (x, y - 100)))
    telephone.until(f"scrollY > {at} + 50")
    assert frame.evaluate(CAMERA) == before
    assert not frame.evaluate(IN_HAND)


def test_fingers_move_and_enlarge_the_map_that_is_in_hand(telephone: Page, page: Path) -> None:
    telephone.call("Emulation.setPageScaleFactor", pageScaleFactor=1)
    telephone.open(page)
    frame = held_frame(telephone)
    frame.evaluate("argmapExplorer.close()")
    telephone.evaluate(f"{FRAME}.scrollIntoView({{block: 'start', behavior: 'instant'}})")
    telephone.rest()
    box = telephone.evaluate(f"{FRAME}.getBoundingClientRect().toJSON()")
    stage = frame.evaluate(STAGE)
    x, y = box["x"] + stage["width"] / 2, box["y"] + stage["y"] + stage["height"] / 2
    touch(telephone, ((x, y), (x, y)))
    frame.until(IN_HAND)
    frame.evaluate("argmapExplorer.close()")
    # What fingers do there is another matter from the next picture on.
    frame.until("getComputedStyle(document.querySelector('.stage')).touchAction === 'none'")
    frame.rest()
    telephone.rest()
    held, at = frame.evaluate(CAMERA), telephone.evaluate("scrollY")
    touch(telephone, ((x, y), (x + 40, y + 40)))
    # Moves come in frames of the browser, a while after they were made.
    place = "argmapExplorer.stage.camera"
    frame.until(f"{place}.x - {held[0]} > 30 && {place}.y - {held[1]} > 30")
    assert frame.evaluate(CAMERA)[2] == held[2]
    touch(telephone, ((x - 30, y), (x - 60, y)), ((x + 30, y), (x + 60, y)))
    frame.until(f"{place}.scale > 1.6 * {held[2]}")
    assert telephone.evaluate("[scrollY, visualViewport.scale]") == [at, 1]
    assert telephone.faults == frame.faults == []
    # Beside the frame the page is scrolled all the while.
    telephone.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    edge = telephone.evaluate(f"{FRAME}.getBoundingClientRect().top") - 8
    touch(telephone, ((x, edge), (x, edge - 60)))
    telephone.until("scrollY > 20")


@pytest.mark.parametrize("host", ["mkdocs", "sphinx", "written"])
def test_firefox_shows_and_moves_the_explorer_in_its_frame(
    tab: Tab, host: str, request: pytest.FixtureRequest
) -> None:
    file: Path = request.getfixturevalue(host)
    if host == "mkdocs":
        file /= "guide/page one/index.html"
    tab.open("about:blank")
    tab.faults.clear()
    tab.open(file)
    assert host == "written" or tab.evaluate(FITS)
    frame = tab.frame()
    frame.until(READY)
    assert frame.evaluate("[argmapExplorer.state.claim, window.origin]") == ["distraction", "null"]
    assert frame.evaluate(FITS)
    frame.evaluate("(argmapExplorer.close(), 0)")
    held = frame.evaluate(CAMERA)
    frame.touch([(170, 300), (170, 290), (170, 250)])
    frame.turn_wheel(170, 300, down=120)
    assert frame.evaluate(CAMERA) == held
    # A finger takes it in hand; from then on it moves the map.
    frame.touch([(170, 300)])
    frame.until(IN_HAND)
    frame.evaluate("(argmapExplorer.close(), 0)")
    held = frame.evaluate(CAMERA)
    frame.touch([(170, 300), (180, 290), (200, 270)])
    moved = frame.evaluate(CAMERA)
    assert moved == pytest.approx([held[0] + 30, held[1] - 30, held[2]])
    frame.touch([(150, 200), (130, 200), (110, 200)], [(200, 200), (220, 200), (240, 200)])
    assert frame.evaluate(CAMERA)[2] > 1.5 * held[2]
    # Keys find a claim, fold it, and tell of it.
    for key in ("/", *"collect", "Enter"):
        frame.press(key)
    chosen = frame.evaluate(f"{AT_REST}.then(() => document.activeElement.dataset.claim)")
    assert chosen == "collect"
    frame.press("Space")
    assert frame.evaluate("argmapExplorer.state.fold") == ["collect"]
    frame.press("Enter")
    assert frame.evaluate("document.activeElement.closest('.pane') !== null")
    frame.press("Escape")
    assert frame.evaluate("document.activeElement.dataset.claim") == "collect"
    assert tab.faults == []


@pytest.mark.parametrize("host", ["mkdocs", "sphinx"])
def test_firefox_opens_explorers_beside_a_page_at_their_state(
    tab: Tab, host: str, request: pytest.FixtureRequest
) -> None:
    file: Path = request.getfixturevalue(host)
    tab.open(file / "guide/page one/index.html" if host == "mkdocs" else file)
    links = tab.evaluate("[...document.querySelectorAll('.argmap-opens a')].map(one => one.href)")
    assert [one.partition("#")[2] for one in tab.evaluate(OPENED)] == ["claim=distraction", ""]
    tab.faults.clear()
    for link in links:
        tab.open("about:blank")
        tab.open(link)
        tab.until(READY)
        assert tab.evaluate(FITS)
    assert tab.faults == []
