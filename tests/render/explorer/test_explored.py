"""The explorer as people use it, in a real browser: by mouse, by keys, by its address."""

import base64
import re
from pathlib import Path

import pytest

from argmap.evaluation.grounded.labelling import evaluate
from argmap.languages import LANGUAGES
from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from argmap.render.explorer.words import own_words
from tests.devtools import Page
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
from tests.render.hostile import hostile_map
from tests.render.test_accessibility import violations

pytestmark = pytest.mark.slow

MAPS = Path(__file__).parents[3] / "maps"
FLAGSHIP = load(MAPS / "western-friendly-autocracy.yaml")
HEBREW = """argmap: 1
language: he
thesis: {id: a, text: "\u05db\u05df.", arguments: [{id: b, text: "\u05dc\u05d0."}]}
"""
ABSENT = "document.querySelector('.absent').innerText"
QUARREL = """argmap: 1
thesis: {id: a, text: We should go., contradicts: b}
claims: [{id: b, text: We should stay.}]
"""
TREE = """argmap: 1
title: Trees
sources: {doe: {author: Jane Doe, title: On trees, year: 2020, url: "https://example.org/"}}
thesis:
  id: t
  label: Plant
  text: We should plant trees.
  arguments:
    - {id: a, text: They are beautiful., source: {ref: doe, at: p. 3, quote: fine they are},
       arguments: [{id: d, text: Éléphants like them.}]}
    - {text: They give shade., id: e}
  rebuttals: [{id: b, text: They are ugly., rebuttals: [{id: c, text: Not the oak.}]}]
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("explorers")
    maps = {
        "tree": loads(TREE),
        "flagship": FLAGSHIP,
        "hostile": hostile_map(),
        "quarrel": loads(QUARREL),
        "hebrew": loads(HEBREW),
    }
    for name, a_map in maps.items():
        options = RenderOptions(direction="down") if name == "hostile" else RenderOptions()
        (folder / f"{name}.html").write_bytes(draw(a_map, format="explorer", options=options))
    return {name: folder / f"{name}.html" for name in maps}


def opened(
    browser: Page,
    file: Path,
    fragment: str = "",
    *,
    size: tuple[int, int] = (1366, 768),
    dark: bool = False,
) -> Page:
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **metrics)
    wishes = {
        "prefers-color-scheme": "dark" if dark else "light",
        "prefers-reduced-motion": "reduce",
    }
    features = [{"name": name, "value": value} for name, value in wishes.items()]
    browser.call("Emulation.setEmulatedMedia", media="", features=features)
    # Another fragment of the same file would not be loaded anew.
    for address in ("about:blank", file.resolve().as_uri() + fragment):
        browser.visit(address)
    return browser


def test_everything_is_reached_by_keys(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"])
    met = []
    for _ in range(20):
        browser.press("Tab")
        met.append(focused(browser))
        if met[-1] == "t":
            break
    assert {"button", "input", "div", "t"} == set(met)
    browser.press("ArrowRight")
    assert focused(browser) == "a"
    browser.press("ArrowRight")
    assert focused(browser) == "d"
    browser.press("ArrowLeft")
    assert focused(browser) == "a"
    browser.press("ArrowLeft")
    assert "d" not in boxes(browser)
    assert fragment_of(browser) == "#fold=a"
    browser.press("ArrowRight")
    assert "d" in boxes(browser)
    browser.press("End")
    assert focused(browser) == "c"
    browser.press("Enter")
    assert browser.evaluate("document.activeElement.textContent") == "Not the oak."
    assert fragment_of(browser) == "#claim=c"
    browser.press("Escape")
    assert focused(browser) == "c"
    assert fragment_of(browser) == ""


def test_the_keys_of_the_camera_work(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["flagship"])
    browser.press("1")
    assert camera(browser)[2] == 1
    browser.press("+")
    assert camera(browser)[2] == pytest.approx(1.25)
    before = camera(browser)
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.press("ArrowLeft")
    assert camera(browser)[0] - before[0] == pytest.approx(80)
    browser.press("0")
    assert all(x >= 0 and x + width <= 1366 for x, _, width, _ in boxes(browser).values())


def test_a_flight_goes_on_to_where_its_aim_has_been_moved(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["flagship"])
    browser.evaluate("window.argmapExplorer.stage.actual()")
    x, _, scale = camera(browser)
    # One after another within a frame, where movement is wanted.
    browser.call("Emulation.setEmulatedMedia", media="", features=[])
    browser.evaluate(
        """(stage => { stage.zoom(1.25); stage.zoom(1.25);
          stage.adjust(one => ({...one, x: one.x + 70})) })(window.argmapExplorer.stage)"""
    )
    browser.until("window.argmapExplorer.stage.way === null")
    now = camera(browser)
    assert now[2] == pytest.approx(scale * 1.25**2)
    middle = browser.evaluate("window.argmapExplorer.stage.room.width") / 2
    assert now[0] == pytest.approx(middle - (middle - x) * 1.25**2 + 70)


def test_a_mouse_that_rests_does_not_overrule_keys(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"])
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.evaluate(
        """window.timers = new Map(); const [later, never] = [setTimeout, clearTimeout];
        window.setTimeout = (does, time) => { const id = later(() => {}, 0);
          timers.set(id, does); return id };
        window.clearTimeout = id => { timers.delete(id); never(id) }; 0"""
    )
    browser.evaluate(
        """document.querySelector('.stage [data-id=c] .frame').dispatchEvent(
          new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'}))"""
    )
    browser.press("Tab")
    assert focused(browser) == "t"
    pale = browser.evaluate(PALE)
    browser.evaluate("timers.forEach(does => does())")
    browser.rest()
    assert browser.evaluate(PALE) == pale


