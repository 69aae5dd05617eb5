"""The text of a source beside the map, in a real browser: to a passage and back, by all ways."""

from pathlib import Path
from typing import Any

import pytest

from argmap.pipeline import draw, load
from argmap.planning import RenderOptions
from tests.browser import AT_REST
from tests.devtools import Page
from tests.render.explorer.seen import fragment_of, turn_to
from tests.render.explorer.test_explored import opened
from tests.render.test_accessibility import violations

pytestmark = pytest.mark.slow

MAP = """argmap: 1
title: The dam
sources:
  report: {author: Ada Lem, title: Report on the dam, year: 2019, file: report.txt}
  letter: {author: Noa Bar, title: A letter, year: 2021, file: letter.txt}
thesis:
  id: safe
  text: The dam is safe.
  source: {ref: report, at: ¶2, quote: No damage was found … It "holds"}
  premises:
    - {id: seen, text: It was seen., source: {ref: report, quote: inspected in May 😀}}
    - {id: built, text: It was built., source: {ref: report, quote: was built in May}}
    - {id: was, text: It was., source: {ref: report, at: ¶1}}
    - {id: side, text: One side is whole., source: {ref: report, quote: side of the lake}}
    - {id: side2, text: It is whole too., source: {ref: report, quote: side of the lake}}
  rebuttals:
    - id: deep
      text: The lake is deep.
      source: {ref: letter, quote: <b>deep</b> & cold}
      rebuttals: [{id: "no", text: No., source: {ref: letter, quote: הסכר בטוח}}]
"""
REPORT = """The dam was inspected in May 😀.\r
\r
No damage was\r
found on the side of the lake. It “holds”.\r
"""
LETTER = "קראתי את הדוח. הסכר בטוח מאוד.\n\nThe lake is <b>deep</b> & cold, they say.\n"
# A flash may be over before anybody looks.
FLASHED = """window.flashed = []; new MutationObserver(all => all.forEach(({target}) =>
  target.matches('.flash') && flashed.push(target)))
  .observe(document.body, {subtree: true, attributeFilter: ['class']})"""
LOOKS = (".reading-body", ".paragraph p")
PASSAGES = "[...document.querySelectorAll('.paragraph p .mark')]"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in (("report.txt", REPORT), ("letter.txt", LETTER), ("map.yaml", MAP)):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    options = RenderOptions(source_texts=("all",))
    (folder / "map.html").write_bytes(
        draw(load(folder / "map.yaml"), format="explorer", options=options)
    )
    return folder / "map.html"


def text_of(browser: Page, element: str) -> Any:
    """What is read there, but for the signs of verdicts."""
    return browser.evaluate(
        f"""(one => {{ const copy = one.cloneNode(true);
          copy.querySelectorAll('.sign').forEach(sign => sign.remove());
          return copy.textContent.replace(/\\s+/g, ' ').trim() }})({element})"""
    )


def is_open(browser: Page) -> Any:
    return browser.evaluate("!document.querySelector('.reading').hidden")


def is_seen(browser: Page, element: str) -> Any:
    """Whether the middle of an element is what is seen at its place."""
    return browser.evaluate(
        f"""(one => {{ const {{x, y, width, height}} = one.getClientRects()[0];
          return one.contains(document.elementFromPoint(x + width / 2, y + height / 2))
        }})({element})"""
    )


def pressed_until(browser: Page, condition: str) -> None:
    for _ in range(60):
        browser.press("Tab")
        if browser.evaluate(f"(one => {condition})(document.activeElement)"):
            return
    pytest.fail(f"no Tab leads to {condition}")


def test_a_citation_leads_to_its_passage_by_mouse(browser: Page, file: Path) -> None:
    opened(browser, file, "#claim=seen")
    assert not is_open(browser)
    browser.evaluate(FLASHED)
    browser.point_at("document.querySelector('.place a')", clicks=True)
    assert fragment_of(browser) == "#claim=seen&source=report&at=1"
    assert text_of(browser, "document.activeElement") == "inspected in May 😀"
    assert browser.evaluate("document.activeElement.matches('[aria-current]')")
    assert browser.evaluate("flashed.includes(document.activeElement)")
    assert is_seen(browser, "document.activeElement")


