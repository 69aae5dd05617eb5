"""What a reader of an explorer sees on each screen: letters to read, with nothing over them."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from argmap.render.own_files import own_file, own_styles
from tests.devtools import Page, browser_page
from tests.render.explorer.seen import turn_to
from tests.render.explorer.test_explored import FLAGSHIP, HEBREW, MAPS, TREE, opened

pytestmark = pytest.mark.slow

LARGE, LAPTOP, TABLET, TELEPHONE = (2560, 1440), (1366, 768), (820, 1180), (358, 740)
SIZES = [LARGE, LAPTOP, TABLET, TELEPHONE]
# The letters of a claim that are told to be read on a screen, as `smallest` has it.
SMALLEST = 11
ONE = "argmap: 1\nthesis: Alone.\n"
CITED = """argmap: 1
sources: {s: {author: Ada Lem, title: A report, year: 2019}}
thesis: {id: t, text: The dam is as safe as any other dam., source: {ref: s, at: ¶2},
  arguments: [{id: a, text: It was inspected., source: {ref: s, at: ¶1}, arguments: [By two.]}]}
"""
# A box on the screen, as [left, top, right, bottom].
_BOX = """(one => { const {left, top, right, bottom} = one.getBoundingClientRect();
  return [left, top, right, bottom] })"""
LETTERS = """parseFloat(getComputedStyle(document.querySelector('.stage text')).fontSize)
  * window.argmapExplorer.stage.camera.scale"""
# Letters and verdicts that lie under the handle of a fold.
COVERED = f"""[...document.querySelectorAll('.stage .fold .knob')].flatMap(knob => {{
  const [left, top, right, bottom] = {_BOX}(knob);
  return [...document.querySelectorAll('.stage g.claim text:not(.count), .stage g.badge')]
    .filter(one => {{ const [l, t, r, b] = {_BOX}(one);
      return l < right - .5 && r > left + .5 && t < bottom - 1.5 && b > top + 1.5 }})
    .map(one => one.textContent || 'verdict') }})"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("looks")
    maps = {"flagship": FLAGSHIP, "one": loads(ONE), "tree": loads(TREE), "hebrew": loads(HEBREW)}
    maps |= {"cited": loads(CITED)}
    for name, a_map in maps.items():
        (folder / f"{name}.html").write_bytes(draw(a_map, format="explorer"))
    for direction in ("down", "up", "left", "right"):
        page = draw(loads(CITED), format="explorer", options=RenderOptions(direction=direction))
        (folder / f"{direction}.html").write_bytes(page)
    return {one.stem: one for one in folder.iterdir()}


def box(browser: Page, element: str) -> list[float]:
    """Where an element is: left, top, right and bottom."""
    return browser.evaluate(f"{_BOX}({element})")


def claim(id: str) -> str:
    return f"document.querySelector('.stage g.claim[data-id=\"{id}\"] .frame')"


def lies_in(inner: list[float], outer: list[float]) -> bool:
    return (
        outer[0] <= inner[0] + 1
        and outer[1] <= inner[1] + 1
        and inner[2] <= outer[2] + 1
        and inner[3] <= outer[3] + 1
    )


def click(browser: Page, element: str) -> None:
    browser.evaluate(f"document.querySelector({element!r}).click()")
    browser.rest()


@pytest.mark.parametrize("size", SIZES)
def test_a_page_begins_with_the_thesis_in_letters_that_can_be_read(
    browser: Page, files: dict[str, Path], size: tuple[int, int]
) -> None:
    opened(browser, files["flagship"], size=size)
    assert browser.evaluate(LETTERS) >= SMALLEST - 0.01
    stage = box(browser, "document.querySelector('.stage')")
    assert lies_in(box(browser, claim("almost-over")), stage)
    zoom = box(browser, "document.querySelector('.zoom')")
    legend = box(browser, "document.querySelector('.stage g.legend')")
    # Whoever sees the end of a drawing sees its legend beside the buttons, not under them.
    assert legend[3] <= zoom[1] or legend[1] >= stage[3] or size == TELEPHONE


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE])
@pytest.mark.parametrize("name", ["cited", "hebrew", "tree", "down", "up", "left", "right"])
def test_no_handle_lies_on_letters_or_verdicts(
    browser: Page, files: dict[str, Path], name: str, size: tuple[int, int]
) -> None:
    opened(browser, files[name], size=size)
    assert browser.evaluate("document.querySelectorAll('.stage .fold .knob').length")
    assert browser.evaluate(COVERED) == []


