"""An open page follows its files, in a browser."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.devtools import Page
from tests.render.test_accessibility import violations
from tests.serving.live import serving

MAP = """argmap: 1
thesis:
  id: t
  text: The library should open on Sundays.
  arguments:
    - premises: [{{id: p, text: {words}}}]
"""
BAD = "argmap: 1\nthesis: {id: t, text: T., premises: [{ref: nobody}]}\n"
WORDS = "document.querySelector('svg [data-claim=\"p\"]')?.textContent ?? ''"


def write(file: Path, words: str) -> None:
    file.write_text(MAP.format(words=words), encoding="utf-8")


def until(page: Page, expression: str, wanted: Callable[[Any], object] = bool) -> Any:
    """Return the value of an expression once it is as wanted."""
    return page.until(expression, wanted)


def said(words: str) -> str:
    """Return an expression for whether the box of the premise says something, however it breaks."""
    return f"({WORDS}).replace(/\\s+/g, '').includes({words.replace(' ', '')!r})"


def connected(page: Page) -> None:
    """Wait until a page hears the news."""
    until(page, "document.documentElement?.dataset.argmapLive === 'on'")


def test_a_save_is_shown_and_nothing_else_moves(tmp_path: Path, browser: Page) -> None:
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        until(browser, said("People could come"))
        browser.evaluate("window.kept = true")
        camera = "document.querySelector('svg').closest('[style*=transform]')?.style.transform"
        before = browser.evaluate(camera)
        for number in range(20):
            write(file, f"Number {number} of the people")
            until(browser, said(f"Number {number} of the people"))
            assert browser.evaluate(camera) == before
        # It is the same page all the time.
        assert browser.evaluate("window.kept") is True


def test_the_last_of_many_quick_saves_is_shown(tmp_path: Path, browser: Page) -> None:
    file = tmp_path / "map.yaml"
    write(file, "At first")
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        for number in range(60):
            write(file, f"Save {number} of sixty")
            time.sleep(0.004)
        until(browser, said("Save 59 of sixty"))
        time.sleep(0.3)
        assert browser.evaluate(said("Save 59 of sixty"))


def test_an_address_that_names_what_is_not_there_is_told_of(tmp_path: Path, browser: Page) -> None:
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    with serving(file) as server:
        browser.visit(f"{server.address}#claim=nobody")
        told = until(browser, "document.querySelector('.absent')?.innerText")
        assert "claim=nobody" in told
        assert browser.evaluate(said("People could come"))


def test_a_fault_is_told_over_the_last_good_picture_until_it_is_mended(
    tmp_path: Path, browser: Page
) -> None:
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        file.write_text(BAD, encoding="utf-8")
        panel = "document.getElementById('argmap-findings')"
        told = until(browser, f"{panel}.hidden ? '' : {panel}.textContent")
        assert "map.yaml:2:" in told
        assert "nobody" in told
        link = browser.evaluate(f"{panel}.querySelector('a').href")
        assert link.startswith(f"vscode://file{file.resolve()}:2:")
        assert browser.evaluate(said("People could come"))
        assert browser.evaluate("document.documentElement.classList.contains('argmap-stale')")
        greyed = "getComputedStyle([...document.querySelectorAll('svg:has([data-claim])')]"
        greyed += ".find((one) => one.checkVisibility())).filter"
        assert browser.evaluate(greyed) == "grayscale(1)"
        write(file, "All is well again")
        until(browser, said("All is well again"))
        until(browser, f"{panel}.hidden")
        assert not browser.evaluate("document.documentElement.classList.contains('argmap-stale')")


@pytest.mark.parametrize("page", ["explorer", "slides", "document", "folder"])
def test_axe_finds_nothing_in_a_page_that_tells_of_faults(
    page: str, tmp_path: Path, browser: Page, axe: str
) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(f"{BAD}nobody: 1\n" if page == "document" else MAP.format(words="P."))
    (tmp_path / "report.md").write_text(
        "# A report\n\n<!-- argmap: map.yaml -->\n<!-- /argmap -->\n"
    )
    target = {"document": tmp_path / "report.md", "folder": tmp_path}.get(page, file)
    with serving(target, tmp_path) as server:
        browser.visit(server.address + ("?slides" if page == "slides" else ""))
        connected(browser)
        if page != "folder":
            file.write_text(f"{BAD}nobody: 1\n", encoding="utf-8")
            until(browser, "document.getElementById('argmap-findings').checkVisibility()")
        assert violations(browser, axe) == []


# The tools and buttons that lie under something else where one would press them.
COVERED = """[...document.querySelectorAll(
    '.bar :is(button, a, input), .zoom button, .pane .close, #argmap-findings button')]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .filter(one => {
    const {x, y, width, height} = one.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return !(top && (one.contains(top) || one.parentElement.contains(top)));
  }).map(one => one.outerHTML)"""


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (358, 740)])
def test_what_is_told_covers_no_tool_and_can_be_hidden(
    width: int, height: int, tmp_path: Path, browser: Page
) -> None:
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **size)
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    faults = "".join(f"nobody-{number}: 1\n" for number in range(20))
    panel = "document.getElementById('argmap-findings')"
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        file.write_text(f"{file.read_text('utf-8')}{faults}", encoding="utf-8")
        until(browser, f"{panel}.innerText.includes('nobody-19')")
        assert browser.evaluate(COVERED) == []
        assert browser.evaluate("document.documentElement.scrollWidth") == width
        # All of it can be scrolled to, and the picture is still to be seen.
        room = "document.querySelector('.stage').clientHeight"
        assert browser.evaluate(f"{panel}.offsetHeight < .5 * {room}")
        scrolled = "(list => (list.scrollTo(0, 1e6), list.scrollTop > 0))"
        assert browser.evaluate(f"{scrolled}({panel}.querySelector('.list'))")
        browser.evaluate("document.querySelector('[data-id=p]').focus()")
        browser.press("Enter")
        until(browser, "document.querySelector('.pane').checkVisibility()")
        until(browser, f"({COVERED}).length === 0")
        browser.evaluate(f"{panel}.querySelector('button').click()")
        shown = f"{panel}.querySelector('.list').checkVisibility()"
        assert not browser.evaluate(shown)
        # It stays so with the next save, and says how much there is; a new fault is shown whole.
        file.write_text(f"{file.read_text('utf-8')}nobody-20: 1\n", encoding="utf-8")
        until(browser, f"{panel}.innerText.includes('21 findings')")
        assert not browser.evaluate(shown)
        write(file, "All is well again")
        until(browser, f"{panel}.hidden")
        file.write_text(BAD, encoding="utf-8")
        until(browser, f"!{panel}.hidden && {shown}")
    browser.call("Emulation.clearDeviceMetricsOverride")


def test_who_reads_a_map_as_a_text_is_told_of_faults_as_well(tmp_path: Path, browser: Page) -> None:
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    panel = "document.getElementById('argmap-findings')"
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        file.write_text(BAD, encoding="utf-8")
        until(browser, f"{panel}.checkVisibility()")
        text = "[...document.querySelectorAll('.tools button')].at(-1)"
        browser.evaluate(f"{text}.click()")
        until(browser, "document.documentElement.classList.contains('as-text')")
        until(browser, f"{panel}.checkVisibility() && {panel}.innerText.includes('nobody')")
        # The way back stays in sight below it.
        back = "document.querySelector('.argmap-back').getBoundingClientRect().top"
        browser.evaluate("document.body.style.minHeight = '300vh', scrollTo(0, 500)")
        until(browser, f"{back} >= {panel}.getBoundingClientRect().bottom")
        assert browser.evaluate(f"{back} < innerHeight / 2")
        assert browser.evaluate(f"{panel}.getBoundingClientRect().top") == 0
        browser.evaluate("document.querySelector('.argmap-back').click()")
        until(browser, f"{panel}.checkVisibility() && {panel}.closest('.room') !== null")


def test_a_map_that_cannot_be_read_at_first_is_shown_once_it_can(
    tmp_path: Path, browser: Page
) -> None:
    file = tmp_path / "map.yaml"
    file.write_text(BAD, encoding="utf-8")
    with serving(file) as server:
        browser.visit(server.address)
        until(browser, "document.getElementById('argmap-findings')?.textContent.includes('nobody')")
        write(file, "Now there is one")
        until(browser, said("Now there is one"))


def test_a_page_finds_its_server_again_after_a_restart(tmp_path: Path, browser: Page) -> None:
    file = tmp_path / "map.yaml"
    write(file, "Before")
    with serving(file) as server:
        port, address = server.server_port, server.address
        browser.visit(address)
        connected(browser)
    until(browser, "document.documentElement.classList.contains('argmap-lost')")
    write(file, "Written meanwhile")
    with serving(file, port=port) as server:
        assert server.address == address
        until(browser, said("Written meanwhile"))
        until(browser, "!document.documentElement.classList.contains('argmap-lost')")
        write(file, "And after")
        until(browser, said("And after"))


def test_what_a_map_includes_and_how_it_looks_is_followed(tmp_path: Path, browser: Page) -> None:
    file, settings = tmp_path / "map.yaml", tmp_path / "pyproject.toml"
    theme = tmp_path / "house.yaml"
    settings.write_text("[tool.argmap]\n", encoding="utf-8")
    theme.write_text("argmap-theme: 1\nbase: light\n", encoding="utf-8")
    write(file, "People could come")
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        style = "document.querySelector('style').textContent.includes('#123456')"
        settings.write_text('[tool.argmap]\ntheme = "house.yaml"\n', encoding="utf-8")
        time.sleep(0.3)
        assert not browser.evaluate(style)
        colours = "argmap-theme: 1\nbase: light\ncolours: {thesis: '#123456'}\n"
        theme.write_text(colours, encoding="utf-8")
        until(browser, style)


def test_a_document_is_shown_with_its_maps_alive(tmp_path: Path, browser: Page) -> None:
    file, document = tmp_path / "map.yaml", tmp_path / "report.md"
    write(file, "People could come")
    document.write_text(
        "# A *report*\n\n<script>window.bad = true</script>"
        "[x](javascript:window.bad=true)<img src=x onerror='window.bad=true'>\n\n"
        "1. One\n\n    ```argmap map.yaml\n    ```\n\n2. Two\n",
        encoding="utf-8",
    )
    with serving(document) as server:
        browser.visit(server.address)
        connected(browser)
        assert browser.evaluate("document.querySelector('h1').textContent") == "A report"
        assert browser.evaluate("document.querySelectorAll('main > ol > li').length") == 2
        until(browser, said("People could come"))
        assert browser.evaluate("window.bad") is None
        write(file, "The map has changed")
        until(browser, said("The map has changed"))
        document.write_text(document.read_text().replace("Two", "Two and more"), encoding="utf-8")
        until(browser, "document.querySelector('ol').textContent.includes('Two and more')")


def test_a_document_is_current_but_for_a_map_that_is_half_written(
    tmp_path: Path, browser: Page
) -> None:
    file, document = tmp_path / "map.yaml", tmp_path / "report.md"
    write(file, "People could come")
    text = "# A report\n\n<!-- argmap: map.yaml -->\n<!-- /argmap -->\n"
    document.write_text(text, encoding="utf-8")
    with serving(document) as server:
        browser.visit(server.address)
        connected(browser)
        until(browser, said("People could come"))
        file.write_text(BAD, encoding="utf-8")
        until(
            browser, "document.querySelector('main .argmap-problem')?.innerText.includes('nobody')"
        )
        # Below it is what was there.
        before = "document.querySelector('main .argmap-before')"
        assert browser.evaluate(
            f"{before}.textContent.replace(/\\s+/g, '').includes('Peoplecould')"
        )
        assert browser.evaluate(f"getComputedStyle({before}).filter") == "grayscale(1)"
        document.write_text(text + "\nWritten meanwhile.\n", encoding="utf-8")
        until(browser, "document.querySelector('main').innerText.includes('Written meanwhile')")
        assert browser.evaluate(f"{before} !== null")
        assert not browser.evaluate("document.documentElement.classList.contains('argmap-stale')")
        write(file, "All is well again")
        until(browser, said("All is well again"))
        assert browser.evaluate("document.querySelector('.argmap-problem, .argmap-before')") is None


def test_findings_cover_nothing_of_a_document(tmp_path: Path, browser: Page) -> None:
    document = tmp_path / "report.md"
    document.write_text("# A report\n\n```argmap missing.yaml\n```\n", encoding="utf-8")
    with serving(document) as server:
        browser.visit(server.address)
        connected(browser)
        until(browser, "document.querySelectorAll('#argmap-findings p').length")
        edge = "document.querySelector('{}').getBoundingClientRect().{}"
        top = browser.evaluate(edge.format("h1", "top"))
        assert top >= browser.evaluate(edge.format("#argmap-findings", "bottom"))
        # They stay in sight below.
        browser.evaluate("document.body.style.minHeight = '300vh', scrollTo(0, 500)")
        assert browser.evaluate(edge.format("#argmap-findings", "top")) == 0


def test_a_folder_lists_its_maps_with_what_stands(tmp_path: Path, browser: Page) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "one.yaml", "People could come")
    with serving(tmp_path) as server:
        browser.visit(server.address)
        connected(browser)
        rows = "[...document.querySelectorAll('tbody tr')].map((row) => row.innerText).join('\\n')"
        assert "2 claims stand" in until(browser, rows)
        write(tmp_path / "sub/two.yaml", "Another one")
        until(browser, "document.querySelectorAll('tbody tr').length", lambda found: found == 2)
        (tmp_path / "one.yaml").write_text(BAD, encoding="utf-8")
        until(browser, f"({rows}).includes('cannot be read: 1 finding')")
        browser.evaluate("document.querySelectorAll('tbody a')[1].click()")
        until(browser, said("Another one"))


# Words of the list that go on in another line: a letter or digit below the one before.
BROKEN = """[...document.querySelectorAll('td, li')].flatMap(cell => {
  const found = [], walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const top = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + 1);
    return range.getBoundingClientRect().bottom;
  };
  while (walker.nextNode()) {
    const text = walker.currentNode;
    for (const {0: word, index} of text.data.matchAll(/[\\p{L}\\d.]+/gu))
      if (top(text, index) !== top(text, index + word.length - 1)) found.push(word);
  }
  return found;
})"""


@pytest.mark.parametrize("width", [358, 1366])
def test_names_of_files_are_broken_at_their_joints(
    width: int, tmp_path: Path, browser: Page
) -> None:
    size = {"width": width, "height": 740, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **size)
    names = (
        "budget.yaml",
        "sub/a-long-name-of-a-map-of-the-town.yaml",
        "one_map_without_a_title.yaml",
    )
    (tmp_path / "sub").mkdir()
    for name in names:
        write(tmp_path / name, "People could come, and a claim is undecided")
    contested = "argmap: 1\ntitle: What is contested\nthesis: {text: T., arguments: ["
    contested += "{premises: [{id: a, text: A., rebuttals: [{premises: [{id: b, text: B.,"
    contested += " rebuttals: [{premises: [{ref: a}]}]}]}]}]}]}\n"
    (tmp_path / "contested.yaml").write_text(contested, encoding="utf-8")
    (tmp_path / "notes_on_the_budget-of-the-town-of-next-year.md").write_text("# Notes\n")
    with serving(tmp_path) as server:
        browser.visit(server.address)
        connected(browser)
        assert "undecided" in browser.evaluate("document.body.innerText")
        assert browser.evaluate(BROKEN) == []
        assert browser.evaluate("document.documentElement.scrollWidth") == width
    browser.call("Emulation.clearDeviceMetricsOverride")


@pytest.mark.parametrize(("motion", "mark"), [("", "argmap-news"), ("reduce", "argmap-news-calm")])
def test_what_says_something_else_is_marked_and_nothing_glides_where_that_is_not_wished(
    motion: str, mark: str, tmp_path: Path, browser: Page
) -> None:
    feature = {"name": "prefers-reduced-motion", "value": motion}
    browser.call("Emulation.setEmulatedMedia", features=[feature])
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        browser.evaluate(
            "window.marked = []; window.glided = 0;"
            "new MutationObserver((all) => all.forEach(({target}) => {"
            " if (/argmap-news/.test(target.getAttribute('class') ?? ''))"
            "  marked.push(target.dataset.claim + ' ' + target.classList.item("
            "   target.classList.length - 1)); }))"
            ".observe(document.body, {subtree: true, attributeFilter: ['class']});"
            "const own = Element.prototype.animate;"
            "Element.prototype.animate = function (...all)"
            "  { glided++; return own.apply(this, all) }"
        )
        longer = file.read_text(encoding="utf-8").replace(
            "The library", "The library of the town " * 6
        )
        file.write_text(longer, encoding="utf-8")
        until(browser, "marked.length")
        assert browser.evaluate("[...new Set(marked)]") == [f"t {mark}"]
        # The premise makes room for the thesis, which has become higher.
        assert bool(browser.evaluate("glided")) == (motion == "")
    browser.call("Emulation.setEmulatedMedia", features=[])


def test_a_double_click_and_a_key_open_the_editor_at_the_line(
    tmp_path: Path, browser: Page
) -> None:
    file = tmp_path / "map.yaml"
    write(file, "People could come")
    line = (
        file.read_text("utf-8")
        .split("\n")
        .index("    - premises: [{id: p, text: People could come}]")
    )
    with serving(file) as server:
        browser.visit(server.address)
        connected(browser)
        until(browser, said("People could come"))
        browser.evaluate(
            "navigation.addEventListener('navigate', event => { event.preventDefault();"
            " (window.opened ??= []).push(event.destination.url) }); 0"
        )
        box = "document.querySelector('.stage [data-id=p]')"
        wanted = f"vscode://file{file.resolve()}:{line + 1}:"
        place = browser.evaluate(
            f"({box}.querySelector('.frame').getBoundingClientRect()).toJSON()"
        )
        at = {"x": place["x"] + 30, "y": place["y"] + 12, "button": "left"}
        for count in (1, 2):
            for kind in ("mousePressed", "mouseReleased"):
                browser.call("Input.dispatchMouseEvent", type=kind, clickCount=count, **at)
        opened = "(window.opened ?? []).filter(one => one.startsWith('vscode:'))"
        until(browser, f"{opened}.length === 1")
        assert browser.evaluate(f"{opened}[0]").startswith(wanted)
        browser.evaluate(f"{box}.focus()")
        browser.press("e")
        until(browser, f"{opened}.length === 2")
        assert browser.evaluate(f"{opened}[1]").startswith(wanted)
        # Where something is written, an e is an e, and so it is within a name.
        browser.evaluate(
            "document.querySelector('.stage [data-id=t]').focus(); [...'pe'].forEach(key =>"
            " document.activeElement.dispatchEvent("
            "new KeyboardEvent('keydown', {key, bubbles: true})))"
        )
        assert browser.evaluate("document.activeElement.dataset.id") == "p"
        browser.evaluate("document.querySelector('.finder input').focus()")
        browser.press("e")
        until(browser, "document.querySelector('.finder input').value === 'e'")
        assert browser.evaluate(f"{opened}.length") == 2
