"""The whole explorer by keyboard alone: wherever it leads, the focus is seen and never lost."""

from pathlib import Path

import pytest

from argmap.pipeline import draw, load, loads
from argmap.planning import RenderOptions
from tests.devtools import browser_page
from tests.render.explorer.keyboard import Opens, opens
from tests.render.explorer.seen import boxes, camera, verdicts
from tests.render.explorer.test_explored import FLAGSHIP, opened

pytestmark = pytest.mark.slow
__all__ = ["opens"]

MAP = """argmap: 1
title: Trees
sources: {report: {author: Ada Lem, title: On trees, year: 2019, file: report.txt}}
thesis:
  id: t
  label: Plant
  text: We should plant trees.
  source: {ref: report, quote: trees are good}
  arguments:
    - {id: a, text: They are beautiful., source: {ref: report, quote: fine they are},
       arguments: [{id: d, text: Elephants like them.}]}
    - {id: e, premises: [{id: f, text: They give shade.}, {id: g, text: Shade is good.}]}
  rebuttals: [{id: b, text: They are ugly., rebuttals: [{id: c, text: Not the oak.}]}]
"""
REPORT = "All trees are good.\n\nAnd fine they are, too.\n"
RTL = """argmap: 1
language: he
thesis: {id: a, text: "\u05db\u05df.", arguments: [{id: b, text: "\u05dc\u05d0."}]}
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    (folder / "map.yaml").write_text(MAP)
    (folder / "report.txt").write_text(REPORT)
    options = RenderOptions(source_texts=("all",))
    page = draw(load(folder / "map.yaml"), format="explorer", options=options)
    (folder / "map.html").write_bytes(page)
    return folder / "map.html"


def test_tab_leads_through_the_page_as_it_is_read(opens: Opens, file: Path) -> None:
    hand = opens(file, "#claim=a&reject=b")
    assert hand.tab_to(".pane .trail a") == [
        *("Show 1 claim", "Show 5 claims", "Show 7 claims", "Find in the argument"),
        *("Tidy up", "Walk through", "Study", "Sources", "Read as a text", "Picture", "a"),
        *("Enlarge", "Make smaller", "Show the whole picture", "Original size"),
        *("They are ugly. (falls)", "Take it back: They are ugly."),
        *("As written", "Close", "Plant (stands)"),
    ]


def test_boxes_are_a_tree_of_which_arrows_lead_to_all(opens: Opens, file: Path) -> None:
    hand = opens(file)
    hand.tab_to("g.claim")
    met = [hand.focus]
    while met[-1] != "c":
        hand.press("ArrowDown")
        met.append(hand.focus)
    assert met == ["t", "a", "d", "e", "f", "g", "b", "c"]
    for key, there in [("ArrowUp", "b"), ("Home", "t"), ("ArrowRight", "a"), ("ArrowRight", "d")]:
        hand.press(key)
        assert hand.focus == there
    hand.press("ArrowLeft", "ArrowLeft")
    assert (hand.focus, hand.address) == ("a", "#fold=a")
    assert hand.page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false"
    hand.press("Space")
    assert "d" in boxes(hand.page)
    hand.press("End", "Enter")
    assert (hand.focus, hand.address) == ("Not the oak.", "#claim=c")
    hand.press("Escape", "Escape")
    assert (hand.focus, hand.address) == ("c", "")


def test_the_picture_is_moved_and_enlarged(opens: Opens, file: Path) -> None:
    hand = opens(file)
    hand.tab_to(".stage")
    at = camera(hand.page)
    hand.press("ArrowRight", "ArrowDown")
    moved = camera(hand.page)
    assert (moved[0] - at[0], moved[1] - at[1]) == pytest.approx((-80, -80))
    hand.press("+")
    assert camera(hand.page)[2] == pytest.approx(at[2] * 1.25)
    hand.press("0")
    assert camera(hand.page) == pytest.approx(at)


def test_what_is_found_is_reached_and_the_field_is_left(opens: Opens, file: Path) -> None:
    hand = opens(file, "#fold=a")
    hand.tab_to("g.claim")
    hand.press("/", *"they", "ArrowDown", "ArrowDown")
    chosen = hand.page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        ".querySelector('.called').textContent"
    )
    assert chosen == "They give shade."
    hand.press("Enter")
    assert (hand.focus, hand.address) == ("f", "#claim=f&fold=a&find=they")
    # What is found has a frame of its own, and the focus is seen all the same.
    hand.press("Escape", "ArrowUp", "ArrowDown")
    assert hand.focus == "f"
    hand.press("/")
    assert not hand.page.evaluate("document.querySelector('.hits').hidden")
    for left in (("they", "f"), ("", "f")):
        hand.press("Escape")
        assert hand.page.evaluate("document.activeElement.value") == left[0]
    hand.press("Escape")
    assert hand.focus == "f"


def test_a_claim_is_supposed_otherwise_and_taken_back(opens: Opens, file: Path) -> None:
    hand = opens(file, "#claim=b")
    before = verdicts(hand.page)
    hand.tab_to(".pane [data-suppose=accept]")
    hand.press("Enter")
    # The same button is pressed now, and takes it back.
    assert hand.is_at(".pane [data-suppose=accept][aria-pressed=true]")
    assert verdicts(hand.page)["t"] != "stands"
    assert "Plant" in hand.text(".message")
    hand.press("Space")
    assert verdicts(hand.page) == before
    hand.press("Tab", "Enter")
    assert hand.is_at("[data-suppose=reject][aria-pressed=true]")
    assert "No other verdict changes." in hand.text(".message")
    hand.press("Escape")
    assert (hand.focus, hand.address) == ("b", "#reject=b")
    hand.tab_to(".card .small")
    hand.press("Enter")
    assert (hand.focus, hand.address) == ("b", "")


def test_all_that_is_supposed_is_taken_back_at_once(opens: Opens, file: Path) -> None:
    hand = opens(file, "#reject=c,d")
    hand.tab_to(".card .small")
    hand.press("Enter")
    assert (hand.is_at(".card .small"), hand.address) == (True, "#reject=d")
    # What has changed is led to from the card.
    hand.tab_to(".card > button")
    hand.press("Enter")
    assert (hand.focus, hand.address) == ("t", "")


def test_what_a_verdict_hangs_on_is_asked_and_gone_to(opens: Opens, file: Path) -> None:
    hand = opens(file)
    hand.tab_to("g.claim")
    hand.press("End", "ArrowLeft", "Enter")
    assert hand.focus == "They are ugly."
    hand.tab_to(".acts button")
    hand.press("Enter")
    hand.press("Enter")
    assert hand.focus == "What it hangs on"
    assert hand.text(".hanging") == "Not the oak.→ stands"
    hand.press("Tab", "Enter")
    assert (hand.focus, hand.address) == ("Not the oak.", "#claim=c")


def test_a_walk_is_turned_over_by_arrows_and_left(opens: Opens, file: Path) -> None:
    hand = opens(file, "#fold=a")
    hand.tab_to("[data-mode=walk]")
    hand.press("Enter")
    assert (hand.focus, hand.text(".walk-at"), hand.address) == (
        *("Next", "Step 1 of 6"),
        "#claim=t&fold=a&mode=walk",
    )
    held = camera(hand.page)
    steps = []
    for key in ("Enter", "ArrowRight", "ArrowDown", "PageDown", "ArrowRight"):
        hand.press(key)
        steps.append(hand.address)
        assert hand.focus == "Next"
        # What one comes to is told to those who do not see it.
        assert hand.text(".message") != ""
    assert len(set(steps)) == 5
    assert camera(hand.page) != held
    assert hand.text(".walk-at") == "Step 6 of 6"
    hand.press("ArrowRight", "Enter")
    assert hand.text(".walk-at") == "Step 6 of 6"
    hand.press("Home")
    assert hand.text(".walk-at") == "Step 1 of 6"
    assert "We should plant trees. (stands)" in hand.text(".message")
    hand.press("End", "ArrowLeft")
    assert hand.text(".walk-at") == "Step 5 of 6"
    last = hand.page.evaluate("window.argmapExplorer.state.claim")
    hand.press("Escape")
    assert not hand.has(".walk")
    assert hand.focus in (last, *hand.page.evaluate("window.argmapExplorer.tree.order"))


def test_a_map_is_studied(opens: Opens, file: Path) -> None:
    hand = opens(file)
    hand.tab_to("[data-mode=study]")
    hand.press("Enter")
    assert (hand.focus, set(boxes(hand.page))) == ("Plant", {"t"})
    hand.tab_to(".expecting .acts button:last-child")
    hand.press("Enter")
    assert hand.focus == "Plant"
    said = "You expected: undecided. The map says: stands."
    assert (hand.text(".expected"), hand.text(".message")) == (said, said)
    assert set(boxes(hand.page)) == {"t", "a", "f", "g", "b"}
    hand.tab_to(".bearing a")
    hand.press("Enter")
    assert hand.focus == "They are beautiful."
    hand.tab_to(".expecting .quiet")
    hand.press("Enter")
    assert "d" in boxes(hand.page)
    hand.press("Escape")
    assert hand.focus == "a"
    hand.press("Escape")
    assert (hand.focus, hand.has(".studying")) == ("a", False)
    assert len(boxes(hand.page)) == 7


def test_a_source_is_read_from_a_claim_and_led_back_from(opens: Opens, file: Path) -> None:
    hand = opens(file, "#claim=a")
    hand.tab_to(".place a")
    hand.press("Enter")
    assert hand.is_at(".mark[aria-current]")
    assert "fine they are" in hand.focus
    hand.press("Escape")
    assert (hand.is_at(".place a"), hand.address) == (True, "#claim=a")
    hand.press("Enter", "Escape", "Escape")
    assert (hand.focus, hand.address) == ("a", "")
    hand = opens(file)
    hand.tab_to("[data-mode=sources]")
    hand.press("Enter")
    assert hand.is_at(".reading h2")
    hand.tab_to(".mark")
    hand.press("Enter")
    assert hand.focus == "Plant"
    # The text is beside the picture, and is left with its own button.
    hand.tab_to(".reading .close")
    hand.press("Enter")
    assert (hand.focus, hand.address) == ("Sources", "#claim=t")


def test_letters_lead_to_the_claim_that_begins_so(opens: Opens, file: Path) -> None:
    hand = opens(file)
    hand.tab_to("g.claim")
    for key, there in [("t", "a"), ("T", "f"), ("t", "b"), ("s", "g"), ("z", "g"), ("n", "c")]:
        hand.press(key)
        # Else the next letter would go on with the word.
        hand.page.evaluate("window.argmapExplorer.tree.typing.until = 0")
        assert hand.focus == there
    word = (
        "[..."
        + repr("elep")
        + """].forEach(key => document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', {key, bubbles: true})))"""
    )
    hand.page.evaluate(word)
    assert hand.focus == "d"
    hand.press("/")
    assert hand.is_at("input")


