"""The page as a reader has it: served as files, in a browser, and then without a server."""

import json
import random
import time
from pathlib import Path

import pytest

from argmap.playground.examples import examples
from tests.command import argmap
from tests.playground.visiting import (
    CATCH,
    FAULTY,
    FOCUS,
    HAS_PICTURE,
    IS_SHOWN,
    MAP,
    NOTICE,
    TEXT,
    Visit,
    shared,
)
from tests.render.test_accessibility import violations

pytestmark = pytest.mark.slow


def hostile() -> str:
    """Return a small map whose layout takes minutes: each claim has reasons among all others."""
    chance, number = random.Random(1), 200
    lines = ["argmap: 1", "thesis: {id: c0, text: Claim 0.}", "claims:"]
    for one in range(1, number):
        reasons = {chance.randrange(1, number) for _ in range(4)} - {one}
        refs = ", ".join(f"{{ref: c{other}}}" for other in sorted(reasons))
        lines.append(f"  - {{id: c{one}, text: Claim {one}., premises: [{refs}]}}")
    return "\n".join([*lines, ""])


def test_every_example_is_drawn_as_by_the_command_line(visit: Visit, tmp_path: Path) -> None:
    for one in examples():
        visit.choose("open", one.file)
        visit.wait(f"document.getElementById('name').textContent === {one.file!r}")
        file = tmp_path / one.file
        file.write_text(one.text, encoding="utf-8")
        expected = argmap("render", file, "-f", "svg", "-o", "-").out.encode()
        assert visit.saved("SVG") == expected, one.file
        assert visit.saved("as YAML") == one.text.encode()


def test_a_finding_is_shown_and_its_fix_is_applied(visit: Visit) -> None:
    visit.show(FAULTY)
    visit.wait("document.querySelector('#findings-list .error')?.textContent.includes('premisses')")
    assert visit.wait(NOTICE) == "The map has faults, so there is no picture of it yet."
    visit.wait("document.querySelector('#findings-list button.small') !== null")
    visit.page.evaluate("document.querySelector('#findings-list button.small').click()")
    visit.wait(f"({TEXT}) === {json.dumps(MAP)}")
    visit.wait("document.getElementById('findings-list').hidden")
    visit.wait(f"({IS_SHOWN}) && document.getElementById('notice').hidden")


def test_the_last_good_picture_stays_while_a_map_is_broken(visit: Visit) -> None:
    visit.show(MAP)
    visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE}")
    visit.page.evaluate(FOCUS)
    visit.type("- ")
    assert visit.wait(NOTICE).endswith("The picture is of the last map that had none.")
    assert visit.page.evaluate(HAS_PICTURE)
    visit.show(MAP)
    visit.wait(f"({IS_SHOWN}) && document.getElementById('notice').hidden")


def test_keys_are_completed(visit: Visit) -> None:
    visit.show(MAP)
    visit.page.evaluate(FOCUS)
    visit.key("End", 35, modifiers=2)
    visit.type("sour")
    popup = "document.getElementById('editor').shadowRoot.querySelector('[aria-selected=true]')"
    assert visit.wait(f"{popup}?.textContent").startswith("sources")
    time.sleep(0.1)
    visit.key("Enter", 13)
    visit.wait(f"({TEXT}) === {json.dumps(MAP + 'sources:')}")


def test_a_click_on_a_claim_leads_to_its_text_and_its_reason(visit: Visit) -> None:
    visit.show(MAP)
    visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE}")
    visit.page.evaluate("document.getElementById('why-tab').click()")
    visit.page.evaluate(
        """document.getElementById("frame").shadowRoot
          .querySelector('[data-claim="it-gives-shade"] text')
          .dispatchEvent(new MouseEvent("click", {bubbles: true, composed: true}))"""
    )
    visit.wait("document.getElementById('reasons').innerText.includes('It gives shade')")
    active = "document.getElementById('editor').shadowRoot.querySelector('.cm-activeLine')"
    assert "It gives shade." in visit.wait(f"{active}.textContent.includes('shade') && "
                                           f"{active}.textContent")  # fmt: skip
    visit.page.evaluate("document.getElementById('picture-tab').click()")


def test_whoever_writes_on_is_not_led_to_a_claim_that_they_clicked_before(visit: Visit) -> None:
    visit.show(MAP)
    visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE}")
    visit.page.evaluate(
        """{ const { prototype } = Worker, post = prototype.postMessage;
          prototype.postMessage = function (message) {
            if (message.question !== "place") return post.call(this, message);
            prototype.postMessage = post;
            window.release = () => { window.release = null; post.call(this, message) }
          }; window.release = null } 0"""
    )
    visit.page.evaluate(
        """document.getElementById("frame").shadowRoot
          .querySelector('[data-claim="it-gives-shade"] text')
          .dispatchEvent(new MouseEvent("click", {bubbles: true, composed: true}))"""
    )
    visit.wait("window.release !== null")
    visit.page.evaluate(FOCUS)
    visit.key("End", 35, modifiers=2)
    visit.type("# mine\n")
    visit.page.evaluate("release()")
    visit.wait(IS_SHOWN)
    visit.type("# more\n")
    assert visit.page.evaluate(TEXT) == MAP + "# mine\n# more\n"