def test_the_wheel_enlarges_around_the_pointer(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["flagship"])
    x, y, *_ = boxes(browser)[FLAGSHIP.theses[0]]
    scale = camera(browser)[2]
    browser.call("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=-240)
    browser.until(f"window.argmapExplorer.stage.camera.scale > {scale * 1.3}")
    assert boxes(browser)[FLAGSHIP.theses[0]][:2] == pytest.approx([x, y], abs=1)


def test_folding_moves_nothing_else(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["flagship"])
    before, held = boxes(browser), camera(browser)
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    after = boxes(browser)
    assert set(after) < set(before)
    assert all(after[id] == pytest.approx(before[id], abs=0.01) for id in after)
    assert camera(browser) == held
    count = browser.evaluate("document.querySelector('.fold.folded').textContent")
    assert int(count) == len(before) - len(after)
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    assert is_near(boxes(browser), before, 0.01)


def test_depth_buttons_show_as_many_claims_as_they_say(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["flagship"])
    number = browser.evaluate("document.querySelectorAll('.depths button').length")
    assert number > 3
    for at in range(number):
        button = f"document.querySelectorAll('.depths button')[{at}]"
        browser.evaluate(f"{button}.click()")
        assert len(boxes(browser)) == int(browser.evaluate(f"{button}.textContent"))
        assert browser.evaluate(f"{button}.getAttribute('aria-pressed')") == "true"


def test_the_address_shows_the_state_and_the_state_the_address(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["tree"], "#claim=d&fold=b&reject=a&find=elephants")
    assert "c" not in boxes(browser)
    assert verdicts(browser)["a"] == "falls"
    assert browser.evaluate("document.querySelector('.pane h2').textContent") == (
        "Éléphants like them."
    )
    found = "[...document.querySelectorAll('.stage .found')].map(one => one.dataset.id)"
    assert browser.evaluate(found) == ["d"]
    browser.evaluate("document.querySelector('.trail a').click()")
    assert fragment_of(browser) == "#claim=t&fold=b&reject=a&find=elephants"
    go_back(browser)
    assert fragment_of(browser) == "#claim=d&fold=b&reject=a&find=elephants"
    assert browser.evaluate("document.querySelector('.pane h2').textContent")[0] == "É"
    turn_to(browser, "#fold=a")
    assert set(boxes(browser)) == {"t", "a", "e", "b", "c"}
    assert verdicts(browser)["a"] == "stands"


def test_a_hidden_claim_is_unfolded_when_the_address_names_it(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["tree"], "#claim=d&fold=a,b")
    shown = boxes(browser)
    assert "d" in shown
    assert "c" not in shown
    opened(browser, files["tree"], "#claim=nobody&fold=nobody&accept=nobody")
    assert len(boxes(browser)) == 6


@pytest.mark.parametrize("width", [1280, 358])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_an_address_that_names_what_is_not_there_is_told_of_and_the_rest_holds(
    tag: str, width: int, browser: Page, tmp_path: Path, axe: str
) -> None:
    file = tmp_path / "tree.html"
    spoken = loads(TREE.replace("title: Trees", f"language: {tag}\ntitle: Trees"))
    file.write_bytes(draw(spoken, format="explorer"))
    opened(
        browser,
        file,
        "#claim=nobody&fold=b,none&accept=ghost&reject=a&find=elephants&source=lost&clam=d",
        size=(width, 768),
    )
    names = "claim=nobody, fold=none, accept=ghost, source=lost, clam=d"
    assert browser.evaluate(ABSENT).strip() == own_words(tag)["not_here"].replace("{}", names)
    assert set(boxes(browser)) == {"t", "a", "d", "e", "b"}
    assert verdicts(browser)["a"] == "falls"
    assert browser.evaluate("document.querySelectorAll('.stage .found').length") == 1
    wide = "document.documentElement.scrollWidth"
    assert browser.evaluate(wide) <= width
    assert violations(browser, axe) == []
    browser.evaluate("document.querySelector('.absent button').click()")
    assert browser.evaluate(ABSENT) == ""
    # What is asked next is answered for itself, where nothing else has changed as well.
    turn_to(browser, "#fold=b&reject=a&find=elephants&at=3")
    assert "at=3" in browser.evaluate(ABSENT)
    turn_to(browser, "#fold=b&reject=a&find=elephants")
    assert browser.evaluate(ABSENT) == ""


def test_a_hostile_address_is_told_as_text(browser: Page, files: dict[str, Path]) -> None:
    many = "".join(f"&fold=n{'x' * 99}{number}" for number in range(99))
    opened(browser, files["tree"], f"#claim=%3Cimg%20src=x%3E{many}")
    told = browser.evaluate(ABSENT)
    assert "claim=<img src=x>, fold=nxx" in told
    assert len(told) < 500
    assert browser.evaluate("document.querySelector('.absent img')") is None


@pytest.mark.parametrize("list", ["accept", "reject"])
def test_verdicts_follow_a_question_as_argmap_says(
    browser: Page, files: dict[str, Path], list: str
) -> None:
    opened(browser, files["flagship"])
    for claim in [one.id for one in FLAGSHIP.claims][::25]:
        turn_to(browser, f"#{list}={claim}")
        accept, reject = ((claim,), ()) if list == "accept" else ((), (claim,))
        found = evaluate(FLAGSHIP, accept=accept, reject=reject)
        assert verdicts(browser) == {
            one.id: found.verdict(one.id).standing.value for one in FLAGSHIP.claims
        }


def test_buttons_suppose_and_take_back(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#claim=c")
    before = verdicts(browser)
    browser.evaluate("document.querySelector('[data-suppose=reject]').click()")
    assert verdicts(browser)["t"] == "undecided"
    assert fragment_of(browser) == "#claim=c&reject=c"
    sentences = "[...document.querySelectorAll('.news li')].map(one => one.textContent)"
    assert any("Plant" in one for one in browser.evaluate(sentences))
    changed = "[...document.querySelectorAll('.stage .claim.changed')].map(one => one.dataset.id)"
    assert browser.evaluate(changed) == ["t", "b", "c"]
    browser.evaluate("document.querySelector('.card > button').click()")
    assert verdicts(browser) == before
    assert browser.evaluate("document.querySelector('.card').hidden")


@pytest.mark.parametrize(("name", "claims"), [("flagship", 25), ("tree", 1)])
def test_as_many_changes_are_counted_as_sentences_tell(
    browser: Page, files: dict[str, Path], name: str, claims: int
) -> None:
    opened(browser, files[name])
    told = "document.querySelectorAll('.card .news li').length"
    counts = set()
    for claim in list(verdicts(browser))[::claims]:
        turn_to(browser, f"#reject={claim}")
        said = browser.evaluate("document.querySelector('.card .sum').textContent")
        counts.add(count := browser.evaluate(told))
        assert said.startswith(f"{count} verdict" if count else "No other verdict"), claim
    assert max(counts) > 1


def test_sentences_of_argmap_are_read_in_their_own_direction(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["hebrew"], "#claim=b&reject=b")
    found = browser.evaluate(
        "[...document.querySelectorAll('.why, .news li')]"
        ".map(one => [one.textContent.slice(0, 3), getComputedStyle(one).direction])"
    )
    assert [direction for _, direction in found] == ["ltr"] * len(found)
    assert any("\u05dc\u05d0" in name for name, _ in found)


REFUSED = """(card => !card.hidden && card.checkVisibility() &&
  [...card.querySelectorAll('p')].map(one => one.textContent))(document.querySelector('.card'))"""


@pytest.mark.parametrize("size", [(1366, 768), (358, 740)])
def test_a_question_that_contradicts_itself_is_seen_to_be_refused(
    browser: Page, files: dict[str, Path], size: tuple[int, int]
) -> None:
    opened(browser, files["quarrel"], "#claim=b&accept=a", size=size)
    before = verdicts(browser)
    browser.evaluate("document.querySelector('[data-suppose=accept]').click()")
    refused = "That contradicts itself, so it is not supposed."
    assert (browser.evaluate(REFUSED) or [None])[0] == refused
    covered = """(one => { const {left, top, width, height} = one.getBoundingClientRect();
      return !one.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })(document.querySelector('.card .refused'))"""
    assert not browser.evaluate(covered)
    assert (verdicts(browser), fragment_of(browser)) == (before, "#claim=b&accept=a")
    browser.evaluate("document.querySelector('[data-suppose=reject]').click()")
    assert refused not in (browser.evaluate(REFUSED) or [])


@pytest.mark.parametrize("asked", ["accept=a,b", "accept=a&reject=a"])
def test_an_address_that_contradicts_itself_says_so(
    browser: Page, files: dict[str, Path], asked: str
) -> None:
    opened(browser, files["quarrel"], f"#{asked}")
    assert browser.evaluate(REFUSED) == ["That contradicts itself, so it is not supposed."]
    browser.evaluate("document.querySelector('.card > button').click()")
    assert browser.evaluate(REFUSED) is False


PALE = """[...document.querySelectorAll('.stage g.claim')]
  .filter(one => getComputedStyle(one).opacity < 1).map(one => one.dataset.id)"""


def test_the_claim_of_the_pane_is_never_pale(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"])
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.press("Tab")
    pale = browser.evaluate(PALE)
    assert pale
    # As the way back in the browser does, while the focus stays.
    turn_to(browser, f"#claim={pale[0]}")
    assert browser.evaluate(PALE) == pale[1:]


@pytest.mark.parametrize("feature", [("prefers-contrast", "more"), ("forced-colors", "active")])
def test_whoever_asks_for_contrast_can_read_what_stands_aside(
    browser: Page, files: dict[str, Path], feature: tuple[str, str]
) -> None:
    opened(browser, files["tree"])
    asked = dict(zip(("name", "value"), feature, strict=True))
    browser.call("Emulation.setEmulatedMedia", media="", features=[asked])
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.press("Tab")
    assert browser.evaluate(PALE)
    least = "Math.min(...[...document.querySelectorAll('.stage g.claim')]"
    assert browser.evaluate(f"{least}.map(one => +getComputedStyle(one).opacity))") >= 0.75


def test_the_pane_tells_all_that_is_known(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#claim=a")
    said = browser.evaluate("document.querySelector('.pane').innerText")
    for words in ("stands", "They are beautiful.", "fine they are", "p. 3", "Doe 2020", "Plant"):
        assert words in said
    link = browser.evaluate("document.querySelector('.cited a').href")
    assert link == "https://example.org/"
    assert "[a]" not in said


def test_the_field_finds_and_enter_flies(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#fold=a")
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.press("/")
    for letter in "elephant":
        browser.press(letter)
    assert browser.evaluate("document.querySelector('.told').textContent") == "1 hit"
    browser.press("ArrowDown")
    browser.press("Enter")
    assert focused(browser) == "d"
    assert fragment_of(browser) == "#claim=d&find=elephant"


def test_a_page_without_verdicts_asks_for_none(browser: Page, tmp_path: Path) -> None:
    options = RenderOptions(evaluate=False)
    file = tmp_path / "plain.html"
    file.write_bytes(draw(loads(TREE), format="explorer", options=options))
    opened(browser, file, "#claim=a&reject=b")
    modes = (
        "[...document.querySelectorAll('[data-mode]:not([hidden])')].map(one => one.dataset.mode)"
    )
    assert browser.evaluate(modes) == ["tidy", "walk"]
    assert browser.evaluate("document.querySelectorAll('[data-suppose], .acts').length") == 0
    assert "They are beautiful." in browser.evaluate("document.querySelector('.pane').innerText")
    assert verdicts(browser) == {}
    assert browser.evaluate("document.querySelector('.card').hidden")


def test_what_it_hangs_on_is_found(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#claim=b")
    browser.evaluate("document.querySelector('.pane .acts button').click()")
    browser.until("document.querySelector('.hanging').textContent === 'Not the oak.→ stands'")


def test_tidying_leaves_no_gap_and_no_overlap_and_goes_back(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["flagship"])
    browser.press("1")
    drawn = boxes(browser)
    browser.evaluate("document.querySelectorAll('.depths button')[2].click()")
    browser.evaluate("document.querySelector('[data-mode=tidy]').click()")
    placed = sorted(boxes(browser).values())
    for at, (x, y, width, height) in enumerate(placed):
        for other, up, wide, high in placed[at + 1 :]:
            beside = other >= x + width or x >= other + wide
            assert beside or up >= y + height or y >= up + high
    held = boxes(browser)["best-case"]
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    assert boxes(browser)["best-case"] == pytest.approx(held, abs=1)
    browser.evaluate("document.querySelector('[data-mode=tidy]').click()")
    browser.evaluate("document.querySelector('.depths').lastElementChild.click()")
    browser.press("1")
    again = boxes(browser)
    x, y, *_ = drawn["best-case"]
    right, down, *_ = again["best-case"]
    moved = {id: [a - right, b - down] for id, (a, b, *_) in again.items()}
    assert is_near(moved, {id: [a - x, b - y] for id, (a, b, *_) in drawn.items()}, 0.5)


def test_a_walk_goes_from_argument_to_argument(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#fold=a")
    browser.evaluate("document.querySelector('[data-mode=walk]').click()")
    told = "document.querySelector('.walk-at').textContent"
    assert browser.evaluate(told) == "Step 1 of 6"
    steps = []
    for _ in range(5):
        browser.press("Enter")
        steps.append(fragment_of(browser))
    assert browser.evaluate(told) == "Step 6 of 6"
    assert len(set(steps)) == 5
    browser.press("Escape")
    assert browser.evaluate("document.querySelector('.walk')") is None


def test_study_tells_no_verdict_before_it_is_expected(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["tree"])
    browser.evaluate("document.querySelector('[data-mode=study]').click()")
    assert set(boxes(browser)) == {"t"}
    names = [one["name"] for one in browser.told()]
    assert not any("(stands)" in name for name in names)
    badge = "getComputedStyle(document.querySelector('.stage [data-id=t] .badge')).visibility"
    assert browser.evaluate(badge) == "hidden"
    browser.evaluate("document.querySelectorAll('.expecting .acts button')[1].click()")
    assert browser.evaluate("document.querySelector('.expected').textContent") == (
        "You expected: falls. The map says: stands."
    )
    assert set(boxes(browser)) == {"t", "a", "e", "b"}
    assert browser.evaluate(badge) == "visible"


def test_study_tells_no_verdict_by_a_question_or_by_what_is_found(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["tree"], "#mode=study&reject=a&find=they")
    told = "['.card .news', '.card .sum'].map(one => document.querySelector(one)?.innerText ?? '')"
    badges = "document.querySelectorAll('[role=option] .verdict-badge').length"
    assert browser.evaluate("document.querySelectorAll('[role=option]').length") > 0
    assert browser.evaluate(badges) == 0
    assert "".join(browser.evaluate(told)) == ""
    # The answer to a claim is told with what the question makes of it.
    browser.evaluate("window.argmapExplorer.go('a')")
    browser.evaluate("document.querySelector('.expecting .quiet').click()")
    assert "now falls" in browser.evaluate(told)[0]
    assert browser.evaluate(badges) == 1
    browser.evaluate("document.querySelector('[data-mode=study]').click()")
    assert browser.evaluate(told)[1] != ""
    assert browser.evaluate(badges) == browser.evaluate(
        "document.querySelectorAll('[role=option]').length"
    )


def test_another_map_takes_the_place_while_camera_folds_and_focus_stay(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["flagship"], "#claim=best-case&fold=balance-held")
    browser.evaluate("window.argmapExplorer.tree.focus('best-case')")
    browser.press("+")
    before, held = camera(browser), boxes(browser)
    for _ in range(8):
        browser.evaluate(
            "(app => { app.mount(structuredClone(app.data), app.paper) })(window.argmapExplorer)"
        )
    assert camera(browser) == before
    assert is_near(boxes(browser), held, 1)
    assert focused(browser) == "best-case"
    assert fragment_of(browser) == "#claim=best-case&fold=balance-held"


def test_a_walk_goes_on_in_a_map_that_has_changed(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#mode=walk&claim=d")
    told = "document.querySelector('.walk-at').textContent"
    trail = "document.querySelectorAll('.stage .on-trail').length"
    before = browser.evaluate(f"[window.argmapExplorer.state.claim, {trail}]")
    assert browser.evaluate(told) != "Step 6 of 6"
    assert before[1] > 0
    held = camera(browser)
    browser.evaluate(
        """(app => { const data = structuredClone(app.data), here = app.state.claim;
          data.reading_order = [...data.reading_order.filter(id => id !== here), here];
          app.mount(data, app.paper) })(window.argmapExplorer)"""
    )
    assert browser.evaluate(told) == "Step 6 of 6"
    assert browser.evaluate(f"[window.argmapExplorer.state.claim, {trail}]") == before
    assert camera(browser) == held


ASKED = "#claim=a&fold=b&find=trees&reject=b"


@pytest.mark.parametrize(
    ("name", "fragment", "dark"),
    [
        ("tree", ASKED, False),
        ("tree", ASKED, True),
        ("hostile", "", False),
        ("flagship", "#claim=balance-held&reject=best-case", True),
    ],
)
def test_axe_finds_nothing(
    browser: Page, files: dict[str, Path], axe: str, name: str, fragment: str, dark: bool
) -> None:
    opened(browser, files[name], fragment, dark=dark)
    assert violations(browser, axe) == []


@pytest.mark.parametrize("mode", ["tidy", "walk", "study"])
def test_axe_finds_nothing_in_any_mode(
    browser: Page, files: dict[str, Path], axe: str, mode: str
) -> None:
    opened(browser, files["tree"])
    browser.evaluate(f"document.querySelector('[data-mode={mode}]').click()")
    assert violations(browser, axe) == []


@pytest.mark.parametrize("fragment", ["", "#claim=balance-held&reject=best-case"])
def test_a_telephone_has_no_horizontal_bar(
    browser: Page, files: dict[str, Path], fragment: str
) -> None:
    opened(browser, files["flagship"], fragment, size=(358, 740))
    wide = browser.evaluate(
        "Math.max(...['html', 'body', '.explorer', '.pane', '.bar']"
        ".map(name => document.querySelector(name).scrollWidth))"
    )
    assert wide <= 358


def test_axe_finds_nothing_on_a_telephone(browser: Page, files: dict[str, Path], axe: str) -> None:
    opened(browser, files["tree"], ASKED, size=(358, 740))
    assert violations(browser, axe) == []


def test_no_policy_is_broken(browser: Page, files: dict[str, Path]) -> None:
    for name, file in files.items():
        opened(browser, file, "#find=a")
        for mode in ("tidy", "walk", "study"):
            browser.evaluate(f"document.querySelector('[data-mode={mode}]').click()")
        browser.rest()
        told = [one for one in browser.events if one.startswith("Log.") or "exception" in one]
        assert told == [], name


def test_on_paper_the_page_is_the_one_that_is_read(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["tree"], "#fold=t")
    shown = (
        "['.explorer', 'main'].map(name => getComputedStyle(document.querySelector(name)).display)"
    )
    assert browser.evaluate(shown) == ["grid", "none"]
    browser.call("Emulation.setEmulatedMedia", media="print")
    assert browser.evaluate(shown) == ["none", "block"]
    whole = "[...document.querySelectorAll('main svg g[data-id]')].length"
    assert browser.evaluate(whole) >= 6
    browser.call("Emulation.setEmulatedMedia", media="")
    browser.evaluate("[...document.querySelectorAll('.tools button')].at(-1).click()")
    assert browser.evaluate(shown) == ["none", "block"]


def test_without_script_the_page_is_read(browser: Page, files: dict[str, Path]) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    opened(browser, files["tree"])
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert browser.evaluate("getComputedStyle(document.querySelector('main')).display") == "block"
    assert browser.evaluate("document.querySelector('.explorer')") is None


def test_print_has_the_whole_text_and_nothing_of_the_explorer(
    browser: Page, files: dict[str, Path]
) -> None:
    opened(browser, files["flagship"], "#fold=best-case")
    printed = base64.b64decode(browser.call("Page.printToPDF")["data"])
    # The picture, and the argument as a text on several sheets.
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 3


def test_readers_of_screens_are_told_everything_once(browser: Page, files: dict[str, Path]) -> None:
    opened(browser, files["flagship"], "#claim=best-case")
    told = browser.told()
    boxes = [one for one in told if one["role"] == "treeitem"]
    assert len(boxes) > len(FLAGSHIP.claims)
    roles = {
        "button",
        "combobox",
        "treeitem",
        "link",
        "region",
        "group",
        "complementary",
        "heading",
    }
    named = [one for one in told if one["role"] in roles]
    assert all(one["name"] for one in named), [one for one in named if not one["name"]]
    assert not any(one["description"] for one in boxes)