def test_what_is_seen_whole_on_a_telephone_is_not_cut_by_a_choice(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["flagship"], size=TELEPHONE)
    turn_to(browser, "#claim=best-case")
    browser.rest()
    for id in ("almost-over", "best-case"):
        left, _, right, _ = box(browser, claim(id))
        assert left >= 0
        assert right <= TELEPHONE[0]


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE])
def test_what_is_studied_is_seen_beside_its_question(
    browser: Page, files: dict[str, Path], size: tuple[int, int]
) -> None:
    opened(browser, files["tree"], size=size)
    click(browser, "[data-mode=study]")
    pane = box(browser, "document.querySelector('.pane')")
    seen = box(browser, claim("t"))
    assert seen[3] <= pane[1] or seen[2] <= pane[0]
    told = "getComputedStyle(document.querySelector('.stage .count')).fill"
    ground = "getComputedStyle(document.querySelector('.stage .fold.folded .knob')).fill"
    assert browser.evaluate(f"{told} !== {ground}")


@pytest.mark.parametrize("size", [(2560, 1300), LAPTOP])
def test_the_whole_is_seen_small_beside_what_is_open(
    browser: Page, files: dict[str, Path], size: tuple[int, int]
) -> None:
    opened(browser, files["flagship"], size=size)
    click(browser, "[data-mode=walk]")
    turn_to(browser, "#claim=best-case&mode=walk")
    browser.rest()
    left, _, right, _ = box(browser, "document.querySelector('.minimap')")
    assert box(browser, "document.querySelector('.walk')")[2] < left < right
    assert right < box(browser, "document.querySelector('.pane')")[0]


def test_a_pane_that_was_scrolled_stays_so_while_one_folds(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["flagship"], size=(1366, 500))
    turn_to(browser, "#claim=best-case")
    browser.rest()
    scrolled = "document.querySelector('.pane').scrollTop"
    assert browser.evaluate(f"{scrolled} = 120, {scrolled}") == 120
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    browser.rest()
    assert browser.evaluate(scrolled) == 120
    turn_to(browser, "#claim=almost-over")
    browser.rest()
    assert browser.evaluate(scrolled) == 0


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE])
def test_a_walk_shows_what_can_be_read_above_its_buttons(
    browser: Page, files: dict[str, Path], size: tuple[int, int]
) -> None:
    opened(browser, files["flagship"], size=size)
    click(browser, "[data-mode=walk]")
    walk = box(browser, "document.querySelector('.walk')")
    seen = box(browser, claim("almost-over"))
    assert seen[3] <= walk[1]
    browser.evaluate("[...document.querySelectorAll('.walk button')][1].click()")
    browser.rest()
    assert browser.evaluate(LETTERS) >= SMALLEST - 0.01
    seen = box(browser, "document.querySelector('.stage .chosen .frame')")
    assert seen[3] <= box(browser, "document.querySelector('.walk')")[1]


def test_few_claims_of_a_column_stand_without_gaps(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["flagship"], size=TELEPHONE)
    browser.evaluate("document.querySelectorAll('.depths button')[1].click()")
    browser.rest()
    shown = "document.querySelectorAll('.stage g:is(.claim, .pill):not(.away) .frame')"
    frames = browser.evaluate(f"[...{shown}].map({_BOX})")
    # Those of the legend are not seen.
    tops = [one for one in frames if one[3] > one[1]]
    assert len(tops) > 10
    tops.sort(key=lambda one: one[1])
    scale = browser.evaluate("window.argmapExplorer.stage.camera.scale")
    assert all(below[1] - above[3] < 30 * scale for above, below in pairwise(tops))
    assert browser.evaluate(LETTERS) >= SMALLEST - 0.01


def test_a_text_that_opens_covers_nothing_that_was_seen_whole(
    browser: Page, tmp_path: Path
) -> None:
    (tmp_path / "s.txt").write_text("It was inspected.\n")
    map_file = tmp_path / "m.yaml"
    map_file.write_text(CITED.replace("year: 2019", "file: s.txt"))
    page = tmp_path / "m.html"
    options = RenderOptions(source_texts=("all",), direction="right")
    page.write_bytes(draw(load(map_file), format="explorer", options=options))
    opened(browser, page, size=LAPTOP)
    click(browser, "[data-mode=sources]")
    edge = box(browser, "document.querySelector('.reading')")[0]
    frames: list[Any] = browser.evaluate(
        f"[...document.querySelectorAll('.stage .frame')].map({_BOX})"
    )
    assert frames
    assert all(one[2] <= edge for one in frames)


