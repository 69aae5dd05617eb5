"""The explorer of a map as people use it in Firefox: by wheel, keys and address."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.pipeline import draw, load
from argmap.planning import RenderOptions
from tests.browser import AT_REST, PATIENCE
from tests.firefox import Page, firefox_page
from tests.render.explorer.seen import (
    boxes,
    camera,
    focused,
    fragment_of,
    go_back,
    is_near,
    turn_to,
    verdicts,
)
from tests.render.explorer.test_reading import LETTER, MAP, REPORT
from tests.render.explorer.test_tidy import ASKED, PLACES, TIDY

pytestmark = pytest.mark.slow

MAPS = Path(__file__).parents[3] / "maps"
FLAGSHIP = load(MAPS / "western-friendly-autocracy.yaml")
THESIS = FLAGSHIP.theses[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    with firefox_page(calm=True, width=1366, height=768) as page:
        yield page


@pytest.fixture(scope="module")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("explorer") / "flagship.html"
    file.write_bytes(draw(FLAGSHIP, format="explorer"))
    return file


def opened(browser: Page, file: Path, fragment: str = "") -> Page:
    """The page, loaded anew; what was wrong with others is forgotten."""
    browser.open("about:blank")
    browser.faults.clear()
    browser.open(file.resolve().as_uri() + fragment)
    return browser


def until(found: Callable[[], Any]) -> None:
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.05)


def test_nothing_is_wrong_with_a_page_that_is_opened_and_used(
    browser: Page, flagship: Path
) -> None:
    opened(browser, flagship, "#claim=best-case&find=west")
    assert len(boxes(browser)) == len(FLAGSHIP.claims)
    for mode in ("tidy", "walk", "study"):
        browser.evaluate(f"document.querySelector('[data-mode={mode}]').click()")
    browser.evaluate(AT_REST)
    assert browser.faults == []


def test_graphviz_lays_out_what_is_unfolded_within_the_policy(
    browser: Page, tmp_path: Path
) -> None:
    options = RenderOptions(with_layout=True)
    (tmp_path / "map.html").write_bytes(draw(FLAGSHIP, format="explorer", options=options))
    opened(browser, tmp_path / "map.html")
    browser.evaluate(ASKED)
    browser.evaluate("(window.argmapExplorer.turn('best-case'), 0)")
    assert browser.evaluate("document.querySelector('svg.tidied')") is None
    browser.evaluate(f"({TIDY}, 0)")
    browser.until("window.answered === 'places' && document.querySelector('svg.tidied') !== null")
    # None lies on another, and what is folded next is laid out anew.
    assert len({tuple(place) for place in boxes(browser).values()}) == len(boxes(browser))
    before = browser.evaluate(PLACES)
    browser.evaluate(
        "(window.answered = null, window.argmapExplorer.turn('kazakhstan-loses-it'), 0)"
    )
    browser.until("window.answered === 'places'")
    after = browser.evaluate(f"{AT_REST}.then(() => {PLACES})")
    assert after.keys() < before.keys()
    assert browser.faults == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<script>0</script>", "policy: script-src-elem inline"),
        ("<p style='color: red'>A.</p>", "policy: style-src-attr inline"),
        ("<img src='http://127.0.0.1:9/a.png'>", "policy: img-src http://127.0.0.1:9/a.png"),
    ],
)
def test_what_a_policy_forbids_would_be_told(
    browser: Page, tmp_path: Path, content: str, fault: str
) -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    (tmp_path / "page.html").write_text(f"<!doctype html>{policy}{content}")
    opened(browser, tmp_path / "page.html")
    until(lambda: fault in browser.faults)


def test_what_a_script_gets_wrong_would_be_told(browser: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<!doctype html><script>console.error('lost'); nobody.knows()</script>"
    )
    opened(browser, tmp_path / "page.html")
    until(lambda: len(browser.faults) == 2)
    assert browser.faults[0] == "lost"
    assert "nobody is not defined" in browser.faults[1]


def test_the_wheel_enlarges_around_the_pointer(browser: Page, flagship: Path) -> None:
    opened(browser, flagship)
    x, y, *_ = boxes(browser)[THESIS]
    scale = camera(browser)[2]
    # Places of a pointer are whole numbers.
    at = (round(x), round(y))
    browser.turn_wheel(*at, down=-240)
    until(lambda: camera(browser)[2] > scale * 1.2)
    # A wheel may turn on for a while: both are of one moment.
    now, place = browser.evaluate(
        f"""[window.argmapExplorer.stage.camera.scale, (({{x, y}}) => [x, y])(
          document.querySelector('.stage [data-id="{THESIS}"] .frame').getBoundingClientRect())]"""
    )
    moved = [one + (other - one) * now / scale for one, other in zip(at, (x, y), strict=True)]
    assert place == pytest.approx(moved, abs=1)


def test_keys_enlarge_move_and_fit(browser: Page, flagship: Path) -> None:
    opened(browser, flagship)
    browser.press("1")
    assert camera(browser)[2] == 1
    browser.press("+")
    assert camera(browser)[2] == pytest.approx(1.25)
    browser.press("-")
    assert camera(browser)[2] == pytest.approx(1)
    before = camera(browser)
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.press("ArrowLeft")
    assert camera(browser)[0] - before[0] == pytest.approx(80)
    browser.press("0")
    shown = boxes(browser).values()
    assert all(x >= 0 and x + width <= 1366 for x, _, width, _ in shown)


def test_folding_holds_all_others_still(browser: Page, flagship: Path) -> None:
    opened(browser, flagship)
    browser.evaluate("window.argmapExplorer.tree.focus('best-case')")
    before, held = boxes(browser), camera(browser)
    browser.press("Space")
    after = boxes(browser)
    assert set(after) < set(before)
    assert is_near(after, {id: before[id] for id in after}, 1)
    browser.press("Space")
    assert is_near(boxes(browser), before, 1)
    assert camera(browser)[2] == held[2]


def test_the_field_finds_and_enter_flies(browser: Page, flagship: Path) -> None:
    opened(browser, flagship, "#fold=best-case")
    assert "balance-held" not in boxes(browser)
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.press("/", *"balance held", "Enter")
    until(lambda: focused(browser) == "balance-held")
    x, y, width, height = boxes(browser)["balance-held"]
    assert 0 <= x <= x + width <= 1366
    assert 0 <= y <= y + height <= 768
    assert fragment_of(browser) == "#claim=balance-held&find=balance held"


def test_verdicts_follow_what_is_supposed(browser: Page, flagship: Path) -> None:
    opened(browser, flagship, "#claim=best-case")
    usual = {one.id: evaluate(FLAGSHIP).verdict(one.id).standing.value for one in FLAGSHIP.claims}
    assert verdicts(browser) == usual
    browser.evaluate("document.querySelector('[data-suppose=reject]').click()")
    asked = evaluate(FLAGSHIP, reject=("best-case",))
    wanted = {one.id: asked.verdict(one.id).standing.value for one in FLAGSHIP.claims}
    assert wanted != usual
    assert verdicts(browser) == wanted
    browser.evaluate("document.querySelector('.card > button').click()")
    assert verdicts(browser) == usual


def test_the_address_opens_the_state(browser: Page, flagship: Path) -> None:
    opened(browser, flagship, "#claim=balance-held&fold=kazakhstan-loses-it&accept=best-case")
    assert browser.evaluate("document.querySelector('.pane h2').textContent") == "The balance held"
    assert verdicts(browser)["best-case"] == "stands"
    assert browser.evaluate("document.querySelector('.supposed .frame') !== null")
    assert len(boxes(browser)) < len(FLAGSHIP.claims)
    turn_to(browser, "#claim=best-case")
    assert len(boxes(browser)) == len(FLAGSHIP.claims)
    go_back(browser)
    assert len(boxes(browser)) < len(FLAGSHIP.claims)
    assert browser.faults == []


def test_a_citation_and_its_passage_lead_to_each_other(browser: Page, tmp_path: Path) -> None:
    for name, text in (("report.txt", REPORT), ("letter.txt", LETTER), ("map.yaml", MAP)):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    options = RenderOptions(source_texts=("all",))
    page = draw(load(tmp_path / "map.yaml"), format="explorer", options=options)
    (tmp_path / "map.html").write_bytes(page)
    opened(browser, tmp_path / "map.html", "#claim=seen")
    browser.evaluate("document.querySelector('.place a').focus()")
    browser.press("Enter")
    assert fragment_of(browser) == "#claim=seen&source=report&at=1"
    assert browser.evaluate("document.activeElement.matches('.mark[aria-current]')")
    browser.evaluate("document.querySelectorAll('.mark')[2].focus()")
    browser.press("Enter")
    assert fragment_of(browser) == "#claim=safe&source=report&at=1"
    assert browser.evaluate("document.activeElement.textContent") == "The dam is safe."
    assert browser.faults == []
