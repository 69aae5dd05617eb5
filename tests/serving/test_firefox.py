"""A live page in Firefox: it follows, holds still, tells of faults, and finds its server again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.firefox import Page, firefox_page
from tests.serving.live import LIVE, serving
from tests.serving.test_live import BAD, COVERED, said, write

pytestmark = pytest.mark.slow

CAMERA = "document.querySelector('.sheet').style.transform"
PANEL = "document.getElementById('argmap-findings')"


@pytest.fixture(scope="module")
def firefox() -> Iterator[Page]:
    with firefox_page(width=358, height=740) as page:
        yield page


def test_a_page_follows_its_file_and_holds_still(tmp_path: Path, firefox: Page) -> None:
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    with serving(file) as server:
        firefox.open(server.address)
        firefox.until(f"{LIVE} && {said('People could come')}")
        zoom = "document.querySelector('.zoom button').click()"
        before = firefox.evaluate(CAMERA)
        firefox.evaluate(f"({zoom}, true)")
        firefox.until(f"{CAMERA} !== {before!r}")
        before = firefox.until(
            "(async () => { for (let last = ''; ;) {"
            f" const now = {CAMERA}; if (now === last) return now; last = now;"
            " await new Promise(done => requestAnimationFrame(done)); } })()"
        )
        for number in range(20):
            write(file, f"Number {number} of the people")
            firefox.until(said(f"Number {number} of the people"))
            assert firefox.evaluate(CAMERA) == before
        for number in range(60):
            write(file, f"Save {number} of sixty")
        firefox.until(said("Save 59 of sixty"))


def test_a_fault_is_told_beside_the_tools_and_a_restart_is_survived(
    tmp_path: Path, firefox: Page
) -> None:
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    with serving(file) as server:
        port = server.server_port
        firefox.open(server.address)
        firefox.until(LIVE)
        file.write_text(BAD, encoding="utf-8")
        firefox.until(f"{PANEL}.innerText.includes('nobody')")
        assert firefox.evaluate(said("People could come"))
        assert firefox.evaluate(COVERED) == []
    firefox.until("document.documentElement.classList.contains('argmap-lost')")
    write(file, "Written meanwhile")
    with serving(file, port=port):
        firefox.until(said("Written meanwhile"))
        firefox.until(f"{PANEL}.hidden")
        firefox.until("!document.documentElement.classList.contains('argmap-lost')")
