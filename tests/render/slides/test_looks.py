"""What slides look like on screens of all shapes: how large letters are, how room is used."""

from pathlib import Path
from typing import Any

import pytest

from argmap.pipeline import draw, load, loads
from tests.devtools import Page
from tests.render.explorer.test_explored import opened

pytestmark = pytest.mark.slow

MAPS = Path(__file__).parents[3] / "maps"
OVERVIEW = "document.querySelector('.controls button[aria-pressed]').click()"
# The smallest letters of the words and of the picture, and which part of the height both fill,
# from the top of what stands highest to the end of what stands lowest.
LOOK = """(() => {
  const [words, stage] = ['.said', '.stage'].map(one => document.querySelector(one));
  const said = [...words.querySelectorAll('h2, h3, p, span, small')].map(one =>
    parseFloat(getComputedStyle(one).fontSize));
  const drawn = [...stage.querySelectorAll('.frame-of.shown text')].map(one =>
    parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a);
  const boxes = [words, stage].map(one => one.getBoundingClientRect());
  return {said: Math.min(...said), drawn: Math.min(...drawn),
    isBeside: boxes[0].right <= boxes[1].left + 1,
    height: Math.max(...boxes.map(one => one.bottom)) - Math.min(...boxes.map(one => one.top)),
    words: boxes[0].width / innerWidth, wide: document.documentElement.scrollWidth}
})()"""
# Of each slide in the overview: its number, and whether something is seen of it.
OVERALL = """[...document.querySelectorAll('.stage .frame-of')].map(one => {
  const stage = document.querySelector('.stage').getBoundingClientRect();
  const box = one.getBoundingClientRect();
  const number = one.querySelector('.number');
  const words = one.querySelector('.words');
  const fits = [...(words?.querySelectorAll('*') ?? [])].every(own => {
    const inner = own.getBoundingClientRect();
    return inner.right <= box.right + 1 && inner.bottom <= box.bottom + 1 });
  return {number: number.textContent, text: one.textContent, fits,
    size: words && parseFloat(getComputedStyle(words).fontSize),
    isSeen: box.width > 20 && box.left >= stage.left - 1 && box.right <= stage.right + 1
      && getComputedStyle(number).opacity === '1'}
})"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("slides")
    maps = {
        "flagship": load(MAPS / "western-friendly-autocracy.yaml"),
        "phones": load(MAPS / "teaching-phones-at-school.yaml"),
        "none": loads(
            "argmap: 1\ntitle: No thesis\nclaims: [{id: a, text: A.}, {id: b, text: B.}]"
        ),
    }
    for name, a_map in maps.items():
        (folder / f"{name}.html").write_bytes(draw(a_map, format="slides"))
    return {file.stem: file for file in folder.iterdir()}


def looked(browser: Page, file: Path, size: tuple[int, int]) -> dict[str, Any]:
    opened(browser, file, "#step=6", size=size)
    return browser.evaluate(LOOK)


@pytest.mark.parametrize("size", [(820, 1180), (1024, 1366), (1080, 1920)])
def test_a_screen_that_is_high_has_the_picture_above_the_words_and_large_letters(
    size: tuple[int, int], browser: Page, files: dict[str, Path]
) -> None:
    found = looked(browser, files["flagship"], size)
    assert found["said"] >= 20
    assert found["drawn"] >= 14
    assert not found["isBeside"]
    assert found["words"] > 0.8
    assert found["height"] > size[1] * 0.85
    assert found["wide"] <= size[0]


@pytest.mark.parametrize(
    ("size", "is_beside"),
    [((390, 844), False), ((320, 568), False), ((844, 390), True), ((568, 320), True)],
)
def test_a_telephone_is_read_as_it_stands_and_as_it_lies(
    size: tuple[int, int], is_beside: bool, browser: Page, files: dict[str, Path]
) -> None:
    found = looked(browser, files["flagship"], size)
    assert found["said"] >= 12
    assert found["isBeside"] == is_beside
    assert found["height"] > size[1] * 0.75
    assert found["wide"] <= size[0]


@pytest.mark.parametrize("name", ["phones", "none"])
@pytest.mark.parametrize("size", [(1280, 800), (820, 1180)])
def test_the_overview_has_all_slides_with_their_numbers(
    name: str, size: tuple[int, int], browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files[name], size=size)
    browser.evaluate(OVERVIEW)
    browser.rest()
    found = browser.evaluate(OVERALL)
    slides = browser.evaluate("document.querySelectorAll('main > .slide').length")
    assert [one["number"] for one in found] == [str(one) for one in range(1, slides + 1)]
    assert all(one["isSeen"] and one["fits"] for one in found)


def test_the_words_of_the_last_slide_look_the_same_from_every_slide_and_lead_there(
    browser: Page, files: dict[str, Path]
) -> None:
    sizes = []
    for step in ("", "#step=2", "#step=99"):
        opened(browser, files["phones"], step)
        browser.evaluate(OVERVIEW)
        browser.rest()
        sizes.append(browser.evaluate(OVERALL)[-1]["size"])
    assert len(set(sizes)) == 1
    browser.press("Home")
    browser.point_at("document.querySelector('.frame-of.told')", clicks=True)
    at, of = browser.evaluate("document.querySelector('.talk .at').textContent").split(" / ")
    assert at == of
