"""How fast the explorer is in a browser: `python -m tests.bench.explorer [CLAIMS|FILE...]`.

It tells how large a page is and how long it takes to be written, how long until something is seen,
how many frames a second there are while it is panned, zoomed and folded, as it opens and unfolded,
and how long a reader waits for what changes, in headless Chromium, which draws without a graphics
card. Pages that another argmap has written are measured in the same run where they are named.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from argmap.model import Argument, ArgumentMap, Claim, Polarity
from argmap.pipeline import draw
from argmap.planning import RenderOptions
from tests.devtools import Page, browser_page

SIZES = (100, 1000, 10_000)
_PAINT = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(
  performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()))))"""
# Movements go on until there are enough frames of them; the page then says how many a second there
# were, how long the longest took, and how long of each the script.
_FRAMES = """new Promise(done => {
  const app = window.argmapExplorer, stage = app.stage, begun = performance.now();
  let frames = 0, work = 0, longest = 0, before = begun;
  const step = now => {
    longest = Math.max(longest, now - before); before = now; frames += 1;
    const from = performance.now(); DO; work += performance.now() - from;
    if (now - begun < 2000) requestAnimationFrame(step);
    else done([frames / (now - begun) * 1000, longest, work / frames]);
  };
  requestAnimationFrame(step);
})"""
# A hand that goes to and fro over several screens, in the direction in which a drawing is longest.
_PAN = """const {camera, drawing} = stage, by = 30 * (frames % 100 < 50 ? 1 : -1);
  const [right, down] = drawing.width > drawing.height ? [by, 0] : [0, by];
  stage.look({...camera, x: camera.x + right, y: camera.y + down})"""
# A wheel that is turned one way, and back.
_ZOOM = """const factor = frames % 80 < 40 ? 1 / 1.04 : 1.04, {x, y, scale} = stage.camera;
  stage.look({scale: scale * factor, x: 683 - (683 - x) * factor, y: 384 - (384 - y) * factor})"""
# What a claim has below it is folded and unfolded again and again, and glides there.
_GLIDE = "if (frames % 24 === 1) app.turn(app.graph.children(app.graph.roots[0]).at(0) ?? '')"
_DEEDS = {"panning": _PAN, "zooming": _ZOOM, "folding": _GLIDE}
# What is timed ends when the browser knows where everything stands.
_TIMED = """(() => { const app = window.argmapExplorer, begun = performance.now(); let times = 1;
  DO; document.body.offsetHeight; return (performance.now() - begun) / times })()"""
_FOLD = """const ids = [...app.graph.claims.keys()].filter(id => app.graph.children(id).length &&
    !app.hidden.has(id)).slice(1, 21);
  times = ids.length;
  for (const id of ids) { app.turn(id); document.body.offsetHeight; }"""
_ASK = """const ids = [...app.graph.claims.keys()].slice(1, 6);
  times = ids.length;
  for (const id of ids) { app.state.reject = [id]; app.follow(); document.body.offsetHeight; }
  app.state.reject = []"""
# How much of the drawing is looked at, by how much it is enlarged there.
_VIEWS = {"to be read": 1.0, "from afar": 0.15}
_LOOK = """(({stage}) => stage.look({scale: SCALE, x: 683 - stage.drawing.width / 2 * SCALE,
  y: 384 - stage.drawing.height / 2 * SCALE}))(window.argmapExplorer)"""
_TIMES = {
    "to fold or unfold": _FOLD,
    "to ask what if": _ASK,
    "to unfold all": "app.refold([])",
    "to see all of it": "app.stage.fit({x: 0, y: 0, ...app.stage.drawing}, {at_once: true})",
    "to go to a claim": "app.go([...app.graph.claims.keys()].at(-7))",
    "to find": "app.finder.look('thing number 7')",
}


def tree(number: int) -> ArgumentMap:
    """Return a map of so many claims, each bearing on one that was made shortly before."""
    chance = random.Random(7)
    claims = [
        Claim(f"c{n}", f"Claim number {n} says a thing or two about what is at stake here.")
        for n in range(number)
    ]
    arguments = []
    for n in range(1, number):
        target = f"c{max(0, (n - 1) // 3 - chance.randrange(3))}"
        polarity = Polarity.ATTACK if chance.random() < 0.3 else Polarity.SUPPORT
        arguments.append(Argument(f"a{n}", (f"c{n}",), target, polarity))
    return ArgumentMap(tuple(claims), tuple(arguments), ("c0",))


def measured(browser: Page, what: str) -> None:
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as folder:
        file, told = Path(what), what
        if what.isdigit():
            file = Path(folder, "map.html")
            begun, spent = time.perf_counter(), time.process_time()
            file.write_bytes(draw(tree(int(what)), format="explorer", options=RenderOptions()))
            seconds, spent = time.perf_counter() - begun, time.process_time() - spent
            told = f"{what} claims, written in {seconds:.1f} s, {spent:.1f} s of the processor"
        print(f"{told}: {file.stat().st_size / 1e6:.1f} MB")
        browser.open(file)
        print(f"  first paint after {browser.evaluate(_PAINT):.0f} ms")
        _moved(browser, "as it opens")
        for name, deed in _TIMES.items():
            print(f"  {name}: {browser.evaluate(_TIMED.replace('DO', deed)):.0f} ms")
            browser.rest()
        _moved(browser, "all unfolded, a search")
        browser.evaluate("window.argmapExplorer.finder.look('')")
        for view, scale in _VIEWS.items():
            browser.evaluate(_LOOK.replace("SCALE", str(scale)))
            browser.rest()
            _moved(browser, f"all unfolded, {view}")


def _moved(browser: Page, state: str) -> None:
    for name, deed in _DEEDS.items():
        before = _processor(browser)
        frames, longest, script = browser.evaluate(_FRAMES.replace("DO", deed))
        spent = (_processor(browser) - before) / (frames * 2) * 1000
        print(
            f"  {name}, {state}: {frames:.0f} frames a second, longest {longest:.0f} ms; of each "
            f"the script has {script:.1f} ms, the page {spent:.1f} ms of the processor"
        )


def _processor(browser: Page) -> float:
    """Return how many seconds of the processor the page's own thread has had."""
    metrics = browser.call("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def main() -> None:
    with browser_page(width=1366, height=768) as browser:
        # On a machine at work a frame takes longer, and no more of the processor.
        browser.call("Performance.enable", timeDomain="threadTicks")
        # As it is without a reader of screens, for which a browser works more.
        browser.call("Accessibility.disable")
        for what in sys.argv[1:] or map(str, SIZES):
            measured(browser, what)


if __name__ == "__main__":
    main()