def test_an_address_holds_the_map(visit: Visit) -> None:
    odd = MAP.replace("shade", "“Schatten” 🍐 тень")
    visit.show(odd)
    visit.page.evaluate("document.getElementById('share').click()")
    address = visit.wait("document.getElementById('address').value")
    assert address.startswith(f"{visit.address}#map=")
    visit.page.evaluate("document.getElementById('shared').close()")
    visit.show(MAP)
    visit.page.evaluate(f"location.hash = {address.partition('#')[2]!r}")
    visit.wait(f"({TEXT}) === {json.dumps(odd)}")
    visit.page.evaluate("location.hash = '#map=broken'")
    said = "document.getElementById('status').textContent.includes('no whole map')"
    visit.wait(said)
    # Whoever opens such an address first of all sees an example, and hears why.
    visit.page.go("about:blank")
    visit.page.go(f"{visit.address}#map=broken")
    visit.wait(
        "document.querySelectorAll('#editor').length && document.body.dataset.state === 'ready'"
    )
    assert visit.page.evaluate(said)
    # The tests that come catch what this new page saves, too.
    visit.page.evaluate(CATCH)


def test_a_file_of_another_notation_is_opened_where_it_is_dropped(visit: Visit) -> None:
    drop = """((name, text) => {
      const data = new DataTransfer(); data.items.add(new File([text], name));
      document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
    })"""
    visit.page.evaluate(f"{drop}('pear.argdown', '[Pear]: Plant a pear.\\n  + It gives shade.')")
    visit.wait("document.getElementById('name').textContent === 'pear.yaml'")
    visit.wait(f"({TEXT}).includes('text: Plant a pear.')")
    visit.page.evaluate(f"{drop}('huge.yaml', 'x'.repeat(9e6))")
    visit.wait("document.getElementById('status').textContent.includes('huge.yaml is larger')")


def test_libraries_for_other_notations_are_loaded_when_they_are_needed(visit: Visit) -> None:
    visit.show(MAP)
    assert b"<graphml" in visit.saved("GraphML")
    assert visit.saved("PNG").startswith(b"\x89PNG")


def test_what_is_written_is_there_again_at_the_next_visit(visit: Visit) -> None:
    visit.show(MAP)
    visit.page.evaluate(FOCUS)
    visit.type("# mine\n")
    visit.wait("localStorage.getItem('argmap-drafts')?.includes('# mine')")
    assert visit.page.evaluate("location.hash") == ""


def test_two_tabs_with_one_draft_lose_nothing_of_each_other(visit: Visit) -> None:
    texts = "JSON.parse(localStorage.getItem('argmap-drafts') ?? '[]').map(one => one.text)"
    visit.show(MAP)
    visit.page.evaluate(FOCUS)
    visit.type("# first\n")
    visit.wait(f"({texts})[0]?.startsWith('# first')")
    # As another tab does that has opened the same draft.
    visit.page.evaluate(
        """{ const kept = JSON.parse(localStorage.getItem("argmap-drafts"));
          kept[0].text = "# of another tab\\n";
          localStorage.setItem("argmap-drafts", JSON.stringify(kept)) } 0"""
    )
    visit.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide')) && 0")
    assert visit.page.evaluate(texts)[0] == "# of another tab\n"
    visit.type("# second\n")
    visit.wait(f"({texts})[0].startsWith('# first\\n# second')")
    assert visit.page.evaluate(texts)[1] == "# of another tab\n"


def test_the_tab_that_is_chosen_can_be_told_where_colours_are_forced(visit: Visit) -> None:
    visit.page.call(
        "Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}]
    )
    try:
        lines = visit.page.evaluate(
            """["picture", "outline", "why"].map(one =>
              getComputedStyle(document.getElementById(`${one}-tab`)).borderBottomColor
                === getComputedStyle(document.body).backgroundColor)"""
        )
        assert lines == [False, True, True]
    finally:
        visit.page.call("Emulation.setEmulatedMedia", features=[])


@pytest.mark.parametrize("panel", ["picture", "outline", "why"])
def test_nothing_keeps_readers_with_aids_out(panel: str, visit: Visit, axe: str) -> None:
    visit.show(FAULTY.replace("It gives", "It also gives"))
    visit.wait("document.querySelector('#findings-list button.small') !== null")
    visit.page.evaluate(f"document.getElementById('{panel}-tab').click()")
    assert violations(visit.page, axe) == []
    if panel == "picture":
        visit.page.evaluate("document.getElementById('open').click()")
        assert violations(visit.page, axe) == []
        visit.page.evaluate("document.getElementById('open-menu').hidePopover()")
    visit.page.evaluate("document.getElementById('picture-tab').click()")


