"""The explorer with more claims than a browser can lay out at once."""

import base64
import re
from pathlib import Path

import pytest

from argmap.pipeline import draw
from argmap.planning import RenderOptions
from tests.bench.explorer import tree
from tests.devtools import Page
from tests.render.explorer.seen import boxes, focused, fragment_of
from tests.render.explorer.test_explored import opened

pytestmark = pytest.mark.slow

NUMBER = 900
# What is shown of `tree(NUMBER)` at first: as many levels as have no more than 60 claims.
AT_FIRST = "window.argmapExplorer.shownClaims()"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.html"
    path.write_bytes(draw(tree(NUMBER), format="explorer", options=RenderOptions()))
    return path


def in_page(browser: Page) -> int:
    return browser.evaluate("document.querySelectorAll('.stage g.claim').length")


def test_a_large_map_opens_folded_and_its_address_tells_what_was_unfolded(
    browser: Page, file: Path
) -> None:
    opened(browser, file)
    first = browser.evaluate(AT_FIRST)
    assert 10 < first <= 60
    assert fragment_of(browser) == ""
    folded = browser.evaluate(
        "document.querySelector('.stage [aria-expanded=false]').getAttribute('data-id')"
    )
    browser.evaluate(f"window.argmapExplorer.turn('{folded}')")
    more = browser.evaluate(AT_FIRST)
    assert more > first
    assert fragment_of(browser) == f"#open={folded}"
    opened(browser, file, f"#open={folded}")
    assert browser.evaluate(AT_FIRST) == more
    browser.evaluate("[...document.querySelectorAll('.depths button')].at(-1).click()")
    assert browser.evaluate(AT_FIRST) == NUMBER
    assert fragment_of(browser) == "#fold="
    opened(browser, file, "#fold=")
    assert browser.evaluate(AT_FIRST) == NUMBER


def test_what_is_seen_is_in_the_page_and_what_is_far_away_is_not(browser: Page, file: Path) -> None:
    opened(browser, file, "#fold=")
    for place in ("c1", "c700", "c400"):
        browser.evaluate(
            f"(app => app.stage.reveal(app.picture.shapes.get('{place}').area, {{at_once: true}}))"
            "(window.argmapExplorer)"
        )
        assert place in boxes(browser)
        # Boxes that touch the stage, by their places in the drawing and by what is in the page.
        missing = browser.evaluate(
            """(app => { const {camera: {x, y, scale}, seenSize: {width, height}} = app.stage;
              return [...app.picture.shapes.values()].filter(({area, element}) =>
                area.x * scale + x < width && (area.x + area.width) * scale + x > 0 &&
                area.y * scale + y < height && (area.y + area.height) * scale + y > 0 &&
                !element.isConnected).length })(window.argmapExplorer)"""
        )
        assert missing == 0
        assert in_page(browser) < NUMBER / 2
        order = browser.evaluate(
            "[...document.querySelectorAll('.stage g.claim')].map(one => one.dataset.id)"
        )
        drawn = browser.evaluate("[...window.argmapExplorer.picture.shapes.keys()]")
        assert order == [id for id in drawn if id in set(order)]


def test_keys_and_search_lead_to_what_is_far_away(browser: Page, file: Path) -> None:
    opened(browser, file, "#fold=")
    browser.evaluate("document.querySelector('.stage').focus()")
    browser.press("Tab")
    assert focused(browser) == "c0"
    browser.press("End")
    last = focused(browser)
    assert last in boxes(browser)
    # The box that Tab leads to stays in the page, however far away it is looked.
    browser.evaluate(
        "(app => app.stage.reveal(app.picture.shapes.get('c0').area, {at_once: true}))"
        "(window.argmapExplorer)"
    )
    assert focused(browser) == last
    browser.press("/")
    for letter in "number 555":
        browser.press("Space" if letter == " " else letter)
    browser.press("Enter")
    assert fragment_of(browser).startswith("#claim=c555&")
    assert "c555" in boxes(browser)


def test_a_verdict_that_changes_out_of_sight_is_there_when_it_is_looked_at(
    browser: Page, file: Path
) -> None:
    opened(browser, file, "#fold=&reject=c899")
    standing = browser.evaluate("window.argmapExplorer.asking.verdicts.get('c899').standing")
    assert standing == "falls"
    browser.evaluate("window.argmapExplorer.go('c899')")
    shown = browser.evaluate("document.querySelector('.stage [data-id=c899]').dataset.verdict")
    assert shown == "falls"