def test_a_passage_leads_to_its_claim_by_mouse(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report")
    browser.point_at(f"{PASSAGES}[0]", clicks=True)
    assert fragment_of(browser) == "#claim=seen&source=report"
    assert browser.evaluate("document.activeElement.closest('.pane') !== null")
    assert browser.evaluate("document.activeElement.textContent") == "It was seen."
    assert is_open(browser)


def test_both_ways_are_gone_by_keys(browser: Page, file: Path) -> None:
    opened(browser, file, "#claim=safe")
    pressed_until(browser, "one.matches('.place a')")
    browser.press("Enter")
    assert text_of(browser, "document.activeElement") == "No damage was found"
    pressed_until(browser, "one.textContent.includes('holds')")
    browser.press("Enter")
    assert browser.evaluate("document.activeElement.textContent") == "The dam is safe."
    pressed_until(browser, "one.matches('.place a')")
    browser.press("Enter")
    browser.press("Escape")
    assert not is_open(browser)
    assert browser.evaluate("document.activeElement.matches('.place a')")
    assert fragment_of(browser) == "#claim=safe"
    browser.press("Escape")
    assert fragment_of(browser) == ""


def test_arrows_in_a_text_do_not_move_the_picture(browser: Page, file: Path) -> None:
    opened(browser, file, "#claim=seen&source=report")
    before = browser.evaluate("JSON.stringify(window.argmapExplorer.stage.camera)")
    browser.evaluate("document.querySelector('.paragraph .mark').focus()")
    browser.press("ArrowDown")
    assert browser.evaluate("JSON.stringify(window.argmapExplorer.stage.camera)") == before


def test_a_passage_of_several_claims_lets_one_choose(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report")
    passage = f"{PASSAGES}.find(one => one.textContent.includes('side of the lake'))"
    assert browser.evaluate(f"{passage}.querySelector('.count').textContent") == "2"
    browser.evaluate(f"{passage}.focus()")
    browser.press("Enter")
    named = "[...document.querySelectorAll('.citers a')].map(one => one.textContent)"
    assert browser.evaluate(named) == ["One side is whole.", "It is whole too."]
    assert browser.evaluate(f"{passage}.getAttribute('aria-expanded')") == "true"
    assert browser.evaluate("document.activeElement.textContent") == "One side is whole."
    browser.press("Escape")
    assert browser.evaluate(f"{passage} === document.activeElement")
    assert browser.evaluate(f"{passage}.getAttribute('aria-expanded')") == "false"
    assert browser.evaluate(named) == []
    browser.press("Enter")
    browser.press("Tab")
    browser.press("Enter")
    assert fragment_of(browser) == "#claim=side2&source=report"
    assert browser.evaluate("document.activeElement.textContent") == "It is whole too."


def test_what_is_cited_without_words_marks_its_number(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report")
    numbers = "[...document.querySelectorAll('.number')].map(one => one.firstChild.textContent)"
    assert browser.evaluate(numbers) == ["¶1", "¶2"]
    browser.evaluate("document.querySelector('.number a').click()")
    assert fragment_of(browser) == "#claim=was&source=report"


def test_a_quotation_that_is_not_there_is_told(browser: Page, file: Path) -> None:
    opened(browser, file, "#claim=built&source=report")
    assert browser.evaluate("document.querySelector('.pane .missing').textContent") == (
        "Not in the text"
    )
    assert browser.evaluate("document.querySelector('.lost').innerText").split("\n") == [
        *("Not in the text", "“was built in May”", "It was built."),
    ]


def test_another_source_is_chosen_and_shows_nothing_as_markup(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report")
    browser.evaluate(
        "(one => { one.value = 'letter'; one.dispatchEvent(new Event('change')) })"
        "(document.querySelector('.reading select'))"
    )
    assert fragment_of(browser) == "#source=letter"
    paragraphs = "document.querySelectorAll('.paragraph p')"
    assert text_of(browser, f"{paragraphs}[1]") == "The lake is <b>deep</b> & cold, they say."
    assert browser.evaluate(f"getComputedStyle({paragraphs}[0]).direction") == "rtl"
    assert text_of(browser, f"{PASSAGES}[0]") == "הסכר בטוח"


def test_a_claim_that_is_chosen_in_the_picture_shows_its_passage(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report")
    browser.point_at("document.querySelector('.stage [data-id=seen]')", clicks=True)
    current = "[...document.querySelectorAll('.reading [aria-current]')]"
    assert text_of(browser, f"{current}[0]") == "inspected in May 😀"
    assert browser.evaluate(f"{current}.length") == 1


def test_marks_follow_what_is_asked_by_form_and_sign(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=letter")
    verdict = f"{PASSAGES}.map(one => one.dataset.verdict)"
    assert browser.evaluate(verdict) == ["stands", "falls"]
    lines = f"{PASSAGES}.map(one => getComputedStyle(one).textDecorationStyle)"
    assert browser.evaluate(lines) == ["solid", "dashed"]
    assert browser.evaluate(f"{PASSAGES}.every(one => one.querySelector('.verdict-badge'))")
    turn_to(browser, "#source=letter&reject=no")
    assert browser.evaluate(verdict) == ["falls", "stands"]
    assert browser.evaluate(f"{PASSAGES}[1].title") == "Cited by: The lake is deep. (stands)"


def test_study_tells_no_verdict_by_marks(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=letter")
    browser.evaluate("document.querySelector('[data-mode=study]').click()")
    assert browser.evaluate("document.querySelectorAll('.reading .verdict-badge').length") == 0
    assert browser.evaluate(f"{PASSAGES}.map(one => one.title)") == [
        *("Cited by: No.", "Cited by: The lake is deep."),
    ]


def test_the_address_opens_a_text_at_a_paragraph(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report&at=2", size=(900, 220))
    browser.until("document.querySelector('.reading-body').scrollTop > 0")
    assert is_seen(browser, "document.querySelectorAll('.paragraph p')[1]")
    browser.evaluate("history.replaceState(null, '', '#claim=side'); 0")
    browser.evaluate("window.dispatchEvent(new HashChangeEvent('hashchange')); 0")
    assert not is_open(browser)
    for unknown in ("#source=nobody&at=9", "#source=report&at=99", "#at=2"):
        opened(browser, file, unknown)
        assert is_open(browser) == ("report" in unknown)


def test_a_newer_map_leaves_the_text_where_it_was(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report&claim=seen", size=(900, 220))
    browser.evaluate("document.querySelector('.reading-body').scrollTop = 37")
    app = "window.argmapExplorer"
    browser.evaluate(f"{app}.mount(structuredClone({app}.data), {app}.paper)")
    assert browser.evaluate("document.querySelector('.reading-body').scrollTop") == 37


def test_who_scrolls_at_once_stays_where_they_are(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report", size=(900, 220))
    found = browser.evaluate(
        f"""(async () => {{
          const body = document.querySelector('.reading-body');
          window.argmapExplorer.reading.show(document.querySelector('[data-at="2"]'));
          const shown = body.scrollTop;
          body.scrollTop = 3;
          await {AT_REST};
          return [shown > 3, body.scrollTop];
        }})()"""
    )
    assert found == [True, 3]


@pytest.mark.parametrize(
    ("size", "beside"), [((2560, 1440), True), ((1366, 768), False), ((700, 800), False)]
)
def test_picture_claim_and_text_have_each_their_room(
    browser: Page, file: Path, size: tuple[int, int], beside: bool
) -> None:
    opened(browser, file, "#claim=seen&source=report", size=size)
    rooms = browser.evaluate(
        "['.pane', '.reading'].map(name => document.querySelector(name).getBoundingClientRect())"
        ".map(({left, right, top, bottom}) => [left, right, top, bottom])"
    )
    (left, right, _, bottom), (text_left, text_right, text_top, _) = rooms
    assert right == size[0]
    assert bottom <= size[1]
    if beside:
        assert text_right == left
        assert text_left > size[0] / 2
    else:
        assert (text_left, text_right) == (left, right)
        assert text_top == pytest.approx(bottom, abs=1)
    box = "document.querySelector('.stage .chosen .frame').getBoundingClientRect().right"
    assert browser.evaluate(box) < min(left, text_left)


def test_on_a_telephone_the_text_is_a_sheet_that_closes(browser: Page, file: Path) -> None:
    opened(browser, file, "#claim=seen&source=report", size=(358, 740))
    wide = browser.evaluate(
        "Math.max(...['html', 'body', '.explorer', '.reading', '.reading-body']"
        ".map(name => document.querySelector(name).scrollWidth))"
    )
    assert wide <= 358
    assert is_seen(browser, f"{PASSAGES}[0]")
    browser.evaluate(f"{PASSAGES}[0].click()")
    assert not is_open(browser)
    assert fragment_of(browser) == "#claim=seen"
    browser.evaluate("document.querySelector('.place a').click()")
    assert is_seen(browser, f"{PASSAGES}[0]")
    browser.press("Escape")
    assert not is_open(browser)
    assert fragment_of(browser) == "#claim=seen"


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1180, 820), (820, 1180), (358, 740)])
def test_a_long_text_is_read_like_a_short_one(
    browser: Page, tmp_path: Path, size: tuple[int, int]
) -> None:
    looks = []
    for paragraphs in (3, 1000):
        folder = tmp_path / str(paragraphs)
        folder.mkdir()
        lines = [f"This is paragraph {number} of the report." for number in range(paragraphs)]
        (folder / "report.txt").write_text("\n\n".join(lines))
        (folder / "map.yaml").write_text(
            "argmap: 1\nsources: {r: {title: R, file: report.txt}}\n"
            "thesis: {id: t, text: T., source: {ref: r, quote: paragraph 2 of}}\n"
        )
        options = RenderOptions(source_texts=("all",))
        page = draw(load(folder / "map.yaml"), format="explorer", options=options)
        (folder / "map.html").write_bytes(page)
        opened(browser, folder / "map.html", "#claim=t&source=r", size=size)
        assert is_seen(browser, f"{PASSAGES}[0]")
        look = "(one => [one.color, one.fontSize, one.marginInlineEnd])(getComputedStyle"
        looks.append(
            [browser.evaluate(f"{look}(document.querySelector('{one}')))") for one in LOOKS]
        )
    assert looks[0] == looks[1]


@pytest.mark.parametrize(
    ("size", "dark"), [((2560, 1440), False), ((1366, 768), True), ((358, 740), False)]
)
def test_axe_finds_nothing_in_a_text(
    browser: Page, file: Path, axe: str, size: tuple[int, int], dark: bool
) -> None:
    opened(browser, file, "#claim=side&source=report", size=size, dark=dark)
    passage = f"{PASSAGES}.find(one => one.textContent.includes('side of the lake'))"
    browser.evaluate(f"{passage}.click()")
    assert violations(browser, axe) == []


def test_marks_are_links_that_say_what_cites_them(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report")
    told = browser.told()
    (one,) = [
        node for node in told if (node["role"], node["name"]) == ("link", "inspected in May 😀")
    ]
    assert one["description"] == "Cited by: It was seen. (stands)"


def test_on_paper_there_is_no_text_of_a_source(browser: Page, file: Path) -> None:
    opened(browser, file, "#source=report")
    browser.call("Emulation.setEmulatedMedia", media="print")
    assert "was inspected in May" not in browser.evaluate("document.body.innerText")
    browser.call("Emulation.setEmulatedMedia", media="")