def test_a_telephone_needs_no_bar_to_scroll_sideways(visit: Visit) -> None:
    screen = {"width": 358, "height": 740, "deviceScaleFactor": 1, "mobile": False}
    visit.page.call("Emulation.setDeviceMetricsOverride", **screen)
    try:
        visit.choose("open", "western-friendly-autocracy.yaml")
        visit.wait(IS_SHOWN)
        for panel in ("text", "picture", "outline", "why"):
            visit.page.evaluate(f"document.getElementById('{panel}-tab').click()")
            wide = f"[document.documentElement, document.getElementById('{panel}')]"
            assert visit.page.evaluate(f"{wide}.every(one => one.scrollWidth <= 358)"), panel
    finally:
        visit.page.call("Emulation.clearDeviceMetricsOverride")
        visit.page.evaluate("document.getElementById('picture-tab').click()")


def test_a_map_without_end_is_stopped_and_the_editor_goes_on(visit: Visit) -> None:
    visit.show(MAP)
    visit.wait(IS_SHOWN)
    text = hostile()
    begun = time.monotonic()
    visit.page.evaluate(f"location.hash = {shared(text)!r}")
    visit.wait(f"({NOTICE}).includes('longer than 5 seconds')")
    assert time.monotonic() - begun >= 5
    visit.page.evaluate(FOCUS)
    visit.key("Home", 36, modifiers=2)
    visit.type("# still here\n")
    visit.wait(f"({TEXT}).startsWith('# still here')")
    visit.show(MAP)
    visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE} && document.getElementById('notice').hidden")


def test_what_was_stopped_is_left_alone_while_one_writes_on(visit: Visit) -> None:
    asked = "window.asked.join()"
    visit.show(MAP)
    visit.wait(IS_SHOWN)
    visit.page.evaluate(
        """{ window.asked = []; const { prototype } = Worker, post = prototype.postMessage;
          prototype.postMessage = function (message) {
            window.asked.push(message.question); return post.call(this, message) }; } 0"""
    )
    visit.page.evaluate(f"location.hash = {shared(hostile())!r}")
    visit.wait(f"({NOTICE}).includes('longer than 5 seconds')")
    # Another worker is there at once, and says what is wrong with the text.
    findings = "document.getElementById('findings-heading').textContent"
    visit.wait(f"({findings}) !== 'Checking …'")
    visit.page.evaluate("window.asked = []")
    visit.page.evaluate(FOCUS)
    visit.key("Home", 36, modifiers=2)
    visit.type("nonsense: 1\n")
    visit.wait("document.querySelector('#findings-list .error')?.textContent.includes('nonsense')")
    visit.wait(f"({asked}).includes('fixes')")
    assert "view" not in visit.page.evaluate(asked)
    assert visit.page.evaluate(f"({NOTICE}).includes('longer than 5 seconds')")
    # Whoever says so has it tried again, and goes on writing; a shorter map is tried at once.
    visit.page.evaluate("document.querySelector('#notice button').click()")
    visit.wait(f"({asked}).includes('view')")
    visit.wait(f"({NOTICE}).includes('no picture of it yet')")
    visit.key("a", 65, modifiers=2)
    visit.type(MAP)
    visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE} && document.getElementById('notice').hidden")


def test_a_worker_that_breaks_down_is_started_anew_and_the_text_stays(visit: Visit) -> None:
    visit.show(MAP)
    visit.wait(IS_SHOWN)
    # The next question is answered as by a worker whose memory has given out.
    visit.page.evaluate(
        """{ const { prototype } = Worker, post = prototype.postMessage;
          prototype.postMessage = function () { prototype.postMessage = post;
            this.onmessage({ data: { broken: "Traceback …\\nRuntimeError: out of bounds" } })
          } }; 0"""
    )
    visit.page.evaluate(FOCUS)
    visit.key("Home", 36, modifiers=2)
    visit.type("# one more\n")
    notice = visit.wait(f"({NOTICE}).includes('broke down') && {NOTICE}")
    assert "The text is as it was. (RuntimeError: out of bounds)" in notice
    assert visit.page.evaluate(f"({TEXT}).startsWith('# one more')")
    assert visit.page.evaluate("document.body.classList.contains('stale')")
    visit.page.evaluate("document.querySelector('#notice button').click()")
    visit.wait(f"({IS_SHOWN}) && {HAS_PICTURE} && document.getElementById('notice').hidden")
    assert not visit.page.evaluate("document.body.classList.contains('stale')")


def test_the_second_visit_needs_no_server(visit: Visit) -> None:
    visit.wait("navigator.serviceWorker.ready.then(found => found.active.state === 'activated')")
    visit.server.shutdown()
    visit.server.server_close()
    visit.page.visit(f"{visit.address}?again{shared(MAP)}")
    visit.wait(HAS_PICTURE)
    visit.wait("document.getElementById('findings-heading').textContent !== 'Checking …'")


def test_the_browser_had_nothing_to_complain_of(visit: Visit) -> None:
    assert visit.page.faults == []
