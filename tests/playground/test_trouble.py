"""What does not come whole, what breaks down: said as it is, with what can be done about it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.devtools import Page as ChromiumPage
from tests.devtools import browser_page
from tests.firefox import Page as FirefoxPage
from tests.firefox import firefox_page
from tests.playground.visiting import (
    FOCUS,
    HAS_PICTURE,
    IS_SHOWN,
    MAP,
    NOTICE,
    TEXT,
    Cutting,
    Visit,
    serving,
    shared,
)

pytestmark = pytest.mark.slow

CUT = ["argmap.zip", "pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "worker.js"]
STATUS = "document.getElementById('status').textContent"
HEADING = "document.getElementById('findings-heading').textContent"
TRY_AGAIN = "document.querySelector('#notice button').click()"
# Each question that the page asks is noted; the answers come from a worker without memory.
BREAK = """{ window.asked = []; const { prototype } = Worker, post = prototype.postMessage;
  window.heal = () => { prototype.postMessage = post; return 0 };
  prototype.postMessage = function ({ question }) { window.asked.push(question);
    this.onmessage({ data: { broken: "Traceback …\\nMemoryError" } }) }; } 0"""


@contextlib.contextmanager
def visited(folder: Path, browser: str, cut: set[str]) -> Iterator[Visit]:
    """Visit a playground from whose server some files come by halves."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(serving(folder, Cutting))
        page: ChromiumPage | FirefoxPage
        if browser == "chromium":
            page = stack.enter_context(browser_page())
        else:
            page = stack.enter_context(firefox_page())
        server.cut = cut
        yield Visit(page, f"http://127.0.0.1:{server.server_port}/", server)


def go(visit: Visit) -> None:
    address = f"{visit.address}{shared(MAP)}"
    opened = visit.page.visit if isinstance(visit.page, ChromiumPage) else visit.page.open
    opened(address)


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
@pytest.mark.parametrize("name", CUT)
def test_a_download_that_is_cut_off_is_said_and_can_be_tried_again(
    browser: str, name: str, folder: Path
) -> None:
    with visited(folder, browser, {name}) as visit:
        go(visit)
        notice = visit.wait(f"({NOTICE}).includes('argmap could not be') && {NOTICE}")
        assert "You can write on: drafts are kept in this browser." in notice
        # Nothing is said to be on its way, and nobody waits for an answer.
        assert visit.wait(f"({HEADING}) === 'Not checked'")
        assert visit.page.evaluate("document.getElementById('coming').offsetHeight") == 0
        visit.choose("download", "SVG")
        assert visit.page.evaluate(NOTICE) == notice
        visit.server.cut.clear()
        visit.page.evaluate(TRY_AGAIN)
        visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE} && document.getElementById('notice').hidden")


def test_what_broke_argmap_down_is_left_alone_while_one_writes_on(folder: Path) -> None:
    with visited(folder, "chromium", set()) as visit:
        go(visit)
        visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE} && ({HEADING}) !== 'Checking …'")
        visit.page.evaluate(BREAK)
        visit.page.evaluate(FOCUS)
        visit.key("Home", 36, modifiers=2)
        visit.type("# 1\n")
        notice = visit.wait(f"({NOTICE}).includes('broke down') && {NOTICE}")
        assert "The text is as it was. (MemoryError)" in notice
        # What is asked of the worker that is there by now is none of what broke the one before.
        visit.wait("document.body.dataset.state === 'ready'")
        visit.page.evaluate("window.asked = []")
        visit.type("# 2\n")
        visit.wait(f"({TEXT}).startsWith('# 1\\n# 2\\n')")
        visit.page.evaluate("new Promise(done => setTimeout(done, 1000))")
        assert "findings" not in visit.page.evaluate("window.asked")
        assert "view" not in visit.page.evaluate("window.asked")
        assert visit.page.evaluate("document.body.classList.contains('stale')")
        visit.page.evaluate("heal()")
        visit.page.evaluate(TRY_AGAIN)
        visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE} && document.getElementById('notice').hidden")