# How often a deed has the browser lay out what it has just moved, to tell where something is.
MEASURED = """(() => {
  let times = 0;
  const counted = (holder, name) => {
    const own = Object.getOwnPropertyDescriptor(holder, name), kind = own.get ? 'get' : 'value';
    const counting = function (...all) { times += 1; return own[kind].apply(this, all) };
    Object.defineProperty(holder, name, {...own, [kind]: counting});
    return () => Object.defineProperty(holder, name, own);
  };
  const names = ['clientWidth', 'clientHeight', 'getBoundingClientRect', 'getClientRects'];
  const back = [...names.map(name => counted(Element.prototype, name)),
    ...['offsetWidth', 'offsetHeight'].map(name => counted(HTMLElement.prototype, name)),
    ...['getBBox', 'getCTM', 'getScreenCTM'].map(
      name => counted(SVGGraphicsElement.prototype, name)),
    counted(window, 'getComputedStyle')];
  DO;
  back.forEach(one => one());
  return times;
})()"""
FOLDED = "window.argmapExplorer.turn('c3')"


@pytest.mark.parametrize("fragment", ["", "#fold=", "#reject=c5"])
def test_folding_waits_for_no_layout(browser: Page, file: Path, fragment: str) -> None:
    opened(browser, file, fragment)
    for _ in range(2):
        before = browser.evaluate(AT_FIRST)
        assert browser.evaluate(MEASURED.replace("DO", FOLDED)) == 0
        assert browser.evaluate(AT_FIRST) != before
        browser.rest()
    # What is counted is seen by the count.
    assert browser.evaluate(MEASURED.replace("DO", "window.argmapExplorer.stage.room")) > 0


def test_what_is_asked_is_found_once_until_it_is_another_question(
    browser: Page, file: Path
) -> None:
    opened(browser, file, "#fold=&reject=c5")
    browser.evaluate("window.verdicts = window.argmapExplorer.asking.verdicts")
    browser.evaluate(FOLDED)
    same = "window.verdicts === window.argmapExplorer.asking.verdicts"
    assert browser.evaluate(same)
    told = "window.argmapExplorer.asking.verdicts.get('c5').standing"
    assert browser.evaluate(told) == "falls"
    browser.evaluate(
        "(app => { app.state.reject = []; app.state.accept = ['c5']; app.follow() })"
        "(window.argmapExplorer)"
    )
    assert not browser.evaluate(same)
    assert browser.evaluate(told) == "stands"
    shown = "window.argmapExplorer.picture.shapes.get('c5').element.dataset.verdict"
    assert browser.evaluate(shown) == "stands"


# Boxes in the page that can be folded, and what their handles say.
HANDLES = """Object.fromEntries([...document.querySelectorAll('.stage g.claim[aria-expanded]')]
  .filter(one => getComputedStyle(one).display !== 'none')
  .map(one => [one.dataset.id, one.querySelector('.fold').textContent
    || (one.querySelector('.fold .minus') ? 'open' : 'nothing')]))"""


def test_each_box_has_its_handle_wherever_it_comes_into_the_page(browser: Page, file: Path) -> None:
    opened(browser, file, "#fold=")
    for place in ("c1", "c250", "c120"):
        browser.evaluate(
            f"(app => app.stage.reveal(app.picture.shapes.get('{place}').area, {{at_once: true}}))"
            "(window.argmapExplorer)"
        )
        handles = browser.evaluate(HANDLES)
        assert place in handles
        assert set(handles.values()) == {"open"}
    browser.evaluate("window.argmapExplorer.turn('c120')")
    assert browser.evaluate(HANDLES)["c120"].startswith("+")
    # What was folded somewhere else is told when it is looked at.
    browser.evaluate("window.argmapExplorer.turn('c1')")
    browser.evaluate("window.argmapExplorer.turn('c1')")
    browser.evaluate("window.argmapExplorer.go('c120')")
    assert browser.evaluate(HANDLES)["c120"].startswith("+")


