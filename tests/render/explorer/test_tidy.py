"""Tidying in a browser: as argmap lays the map out itself, with the engine and without."""

from dataclasses import replace
from pathlib import Path

import pytest

from argmap.layout.dot_source import layout_source
from argmap.layout.engine import Limits
from argmap.layout.engines import choose
from argmap.layout.from_engine import placed_by_engine, with_lines
from argmap.layout.placed import Direction, PlacedDrawing
from argmap.pipeline import draw, picture
from argmap.planning import RenderOptions
from tests.devtools import Page
from tests.render.explorer.seen import boxes, camera, is_near
from tests.render.explorer.test_explored import FLAGSHIP, opened

pytestmark = pytest.mark.slow

DRAWING = picture(FLAGSHIP).drawing
# However busy the machine is, the engine is waited for.
ASKED = """(() => { const {engine} = window.argmapExplorer, lay = engine.layout.bind(engine);
  engine.patience = 1e6;
  engine.layout = dot => { window.asked = dot; return lay(dot).then(answer => {
    window.answered = answer === null ? 'nothing' : 'places'; return answer }) } })()"""
PLACES = """(({picture, hidden}) => Object.fromEntries([...picture.shapes.values()]
  .filter(one => !hidden.has(one.id)).map(({id, area}) => [id, [area.x, area.y]])))
  (window.argmapExplorer)"""
TIDY = "document.querySelector('[data-mode=tidy]').click()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tidy")
    for direction in ("down", "left"):
        options = RenderOptions(direction=direction, with_layout=True)
        page = draw(FLAGSHIP, format="explorer", options=options)
        (folder / f"{direction}.html").write_bytes(page)
    return folder


def laid_out(hidden: set[str], folded: str, direction: Direction) -> tuple[str, PlacedDrawing]:
    """Return what argmap asks Graphviz of the rest of the drawing, and where that puts it."""
    rest = replace(
        DRAWING,
        boxes=tuple(one for one in DRAWING.boxes if one.id not in hidden),
        pills=tuple(one for one in DRAWING.pills if one.id not in hidden),
        arrows=tuple(one for one in DRAWING.arrows if not {one.tail, one.head} & hidden),
        groups=(),
    )
    assert not any(one.head == folded for one in rest.arrows)
    source = layout_source(rest, direction=direction)
    answer = choose("auto").run(source, limits=Limits())
    return source, with_lines(placed_by_engine(rest, answer, direction=direction))


@pytest.mark.parametrize("direction", [Direction.DOWN, Direction.LEFT])
def test_what_is_unfolded_stands_where_graphviz_puts_it(
    browser: Page, folder: Path, direction: Direction
) -> None:
    opened(browser, folder / f"{direction.value}.html")
    browser.evaluate(ASKED)
    browser.evaluate(TIDY)
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    browser.until("window.answered === 'places' && document.querySelector('svg.tidied') && true")
    hidden = set(browser.evaluate("[...window.argmapExplorer.hidden]"))
    source, wanted = laid_out(hidden, "best-case", direction)
    # Edges have the numbers that they have in the whole drawing.
    asked = [line.partition("[id")[0] for line in browser.evaluate("window.asked").split("\n")]
    assert asked == [line.partition("[id")[0] for line in source.split("\n")]
    found = browser.evaluate(PLACES)
    across = 1 if direction is Direction.LEFT else 0
    places = {node.shape.id: (node.x, node.y)[across] for node in wanted.nodes}
    assert found.keys() == places.keys()
    # Argmap then leads the lines and moves ranks apart for them; across they stay.
    first = next(iter(places))
    shift = found[first][across] - places[first]
    assert {id: place[across] - shift for id, place in found.items()} == pytest.approx(
        places, abs=1
    )


def test_what_is_all_unfolded_stands_as_it_was_drawn(browser: Page, folder: Path) -> None:
    opened(browser, folder / "down.html")
    drawn = browser.evaluate(PLACES)
    browser.evaluate(ASKED)
    browser.evaluate(TIDY)
    assert is_near(browser.evaluate(PLACES), drawn, 1)
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    browser.until("window.answered === 'places' && document.querySelector('svg.tidied') && true")
    assert not is_near(browser.evaluate(PLACES), drawn, 1)
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    assert is_near(browser.evaluate(PLACES), drawn, 1)
    assert not browser.faults


HELD = """Object.assign(window.argmapExplorer.engine, {layout: () =>
  new Promise(done => { window.lay = () => done(null) })})"""


def test_a_claim_that_is_led_to_is_in_sight_when_its_layout_comes(
    browser: Page, folder: Path
) -> None:
    opened(browser, folder / "down.html", "#fold=best-case")
    browser.evaluate(TIDY)
    browser.until("document.querySelector('svg.tidied') && true")
    browser.evaluate(HELD)
    claim = browser.evaluate(
        "[...window.argmapExplorer.hidden].filter(id => window.argmapExplorer.graph.claims.has(id))"
        ".at(-1)"
    )
    # Something else stays folded, so that argmap has to lay the rest out.
    browser.evaluate("window.argmapExplorer.turn('balance-held')")
    browser.press("1")
    browser.evaluate(f"window.argmapExplorer.go('{claim}')")
    before = boxes(browser)[claim]
    tidied = browser.evaluate(PLACES)[claim]
    browser.evaluate("lay()")
    browser.rest()
    assert browser.evaluate(PLACES)[claim] != tidied
    assert boxes(browser)[claim] == pytest.approx(before, abs=1)


def test_who_looks_elsewhere_while_a_layout_is_made_stays_there(
    browser: Page, folder: Path
) -> None:
    opened(browser, folder / "down.html", "#fold=best-case")
    for looks in (False, True):
        browser.evaluate(HELD)
        browser.evaluate(TIDY)
        if looks:
            browser.press("1")
        before = camera(browser)
        browser.evaluate("lay()")
        browser.until("document.querySelector('svg.tidied') && true")
        assert (camera(browser) == before) is looks
        browser.evaluate(TIDY)


def test_a_layout_that_takes_too_long_is_ended_and_another_one_is_made(
    browser: Page, folder: Path
) -> None:
    opened(browser, folder / "down.html")
    browser.evaluate(ASKED)
    # Time passes when the test says so.
    browser.evaluate(
        "Object.assign(window.argmapExplorer.engine,"
        "{script: 'onmessage = () => { for (;;); }', patience: 12345});"
        "const later = window.setTimeout;"
        "window.setTimeout = (does, time) => time === 12345 ? (window.end = does, 1) "
        " : later(does, time)"
    )
    browser.evaluate(TIDY)
    browser.evaluate("window.argmapExplorer.turn('best-case')")
    # The page is in hand all the while.
    browser.rest()
    assert browser.evaluate("[window.answered ?? null, document.querySelector('svg.tidied')]") == [
        *(None, None),
    ]
    browser.evaluate("window.end()")
    browser.until("window.answered === 'nothing' && document.querySelector('svg.tidied') && true")
    found = list(boxes(browser).values())
    assert len(found) == len({(round(x), round(y)) for x, y, *_ in found})