def test_tools_say_what_they_do_on_every_screen(browser: Page, files: dict[str, Path]) -> None:
    for size in SIZES:
        opened(browser, files["flagship"], size=size)
        bar = box(browser, "document.querySelector('.bar')")
        labels = browser.evaluate(
            f"""[...document.querySelectorAll('.tools button:not([hidden]) .label')]
              .map(one => [one.textContent, {_BOX}(one)])"""
        )
        told = ["Tidy up", "Walk through", "Study", "Read as a text"]
        assert [text for text, _ in labels] == told
        assert all(one[2] > one[0] and lies_in(one, bar) for _, one in labels)


def test_a_claim_alone_has_nothing_to_walk_tidy_or_study(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["one"])
    shown = "[...document.querySelectorAll('.tools button')].filter(one => one.offsetWidth).length"
    assert browser.evaluate(shown) == 1


@pytest.mark.parametrize("size", [LAPTOP, TELEPHONE])
def test_the_way_back_from_the_text_lies_on_no_word(
    browser: Page, files: dict[str, Path], size: tuple[int, int]
) -> None:
    opened(browser, files["flagship"], size=size)
    click(browser, ".tools button:last-child")
    back = box(browser, "document.querySelector('.argmap-back')")
    heading = box(browser, "document.querySelector('body > header h1')")
    assert back[3] <= heading[1]


def test_schemes_are_told_in_words(browser: Page, files: dict[str, Path]) -> None:
    phones = files["one"].parent / "phones.html"
    phones.write_bytes(draw(load(MAPS / "teaching-phones-at-school.yaml"), format="explorer"))
    opened(browser, phones)
    browser.evaluate("window.argmapExplorer.go(window.argmapExplorer.data.theses[0])")
    told = browser.evaluate("document.querySelector('.pane').innerText")
    assert "cause to effect" in told
    assert told.startswith("Stands") or "\nStands" in told


def test_controls_have_room_on_a_large_screen_and_the_map_keeps_its_size(
    browser: Page, files: dict[str, Path]
) -> None:
    """A screen of 27 inches is looked at from further away than that of a laptop."""
    controls = """[...document.querySelectorAll('.tools button:not([hidden]), .zoom button')].map(
      one => [parseFloat(getComputedStyle(one).fontSize), one.offsetHeight])"""
    met = []
    for size in [LAPTOP, (2560, 1300)]:
        opened(browser, files["flagship"], size=size)
        met.append((browser.evaluate(controls), browser.evaluate(LETTERS)))
    (near, letters), (afar, letters_afar) = met
    assert all(
        large[0] > small[0] and large[1] >= 44 for small, large in zip(near, afar, strict=True)
    )
    assert letters_afar >= letters
    assert browser.evaluate("document.documentElement.scrollWidth") <= 2560


@pytest.mark.parametrize("chosen", ["almost-over", "best-case"])
def test_what_is_tidied_can_be_read_and_keeps_what_is_chosen(tmp_path: Path, chosen: str) -> None:
    file = tmp_path / "map.html"
    file.write_bytes(draw(FLAGSHIP, format="explorer"))
    width, height = LARGE
    with browser_page(width=width, height=height) as browser:
        opened(browser, file, f"#claim={chosen}" if chosen == "best-case" else "")
        browser.evaluate("document.querySelectorAll('.depths button')[4].click()")
        browser.rest()
        for _ in range(2):
            browser.evaluate("document.querySelector('[data-mode=tidy]').click()")
            browser.rest()
            assert browser.evaluate(LETTERS) >= SMALLEST - 0.01
            box = f"{_BOX}(document.querySelector('.stage [data-id={chosen}] .frame'))"
            left, top, right, bottom = browser.evaluate(box)
            assert 0 <= left < right <= width
            assert 0 <= top < bottom <= height


@pytest.mark.parametrize("name", ["explorer", "slides"])
def test_a_style_sheet_says_in_a_page_what_it_says_to_who_writes_it(
    browser: Page, files: dict[str, Path], name: str
) -> None:
    opened(browser, files["tree"])
    package = f"argmap.render.{name}"
    written, shown = (read(package, f"{name}.css") for read in (own_file, own_styles))
    assert len(shown) < len(written)
    rules = """(text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);
      return [...sheet.cssRules].map(rule => rule.cssText) })"""
    found = [browser.evaluate(f"{rules}({json.dumps(sheet)})") for sheet in (written, shown)]
    assert len(found[0]) > 50
    assert found[0] == found[1]