def test_depths_and_layouts_are_chosen_where_their_buttons_are(opens: Opens, file: Path) -> None:
    hand = opens(file)
    hand.tab_to(".depths button")
    hand.press("Enter")
    assert (hand.focus, set(boxes(hand.page))) == ("Show 1 claim", {"t"})
    hand.press("Tab", "Space")
    assert len(boxes(hand.page)) == 5
    hand.tab_to("[data-mode=tidy]")
    hand.press("Enter")
    assert hand.is_at("[aria-pressed=true]")
    assert hand.has("svg.tidied")
    hand.press("Enter")
    assert not hand.has("svg.tidied")


def test_the_page_as_a_text_has_the_keys_of_a_text(opens: Opens, file: Path) -> None:
    hand = opens(file, "#claim=a")
    hand.tab_to(".tools .reads")
    hand.press("Enter")
    assert hand.focus == "Back to the picture"
    held = hand.page.evaluate("window.argmapExplorer.stage.looks")
    hand.page.evaluate(
        "(window.taken = [], addEventListener('keydown', event => {"
        " if (event.defaultPrevented) taken.push(event.key) }), 0)"
    )
    hand.press("ArrowDown", "ArrowUp", "+", "0", "1")
    assert hand.page.evaluate("window.taken") == []
    assert hand.page.evaluate("window.argmapExplorer.stage.looks") == held
    hand.press("Escape")
    assert (hand.focus, hand.address) == ("Read as a text", "#claim=a")
    hand.press("Enter", "Enter")
    assert hand.focus == "Read as a text"


