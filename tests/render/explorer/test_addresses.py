"""All that an explorer shows is in its address: a copy shows the same, and one can go back."""

from pathlib import Path
from typing import Any

import pytest

from argmap.pipeline import draw, loads
from argmap.planning import RenderOptions
from tests.browser import AT_REST
from tests.render.explorer.keyboard import Keyboard, Opens, opens
from tests.render.explorer.seen import boxes, go_back, turn_to, verdicts

pytestmark = pytest.mark.slow
__all__ = ["opens"]

MAP = """argmap: 1
thesis:
  id: t
  text: We should plant trees.
  arguments:
    - {id: a, text: They are beautiful., arguments: [{id: d, text: Elephants like them.}]}
    - {id: e, premises: [{id: f, text: They give shade.}, {id: g, text: Shade is good.}]}
  rebuttals: [{id: b, text: They are ugly., rebuttals: [{id: c, text: Not the oak.}]}]
"""
MODE = """(() => document.documentElement.classList.contains('as-text') ? 'text'
  : document.querySelector('.walk') ? 'walk'
  : document.querySelector('.explorer.studying') ? 'study' : '')()"""
TOLD = """(() => [document.querySelector('.walk-at')?.textContent ?? '',
  document.querySelector('.pane h2')?.textContent ?? '',
  document.querySelector('.card').textContent,
  document.querySelector('.explorer input').value])()"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("addresses") / "map.html"
    written.write_bytes(draw(loads(MAP), format="explorer"))
    return written


def seen(hand: Keyboard) -> dict[str, Any]:
    """What a reader sees of the state of a page."""
    page = hand.page
    mode = page.evaluate(f"{AT_REST}.then(() => {MODE})")
    shown = {} if mode == "text" else {"boxes": sorted(boxes(page)), "verdicts": verdicts(page)}
    return {"mode": mode, "told": page.evaluate(TOLD), **shown}


def press(hand: Keyboard, selector: str) -> None:
    hand.page.evaluate(f"document.querySelector({selector!r}).click()")


@pytest.mark.parametrize("fragment", ["", "#claim=d&fold=b&reject=a&find=oak"])
@pytest.mark.parametrize(
    ("mode", "steps"),
    [
        ("walk", ()),
        ("walk", ("Enter", "Enter", "Enter")),
        ("study", (".expecting .acts button",)),
        ("text", ()),
    ],
)
def test_a_copy_of_the_address_of_a_mode_shows_the_same(
    opens: Opens, file: Path, mode: str, steps: tuple[str, ...], fragment: str
) -> None:
    hand = opens(file, fragment)
    before = seen(hand)
    press(hand, ".tools .reads" if mode == "text" else f"[data-mode={mode}]")
    for step in steps:
        press(hand, step) if step.startswith(".") else hand.press(step)
    after = seen(hand)
    assert after["mode"] == mode
    assert f"mode={mode}" in hand.address
    copied = hand.page.evaluate("location.hash")
    again = seen(opens(file, copied))
    # What a reader of a study has said of a claim is nobody else's.
    told = {"told"} if mode != "study" else set()
    assert {**again, "told": after["told"]} == after
    assert all(again[one] == after[one] for one in told)
    assert hand.page.evaluate("location.hash") == copied
    # Back is where it was turned on, whatever was stepped through.
    hand = opens(file, fragment)
    press(hand, ".tools .reads" if mode == "text" else f"[data-mode={mode}]")
    for step in steps[:3] if mode == "walk" else ():
        hand.press(step)
    go_back(hand.page)
    assert seen(hand) == before
    assert hand.page.evaluate("location.hash") == fragment
    assert not hand.page.faults


def test_an_address_leads_from_mode_to_mode_and_to_a_step(opens: Opens, file: Path) -> None:
    hand = opens(file, "#mode=walk&claim=e")
    third = hand.text(".walk-at")
    assert third.startswith("Step")
    # A premise is shown with its argument.
    turn_to(hand.page, "#mode=walk&claim=f")
    assert hand.text(".walk-at") == third
    for mode in ("study", "text", "walk", ""):
        turn_to(hand.page, f"#mode={mode}")
        assert hand.page.evaluate(MODE) == mode
    assert not hand.page.faults


def test_a_mode_that_is_not_there_is_told_of(opens: Opens, tmp_path: Path) -> None:
    written = tmp_path / "plain.html"
    written.write_bytes(draw(loads(MAP), format="explorer", options=RenderOptions(evaluate=False)))
    for mode in ("study", "fly", "__proto__", "%3Cb%3E"):
        hand = opens(written, f"#mode={mode}")
        assert hand.page.evaluate(MODE) == ""
        assert f"mode={mode}".replace("%3C", "<").replace("%3E", ">") in hand.text(".absent")


def test_a_map_that_was_drawn_with_a_question_opens_as_its_address_says(
    opens: Opens, tmp_path: Path
) -> None:
    written = tmp_path / "asked.html"
    written.write_bytes(draw(loads(MAP), format="explorer", options=RenderOptions(reject=("a",))))
    hand = opens(written)
    asked = verdicts(hand.page)
    assert asked["a"] == "falls"
    # A link within the page leaves the question.
    turn_to(hand.page, "#claim=d")
    assert verdicts(hand.page) == asked
    press(hand, ".card > button")
    free = verdicts(hand.page)
    assert free["a"] == "stands"
    copied = hand.page.evaluate("location.hash")
    assert verdicts(opens(written, copied).page) == free
    assert verdicts(opens(written, "#claim=d").page) == asked


def test_however_fast_steps_follow_the_address_tells_the_last(opens: Opens, file: Path) -> None:
    hand = opens(file)
    before = hand.page.evaluate("history.length")
    press(hand, "[data-mode=walk]")
    hand.page.evaluate(
        """(() => { for (let turn = 0; turn < 301; turn += 1)
          document.querySelector('.walk').dispatchEvent(
            new KeyboardEvent('keydown', {key: turn % 2 ? 'ArrowLeft' : 'ArrowRight'})) })()"""
    )
    hand.page.until("location.hash.includes(`claim=${window.argmapExplorer.state.claim}&`)")
    assert hand.text(".walk-at").startswith("Step 2")
    # One walk is one step back.
    assert hand.page.evaluate("history.length") <= before + 1
