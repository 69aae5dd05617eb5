"""Whoever opens a page sees letters that can be read, whatever the width of the window."""

import pickle

import pytest

from argmap.arrangement import TOLERANCE, letters_at
from argmap.destinations import Destination
from argmap.model import ArgumentMap
from argmap.pipeline import load, loads, picture
from argmap.planning import RenderOptions
from tests.render.specimens import MAPS

BROAD = "argmap: 1\nthesis:\n  text: The thesis.\n  arguments:\n" + "".join(
    f"  - premises: [Reason {number} in a few words of a usual claim.]\n" for number in range(60)
)
DEEP = "argmap: 1\nthesis:\n  text: The thesis.\n" + "".join(
    f"{'  ' * (deep + 1)}premises:\n{'  ' * (deep + 1)}- text: Step {deep} of the chain.\n"
    for deep in range(20)
)


def letters(a_map: ArgumentMap, width: int, options: RenderOptions | None = None) -> float:
    """How large the smallest letters are in a window of a page."""
    shown = picture(a_map, options=options, narrow=True)
    drawn = shown.places
    for below, placed in shown.windows():
        drawn = placed if width < below else drawn
    to = Destination(str(width), width, None, 11.0, "px")
    return letters_at(drawn, to, letter_width=shown.theme.letter_width)


@pytest.mark.parametrize("a_map", [*map(load, MAPS), loads(BROAD), loads(DEEP)])
@pytest.mark.parametrize("width", [358, 559, 560, 699, 700, 788, 1229, 1334, 1888, 2528, 3800])
def test_letters_can_be_read_in_a_window_of_any_width(a_map: ArgumentMap, width: int) -> None:
    assert letters(a_map, width) >= 11 - TOLERANCE


def test_smaller_letters_that_are_asked_for_leave_a_picture_whole_for_longer() -> None:
    flagship = next(load(file) for file in MAPS if file.stem.startswith("western"))
    small = RenderOptions(smallest=8.0)
    assert 8 - TOLERANCE <= letters(flagship, 2100, small) < 11
    assert letters(flagship, 2100) >= 11 - TOLERANCE


def test_a_large_screen_keeps_a_tree_and_a_tablet_gets_a_column() -> None:
    flagship = next(load(file) for file in MAPS if file.stem.startswith("western"))
    found = picture(flagship, narrow=True).windows()
    assert [one.placed.direction for one in found] == ["right", "column", "column"]
    assert [one.below for one in found] == sorted((one.below for one in found), reverse=True)


def test_who_insists_on_a_direction_gets_no_other_drawings() -> None:
    shown = picture(load(MAPS[0]), options=RenderOptions(direction="down"), narrow=True)
    assert shown.windows() == ()


def test_hosts_that_keep_a_picture_for_later_keep_its_other_drawings() -> None:
    """Sphinx writes down what it has read, and goes on with it in other processes."""
    shown = picture(load(MAPS[0]), narrow=True)
    kept = pickle.loads(pickle.dumps(shown))
    assert kept.windows() == shown.windows() != ()