NEAR = """(app => { const {x, y} = app.picture.shapes.get('CLAIM').area;
  app.stage.look({scale: SCALE, x: 640 - x * SCALE, y: 400 - y * SCALE})
})(window.argmapExplorer)"""
# Lines in the page that do not lead from the box they leave to the one they arrive at.
ASTRAY = """(({picture, hidden}) => {
  const {origin, drawing, arrows, shapes} = picture;
  const isAt = ([x, y], {area}, by) => x > area.x - by && x < area.x + area.width + by
    && y > area.y - by && y < area.y + area.height + by;
  const there = drawing.arrows.filter((_, at) => arrows[at].isConnected);
  const astray = drawing.arrows.filter(([tail, head], at) => {
    if (!arrows[at].isConnected) return false;
    const path = arrows[at].querySelector('path');
    const [first, last] = [0, path.getTotalLength()].map(at => path.getPointAtLength(at))
      .map(({x, y}) => [x + origin.x, y + origin.y]);
    // Argmap draws them from the head, the explorer towards it.
    const joins = [[first, last], [last, first]].some(
      ([from, to]) => isAt(from, shapes.get(tail), 1) && isAt(to, shapes.get(head), 12));
    return !joins || hidden.has(tail) || hidden.has(head);
  });
  return [there.length, astray];
})(window.argmapExplorer)"""


@pytest.mark.parametrize("scale", [0.15, 1])
def test_lines_lead_to_their_boxes_wherever_they_are_looked_at(
    browser: Page, file: Path, scale: float
) -> None:
    opened(browser, file, "#fold=")
    # The last are where nobody has looked since lines lead elsewhere, or lead back.
    for deed, place in (("0", "c3"), (FOLDED, "c3"), ("0", "c40"), (FOLDED, "c3"), ("0", "c40")):
        browser.evaluate(deed)
        browser.evaluate(NEAR.replace("CLAIM", place).replace("SCALE", str(scale)))
        browser.rest()
        there, astray = browser.evaluate(ASTRAY)
        assert there
        assert astray == []


@pytest.mark.parametrize("claim", ["c40", "c3"])
def test_a_box_that_is_folded_away_is_seen_by_nobody(browser: Page, file: Path, claim: str) -> None:
    opened(browser, file, f"#claim={claim}&fold=")
    browser.evaluate(f"window.argmapExplorer.tree.focus('{claim}')")
    # It is folded by its own hand, and by another's.
    for above in ("c0", "c0", "c3", "c3"):
        browser.evaluate(f"window.argmapExplorer.turn('{above}')")
        seen, hidden = set(boxes(browser)), browser.evaluate("[...window.argmapExplorer.hidden]")
        assert not seen & set(hidden)
        told = {f"c{one}" for one in range(NUMBER)} - set(hidden)
        assert seen <= told
        for id in seen:
            box = f"document.querySelector('.stage g.claim[data-claim={id}]')"
            assert not browser.evaluate(f"{box}.matches('.away, [aria-hidden=true]')")


# Elements of the page that is read: its drawings, and the claims of its outline.
READ = "['main svg.argmap', 'main li'].map(one => document.querySelectorAll(one).length)"


def test_the_page_that_is_read_is_made_when_somebody_reads_it(browser: Page, file: Path) -> None:
    browser.faults.clear()
    opened(browser, file)
    assert browser.evaluate(READ) == [0, 0]
    stage = "getComputedStyle(document.querySelector('.stage .frame')).fill"
    fill = browser.evaluate(stage)
    assert fill != "rgb(0, 0, 0)"
    browser.evaluate("[...document.querySelectorAll('.tools button')].at(-1).click()")
    assert browser.evaluate(READ) == [2, NUMBER - 1]
    read = "getComputedStyle(document.querySelector('main svg .frame')).fill"
    assert browser.evaluate(read) == fill
    ids = "[...document.querySelectorAll('[id]')].map(one => one.id)"
    assert browser.evaluate(f"(ids => ids.length - new Set(ids).size)({ids})") == 0
    browser.evaluate("document.querySelector('.argmap-back').click()")
    assert browser.evaluate(stage) == fill
    # It is there once, however often it is read.
    browser.evaluate("[...document.querySelectorAll('.tools button')].at(-1).click()")
    assert browser.evaluate(READ) == [2, NUMBER - 1]
    assert browser.faults == []


