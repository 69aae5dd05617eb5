"""The whole way of a writer in Firefox: from the first visit to one without a server."""

import json
from pathlib import Path

import pytest

from tests.firefox import firefox_page
from tests.playground.test_page import hostile
from tests.playground.visiting import (
    CATCH,
    FAULTY,
    FOCUS,
    HAS_PICTURE,
    IS_SHOWN,
    MAP,
    NOTICE,
    SAVED,
    TEXT,
    Visit,
    serving,
    shared,
)

pytestmark = pytest.mark.slow

SHOWN = "document.getElementById('editor').shadowRoot.querySelector"
FIX = "document.querySelector('#findings-list button.small')"
IS_KEPT = "navigator.serviceWorker.controller?.state === 'activated'"


def show(visit: Visit, text: str) -> None:
    visit.page.evaluate(f"(location.hash = {shared(text)!r}, 0)")
    visit.wait(f"({TEXT}) === {json.dumps(text)}")


def test_a_map_is_written_read_and_sent_in_firefox(folder: Path) -> None:
    with serving(folder) as server, firefox_page(width=1366, height=768) as page:
        visit = Visit(page, f"http://127.0.0.1:{server.server_port}/", server)
        page.open(f"{visit.address}{shared(FAULTY)}")
        visit.wait(f"{FIX} !== null")
        page.evaluate(f"({FIX}.click(), 0)")
        visit.wait(f"({TEXT}) === {json.dumps(MAP)}")
        visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE}")
        page.evaluate(f"({FOCUS}, 0)")
        page.hold("Control", "End")
        page.press(*"sour")
        visit.wait(f"{SHOWN}('[aria-selected=true]')?.textContent.startsWith('sources')")
        page.press("Escape")
        visit.wait(f"{SHOWN}('[aria-selected=true]') === null")
        page.evaluate("(document.getElementById('outline-tab').click(), 0)")
        show(visit, MAP)
        visit.wait("document.getElementById('outline').innerText.includes('It gives shade')")
        page.evaluate("(document.getElementById('why-tab').click(), 0)")
        visit.wait("document.getElementById('reasons').innerText.includes('Plant a pear')")
        page.evaluate(f"(() => {{ {CATCH} }})() ?? 0")
        page.evaluate("(document.getElementById('download').click(), 0)")
        page.evaluate("(document.querySelector('[data-format=svg]').click(), 0)")
        assert page.evaluate(f"{SAVED}.then(coded => atob(coded).slice(0, 200))").count("<svg") == 1
        page.evaluate("(document.getElementById('share').click(), 0)")
        visit.wait("document.getElementById('shared').open")
        assert page.evaluate("document.getElementById('address').value").startswith(visit.address)
        page.evaluate("(document.getElementById('shared').close(), 0)")
        page.evaluate(f"(location.hash = {shared(hostile())!r}, 0)")
        visit.wait(f"({NOTICE}).includes('longer than 5 seconds')")
        page.evaluate(f"({FOCUS}, 0)")
        page.hold("Control", "Home")
        page.press(*"# on", "Enter")
        visit.wait(f"({TEXT}).startsWith('# on')")
        visit.wait(IS_KEPT)
        assert page.faults == []
        server.shutdown()
        server.server_close()
        page.open(f"{visit.address}?again{shared(MAP)}")
        visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE}")
