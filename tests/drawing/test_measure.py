import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.measure import text_width
from argmap.pipeline import loads, picture
from argmap.render.lettered.font_choice import FontChoice
from argmap.render.lettered.font_files import font_files


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
def test_known_characters_have_the_advance_of_arial(text: str, bold: bool, units: int) -> None:
    assert text_width(text, size=2048, bold=bold) == units


def test_marks_and_joiners_take_no_room() -> None:
    assert text_width("e\u0301", size=13) == text_width("e", size=13)
    assert text_width("a\u200db", size=13) == text_width("ab", size=13)
    assert text_width("co\u00adop", size=13) == text_width("coop", size=13)


@pytest.mark.parametrize(("text", "em"), [("❤\ufe0f", 1.375), ("⟶", 1.375), ("⚖", 1.2), ("⸻", 3)])
def test_symbols_have_room_for_the_widest_common_faces(text: str, em: float) -> None:
    assert text_width(text, size=100) >= 100 * em


def test_ideographs_are_as_wide_as_they_are_high() -> None:
    assert text_width("議論", size=13) == 26


def test_unknown_letters_are_given_more_room_than_common_ones() -> None:
    assert text_width("ا", size=13) > text_width("a", size=13)


@given(st.text(), st.text(), st.booleans())
def test_width_is_the_sum_of_its_parts_and_grows_with_size(
    one: str, other: str, bold: bool
) -> None:
    whole = text_width(one + other, size=13, bold=bold)
    parts = text_width(one, size=13, bold=bold) + text_width(other, size=13, bold=bold)
    assert whole == pytest.approx(parts)
    assert text_width(one, size=26, bold=bold) == pytest.approx(
        2 * text_width(one, size=13, bold=bold)
    )


def test_letters_in_italics_are_measured_as_broad_as_a_common_face_has_them() -> None:
    """A Cyrillic “т” is nearly twice as broad in italics."""
    fonts = FontChoice(font_files(), families=("Liberation Sans",), format="png")
    face = fonts.face("т", bold=False, italic=True, region="")
    if face is None or (face.family, face.italic) != ("Liberation Sans", True):
        pytest.skip("Liberation Sans is not installed.")
    codes = (*range(0x20, 0x7F), *range(0x390, 0x3D0), *range(0x400, 0x460))
    letters = [chr(code) for code in codes if face.has(chr(code))]
    assert len(letters) > 200
    for letter in letters:
        measured = text_width(letter, size=1.0, italic=True)
        assert face.measure(letter) <= measured + 0.025, letter


def test_a_pill_has_room_for_its_label_in_italics() -> None:
    text = "argmap: 1\nthesis:\n  text: A.\n  arguments: [{scheme: %s, premises: [B., C.]}]\n"
    broad, plain = (
        next(node for node in picture(loads(text % name)).places.nodes if node.shape.id == "a.1")
        for name in ("тттттттт", "сссссссс")
    )
    assert broad.shape.width - plain.shape.width > 8 * 0.3 * 12
