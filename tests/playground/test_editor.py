"""What is typed, pasted and deleted in the editor, under a policy that allows no inline styles."""

import http.server
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.firefox import firefox_page
from tests.playground.visiting import (
    FAULTY,
    FOCUS,
    HAS_PICTURE,
    IS_SHOWN,
    MAP,
    TEXT,
    Visit,
    shared,
)

pytestmark = pytest.mark.slow

SHOWN = """document.getElementById("editor").shadowRoot.querySelector"""
CONTROL, SHIFT = 2, 8
# What other pages put into the clipboard has styles of its own.
RICH = """<!doctype html><meta charset="utf-8">
<div id="copied" style="color: red"># <b style="top: 0">bold</b><br># more</div>"""
SELECT_RICH = "getSelection().selectAllChildren(document.getElementById('copied')), 0"
PASTED = f"# bold\n# more{MAP}"
LINES = MAP.splitlines(keepends=True)


@pytest.fixture(scope="module")
def desk(visit: Visit) -> Visit:
    """A visit whose page has the focus, as the window in which somebody works."""
    visit.page.call("Emulation.setFocusEmulationEnabled", enabled=True)
    permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
    visit.page.call("Browser.grantPermissions", permissions=permissions, origin=visit.address)
    return visit


@pytest.fixture(autouse=True)
def nothing_is_complained_of(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test ends without a word in the console of the browser, such as of the policy."""
    yield
    if "desk" in request.fixturenames:
        page = request.getfixturevalue("desk").page
        # Whatever the browser has said until then comes before the answer.
        page.evaluate("new Promise(done => requestAnimationFrame(done)).then(() => 0)")
        found = page.faults[:]
        page.faults.clear()
        assert found == []


def begin(desk: Visit, text: str) -> None:
    """Show a map, with the cursor at its start."""
    desk.show(text)
    desk.wait(IS_SHOWN)
    desk.page.evaluate(FOCUS)
    desk.key("Home", 36, CONTROL)


def becomes(desk: Visit, text: str) -> None:
    desk.wait(f"({TEXT}) === {json.dumps(text)}")


def command(desk: Visit, name: str) -> None:
    """Have the browser itself edit, as its menus and the keyboards of screens do."""
    unnamed = {"key": "Unidentified", "code": "", "windowsVirtualKeyCode": 229}
    desk.page.call("Input.dispatchKeyEvent", type="rawKeyDown", commands=[name], **unnamed)


def select_all(desk: Visit) -> None:
    command(desk, "selectAll")
    desk.wait(f"{SHOWN}('.cm-selectionBackground') !== null")


def select_two_lines(desk: Visit) -> None:
    """Select from the second line to the start of the fourth, in MAP."""
    desk.key("ArrowDown", 40)
    desk.key("ArrowDown", 40, SHIFT)
    desk.key("ArrowDown", 40, SHIFT)


def copy_and_paste(desk: Visit, plain: str) -> None:
    desk.page.evaluate(f"navigator.clipboard.writeText({json.dumps(plain)})")
    command(desk, "paste")


def test_what_is_pasted_comes_as_text(desk: Visit) -> None:
    begin(desk, MAP)
    copy_and_paste(desk, "# one\n# two\n")
    becomes(desk, f"# one\n# two\n{MAP}")
    select_all(desk)
    copy_and_paste(desk, FAULTY)
    becomes(desk, FAULTY)
    desk.wait(IS_SHOWN)


def test_rich_text_of_another_page_loses_its_styles(desk: Visit, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text(RICH, encoding="utf-8")
    desk.page.open(other)
    desk.page.evaluate(SELECT_RICH)
    command(desk, "copy")
    desk.page.visit(desk.address)
    desk.wait(IS_SHOWN)
    begin(desk, MAP)
    command(desk, "paste")
    becomes(desk, PASTED)


# As keys write, and then as telephones, dictation and programs that type for one do.
@pytest.mark.parametrize("words", ["Q", "- a\n- b\n"])
def test_what_is_typed_over_several_lines_takes_their_place(words: str, desk: Visit) -> None:
    begin(desk, MAP)
    select_two_lines(desk)
    desk.type(words)
    becomes(desk, "".join([LINES[0], words, *LINES[3:]]))
    desk.wait(IS_SHOWN)


def test_a_bracket_is_put_around_several_lines(desk: Visit) -> None:
    begin(desk, MAP)
    select_two_lines(desk)
    desk.type("[")
    becomes(desk, "".join([LINES[0], "[", *LINES[1:3], "]", *LINES[3:]]))


def test_a_whole_map_is_typed_over(desk: Visit) -> None:
    begin(desk, MAP)
    select_all(desk)
    desk.type(FAULTY)
    becomes(desk, FAULTY)
    desk.key("z", 90, CONTROL)
    becomes(desk, MAP)


@pytest.mark.parametrize(
    "name", ["deleteBackward", "deleteForward", "insertNewline", "insertLineBreak", "yank"]
)
def test_menus_edit_several_lines(name: str, desk: Visit) -> None:
    begin(desk, MAP)
    select_two_lines(desk)
    command(desk, name)
    between = "\n" if name.startswith("insert") else ""
    becomes(desk, f"{LINES[0]}{between}{''.join(LINES[3:])}")


@pytest.mark.parametrize("name", ["deleteBackward", "deleteWordBackward", "deleteForward"])
def test_two_lines_are_joined(name: str, desk: Visit) -> None:
    begin(desk, MAP)
    desk.key("ArrowDown", 40)
    if name.endswith("Forward"):
        desk.key("End", 35)
    command(desk, name)
    at = 2 if name.endswith("Forward") else 1
    becomes(desk, "".join([*LINES[: at - 1], LINES[at - 1].rstrip("\n"), *LINES[at:]]))


def test_what_is_composed_takes_the_place_of_several_lines(desk: Visit) -> None:
    begin(desk, MAP)
    select_two_lines(desk)
    compose = {"selectionStart": 1, "selectionEnd": 1}
    desk.page.call("Input.imeSetComposition", text="か", **compose)
    desk.type("感")
    becomes(desk, f"{LINES[0]}感{''.join(LINES[3:])}")


def test_the_editor_tells_and_searches(desk: Visit) -> None:
    begin(desk, FAULTY)
    desk.wait(f"{SHOWN}('.cm-lintRange') !== null")
    for mark in (".cm-lintRange", ".cm-lint-marker"):
        desk.page.point_at(f"{SHOWN}({mark!r})")
        desk.wait(f"{SHOWN}('.cm-tooltip')?.textContent.includes('premisses')")
        desk.key("Escape", 27)
    desk.key("f", 70, CONTROL)
    desk.wait(f"{SHOWN}('.cm-search') !== null")
    desk.type("pear")
    desk.key("Enter", 13)
    desk.wait(f"{SHOWN}('.cm-searchMatch') !== null")
    desk.key("Escape", 27)
    desk.wait(f"{SHOWN}('.cm-search') === null")
    desk.key("M", 77, CONTROL | SHIFT)
    desk.wait(f"{SHOWN}('.cm-panel-lint') !== null")
    desk.key("Escape", 27)
    desk.wait(f"{SHOWN}('.cm-panel-lint') === null")


def test_the_editor_explains_and_completes(desk: Visit) -> None:
    begin(desk, MAP)
    desk.page.point_at(f"{SHOWN}All('.cm-line')[3].firstElementChild")
    desk.wait(f"{SHOWN}('.cm-told') !== null")
    desk.key("End", 35, CONTROL)
    desk.type("sour")
    desk.wait(f"{SHOWN}('[aria-selected=true]') !== null")
    desk.key("Escape", 27)
    desk.wait(f"{SHOWN}('[aria-selected=true]') === null")


def test_firefox_edits_as_well(served: http.server.ThreadingHTTPServer, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text(RICH, encoding="utf-8")
    with firefox_page() as page:
        page.open(other)
        page.evaluate(SELECT_RICH)
        page.hold("Control", "c")
        page.open(f"http://127.0.0.1:{served.server_port}/{shared(MAP)}")
        page.until(f"({IS_SHOWN}) && {HAS_PICTURE}")
        page.evaluate(f"{FOCUS}, 0")
        page.hold("Control", "v")
        page.until(f"({TEXT}) === {json.dumps(PASTED)}")
        page.hold("Control", "z")
        page.until(f"({TEXT}) === {json.dumps(MAP)}")
        page.hold("Control", "Home")
        page.press("ArrowDown")
        page.hold("Shift", "ArrowDown")
        page.hold("Shift", "ArrowDown")
        page.press("Q")
        page.until(f"({TEXT}) === {json.dumps(''.join([LINES[0], 'Q', *LINES[3:]]))}")
        assert page.faults == []