def test_a_map_that_changes_is_shown_anew_before_and_after_it_was_read(
    browser: Page, file: Path
) -> None:
    again = "(app => app.mount(structuredClone(app.data), app.paper))(window.argmapExplorer)"
    opened(browser, file)
    before = boxes(browser)
    browser.evaluate(again)
    assert boxes(browser) == before
    browser.evaluate("window.argmapExplorer.paper.show()")
    browser.evaluate(again)
    assert boxes(browser) == before


def test_a_print_has_all_of_it(browser: Page, file: Path) -> None:
    opened(browser, file)
    printed = base64.b64decode(browser.call("Page.printToPDF")["data"])
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 10


def test_without_scripts_there_is_all_of_it_to_read(browser: Page, file: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    opened(browser, file)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert browser.evaluate(READ) == [2, NUMBER - 1]
    assert browser.evaluate("getComputedStyle(document.querySelector('main')).display") == "block"


# A fold or unfolding, and of the boxes that are in the page before and after: which glide, which
# are or were on the stage, and how far they have moved; and how many others are made to move.
GLIDES = """(app => {
  const own = Element.prototype.animate, gliding = new Set();
  Element.prototype.animate = function (...all) { gliding.add(this); return own.apply(this, all) };
  const stage = app.parts.stage.getBoundingClientRect();
  const places = () => new Map([...document.querySelectorAll('.stage g:is(.claim, .pill)')]
    .filter(one => one.getClientRects().length && getComputedStyle(one).display !== 'none')
    .map(one => [one, one.querySelector('.frame').getBoundingClientRect()]));
  const isSeen = one => one.right > stage.left && one.left < stage.right
    && one.bottom > stage.top && one.top < stage.bottom;
  const before = places();
  app.turn('CLAIM');
  document.getAnimations().forEach(one => one.finish());
  const after = places();
  Element.prototype.animate = own;
  const both = [...before.keys()].filter(one => after.has(one));
  const boxes = both.map(one => [one, before.get(one), after.get(one)]).map(([one, was, is]) => ({
    id: one.dataset.id, glides: gliding.delete(one), seen: isSeen(was) || isSeen(is),
    between: isSeen({left: Math.min(was.left, is.left), right: Math.max(was.right, is.right),
      top: Math.min(was.top, is.top), bottom: Math.max(was.bottom, is.bottom)}),
    moved: Math.hypot(is.x - was.x, is.y - was.y)}));
  return {boxes, others: gliding.size, isFar: app.picture.svg.classList.contains('small')};
})(window.argmapExplorer)"""
MOVES = [{"name": "prefers-reduced-motion", "value": "no-preference"}]


@pytest.mark.parametrize("scale", [1, 0.5])
def test_only_boxes_whose_way_is_seen_glide(browser: Page, file: Path, scale: float) -> None:
    opened(browser, file, "#fold=")
    browser.call("Emulation.setEmulatedMedia", media="", features=MOVES)
    out_of_sight = glided = 0
    for claim in ("c40", "c40", "c12", "c12"):
        browser.evaluate(NEAR.replace("CLAIM", claim).replace("SCALE", str(scale)))
        browser.rest()
        found = browser.evaluate(GLIDES.replace("CLAIM", claim))
        assert not found["isFar"]
        for box in found["boxes"]:
            if box["id"] == claim:
                assert box["moved"] < 1
            if box["moved"] > 2 and box["seen"]:
                assert box["glides"], box
            if not box["between"]:
                assert not box["glides"], box
        glided += sum(box["glides"] for box in found["boxes"])
        out_of_sight += sum(not box["between"] and box["moved"] > 2 for box in found["boxes"])
        browser.rest()
    # There was something to glide, and something that need not.
    assert glided
    assert out_of_sight


def test_from_afar_all_stands_at_once_and_the_claim_that_is_folded_stays(
    browser: Page, file: Path
) -> None:
    opened(browser, file, "#fold=")
    browser.call("Emulation.setEmulatedMedia", media="", features=MOVES)
    for claim in ("c40", "c40", "c12", "c12"):
        browser.evaluate(NEAR.replace("CLAIM", claim).replace("SCALE", "0.15"))
        browser.rest()
        found = browser.evaluate(GLIDES.replace("CLAIM", claim))
        assert found["isFar"]
        assert found["others"] == 0
        assert not any(box["glides"] for box in found["boxes"])
        own = next(box for box in found["boxes"] if box["id"] == claim)
        assert own["moved"] < 1
        assert any(box["moved"] > 1 for box in found["boxes"])
        browser.rest()
