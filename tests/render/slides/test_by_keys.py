"""Slides by keyboard alone, in two browsers: the focus is seen and never lost."""

from pathlib import Path

import pytest

from argmap.pipeline import draw, loads
from tests.render.explorer.keyboard import Opens, opens
from tests.render.slides.test_talking import TREE

pytestmark = pytest.mark.slow
__all__ = ["opens"]

LONG, OTHER = " ".join(["It goes on."] * 300), " ".join(["So it does."] * 300)
LINKED = f"""argmap: 1
sources: {{doe: {{author: Jane Doe, year: 2020, url: "https://example.org/"}}}}
thesis:
  text: {LONG}
  premises: [{{text: {OTHER}, source: doe}}, B., {{text: C., premises: [D.]}}]
"""
AT = ".talk .at"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("keys") / "talk.html"
    found.write_bytes(draw(loads(TREE), format="slides"))
    return found


def test_buttons_keep_the_focus_at_both_ends(opens: Opens, file: Path) -> None:
    hand = opens(file)
    assert hand.tab_to("[aria-label=Next]") == ["Previous", "Slide", "Next"]
    for number in (2, 3, 4, 5, 6, 6):
        hand.press("Enter")
        assert (hand.focus, hand.text(AT)) == ("Next", f"{number} / 6")
    assert hand.is_at("[aria-disabled=true]")
    hand.press("Home")
    assert (hand.focus, hand.text(AT)) == ("Next", "1 / 6")
    assert hand.has("[aria-label=Previous][aria-disabled=true]")


def test_a_number_is_gone_to_wherever_the_focus_is(opens: Opens, file: Path) -> None:
    hand = opens(file)
    hand.tab_to("[aria-label=Next]")
    hand.press("4", "Enter")
    assert (hand.text(AT), hand.address) == ("4 / 6", "#step=4")
    # Without a number it is the button that is meant.
    hand.press("Enter")
    assert hand.text(AT) == "5 / 6"


def test_all_steps_are_seen_and_one_is_chosen(opens: Opens, file: Path) -> None:
    hand = opens(file, "#step=2")
    hand.tab_to("[aria-label='All steps']")
    hand.press("Enter")
    assert hand.is_at("[aria-pressed=true]")
    hand.press("ArrowRight", "End", "Home", "ArrowRight", "ArrowRight", "Escape")
    assert (hand.focus, hand.text(AT), hand.has(".talk.overview")) == ("All steps", "3 / 6", False)


def test_a_long_text_is_scrolled_and_left(opens: Opens, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_bytes(draw(loads(LINKED), format="slides"))
    hand = opens(tmp_path / "long.html", "#step=2")
    hand.tab_to(".said")
    at = hand.text(AT)
    hand.press("ArrowDown")
    assert hand.text(AT) == at
    # What comes next does not scroll, or has other links.
    hand.press("ArrowRight", "ArrowLeft", "ArrowRight")
    assert hand.is_at(".said")
    hand.press("ArrowLeft", "Escape")
    assert hand.focus == "All steps"


def test_what_an_address_names_in_vain_is_put_away(opens: Opens, file: Path) -> None:
    hand = opens(file, "#step=99")
    hand.tab_to(".absent button")
    hand.press("Enter")
    assert hand.focus == "Next"
