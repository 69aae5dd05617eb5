"""How fast the explorer is in a browser: `python -m tests.bench.explorer [CLAIMS...]`.

It tells how long a page takes until something is seen, how many frames a second there are while it
is panned and zoomed, and how long a reader waits for what changes, in headless Chromium, which
draws without a graphics card.
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
_FRAMES = """new Promise(done => {
  const app = window.argmapExplorer, begun = performance.now();
  let frames = 0, work = 0, longest = 0, before = begun;
  const step = now => {
    longest = Math.max(longest, now - before); before = now; frames += 1;
    const from = performance.now(); DO; work += performance.now() - from;
    if (now - begun < 2000) requestAnimationFrame(step);
    else done([frames / (now - begun) * 1000, longest, work / frames]);
  };
  requestAnimationFrame(step);
})"""
_DEEDS = {
    "panning": "app.stage.look({...app.stage.camera, "
    "x: app.stage.camera.x + 6 * (frames % 80 < 40 ? 1 : -1)})",
    "zooming": "app.stage.zoom(frames % 40 < 20 ? 1.03 : 1 / 1.03)",
}
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


def measured(browser: Page, number: int) -> None:
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as folder:
        file = Path(folder, "map.html")
        begun = time.perf_counter()
        file.write_bytes(draw(tree(number), format="explorer", options=RenderOptions()))
        seconds = time.perf_counter() - begun
        print(f"{number} claims, {file.stat().st_size / 1e6:.1f} MB, written in {seconds:.1f} s")
        browser.open(file)
        print(f"  first paint after {browser.evaluate(_PAINT):.0f} ms")
        _moved(browser, "as it opens")
        for name, deed in _TIMES.items():
            print(f"  {name}: {browser.evaluate(_TIMED.replace('DO', deed)):.0f} ms")
        _moved(browser, "all unfolded")


def _moved(browser: Page, state: str) -> None:
    for name, deed in _DEEDS.items():
        frames, longest, work = browser.evaluate(_FRAMES.replace("DO", deed))
        print(f"  {name}, {state}: {frames:.0f} frames a second, longest {longest:.0f} ms")
        print(f"    of which the script has {work:.1f} ms each")


def main() -> None:
    with browser_page(width=1366, height=768) as browser:
        for number in map(int, sys.argv[1:] or SIZES):
            measured(browser, number)


if __name__ == "__main__":
    main()