def test_what_an_address_names_in_vain_is_read_and_put_away(opens: Opens, file: Path) -> None:
    hand = opens(file, "#claim=nobody")
    hand.tab_to(".absent button")
    hand.press("Enter")
    assert hand.focus == "t"


def test_no_card_and_no_button_lies_over_the_box_that_has_the_focus(
    opens: Opens, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = tmp_path_factory.mktemp("flagship") / "map.html"
    page.write_bytes(draw(FLAGSHIP, format="explorer"))
    hand = opens(page, "#reject=best-case")
    hand.tab_to("g.claim")
    met = {hand.focus}
    for _ in range(30):
        hand.press("ArrowDown")
        met.add(hand.focus)
    assert len(met) == 31
    hand.press("1", *["ArrowUp"] * 30)


def test_nothing_lies_over_anything_where_reading_goes_leftwards(
    opens: Opens, tmp_path: Path
) -> None:
    (tmp_path / "map.html").write_bytes(draw(loads(RTL), format="explorer"))
    hand = opens(tmp_path / "map.html", "#claim=b&reject=b")
    # The pane is at the left, and all buttons are seen beside it.
    met = hand.tab_to(".pane h2, .pane a, .pane button")
    assert {"Enlarge", "As written", "b"} <= set(met)
    hand.tab_to(".pane [data-suppose=reject]")
    hand.press("Escape")
    hand = opens(tmp_path / "map.html", "#claim=b")
    hand.tab_to("[data-mode=walk]")
    hand.press("Enter", "ArrowLeft")
    assert hand.text(".walk-at")


def test_readers_of_screens_know_where_in_the_tree_they_are(file: Path) -> None:
    with browser_page() as page:
        opened(page, file, "#fold=b&claim=a")
        nodes = page.call("Accessibility.getFullAXTree")["nodes"]
        found = {}
        for node in nodes:
            if node.get("role", {}).get("value") == "treeitem" and not node["ignored"]:
                facts = {one["name"]: one["value"].get("value") for one in node["properties"]}
                names = ("level", "expanded", "selected")
                found[node["name"]["value"]] = tuple(facts.get(name) for name in names)
        assert found == {
            "Plant: We should plant trees. (stands)": (1, True, False),
            "They are beautiful. (stands)": (2, True, True),
            "Elephants like them. (stands)": (3, None, False),
            "For: Plant (stands)": (2, None, False),
            "They give shade. (stands)": (2, None, False),
            "Shade is good. (stands)": (2, None, False),
            "They are ugly. (falls)": (2, False, False),
        }
