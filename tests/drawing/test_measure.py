import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.measure import text_width


@pytest.mark.parametrize(
    ("text", "bold", "units"),
    [
        ("T", False, 1251),
        ("The", False, 1251 + 1139 + 1139),
        ("The", True, 1251 + 1251 + 1139),
        ("ң", False, 1131),
        ("—", False, 2048),
    ],
)
def test_known_characters_have_the_advance_of_arial(text, bold, units):
    assert text_width(text, size=2048, bold=bold) == units


def test_marks_and_joiners_take_no_room():
    assert text_width("e\u0301", size=13) == text_width("e", size=13)
    assert text_width("a\u200db", size=13) == text_width("ab", size=13)
    assert text_width("co\u00adop", size=13) == text_width("coop", size=13)


@pytest.mark.parametrize(("text", "em"), [("❤\ufe0f", 1.375), ("⟶", 1.375), ("⚖", 1.2), ("⸻", 3)])
def test_symbols_have_room_for_the_widest_common_faces(text, em):
    assert text_width(text, size=100) >= 100 * em


def test_ideographs_are_as_wide_as_they_are_high():
    assert text_width("議論", size=13) == 26


def test_unknown_letters_are_given_more_room_than_common_ones():
    assert text_width("ا", size=13) > text_width("a", size=13)


@given(st.text(), st.text(), st.booleans())
def test_width_is_the_sum_of_its_parts_and_grows_with_size(one, other, bold):
    whole = text_width(one + other, size=13, bold=bold)
    parts = text_width(one, size=13, bold=bold) + text_width(other, size=13, bold=bold)
    assert whole == pytest.approx(parts)
    assert text_width(one, size=26, bold=bold) == pytest.approx(
        2 * text_width(one, size=13, bold=bold)
    )
