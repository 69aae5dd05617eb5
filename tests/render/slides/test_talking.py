"""Slides as a speaker uses them, in a real browser: by keys, by mouse, by address, on paper."""

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from tests.devtools import Page
from tests.firefox import firefox_page
from tests.render.explorer.seen import turn_to
from tests.render.explorer.test_explored import opened
from tests.render.hostile import hostile_map
from tests.render.test_accessibility import violations

pytestmark = pytest.mark.slow

MAPS = Path(__file__).parents[3] / "maps"
SMALLEST = 14
TREE = """argmap: 1
title: Trees
thesis:
  id: t
  text: We should plant trees.
  arguments: [{id: a, text: They are beautiful., arguments: [{id: d, text: Elephants like them.}]}]
  rebuttals: [{id: b, text: They are ugly., rebuttals: [{id: c, text: Not the oak.}]}]
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("slides")
    phones = load(MAPS / "teaching-phones-at-school.yaml")
    long = " ".join(["A very long sentence."] * 300)
    maps = {
        "tree": loads(TREE),
        "phones": phones,
        "flagship": load(MAPS / "western-friendly-autocracy.yaml"),
        "hostile": hostile_map(),
        "long": loads(f"argmap: 1\nthesis: {{id: t, text: T., premises: ['{long}', B.]}}\n"),
    }
    for name, a_map in maps.items():
        (folder / f"{name}.html").write_bytes(draw(a_map, format="slides"))
    high = draw(phones, format="slides", options=RenderOptions(theme="high-contrast"))
    (folder / "contrast.html").write_bytes(high)
    return {file.stem: file for file in folder.iterdir()}


def told(browser: Page) -> str:
    return browser.evaluate("document.querySelector('.said').innerText")


def progress(browser: Page) -> str:
    return browser.evaluate("document.querySelector('.talk .at').textContent")


def address(browser: Page) -> str:
    return browser.evaluate("location.hash")


def seen(browser: Page) -> dict[str, Any]:
    """The boxes of the picture on the stage that lie whole within it, and how large letters are."""
    return browser.evaluate(
        """(() => {
          const stage = document.querySelector('.stage').getBoundingClientRect();
          const all = [...document.querySelectorAll('.frame-of.shown g[data-id]')];
          const inside = all.filter(one => {
            const box = one.querySelector('.frame').getBoundingClientRect();
            return box.left >= stage.left - 1 && box.right <= stage.right + 1 &&
              box.top >= stage.top - 1 && box.bottom <= stage.bottom + 1 && box.width > 0 });
          const sizes = all.flatMap(one => [...one.querySelectorAll('text')].map(text =>
            parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a));
          return {all: all.map(one => one.dataset.id), inside: inside.map(one => one.dataset.id),
            smallest: Math.min(...sizes)} })()"""
    )


def test_arrow_keys_turn_the_slides_and_the_picture_moves_along(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["tree"])
    assert progress(browser) == "1 / 6"
    met = []
    for number in range(2, 6):
        browser.press("ArrowRight")
        assert progress(browser) == f"{number} / 6"
        assert address(browser) == f"#step={number}"
        found = seen(browser)
        assert found["inside"] == found["all"]
        met.append({one for one in found["all"] if len(one) == 1})
    assert met == [{"t", "a"}, {"a", "d"}, {"t", "b"}, {"b", "c"}]
    browser.press("ArrowRight")
    assert "What it hangs on" in told(browser)
    browser.press("ArrowRight")
    assert progress(browser) == "6 / 6"
    browser.press("ArrowLeft")
    assert "Not the oak." in told(browser)


@pytest.mark.parametrize(("name", "size"), [("flagship", (1366, 768)), ("phones", (1920, 1080))])
def test_every_picture_is_seen_whole_in_letters_that_are_read_afar(
    name: str, size: tuple[int, int], browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files[name], "#step=2", size=size)
    steps = browser.evaluate("document.querySelectorAll('.slide.step').length")
    unit = size[0] / 1280
    for _ in range(steps):
        found = seen(browser)
        assert found["all"]
        assert found["inside"] == found["all"]
        # As large as 14 points are on a slide that is 13.33 inches wide.
        assert found["smallest"] >= SMALLEST * 96 / 72 * unit - 0.5
        browser.press("ArrowRight")


def test_a_speaker_jumps_by_digits_keys_list_and_overview(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["phones"])
    last = int(progress(browser).split(" / ")[1])
    for key, number in [("End", last), ("Home", 1), ("Space", 2), ("ArrowDown", 3), ("p", 2)]:
        browser.press(key)
        assert progress(browser) == f"{number} / {last}"
    browser.press("1")
    browser.press("2")
    browser.press("Enter")
    assert progress(browser) == f"12 / {last}"
    browser.evaluate(
        """(list => { list.value = '5'; list.dispatchEvent(new Event('change')) })(
          document.querySelector('.jump select'))"""
    )
    assert address(browser) == "#step=5"
    browser.press("Escape")
    assert browser.evaluate("document.querySelector('.talk').classList.contains('overview')")
    browser.press("ArrowRight")
    browser.press("Enter")
    assert progress(browser) == f"6 / {last}"
    assert not browser.evaluate("document.querySelector('.talk').classList.contains('overview')")
    browser.press("Escape")
    browser.point_at("document.querySelector('.frame-of[data-card=\"9\"]')", clicks=True)
    assert address(browser) == "#step=9"
    browser.point_at("document.querySelector('.stage')", clicks=True)
    assert address(browser) == "#step=10"


def test_a_finger_turns_the_slides(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], size=(358, 740))
    for start, end, number in [(300, 60, 2), (300, 60, 3), (60, 300, 2), (300, 280, 2)]:
        for kind, x in [("touchStart", start), ("touchMove", end), ("touchEnd", None)]:
            points = [] if x is None else [{"x": x, "y": 500}]
            browser.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)
        browser.until(f"document.querySelector('.talk .at').textContent === '{number} / 6'")
    width = "document.documentElement.scrollWidth"
    assert browser.evaluate(width) <= 358


def test_an_address_opens_its_slide_and_another_one_follows(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["tree"], "#step=4")
    assert "They are ugly." in told(browser)
    turn_to(browser, "#step=2")
    assert progress(browser) == "2 / 6"


@pytest.mark.parametrize(
    ("id", "number"), [("t", 1), ("a", 2), ("d", 3), ("t.2", 4), ("b", 4), ("c", 5), ("", 1)]
)
def test_an_address_names_the_slide_that_tells_of_a_claim_first(
    id: str, number: int, browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["tree"], f"#claim={id}")
    assert progress(browser) == f"{number} / 6"
    assert browser.evaluate("document.querySelector('.absent').innerText").strip() == ""
    browser.press("ArrowRight")
    assert address(browser) == f"#step={number + 1}"
    turn_to(browser, f"#claim={id}")
    assert progress(browser) == f"{number} / 6"


def test_it_glides_where_movement_is_wanted(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#step=2")
    features = [{"name": "prefers-reduced-motion", "value": "no-preference"}]
    browser.call("Emulation.setEmulatedMedia", media="", features=features)
    place = "(({x, y, scale}) => [x, y, scale])(window.argmapTalk.stage.camera)"
    before = browser.evaluate(place)
    # It may have arrived before anybody looks.
    browser.evaluate(
        """window.places = 0; const {stage} = window.argmapTalk, apply = stage.apply.bind(stage);
        stage.apply = camera => { places += stage.glides; apply(camera) }"""
    )
    browser.press("End")
    browser.press("ArrowLeft")
    browser.until("places > 1 && !document.querySelector('.stage').classList.contains('gliding')")
    assert browser.evaluate(place) != before
    found = seen(browser)
    assert found["inside"] == found["all"]


@pytest.mark.parametrize(
    ("name", "fragment", "dark"),
    [
        ("tree", "", True),
        ("phones", "#step=3", True),
        ("contrast", "#step=99", False),
        ("hostile", "#step=5", False),
    ],
)
def test_screen_readers_find_nothing_wrong(
    name: str, fragment: str, dark: bool, browser: Page, files: dict[str, Path], axe: str
) -> None:
    opened(browser, files[name], fragment, dark=dark)
    assert violations(browser, axe) == []
    if name == "tree":
        browser.press("Escape")
        assert violations(browser, axe) == []


def test_the_page_without_its_script_keeps_the_rules_as_well(
    browser: Page, files: dict[str, Path], axe: str
) -> None:
    opened(browser, files["tree"])
    browser.evaluate("document.querySelector('.talk').remove()")
    browser.evaluate("document.documentElement.classList.remove('presented')")
    assert violations(browser, axe) == []


def test_a_slide_is_told_to_those_who_cannot_see_it(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#step=2")
    said = [(one["role"], one["name"]) for one in browser.told()]
    assert ("heading", "We should plant trees. (stands)") in said
    assert ("button", "Next") in said


def test_nothing_that_a_map_says_runs_and_the_policy_is_kept(
    browser: Page, files: dict[str, Path]
) -> None:
    browser.faults.clear()
    opened(browser, files["hostile"])
    for _ in range(6):
        browser.press("ArrowRight")
    assert browser.faults == []


def printed(browser: Page) -> PdfReader:
    options = {"preferCSSPageSize": True, "printBackground": True}
    data = browser.call("Page.printToPDF", **options)["data"]
    return PdfReader(io.BytesIO(base64.b64decode(data)))


def letters(page: Any) -> dict[float, str]:
    """The sizes of letters on a page, each with what is written in it."""
    found: dict[float, str] = {}

    def visit(text: str, whole: list[float], own: list[float], _: object, size: float) -> None:
        scale = abs(whole[0] * own[0] + whole[2] * own[1])
        if text.strip():
            points = round(size * scale, 1)
            found[points] = found.get(points, "") + text

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(("name", "presented"), [("tree", True), ("phones", False)])
def test_a_print_has_a_page_for_each_step_in_letters_of_14_points(
    name: str, presented: bool, browser: Page, files: dict[str, Path]
) -> None:
    if presented:
        opened(browser, files[name], "#step=3")
    else:
        browser.call("Emulation.setScriptExecutionDisabled", value=True)
        browser.open(files[name])
    steps = browser.evaluate("document.querySelectorAll('main > .slide').length")
    pdf = printed(browser)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert len(pdf.pages) == steps
    for number, page in enumerate(pdf.pages, start=1):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            (960, 540), abs=1
        )
        sizes = letters(page)
        assert f"{number} / {steps}" in "".join(sizes.values())
        assert min(sizes) >= SMALLEST - 0.1, sizes[min(sizes)]


def test_what_has_no_room_on_a_page_goes_on(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["long"])
    said = " ".join(page.extract_text() for page in printed(browser).pages)
    assert " ".join(said.split()).count("A very long sentence.") >= 300


def test_firefox_shows_and_turns_the_slides(files: dict[str, Path]) -> None:
    with firefox_page() as page:
        page.open(files["tree"])
        assert page.evaluate("document.querySelector('.talk .at').textContent") == "1 / 6"
        page.press("ArrowRight", "ArrowRight")
        assert page.evaluate("location.hash") == "#step=3"
        assert "Elephants" in page.evaluate("document.querySelector('.said').innerText")


def test_an_address_that_names_what_is_not_there_is_told_of(
    browser: Page, files: dict[str, Path], axe: str
) -> None:
    said = "document.querySelector('.absent').innerText"
    opened(browser, files["tree"], "#step=99")
    assert (
        browser.evaluate(said).strip() == "The address names what this page does not have: step=99."
    )
    number, _, length = progress(browser).partition(" / ")
    assert number == length
    assert violations(browser, axe) == []
    turn_to(browser, "#step=2")
    assert browser.evaluate(said) == ""
    turn_to(browser, "#claim=nobody&step=3")
    assert "claim=nobody" in browser.evaluate(said)
    assert progress(browser).startswith("3 /")
    browser.evaluate("document.querySelector('.absent button').click()")
    assert browser.evaluate(said) == ""
