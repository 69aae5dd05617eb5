"""A folder that is written anew while a browser keeps the one before."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.playground import examples
from argmap.playground.folder import playground
from argmap.playground.pyodide import pyodide_files
from tests.devtools import browser_page
from tests.playground.visiting import (
    FOCUS,
    HAS_PICTURE,
    IS_SHOWN,
    MAP,
    TEXT,
    Cutting,
    Visit,
    serving,
    shared,
)

pytestmark = pytest.mark.slow

KEPT = "caches.keys().then(names => names.length)"
IS_KEPT = "navigator.serviceWorker.controller?.state === 'activated'"
OFFER = "document.getElementById('renewal').offsetHeight > 0"
# What the examples are called in the files that this page has.
TITLE = "fetch('examples.json').then(found => found.json()).then(found => found[0].title)"
# A new version that cannot be kept whole is given up.
GIVEN_UP = """navigator.serviceWorker.getRegistration().then(async (found) => {
  await found.update().catch(() => 0);
  const { installing } = found;
  if (!installing) return !found.waiting;
  return new Promise(done => { installing.onstatechange = () =>
    done(installing.state === "redundant") }) })"""


@pytest.fixture
def renewed(folder: Path, tmp_path: Path) -> Iterator[Visit]:
    """Visit a folder that is kept by the browser, and has been written anew since."""
    home = tmp_path / "site"
    shutil.copytree(folder, home)
    with serving(home, Cutting) as server, browser_page() as page:
        visit = Visit(page, f"http://127.0.0.1:{server.server_port}/", server)
        page.visit(f"{visit.address}{shared(MAP)}")
        visit.wait(f"({IS_SHOWN}) && {IS_KEPT}")
        page.evaluate(FOCUS)
        visit.type("# mine\n")
        with pytest.MonkeyPatch.context() as patch:
            file, _ = examples.EXAMPLES[0]
            patch.setattr(examples, "EXAMPLES", ((file, "Renewed"), *examples.EXAMPLES[1:]))
            for name, content in playground(pyodide_files(home / "pyodide")).items():
                (home / name).write_bytes(content)
        yield visit


def test_a_new_version_is_offered_and_drafts_survive_it(renewed: Visit) -> None:
    renewed.page.visit(renewed.address)
    renewed.wait(OFFER)
    # Until then all is of the version before, and works.
    assert renewed.page.evaluate(TITLE) != "Renewed"
    renewed.wait(f"({IS_SHOWN}) && {HAS_PICTURE}")
    renewed.page.evaluate(FOCUS)
    renewed.type("# and on\n")
    renewed.page.evaluate("document.getElementById('renew').click()")
    # To ask for a file all the time would keep the version before at work.
    renewed.wait(f"!({OFFER}) && ({IS_SHOWN}) && {HAS_PICTURE}")
    assert renewed.page.evaluate(TITLE) == "Renewed"
    assert renewed.page.evaluate(TEXT) == "# and on\n# mine\n" + MAP
    assert renewed.page.evaluate(KEPT) == 1


def test_a_new_version_that_is_not_whole_is_not_taken(renewed: Visit) -> None:
    renewed.server.cut.add("argmap.zip")
    renewed.page.visit(renewed.address)
    assert renewed.page.evaluate(GIVEN_UP)
    assert not renewed.page.evaluate(OFFER)
    assert renewed.page.evaluate(TITLE) != "Renewed"
    renewed.wait(f"({IS_SHOWN}) && {HAS_PICTURE}")
    renewed.server.cut.clear()
    renewed.page.visit(renewed.address)
    renewed.wait(OFFER)
